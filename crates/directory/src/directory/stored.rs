//! A directory in a store: checked once, when it is written, and opened without reading it all.
//!
//! Reading TOML takes a hundred times as long. The form is this program's own and changes with it;
//! the file that people read and write is TOML.

use std::io::{self, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::records::{Foreign, Limits, Records};
use super::{
    BadgeKind, Convention, Directory, FamilyWord, Header, Inventory, Lexicon, Policy,
    ReportedImitation, Source,
};
use crate::platform::{PlatformRules, Platforms, WrapperRules, Wrappers};
use crate::store::{StorageError, Store, Writer};

/// The part with everything but records.
const HEAD: &str = "directory.head";

#[derive(Serialize)]
struct Head<'a> {
    header: &'a Header,
    sources: &'a [Source],
    platforms: Vec<&'a PlatformRules>,
    badges: &'a [BadgeKind],
    own_platforms: bool,
    inventories: &'a [Inventory],
    policies: &'a [Policy],
    conventions: &'a [Convention],
    lexicon: &'a Lexicon,
    own_lexicon: bool,
    wrappers: Vec<&'a WrapperRules>,
    own_wrappers: bool,
    families: &'a [FamilyWord],
    imitations: &'a [ReportedImitation],
}

#[derive(Deserialize)]
struct OwnedHead {
    header: Header,
    sources: Vec<Source>,
    platforms: Vec<PlatformRules>,
    badges: Vec<BadgeKind>,
    own_platforms: bool,
    inventories: Vec<Inventory>,
    policies: Vec<Policy>,
    conventions: Vec<Convention>,
    lexicon: Lexicon,
    own_lexicon: bool,
    wrappers: Vec<WrapperRules>,
    own_wrappers: bool,
    families: Vec<FamilyWord>,
    imitations: Vec<ReportedImitation>,
}

impl Directory {
    /// Writes the directory as parts of a store, for [`Directory::from_store`].
    ///
    /// # Errors
    ///
    /// Where the store can't be written.
    pub fn write_to<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        self.write_head(to)?;
        self.records.write_to(to)
    }

    /// Writes all but the records.
    pub(super) fn write_head<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        let head = Head {
            header: &self.header,
            sources: &self.sources,
            platforms: self.platforms.iter().map(|(_, platform)| &platform.rules).collect(),
            badges: &self.badges,
            own_platforms: self.own_platforms,
            inventories: &self.inventories,
            policies: &self.policies,
            conventions: &self.conventions,
            lexicon: &self.lexicon,
            own_lexicon: self.own_lexicon,
            wrappers: self.wrappers.iter().map(|(_, rules)| rules).collect(),
            own_wrappers: self.own_wrappers,
            families: &self.families,
            imitations: &self.imitations,
        };
        to.part(HEAD, &postcard::to_allocvec(&head).map_err(io::Error::other)?)?;
        self.foreign.write_to(to)
    }

    /// The directory that [`Directory::write_to`] wrote. Its records are read when they are
    /// asked for.
    ///
    /// # Errors
    ///
    /// Where the store holds something else.
    pub fn from_store(store: &Store) -> Result<Self, StorageError> {
        let head = store.part(HEAD);
        let head: OwnedHead =
            postcard::from_bytes(&head.read(0..head.len())).ok().ok_or(StorageError)?;
        let limits = Limits {
            organisations: 0,
            accounts: 0,
            platforms: head.platforms.len(),
            sources: head.sources.len(),
            badges: head.badges.len(),
        };
        Ok(Self {
            header: head.header,
            sources: head.sources,
            platforms: Platforms::from_checked(head.platforms).ok().ok_or(StorageError)?,
            badges: head.badges,
            own_platforms: head.own_platforms,
            inventories: head.inventories,
            policies: head.policies,
            conventions: head.conventions,
            lexicon: Arc::new(head.lexicon),
            own_lexicon: head.own_lexicon,
            wrappers: Wrappers::new(head.wrappers).ok().ok_or(StorageError)?,
            own_wrappers: head.own_wrappers,
            families: head.families,
            imitations: head.imitations,
            foreign: Foreign::from_store(store, limits)?,
            records: Records::from_store(store, limits)?,
            observed: None,
        })
    }

    /// The store that it is read from, where it is; its search index may stand there too.
    pub fn store(&self) -> Option<&Store> {
        match &self.records {
            Records::Loaded(_) => None,
            Records::Stored(stored) => Some(&stored.store),
        }
    }
}
