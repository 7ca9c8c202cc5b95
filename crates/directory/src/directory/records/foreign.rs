//! Organisations of other governments: in memory, or in a store, where they stay until one is asked for.

use std::io::{self, Write};
use std::sync::Arc;

use super::lazy::{Lazy, Record};
use super::lookup::{Lookup, hash_of, hash_of_host};
use super::{Limits, lazy};
use crate::directory::foreign::{ForeignIndex, ForeignOrganisation};
use crate::directory::site::bare_host;
use crate::directory::source::SourceIndex;
use crate::platform::{Platforms, Reference};
use crate::store::{StorageError, Store, Writer};

/// The part of a store with the organisations, and those that find them by their accounts and websites.
pub(super) const FOREIGN: &str = "directory.foreign";
pub(super) const BY_REFERENCE: &str = "directory.foreign.by-reference";
pub(super) const BY_HOST: &str = "directory.foreign.by-host";

/// Organisations of other governments, found by their accounts and websites.
#[derive(Debug, Clone)]
pub(in crate::directory) struct Foreign {
    organisations: Arc<Organisations>,
    by_reference: Lookup,
    by_host: Lookup,
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
        let hosts = (0_u32..).zip(&organisations);
        let hosts = hosts.filter_map(|(at, it)| Some((hash_of_host(&it.host()?), at)));
        let by_host = Lookup::new(hosts);
        Self {
            organisations: Arc::new(Organisations::Loaded(organisations)),
            by_reference,
            by_host,
        }
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
        let by_host = Lookup::Stored(store.part(BY_HOST));
        let organisations = Arc::new(Organisations::Stored(organisations));
        Ok(Self { organisations, by_reference, by_host })
    }

    pub(in crate::directory) fn write_to<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        if self.len() == 0 {
            return Ok(());
        }
        super::write(to, FOREIGN, (0..self.len()).map(|at| self.get(at)))?;
        self.by_reference.write_to(to, BY_REFERENCE)?;
        self.by_host.write_to(to, BY_HOST)
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

    /// The organisation whose website is on just this host.
    pub(in crate::directory) fn by_host(&self, host: &str) -> Option<ForeignIndex> {
        let host = bare_host(host);
        let mut maybe = self.by_host.of(hash_of_host(host)).map(ForeignIndex);
        maybe.find(|index| self.get(index.position()).host().as_deref() == Some(host))
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
