//! Whether what the query names is the real one: in short above the hits, and in full.

pub mod state;
pub mod update;
pub mod view;
