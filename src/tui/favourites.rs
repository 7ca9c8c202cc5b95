//! What the reader keeps at hand: the organisations that they marked, and those that they looked at last.
//!
//! It stands on the start page, and a mark before the name everywhere else. Nothing of it is kept where the
//! reader asked for that, or where there is no folder for it.

pub mod state;
pub mod update;
pub mod writer;
