//! What a cell looks like, whatever its column is called.

use crate::directory::PhoneNumber;

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    /// Nothing, or a word for nothing: `n.v.t.`, `-`, `ja`.
    Empty,
    /// An address, or a text with one in it.
    Address,
    /// A host alone: a site, or a name with points in it.
    Host,
    /// A mail address.
    Mail,
    /// A name with an `@` before it, or several.
    Marked,
    /// What a name could be, or several of them.
    Name,
    /// A telephone number.
    Phone,
    /// Digits, with what stands between them.
    Number,
    /// Anything else.
    Words,
}

/// What people write into a cell that they leave empty, and into lists of who has what.
const NOTHING: &[&str] = &[
    "-",
    "--",
    "–",
    "—",
    "?",
    ".",
    "/",
    "x",
    "n.v.t.",
    "n.v.t",
    "nvt",
    "n/a",
    "#n/a",
    "#n/b",
    "na",
    "geen",
    "none",
    "null",
    "nee",
    "ja",
    "no",
    "yes",
    "true",
    "false",
    "waar",
    "onwaar",
    "onbekend",
    "unknown",
    "niet van toepassing",
    "geen account",
    "niet aanwezig",
    "not available",
    "tbd",
];

/// The most letters of a name.
const LONGEST_NAME: usize = 64;

/// The least digits of a telephone number that a column is known by.
const FEWEST_DIGITS: usize = 9;

/// A cell as it was before a spreadsheet or this program kept it from being a formula.
pub(super) fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

/// What a cell looks like.
pub(super) fn shape(cell: &str) -> Shape {
    let cell = plain(cell);
    if cell.is_empty() || NOTHING.contains(&cell.to_lowercase().as_str()) {
        return Shape::Empty;
    }
    if is_number(cell) {
        return if is_phone(cell) { Shape::Phone } else { Shape::Number };
    }
    let words: Vec<Shape> = cell.split_whitespace().map(of_word).collect();
    let has = |shape| words.contains(&shape);
    if let [only] = words[..] {
        return only;
    }
    if has(Shape::Address) {
        return Shape::Address;
    }
    if has(Shape::Marked)
        && words.len() <= 2 * words.iter().filter(|it| **it == Shape::Marked).count()
    {
        return Shape::Marked;
    }
    let pieces: Vec<Shape> = pieces(cell).map(|it| of_word(it.trim())).collect();
    match pieces[..] {
        [first, _, ..] if pieces.iter().all(|it| *it == first) => first,
        _ => Shape::Words,
    }
}

/// The parts of a cell that holds several names: what commas, semicolons, bars and line breaks divide.
pub(super) fn pieces(cell: &str) -> impl Iterator<Item = &str> {
    let parts = plain(cell).split([',', ';', '|', '\n', '\r']).map(str::trim);
    parts.filter(|part| shape_of_nothing(part))
}

fn shape_of_nothing(part: &str) -> bool {
    !part.is_empty() && !NOTHING.contains(&part.to_lowercase().as_str())
}

fn of_word(word: &str) -> Shape {
    // What stands round a word in a list or a sentence.
    let word = word.trim_matches(['"', '<', '>', '(', ')', ',', ';', '|']);
    if word.contains("://") || word.to_lowercase().starts_with("www.") {
        return Shape::Address;
    }
    if let Some(name) = word.strip_prefix(['@', '＠']) {
        return if name.is_empty() { Shape::Words } else { Shape::Marked };
    }
    if let Some((user, host)) = word.split_once('@') {
        let is_mail = is_host(host) && !user.contains('/');
        return if is_mail { Shape::Mail } else { Shape::Words };
    }
    if let Some((host, _)) = word.split_once(['/', '?']) {
        return if is_host(host) { Shape::Address } else { Shape::Words };
    }
    if is_host(word) {
        return Shape::Host;
    }
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let is_name = word.chars().all(is_part)
        && word.chars().any(char::is_alphabetic)
        && (2..=LONGEST_NAME).contains(&word.chars().count());
    if is_name { Shape::Name } else { Shape::Words }
}

/// Whether a text could be the name of a site: labels with points between them, and letters last.
fn is_host(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let Some((start, end)) = text.rsplit_once('.') else { return false };
    let is_ending = end.starts_with("xn--") || end.chars().all(char::is_alphabetic);
    is_ending
        && end.chars().count() >= 2
        && start.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
        })
}

fn is_number(cell: &str) -> bool {
    let is_part = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '+' | '-' | '(' | ')' | '.' | ',' | '/' | ':' | '%')
    };
    cell.chars().all(is_part) && cell.chars().any(|c| c.is_ascii_digit())
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let begins = cell.trim_start_matches('(').starts_with(['0', '+']);
    begins && digits >= FEWEST_DIGITS && PhoneNumber::read(cell).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_by_their_looks() {
        for (cell, expected) in [
            ("", Shape::Empty),
            (" n.v.t. ", Shape::Empty),
            ("Ja", Shape::Empty),
            ("https://x.com/POL_Ede", Shape::Address),
            ("x.com/POL_Ede", Shape::Address),
            ("www.ede.nl", Shape::Address),
            ("Volg ons: https://x.com/POL_Ede", Shape::Address),
            ("https://x.com/POL_Ede, https://x.com/POL_Epe", Shape::Address),
            ("ede.nl", Shape::Host),
            ("knmi.nl", Shape::Host),
            ("info@ede.nl", Shape::Mail),
            ("@POL_Ede", Shape::Marked),
            ("'@POL_Ede", Shape::Marked),
            ("@knmi@social.overheid.nl", Shape::Marked),
            ("@POL_Ede en @POL_Epe", Shape::Marked),
            ("POL_Ede", Shape::Name),
            ("POL_Ede, POL_Epe", Shape::Name),
            ("POL_Ede\nPOL_Epe", Shape::Name),
            ("Gemeente Ede", Shape::Words),
            ("Ede, Veluwe", Shape::Name),
            ("Afdeling Communicatie, Ede", Shape::Words),
            ("'+31 318 680 911", Shape::Phone),
            ("0318-680911", Shape::Phone),
            ("14 0318", Shape::Number),
            ("28-11-2026", Shape::Number),
            ("12345678", Shape::Number),
            ("1.234,5", Shape::Number),
            ("€ 5", Shape::Words),
            ("@", Shape::Words),
            ("a/b", Shape::Words),
        ] {
            assert_eq!(shape(cell), expected, "{cell:?}");
        }
    }
}
