//! The words of a text, and where they stand.

use std::ops::Range;

use crate::text::fold::fold;

/// The most words of a text that are looked at: more than any message that fits the input has.
const MOST: usize = 3_000;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// As it is written.
    pub(super) typed: &'t str,
    /// As it is compared.
    pub(super) folded: String,
    /// Where it stands, in bytes.
    pub(super) place: Range<usize>,
}

/// The words of a text: runs of letters and digits, with the signs between them that names have.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut all = Vec::new();
    let mut begin = None;
    let mut push = |begin: usize, end: usize| {
        let typed = text.get(begin..end).unwrap_or_default();
        let trimmed = typed.trim_end_matches(is_inner);
        let place = begin..begin + trimmed.len();
        all.push(Word { typed: trimmed, folded: fold(trimmed), place });
    };
    for (at, c) in text.char_indices() {
        let goes_on = c.is_alphanumeric() || begin.is_some() && is_inner(c);
        match (begin, goes_on) {
            (None, true) => begin = Some(at),
            (Some(from), false) => {
                push(from, at);
                begin = None;
            }
            _ => {}
        }
    }
    if let Some(from) = begin {
        push(from, text.len());
    }
    all.truncate(MOST);
    all
}

/// Whether a sign stands inside words.
fn is_inner(c: char) -> bool {
    c == '&'
}

/// Some words as one text.
pub(super) fn joined<'w>(words: &[Word<'w>], of: impl Fn(&Word<'w>) -> String) -> String {
    words.iter().map(of).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_signs() {
        for (text, expected) in [
            ("", &[][..]),
            (" … ", &[]),
            ("Ga naar 's-Hertogenbosch!", &["Ga", "naar", "s", "Hertogenbosch"]),
            ("I&W, de Rijks-\ndienst", &["I&W", "de", "Rijks", "dienst"]),
            ("Één op’t één.", &["Één", "op", "t", "één"]),
        ] {
            let words = words(text);
            let typed: Vec<&str> = words.iter().map(|word| word.typed).collect();
            assert_eq!(typed, expected, "{text}");
            for word in &words {
                assert_eq!(text.get(word.place.clone()), Some(word.typed));
            }
        }
    }
}
