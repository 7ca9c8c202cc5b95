//! What a hit weighs, as one number.

use crate::search::answer::Tier;

/// What a hit weighs, lower is better: a guess after what is none, what has ended after all that exists, the
/// tier, the cost within the tier, whether it is unofficial. Equal weights are decided by rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct Weight(u16);

// From the highest bit on: the guess, whether the organisation has ended, the tier (4 bits), the cost
// (9 bits), whether the account is unofficial. So one comparison of numbers compares all of them in
// their order, and in 16 bits a block of weights is looked through in a few steps of the processor.

const TIER: u32 = 10;
const GUESS: u16 = 1 << 15;
const ENDED: u16 = 1 << 14;
/// Costs are small numbers; beyond this they are all the same.
const HIGHEST_COST: u32 = 511;

impl Weight {
    /// No hit at all.
    pub(in crate::search) const NONE: Self = Self(u16::MAX);

    pub(in crate::search) fn new(
        tier: Tier,
        cost: u32,
        is_unofficial: bool,
        is_guess: bool,
    ) -> Self {
        let [low, high, ..] = cost.min(HIGHEST_COST).to_le_bytes();
        let cost = u16::from_le_bytes([low, high]);
        let guess = if is_guess { GUESS } else { 0 };
        Self(guess | (tier as u16) << TIER | cost << 1 | u16::from(is_unofficial))
    }

    /// This weight for an organisation that has ended: behind all that exist.
    pub(in crate::search) fn ended(self) -> Self {
        Self(self.0 | ENDED)
    }

    /// Whether it is of a tier.
    pub(in crate::search) fn is_of(self, tier: Tier) -> bool {
        (self.0 & !GUESS & !ENDED) >> TIER == tier as u16
    }

    /// Whether it is of a better tier.
    pub(in crate::search) fn is_above(self, tier: Tier) -> bool {
        (self.0 & !GUESS & !ENDED) >> TIER < tier as u16
    }
}
