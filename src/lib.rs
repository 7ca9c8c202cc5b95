//! `officieel`: which account of the government is the real one?
//!
//! Below stands what knows no terminal: the vocabulary and the loader of a directory ([`directory`]), the
//! addresses and handles of each platform ([`platform`]), and the questions that are asked of it: where is it
//! ([`search`]), which one to open ([`channel`]), is it the real one ([`check`]), is it in order ([`audit`]).
//! The words of the answers come next, and on top of them the command line ([`cli`]) and the screen ([`tui`]),
//! which only show what is decided below. A test (`tests/it/house`) holds which module may name which.

pub use officieel_directory::{
    compact_sort, directory, large, parallel, platform, public_suffixes, search, store, text,
};

pub mod audit;
pub mod cache;
pub mod changes;
pub mod channel;
pub mod check;
pub mod cli;
pub mod dirs;
pub mod embedded;
pub mod export;
pub mod favourites;
pub mod filter;
pub mod handle_proposals;
pub mod history;
pub mod input_file;
mod json;
pub mod kept_file;
pub mod last_edition;
pub mod listing;
pub mod matrix;
pub mod messages;
pub mod observations_file;
pub mod opener;
pub mod own_addition;
pub mod pick;
pub mod platform_overview;
pub mod presence;
pub mod proposals;
pub mod radar;
mod replace;
mod report;
pub mod settings;
pub mod stats;
pub mod table;
pub mod tui;
pub mod watch;
pub mod what_if;
pub mod words;
