//! The organisations that a person marked as favourites, and those that they looked at last.
//!
//! They are kept by id in a small file of the person's own ([`read`], [`write()`]). An id says nothing by itself:
//! whoever shows it looks it up in a directory, and passes over one that is not in it. It stays in the file, as
//! the next directory may have it.

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::dirs;
use crate::kept_file::{self, Kept, KeptFileError};

/// How many organisations that were looked at are remembered.
pub const MOST_RECENT: usize = 12;

/// What a file begins with: what is written by hand would not outlive the next mark.
const HEAD: &str = "# Favourites, and what was looked at last, the newest first. The screen of officieel writes this file anew.\n";

/// What is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Favourites {
    /// The ids of organisations that are marked, the oldest mark first.
    pub marked: Vec<String>,
    /// The ids of those that were looked at, the newest first; no more than [`MOST_RECENT`].
    pub recent: Vec<String>,
}

/// What changes of it. Made twice, each is as if made once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The organisation of this id is a favourite.
    Mark(String),
    /// It is none any more.
    Unmark(String),
    /// It was looked at.
    Visit(String),
    /// Nothing was.
    ForgetVisits,
}

impl Kept for Favourites {
    /// Keys and ids that can't be any are passed over; what has another type than it should is a fault of the file.
    fn parse(text: &str) -> Result<Self, usize> {
        let [marked, recent] = kept_file::lists(text, ["favourites", "recent"])?.map(ids);
        let mut it = Self { marked, recent };
        it.recent.truncate(MOST_RECENT);
        Ok(it)
    }

    fn to_toml(&self) -> String {
        let list = |ids: &[String]| {
            let quoted: Vec<String> = ids.iter().map(|id| format!("  \"{id}\",\n")).collect();
            quoted.concat()
        };
        let (marked, recent) = (list(&self.marked), list(&self.recent));
        format!("{HEAD}favourites = [\n{marked}]\nrecent = [\n{recent}]\n")
    }
}

/// The file in the folder for what a person keeps with this program, as these variables of the environment
/// tell; `None` where they don't.
pub fn default_path(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(dirs::data(variable)?.join("favourites.toml"))
}

/// What a file says; nothing is kept where there is none.
///
/// # Errors
///
/// Where it can't be read, or is broken.
pub fn read(path: &Path) -> Result<Favourites, KeptFileError> {
    kept_file::read(path)
}

/// Makes changes to a file, which is made where it is not there yet; and what it says then.
///
/// # Errors
///
/// Where it can't be read or written, or is broken; it is as it was.
pub fn write(path: &Path, changes: &[Change]) -> Result<Favourites, KeptFileError> {
    kept_file::change(path, |favourites: &mut Favourites| {
        for change in changes {
            favourites.apply(change);
        }
    })
}

impl Favourites {
    /// Whether the organisation of this id is a favourite.
    pub fn is_marked(&self, id: &str) -> bool {
        self.marked.iter().any(|marked| marked == id)
    }

    /// Makes a change.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::ForgetVisits => self.recent.clear(),
            Change::Unmark(id) => self.marked.retain(|marked| marked != id),
            Change::Mark(id) | Change::Visit(id) if !is_id(id) => {}
            Change::Mark(id) => {
                if !self.is_marked(id) {
                    self.marked.push(id.clone());
                }
            }
            Change::Visit(id) => {
                self.recent.retain(|recent| recent != id);
                self.recent.insert(0, id.clone());
                self.recent.truncate(MOST_RECENT);
            }
        }
    }
}

/// Those that can be ids, each once.
fn ids(texts: Vec<String>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in texts.into_iter().filter(|text| is_id(text)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// Whether an organisation can have this id: it needs no quoting, and holds nothing that a terminal heeds.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
