//! The words of a text, and where they stand.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::check::hidden::without;
use crate::text::fold::fold;
use crate::text::sanitise::is_hostile;

/// The most words of a text that are looked at: more than any message that fits the input has.
const MOST: usize = 3_000;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// As it is written, but for what nobody sees.
    pub(super) typed: Cow<'t, str>,
    /// As it is compared.
    pub(super) folded: String,
    /// Where it stands, in bytes.
    pub(super) place: Range<usize>,
}

/// The words of a text: runs of letters and digits, with the signs between them that names have, and with what
/// nobody sees in them.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut all = Vec::new();
    let mut begin = None;
    let mut push = |begin: usize, end: usize| {
        let typed = text.get(begin..end).unwrap_or_default();
        let trimmed = typed.trim_end_matches(|c| c == '&' || is_hostile(c));
        let place = begin..begin + trimmed.len();
        let typed = seen(trimmed);
        all.push(Word { folded: fold(&typed), typed, place });
    };
    for (at, c) in text.char_indices() {
        // Some of what nobody sees is a letter to Unicode.
        let is_letter = c.is_alphanumeric() && !is_hostile(c);
        let goes_on = is_letter || begin.is_some() && is_inner(c);
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

/// Whether a sign stands inside words: blanks part them, also those that are never shown raw.
fn is_inner(c: char) -> bool {
    c == '&' || is_combining_mark(c) || is_unseen(c)
}

/// Whether a character is seen as nothing at all.
pub(super) fn is_unseen(c: char) -> bool {
    is_hostile(c) && !c.is_whitespace() && c != BLANK
}

/// The empty cell of braille, which is as wide as a letter.
const BLANK: char = '\u{2800}';

/// What is seen of a word.
fn seen(word: &str) -> Cow<'_, str> {
    if word.contains(is_hostile) { Cow::Owned(without(word)) } else { Cow::Borrowed(word) }
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
            ("wacht\u{200B}woord\u{AD} \u{3164}x", &["wachtwoord", "x"]),
            ("wa\u{301}cht\u{2800}woord", &["wa\u{301}cht", "woord"]),
            ("Één op’t één.", &["Één", "op", "t", "één"]),
        ] {
            let words = words(text);
            let typed: Vec<&str> = words.iter().map(|word| &*word.typed).collect();
            assert_eq!(typed, expected, "{text}");
            for word in &words {
                let place = text.get(word.place.clone());
                assert_eq!(place.map(without), Some(word.typed.to_string()));
                assert!(!word.folded.contains(is_hostile), "{text:?}");
            }
        }
    }
}
