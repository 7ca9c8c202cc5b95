//! Sentences for people: verdicts, findings, problems and observations, put into the words of a language.
//!
//! Here is decided which sentence is said and what stands in it; the words themselves are in
//! [`crate::words`].

pub mod browser;
pub mod change;
pub mod dates;
pub mod evidence;
pub mod favourites;
pub mod finding;
pub mod labels;
pub mod numbers;
pub mod observation;
pub mod own_addition;
pub mod problem;
pub mod proposal;
pub mod question;
pub(crate) mod settings;
pub mod summary;
pub mod technique;
pub mod verdict;
pub mod watch;
