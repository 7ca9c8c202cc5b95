//! What stands at the head of a directory: its title, its sources, published counts, conventions.

use serde::{Deserialize, Serialize};

use super::kind::Kind;
use crate::date::Date;
use crate::platform::PlatformIndex;

/// The head of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The version of the file format.
    pub schema: u32,
    /// What the directory is.
    pub title: String,
    /// The day on which this edition was made.
    pub edition: Date,
    /// The licence of the data.
    pub licence: String,
    /// The country whose government it is of: two capital letters (ISO 3166-1). Where the file names none it is the
    /// Netherlands, see [`Header::country`].
    pub of_country: Option<String>,
    /// The languages that its bodies speak, the commonest first, as the file names them: `nl` (BCP 47). Where it names
    /// none, see [`Header::languages`].
    pub spoken: Vec<String>,
    /// Domains of the government itself, on which `own-domain` evidence may rest.
    pub domains: Vec<String>,
}

impl Header {
    /// The country whose government it is of, as two capital letters (ISO 3166-1).
    pub fn country(&self) -> &str {
        self.of_country.as_deref().unwrap_or("NL")
    }

    /// The languages that its bodies speak, the commonest first (BCP 47). The Netherlands need not be told that they
    /// speak Dutch; of another country whose file names none, nobody knows.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let dutch = self.spoken.is_empty() && self.country() == "NL";
        self.spoken.iter().map(String::as_str).chain(dutch.then_some("nl"))
    }
}

/// The place of a source in [`super::Directory::sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourceIndex(pub(crate) u16);

impl SourceIndex {
    /// The position in the vector of sources.
    pub fn position(self) -> usize {
        usize::from(self.0)
    }
}

/// A work that evidence comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The id that evidence names.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Who says what stands in it, where the title doesn't tell.
    pub publisher: Option<String>,
    /// Who keeps the copy that it was read in, where that is somebody else.
    pub kept_by: Option<String>,
    /// Where it is.
    pub url: String,
    /// When it was retrieved.
    pub retrieved: Date,
    /// Its licence, where known.
    pub licence: Option<String>,
    /// What a reader must know about it.
    pub note: Option<String>,
}

/// A published count: how many organisations of a group had an account on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inventory {
    /// What was counted.
    pub title: String,
    /// How many organisations answered.
    pub organisations: u32,
    /// Per platform, how many of them had an account.
    pub counts: Vec<(PlatformIndex, u32)>,
    /// Where it was published.
    pub url: String,
    /// When it was published.
    pub seen: Date,
    /// What a reader must know about it.
    pub note: Option<String>,
}

/// A naming convention that a family of organisations has declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Convention {
    /// The kind of organisations it is for.
    pub kind: Kind,
    /// The platform it is for.
    pub platform: PlatformIndex,
    /// The template, such as `POL_{place}`.
    pub template: String,
    /// Where it was declared.
    pub url: String,
    /// When that was seen.
    pub seen: Date,
    /// What a reader must know about it.
    pub note: Option<String>,
}
