//! The history: the queries that a person asked last.
//!
//! They are kept in a small file of the person's own ([`read`], [`write()`]), the newest first and each once. What may
//! be somebody's private matter is never kept: a message, and what holds a mail address or a long number
//! ([`is_kept`]).

mod personal;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::dirs;
use crate::kept_file::{self, Kept, KeptFileError};
use crate::text::sanitise::is_hostile;

/// How many queries are remembered.
pub const MOST: usize = 200;

/// A longer text, in characters, is a message and no query.
pub const LONGEST: usize = 200;

/// What a file begins with: what is written by hand would not outlive the next query.
const HEAD: &str =
    "# What was asked, the newest first. The screen of officieel writes this file anew.\n";

/// What was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    queries: Vec<String>,
}

impl History {
    /// The queries, the newest first; no more than [`MOST`], and each once.
    pub fn queries(&self) -> &[String] {
        &self.queries
    }

    /// This was asked just now. What is not to be kept is passed over.
    pub fn ask(&mut self, query: &str) {
        let query = query.trim();
        if is_kept(query) {
            self.queries.retain(|known| known != query);
            self.queries.insert(0, query.to_owned());
            self.queries.truncate(MOST);
        }
    }

    /// Joins what was asked elsewhere meanwhile, the oldest first: it is newer than all that stands here. Done twice, it
    /// is as if done once.
    pub fn join(&mut self, asked: &[String]) {
        for query in asked {
            self.ask(query);
        }
    }
}

impl Kept for History {
    /// Keys that can't be any, and queries that would not be kept, are passed over.
    fn parse(text: &str) -> Result<Self, usize> {
        let [queries] = kept_file::lists(text, ["queries"])?;
        let mut it = Self::default();
        queries.iter().rev().for_each(|query| it.ask(query));
        Ok(it)
    }

    fn to_toml(&self) -> String {
        let lines: Vec<String> =
            self.queries.iter().map(|query| format!("  {},\n", quoted(query))).collect();
        format!("{HEAD}queries = [\n{}]\n", lines.concat())
    }
}

/// Whether a query is kept: it is one line and no message, and nothing in it looks like somebody's mail address, bank
/// account, telephone number or number of a citizen, or like a link that was made for one person.
pub fn is_kept(query: &str) -> bool {
    let query = query.trim();
    !query.is_empty()
        && !is_message(query)
        && !query.chars().any(|c| c.is_control() || is_hostile(c))
        && !personal::is_held(query)
}

/// Whether a text is a message rather than a query: it has more than a line, or is very long.
pub fn is_message(text: &str) -> bool {
    let text = text.trim();
    text.contains(['\n', '\r']) || text.chars().nth(LONGEST).is_some()
}

/// The file in the folder for what a person keeps with this program, as these variables of the environment
/// tell; `None` where they don't.
pub fn default_path(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(dirs::data(variable)?.join("history.toml"))
}

/// What a file says; nothing is kept where there is none.
///
/// # Errors
///
/// Where it can't be read, or is broken.
pub fn read(path: &Path) -> Result<History, KeptFileError> {
    kept_file::read(path)
}

/// Joins what was asked, the oldest first, with what a file says by now; and what it says then.
///
/// # Errors
///
/// Where it can't be read or written, or is broken; it is as it was.
pub fn write(path: &Path, asked: &[String]) -> Result<History, KeptFileError> {
    kept_file::change(path, |history: &mut History| history.join(asked))
}

/// A text without control characters as a basic string of TOML.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}
