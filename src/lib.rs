//! `officieel`: which account of the government is the real one?
//!
//! The library holds everything that does not know a terminal: the vocabulary and the loader of a
//! directory ([`directory`]), the addresses and handles of each platform ([`platform`]), search
//! ([`search`]), the choice of a channel ([`channel`]) and the question whether an account is the real
//! one ([`check`]). The terminal UI and the command line
//! stand on top and only show what is decided here.

pub use officieel_directory::{directory, platform, search, store, text};

pub mod audit;
pub mod cache;
pub mod channel;
pub mod check;
pub mod cli;
pub mod embedded;
mod json;
pub mod opener;
pub mod overlay;
mod replace;
mod report;
pub mod tui;
pub mod words;
