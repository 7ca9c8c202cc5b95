//! Addresses that stand in a text as a browser or a reader would not have them: made harmless to click on
//! (`evil[.]nl`, `evil punt nl`), encoded, or with a tag inside.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex_lite::{Captures, Regex};

use super::shape::{is_ending, is_sentence_word};

/// A sign in brackets, or a word for it: `[.]`, `(dot)`, `{at}`, `[:]`, `[/]`.
static BRACKETED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\s?[\[({<](?:(?<sign>[.:/@])|(?<dot>dot|punt)|(?<at>at|apenstaartje))[\])}>]\s?",
    )
    .ok()
});

/// A point in words: `evil dot nl`.
static SPELLED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)(?<name>[a-z0-9-]+) (?:dot|punt) (?<end>[a-z]{2,})\b").ok());

/// An address that is encoded as a whole; within another it is a value of that one.
static ENCODED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)(?<before>^|[\s"'(<>,;])(?<address>https?%3A%2F%2F[^\s&"'<>]*)"#).ok()
});

/// A character as JSON, JavaScript or Markdown escape it.
static ESCAPED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\\u(?<code>[0-9A-Fa-f]{4})|\\(?<sign>[/_@:])").ok());

/// The value of an attribute of HTML, or the target of a link of Markdown, that holds blanks.
static ATTRIBUTE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r#"(?is)(?<name>\b(?:href|src|action)\s*=\s*|\]\()(?<value>"[^"]*"|'[^']*'|<[^<>]*>)"#,
    )
    .ok()
});

/// Tags and comments within a word, which a reader does not see.
static WITHIN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?is)(?<before>[\w.@])(?:</?(?:b|i|u|s|em|strong|span|font|wbr|mark|small|big|code)(?:\s[^<>]*)?/?>|<!---->|\[/?[bius]\])+(?<behind>[\w.@])",
    )
    .ok()
});

/// The name of the language that a piece of a page is written in, which leads nowhere.
static NAMESPACE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?is)\bxmlns(?::\w+)?\s*=\s*(?:"[^"]*"|'[^']*')|<!doctype[^<>]*>"#).ok()
});

/// What stands before the word for a point where that is meant as one.
const ARTICLES: [&str; 9] = ["a", "dat", "dit", "een", "geen", "het", "that", "the", "this"];

/// What says that more stood there, in other signs than `…`.
const ELLIPSES: [&str; 8] = ["⋯", "‥", "․․․", "･･･", "[…]", "[...]", "(...)", " . . ."];

/// The text with such addresses as they were.
pub(super) fn undone(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    let has = |text: &str, parts: &[&str]| parts.iter().any(|part| text.contains(part));
    // A line that quoted-printable broke (RFC 2045, 6.7).
    for fold in ["=\r\n", "=\n"] {
        if text.contains(fold) {
            text = Cow::Owned(text.replace(fold, ""));
        }
    }
    if text.contains('\\') {
        let whole = text.clone().into_owned();
        replace(&mut text, &ESCAPED, |found| unescaped(&whole, found));
    }
    if has(&text, &["%3A", "%3a"]) {
        replace(&mut text, &ENCODED, |found| {
            let of = |name| found.name(name).map_or("", |it| it.as_str());
            format!("{}{}", of("before"), decoded(of("address")))
        });
    }
    if !text.is_ascii() || has(&text, &["...", " . ."]) {
        for ellipsis in ELLIPSES {
            if text.contains(ellipsis) {
                text = Cow::Owned(text.replace(ellipsis, "…"));
            }
        }
    }
    if has(&text, &["=\"", "='", "= ", "=\n", "=\t", "=\r", "]("]) {
        replace(&mut text, &ATTRIBUTE, |found| {
            let of = |name| found.name(name).map_or("", |it| it.as_str());
            format!("{}{}", of("name"), as_read(of("value")))
        });
    }
    if has(&text, &["<", "[/"]) {
        replace(&mut text, &NAMESPACE, |_| String::new());
        if text.contains("<!--") {
            text = Cow::Owned(without_comments(&text));
        }
        replace(&mut text, &WITHIN, |found| {
            let of = |name| found.name(name).map_or("", |it| it.as_str());
            format!("{}{}", of("before"), of("behind"))
        });
    }
    if has(&text, &["]", ")", "}", ">"]) {
        replace(&mut text, &BRACKETED, |found| {
            let sign = found.name("sign").map(|sign| sign.as_str());
            let dot = found.name("dot").map(|_| ".");
            sign.or(dot).unwrap_or("@").to_owned()
        });
    }
    if has(&text, &["dot", "DOT", "Dot", "punt", "PUNT", "Punt"]) {
        replace(&mut text, &SPELLED, |found| {
            let of = |name| found.name(name).map_or("", |it| it.as_str());
            let (name, end) = (of("name"), of("end"));
            let whole = found.get(0).map_or("", |it| it.as_str());
            // `Het punt is dat …` is no host.
            let is_prose =
                is_sentence_word(end) && ARTICLES.contains(&name.to_lowercase().as_str());
            if is_ending(end) && !is_prose { format!("{name}.{end}") } else { whole.to_owned() }
        });
    }
    text
}

/// The text with nothing in its comments, which are read in one go: a pattern would look for the end of each
/// anew.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("<!--") {
        let Some((_, after)) = behind.split_once("-->") else { break };
        out.push_str(before);
        out.push_str("<!---->");
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What an escape stands for. In the host of an address a backslash is no escape: browsers take it for the
/// slash that ends the host (WHATWG URL Standard, section 4.4, authority state).
fn unescaped(text: &str, found: &Captures<'_>) -> String {
    let of = |name| found.name(name).map(|it| it.as_str());
    let at = found.get(0).map_or(0, |it| it.start());
    match (of("code"), of("sign")) {
        (_, Some("/")) => "/".to_owned(),
        _ if ends_in_host(text.get(..at).unwrap_or_default()) => {
            found.get(0).map_or("", |it| it.as_str()).to_owned()
        }
        (Some(code), _) => {
            let code = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
            code.unwrap_or(char::REPLACEMENT_CHARACTER).to_string()
        }
        (_, sign) => sign.unwrap_or_default().to_owned(),
    }
}

/// Whether a text ends within the host of an address, or right behind it.
fn ends_in_host(before: &str) -> bool {
    let is_around = |c: char| c.is_whitespace() || "\"'<>()[]{}|,".contains(c);
    let start = before.rfind(is_around).map_or(0, |at| at + 1);
    let run = before.get(start..).unwrap_or_default().trim_start_matches(is_around);
    let scheme = run.find(':').filter(|&at| {
        run.get(..at).is_some_and(|it| {
            it.to_ascii_lowercase().ends_with("http") || it.to_ascii_lowercase().ends_with("https")
        })
    });
    let rest = scheme.map_or(run, |at| run.get(at + 1..).unwrap_or_default());
    let host = rest.trim_start_matches(['/', '\\']);
    if host.is_empty() || host.contains(['/', '\\', '?', '#']) {
        return false;
    }
    let ending = host.rsplit_once('.').map(|(_, ending)| ending);
    scheme.is_some() || host.len() < rest.len() || ending.is_some_and(is_ending)
}

/// A quoted address as browsers read it: they drop tabs and ends of lines, and encode blanks within (WHATWG
/// URL Standard, section 4.4).
fn as_read(value: &str) -> String {
    let mut marks = value.chars();
    let (first, last) = (marks.next(), marks.next_back());
    let inner = marks.as_str().trim();
    let mut out: String = first.into_iter().collect();
    for c in inner.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')) {
        match c {
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out.extend(last);
    out
}

/// A text with its percent-encoding undone.
fn decoded(text: &str) -> String {
    let text = text.replace('=', "%3D").replace('+', "%2B");
    let pairs = url::form_urlencoded::parse(text.as_bytes());
    pairs.map(|(key, _)| key.into_owned()).next().unwrap_or_default()
}

pub(super) fn replace(
    text: &mut Cow<'_, str>,
    pattern: &LazyLock<Option<Regex>>,
    with: impl Fn(&Captures<'_>) -> String,
) {
    replace_all(text, pattern, &with);
}

/// The same for all callers: what replaces would be compiled anew for each of them.
fn replace_all(
    text: &mut Cow<'_, str>,
    pattern: &LazyLock<Option<Regex>>,
    with: &dyn Fn(&Captures<'_>) -> String,
) {
    if let Some(pattern) = pattern.as_ref()
        && pattern.is_match(text)
    {
        *text =
            Cow::Owned(pattern.replace_all(text, |found: &Captures<'_>| with(found)).into_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_addresses_are_read_as_what_they_stand_for() {
        assert!(BRACKETED.is_some() && SPELLED.is_some());
        for (text, expected) in [
            ("evil[.]nl", "evil.nl"),
            ("evil(.)nl {.}", "evil.nl."),
            ("x[dot]com/POL", "x.com/POL"),
            ("evil (punt) nl", "evil.nl"),
            ("info[at]evil[dot]nl", "info@evil.nl"),
            ("https[:]//x.com", "https://x.com"),
            ("evil dot nl", "evil.nl"),
            ("evil punt nl/login", "evil.nl/login"),
            ("op dit punt staat niets", "op dit punt staat niets"),
            ("Het punt is dat dit punt me raakt", "Het punt is dat dit punt me raakt"),
            ("https%3A%2F%2Fevil.nl%2Fx", "https://evil.nl/x"),
            ("?u=https%3a%2f%2fx.com%2fP0L_Ede&e=1", "?u=https%3a%2f%2fx.com%2fP0L_Ede&e=1"),
            (r"https:\/\/evil.nl\/x @POL\u005fEde", "https://evil.nl/x @POL_Ede"),
            ("https://www.belasting=\ndienst.nl", "https://www.belastingdienst.nl"),
            ("<a href=\"https://x.com/POL_Ede\n_nep\">", "<a href=\"https://x.com/POL_Ede_nep\">"),
            ("[a](<https://x.com/POL_Ede /../evil>)", "[a](<https://x.com/POL_Ede%20/../evil>)"),
            ("@POL_Ede<b>nep</b> @POL<!-- -->_Ede", "@POL_Edenep</b> @POL_Ede"),
            ("@<b>nep</b> @POL_Ede[b]nep[/b]", "@nep</b> @POL_Edenep[/b]"),
            (r"@POL\_Ede URL:https\://evil.nl", "@POL_Ede URL:https://evil.nl"),
            (r"info\@evil.nl jan.jansen\@evil.nl", "info@evil.nl jan.jansen@evil.nl"),
            (r"https://x.com/POL\_Ede", "https://x.com/POL_Ede"),
            // Here a browser sees the end of a host.
            (r"https://evil.nl\@x.com", r"https://evil.nl\@x.com"),
            (r"https://evil.nl\_.x.com", r"https://evil.nl\_.x.com"),
            (r"https://evil.nl\u002ex.com", r"https://evil.nl\u002ex.com"),
            (r"https:\\evil.nl\@x.com", r"https:\\evil.nl\@x.com"),
            (r"[a](https://evil.nl\@x.com)", r"[a](https://evil.nl\@x.com)"),
            (r"//evil.nl\@x.com evil.nl\@x.com", r"//evil.nl\@x.com evil.nl\@x.com"),
            ("<svg xmlns=\"http://www.w3.org/2000/svg\">", "<svg >"),
            ("@POL_Ede⋯ @POL_Ede[...]", "@POL_Ede… @POL_Ede…"),
            ("[a](b) (c) <d>", "[a](b) (c) <d>"),
            ("https://x.com", "https://x.com"),
        ] {
            assert_eq!(undone(text), expected, "{text:?}");
        }
    }
}
