//! The organisations, accounts, services and topics of a directory: in memory, or in a store and read one
//! by one.

mod foreign;
mod laid_out;
mod lazy;
mod lines;
mod lookup;
mod summarised;
#[cfg(test)]
mod tests;

use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::account::{Account, AccountIndex, Status};
use super::evidence::Evidence;
use super::kind::Kind;
use super::organisation::{Organisation, OrganisationIndex};
use super::phone::Phone;
use super::service::Service;
use super::site::Site;
use super::topic::{HandledBy, Topic};
use crate::platform::PlatformIndex;
use crate::store::{Part, StorageError, Store, Writer};
pub(super) use foreign::Foreign;
pub(crate) use laid_out::{LaidOut, RecordsWriter};
use lazy::Lazy;
pub(super) use lazy::Record;
pub(crate) use lines::Lines;
use lines::StoredLines;
pub(super) use lookup::Lookups;
pub(super) use summarised::Summarised;

/// The parts of a store with the organisations, the accounts, the services and the topics.
const ORGANISATIONS: &str = "directory.organisations";
const ACCOUNTS: &str = "directory.accounts";
const SERVICES: &str = "directory.services";
const TOPICS: &str = "directory.topics";

/// The records of a directory.
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
    services: Vec<Service>,
    topics: Vec<Topic>,
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
    services: Lazy<Service>,
    topics: Lazy<Topic>,
    lines: StoredLines,
    lookups: Lookups,
    /// Those of the organisations, and those of the accounts.
    summaries: (Part, Part),
    platforms: usize,
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
        services: Vec<Service>,
        topics: Vec<Topic>,
        lines: Lines,
    ) -> Self {
        let lookups = OnceLock::new();
        let loaded = Loaded { organisations, accounts, services, topics, lines, lookups };
        Self::Loaded(Arc::new(loaded))
    }

    /// The records of a store, for a directory with this many platforms, sources and badge kinds.
    pub(super) fn from_store(store: &Store, limits: Limits) -> Result<Self, StorageError> {
        let (organisations, accounts) = (store.part(ORGANISATIONS), store.part(ACCOUNTS));
        let mut organisations = Lazy::new(organisations, store, ORGANISATIONS)?;
        let mut accounts = Lazy::new(accounts, store, ACCOUNTS)?;
        let mut services = Lazy::new(store.part(SERVICES), store, SERVICES)?;
        let mut topics = Lazy::new(store.part(TOPICS), store, TOPICS)?;
        let (all, of_all) = (organisations.len(), accounts.len());
        let limits = Limits { organisations: all, accounts: of_all, ..limits };
        organisations.limit(limits);
        accounts.limit(limits);
        services.limit(limits);
        topics.limit(limits);
        let lookups = Lookups::from_store(store);
        Ok(Self::Stored(Arc::new(Stored {
            store: store.clone(),
            organisations,
            accounts,
            services,
            topics,
            lines: StoredLines::new(store),
            lookups,
            summaries: summarised::parts(store),
            platforms: limits.platforms,
        })))
    }

    /// Writes them as parts of a store.
    pub(super) fn write_to<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        let organisations = (0..self.organisation_count()).map(|at| self.organisation(at));
        write(to, ORGANISATIONS, organisations)?;
        let accounts = (0..self.account_count()).map(|at| self.account(at));
        write(to, ACCOUNTS, accounts)?;
        write(to, SERVICES, (0..self.service_count()).map(|at| self.service(at)))?;
        write(to, TOPICS, (0..self.topic_count()).map(|at| self.topic(at)))?;
        let of_organisations = (0..self.organisation_count()).map(|at| self.organisation_line(at));
        let of_accounts = (0..self.account_count()).map(|at| self.account_line(at));
        lines::write(to, of_organisations, of_accounts)?;
        summarised::write(self, to)?;
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

    pub(super) fn service_count(&self) -> usize {
        match self {
            Self::Loaded(loaded) => loaded.services.len(),
            Self::Stored(stored) => stored.services.len(),
        }
    }

    pub(super) fn topic_count(&self) -> usize {
        match self {
            Self::Loaded(loaded) => loaded.topics.len(),
            Self::Stored(stored) => stored.topics.len(),
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

    /// The service at a position; one that claims nothing where there is none.
    pub(super) fn service(&self, position: usize) -> &Service {
        match self {
            Self::Loaded(loaded) => loaded.services.get(position),
            Self::Stored(stored) => stored.services.get(position),
        }
        .unwrap_or_else(|| Service::nothing())
    }

    /// The topic at a position; one that claims nothing where there is none.
    pub(super) fn topic(&self, position: usize) -> &Topic {
        match self {
            Self::Loaded(loaded) => loaded.topics.get(position),
            Self::Stored(stored) => stored.topics.get(position),
        }
        .unwrap_or_else(|| Topic::nothing())
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

    /// Adds an organisation to those that were loaded; what is looked up is collected anew.
    pub(super) fn add_organisation(
        &mut self,
        organisation: Organisation,
    ) -> Option<OrganisationIndex> {
        let Self::Loaded(loaded) = self else { return None };
        let loaded = Arc::make_mut(loaded);
        let index = OrganisationIndex(u32::try_from(loaded.organisations.len()).ok()?);
        loaded.organisations.push(organisation);
        loaded.lookups = OnceLock::new();
        Some(index)
    }

    pub(super) fn lookups(&self) -> &Lookups {
        match self {
            Self::Loaded(loaded) => {
                let Loaded { organisations, accounts, services, lookups, .. } = loaded.as_ref();
                lookups.get_or_init(|| Box::new(Lookups::new(organisations, accounts, services)))
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

impl Limits {
    fn hold_sources(&self, evidence: &[Evidence]) -> bool {
        let mut sources = evidence.iter().filter_map(|evidence| evidence.source);
        sources.all(|it| it.position() < self.sources)
    }

    fn hold_reach(&self, sites: &[Site], phones: &[Phone]) -> bool {
        sites.iter().all(|it| self.hold_sources(&it.evidence))
            && phones.iter().all(|it| self.hold_sources(&it.evidence))
    }
}

impl Record for Organisation {
    fn is_within(&self, limits: &Limits) -> bool {
        let mut organisations = self.parent.iter().chain(&self.successor);
        organisations.all(|it| it.position() < limits.organisations)
            && self.accounts.iter().all(|it| it.position() < limits.accounts)
            && limits.hold_reach(&self.sites, &self.phones)
            && self.former_handles.iter().all(|it| it.platform.position() < limits.platforms)
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
        let is_known = limits.hold_sources(&self.evidence);
        let badge = self.badge.as_ref().and_then(|seen| seen.kind);
        organisations.all(|it| it.position() < limits.organisations)
            && is_known
            && badge.is_none_or(|it| it.position() < limits.badges)
            && self.platform.position() < limits.platforms
            && self.former_handles.iter().all(|it| it.platform.position() < limits.platforms)
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
            purposes: Vec::new(),
            status: Status::Unknown,
            successor: None,
            former_handles: Vec::new(),
            badge: None,
            since: None,
            evidence: Vec::new(),
            note: None,
        };
        &NOTHING
    }
}

impl Record for Service {
    fn is_within(&self, limits: &Limits) -> bool {
        self.organisation.is_none_or(|it| it.position() < limits.organisations)
            && limits.hold_reach(&self.sites, &self.phones)
            && limits.hold_sources(&self.evidence)
    }

    fn nothing() -> &'static Self {
        static NOTHING: Service = Service {
            id: String::new(),
            name: String::new(),
            aliases: Vec::new(),
            text: String::new(),
            organisation: None,
            is_government: false,
            urgency: None,
            sites: Vec::new(),
            phones: Vec::new(),
            evidence: Vec::new(),
            note: None,
        };
        &NOTHING
    }
}

impl Record for Topic {
    fn is_within(&self, limits: &Limits) -> bool {
        self.handlers.iter().all(|handler| {
            let is_there = match handler.by {
                HandledBy::Layer(_) => true,
                HandledBy::Organisation(it) => it.position() < limits.organisations,
            };
            is_there && limits.hold_sources(&handler.evidence)
        })
    }

    fn nothing() -> &'static Self {
        static NOTHING: Topic = Topic {
            id: String::new(),
            name: String::new(),
            words: Vec::new(),
            product: None,
            handlers: Vec::new(),
            note: None,
        };
        &NOTHING
    }
}

/// The indexes of this many organisations.
pub(super) fn organisation_indexes(
    count: usize,
) -> impl Iterator<Item = OrganisationIndex> + use<> {
    small_numbers(count).map(OrganisationIndex)
}

/// The indexes of this many accounts.
pub(super) fn account_indexes(count: usize) -> impl Iterator<Item = AccountIndex> + use<> {
    small_numbers(count).map(AccountIndex)
}

/// The first so many numbers, from 0 on.
pub(super) fn small_numbers(count: usize) -> std::ops::Range<u32> {
    0..u32::try_from(count).unwrap_or(u32::MAX)
}
