//! The best of many: the few that weigh least.

use super::weight::Weight;
use crate::search::answer::Tier;

/// How many weights are looked at in one go.
const BLOCK: usize = 64;
const BLOCK_RANKS: u32 = 64;

/// What every organisation weighs, by rank.
#[derive(Debug, Default)]
pub(in crate::search) struct Weights {
    all: Vec<Weight>,
    first_ended: u32,
}

impl Weights {
    /// Forgets everything; there are so many organisations, and from this rank on they have ended.
    pub(in crate::search) fn clear(&mut self, count: u32, first_ended: u32) {
        self.all.clear();
        self.all.resize(count as usize, Weight::NONE);
        self.first_ended = first_ended;
    }

    /// Takes a weight in, if it is the lightest of this rank so far.
    pub(in crate::search) fn add(&mut self, rank: u32, weight: Weight) {
        let weight = if rank >= self.first_ended { weight.ended() } else { weight };
        if let Some(known) = self.all.get_mut(rank as usize) {
            *known = weight.min(*known);
        }
    }

    /// Takes a rank out.
    pub(in crate::search) fn remove(&mut self, rank: u32) {
        if let Some(known) = self.all.get_mut(rank as usize) {
            *known = Weight::NONE;
        }
    }

    pub(in crate::search) fn get(&self, rank: u32) -> Weight {
        self.all.get(rank as usize).copied().unwrap_or(Weight::NONE)
    }

    /// Takes out what was met in a tier.
    pub(in crate::search) fn remove_tier(&mut self, tier: Tier) {
        for weight in self.all.iter_mut().filter(|weight| weight.is_of(tier)) {
            *weight = Weight::NONE;
        }
    }

    /// How many were met in the tiers above this one.
    pub(in crate::search) fn count_above(&self, tier: Tier) -> usize {
        self.all.iter().filter(|weight| weight.is_above(tier)).count()
    }

    /// Whether one that exists has all words in its name, each as a whole word.
    pub(in crate::search) fn is_named(&self) -> bool {
        let most = Weight::new(Tier::Words, 0, false, false);
        self.all.iter().any(|weight| *weight <= most)
    }

    /// How many organisations were met.
    pub(in crate::search) fn total(&self) -> usize {
        self.all.iter().filter(|weight| **weight != Weight::NONE).count()
    }

    /// The lightest, in order.
    pub(in crate::search) fn best(&self, limit: usize) -> Vec<(Weight, u32)> {
        let mut best: Vec<(Weight, u32)> = Vec::new();
        if limit == 0 {
            return best;
        }
        // Whatever is not lighter than this has no place among the best: ranks ascend.
        let mut bar = Weight::NONE;
        let room = limit.saturating_mul(4).clamp(1024, 1 << 20).max(limit.saturating_add(1));
        let mut first = 0;
        for weights in self.all.chunks(BLOCK) {
            // Most looks find nothing, and are quick.
            if weights.iter().fold(Weight::NONE, |least, weight| least.min(*weight)) < bar {
                let lighter = weights.iter().zip(first..).filter(|(weight, _)| **weight < bar);
                best.extend(lighter.map(|(weight, rank)| (*weight, rank)));
            }
            first += BLOCK_RANKS;
            if best.len() >= room {
                best.select_nth_unstable(limit - 1);
                best.truncate(limit);
                bar = best.iter().map(|(weight, _)| *weight).max().unwrap_or(bar);
            }
        }
        best.sort_unstable();
        best.truncate(limit);
        best
    }
}
