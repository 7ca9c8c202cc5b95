//! Ranking: the costs, what a match weighs by them, and the lightest of many.

pub(super) mod costs;
pub(super) mod top_k;
pub(super) mod weight;
