//! A register's own entries, held against the directory: what a registrar has to correct.

mod address;
mod filed;
mod look;
mod parameters;
mod read;
mod repair;
mod typed;

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Rule, Subject};
use crate::directory::{Directory, OrganisationIndex};
use look::Look;

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
    /// Reads a register extract: separated by commas, semicolons or tabs, with the columns of the Register
    /// van Overheidsorganisaties by their names, in any order.
    ///
    /// # Errors
    ///
    /// Every line that can't be read.
    pub fn read_all(csv: &[u8]) -> Result<Vec<Self>, Vec<EntryFault>> {
        read::read(csv)
    }
}

/// What stands out in the entries, in the order of rules and lines.
pub fn audit_register(directory: &Directory, entries: &[Entry]) -> Vec<Finding> {
    let looks: Vec<Look<'_>> = entries.iter().map(|entry| Look::new(directory, entry)).collect();
    // The names of an organisation on all platforms: a slip shows beside them.
    let mut names: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for look in &looks {
        names.entry(&look.entry.register_id).or_default().extend(look.known_names());
    }
    let mut findings = Vec::new();
    for look in &looks {
        let from = findings.len();
        address::findings(look, &mut findings);
        // A name that is cut off in the address can't be the typed one.
        let is_cut_off =
            findings.iter().skip(from).any(|finding| finding.rule == Rule::AddressCutOff);
        let names = names.get(look.entry.register_id.as_str()).filter(|_| !is_cut_off);
        findings.extend(names.and_then(|names| typed::finding(look, names)));
    }
    findings.sort_by_key(|finding| match finding.subject {
        Subject::Entry(line, _) => (finding.rule, line),
        _ => (finding.rule, 0),
    });
    findings
}

/// The organisation that an entry is for.
pub fn organisation_of(directory: &Directory, entry: &Entry) -> Option<OrganisationIndex> {
    directory.organisation_by_official_id(&entry.register_id)
}

/// The subject of a finding about an entry.
pub fn subject_of(directory: &Directory, entry: &Entry) -> Subject {
    Subject::Entry(entry.line, organisation_of(directory, entry))
}
