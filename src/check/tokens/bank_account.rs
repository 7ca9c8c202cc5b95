//! Numbers of bank accounts (IBAN, ISO 13616): two letters for the country, two digits, and up to thirty letters
//! and digits, in groups of four or in one piece.

use std::ops::Range;

use crate::text::sanitise::is_hostile;

/// How many letters and digits a number has: that of Norway is the shortest.
const LENGTHS: Range<usize> = 15..35;

/// Where the numbers of bank accounts stand in a text.
pub(super) fn all(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    // What nobody sees parts nothing, though some of it is a letter to Unicode.
    for (at, c) in text.char_indices().filter(|(_, c)| !is_unseen(*c)) {
        let is_begin = plain(c).is_some_and(|it| it.is_ascii_alphabetic())
            && (last.is_none_or(|it| !is_joined(it)) || ends_label(text, at));
        let is_free = found.last().is_none_or(|it| it.end <= at);
        if is_begin && is_free {
            found.extend(length(text.get(at..).unwrap_or_default()).map(|it| at..at + it));
        }
        last = Some(c);
    }
    found
}

/// Whether the label of a number stands right before a place: `IBANNL91…`.
fn ends_label(text: &str, at: usize) -> bool {
    let start = at.checked_sub(LABEL.len());
    start.and_then(|start| text.get(start..at)).is_some_and(|it| it.eq_ignore_ascii_case(LABEL))
}

const LABEL: &str = "IBAN";

/// How many bytes of a text are a number that it begins with.
fn length(text: &str) -> Option<usize> {
    let mut signs = String::new();
    let mut ends = Vec::new();
    let mut parting = 0;
    for (at, c) in text.char_indices() {
        match plain(c) {
            Some(sign) if signs.len() < LENGTHS.end => {
                signs.push(sign);
                parting = 0;
                let end = at + c.len_utf8();
                let behind = text.get(end..).unwrap_or_default().trim_start_matches(is_unseen);
                let goes_on = behind.starts_with(is_joined);
                if LENGTHS.contains(&signs.len()) && !goes_on {
                    ends.push((end, signs.len()));
                }
            }
            None if is_unseen(c) => {}
            // Country and check digits are not apart, but in one of this country that a person is to type; what
            // follows is written in groups of any length.
            None if is_parting(c) && parting < MOST_PARTING && may_part(&signs) => parting += 1,
            _ => break,
        }
    }
    let is_number =
        |(_, length): &&(usize, usize)| is_sound(signs.get(..*length).unwrap_or_default());
    ends.iter().rev().find(is_number).map(|(end, _)| *end)
}

/// Whether a number is that of an account in another country.
pub(in crate::check) fn is_abroad(number: &str) -> bool {
    let signs: String = number.chars().filter_map(plain).collect();
    let country = signs.get(..COUNTRY.len()).unwrap_or_default();
    is_sound(&signs) && !country.eq_ignore_ascii_case(COUNTRY)
}

/// What the numbers of accounts in the Netherlands begin with.
const COUNTRY: &str = "NL";

/// The most signs between two groups.
const MOST_PARTING: usize = 3;

fn is_unseen(c: char) -> bool {
    is_hostile(c) && !c.is_whitespace()
}

/// Whether a sign can stand between two groups.
fn is_parting(c: char) -> bool {
    matches!(c, '\n' | '\r') || c.is_whitespace() && !c.is_control() || ".-–—*/_,|:·•".contains(c)
}

/// Whether a number that begins with these signs can be parted behind them.
fn may_part(signs: &str) -> bool {
    signs.len() >= 4 || COUNTRY.starts_with(&signs.get(..2).unwrap_or(signs).to_uppercase())
}

/// A letter or a digit as banks write it; wide ones are the same (UAX #15, compatibility).
fn plain(c: char) -> Option<char> {
    let plain = match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - WIDER)?,
        // Letters of other scripts that look the same (UTS 39).
        'Α' | 'А' => 'A',
        'Β' | 'В' => 'B',
        'І' | 'Ι' => 'I',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        c => c,
    };
    plain.is_ascii_alphanumeric().then_some(plain)
}

/// How far wide signs stand behind the plain ones.
const WIDER: u32 = 0xFEE0;

/// Whether a sign makes one word with the sign beside it.
fn is_joined(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '@' | '/')
}

/// How many digits are in the shortest of them: words with a number behind them have fewer.
const FEWEST_DIGITS: usize = 10;

/// Whether the form is that of a number, and its check digits are right; of a Dutch one in capitals the form is enough,
/// for a mistyped one is meant as one, too.
fn is_sound(signs: &str) -> bool {
    let signs = &with_digits(signs);
    let (country, rest) = signs.split_at_checked(2).unwrap_or_default();
    let (check, own) = rest.split_at_checked(2).unwrap_or_default();
    let is_form = country.bytes().all(|c| c.is_ascii_alphabetic())
        && check.bytes().all(|c| c.is_ascii_digit())
        && signs.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS;
    let is_dutch = || {
        let (bank, number) = own.split_at_checked(4).unwrap_or_default();
        country == COUNTRY
            && number.len() == 10
            && bank.bytes().all(|c| c.is_ascii_uppercase())
            && number.bytes().all(|c| c.is_ascii_digit())
    };
    let fits = !country.eq_ignore_ascii_case(COUNTRY) || signs.len() == DUTCH;
    is_form && fits && (is_dutch() || remainder(&format!("{own}{country}{check}")) == 1)
}

/// How many letters and digits a number of this country has.
const DUTCH: usize = 18;

/// A number of this country with digits where letters stand for them: `NL91 ABNA O4I7 1643 OO`.
fn with_digits(signs: &str) -> String {
    let is_digit = |at: usize| matches!(at, 2 | 3 | 8..);
    let sign = |(at, c): (usize, char)| match c {
        'O' if is_digit(at) => '0',
        'I' | 'l' if is_digit(at) => '1',
        c => c,
    };
    let is_dutch = signs.starts_with(COUNTRY) && signs.len() == DUTCH;
    if is_dutch { signs.chars().enumerate().map(sign).collect() } else { signs.to_owned() }
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
            ("op ＮＬ９１ＡＢＮＡ０４１７１６４３００.", &["ＮＬ９１ＡＢＮＡ０４１７１６４３００"]),
            ("NL91 ABNA O4I7 1643 OO", &["NL91 ABNA O4I7 1643 OO"]),
            ("NL91*ABNA*0417*1643*00", &["NL91*ABNA*0417*1643*00"]),
            ("NL91_ABNA_0417_1643_00", &["NL91_ABNA_0417_1643_00"]),
            ("NL91 / ABNA / 0417164300", &["NL91 / ABNA / 0417164300"]),
            ("NL 91 ABNA 0417 1643 00", &["NL 91 ABNA 0417 1643 00"]),
            ("N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0", &["N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0"]),
            ("IBANNL91ABNA0417164300", &["NL91ABNA0417164300"]),
            ("ΝL91АΒNA0417164300", &["ΝL91АΒNA0417164300"]),
            ("nl 12 345 6789 012 345 678", &[]),
            ("NL91\u{200B}ABNA0417164300", &["NL91\u{200B}ABNA0417164300"]),
            (
                "NL91 ABNA\u{2060} 0417\u{3164}1643\u{AD}00",
                &["NL91 ABNA\u{2060} 0417\u{3164}1643\u{AD}00"],
            ),
            ("1234 AB 56, zaak AB12 3456", &[]),
        ] {
            let found = all(text);
            let found: Vec<&str> = found.into_iter().map(|it| text.get(it).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
