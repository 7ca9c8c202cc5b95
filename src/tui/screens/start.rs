//! The start page: what this is, its entries, how much the directory knows and how old that is.
//!
//! It stands in the place of the list while nothing is typed, and is no screen over it: typing leaves it, and so
//! does going down into the list of everything.

pub mod overview;
pub mod update;
pub mod view;
