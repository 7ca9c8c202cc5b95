//! Reads registers and other lists of organisations and accounts, and sorts what they say by what a directory has.
//!
//! [`read`] turns the bytes of a source into an [`Extract`]: records of organisations, each with the entries of
//! accounts as they were typed. It knows no directory, and refuses an answer that is empty, cut, or no answer at
//! all. [`LastRun::check`] refuses one that is much smaller than the last. [`sort()`] then holds the extract against a
//! directory: what it confirms, what is new, what contradicts. Nothing is merged by an abbreviation, no missing
//! date is filled in, and what a source doesn't mention is only counted.

mod address;
pub mod govdirectory;
mod json;
pub mod live;
pub mod mapping;
mod mastodon;
mod matching;
pub mod new_directory;
mod police;
pub mod record;
mod rio;
mod roo;
mod run;
mod sorting;
mod table;
mod text;
pub mod wikidata;
mod xml;

use std::io::{BufRead, Read as _};

use officieel_directory::directory::{Date, Method};

pub use address::{Refusal, Remark, Resolved, resolve};
pub use mapping::Mapping;
pub use matching::{Basis, Match, Matcher};
pub use record::{
    AccountEntry, Domain, Doubt, Extract, Ids, Name, OrganisationRecord, Rank, RecordKind,
};
pub use run::{LastRun, Shrunk};
pub use sorting::{
    AccountOutcome, Change, Counts, DomainOutcome, FoundAccount, FoundDomain, FoundEvidence,
    FoundOrganisation, Import, Unclear, page_of, slug, sort,
};
pub use text::clean;

/// Where records come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The Dutch register of government organisations (exportOO.xml).
    Roo,
    /// The Dutch register of internet domains of the government (exportRIO.xml).
    Rio,
    /// Wikidata: an answer of its query service, or of its entity API.
    Wikidata,
    /// A table with a row for each account, as made from Govdirectory.
    Govdirectory,
    /// The public directory of a Mastodon server.
    Mastodon,
    /// The stations of the Dutch police, as its open data gives them.
    Police,
    /// Any table, with a mapping of its columns.
    Csv,
}

impl Source {
    /// All sources, in the order of the documents.
    pub const ALL: [Self; 7] = [
        Self::Roo,
        Self::Rio,
        Self::Wikidata,
        Self::Govdirectory,
        Self::Mastodon,
        Self::Police,
        Self::Csv,
    ];

    /// The name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Roo => "roo",
            Self::Rio => "rio",
            Self::Wikidata => "wikidata",
            Self::Govdirectory => "govdirectory",
            Self::Mastodon => "mastodon",
            Self::Police => "police",
            Self::Csv => "csv",
        }
    }

    /// The step of the evidence ladder that an entry of this source reaches at most.
    pub const fn method(self) -> Method {
        match self {
            Self::Roo | Self::Rio | Self::Police => Method::Register,
            Self::Wikidata | Self::Govdirectory => Method::Wikidata,
            // On a server of the government itself; `sort` lowers it on any other.
            Self::Mastodon => Method::OwnDomain,
            Self::Csv => Method::ThirdParty,
        }
    }

    /// Whether the names in it are the official ones, so that another name is a rename.
    const fn names_officially(self) -> bool {
        matches!(self, Self::Roo | Self::Rio)
    }
}

/// What reading needs to know besides the bytes.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The columns of a table that has no fixed form.
    pub mapping: Option<Mapping>,
    /// Only rows of this country, as the table writes it, in any case of its letters.
    pub country: Option<String>,
}

/// Why an answer of a source is not used. It is used whole or not at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It can't be read.
    #[error("it can't be read: {0}")]
    Unreadable(#[from] std::io::Error),
    /// There is nothing in it, or no record: that is an outage, never "all gone".
    #[error("there is no record in it; that is an outage of the source, not its answer")]
    Empty,
    /// It breaks off.
    #[error("it breaks off before its end")]
    Cut,
    /// It is a page for people where data was asked for.
    #[error("it is a page for people, not data: a refusal or a moved address")]
    Page,
    /// The server refused, and this is what it answered with.
    #[error("the server refused (HTTP {status})")]
    Status {
        /// The status of the answer.
        status: u16,
    },
    /// It is the report of an error, whatever the status was.
    #[error("the source reports an error: {0}")]
    Reported(String),
    /// It is in no form that the source has.
    #[error("it is not in the form of this source: {0}")]
    Malformed(String),
    /// It has a document type, which no register has.
    #[error("it declares a document type, which this source never does")]
    DocumentType,
    /// It is larger, or deeper nested, than any answer of the source.
    #[error("it is larger or deeper nested than any answer of this source")]
    TooLarge,
    /// A table has a byte that stands for no letter in UTF-8, among letters that do, or in windows-1252.
    #[error("line {line}, column {column} is neither UTF-8 nor windows-1252")]
    Encoding {
        /// The line, counted from 1.
        line: usize,
        /// The column in characters, counted from 1.
        column: usize,
    },
    /// A row of a table names a page that no directory takes: a user name stands in its address, or something that an
    /// address can't have.
    #[error("row {row}: the page `{page}` has a user name or an odd character in its address")]
    OddPage {
        /// The row in a spreadsheet, where the head is the first.
        row: usize,
        /// The page.
        page: String,
    },
    /// The table lacks a column.
    #[error("it has no column `{0}`")]
    NoColumn(String),
}

/// Reads the records of a source.
///
/// # Errors
///
/// Why the answer can't be used. Nothing of it is used then.
///
/// # Examples
///
/// ```
/// use officieel_online::import::{self, ReadOptions, Source};
///
/// let table = "country,qid,name,description,website,phone,platform,account,url\n\
///     neverland,Q1,Beauval,municipality in Neverland,https://www.beauval.example,,X,Beauval,https://x.com/Beauval\n";
/// let extract = import::read(Source::Govdirectory, table.as_bytes(), &ReadOptions::default())?;
/// assert_eq!(extract.records[0].accounts[0].address.as_deref(), Some("https://x.com/Beauval"));
/// # Ok::<(), import::ImportError>(())
/// ```
pub fn read(
    source: Source,
    input: impl BufRead,
    options: &ReadOptions,
) -> Result<Extract, ImportError> {
    let extract = match source {
        Source::Roo => roo::read(input)?,
        Source::Rio => rio::read(input)?,
        Source::Wikidata => wikidata::read(&whole(input)?)?,
        Source::Govdirectory => govdirectory::read(&whole(input)?, options.country.as_deref())?,
        Source::Mastodon => mastodon::read(&whole(input)?)?,
        Source::Police => police::read(&whole(input)?)?,
        Source::Csv => mapping::read(&whole(input)?, options.mapping.as_ref())?,
    };
    if extract.records.is_empty() { Err(ImportError::Empty) } else { Ok(extract) }
}

/// The most bytes of an answer that is held in memory: some ten times the largest that is known.
const MOST_BYTES: u64 = 256 << 20;

fn whole(input: impl BufRead) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    input.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES { Err(ImportError::TooLarge) } else { Ok(bytes) }
}

/// The date that a text begins with, as far as its source is precise.
fn date(text: &str) -> Option<Date> {
    text.trim().get(..10).unwrap_or(text.trim()).parse().ok()
}

#[cfg(test)]
mod tests;
