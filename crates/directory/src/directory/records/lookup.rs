//! Which record has an id, a name or a parent, without reading all of them.
//!
//! A look-up is a sorted list of pairs: the hash of a key, and the index of a record that has it.
//! Who looks something up compares the record itself, so that two keys of one hash do no harm.

use std::io::{self, Write};

use crate::directory::account::{Account, AccountIndex};
use crate::directory::organisation::{Organisation, OrganisationIndex};
use crate::directory::phone::{Phone, PhoneNumber};
use crate::directory::service::{Owner, Service, ServiceIndex};
use crate::directory::site::Site;
use crate::platform::Reference;
use crate::store::{Part, Store, Writer, sorted};

/// The look-ups of a directory.
#[derive(Debug, Clone)]
pub(in crate::directory) struct Lookups {
    /// Organisations by their slug.
    ids: Lookup,
    /// Organisations by the ids that registers gave them.
    official_ids: Lookup,
    /// Organisations by the organisation above them.
    parents: Lookup,
    /// Accounts by platform and name; those without a name by their page.
    references: Lookup,
    /// Owners of sites by host.
    hosts: Lookup,
    /// Owners of telephone numbers by number.
    numbers: Lookup,
    /// Organisations by the platform and name of a former handle of theirs or of one of their accounts.
    former_handles: Lookup,
    /// Services by the organisation that answers for them.
    services: Lookup,
}

impl Lookups {
    pub(super) fn new(
        organisations: &[Organisation],
        accounts: &[Account],
        services: &[Service],
    ) -> Self {
        Self::made(Self::pairs((0, organisations), (0, accounts), services))
    }

    /// The pairs of records that follow one another from a position on, for each look-up in the order of [`PARTS`].
    pub(super) fn pairs(
        (first, organisations): (u32, &[Organisation]),
        (first_account, accounts): (u32, &[Account]),
        services: &[Service],
    ) -> [Vec<u64>; 8] {
        let organisations = || (first..).zip(organisations);
        let official = organisations().flat_map(|(at, it)| {
            it.official_ids().map(move |id| (hash([id.to_ascii_lowercase().as_bytes()]), at))
        });
        let parents =
            organisations().filter_map(|(at, it)| it.parent.map(|OrganisationIndex(up)| (up, at)));
        let references = (first_account..).zip(accounts).flat_map(|(at, account)| {
            let names = account.references().map(|reference| hash_of(&reference));
            let page = account.page().map(|page| hash_of_page(&page));
            names.chain(page).map(move |key| (key, at)).collect::<Vec<_>>()
        });
        let services = || (0_u32..).zip(services);
        let hosts = |at: Owner, sites: &[Site]| {
            let keys = sites.iter().map(|site| hash_of_host(site.bare_host()));
            keys.filter_map(|key| Some((key, packed(at)?))).collect::<Vec<_>>()
        };
        let of_organisations =
            organisations().flat_map(|(at, it)| hosts(organisation_at(at), &it.sites));
        let of_services = services().flat_map(|(at, it)| hosts(service_at(at), &it.sites));
        let numbers = |at: Owner, general: Option<&String>, phones: &[Phone]| {
            let all = general.into_iter().chain(phones.iter().map(|it| &it.number));
            let keys = all.filter_map(|number| Some(hash_of_number(&PhoneNumber::read(number)?)));
            keys.filter_map(|key| Some((key, packed(at)?))).collect::<Vec<_>>()
        };
        let numbers_of_organisations = organisations()
            .flat_map(|(at, it)| numbers(organisation_at(at), it.phone.as_ref(), &it.phones));
        let numbers_of_services =
            services().flat_map(|(at, it)| numbers(service_at(at), None, &it.phones));
        let former_of_accounts = accounts.iter().flat_map(|it| {
            let OrganisationIndex(owner) = it.organisation;
            it.former_handles.iter().map(move |former| (former, owner))
        });
        let former_of_organisations = organisations()
            .flat_map(|(at, it)| it.former_handles.iter().map(move |former| (former, at)));
        let former = former_of_accounts.chain(former_of_organisations);
        let answering = services()
            .filter_map(|(at, it)| it.organisation.map(|OrganisationIndex(owner)| (owner, at)));
        [
            packed_pairs(organisations().map(|(at, it)| (hash([it.id.as_bytes()]), at))),
            packed_pairs(official),
            packed_pairs(parents),
            packed_pairs(references),
            packed_pairs(of_organisations.chain(of_services)),
            packed_pairs(numbers_of_organisations.chain(numbers_of_services)),
            packed_pairs(former.map(|(it, at)| (hash_of(&it.reference()), at))),
            packed_pairs(answering),
        ]
    }

    /// The look-ups of all pairs.
    pub(super) fn made(pairs: [Vec<u64>; 8]) -> Self {
        let [ids, official_ids, parents, references, hosts, numbers, former_handles, services] =
            pairs.map(Lookup::sorted);
        Self { ids, official_ids, parents, references, hosts, numbers, former_handles, services }
    }

    pub(super) fn from_store(store: &Store) -> Self {
        let stored = |name| Lookup::Stored(store.part(name));
        let [ids, official_ids, parents, references, hosts, numbers, former_handles, services] =
            PARTS.map(stored);
        Self { ids, official_ids, parents, references, hosts, numbers, former_handles, services }
    }

    pub(super) fn write_to<W: Write>(&self, to: &mut Writer<W>) -> io::Result<()> {
        let Self {
            ids,
            official_ids,
            parents,
            references,
            hosts,
            numbers,
            former_handles,
            services,
        } = self;
        let all =
            [ids, official_ids, parents, references, hosts, numbers, former_handles, services];
        PARTS.iter().zip(all).try_for_each(|(name, lookup)| lookup.write_to(to, name))
    }

    /// The organisations that may have this slug.
    pub(in crate::directory) fn with_id(
        &self,
        id: &str,
    ) -> impl Iterator<Item = OrganisationIndex> + '_ {
        self.ids.of(hash([id.as_bytes()])).map(OrganisationIndex)
    }

    /// The organisations that may have this id in a register, in any case of its letters.
    pub(in crate::directory) fn with_official_id(
        &self,
        id: &str,
    ) -> impl Iterator<Item = OrganisationIndex> + '_ {
        self.official_ids.of(hash([id.to_ascii_lowercase().as_bytes()])).map(OrganisationIndex)
    }

    /// The organisations directly under another, in file order.
    pub(in crate::directory) fn under(
        &self,
        OrganisationIndex(parent): OrganisationIndex,
    ) -> impl Iterator<Item = OrganisationIndex> + '_ {
        self.parents.of(parent).map(OrganisationIndex)
    }

    /// The accounts that may be meant.
    pub(in crate::directory) fn with_reference(
        &self,
        reference: &Reference,
    ) -> impl Iterator<Item = AccountIndex> + '_ {
        self.references.of(hash_of(reference)).map(AccountIndex)
    }

    /// The organisations that may have used this, or an account of which may have been called so.
    pub(in crate::directory) fn with_former_handle(
        &self,
        reference: &Reference,
    ) -> impl Iterator<Item = OrganisationIndex> + '_ {
        self.former_handles.of(hash_of(reference)).map(OrganisationIndex)
    }
}

impl Lookups {
    /// The accounts without a name that may have this page.
    pub(in crate::directory) fn with_page(
        &self,
        page: &str,
    ) -> impl Iterator<Item = AccountIndex> + '_ {
        self.references.of(hash_of_page(page)).map(AccountIndex)
    }
}

impl Lookups {
    /// Whoever may have a site on just this host, organisations first.
    pub(in crate::directory) fn with_host(&self, host: &str) -> impl Iterator<Item = Owner> + '_ {
        owners(self.hosts.of(hash_of_host(host)))
    }

    /// The services that an organisation answers for, in file order.
    pub(in crate::directory) fn answered_by(
        &self,
        OrganisationIndex(organisation): OrganisationIndex,
    ) -> impl Iterator<Item = ServiceIndex> + '_ {
        self.services.of(organisation).map(ServiceIndex)
    }

    /// Whoever may have this number, organisations first.
    pub(in crate::directory) fn with_number(
        &self,
        number: &PhoneNumber,
    ) -> impl Iterator<Item = Owner> + '_ {
        owners(self.numbers.of(hash_of_number(number)))
    }
}

/// The first number that stands for a service; those below it stand for organisations.
const SERVICES: u32 = 1 << 31;

fn organisation_at(position: u32) -> Owner {
    Owner::Organisation(OrganisationIndex(position))
}

fn service_at(position: u32) -> Owner {
    Owner::Service(ServiceIndex(position))
}

/// An owner as one number; nothing where a directory would have two thousand million of them.
fn packed(owner: Owner) -> Option<u32> {
    match owner {
        Owner::Organisation(OrganisationIndex(at)) => Some(at).filter(|at| *at < SERVICES),
        Owner::Service(ServiceIndex(at)) => at.checked_add(SERVICES),
    }
}

/// The owners that numbers stand for, each once.
fn owners(packed: impl Iterator<Item = u32>) -> impl Iterator<Item = Owner> {
    let mut last = None;
    let packed = packed.filter(move |it| last.replace(*it) != Some(*it));
    packed.map(|it| it.checked_sub(SERVICES).map_or(organisation_at(it), service_at))
}

/// The parts of a store with the look-ups, in the order of their fields.
pub(super) const PARTS: [&str; 8] = [
    "directory.by-id",
    "directory.by-official-id",
    "directory.by-parent",
    "directory.by-reference",
    "directory.by-host",
    "directory.by-number",
    "directory.by-former-handle",
    "directory.by-answering",
];

/// Pairs of a key (above) and an index (below), sorted.
#[derive(Debug, Clone)]
pub(super) enum Lookup {
    Made(Vec<u64>),
    Stored(Part),
}

impl Lookup {
    pub(super) fn new(pairs: impl Iterator<Item = (u32, u32)>) -> Self {
        Self::sorted(packed_pairs(pairs))
    }

    fn sorted(mut pairs: Vec<u64>) -> Self {
        pairs.sort_unstable();
        Self::Made(pairs)
    }

    pub(super) fn write_to<W: Write>(&self, to: &mut Writer<W>, name: &str) -> io::Result<()> {
        to.begin(name)?;
        for pair in (0..).map_while(|at| self.pair(at)) {
            to.write(&pair.to_le_bytes())?;
        }
        to.end()
    }

    fn len(&self) -> usize {
        match self {
            Self::Made(pairs) => pairs.len(),
            Self::Stored(part) => part.len() / 8,
        }
    }

    fn pair(&self, at: usize) -> Option<u64> {
        match self {
            Self::Made(pairs) => pairs.get(at).copied(),
            Self::Stored(part) => part.u64_at(at),
        }
    }

    /// The indexes that stand with a key, ascending.
    pub(super) fn of(&self, key: u32) -> impl Iterator<Item = u32> + '_ {
        // What can't be read ends the search.
        let is_before = |at| self.pair(at).is_some_and(|found| found < pair(key, 0));
        let start = sorted::partition_point(0..self.len(), is_before);
        let pairs = (start..).map_while(|at| self.pair(at));
        let of_key = pairs.map_while(move |found| found.checked_sub(pair(key, 0)));
        of_key.map_while(|index| u32::try_from(index).ok())
    }
}

fn packed_pairs(pairs: impl Iterator<Item = (u32, u32)>) -> Vec<u64> {
    pairs.map(|(key, at)| pair(key, at)).collect()
}

fn pair(key: u32, at: u32) -> u64 {
    u64::from(key) << 32 | u64::from(at)
}

pub(super) fn hash_of(reference: &Reference) -> u32 {
    let name = &reference.name;
    let space = u64::try_from(name.space()).unwrap_or(u64::MAX).to_le_bytes();
    let platform = u64::try_from(reference.platform.position()).unwrap_or(u64::MAX).to_le_bytes();
    hash([&platform[..], &space, name.key().as_bytes()])
}

fn hash_of_number(number: &PhoneNumber) -> u32 {
    hash([number.key().as_bytes()])
}

pub(super) fn hash_of_host(host: &str) -> u32 {
    hash([host.as_bytes()])
}

fn hash_of_page(page: &str) -> u32 {
    hash([b"page", page.as_bytes()])
}

/// The stable hash, folded to 32 bits.
fn hash<const N: usize>(parts: [&[u8]; N]) -> u32 {
    let state = sorted::hash(parts);
    u32::try_from((state >> 32) ^ (state & u64::from(u32::MAX))).unwrap_or_default()
}
