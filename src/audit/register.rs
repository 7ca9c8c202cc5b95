//! A register's own entries, held against the directory: what a registrar has to correct.

mod account_name;
mod address;
mod csv;
mod entry;
mod parameters;
mod platform;
mod repair;

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{Finding, Rule, Scope, Subject};
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, OrganisationIndex};
use entry::EntryContext;

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
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}: {problem}")]
pub struct RegisterError {
    /// The line.
    pub line: u64,
    /// What is wrong.
    pub problem: RegisterErrorKind,
}

/// What is wrong with a file that is no register extract.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegisterErrorKind {
    /// It is in another encoding.
    #[error("the file is in UTF-16; save it as CSV in UTF-8")]
    Utf16,
    /// The reader of tables says why it can't read on.
    #[error("{0}")]
    Unreadable(String),
    /// It has no line of columns.
    #[error("the file is empty; its first line must name the columns")]
    Empty,
    /// A quotation mark is opened and not closed.
    #[error("a quotation mark is never closed; close it, or double it")]
    OpenQuote,
    /// Two columns have one name.
    #[error("there are two columns `{0}`; take one of them out")]
    ColumnTwice(&'static str),
    /// A column is missing.
    #[error("the column `{0}` is missing; name it in the first line")]
    NoColumn(&'static str),
    /// A line has too few cells.
    #[error("the line ends before the column `{0}`; add what is missing")]
    ShortLine(&'static str),
    /// A cell is in another encoding.
    #[error("the column `{0}` is not UTF-8; save the file as CSV in UTF-8")]
    NotUtf8(&'static str),
    /// A cell goes on over lines.
    #[error(
        "the column `{0}` goes on over several lines; close the quotation mark, or take the line \
         break out"
    )]
    ManyLines(&'static str),
}

impl Entry {
    /// Reads a register extract: separated by commas, semicolons or tabs, with the columns of the Register
    /// van Overheidsorganisaties by their names, in any order.
    ///
    /// # Errors
    ///
    /// Every line that can't be read.
    pub fn read_all(csv: &[u8]) -> Result<Vec<Self>, Vec<RegisterError>> {
        csv::read(csv)
    }
}

/// What stands out in the entries, in the order of rules and lines. Of the scope only the rules and the
/// severity are looked at: which entries are asked about is for who calls this.
pub fn audit_register(directory: &Directory, entries: &[Entry], scope: &Scope) -> Vec<Finding> {
    let contexts: Vec<EntryContext<'_>> =
        entries.iter().map(|entry| EntryContext::new(directory, entry)).collect();
    // The names of an organisation on all platforms: a slip shows beside them.
    let mut names: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for cx in &contexts {
        names.entry(&cx.entry.register_id).or_default().extend(cx.known_names());
    }
    let mut findings = Vec::new();
    for cx in &contexts {
        let of_address = address::findings(cx);
        // A name that is cut off in the address can't be the typed one.
        let is_cut_off = of_address.iter().any(|it| it.rule() == Rule::AddressCutOff);
        findings.extend(of_address);
        let names = names.get(cx.entry.register_id.as_str()).filter(|_| !is_cut_off);
        findings.extend(names.and_then(|names| account_name::finding(cx, names)));
    }
    findings.retain(|finding| scope.asks_for(finding));
    findings.compact_sort_by_key(|finding| match finding.subject {
        Subject::Entry(line, _) => (finding.rule(), line),
        _ => (finding.rule(), 0),
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
