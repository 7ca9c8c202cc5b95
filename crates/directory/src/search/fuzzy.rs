//! The one file that knows fuzzy-matcher.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// The most texts that fuzzy-matcher is shown for one query: a matching call costs about 2.5 µs.
const MOST_CALLS: usize = 3_000;

/// How many times its own length a query may be stretched: beyond that the letters of a long name
/// are there by chance, and a confident wrong hit is worse than none.
const WIDEST: usize = 2;

/// Finds the letters of a query in a text, in their order, with others between.
pub(super) struct Subsequences<'q> {
    matcher: SkimMatcherV2,
    letters: &'q str,
    calls: usize,
}

impl<'q> Subsequences<'q> {
    pub(super) fn new(letters: &'q str) -> Self {
        Self { matcher: SkimMatcherV2::default().ignore_case(), letters, calls: 0 }
    }

    /// The score of a text, higher is better; `None` where it lacks the letters, has them scattered
    /// all over, or where too many texts were asked about already.
    pub(super) fn score(&mut self, text: &str) -> Option<i64> {
        if !has_close(text.as_bytes(), self.letters.as_bytes()) || self.is_spent() {
            return None;
        }
        self.calls += 1;
        let (score, positions) = self.matcher.fuzzy_indices(text, self.letters)?;
        let span = positions.last()? - positions.first()? + 1;
        (span <= WIDEST * positions.len()).then_some(score)
    }

    /// Whether so many texts were asked about that no more will be.
    pub(super) fn is_spent(&self) -> bool {
        self.calls >= MOST_CALLS
    }

    /// The positions of the letters in a text, in characters.
    pub(super) fn positions(&self, text: &str) -> Option<Vec<usize>> {
        self.matcher.fuzzy_indices(text, self.letters).map(|(_, positions)| positions)
    }
}

/// Whether these letters stand in a text in their order and close enough together: the cheap half of
/// the question, asked before fuzzy-matcher is. Lengths are in bytes, which folded letters hardly
/// ever have more of than one.
pub(super) fn has_close(text: &[u8], letters: &[u8]) -> bool {
    let Some((first, others)) = letters.split_first() else { return true };
    memchr::memchr_iter(*first, text).any(|at| {
        let end = text.len().min(at + WIDEST * letters.len());
        let mut near = text.get(at + 1..end).unwrap_or_default().iter();
        others.iter().all(|letter| near.any(|byte| byte == letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_in_order_and_close_together() {
        for (text, letters, is_close) in [
            ("amsterdam", "amdam", true),
            ("amsterdam", "dams", false),
            ("digitaalid", "digdi", false),
            ("d123456789igdigdi", "digdi", true),
            ("rijkswaterstaat", "rws", false),
            ("rwaters", "rws", false),
            ("rawbs", "rws", true),
            ("", "a", false),
            ("a", "", true),
        ] {
            assert_eq!(
                has_close(text.as_bytes(), letters.as_bytes()),
                is_close,
                "{text} {letters}"
            );
            let is_scored = Subsequences::new(letters).score(text).is_some();
            assert!(!is_scored || is_close, "{text} {letters}");
        }
    }
}
