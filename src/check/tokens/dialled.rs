//! Telephone numbers in a text as they are dialled: with what stands around them and changes whom one
//! reaches, and in the addresses that programs dial from.

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use super::number::numbers;
use crate::check::phone::EXTENSION_WORDS;

/// A telephone number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dialled {
    /// Where the number stands.
    pub(super) number: Range<usize>,
    /// Where all of its address stands, with the scheme before it; else the number.
    pub(super) whole: Range<usize>,
}

/// The scheme of an address that a telephone dials (RFC 3966), and what stands behind it.
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:tel|callto):(?://)?(?<number>[+*#(]*[0-9][0-9+*#().-]*)").ok()
});

/// Parameters of an address, an extension, or the end of a code.
static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = EXTENSION_WORDS.join("|");
    let extension = format!(r"[ ,]{{0,2}}\b(?:{words})\b[.:]?[ ]?[0-9]{{1,6}}\b|,,[0-9]{{1,6}}\b");
    Regex::new(&format!(r"(?i)^(?:(?:;[a-z-]+=[a-z0-9+*#().-]*)+|{extension}|#)")).ok()
});

/// A code with `*` or `#` right before a number, more than one `+`, or a 0 by itself.
static BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:[*#]{1,2}[0-9]{1,3}(?:[*#][0-9]{0,4})*[*#]|\+{2,}|(?:^|[\s:(])(?<zero>0[ -]))$")
        .ok()
});

/// The telephone numbers of a text, in their order.
pub(super) fn dialled(text: &str) -> Vec<Dialled> {
    let plain: Vec<Range<usize>> = numbers(text).into_iter().map(|it| widened(text, &it)).collect();
    let mut found: Vec<Dialled> = Vec::new();
    for whole in addresses(text) {
        let start = whole.1;
        let known = plain.iter().find(|it| it.start <= start && start < it.end);
        let end = known.map_or(whole.2, |it| it.end.max(start));
        let end = with_what_follows(text, end);
        found.push(Dialled { number: start..end, whole: whole.0..end });
    }
    let is_new = |it: &Range<usize>| {
        found.iter().all(|known| known.whole.end <= it.start || it.end <= known.whole.start)
    };
    let others: Vec<Range<usize>> = plain.into_iter().filter(is_new).collect();
    found.extend(others.into_iter().map(|it| Dialled { number: it.clone(), whole: it }));
    found.sort_by_key(|it| it.whole.start);
    found
}

/// Where the addresses of a text begin, where their numbers do, and where these end.
fn addresses(text: &str) -> Vec<(usize, usize, usize)> {
    let Some(pattern) = ADDRESS.as_ref().filter(|_| text.contains(':')) else {
        return Vec::new();
    };
    let all = pattern.captures_iter(text).filter_map(|found| {
        let (whole, number) = (found.get(0)?, found.name("number")?);
        let before = text.get(..whole.start()).unwrap_or_default();
        let is_glued = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let written = number.as_str().trim_end_matches(['.', ')', '-', '(']);
        (!is_glued).then(|| (whole.start(), number.start(), number.start() + written.len()))
    });
    all.collect()
}

/// A number with what stands right before and behind it and is dialled too.
fn widened(text: &str, number: &Range<usize>) -> Range<usize> {
    let mut before = text.get(..number.start).unwrap_or_default();
    if text.get(number.start..).is_some_and(|it| it.starts_with('+')) && before.ends_with('+') {
        before = text.get(..=number.start).unwrap_or_default();
    }
    let found = BEFORE.as_ref().and_then(|pattern| pattern.captures(before));
    let start = found.and_then(|found| {
        let zero = found.name("zero").map(|it| it.start());
        zero.or_else(|| found.get(0).map(|it| it.start()))
    });
    let start = start.unwrap_or(number.start);
    let is_code = text.get(start..).is_some_and(|it| it.starts_with(['*', '#']));
    let end = with_what_follows(text, number.end);
    let is_end_of_code = text.get(number.end..end) == Some("#");
    // A `#` behind a plain number begins a topic, or ends nothing.
    start..if is_end_of_code && !is_code { number.end } else { end }
}

/// The end of a number with its parameters or its extension.
fn with_what_follows(text: &str, end: usize) -> usize {
    let behind = text.get(end..).unwrap_or_default();
    let found = BEHIND.as_ref().and_then(|pattern| pattern.find(behind));
    end + found.map_or(0, |found| found.end())
}

/// A sum of money, and nothing else.
static AMOUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:(?:€|£|\$|eur|euro)\s*[0-9][0-9.]*(?:,(?:[0-9]{1,2}|[-–—=]+))?|[0-9][0-9.]*(?:,(?:[0-9]{2}|[-–—=]+)|(?:,[0-9]{1,2})?\s*(?:€|eur|euro)))$",
    )
    .ok()
});

/// Whether a text is a sum of money: digits that nobody dials.
pub(super) fn is_amount(text: &str) -> bool {
    AMOUNT.as_ref().is_some_and(|pattern| pattern.is_match(text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_patterns_are_sound() {
        assert!([&ADDRESS, &BEHIND, &BEFORE, &AMOUNT].iter().all(|it| it.is_some()));
    }

    #[test]
    fn a_number_is_taken_with_all_that_is_dialled() {
        for (text, expected) in [
            ("tel:112", vec!["112"]),
            ("Bel tel:112.", vec!["112"]),
            ("tel:0881236555;phone-context=+44", vec!["0881236555;phone-context=+44"]),
            ("TEL:+31-88-1236555;ext=1 of zo", vec!["+31-88-1236555;ext=1"]),
            ("tel:*21*0881236555#", vec!["*21*0881236555#"]),
            ("tel:088 123 65 55", vec!["088 123 65 55"]),
            ("tel://1400", vec!["1400"]),
            ("hotel:112", vec![]),
            ("*21*0881236555#", vec!["*21*0881236555#"]),
            ("#31#0881236555", vec!["#31#0881236555"]),
            ("**0881236555**", vec!["0881236555"]),
            ("#0881236555", vec!["0881236555"]),
            ("0881236555#vraag", vec!["0881236555"]),
            ("++++31881236555", vec!["++++31881236555"]),
            ("0 088 123 65 55", vec!["0 088 123 65 55"]),
            ("088 123 65 55 ext 5", vec!["088 123 65 55 ext 5"]),
            ("088 123 65 55, toestel 12", vec!["088 123 65 55, toestel 12"]),
            ("088 123 65 55,,5", vec!["088 123 65 55,,5"]),
            ("088 123 65 55; 06 12345678", vec!["088 123 65 55", "06 12345678"]),
            ("088 123 65 55 extra", vec!["088 123 65 55"]),
            ("Gemeente;088 123 65 55;ja", vec!["088 123 65 55"]),
        ] {
            let all = dialled(text);
            let found: Vec<&str> =
                all.iter().map(|it| text.get(it.number.clone()).unwrap()).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn a_sum_of_money_is_no_number() {
        for text in
            ["€112", "€ 112", "112,-", "112,–", "112,50", "EUR 112", "112 euro", "€1.400,00"]
        {
            assert!(is_amount(text), "{text}");
        }
        for text in ["112", "1400", "14 030", "0900-1234", "112,", "088 123 65 55"] {
            assert!(!is_amount(text), "{text}");
        }
    }
}
