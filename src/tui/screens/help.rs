//! The help: every key, from the one table.

pub mod view;
