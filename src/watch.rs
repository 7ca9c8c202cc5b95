//! What changed for some organisations since an earlier look: in the directory, on their own sites, at the platforms
//! and in the audit.
//!
//! A [`Look`] is all that one run found, and a [`Baseline`] what is known from the runs before. [`compare()`] says what
//! the look adds to it, and what the next baseline is. What could not be looked at is no change: it is told apart, and
//! what was known of it stays known. An account that its own site shows no more counts only at a second look, at least
//! [`SECOND_LOOK_DAYS`] days after the first.

pub mod baseline;
mod change;
mod compare;
mod look;
#[cfg(test)]
mod tests;

pub use baseline::Baseline;
pub use change::{Change, Kind};
pub use compare::{Comparison, Open, OpenKind, SECOND_LOOK_DAYS, compare};
pub use look::{
    Absence, Account, AccountKey, Alarm, Answer, Finding, Look, Lost, Organisation, Reason, Shown,
    Standing, Unlisted, Verified,
};
