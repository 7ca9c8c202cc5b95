//! The organisations and accounts of a directory: in memory, or in a store and read one by one.

mod foreign;
mod lazy;
mod lines;
mod lookup;
#[cfg(test)]
mod tests;

use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::account::{Account, AccountIndex, Status};
use super::kind::Kind;
use super::organisation::{Organisation, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::store::{StorageError, Store, Writer};
pub(super) use foreign::Foreign;
use lazy::{Lazy, Record};
pub(super) use lines::Lines;
use lines::StoredLines;
pub(super) use lookup::Lookups;

/// The part of a store with the organisations, and the one with the accounts.
const ORGANISATIONS: &str = "directory.organisations";
const ACCOUNTS: &str = "directory.accounts";

/// The organisations and accounts of a directory.
#[derive(Debug, Clone)]
pub(super) enum Records {
    /// As they were read from a file for people.
    Loaded(Arc<Loaded>),
    /// In a store.
    Stored(Arc<Stored>),
}

/// Records in memory.
#[derive(Debug, Clone)]
pub(super) struct Loaded {
    pub(super) organisations: Vec<Organisation>,
    pub(super) accounts: Vec<Account>,
    lines: Lines,
    /// Made when something is first looked up.
    lookups: OnceLock<Box<Lookups>>,
}

/// Records that stay in their store until they are asked for.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) store: Store,
    organisations: Lazy<Organisation>,
    accounts: Lazy<Account>,
    lines: StoredLines,
    lookups: Lookups,
}

/// How many there are of what a record may name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) organisations: usize,
    pub(super) accounts: usize,
    pub(super) platforms: usize,
    pub(super) sources: usize,
    pub(super) badges: usize,
}

impl Records {
    /// Records in memory, with the lines of the file that they begin on.
    pub(super) fn loaded(
        organisations: Vec<Organisation>,
        accounts: Vec<Account>,
        lines: Lines,
    ) -> Self {
        let lookups = OnceLock::new();
        Self::Loaded(Arc::new(Loaded { organisations, accounts, lines, lookups }))
    }

    /// The records of a store, for a directory with this many platforms, sources and badge kinds.
    pub(super) fn from_store(store: &Store, limits: Limits) -> Result<Self, StorageError> {
        let (organisations, accounts) = (store.part(ORGANISATIONS), store.part(ACCOUNTS));
        let mut organisations = Lazy::new(organisations, store, ORGANISATIONS)?;
        let mut accounts = Lazy::new(accounts, store, ACCOUNTS)?;
        let (all, of_all) = (organisations.len(), accounts.len());
        let limits = Limits { organisations: all, accounts: of_all, ..limits };
        organisations.limit(limits);
        accounts.limit(limits);
        let lookups = Lookups::from_store(store);
        Ok(Self::Stored(Arc::new(Stored {
            store: store.clone(),
            organisations,
            accounts,
            lines: StoredLines::new(store),
            lookups,
        })))
    }

    /// Writes them as parts of a store.
    pub(super) fn write_to<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        let organisations = (0..self.organisation_count()).map(|at| self.organisation(at));
        write(to, ORGANISATIONS, organisations)?;
        let accounts = (0..self.account_count()).map(|at| self.account(at));
        write(to, ACCOUNTS, accounts)?;
        let of_organisations = (0..self.organisation_count()).map(|at| self.organisation_line(at));
        let of_accounts = (0..self.account_count()).map(|at| self.account_line(at));
        lines::write(to, of_organisations, of_accounts)?;
        self.lookups().write_to(to)
    }

    pub(super) fn organisation_count(&self) -> usize {
        match self {
            Self::Loaded(loaded) => loaded.organisations.len(),
            Self::Stored(stored) => stored.organisations.len(),
        }
    }

    pub(super) fn account_count(&self) -> usize {
        match self {
            Self::Loaded(loaded) => loaded.accounts.len(),
            Self::Stored(stored) => stored.accounts.len(),
        }
    }

    /// The organisation at a position; one that claims nothing where there is none.
    pub(super) fn organisation(&self, position: usize) -> &Organisation {
        match self {
            Self::Loaded(loaded) => loaded.organisations.get(position),
            Self::Stored(stored) => stored.organisations.get(position),
        }
        .unwrap_or_else(|| Organisation::nothing())
    }

    /// The account at a position; one that claims nothing where there is none.
    pub(super) fn account(&self, position: usize) -> &Account {
        match self {
            Self::Loaded(loaded) => loaded.accounts.get(position),
            Self::Stored(stored) => stored.accounts.get(position),
        }
        .unwrap_or_else(|| Account::nothing())
    }

    /// The line that the organisation at a position begins on, where that is known.
    pub(super) fn organisation_line(&self, position: usize) -> Option<u32> {
        let line = match self {
            Self::Loaded(loaded) => loaded.lines.organisations.get(position).copied(),
            Self::Stored(stored) => stored.lines.organisations.u32_at(position),
        };
        line.filter(|line| *line > 0)
    }

    /// The line that the account at a position begins on, where that is known.
    pub(super) fn account_line(&self, position: usize) -> Option<u32> {
        let line = match self {
            Self::Loaded(loaded) => loaded.lines.accounts.get(position).copied(),
            Self::Stored(stored) => stored.lines.accounts.u32_at(position),
        };
        line.filter(|line| *line > 0)
    }

    pub(super) fn lookups(&self) -> &Lookups {
        match self {
            Self::Loaded(loaded) => {
                let Loaded { organisations, accounts, lookups, .. } = loaded.as_ref();
                lookups.get_or_init(|| Box::new(Lookups::new(organisations, accounts)))
            }
            Self::Stored(stored) => &stored.lookups,
        }
    }
}

/// Writes records one after the other, and where each begins and the last ends.
fn write<'a, W: Write, T: Serialize + 'a>(
    to: &mut Writer<W>,
    name: &str,
    records: impl Iterator<Item = &'a T>,
) -> io::Result<()> {
    let mut offsets = Vec::new();
    let (mut offset, mut bytes) = (0_u64, Vec::new());
    to.begin(name)?;
    for record in records {
        offsets.extend(offset.to_le_bytes());
        bytes.clear();
        bytes = postcard::to_extend(record, bytes).map_err(io::Error::other)?;
        to.write(&bytes)?;
        offset = offset.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    }
    to.end()?;
    offsets.extend(offset.to_le_bytes());
    to.part(&lazy::offsets_of(name), &offsets)
}

impl Record for Organisation {
    fn is_within(&self, limits: &Limits) -> bool {
        let mut organisations = self.parent.iter().chain(&self.successor);
        organisations.all(|it| it.position() < limits.organisations)
            && self.accounts.iter().all(|it| it.position() < limits.accounts)
    }

    fn nothing() -> &'static Self {
        static NOTHING: Organisation =
            Organisation::bare(String::new(), String::new(), Kind::Other);
        &NOTHING
    }
}

impl Record for Account {
    fn is_within(&self, limits: &Limits) -> bool {
        let mut organisations = self.shared_with.iter().chain([&self.organisation]);
        let mut sources = self.evidence.iter().filter_map(|evidence| evidence.source);
        let badge = self.badge.as_ref().and_then(|seen| seen.kind);
        organisations.all(|it| it.position() < limits.organisations)
            && sources.all(|it| it.position() < limits.sources)
            && badge.is_none_or(|it| it.position() < limits.badges)
            && self.platform.position() < limits.platforms
    }

    fn nothing() -> &'static Self {
        static NOTHING: Account = Account {
            organisation: OrganisationIndex(u32::MAX),
            shared_with: Vec::new(),
            platform: PlatformIndex(0),
            handle: None,
            platform_id: None,
            url: String::new(),
            display_name: None,
            purpose: None,
            status: Status::Unknown,
            successor: None,
            badge: None,
            evidence: Vec::new(),
            note: None,
        };
        &NOTHING
    }
}

/// The indexes of this many organisations.
pub(super) fn organisation_indexes(
    count: usize,
) -> impl Iterator<Item = OrganisationIndex> + use<> {
    (0..u32::try_from(count).unwrap_or(u32::MAX)).map(OrganisationIndex)
}

/// The indexes of this many accounts.
pub(super) fn account_indexes(count: usize) -> impl Iterator<Item = AccountIndex> + use<> {
    (0..u32::try_from(count).unwrap_or(u32::MAX)).map(AccountIndex)
}
