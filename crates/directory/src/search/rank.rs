//! Ranking: what a match weighs, and the lightest of many.

pub(super) mod top_k;
