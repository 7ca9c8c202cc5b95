//! What a run keeps on disk: one small file for each host, replaced in one step after each page.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{Looked, Purpose};
use crate::fetch::Validators;

/// The layout of the files. Those of another are as if they weren't there.
const LAYOUT: u32 = 1;

/// The folder in which runs keep how far they are, and what pages showed.
#[derive(Debug, Clone)]
pub struct State {
    folder: PathBuf,
}

/// Why the state can't be kept.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct StateError {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub source: io::Error,
}

/// One run, from its beginning to its end over any number of starts of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Run {
    layout: u32,
    pub(super) number: u64,
    /// By which rules pages are read.
    pub(super) reader: String,
    /// Days since 1970.
    started: u64,
    is_finished: bool,
}

/// What is known of a host.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct HostState {
    layout: u32,
    /// By which rules the pages were read.
    pub(super) reader: String,
    /// The last run that visited all of it.
    pub(super) finished: u64,
    pub(super) pages: Vec<PageState>,
}

/// What is known of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PageState {
    /// The address that was asked for.
    pub(super) url: Url,
    pub(super) purpose: Purpose,
    /// The run that looked last.
    pub(super) run: u64,
    /// The day of that look, in days since 1970.
    pub(super) day: u64,
    pub(super) looked: Looked,
    /// The day on which it was last fetched in full.
    pub(super) full: u64,
    #[serde(default)]
    pub(super) validators: Validators,
    #[serde(default)]
    pub(super) record: String,
    #[serde(default)]
    pub(super) next: Vec<(Purpose, Url)>,
}

impl State {
    /// The state in a folder, which is made where it isn't there.
    ///
    /// # Errors
    ///
    /// It can't be made.
    pub fn open(folder: &Path) -> Result<Self, StateError> {
        let state = Self { folder: folder.to_owned() };
        let hosts = state.folder.join("hosts");
        fs::create_dir_all(&hosts).map_err(|source| StateError { path: hosts, source })?;
        Ok(state)
    }

    /// The run that isn't finished, or a new one. One that reads by other rules isn't gone on with.
    pub(super) fn begin(&self, reader: &str, day: u64) -> Result<Run, StateError> {
        let last: Option<Run> = read(&self.run_file());
        let last = last.filter(|run| run.layout == LAYOUT);
        if let Some(run) = last.as_ref().filter(|run| !run.is_finished && run.reader == reader) {
            return Ok(run.clone());
        }
        let number = last.map_or(1, |run| run.number + 1);
        let reader = reader.to_owned();
        let run = Run { layout: LAYOUT, number, reader, started: day, is_finished: false };
        Self::write(&self.run_file(), &run)?;
        Ok(run)
    }

    pub(super) fn finish(&self, run: &Run) -> Result<(), StateError> {
        Self::write(&self.run_file(), &Run { is_finished: true, ..run.clone() })
    }

    /// What is known of a host; nothing, where the file can't be read.
    pub(super) fn host(&self, host: &str) -> HostState {
        let found: Option<HostState> = read(&self.host_file(host));
        found.filter(|state| state.layout == LAYOUT).unwrap_or_default()
    }

    pub(super) fn keep(&self, host: &str, state: &HostState) -> Result<(), StateError> {
        Self::write(&self.host_file(host), &HostState { layout: LAYOUT, ..state.clone() })
    }

    fn run_file(&self) -> PathBuf {
        self.folder.join("run.json")
    }

    /// A name of letters, digits, dots and hyphens stands as it is; in any other, all else is written out.
    fn host_file(&self, host: &str) -> PathBuf {
        let mut name = String::with_capacity(host.len() + 5);
        for byte in host.bytes() {
            if byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte) {
                name.push(char::from(byte));
            } else {
                let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
                name.extend(['_', digit(byte >> 4), digit(byte & 15)]);
            }
        }
        name.push_str(".json");
        self.folder.join("hosts").join(name)
    }

    /// Replaces a file in one step: it is whole at any moment, as it was or as it is to be.
    fn write(path: &Path, value: &impl Serialize) -> Result<(), StateError> {
        let fault = |source| StateError { path: path.to_owned(), source };
        let text = serde_json::to_vec(value).map_err(|error| fault(error.into()))?;
        let unfinished = path.with_extension("tmp");
        let written = fs::File::create(&unfinished).and_then(|mut file| file.write_all(&text));
        let replaced = written.and_then(|()| fs::rename(&unfinished, path));
        replaced.map_err(|error| {
            drop(fs::remove_file(&unfinished));
            fault(error)
        })
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}
