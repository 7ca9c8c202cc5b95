//! Organisations of other governments: in memory, or in a store, where they stay until one is asked for.

use std::io::{self, Write};
use std::sync::Arc;

use super::lazy::{Lazy, Record};
use super::lookup::{Lookup, hash_of};
use super::{Limits, lazy};
use crate::directory::foreign::{ForeignIndex, ForeignOrganisation};
use crate::directory::source::SourceIndex;
use crate::platform::{Platforms, Reference};
use crate::store::{StorageError, Store, Writer};

/// The part of a store with the organisations, and the one that finds them by their accounts.
pub(super) const FOREIGN: &str = "directory.foreign";
pub(super) const BY_REFERENCE: &str = "directory.foreign.by-reference";

/// Organisations of other governments, found by their accounts.
#[derive(Debug, Clone)]
pub(in crate::directory) struct Foreign {
    organisations: Arc<Organisations>,
    by_reference: Lookup,
}

#[derive(Debug)]
enum Organisations {
    Loaded(Vec<ForeignOrganisation>),
    Stored(Lazy<ForeignOrganisation>),
}

impl Foreign {
    /// Those that were read from a file for people.
    pub(in crate::directory) fn loaded(
        organisations: Vec<ForeignOrganisation>,
        platforms: &Platforms,
    ) -> Self {
        let pairs = (0_u32..).zip(&organisations).flat_map(|(at, organisation)| {
            let references = organisation.accounts.iter().filter_map(|it| it.reference(platforms));
            references.map(move |reference| (hash_of(&reference), at))
        });
        let by_reference = Lookup::new(pairs);
        Self { organisations: Arc::new(Organisations::Loaded(organisations)), by_reference }
    }

    /// Those of a store; none where it has no such part.
    pub(in crate::directory) fn from_store(
        store: &Store,
        limits: Limits,
    ) -> Result<Self, StorageError> {
        if store.part(&lazy::offsets_of(FOREIGN)).is_empty() {
            return Ok(Self::loaded(Vec::new(), &Platforms::default()));
        }
        let mut organisations = Lazy::new(store.part(FOREIGN), store, FOREIGN)?;
        organisations.limit(limits);
        let by_reference = Lookup::Stored(store.part(BY_REFERENCE));
        Ok(Self { organisations: Arc::new(Organisations::Stored(organisations)), by_reference })
    }

    pub(in crate::directory) fn write_to<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        if self.len() == 0 {
            return Ok(());
        }
        super::write(to, FOREIGN, (0..self.len()).map(|at| self.get(at)))?;
        self.by_reference.write_to(to, BY_REFERENCE)
    }

    pub(in crate::directory) fn len(&self) -> usize {
        match self.organisations.as_ref() {
            Organisations::Loaded(all) => all.len(),
            Organisations::Stored(all) => all.len(),
        }
    }

    /// The organisation at a position; one that claims nothing where there is none.
    pub(in crate::directory) fn get(&self, position: usize) -> &ForeignOrganisation {
        match self.organisations.as_ref() {
            Organisations::Loaded(all) => all.get(position),
            Organisations::Stored(all) => all.get(position),
        }
        .unwrap_or_else(|| ForeignOrganisation::nothing())
    }

    /// The organisation with this account.
    pub(in crate::directory) fn by(
        &self,
        reference: &Reference,
        platforms: &Platforms,
    ) -> Option<ForeignIndex> {
        let mut maybe = self.by_reference.of(hash_of(reference)).map(ForeignIndex);
        maybe.find(|index| {
            let mut own =
                self.get(index.position()).accounts.iter().filter_map(|it| it.reference(platforms));
            own.any(|own| own == *reference)
        })
    }
}

impl Record for ForeignOrganisation {
    fn is_within(&self, limits: &Limits) -> bool {
        let mut platforms = self.accounts.iter().map(|account| account.platform);
        self.source.position() < limits.sources
            && platforms.all(|platform| platform.position() < limits.platforms)
    }

    fn nothing() -> &'static Self {
        static NOTHING: ForeignOrganisation = ForeignOrganisation {
            name: String::new(),
            country: String::new(),
            website: None,
            wikidata: None,
            source: SourceIndex(u16::MAX),
            accounts: Vec::new(),
        };
        &NOTHING
    }
}
