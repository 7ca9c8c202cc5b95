//! Tokenized text for search: one run of letters and digits, and where its words begin.

use crate::text::fold::fold_char;

/// A text without case, accents, spaces and punctuation, that still knows where its words begin.
///
/// `'s-Hertogenbosch` becomes `shertogenbosch` with words at 0 and 1; so a query finds a name
/// whatever spaces, hyphens or apostrophes stand in either.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Tokenized {
    /// The letters and digits.
    pub(super) letters: String,
    /// Byte offsets into `letters` at which a word begins, ascending.
    pub(super) words: Vec<u32>,
    /// For every character of `letters`, its position in the text it came from, in characters.
    pub(super) origin: Vec<u32>,
}

impl Tokenized {
    pub(super) fn new(text: &str) -> Self {
        let mut tokenized = Self::default();
        let Self { letters, words, origin } = &mut tokenized;
        tokenize(text, letters, words, |position| origin.push(position));
        tokenized
    }

    /// The words of the text, each without what follows it.
    #[cfg(test)]
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        words(&self.letters, &self.words)
    }
}

/// Adds the letters and digits of a text to others, and where words begin among its own; `each` hears of every character
/// that is added where it came from, in characters.
pub(super) fn tokenize(
    text: &str,
    letters: &mut String,
    words: &mut Vec<u32>,
    mut each: impl FnMut(u32),
) {
    let begin = letters.len();
    letters.reserve(text.len());
    let mut at_start = true;
    let mut after_lower = false;
    for (position, c) in (0_u32..).zip(text.chars()) {
        let Some(base) = fold_char(c) else { continue };
        // One sign for two letters, which people type as two.
        let second = matches!(c, 'ĳ' | 'Ĳ').then_some('j');
        let base = if second.is_some() { 'i' } else { base };
        if base == '\'' {
            continue;
        }
        if !base.is_alphanumeric() {
            at_start = true;
            after_lower = false;
            continue;
        }
        // A capital after a small letter begins a word too: `PolZwolle`.
        if at_start || (after_lower && c.is_uppercase()) {
            words.push(u32::try_from(letters.len() - begin).unwrap_or(u32::MAX));
        }
        at_start = false;
        after_lower = c.is_lowercase();
        letters.push(base);
        each(position);
        if let Some(second) = second {
            letters.push(second);
            each(position);
        }
    }
}

/// The same for a text in which capitals and signs begin no words, such as an id that a platform made up:
/// `UCGGnsktUixQ1rN` holds neither "uix" nor "q1".
pub(super) fn tokenize_as_one_word(text: &str, letters: &mut String, words: &mut Vec<u32>) {
    let first = words.len();
    tokenize(text, letters, words, |_| {});
    words.truncate(first + 1);
}

/// The words of folded letters, by where they begin.
pub(super) fn words<'a>(letters: &'a str, starts: &'a [u32]) -> impl Iterator<Item = &'a str> {
    starts.iter().enumerate().filter_map(move |(i, &start)| {
        let end = starts.get(i + 1).map_or(letters.len(), |&next| next as usize);
        letters.get(start as usize..end)
    })
}

/// A bit for each letter and digit that a text holds: what lacks a bit can't hold the query.
pub(super) fn mask(letters: &str) -> u64 {
    letters.chars().fold(0, |mask, c| {
        mask | 1
            << match c {
                'a'..='z' => u32::from(c) - u32::from('a'),
                '0'..='9' => 26 + u32::from(c) - u32::from('0'),
                other => 36 + u32::from(other) % 28,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_what_people_leave_out() {
        for (text, letters, words) in [
            ("'s-Hertogenbosch", "shertogenbosch", vec!["s", "hertogenbosch"]),
            ("Súdwest-Fryslân", "sudwestfryslan", vec!["sudwest", "fryslan"]),
            ("Su\u{301}dwest", "sudwest", vec!["sudwest"]),
            ("POL_Ede", "polede", vec!["pol", "ede"]),
            ("PolZwolle", "polzwolle", vec!["pol", "zwolle"]),
            ("gem.Rotterdam", "gemrotterdam", vec!["gem", "rotterdam"]),
            ("Ĳsselstein aan de ĳ", "ijsselsteinaandeij", vec!["ijsselstein", "aan", "de", "ij"]),
            ("Hof van  Twente", "hofvantwente", vec!["hof", "van", "twente"]),
            ("  ", "", vec![]),
        ] {
            let tokenized = Tokenized::new(text);
            assert_eq!(tokenized.letters, letters, "{text}");
            assert_eq!(tokenized.words().collect::<Vec<_>>(), words, "{text}");
            assert_eq!(tokenized.origin.len(), tokenized.letters.chars().count(), "{text}");
        }
    }

    #[test]
    fn an_id_is_one_word() {
        let (mut letters, mut words) = ("ede".to_owned(), vec![0]);
        tokenize_as_one_word("UCGGnsktUixQ1rN_sN30MOHw", &mut letters, &mut words);
        assert_eq!(
            (letters.as_str(), words.as_slice()),
            ("edeucggnsktuixq1rnsn30mohw", &[0, 0][..])
        );
        tokenize_as_one_word("", &mut letters, &mut words);
        assert_eq!(words, [0, 0]);
    }

    #[test]
    fn a_mask_covers_the_letters_of_every_part() {
        let whole = mask("politiezwolle8ß");
        for part in ["pol", "zwolle", "8", "ß"] {
            assert_eq!(mask(part) & !whole, 0, "{part}");
        }
        assert_ne!(mask("x") & !whole, 0);
    }
}
