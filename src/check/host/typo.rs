//! Typing errors: one letter doubled, dropped, added, swapped or replaced, or a dash put in, in a name that is
//! long or known enough for it.
//!
//! How little may differ follows from how many honest names are as near. Of six letters and more, hardly any
//! is, but for words of the language ([`super::ordinary`]) and places. Of four and five letters, those
//! with a letter less or with another one are; of three, only what a finger does that strikes two keys, or what
//! no name has: digits, dashes, doubled letters.

use super::allowlist::{COMMON_WORDS, NOT_TYPOS};
use super::genuine::{Genuine, Weight};

/// From this many letters on, a name has hardly any honest neighbours but words.
pub(super) const LONG: usize = 6;

/// From this many letters on, an everyday word has hardly any honest neighbours either.
const COMPOUND: usize = 10;

/// Whether a label is a genuine one but for a typo. The shorter the name and the less it says by
/// itself, the less may differ: too many honest names are one letter apart.
pub(super) fn is_typo(label: &str, genuine: &Genuine, same_ending: bool) -> bool {
    let is_excepted = || genuine.except.iter().any(|other| label.starts_with(other.as_str()));
    if label == genuine.label || NOT_TYPOS.contains(&label) || is_excepted() {
        return false;
    }
    let written: Vec<char> = label.chars().collect();
    let real: Vec<char> = genuine.label.chars().collect();
    let Some(slip) = slip(&written, &real) else {
        return is_two_slips(label, &written, genuine, &real, same_ending);
    };
    if same_ending && !genuine.is_platform() {
        is_at_home(&slip, &written, &real, genuine)
    } else {
        is_elsewhere(&slip, real.len(), genuine)
    }
}

/// Whether a slip tells of a genuine name under the very ending of that name.
fn is_at_home(slip: &Slip, written: &[char], real: &[char], genuine: &Genuine) -> bool {
    let length = real.len();
    let is_known = genuine.is_known_abbreviation || genuine.weight == Weight::Brand;
    // Words that a name is put together from are honestly parted too.
    let is_parted = slip.typo == Typo::Dashed && is_common(genuine) && are_words(written);
    if genuine.with_place || is_parted || is_inflected(slip, genuine) || is_firm(written, real) {
        return false;
    }
    match length {
        0..3 => false,
        3 => match slip.typo {
            Typo::Doubled | Typo::Dashed => is_known,
            Typo::Added(letter) => is_known && slip.is_struck_beside(letter),
            Typo::Swapped | Typo::Dropped | Typo::Replaced(_) => false,
        },
        4..LONG => match slip.typo {
            Typo::Doubled | Typo::Dashed | Typo::Added(_) | Typo::Swapped => is_known,
            // No other name is a digit away.
            Typo::Replaced(letter) => is_known && letter.is_ascii_digit(),
            Typo::Dropped => false,
        },
        _ if genuine.weight != Weight::Plain || !is_common(genuine) || length >= COMPOUND => true,
        _ => length >= 8 && matches!(slip.typo, Typo::Swapped | Typo::Doubled),
    }
}

/// Whether a name is a word of everyday too.
pub(super) fn is_common(genuine: &Genuine) -> bool {
    COMMON_WORDS.contains(&genuine.label.as_str())
}

/// Whether all parts of a name are long enough to be words.
fn are_words(written: &[char]) -> bool {
    written.split(|c| *c == '-').all(|part| part.len() >= 4)
}

/// Whether a letter behind a name makes its plural or genitive, or of a place what comes from there. A digit
/// before a place makes the name of what is first there, `1zwolle`.
fn is_inflected(slip: &Slip, genuine: &Genuine) -> bool {
    let Typo::Added(letter) = slip.typo else { return false };
    let is_place = genuine.weight == Weight::Plain && !genuine.is_known_abbreviation;
    match (slip.before, slip.after, letter) {
        (Some(_), None, 's') => true,
        (Some(_), None, 'e' | 'n' | 'r') | (None, Some(_), '0'..='9') => is_place,
        _ => false,
    }
}

/// Whether a name ends with the short form of a company's kind, and the genuine one does not.
fn is_firm(written: &[char], real: &[char]) -> bool {
    const KINDS: [&[char]; 2] = [&['b', 'v'], &['n', 'v']];
    KINDS.iter().any(|kind| written.ends_with(kind) && !real.ends_with(kind))
}

/// Whether a slip tells of a genuine name under any other ending.
fn is_elsewhere(slip: &Slip, length: usize, genuine: &Genuine) -> bool {
    if genuine.weight != Weight::Brand || length < LONG {
        return false;
    }
    let is_inside = slip.before.is_some() && slip.after.is_some();
    match slip.typo {
        Typo::Swapped | Typo::Doubled | Typo::Dashed => true,
        Typo::Dropped | Typo::Added(_) => is_inside && length >= 7,
        Typo::Replaced(_) => is_inside && length >= 10,
    }
}

/// Whether two slips were made in a long name.
fn is_two_slips(
    label: &str,
    written: &[char],
    genuine: &Genuine,
    real: &[char],
    same_ending: bool,
) -> bool {
    let is_strong = genuine.weight == Weight::Brand;
    // Names of one region differ in the abbreviation before it.
    let is_long = real.len() >= if is_strong { 12 } else { 14 };
    let begins_alike = written.get(..3) == real.get(..3);
    // What is only longer has something behind it: another body's initials, a number, a plural.
    let is_longer = written.starts_with(real) || real.starts_with(written);
    is_long
        && (is_strong || same_ending)
        && begins_alike
        && !is_longer
        && genuine.weight < Weight::Plain
        && written.len().abs_diff(real.len()) <= 2
        && strsim::osa_distance(label, &genuine.label) <= 2
}

/// One typo, and the letters of the genuine name between which it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slip {
    typo: Typo,
    before: Option<char>,
    after: Option<char>,
}

/// What one typo did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typo {
    /// Two neighbours changed places.
    Swapped,
    /// A letter was doubled, or a doubled one is single.
    Doubled,
    /// A dash was put in or left out.
    Dashed,
    /// A letter is missing.
    Dropped,
    /// This letter was added.
    Added(char),
    /// This letter stands for another.
    Replaced(char),
}

impl Slip {
    /// Whether an added letter is a digit, or lies beside one of its neighbours on the keyboard: the finger
    /// struck both.
    fn is_struck_beside(&self, letter: char) -> bool {
        let is_beside = |other: Option<char>| other.is_some_and(|other| are_beside(letter, other));
        letter.is_ascii_digit() || is_beside(self.before) || is_beside(self.after)
    }
}

/// The rows of keyboards, each a little to the right of the one above it; of the second kind, what differs
/// from the first.
const KEYBOARDS: [[&str; 3]; 3] = [
    ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
    ["qwertzuiop", "asdfghjkl", "yxcvbnm"],
    ["azertyuiop", "qsdfghjklm", "wxcvbn"],
];

/// Whether two letters lie beside one another on any keyboard.
fn are_beside(one: char, other: char) -> bool {
    KEYBOARDS.iter().any(|rows| {
        let place = |letter: char| {
            rows.iter().enumerate().find_map(|(row, keys)| Some((row, keys.find(letter)?)))
        };
        let (Some((row, at)), Some((other_row, other_at))) = (place(one), place(other)) else {
            return false;
        };
        match (row.abs_diff(other_row), row < other_row) {
            (0, _) => at.abs_diff(other_at) == 1,
            (1, true) => at == other_at || at == other_at + 1,
            (1, false) => other_at == at || other_at == at + 1,
            _ => false,
        }
    })
}

/// The one typo that makes the written word of the real one.
fn slip(written: &[char], real: &[char]) -> Option<Slip> {
    let same = written.iter().zip(real).take_while(|(a, b)| a == b).count();
    let (own, other) = (written.get(same..)?, real.get(same..)?);
    let before = same.checked_sub(1).and_then(|at| real.get(at)).copied();
    let found = |typo, after: Option<&char>| Some(Slip { typo, before, after: after.copied() });
    match (own, other) {
        ([a, b, own @ ..], [c, d, other @ ..]) if (a, b) == (d, c) && own == other => {
            let is_dash = *a == '-' || *b == '-';
            found(if is_dash { Typo::Dashed } else { Typo::Swapped }, other.first())
        }
        ([letter, own @ ..], [_, other @ ..]) if own == other => {
            found(Typo::Replaced(*letter), other.first())
        }
        ([letter, own @ ..], other) if own == other => {
            let is_double = before == Some(*letter) || other.first() == Some(letter);
            let typo = match letter {
                '-' => Typo::Dashed,
                _ if is_double => Typo::Doubled,
                _ => Typo::Added(*letter),
            };
            found(typo, other.first())
        }
        (own, [letter, other @ ..]) if own == other => {
            let is_double = before == Some(*letter) || other.first() == Some(letter);
            let typo = match letter {
                '-' => Typo::Dashed,
                _ if is_double => Typo::Doubled,
                _ => Typo::Dropped,
            };
            found(typo, other.first())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Typo, are_beside, slip};

    #[test]
    fn one_typo_has_one_name() {
        for (written, real, expected) in [
            ("twiter", "twitter", Some(Typo::Doubled)),
            ("twittter", "twitter", Some(Typo::Doubled)),
            ("facebookk", "facebook", Some(Typo::Doubled)),
            ("ffacebook", "facebook", Some(Typo::Doubled)),
            ("instagarm", "instagram", Some(Typo::Swapped)),
            ("istagram", "instagram", Some(Typo::Dropped)),
            ("instahgram", "instagram", Some(Typo::Added('h'))),
            ("instagran", "instagram", Some(Typo::Replaced('n'))),
            ("facebooks", "facebook", Some(Typo::Added('s'))),
            ("acebook", "facebook", Some(Typo::Dropped)),
            ("twister", "twitter", Some(Typo::Replaced('s'))),
            ("face-book", "facebook", Some(Typo::Dashed)),
            ("valleiveluwe", "vallei-veluwe", Some(Typo::Dashed)),
            ("tiwttre", "twitter", None),
            ("facebook", "facebook", None),
            ("", "facebook", None),
            ("facebook", "", None),
        ] {
            let chars = |text: &str| text.chars().collect::<Vec<_>>();
            let found = slip(&chars(written), &chars(real)).map(|it| it.typo);
            assert_eq!(found, expected, "{written} {real}");
        }
    }

    #[test]
    fn keys_lie_beside_their_neighbours() {
        for (one, others) in [('s', "adwezxqy"), ('g', "fhtyvbz"), ('p', "olm"), ('m', "nkjlp")] {
            for other in 'a'..='z' {
                assert_eq!(are_beside(one, other), are_beside(other, one), "{one}{other}");
                if are_beside(one, other) {
                    assert!(others.contains(other), "{one}{other}");
                }
            }
        }
        assert!(are_beside('u', 'i') && are_beside('n', 'h') && !are_beside('a', 'm'));
    }
}
