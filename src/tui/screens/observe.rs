//! What the reader saw of an account, to be written to a file of their own.

pub mod state;
pub mod update;
pub mod view;
pub mod writer;
