//! A directory as bytes: checked once, when the bytes are made, and read back without a check.
//!
//! Reading TOML takes ten times as long. The form is this program's own and changes with it; the
//! file that people read and write is TOML.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{
    Account, AccountIndex, BadgeKind, Convention, Directory, Header, Inventory, Organisation,
    OrganisationIndex, Source,
};
use crate::platform::{PlatformRules, Platforms, Reference};

/// Why bytes are no stored directory.
#[derive(Debug, thiserror::Error)]
#[error("these bytes are no directory that this program stored")]
pub struct NotStored;

#[derive(Serialize)]
struct Parts<'a> {
    header: &'a Header,
    sources: &'a [Source],
    platforms: Vec<&'a PlatformRules>,
    badges: &'a [BadgeKind],
    own_platforms: bool,
    inventories: &'a [Inventory],
    conventions: &'a [Convention],
    organisations: &'a [Organisation],
    accounts: &'a [Account],
}

#[derive(Deserialize)]
struct OwnedParts {
    header: Header,
    sources: Vec<Source>,
    platforms: Vec<PlatformRules>,
    badges: Vec<BadgeKind>,
    own_platforms: bool,
    inventories: Vec<Inventory>,
    conventions: Vec<Convention>,
    organisations: Vec<Organisation>,
    accounts: Vec<Account>,
}

impl Directory {
    /// The directory as bytes, for [`Directory::from_stored`].
    ///
    /// # Errors
    ///
    /// Where the directory is larger than memory.
    pub fn to_stored(&self) -> Result<Vec<u8>, NotStored> {
        let parts = Parts {
            header: &self.header,
            sources: &self.sources,
            platforms: self.platforms.iter().map(|(_, platform)| &platform.rules).collect(),
            badges: &self.badges,
            own_platforms: self.own_platforms,
            inventories: &self.inventories,
            conventions: &self.conventions,
            organisations: &self.organisations,
            accounts: &self.accounts,
        };
        postcard::to_allocvec(&parts).ok().ok_or(NotStored)
    }

    /// The directory that [`Directory::to_stored`] made bytes of.
    ///
    /// # Errors
    ///
    /// Where the bytes are something else.
    pub fn from_stored(bytes: &[u8]) -> Result<Self, NotStored> {
        let parts: OwnedParts = postcard::from_bytes(bytes).ok().ok_or(NotStored)?;
        let platforms = Platforms::from_checked(parts.platforms).ok().ok_or(NotStored)?;
        let by_id = ids(&parts.organisations);
        let by_reference = references(&parts.accounts);
        Ok(Self {
            header: parts.header,
            sources: parts.sources,
            platforms,
            badges: parts.badges,
            own_platforms: parts.own_platforms,
            inventories: parts.inventories,
            conventions: parts.conventions,
            organisations: parts.organisations,
            accounts: parts.accounts,
            by_id,
            by_reference,
            index: None,
        })
    }
}

fn ids(organisations: &[Organisation]) -> HashMap<String, OrganisationIndex> {
    (0..)
        .map(OrganisationIndex)
        .zip(organisations)
        .map(|(index, it)| (it.id.clone(), index))
        .collect()
}

fn references(accounts: &[Account]) -> HashMap<Reference, AccountIndex> {
    let all = (0..).map(AccountIndex).zip(accounts);
    all.flat_map(|(index, account)| account.references().map(move |name| (name, index))).collect()
}
