//! Baselines: findings that a team knows of and does not want to hear again.
//!
//! A baseline is a JSON file with one finding a line, sorted, so that two of them can be compared and
//! merged line by line. Only the fingerprint decides; the rule and the hint are for people.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use crate::compact_sort::CompactSort;
use crate::directory::load::is_utf_16;
use crate::replace::{Readers, replace};
use crate::text::sanitise::escaped;

/// The version of the format.
pub const VERSION: u32 = 1;

/// What the reader of a version says of another, before it: JSON errors hold nothing but text.
const OTHER_VERSION: &str = "unknown version ";

/// What the reader of a fingerprint says of what is none, before it.
const NO_FINGERPRINT: &str = "no fingerprint ";

/// Findings that are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// What was audited when it was written, as in `family=police-team`; empty for everything.
    pub scope: Vec<String>,
    /// Its findings, in order.
    pub entries: Vec<Entry>,
}

/// One finding of a baseline. The order is that of rules, then hints.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The id of the rule, which later versions may no longer have.
    pub rule: String,
    /// What it was about, for people.
    pub hint: String,
    /// What it is known by.
    #[serde(deserialize_with = "fingerprint")]
    pub fingerprint: String,
}

/// Why a file is no baseline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct BaselineError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: BaselineErrorKind,
    /// What the reader of JSON says of it, in English; empty where it said nothing.
    pub message: String,
}

/// What is wrong with a file that is no baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BaselineErrorKind {
    /// It is in another encoding.
    Utf16,
    /// It is JSON, but not of the form of a baseline.
    Data,
    /// Something else than a table with named values stands where one belongs.
    Shape,
    /// It is in another version of the form.
    Version(String),
    /// This is no fingerprint: sixteen digits, 0 to 9 and a to f.
    NoFingerprint(String),
    /// It stops too early.
    CutOff,
    /// It is not JSON.
    NotJson,
}

/// The file as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(deserialize_with = "version")]
    #[expect(dead_code, reason = "reading it checks it")]
    version: u32,
    scope: Vec<String>,
    findings: Vec<Entry>,
}

impl Baseline {
    /// A baseline of these findings.
    pub fn new(scope: Vec<String>, mut entries: Vec<Entry>) -> Self {
        entries.compact_sort();
        Self { scope, entries }
    }

    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn read(bytes: &[u8]) -> Result<Self, BaselineError> {
        let read: Read = read_json(bytes)?;
        Ok(Self::new(read.scope, read.findings))
    }

    /// The file, the same for the same findings in any order.
    pub fn to_json(&self) -> String {
        let findings: Vec<String> =
            self.entries.iter().map(|entry| format!("\n    {}", one_line(entry))).collect();
        let end = if findings.is_empty() { "" } else { "\n  " };
        format!(
            "{{\n  \"version\": {VERSION},\n  \"scope\": {},\n  \"findings\": [{}{end}]\n}}\n",
            one_line(&self.scope),
            findings.join(","),
        )
    }

    /// Puts it in a file in one step, so that no reader ever sees half of it.
    ///
    /// # Errors
    ///
    /// Where the file can't be written.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        // A link stays a link: what it points at is replaced.
        let real = fs::canonicalize(path).unwrap_or_else(|_absent| path.to_owned());
        replace(&real, self.to_json().as_bytes(), Readers::Anyone)
    }

    /// Which of these fingerprints are not in it, by position; and the entries that are none of them.
    ///
    /// An entry stands for one finding: a second one with its fingerprint is new.
    pub fn compare<'f>(
        &self,
        fingerprints: impl Iterator<Item = &'f str>,
    ) -> (Vec<usize>, Vec<&Entry>) {
        let mut known: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in &self.entries {
            known.entry(&entry.fingerprint).or_default().push(entry);
        }
        let is_new = |(_, fingerprint): &(usize, &str)| {
            known.get_mut(*fingerprint).and_then(Vec::pop).is_none()
        };
        let new: Vec<usize> =
            fingerprints.enumerate().filter(is_new).map(|(position, _)| position).collect();
        let mut gone: Vec<&Entry> = known.into_values().flatten().collect();
        gone.compact_sort();
        (new, gone)
    }
}

/// Reads the JSON of a baseline, of whichever form.
pub(crate) fn read_json<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, BaselineError> {
    if is_utf_16(bytes) {
        let (problem, message) = (BaselineErrorKind::Utf16, String::new());
        return Err(BaselineError { line: 1, column: 1, problem, message });
    }
    // Notepad puts a mark before UTF-8.
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    let is_table = bytes.trim_ascii_start().starts_with(b"{");
    serde_json::from_slice(bytes).map_err(|error| {
        let error = BaselineError::of(&error);
        match error.problem {
            // A list is read as a table whose names are left out.
            BaselineErrorKind::Data if !is_table => {
                BaselineError { problem: BaselineErrorKind::Shape, ..error }
            }
            _ => error,
        }
    })
}

/// A value as JSON on one line.
fn one_line(value: &impl Serialize) -> String {
    // Texts and lists of texts always can be written.
    serde_json::to_string(value).unwrap_or_default()
}

pub(crate) fn version<'d, D: serde::Deserializer<'d>>(from: D) -> Result<u32, D::Error> {
    let version = u32::deserialize(from)?;
    if version == VERSION {
        return Ok(version);
    }
    Err(serde::de::Error::custom(format_args!("{OTHER_VERSION}{version}")))
}

pub(crate) fn fingerprint<'d, D: serde::Deserializer<'d>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    if text.len() == 16 && text.chars().all(is_digit) {
        return Ok(text);
    }
    Err(serde::de::Error::custom(format_args!("{NO_FINGERPRINT}{text}")))
}

/// What is wrong with JSON of another form, by what the readers of its values said.
fn of_data(what: &str) -> BaselineErrorKind {
    if let Some(version) = what.strip_prefix(OTHER_VERSION) {
        BaselineErrorKind::Version(version.to_owned())
    } else if let Some(text) = what.strip_prefix(NO_FINGERPRINT) {
        BaselineErrorKind::NoFingerprint(text.to_owned())
    } else if what.contains(", expected struct ") {
        // The reader of JSON names types of the program there, which say nothing to a person.
        BaselineErrorKind::Shape
    } else {
        BaselineErrorKind::Data
    }
}

impl BaselineError {
    fn of(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let what = text.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&text);
        let problem = match error.classify() {
            Category::Data => of_data(what),
            Category::Eof => BaselineErrorKind::CutOff,
            Category::Syntax | Category::Io => BaselineErrorKind::NotJson,
        };
        Self { line: line.max(1), column: column.max(1), problem, message: escaped(what) }
    }
}
