//! Words of a header that hold other letters than those of ASCII (RFC 2047): `=?UTF-8?B?RGlnaUQ=?=`.

use std::borrow::Cow;
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use regex_lite::{Captures, Regex};

use crate::check::tokens::base64;

/// One such word; what parts it from the next is not shown. Its last sign is lost where quoted-printable
/// broke the line behind it.
static WORD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)=\?(?<set>[\w.-]+)(?:\*[\w-]+)?\?(?<way>[bq])\?(?<text>[^?\s]*)\?=?(?:\s+(?<next>=\?))?").ok()
});

/// The text with its encoded words as they are shown.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    let Some(pattern) = WORD.as_ref().filter(|_| text.contains("=?")) else {
        return Cow::Borrowed(text);
    };
    with_words(pattern, text, |shown| shown)
}

/// A text with each of its encoded words as `of` makes it of what is shown; one that can't be read stays.
fn with_words<'t>(pattern: &Regex, text: &'t str, of: impl Fn(String) -> String) -> Cow<'t, str> {
    // Words that follow each other are found one by one.
    let mut text = text.to_owned();
    let mut from = 0;
    while let Some(found) = pattern.captures_at(&text, from) {
        let whole = found.get(0).map_or(0..0, |it| it.range());
        let next = found.name("next").map_or("", |it| it.as_str());
        from = match shown(&found) {
            Some(shown) => {
                let shown = of(shown);
                let end = whole.start + shown.len();
                let plain = format!("{shown}{next}");
                text.replace_range(whole, &plain);
                end
            }
            None => whole.end,
        };
    }
    Cow::Owned(text)
}

/// A whole text with its encoded words as they are shown. What they hold is text, and neither markup, nor a mailbox,
/// nor another line of the head (RFC 2047, section 5).
pub(in crate::check::tokens) fn in_text(text: &str) -> Cow<'_, str> {
    let Some(pattern) = WORD.as_ref().filter(|_| text.contains("=?")) else {
        return Cow::Borrowed(text);
    };
    let plain = |shown: String| {
        let is_sign = |c: char| matches!(c, '<' | '>') || c.is_control();
        shown.replace(is_sign, " ")
    };
    with_words(pattern, text, plain)
}

fn shown(found: &Captures<'_>) -> Option<String> {
    let of = |name| found.name(name).map_or("", |it| it.as_str());
    let bytes = if of("way").eq_ignore_ascii_case("b") {
        base64::decoded(of("text"))?
    } else {
        let text = of("text").replace('%', "=25").replace('_', " ").replace('=', "%");
        percent_decode_str(&text).collect()
    };
    let is_utf8 = of("set").eq_ignore_ascii_case("utf-8");
    // The other sets that are met here have the letters of ISO 8859-1 at the same places.
    let of_latin = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect();
    let shown: String =
        if is_utf8 { String::from_utf8_lossy(&bytes).into_owned() } else { of_latin(&bytes) };
    // A word within a word is none.
    Some(shown.replace("=?", "= ?"))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn words_are_shown_as_a_reader_of_mail_shows_them() {
        for (text, expected) in [
            ("DigiD", "DigiD"),
            ("=?UTF-8?B?RGlnaUQ=?=", "DigiD"),
            ("=?utf-8?Q?Gemeente_S=C3=BAdwest?=", "Gemeente Súdwest"),
            ("=?ISO-8859-1?Q?S=FAdwest?= 1", "Súdwest 1"),
            ("=?UTF-8?B?RGln?= =?UTF-8?Q?iD?= van Logius", "DigiD van Logius"),
            ("=?UTF-8?B?RGln?=\n =?UTF-8?Q?iD?", "DigiD"),
            ("=?UTF-8*nl?Q?a%41?=", "a%41"),
            ("=?UTF-8?B?!!?=", "=?UTF-8?B?!!?="),
            ("=?UTF-8?Q?=3D=3F?=", "= ?"),
            ("a =? b", "a =? b"),
        ] {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }
}
