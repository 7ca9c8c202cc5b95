//! Telephone numbers that a reader dials and that are not written as one: parted by odd signs, in words, or without
//! the 0 that they begin with.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex_lite::{Captures, Regex};

use super::defanged::replace;
use super::reference::is_behind_label;
use super::short_number::is_called;
use crate::check::hidden::without;
use crate::text::sanitise::is_hostile;

/// Digits with signs between them that part no number elsewhere: `06_12345678`, `06|1234|5678`, `06: 12345678`.
static PARTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let blank = r"[ \u{A0}]?";
    Regex::new(&format!(
        r#"(?<before>^|[\s(>"'])(?<digits>(?:\+?31|0031|0[1-9])[0-9]*(?:(?:{blank}[:_|*~;,'’/=]{blank}|[ \u{{A0}}.-])[0-9]+)+)(?<behind>[0-9A-Za-z_@]?)"#
    ))
    .ok()
});

/// Letters among the digits of a number that look like digits: `O6 l2 34 56 78`.
static MISTYPED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let letters: String = LETTERS.iter().map(|(letter, _)| *letter).collect();
    Regex::new(&format!(
        r"(?<before>^|[\s(:>])(?<digits>(?:[0OoОоΟο]|(?:\+|00)31[ .-]?)[1-9{letters}](?:[ .-]?[0-9{letters}]){{8}})(?<behind>$|[^0-9A-Za-z_])"
    ))
    .ok()
});

/// Letters that look like digits, as Unicode tells of many of them (UTS #39, confusables).
const LETTERS: [(char, char); 15] = [
    ('O', '0'),
    ('o', '0'),
    ('О', '0'),
    ('о', '0'),
    ('Ο', '0'),
    ('ο', '0'),
    ('l', '1'),
    ('I', '1'),
    ('i', '1'),
    ('Z', '2'),
    ('З', '3'),
    ('з', '3'),
    ('S', '5'),
    ('б', '6'),
    ('B', '8'),
];

/// The most letters that a number has in the place of digits.
const MOST_LETTERS: usize = 4;

/// The words for digits in Dutch and English.
const WORDS: [(&str, char); 22] = [
    ("nul", '0'),
    ("een", '1'),
    ("één", '1'),
    ("twee", '2'),
    ("drie", '3'),
    ("vier", '4'),
    ("vijf", '5'),
    ("zes", '6'),
    ("zeven", '7'),
    ("acht", '8'),
    ("negen", '9'),
    ("zero", '0'),
    ("oh", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
];

/// Several words for digits, one behind the other, perhaps with digits among them.
static SPELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = WORDS.map(|(word, _)| word).join("|");
    Regex::new(&format!(
        r"(?i)\b(?<digits>(?:(?:{words}|[0-9]+)[\s\u{{A0}},.;-]{{1,3}}){{2,}}(?:{words}|[0-9]+))\b"
    ))
    .ok()
});

/// A number of a mobile without its 0.
static SHORT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:^|[A-Za-z:,;!?])[\s(:]*(?<digits>6(?:[ .-]?[0-9]){8})(?:$|[\s).,;!?])").ok()
});

/// The text with such numbers as they are dialled.
pub(super) fn written(mut text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_ascii_digit()) && !has_word(&text) && text.is_ascii() {
        return text;
    }
    if text.contains(is_hostile)
        && let Some(plain) = with_plain_words(&text)
    {
        text = Cow::Owned(plain);
    }
    replace(&mut text, &MISTYPED, |found| {
        let (before, typed, behind) =
            (group(found, "before"), group(found, "digits"), group(found, "behind"));
        let digits = digits_of(typed);
        format!("{before}{}{behind}", digits.as_deref().unwrap_or(typed))
    });
    replace(&mut text, &PARTED, |found| {
        let (before, digits, behind) =
            (group(found, "before"), group(found, "digits"), group(found, "behind"));
        let plain = Some(digits).filter(|_| behind.is_empty()).and_then(parted);
        format!("{before}{}{behind}", plain.as_deref().unwrap_or(digits))
    });
    if has_word(&text) {
        replace(&mut text, &SPELLED, |found| {
            let digits = group(found, "digits");
            spelled(digits).unwrap_or_else(|| digits.to_owned())
        });
    }
    let whole = text.clone().into_owned();
    replace(&mut text, &SHORT, |found| {
        let all = found.get(0).map_or("", |it| it.as_str()).to_owned();
        let Some(digits) = found.name("digits") else { return all };
        let is_meant =
            is_called(&whole, &digits.range()) && !is_behind_label(&whole, digits.start());
        // The first, for nothing but letters and signs stands before it.
        if is_meant { all.replacen('6', "06", 1) } else { all }
    });
    text
}

/// A number without its letters; nothing where it has none, or so many that it is a word.
fn digits_of(typed: &str) -> Option<String> {
    let digit = |c: char| LETTERS.iter().find(|(letter, _)| *letter == c).map(|(_, digit)| *digit);
    let count = typed.chars().filter(|c| digit(*c).is_some()).count();
    let digits = || typed.chars().map(|c| digit(c).unwrap_or(c)).collect();
    (1..=MOST_LETTERS).contains(&count).then(digits)
}

fn group<'t>(found: &Captures<'t>, name: &str) -> &'t str {
    found.name(name).map_or("", |it| it.as_str())
}

/// Whether a text may hold a number in words: hardly any is without one of these.
fn has_word(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    [
        "vier", "vijf", "zes", "zeven", "acht", "negen", "four", "five", "six", "seven", "eight",
        "nine",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// The text with its words for digits as they are seen; nothing where nothing is hidden in any. All else keeps what is
/// hidden in it, which is told of it.
fn with_plain_words(text: &str) -> Option<String> {
    let is_plain = |word: &str| WORDS.iter().any(|(own, _)| *own == word.to_lowercase());
    let mut out = String::with_capacity(text.len());
    let mut is_any = false;
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric() && !is_hostile(c)) {
        let end = piece.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_hostile(c)).len();
        let (word, behind) = piece.split_at_checked(end)?;
        let seen = without(word);
        let is_hidden = seen.len() < word.len() && is_plain(&seen);
        is_any |= is_hidden;
        out.push_str(if is_hidden { &seen } else { word });
        out.push_str(behind);
    }
    is_any.then_some(out)
}

/// Whether digits are a whole number of the Netherlands.
fn is_whole(digits: &str) -> bool {
    let national = digits
        .strip_prefix("0031")
        .or_else(|| digits.strip_prefix("31"))
        .or_else(|| digits.strip_prefix('0'));
    national.is_some_and(|it| it.len() == 9 && !it.starts_with('0'))
}

/// Digits with dashes in the place of odd signs; nothing where they make no number, or have no such sign.
fn parted(run: &str) -> Option<String> {
    let is_odd = |c: char| ":_|*~;,'’/=".contains(c);
    let mut out = String::new();
    let mut rest = run;
    let mut is_mended = false;
    while !rest.is_empty() {
        let end = whole_end(rest)?;
        let (number, behind) = rest.split_at_checked(end)?;
        let mut groups = number.split(|c: char| !c.is_ascii_digit()).skip(1);
        // Times of day are parted so, too.
        let is_time =
            number.contains([':', ',', ';', '\'', '/', '=']) && !groups.any(|it| it.len() > 3);
        if number.contains(is_odd) && !is_time {
            is_mended = true;
            out.extend(number.chars().map(|c| if is_odd(c) { '-' } else { c }));
        } else {
            out.push_str(number);
        }
        let next = behind.find(|c: char| c.is_ascii_digit() || c == '+').unwrap_or(behind.len());
        let (signs, next) = behind.split_at_checked(next)?;
        out.push_str(signs);
        rest = next;
    }
    is_mended.then_some(out)
}

/// Where a number ends that begins a run of groups.
fn whole_end(run: &str) -> Option<usize> {
    let mut digits = String::new();
    for (at, c) in run.char_indices() {
        if c.is_ascii_digit() {
            digits.push(c);
            let goes_on =
                run.get(at + 1..).is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()));
            if !goes_on && is_whole(&digits) {
                return Some(at + 1);
            }
        }
    }
    None
}

/// The number that words stand for, and what stands behind it.
fn spelled(run: &str) -> Option<String> {
    let is_between = |c: char| c.is_whitespace() || ",.;-".contains(c);
    let mut digits = String::new();
    let mut is_in_words = false;
    let mut at = 0;
    while let Some(rest) = run.get(at..).filter(|it| !it.is_empty()) {
        let begin = rest.find(|c| !is_between(c)).unwrap_or(rest.len());
        let word = rest.get(begin..)?;
        let word = word.get(..word.find(is_between).unwrap_or(word.len()))?;
        let digit = WORDS.iter().find(|(own, _)| *own == word.to_lowercase());
        is_in_words |= digit.is_some();
        match digit {
            Some((_, digit)) => digits.push(*digit),
            None => digits.push_str(word),
        }
        at += begin + word.len();
        if is_whole(&digits) {
            let sign = if digits.starts_with("31") { "+" } else { "" };
            return is_in_words
                .then(|| format!("{sign}{digits}{}", run.get(at..).unwrap_or_default()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_dialled() {
        assert!([&PARTED, &MISTYPED, &SPELLED, &SHORT].iter().all(|it| it.is_some()));
        for (text, expected) in [
            ("Bel 06_12345678!", "Bel 06-12345678!"),
            ("06|1234|5678", "06-1234-5678"),
            ("06: 12345678", "06- 12345678"),
            ("06*12*34*56*78 of 06~1234 5678", "06-12-34-56-78 of 06-1234 5678"),
            ("+31_6_12345678, 0031|6|12345678", "+31-6-12345678, 0031-6-12345678"),
            ("06_12345678, 06_87654321", "06-12345678, 06-87654321"),
            ("app 088;1236555", "app 088-1236555"),
            ("O6 12345678 (o6-12345678)", "06 12345678 (06-12345678)"),
            ("O6 l2 34 56 78, 06 I2 З4 5б 7B", "06 12 34 56 78, 06 12 34 56 78"),
            ("+31 6 l2 34 56 78", "+31 6 12 34 56 78"),
            ("nul zes een twee drie vier vijf zes zeven acht", "0612345678"),
            ("nul ze\u{200B}s een tw\u{AD}ee drie vier vijf zes zeven acht", "0612345678"),
            ("06 één twee drie vier vijf zes zeven acht", "0612345678"),
            ("Bel nul-zes 12 34 vijf zes 78, 24 uur", "Bel 0612345678, 24 uur"),
            ("zero six one two three four five six seven eight", "0612345678"),
            ("drie een zes één twee drie vier vijf zes zeven acht", "+31612345678"),
            ("bel 612345678 of app 6-12345678.", "bel 0612345678 of app 06-12345678."),
            (
                "WhatsApp +31 6 1234 5678, app +31 (0) 6 12345678",
                "WhatsApp +31 6 1234 5678, app +31 (0) 6 12345678",
            ),
            // Others.
            (
                "zaak 612345678, bel zaaknummer 612345678",
                "zaak 612345678, bel zaaknummer 612345678",
            ),
            ("OBS OolliSBZI 0 liters 0123BSlIiO", "OBS OolliSBZI 0 liters 0123BSlIiO"),
            ("06|12|2026, 06:12, 07:34, 08:15 uur", "06|12|2026, 06:12, 07:34, 08:15 uur"),
            ("0,123456789 06/12/2026 12 uur", "0,123456789 06-12-2026 12 uur"),
            ("06:12 07:34 08 uur", "06:12 07:34 08 uur"),
            ("foto_06_12345678.jpg 06_12345678_a", "foto_06_12345678.jpg 06_12345678_a"),
            ("0612345678/0687654321", "0612345678/0687654321"),
            ("nul komma nul een twee drie vier", "nul komma nul een twee drie vier"),
            ("een twee drie vier vijf zes zeven acht", "een twee drie vier vijf zes zeven acht"),
        ] {
            assert_eq!(written(Cow::Borrowed(text)), expected, "{text}");
        }
    }
}
