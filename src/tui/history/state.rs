//! What was asked, and what of it is still to be written.

use crate::history::History;
use crate::tui::history::walk::Walk;
use crate::tui::unwritten::Unwritten;

/// Whether what is asked is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Remembering {
    /// In the file of this name, as it is shown.
    File(String),
    /// As long as the program runs: the environment names no folder for it.
    #[default]
    Here,
    /// It is not, with `--private`.
    Private,
    /// It is not, as the settings say.
    Off,
}

impl Remembering {
    /// Whether it is, by what the reader asked for, what they set, and the file that there is for it.
    pub fn of(is_private: bool, set: Option<bool>, file: Option<String>) -> Self {
        match file {
            _ if is_private => Self::Private,
            _ if set == Some(false) => Self::Off,
            Some(file) => Self::File(file),
            None => Self::Here,
        }
    }
}

/// What the reader asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryState {
    /// Whether it is remembered.
    pub remembering: Remembering,
    /// What the file last said, with what was asked since.
    shown: History,
    /// What is still to be written.
    pub(super) unwritten: Unwritten<String>,
    /// The walk through it, while what it reached stands in the query as it is.
    pub(super) walk: Option<Walk>,
    /// The query that the program put there, as nobody asked it.
    pub(in crate::tui) given: Option<String>,
}

impl HistoryState {
    /// The queries, the newest first.
    pub fn queries(&self) -> &[String] {
        self.shown.queries()
    }

    /// Whether there is a file for it.
    pub fn is_kept(&self) -> bool {
        matches!(self.remembering, Remembering::File(_))
    }

    /// This was asked, which is shown at once and written later.
    pub(super) fn ask(&mut self, query: &str) {
        let before = self.shown.clone();
        if self.is_on() {
            self.shown.ask(query);
        }
        if self.is_kept() && self.shown != before {
            self.unwritten.push(query.to_owned());
        }
    }

    /// Whether anything is remembered.
    pub fn is_on(&self) -> bool {
        matches!(self.remembering, Remembering::File(_) | Remembering::Here)
    }

    /// So many queries are no longer to be written. Where the file can't be used, they are there for as long as the
    /// program runs.
    pub(super) fn answered(&mut self, count: usize, kept: Option<History>) {
        self.unwritten.answered(count);
        if let Some(kept) = kept {
            self.shown = kept;
            self.shown.join(self.unwritten.all());
        }
    }
}
