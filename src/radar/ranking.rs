//! The likeliest of many, in no more room than they take themselves.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Suspect;

/// The suspects with the highest scores; of one name the one that came first.
#[derive(Debug, Default)]
pub struct Ranking {
    /// How many are kept; as many as come where there is no limit.
    limit: Option<usize>,
    kept: BTreeMap<(Reverse<u8>, String), Suspect>,
    /// How many found no place.
    left_out: u64,
}

impl Ranking {
    /// Keeps so many, or all where there is no limit.
    pub fn new(limit: Option<usize>) -> Self {
        Self { limit, ..Self::default() }
    }

    /// Takes a suspect in, where it is likelier than one of those that are there.
    pub fn add(&mut self, suspect: Suspect) {
        let key = (Reverse(suspect.score), suspect.name.to_lowercase());
        self.kept.entry(key).or_insert(suspect);
        if self.limit.is_some_and(|limit| self.kept.len() > limit) {
            self.kept.pop_last();
            self.left_out += 1;
        }
    }

    /// How many are kept.
    pub fn kept(&self) -> usize {
        self.kept.len()
    }

    /// How many were left out. A name that came again after that is counted again.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// Those that are kept, the likeliest first.
    pub fn into_suspects(self) -> impl Iterator<Item = Suspect> {
        self.kept.into_values()
    }
}
