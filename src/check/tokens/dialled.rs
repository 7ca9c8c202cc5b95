//! Telephone numbers in a text as they are dialled: with what stands around them and changes whom one
//! reaches, and in the addresses that programs dial from.

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use super::number::numbers;
use crate::check::phone::{codes, extension, oddity};
use crate::compact_sort::CompactSort;
use crate::directory::PhoneNumber;

/// A telephone number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dialled {
    /// Where the number stands.
    pub(super) number: Range<usize>,
    /// Where all of its address stands, with the scheme before it; else the number.
    pub(super) whole: Range<usize>,
}

impl Dialled {
    /// What is judged of it: the number, or all of an address that holds something else.
    pub(super) fn as_judged(&self, text: &str) -> Range<usize> {
        let number = text.get(self.number.clone()).and_then(PhoneNumber::read);
        let is_number = number.is_some_and(|number| number.fits_plan());
        if is_number { self.number.clone() } else { self.whole.clone() }
    }
}

/// The scheme of an address that a telephone dials (RFC 3966), and what stands behind it.
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:tel|telprompt|callto):(?://)?(?<number>[+*#(]*[0-9][0-9+*#().-]*)").ok()
});

/// Parameters of an address, or an extension.
static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let value = r"[a-z0-9+*#().-]*";
    let known = "ext|isub|postd|phone-context|tgrp|trunk-context|cic|rn|npdi";
    let parameter = format!(r";[a-z-]+={value}|\s?;\s?(?:{known})\s?=\s?{value}");
    Regex::new(&format!(r"(?i)^(?:(?:{parameter})+|{})", extension())).ok()
});

/// What stands right before a number and is dialled with it, each as the group `it`.
static BEFORE: LazyLock<[Option<Regex>; 5]> = LazyLock::new(|| {
    [
        // A 0 by itself.
        r"(?:^|[\s\u{A0}:(])(?<it>0[ -])$",
        // A `+` that parts nothing.
        r"(?:^|[^0-9 \u{A0}])[ \u{A0}]*(?<it>\++[ \u{A0}]*)$",
        // Digits right before a `+`.
        r"(?:^|[\s\u{A0}:(])(?<it>\+?[0-9]{1,4}\+)$",
        // The code of a country: `[+44] `, `+ 44: `, `0044: `.
        r"(?:^|[^0-9A-Za-z+])(?<it>[\[({]?[ \u{A0}]*\+[ \u{A0}().-]*[0-9]{1,3}(?:[\s\u{A0}\])}:;,/|.–-]{1,4}| ?\([A-Za-z .]{2,20}\)[: ]{0,2}))$",
        r"(?:^|[^0-9A-Za-z+.,:])(?<it>[\[({]?[ \u{A0}]*00[ \u{A0}]?[0-9]{1,3}(?:[\s\u{A0}\])}:;,/|.–-]{1,4}| ?\([A-Za-z .]{2,20}\)[: ]{0,2}))$",
    ]
    .map(|pattern| Regex::new(pattern).ok())
});

/// What leads out of the house, or to another network, before the only number of a text.
static OUTSIDE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let call = "bel|tel|telefoon|toets|kies|draai|call|dial";
    let lead = "[0-9]{1,2}|1[06][0-9]{2,3}";
    Regex::new(&format!(
        r"(?i)^\s*(?:(?:{call})[.:]*\s*)?(?<it>(?:{lead})(?:[ \u{{A0}}-]{{1,2}}|[,.]{{1,3}}))$"
    ))
    .ok()
});

/// The telephone numbers of a text, in their order.
pub(super) fn dialled(text: &str) -> Vec<Dialled> {
    let codes = codes(text);
    let plain = plain(text);
    if codes.is_empty() && plain.is_empty() && is_odd(text) {
        let whole = text.len() - text.trim_start().len()..text.trim_end().len();
        return vec![Dialled { number: whole.clone(), whole }];
    }
    let mut found: Vec<Dialled> = Vec::new();
    for (whole, start, end) in addresses(text) {
        let is_it = |it: &&Range<usize>| it.start <= start && start < it.end;
        let known = codes.iter().chain(&plain).find(is_it);
        let end = known.map_or(end, |it| it.end.max(end));
        let end = with_rest(text, start, with_what_follows(text, end));
        found.push(Dialled { number: start..end, whole: whole..end });
    }
    for it in codes.into_iter().chain(plain) {
        let is_new = |known: &Dialled| known.whole.end <= it.start || it.end <= known.whole.start;
        if found.iter().all(is_new) {
            found.push(Dialled { number: it.clone(), whole: it });
        }
    }
    found.compact_sort_by_key(|it| it.whole.start);
    found
}

/// The numbers of a text with what stands right before and behind each.
fn plain(text: &str) -> Vec<Range<usize>> {
    let all = numbers(text);
    let is_only = all.len() == 1;
    let mut from = 0;
    let mut found = Vec::new();
    for number in all {
        let start = with_what_precedes(text, from, number.start, is_only);
        let end = with_what_follows(text, number.end);
        from = end;
        found.push(start..end);
    }
    found
}

/// Whether a text is nothing but signs of a number, and none can be written so: `+112`.
fn is_odd(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || "+()-. \u{A0}".contains(c);
    text.contains('+') && text.trim().chars().all(is_sign) && oddity(text).is_some()
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
        let written = number.as_str().trim_end_matches(['.', ')', '-', '(', '*']);
        (!is_glued).then(|| (whole.start(), number.start(), number.start() + written.len()))
    });
    all.collect()
}

/// Where a number begins with what stands right before it and is dialled too. Before `from` stands another
/// number, if any.
fn with_what_precedes(text: &str, from: usize, number: usize, is_only: bool) -> usize {
    let before = text.get(from..number).unwrap_or_default();
    let has_plus = text.get(number..).is_some_and(|it| it.starts_with('+'));
    let begins = |pattern: &Option<Regex>, before: &str| {
        let found = pattern.as_ref()?.captures(before)?.name("it")?;
        let blanks = found.as_str().len() - found.as_str().trim_start().len();
        let start = found.start() + blanks;
        // What stands right behind a number parts the two.
        (from == 0 || start > 0).then_some(start)
    };
    // So does a `+` with blanks around it.
    let is_parting =
        |start: &usize| from > 0 && before.get(..*start).is_none_or(|it| it.trim().is_empty());
    let with_plus = text.get(from..=number).filter(|_| has_plus).unwrap_or(before);
    let [zero, plus, digits, codes @ ..] = &*BEFORE;
    let start = begins(zero, before);
    let start = start.or_else(|| begins(plus, before).filter(|it| !is_parting(it)));
    let start = start.or_else(|| begins(digits, with_plus));
    let start = start.or_else(|| codes.iter().find_map(|code| begins(code, before)));
    let start = start.or_else(|| begins(&OUTSIDE, before).filter(|_| is_only));
    start.map_or(number, |start| from + start)
}

/// The end of a number with its parameters and its extension.
fn with_what_follows(text: &str, end: usize) -> usize {
    let behind = |end: usize| {
        let behind = text.get(end..).unwrap_or_default();
        BEHIND.as_ref().and_then(|pattern| pattern.find(behind)).map_or(end, |it| end + it.end())
    };
    let both = behind(behind(end));
    let taken = text.get(end..both).unwrap_or_default();
    // The end of a sentence.
    end + taken.trim_end_matches('.').len()
}

/// The end of an address with all that stands in it: a telephone dials what it reads there.
fn with_rest(text: &str, start: usize, end: usize) -> usize {
    let behind = text.get(end..).unwrap_or_default();
    let is_around = |c: char| c.is_whitespace() || "\"'<>|{}()[]…".contains(c);
    let rest = behind.get(..behind.find(is_around).unwrap_or(behind.len())).unwrap_or_default();
    let rest = rest.trim_end_matches(|c: char| ".,;:!?*_~/".contains(c));
    // `tel:088-1236555,fax:088-1236556` is a list.
    let item = rest.trim_start_matches([',', ';', '/', '-', '–', '—', '&']);
    let digits = item.chars().take_while(|c| c.is_ascii_digit() || "+-.".contains(*c)).count();
    let is_named = item.starts_with(char::is_alphabetic) && item.contains([':', '@', '.']);
    let is_number = || {
        let number = text.get(start..end).and_then(PhoneNumber::read);
        number.is_some_and(|number| number.fits_plan())
    };
    let is_list = item.len() < rest.len() && (digits >= 9 || is_named) && is_number();
    if is_list { end } else { end + rest.len() }
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
        assert!([&ADDRESS, &BEHIND, &OUTSIDE, &AMOUNT].iter().all(|it| it.is_some()));
        assert!(BEFORE.iter().all(Option::is_some));
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
            ("*21* 088 123 65 55 #", vec!["*21* 088 123 65 55 #"]),
            ("Bel *62*09008844# of *21*112#", vec!["*62*09008844#", "*21*112#"]),
            ("##21#09008844, 09008844*21#", vec!["##21#09008844", "09008844*21#"]),
            ("*0900-8844* of *112* 0900-8844", vec!["0900-8844", "0900-8844"]),
            ("+ 44 088 123 65 55", vec!["+ 44 088 123 65 55"]),
            ("Bel [+44] 088 123 65 55", vec!["[+44] 088 123 65 55"]),
            ("+44: 088 123 65 55", vec!["+44: 088 123 65 55"]),
            ("0044: 088 123 65 55", vec!["0044: 088 123 65 55"]),
            ("van 9:00 - 17.00, 088 123 65 55", vec!["088 123 65 55"]),
            ("tel:0881236555; phone-context=+44", vec!["0881236555; phone-context=+44"]),
            ("088 123 65 55 (tst 12).", vec!["088 123 65 55 (tst 12)"]),
            ("088 123 65 55 tst12 of ext12", vec!["088 123 65 55 tst12"]),
            ("0900-8844 doorkiesnummer 5", vec!["0900-8844 doorkiesnummer 5"]),
            ("Bel 09008844 toestelnr. 5!", vec!["09008844 toestelnr. 5"]),
            ("0881236555p5", vec!["0881236555p5"]),
            ("tel:0881236555p5", vec!["0881236555p5"]),
            ("tel:112,5 of tel:112w5.", vec!["112,5", "112w5"]),
            ("tel:+31881236555@evil.nl", vec!["+31881236555@evil.nl"]),
            ("[bel](tel:0881236555), (tel:112)!", vec!["0881236555", "112"]),
            ("Tel:088-1236555,Fax:088-1236556", vec!["088-1236555", "088-1236556"]),
            ("Tel:088-1236555,info@digid.nl", vec!["088-1236555"]),
            ("+0900 8844", vec!["+0900 8844"]),
            ("Bel +09008844", vec!["+09008844"]),
            ("0+31881236555", vec!["0+31881236555"]),
            ("9 088 123 65 55", vec!["9 088 123 65 55"]),
            ("Bel: 1633 088 123 65 55", vec!["1633 088 123 65 55"]),
            ("9,0881236555", vec!["9,0881236555"]),
            ("1. 0881236555", vec!["0881236555"]),
            ("tel:9,0881236555", vec!["9,0881236555"]),
            ("+44 (UK) 088 123 65 55", vec!["+44 (UK) 088 123 65 55"]),
            ("kamer 9 088 123 65 55", vec!["088 123 65 55"]),
            ("0646764867 + 0612345678", vec!["0646764867", "0612345678"]),
            ("06 12345678, +0900 8844", vec!["06 12345678", "+0900 8844"]),
            ("06 12345678 +44: 088 123 65 55", vec!["06 12345678", "+44: 088 123 65 55"]),
            ("+112", vec!["+112"]),
            ("+31 6 12345678, 088 123 65 55", vec!["+31 6 12345678", "088 123 65 55"]),
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
