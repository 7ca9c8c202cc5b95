//! What the reader asked: kept for the next time, and brought back into the query.
//!
//! A query counts as asked once something was done with what it led to, or where it stood when the reader cleared it
//! or left. What is never kept is decided by [`crate::history`].

pub mod state;
pub mod update;
pub mod walk;
pub mod writer;
