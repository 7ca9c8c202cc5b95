//! What the words of a query cost every organisation, added up in columns: a byte for each.

use crate::search::answer::Tier;
use crate::search::rank::top_k::Weights;
use crate::search::rank::weight::Weight;

/// What searches write on, kept from one to the next: at a million organisations, asking the system
/// for it takes longer than the search.
#[derive(Debug, Default)]
pub(in crate::search) struct Scratch {
    pub(in crate::search) weights: Weights,
    /// What one word of a query costs each organisation.
    word: Vec<u8>,
    /// What its words cost together.
    sums: Vec<u16>,
}

/// No cost: the word was not met.
pub(in crate::search) const NO_WORD: u8 = u8::MAX;
const NO_SUM: u16 = u16::MAX;

/// A cost, and whether it is of an unofficial account, in one byte, as [`keep_lowest`] takes it.
pub(in crate::search) fn pack_cost(cost: u32, is_unofficial: bool) -> u8 {
    u8::try_from(cost << 1 | u32::from(is_unofficial)).unwrap_or(NO_WORD - 1)
}

/// Notes what a word costs an organisation, where it is less than what is known.
pub(in crate::search) fn keep_lowest(word: &mut [u8], rank: u32, code: u8) {
    if let Some(known) = word.get_mut(rank as usize) {
        *known = code.min(*known);
    }
}

/// Adds up what the words of a query cost every organisation that has them all.
pub(in crate::search) fn add_up(
    scratch: &mut Scratch,
    count: usize,
    costs: impl IntoIterator<Item = impl FnOnce(&mut [u8])>,
) {
    let Scratch { word, sums, .. } = scratch;
    sums.clear();
    sums.resize(count, 0);
    for costs in costs {
        word.clear();
        word.resize(count, NO_WORD);
        costs(word);
        for (sum, &cost) in sums.iter_mut().zip(word.iter()) {
            *sum = if *sum == NO_SUM || cost == NO_WORD {
                NO_SUM
            } else {
                let unofficial = (*sum | u16::from(cost)) & 1;
                ((*sum >> 1) + u16::from(cost >> 1)) << 1 | unofficial
            };
        }
        if sums.iter().all(|sum| *sum == NO_SUM) {
            return;
        }
    }
}

/// Takes in what [`add_up`] came to, and a cost on top.
pub(in crate::search) fn weigh_sums(scratch: &mut Scratch, tier: Tier, more: u32, is_guess: bool) {
    let Scratch { weights, sums, .. } = scratch;
    for (&sum, rank) in sums.iter().zip(0..) {
        if sum != NO_SUM {
            let cost = u32::from(sum >> 1) + more;
            weights.add(rank, Weight::new(tier, cost, sum & 1 == 1, is_guess));
        }
    }
}
