//! Organisations of other governments and their accounts: real ones that this directory doesn't list, and that
//! must not be taken for imitations of those that it does.

use serde::{Deserialize, Serialize};

use super::site::bare_host;
use super::source::SourceIndex;
use crate::platform::{PlatformIndex, Platforms, Reference, host_of_address};

/// The place of an organisation of another government in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ForeignIndex(pub(crate) u32);

impl ForeignIndex {
    /// The position among the organisations of other governments.
    pub fn position(self) -> usize {
        self.0 as usize
    }
}

/// An organisation of another country's government, or of the European Union.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignOrganisation {
    /// What it is called, in the language of its source.
    pub name: String,
    /// Its country: two capital letters (ISO 3166-1), or `EU` for the European Union.
    pub country: String,
    /// Its website.
    pub website: Option<String>,
    /// Its item in Wikidata.
    pub wikidata: Option<String>,
    /// The work that says that it exists and that the accounts are its own.
    pub source: SourceIndex,
    /// Its accounts, by platform and name; never empty.
    pub accounts: Vec<ForeignAccount>,
}

impl ForeignOrganisation {
    /// The host of its website, without `www.`.
    pub(super) fn host(&self) -> Option<String> {
        let host = host_of_address(self.website.as_deref()?)?;
        Some(bare_host(&host).to_owned())
    }
}

/// An account of an organisation of another government, as short as it can be stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignAccount {
    /// The platform it is on.
    pub platform: PlatformIndex,
    /// The position of the name's name-space in the rules of the platform.
    space: u8,
    /// The name as it was written.
    name: String,
}

impl ForeignAccount {
    /// The account that a reference is to.
    pub(super) fn new(reference: &Reference) -> Self {
        Self {
            platform: reference.platform,
            space: u8::try_from(reference.name.space()).unwrap_or(u8::MAX),
            name: reference.name.text().to_owned(),
        }
    }

    /// The reference by which the account is found, where the platforms are those that it was read with.
    pub fn reference(&self, platforms: &Platforms) -> Option<Reference> {
        let platform = platforms.iter().find(|(index, _)| *index == self.platform)?.1;
        let name = platform.known_name(usize::from(self.space), &self.name)?;
        Some(Reference { platform: self.platform, name })
    }
}
