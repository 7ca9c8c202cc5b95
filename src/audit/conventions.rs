//! Conventions: which templates the handles of a family follow, which one is expected, and who deviates.

pub mod deviation;
pub mod expected;
pub(super) mod letter_case;
pub mod mining;
pub(super) mod proposal;
pub mod report;
pub mod spelling;
pub mod table;
pub mod template;
pub mod terms;
