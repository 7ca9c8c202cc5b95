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
    // Words that follow each other are found one by one.
    let mut text = text.to_owned();
    while let Some(found) = pattern.captures(&text) {
        let Some(shown) = shown(&found) else { break };
        let at = found.get(0).map_or(0..0, |it| it.range());
        let next = found.name("next").map_or("", |it| it.as_str());
        text.replace_range(at, &format!("{shown}{next}"));
    }
    Cow::Owned(text)
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
