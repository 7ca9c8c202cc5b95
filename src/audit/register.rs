//! A register's own entries, held against the directory: what a registrar has to correct.

use super::{Finding, Subject};
use crate::directory::{Directory, OrganisationIndex};

/// One entry of a register extract, as it was typed there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line of the file that it stands on.
    pub line: u64,
    /// The register's id of the organisation.
    pub register_id: String,
    /// The organisation's name in the register.
    pub organisation: String,
    /// The platform that it is filed under.
    pub platform: String,
    /// The name of the account as it was typed.
    pub typed: String,
    /// The address as it was typed.
    pub address: String,
    /// The register's own page about the organisation.
    pub page: String,
}

/// Why a file is no register extract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryFault {
    /// The line.
    pub line: u64,
    /// What is wrong, in a sentence that says what to do.
    pub message: String,
}

impl Entry {
    /// Reads a register extract: comma- or semicolon-separated, with the columns of the Register van
    /// Overheidsorganisaties by their names, in any order.
    ///
    /// # Errors
    ///
    /// Every line that can't be read.
    pub fn read_all(_csv: &[u8]) -> Result<Vec<Self>, Vec<EntryFault>> {
        Ok(Vec::new())
    }
}

/// What stands out in the entries.
pub fn audit_register(_directory: &Directory, _entries: &[Entry]) -> Vec<Finding> {
    Vec::new()
}

/// The organisation that an entry is for.
pub fn organisation_of(directory: &Directory, entry: &Entry) -> Option<OrganisationIndex> {
    directory.organisation_by_official_id(&entry.register_id)
}

/// The subject of a finding about an entry.
pub fn subject_of(directory: &Directory, entry: &Entry) -> Subject {
    Subject::Entry(entry.line, organisation_of(directory, entry))
}
