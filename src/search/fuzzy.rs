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
        if !has_in_order(text.as_bytes(), self.letters.as_bytes()) || self.is_spent() {
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

/// Whether all bytes stand in others in this order, with any between: the cheap half of the
/// question, asked before fuzzy-matcher is.
pub(super) fn has_in_order(text: &[u8], letters: &[u8]) -> bool {
    let mut rest = text.iter();
    letters.iter().all(|letter| rest.any(|byte| byte == letter))
}
