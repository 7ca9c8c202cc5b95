//! Telephone numbers of a few digits, such as `112` and `14 020`: digits like others, unless the directory lists
//! them and a text says to call.

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use crate::check::phone::extension;
use crate::directory::{Directory, PhoneNumber};

/// Digits that are no part of a longer number, date, time or amount. The letters of ASCII around them are looked at,
/// too, for this expression knows no others.
static DIGITS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(:/>\[])(?<number>\d{3,8}|\d{2,3}[ \u{A0}-]\d{3,4}|14\r?\n0\d{2,3})(?:$|[\s).,;!?/<\]])").ok()
});

/// An extension behind a number.
static EXTENSION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("(?i)^(?:{})", extension())).ok());

/// Words that say that a number is called.
const CALLING: &[&str] = &[
    "bel",
    "belt",
    "bellen",
    "gebeld",
    "call",
    "calls",
    "dial",
    "phone",
    "telefoon",
    "telefonisch",
    "tel",
    "alarmnummer",
    "noodnummer",
    "app",
    "appen",
    "appje",
    "whatsapp",
    "sms",
    "contact",
    "mobiel",
    "telefoonnummer",
];

/// So many words are looked at before and behind a number.
const NEAR: usize = 4;

/// Where the short numbers of a text stand that the directory lists.
pub(super) fn all(directory: &Directory, text: &str) -> Vec<Range<usize>> {
    // Digits alone are told as what they are.
    let may_be = text.contains(|c: char| c.is_whitespace() || c == ']')
        && text.contains(|c: char| c.is_ascii_digit());
    let Some(pattern) = DIGITS.as_ref().filter(|_| may_be) else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(captures) = text.get(at..).and_then(|rest| pattern.captures(rest)) {
        let Some(number) = captures.name("number") else { break };
        let place = at + number.start()..at + number.end();
        at = place.end;
        let is_listed = PhoneNumber::read(number.as_str())
            .is_some_and(|it| !directory.phones_with(&it).is_empty());
        // Nothing else is written like a number with 14 before the code of an area.
        let area = number.as_str().strip_prefix("14").unwrap_or_default();
        let is_of_area =
            area.starts_with(char::is_whitespace) && area.trim_start().starts_with('0');
        // An extension changes whom one reaches.
        let behind = text.get(place.end..).unwrap_or_default();
        let is_extended = EXTENSION.as_ref().is_some_and(|it| it.is_match(behind));
        let is_meant = || {
            is_of_area
                || is_listed && (is_called(text, &place) || is_shown_by_link(text, &place))
                || number.as_str().len() >= FEWEST_DIALLED && is_dialled(text, &place)
        };
        if !is_extended && is_meant() {
            found.push(place);
        }
    }
    found
}

/// The fewest signs of a number that is dialled though nobody lists it.
const FEWEST_DIALLED: usize = 4;

/// Words behind which stands what is dialled, at once or behind `naar`.
const DIALLING: &[&str] =
    &["app", "bel", "belt", "call", "dial", "phone", "sms", "text", "whatsapp"];

/// Words that make a number before them one of something else.
const UNITS: &[&str] = &[
    "dagen", "days", "euro", "euros", "hours", "keer", "klanten", "mensen", "minuten", "minutes",
    "people", "times", "uur", "weken", "weeks",
];

/// Whether a text says to dial just what stands at a place: `bel 4422`, `sms JA naar 4422`.
fn is_dialled(text: &str, place: &Range<usize>) -> bool {
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let before = text.get(..place.start).unwrap_or_default();
    let behind = text.get(place.end..).unwrap_or_default();
    let mut words = before.split_whitespace().rev().map(plain);
    let is_verb = |word: String| DIALLING.contains(&word.as_str());
    let is_of_something =
        behind.split_whitespace().next().is_some_and(|it| UNITS.contains(&plain(it).as_str()));
    let is_asked = match words.next() {
        Some(word) if matches!(word.as_str(), "naar" | "to" | "met" | "op") => {
            words.take(NEAR).any(is_verb)
        }
        Some(word) => is_verb(word),
        None => false,
    };
    is_asked && !is_of_something
}

/// Whether a place is all that a link shows, in HTML or Markdown: that is called by who reads it.
fn is_shown_by_link(text: &str, place: &Range<usize>) -> bool {
    let before = text.get(..place.start).unwrap_or_default().trim_end();
    let behind = text.get(place.end..).unwrap_or_default().trim_start();
    let ends = |end: &str| behind.get(..end.len()).is_some_and(|it| it.eq_ignore_ascii_case(end));
    before.ends_with('>') && ends("</a") || before.ends_with('[') && ends("](")
}

/// Whether a word near a place says that it is called.
pub(super) fn is_called(text: &str, place: &Range<usize>) -> bool {
    let calls = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        CALLING.contains(&word.as_str())
    };
    let before = text.get(..place.start).unwrap_or_default();
    let behind = text.get(place.end..).unwrap_or_default();
    before.split_whitespace().rev().take(NEAR).any(calls)
        || behind.split_whitespace().take(NEAR).any(calls)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_those_that_are_listed_and_called_or_dialled() {
        let directory = crate::embedded::directory().unwrap();
        for (text, expected) in [
            ("Bel 112 bij nood.", &["112"][..]),
            ("Bel 14 020.", &["14 020"]),
            ("Stopzetten? Bel 14\u{a0}020, of 112!", &["14\u{a0}020", "112"]),
            ("call 14 070 or visit us", &["14 070"]),
            ("Gemeente Amsterdam 14 020", &["14 020"]),
            ("<a href='tel:0612345678'>112</a>", &["112"]),
            ("<a href='tel:0612345678'> 14 020 </a>", &["14 020"]),
            ("[112](tel:0612345678)", &["112"]),
            ("<td>112</td> [112] en 112]", &[]),
            ("kamer 112, 112 euro, zaak 14020", &[]),
            ("Bel 14 999", &["14 999"]),
            ("kamer 14 999", &[]),
            ("Bel 14 0999, of 4422.", &["14 0999"]),
            ("bel 4422! Sms BETAAL naar 4422", &["4422", "4422"]),
            ("call 1234567 now", &["1234567"]),
            ("bel 1500 mensen, sms in 2024, bel voor 2030 terug", &[]),
            ("bel om 14.020 of 112-3", &[]),
        ] {
            let found = all(&directory, text);
            let found: Vec<&str> = found.into_iter().map(|it| text.get(it).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
