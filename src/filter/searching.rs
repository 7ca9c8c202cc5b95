//! Searching among what a filter lets through.

use super::FilteredWords;
use crate::directory::{Date, Directory};
use crate::search::{Answer, First, Hit, Index};

/// Of no more organisations than this, all hits are looked at within a key press.
const AT_ONCE: usize = 10_000;

impl FilteredWords {
    /// What is met at once; where there is a filter, of the hits that there would be without it. In a directory that
    /// is no larger than the one built in by far, that is the whole answer.
    pub fn first(&self, directory: &Directory, index: &Index, limit: usize, today: Date) -> First {
        if !self.filter.is_empty() && directory.organisation_count() <= AT_ONCE {
            let understood = index.understand(directory, &self.words);
            let mut answer = index.search(directory, &self.words, usize::MAX);
            answer.hits.retain(|hit| self.lets_through(directory, hit, today));
            answer.total = answer.hits.len();
            answer.hits.truncate(limit);
            return First { answer, understood, is_whole: true };
        }
        let mut first = index.first(directory, &self.words, limit);
        if !self.filter.is_empty() {
            first.answer.hits.retain(|hit| self.lets_through(directory, hit, today));
            first.answer.total = first.answer.hits.len();
            first.is_whole = false;
        }
        first
    }

    /// How many would be met if it were known in which province they lie.
    pub fn of_unknown_province(&self, directory: &Directory, index: &Index, today: Date) -> usize {
        let Some(filter) = self.filter.without_province() else { return 0 };
        // Of all that there is, nobody wants to know.
        if filter.is_empty() && self.words.is_empty() || directory.organisation_count() > AT_ONCE {
            return 0;
        }
        let is_unknown = |hit: &&Hit| {
            directory.organisation(hit.organisation).province.is_none()
                && !hit.guess
                && filter.lets_through(directory, hit.organisation, today)
        };
        index.search(directory, &self.words, usize::MAX).hits.iter().filter(is_unknown).count()
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
