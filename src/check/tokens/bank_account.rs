//! Numbers of bank accounts (IBAN, ISO 13616): two letters for the country, two digits, and up to thirty letters
//! and digits, in groups of four or in one piece.

use std::ops::Range;

/// How many letters and digits a number has: that of Norway is the shortest.
const LENGTHS: Range<usize> = 15..35;

/// Where the numbers of bank accounts stand in a text.
pub(super) fn all(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, c) in text.char_indices() {
        let is_begin = c.is_ascii_alphabetic() && last.is_none_or(|it| !is_joined(it));
        let is_free = found.last().is_none_or(|it| it.end <= at);
        if is_begin && is_free {
            found.extend(length(text.get(at..).unwrap_or_default()).map(|it| at..at + it));
        }
        last = Some(c);
    }
    found
}

/// How many bytes of a text are a number that it begins with.
fn length(text: &str) -> Option<usize> {
    let mut signs = String::new();
    let mut ends = Vec::new();
    let mut is_parted = false;
    for (at, c) in text.char_indices() {
        match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' if signs.len() < LENGTHS.end => {
                signs.push(c);
                is_parted = false;
                let goes_on = text.get(at + 1..).is_some_and(|it| it.starts_with(is_joined));
                if LENGTHS.contains(&signs.len()) && !goes_on {
                    ends.push((at + 1, signs.len()));
                }
            }
            // Country and check digits are never apart; what follows is written in groups of any length.
            ' ' | '\u{a0}' | '.' | '-' | '\n' if signs.len() >= 4 && !is_parted => is_parted = true,
            _ => break,
        }
    }
    let is_number =
        |(_, length): &&(usize, usize)| is_sound(signs.get(..*length).unwrap_or_default());
    ends.iter().rev().find(is_number).map(|(end, _)| *end)
}

/// Whether a sign makes one word with the sign beside it.
fn is_joined(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '@' | '/')
}

/// How many digits are in the shortest of them: words with a number behind them have fewer.
const FEWEST_DIGITS: usize = 10;

/// Whether the form is that of a number, and its check digits are right; of a Dutch one in capitals the form is enough,
/// for a mistyped one is meant as one, too.
fn is_sound(signs: &str) -> bool {
    let (country, rest) = signs.split_at_checked(2).unwrap_or_default();
    let (check, own) = rest.split_at_checked(2).unwrap_or_default();
    let is_form = country.bytes().all(|c| c.is_ascii_alphabetic())
        && check.bytes().all(|c| c.is_ascii_digit())
        && signs.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS;
    let is_dutch = || {
        let (bank, number) = own.split_at_checked(4).unwrap_or_default();
        country == "NL"
            && number.len() == 10
            && bank.bytes().all(|c| c.is_ascii_uppercase())
            && number.bytes().all(|c| c.is_ascii_digit())
    };
    is_form && (is_dutch() || remainder(&format!("{own}{country}{check}")) == 1)
}

/// What is left of a number when it is divided by 97; letters stand for 10 to 35 (ISO 7064).
fn remainder(signs: &str) -> u32 {
    signs.chars().filter_map(|c| c.to_digit(36)).fold(0, |rest, digit| {
        let shifted = if digit < 10 { rest * 10 } else { rest * 100 };
        (shifted + digit) % 97
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_bank_accounts_are_told_from_what_is_none() {
        for (text, expected) in [
            ("NL91ABNA0417164300", &["NL91ABNA0417164300"][..]),
            ("op NL91 ABNA 0417 1643 00, t.n.v. X", &["NL91 ABNA 0417 1643 00"]),
            ("IBAN: NL00BANK0123456789.", &["NL00BANK0123456789"]),
            (
                "DE89 3704 0044 0532 0130 00 en BE68539007547034",
                &["DE89 3704 0044 0532 0130 00", "BE68539007547034"],
            ),
            // Wrong check digits, too long, part of a name, a postcode, a case number.
            ("DE88370400440532013000", &[]),
            ("NL91ABNA0417164300123", &[]),
            ("@NL91ABNA0417164300", &[]),
            ("NL91ABNA0417164300_x", &[]),
            ("nl91abna0417164300", &["nl91abna0417164300"]),
            ("NL91.ABNA.0417.1643.00", &["NL91.ABNA.0417.1643.00"]),
            ("NL91\nABNA0417164300 is", &["NL91\nABNA0417164300"]),
            ("NL91 ABNA 04 17 16 43 00", &["NL91 ABNA 04 17 16 43 00"]),
            ("1234 AB 56, zaak AB12 3456", &[]),
        ] {
            let found = all(text);
            let found: Vec<&str> = found.into_iter().map(|it| text.get(it).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
