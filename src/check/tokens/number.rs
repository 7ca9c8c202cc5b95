//! Telephone numbers in a text, in any writing, each by itself.

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use crate::check::phone::extension;
use crate::text::sanitise::is_hostile;

/// How many digits a telephone number has, with its country code (ITU-T E.164 allows fifteen).
const FEWEST: usize = 9;
const MOST: usize = 15;

/// How many digits have an extension glued to them: `0900 8844` has the fewest.
const FEWEST_EXTENDED: usize = 8;

/// An extension right behind a number.
static GLUED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("(?i)^(?:{})", extension())).ok());

/// Digits that stand together, and how they begin.
#[derive(Debug, Clone, Copy)]
struct Group<'t> {
    digits: &'t str,
    start: usize,
    /// Whether a `+` stands before them.
    plus: bool,
    /// Whether a bracket that is closed behind them stands before them.
    bracket: bool,
}

impl Group<'_> {
    /// Whether it begins with the code of a country, or with the sign for one.
    fn is_abroad(&self) -> bool {
        self.plus || self.digits.starts_with("00") && !self.digits.starts_with("000")
    }

    fn end(&self) -> usize {
        self.start + self.digits.len()
    }

    /// Whether a number may begin here when one has just ended.
    fn begins(&self) -> bool {
        self.plus
            || self.digits.starts_with('0')
            || (self.digits.len() == 11 && self.digits.starts_with("31"))
    }
}

/// Where the telephone numbers of a text stand, in their order.
///
/// A number may be written in groups. Where one ends is only plain for numbers of the Netherlands;
/// others end where another begins.
pub(super) fn numbers(text: &str) -> Vec<Range<usize>> {
    if text.contains('%') {
        // Of the same length, so that places stay.
        let blanks = ["%20", "%09", "%0A", "%0D", "%0a", "%0d"];
        let plain = blanks.iter().fold(text.to_owned(), |text, it| text.replace(it, "\n  "));
        return in_plain(&plain);
    }
    in_plain(text)
}

fn in_plain(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_run(text, at) {
        let end = run_end(text, start);
        at = end.max(start + 1);
        if !is_joined(text, start, end) && !is_bank_account(text, start) {
            found.extend(in_run(text, start, end));
        }
    }
    found
}

fn is_part(c: char) -> bool {
    c.is_ascii_digit()
        || "-.()/+‐‑‒–—―−•·".contains(c)
        || is_blank(c)
        || is_hostile(c) && !c.is_control()
}

/// A blank that can stand between the groups of a number.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\n' | '\r' | '\t' | '\u{A0}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// Where the next run of digits and the signs between them begins: at a digit, or at the `+` or
/// bracket before it.
fn next_run(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let digit = at + rest.find(|c: char| c.is_ascii_digit())?;
    let before = text.get(at..digit)?;
    let signs = before.trim_end_matches(['+', '(']);
    Some(at + signs.len())
}

fn run_end(text: &str, start: usize) -> usize {
    let run = text.get(start..).unwrap_or_default();
    let end = run.find(|c| !is_part(c)).unwrap_or(run.len());
    start + run.get(..end).unwrap_or_default().trim_end_matches(|c: char| !c.is_ascii_digit()).len()
}

/// Whether a run is a part of a word: `POL_12`, `x2`, `12e`. Signs that belong to the number, and the
/// `_` of italics, part it from one.
fn is_joined(text: &str, start: usize, end: usize) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '@';
    let before = text.get(..start).unwrap_or_default();
    let is_parted = text.get(start..).is_some_and(|run| run.starts_with(['+', '(']));
    let stem = before.trim_end_matches('_');
    let behind = text.get(end..).unwrap_or_default().trim_start_matches('_');
    let digits = text.get(start..end).unwrap_or_default().chars().filter(char::is_ascii_digit);
    let is_extended = || {
        digits.count() >= FEWEST_EXTENDED
            && GLUED.as_ref().is_some_and(|pattern| pattern.is_match(behind))
    };
    (!is_parted && stem.ends_with(is_name))
        || (behind.starts_with(char::is_alphanumeric) && !is_extended())
}

fn in_run(text: &str, start: usize, end: usize) -> Vec<Range<usize>> {
    let groups = groups(text, start, end);
    let mut found = Vec::new();
    // Groups that begin no number of the Netherlands wait for what else they may be.
    let mut left: Vec<Group<'_>> = Vec::new();
    let mut rest = groups.as_slice();
    while let Some((first, others)) = rest.split_first() {
        if is_date(rest) {
            found.extend(unknown(&left));
            left.clear();
            rest = rest.get(3..).unwrap_or_default();
            continue;
        }
        // Behind the code of another country, a number goes on until it is long enough.
        let is_abroad = left.first().is_some_and(Group::is_abroad) && digits(&left) < FEWEST;
        let begins = (first.begins() || left.is_empty()) && !is_abroad;
        if let Some(count) = dutch(rest).filter(|_| begins) {
            found.extend(unknown(&left));
            left.clear();
            let (number, behind) = rest.split_at(count);
            found.extend(span(number));
            rest = behind;
            continue;
        }
        if first.plus {
            found.extend(unknown(&left));
            left.clear();
        }
        left.push(*first);
        rest = others;
    }
    found.extend(unknown(&left));
    found
}

/// Whether digits are the end of an account at a bank (ISO 13616): `NL91 ABNA 0417 1643 00`.
fn is_bank_account(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end_matches([' ', '.', '-', '\u{A0}']);
    let is_bank = |c: char| c.is_ascii_uppercase();
    let check = before.trim_end_matches(is_bank);
    let check = check.trim_end_matches([' ', '.', '-', '\u{A0}']);
    let country = check.trim_end_matches(|c: char| c.is_ascii_digit());
    before.ends_with(is_bank) && check.len() - country.len() == 2 && country.ends_with(is_bank)
}

/// Whether groups begin with a date: `24-12-2026`.
fn is_date(groups: &[Group<'_>]) -> bool {
    let [day, month, year, ..] = groups else {
        return false;
    };
    let number = |group: &Group<'_>, most: u32| {
        let is_short = group.digits.len() <= 2 && !group.plus;
        is_short && group.digits.parse::<u32>().is_ok_and(|it| (1..=most).contains(&it))
    };
    let is_year =
        year.digits.len() == 4 && ["19", "20"].iter().any(|it| year.digits.starts_with(it));
    number(day, 31) && number(month, 12) && is_year
}

fn digits(groups: &[Group<'_>]) -> usize {
    groups.iter().map(|group| group.digits.len()).sum()
}

/// The groups of a run; `(0)` behind a country code is none.
fn groups(text: &str, start: usize, end: usize) -> Vec<Group<'_>> {
    let run = text.get(start..end).unwrap_or_default();
    let mut groups = Vec::new();
    let mut at = 0;
    while let Some(offset) = run.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
    {
        let from = at + offset;
        let rest = run.get(from..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let digits = rest.get(..length).unwrap_or_default();
        let signs = run.get(at..from).unwrap_or_default();
        let is_trunk = digits == "0" && signs.ends_with('(') && rest.get(1..2) == Some(")");
        if !is_trunk || groups.is_empty() {
            let bracket = signs.ends_with('(') && rest.get(length..length + 1) == Some(")");
            // Behind a `+` stands the code of a country, and none of those begins with 0.
            let plus = signs.ends_with('+') && !digits.starts_with('0');
            groups.push(Group { digits, start: start + from, plus, bracket });
        }
        at = from + length;
    }
    groups
}

/// How many groups make a whole number of the Netherlands: nine digits behind `0`, `+31`, `0031` or
/// `31`.
fn dutch(groups: &[Group<'_>]) -> Option<usize> {
    let first = groups.first()?;
    let mut digits = String::new();
    for (count, group) in groups.iter().enumerate() {
        if count > 0 && group.plus {
            return None;
        }
        digits.push_str(group.digits);
        let national = if first.plus {
            digits.strip_prefix("31")
        } else {
            digits
                .strip_prefix("0031")
                .or_else(|| digits.strip_prefix('0').filter(|rest| !rest.starts_with('0')))
                .or_else(|| digits.strip_prefix("31"))
        };
        // `(0)` may also be written without its brackets.
        let national = national.map(|it| it.strip_prefix('0').unwrap_or(it));
        // Numbers of services are shorter: 0800-1234, or 0900 and seven digits.
        let is_service =
            ["0800", "0900", "0906", "0909"].iter().any(|it| first.digits.starts_with(it));
        let is_last = groups.get(count + 1).is_none_or(Group::begins);
        match national.map(|it| (it.len(), is_service)) {
            Some((9, false) | (10, true)) => return Some(count + 1),
            Some((7, true)) if is_last => return Some(count + 1),
            Some((10.., _)) => return None,
            None if digits.len() > 4 => return None,
            _ => {}
        }
    }
    None
}

/// What may be a number of another country. Digits that nobody can dial as they stand are a date, an
/// amount or the number of a case.
fn unknown(groups: &[Group<'_>]) -> Option<Range<usize>> {
    let is_dialled = groups.first()?.begins();
    (is_dialled && (FEWEST..=MOST).contains(&digits(groups))).then(|| span(groups)).flatten()
}

fn span(groups: &[Group<'_>]) -> Option<Range<usize>> {
    let (first, last) = (groups.first()?, groups.last()?);
    Some(first.start - usize::from(first.plus || first.bracket)..last.end())
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn each_number_is_found_by_itself() {
        for (text, expected) in [
            ("06 46 76 48 67", vec!["06 46 76 48 67"]),
            ("App 06 46 76 48 67, of 06 12 34 56 78", vec!["06 46 76 48 67", "06 12 34 56 78"]),
            ("06 46 76 48 67 06 12 34 56 78", vec!["06 46 76 48 67", "06 12 34 56 78"]),
            ("0646764867/0612345678", vec!["0646764867", "0612345678"]),
            ("0646764867-0612345678", vec!["0646764867", "0612345678"]),
            ("+31646764867+31612345678", vec!["+31646764867", "+31612345678"]),
            ("+31 (0)6 46764867 of 0031 6 12345678", vec!["+31 (0)6 46764867", "0031 6 12345678"]),
            ("31646764867 31612345678", vec!["31646764867", "31612345678"]),
            ("(06) 46 76 48 67", vec!["(06) 46 76 48 67"]),
            ("+32 470 12 34 56 +44 7911 123456", vec!["+32 470 12 34 56", "+44 7911 123456"]),
            ("in 2026 06 12345678 bellen", vec!["06 12345678"]),
            ("06\u{A0}46\u{A0}76\u{A0}48\u{A0}67", vec!["06\u{A0}46\u{A0}76\u{A0}48\u{A0}67"]),
            ("06 12 34 56 78+06 46 76 48 67", vec!["06 12 34 56 78", "06 46 76 48 67"]),
            (
                "0612345678%200646764867%0A+31646764867",
                vec!["0612345678", "0646764867", "+31646764867"],
            ),
            ("tel:0612345678.", vec!["0612345678"]),
            ("+32 06 46 76 48 67", vec!["+32 06 46 76 48 67"]),
            ("0032 0646764867 of +1 31646764867", vec!["0032 0646764867", "+1 31646764867"]),
            ("06‐12345678, 06—12345678", vec!["06‐12345678", "06—12345678"]),
            ("06\u{200B}12345678", vec!["06\u{200B}12345678"]),
            ("_06-12345678_ (06-12345678)", vec!["06-12345678", "06-12345678"]),
            ("@naam(06-12345678)+31612345678", vec!["06-12345678", "+31612345678"]),
            ("0900-1234 en 0800 0543", vec!["0900-1234", "0800 0543"]),
            ("Bel 09008844 of 08001234567", vec!["09008844", "08001234567"]),
            ("0881236555p5 of 06123456ab", vec!["0881236555"]),
            ("06 12 34\n56 78", vec!["06 12 34\n56 78"]),
            ("NL91 ABNA 0417 1643 00, ma 09.00–17.00", vec![]),
            ("24-12-2026 20:30, 06-12-2026 12:34", vec![]),
            ("dossier 2026-1234567, BSN 123456789", vec![]),
            ("POL_0612345678", vec![]),
            ("12345", vec![]),
            ("een 2 drie 4", vec![]),
        ] {
            let found: Vec<&str> =
                numbers(text).into_iter().map(|range| text.get(range).unwrap()).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
