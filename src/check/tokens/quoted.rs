//! Lines as a reader of mail sees them: without the signs of a quotation at their beginnings, and broken where HTML
//! breaks them. A number or a sentence goes on behind these.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use super::defanged::replace;

/// The end of a line in HTML, with that of the source behind it.
static BREAK: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)[ \t]*<br(?:\s[^<>]*|/)?>[ \t]*(?:\r?\n)?").ok());

/// The signs of quotations within quotations (RFC 3676, section 4.5), and the bars of chats.
static SIGNS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?m)^[ \t\u{A0}]*(?:[>|][ \t\u{A0}]?)+").ok());

/// The sign of a list before figures that go on with a number, the beginning of which ends the line before.
static LISTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?<begin>(?:\+|\b0|\b[A-Za-z]{2}[0-9]{2})[0-9A-Za-z() \u{A0}.-]*\r?\n)[ \t]*[*•·–-][ \t]+(?<end>[1-9])",
    )
    .ok()
});

/// The text with its lines as they are read.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    if text.contains('<') {
        replace(&mut text, &BREAK, |_| "\n".to_owned());
    }
    if text.contains(['>', '|'])
        && let Some(plain) = without_signs(&text)
    {
        text = Cow::Owned(plain);
    }
    if text.contains('\n') && text.contains(['*', '•', '·', '–', '-']) {
        replace(&mut text, &LISTED, |found| {
            let group = |name| found.name(name).map_or("", |it| it.as_str());
            format!("{}{}", group("begin"), group("end"))
        });
    }
    text
}

/// The text without the signs of quotations; nothing where there are none.
fn without_signs(text: &str) -> Option<String> {
    let pattern = SIGNS.as_ref()?;
    let mut out = String::new();
    let mut copied = 0;
    for signs in pattern.find_iter(text).filter(|it| !closes_tag(text, it.range())) {
        out.push_str(text.get(copied..signs.start())?);
        copied = signs.end();
    }
    out.push_str(text.get(copied..)?);
    (copied > 0).then_some(out)
}

/// Whether signs at the beginning of a line close a tag that the line before began: `<a href=…\n>`.
fn closes_tag(text: &str, signs: Range<usize>) -> bool {
    let before = text.get(..signs.start).unwrap_or_default();
    let Some(begin) = before.rfind('<').filter(|at| before.rfind('>').is_none_or(|it| it < *at))
    else {
        return false;
    };
    let is_tag = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '!');
    before.get(begin + 1..).is_some_and(|it| it.starts_with(is_tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_without_the_signs_of_quotations() {
        assert!([&BREAK, &SIGNS, &LISTED].iter().all(|it| it.is_some()));
        for (text, expected) in [
            ("> DUO: bel 06 1234\n> 5678", "DUO: bel 06 1234\n5678"),
            (">> a\n>>> b\n> > c\n>d", "a\nb\nc\nd"),
            ("| a\n | b", "a\nb"),
            ("06 12<br>\n34 <BR/> 56<br />78", "06 12\n34\n56\n78"),
            ("06 1234\n* 5678", "06 1234\n5678"),
            ("NL91 ABNA 0417\r\n- 1643 00", "NL91 ABNA 0417\r\n1643 00"),
            // Others.
            ("a > b | c\nd -> e", "a > b | c\nd -> e"),
            ("<a href=\"x\"\n>y</a>", "<a href=\"x\"\n>y</a>"),
            ("<https://x.com/a\n|b>", "<https://x.com/a\n|b>"),
            ("* 112\n* 144\n* 113", "* 112\n* 144\n* 113"),
            ("bel 06 12345678\n* 088 1234567", "bel 06 12345678\n* 088 1234567"),
            ("<brief>", "<brief>"),
        ] {
            assert_eq!(unquoted(text), expected, "{text:?}");
        }
    }
}
