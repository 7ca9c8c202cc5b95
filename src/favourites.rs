//! The organisations that a person marked as favourites, and those that they looked at last.
//!
//! They are kept by id in a small file of the person's own ([`read`], [`write()`]). An id says nothing by itself:
//! whoever shows it looks it up in a directory, and passes over one that is not in it. It stays in the file, as
//! the next directory may have it.

mod file;
#[cfg(test)]
mod tests;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use file::{FavouritesError, default_path, read, write};

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
}

impl Favourites {
    /// Reads what a file says. Keys and ids that can't be any are passed over; what has another type than it
    /// should is a fault of the file.
    ///
    /// # Errors
    ///
    /// The line of the fault, counted from 1.
    fn parse(text: &str) -> Result<Self, usize> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let line_at = |at: usize| line_after(text.as_bytes().get(..at).unwrap_or_default());
        let document = DeTable::parse(text)
            .map_err(|fault| line_at(fault.span().map_or(0, |span| span.start)))?;
        let list = |key| match document.get_ref().get(key) {
            None => Ok(Vec::new()),
            Some(value) => ids(value).map_err(line_at),
        };
        let mut it = Self { marked: list("favourites")?, recent: list("recent")? };
        it.recent.truncate(MOST_RECENT);
        Ok(it)
    }

    /// The file that says this.
    fn to_toml(&self) -> String {
        let list = |ids: &[String]| {
            let quoted: Vec<String> = ids.iter().map(|id| format!("  \"{id}\",\n")).collect();
            quoted.concat()
        };
        let (marked, recent) = (list(&self.marked), list(&self.recent));
        format!("{HEAD}favourites = [\n{marked}]\nrecent = [\n{recent}]\n")
    }

    /// Whether the organisation of this id is a favourite.
    pub fn is_marked(&self, id: &str) -> bool {
        self.marked.iter().any(|marked| marked == id)
    }

    /// Makes a change.
    pub fn apply(&mut self, change: &Change) {
        match change {
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

/// The line, counted from 1, on which what follows these bytes stands.
fn line_after(before: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', before).count() + 1
}

/// The ids in a list, each once; where it is no list of texts, the place of the fault.
fn ids(value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, usize> {
    let DeValue::Array(values) = value.get_ref() else {
        return Err(value.span().start);
    };
    let mut ids: Vec<String> = Vec::new();
    for value in values {
        let DeValue::String(id) = value.get_ref() else {
            return Err(value.span().start);
        };
        if is_id(id) && ids.iter().all(|known| known != id) {
            ids.push(id.to_string());
        }
    }
    Ok(ids)
}

/// Whether an organisation can have this id: it needs no quoting, and holds nothing that a terminal heeds.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
