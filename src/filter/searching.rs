//! Searching among what a filter lets through.

use super::FilteredWords;
use crate::directory::{Date, Directory};
use crate::search::{Answer, First, Hit, Index};

impl FilteredWords {
    /// What is met at once; where there is a filter, of the hits that there would be without it.
    pub fn first(&self, directory: &Directory, index: &Index, limit: usize, today: Date) -> First {
        let mut first = index.first(directory, &self.words, limit);
        if !self.filter.is_empty() {
            first.answer.hits.retain(|hit| self.lets_through(directory, hit, today));
            first.answer.total = first.answer.hits.len();
            first.is_whole = false;
        }
        first
    }

    /// The whole answer; `None` where `is_cancelled` said so meanwhile.
    pub fn rest(
        &self,
        directory: &Directory,
        index: &Index,
        limit: usize,
        today: Date,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Option<Answer> {
        if self.filter.is_empty() {
            return index.rest(directory, &self.words, limit, is_cancelled);
        }
        let mut answer = index.rest(directory, &self.words, usize::MAX, is_cancelled)?;
        answer.hits.retain(|hit| self.lets_through(directory, hit, today));
        answer.total = answer.hits.len();
        answer.hits.truncate(limit);
        Some(answer)
    }

    fn lets_through(&self, directory: &Directory, hit: &Hit, today: Date) -> bool {
        self.filter.lets_through(directory, hit.organisation, today)
    }
}
