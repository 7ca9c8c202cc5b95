//! Folding: what two spellings of one name have in common.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds one character for comparison: lower case, without accents; `None` where the character
/// carries no meaning for search (a combining mark).
///
/// One character in gives at most one character out, so that positions in the folded text can be
/// mapped back to the text that is shown.
pub fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    if is_combining_mark(c) {
        return None;
    }
    let base = std::iter::once(c).nfkd().find(|d| !is_combining_mark(*d)).unwrap_or(c);
    let folded = match base {
        'ø' | 'Ø' => 'o',
        'ł' | 'Ł' => 'l',
        'đ' | 'Đ' => 'd',
        'ß' => 's',
        '’' | '‘' | '‛' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' => '-',
        other => other.to_lowercase().next().unwrap_or(other),
    };
    Some(folded)
}

/// The letters and digits of a text, folded: what is left of a name whatever stands between its words.
pub fn letters(text: &str) -> String {
    if text.is_ascii() {
        let plain = text.chars().filter(char::is_ascii_alphanumeric);
        return plain.map(|c| c.to_ascii_lowercase()).collect();
    }
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Folds a text for comparison; see [`fold_char`].
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().filter_map(fold_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_what_separators_leave() {
        for (text, expected) in [
            ("POL_Ede", "polede"),
            ("Gemeente-Ede.nl", "gemeenteedenl"),
            ("hunze-en-aa's", "hunzeenaas"),
        ] {
            assert_eq!(letters(text), expected);
        }
    }
}
