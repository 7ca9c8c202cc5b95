//! The evidence of an account.

pub mod view;
