//! The vocabulary of the directory: organisations, accounts, platforms and evidence.
//!
//! A [`Directory`] is immutable once loaded. Organisations and accounts are addressed by small
//! indexes ([`OrganisationIndex`], [`AccountIndex`]), never by clones: it may be too large to be
//! held in memory, and reads them from its store as they are asked for.

pub mod account;
mod additions;
mod as_of;
pub mod badge;
pub mod evidence;
pub mod foreign;
pub mod format;
pub mod former_handle;
pub mod imitation;
pub mod kind;
pub mod lexicon;
pub mod load;
pub mod observations;
pub mod organisation;
pub mod phone;
pub mod policy;
pub mod purpose;
pub mod reach;
mod records;
pub mod service;
pub mod site;
pub mod source;
pub mod stored;
pub mod summary;
pub mod topic;

pub use crate::date::Date;
pub use account::{Account, AccountIndex, Status};
pub use badge::{BadgeKind, BadgeObservation};
pub use evidence::{Basis, Evidence, Method, Says, Trust};
pub use foreign::{ForeignAccount, ForeignIndex, ForeignOrganisation};
pub use former_handle::{FormerHandle, Formerly};
pub use imitation::{FamilyWord, ReportedImitation};
pub use kind::Kind;
pub use lexicon::Lexicon;
pub use load::{LoadError, SCHEMA};
pub use observations::{Observed, Overlay, OwnObservation, StatusObservation};
pub use organisation::{FormerName, Gap, Organisation, OrganisationIndex};
pub use phone::{Phone, PhoneLabel, PhoneNumber};
pub use policy::Policy;
pub use purpose::Purpose;
pub use reach::{OwnedPhone, OwnedSite};
pub use service::{Owner, Service, ServiceIndex, Urgency};
pub use site::Site;
pub use source::{Convention, Header, Inventory, Source};
pub use summary::{AccountSummary, OrganisationSummary, Summaries};
pub use topic::{HandledBy, Handler, Layer, Topic, TopicIndex};

use std::sync::Arc;

use crate::platform::{Platform, PlatformIndex, Platforms, Reference, Wrappers, page_of_address};
use badge::BadgeKindIndex;
use observations::Observations;
use records::{Foreign, Record, Records};
pub(crate) use records::{LaidOut, RecordsWriter};

/// A whole directory, loaded and valid.
#[derive(Debug, Clone)]
pub struct Directory {
    /// Title, edition and licence.
    pub header: Header,
    /// The works that the evidence comes from.
    pub sources: Vec<Source>,
    /// The platforms, with the rules for their addresses and handles.
    pub platforms: Platforms,
    /// The calendar of badge kinds.
    pub badges: Vec<BadgeKind>,
    /// Whether the file gives its own platforms, rather than those of the built-in directory.
    pub own_platforms: bool,
    /// Published counts to compare with.
    pub inventories: Vec<Inventory>,
    /// Rules on how the government uses platforms.
    pub policies: Vec<Policy>,
    /// Declared naming conventions.
    pub conventions: Vec<Convention>,
    /// The words of the country.
    pub lexicon: Arc<Lexicon>,
    /// Whether the file gives its own words, rather than those of the built-in directory.
    pub own_lexicon: bool,
    /// The services that stand between an address and where it leads.
    pub wrappers: Wrappers,
    /// Whether the file gives its own services of that kind, rather than those of the built-in directory.
    pub own_wrappers: bool,
    /// The words that stand for a family.
    pub families: Vec<FamilyWord>,
    /// Imitations that others have reported.
    pub imitations: Vec<ReportedImitation>,
    /// Organisations of other governments.
    foreign: Foreign,
    /// The organisations, in file order (kind, then name), the accounts of all of them, services and topics.
    records: Records,
    /// What an overlay says of some of the accounts.
    observed: Option<Arc<Observations>>,
}

impl Directory {
    /// How many organisations there are.
    pub fn organisation_count(&self) -> usize {
        self.records.organisation_count()
    }

    /// An account that claims nothing.
    pub(crate) fn no_account() -> &'static Account {
        Account::nothing()
    }

    /// How many accounts there are.
    pub fn account_count(&self) -> usize {
        self.records.account_count()
    }

    /// The organisation at an index of this directory.
    pub fn organisation(&self, index: OrganisationIndex) -> &Organisation {
        self.records.organisation(index.position())
    }

    /// The account at an index of this directory, with what an overlay says of it.
    pub fn account(&self, index: AccountIndex) -> &Account {
        let observed = self.observed.as_ref().and_then(|observed| observed.account(index));
        observed.unwrap_or_else(|| self.listed_account(index))
    }

    /// The account as the directory itself lists it.
    pub fn listed_account(&self, index: AccountIndex) -> &Account {
        self.records.account(index.position())
    }

    /// The line of its file that an organisation begins on, counted from 1, where that is known.
    pub fn line_of_organisation(&self, index: OrganisationIndex) -> Option<u32> {
        self.records.organisation_line(index.position())
    }

    /// The line of its file that an account begins on, counted from 1, where that is known.
    pub fn line_of_account(&self, index: AccountIndex) -> Option<u32> {
        self.records.account_line(index.position())
    }

    /// The platform at an index of this directory.
    pub fn platform(&self, index: PlatformIndex) -> &Platform {
        self.platforms.get(index)
    }

    /// The calendar of badge kinds, each with its index.
    pub fn badge_kinds(&self) -> impl Iterator<Item = (BadgeKindIndex, &BadgeKind)> {
        (0..=u16::MAX).map(BadgeKindIndex).zip(&self.badges)
    }

    /// The indexes of all organisations, in file order.
    pub fn organisation_indexes(&self) -> impl Iterator<Item = OrganisationIndex> + use<> {
        records::organisation_indexes(self.organisation_count())
    }

    /// The indexes of all accounts, in file order.
    pub fn account_indexes(&self) -> impl Iterator<Item = AccountIndex> + use<> {
        records::account_indexes(self.account_count())
    }

    /// All organisations, in file order. This reads the whole directory.
    pub fn organisations(&self) -> impl Iterator<Item = &Organisation> {
        self.organisation_indexes().map(|index| self.organisation(index))
    }

    /// All accounts, in file order. This reads the whole directory.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.account_indexes().map(|index| self.account(index))
    }

    /// The organisation with this id (its slug), if there is one.
    pub fn organisation_by_id(&self, id: &str) -> Option<OrganisationIndex> {
        self.records.lookups().with_id(id).find(|&index| self.organisation(index).id == id)
    }

    /// The organisation with this id in a register: its register id, its URI in the TOOI thesaurus
    /// or its Wikidata item, in any case of its letters.
    pub fn organisation_by_official_id(&self, id: &str) -> Option<OrganisationIndex> {
        self.records.lookups().with_official_id(id).find(|&index| {
            let mut ids = self.organisation(index).official_ids();
            ids.any(|own| own.eq_ignore_ascii_case(id))
        })
    }

    /// The account that an address or handle refers to, if it is listed.
    pub fn account_by(&self, reference: &Reference) -> Option<AccountIndex> {
        self.records.lookups().with_reference(reference).find(|&index| {
            let mut own = self.account(index).references();
            own.any(|own| own == *reference)
        })
    }

    /// Whose former handle it is, if it is listed as one.
    pub fn formerly(&self, reference: &Reference) -> Option<Formerly<'_>> {
        let of_organisation = |organisation: OrganisationIndex| {
            let is_it = |it: &&FormerHandle| it.reference() == *reference;
            let own = self.organisation(organisation).former_handles.iter().find(is_it);
            let own = own.map(|handle| Formerly { organisation, account: None, handle });
            own.or_else(|| {
                self.accounts_of(organisation).find_map(|account| {
                    let handle = self.account(account).former_handles.iter().find(is_it)?;
                    Some(Formerly { organisation, account: Some(account), handle })
                })
            })
        };
        self.records.lookups().with_former_handle(reference).find_map(of_organisation)
    }

    /// The account without a name whose page an address leads to, if it is listed.
    pub fn account_by_address(&self, address: &str) -> Option<AccountIndex> {
        let page = page_of_address(address)?;
        let is_it = |&index: &AccountIndex| self.account(index).page().as_ref() == Some(&page);
        self.records.lookups().with_page(&page).find(is_it)
    }

    /// How many organisations of other governments there are.
    pub fn foreign_organisation_count(&self) -> usize {
        self.foreign.len()
    }

    /// The organisations of other governments, in file order. This reads all of them.
    pub fn foreign_organisations(&self) -> impl Iterator<Item = &ForeignOrganisation> {
        (0..self.foreign.len()).map(|at| self.foreign.get(at))
    }

    /// The organisation of another government at an index of this directory.
    pub fn foreign_organisation(&self, index: ForeignIndex) -> &ForeignOrganisation {
        self.foreign.get(index.position())
    }

    /// The organisation of another government that an account is of, where it is one of those known.
    pub fn foreign_by(&self, reference: &Reference) -> Option<ForeignIndex> {
        self.foreign.by(reference, &self.platforms)
    }

    /// The organisation of another government whose website is on this host, where it is one of those known.
    pub fn foreign_by_host(&self, host: &str) -> Option<ForeignIndex> {
        self.foreign.by_host(host)
    }

    /// The accounts of an organisation: its own first, then those that others share with it.
    pub fn accounts_of(&self, index: OrganisationIndex) -> impl Iterator<Item = AccountIndex> + '_ {
        self.organisation(index).accounts.iter().copied()
    }

    /// Whether an account in use of an organisation is known on a platform.
    pub fn is_on(&self, index: OrganisationIndex, platform: PlatformIndex) -> bool {
        let mut accounts = self.accounts_of(index).map(|it| self.account(it));
        accounts.any(|it| it.platform == platform && !it.status.is_retired())
    }

    /// The organisations directly under this one, in file order.
    pub fn children_of(
        &self,
        index: OrganisationIndex,
    ) -> impl Iterator<Item = OrganisationIndex> + '_ {
        self.records.lookups().under(index)
    }

    /// Adds an organisation without accounts to a directory that was read from a file for people; `None` where it is
    /// read from a store. It is found by its ids at once, and by its name when the directory is loaded anew.
    pub fn add_organisation(&mut self, organisation: Organisation) -> Option<OrganisationIndex> {
        self.records.add_organisation(organisation)
    }

    /// Adds an account to a directory that was read from a file for people, as the last of its organisation; `None`
    /// where it is read from a store. It is not found by name or address until the directory is loaded anew.
    pub fn add_account(&mut self, account: Account) -> Option<AccountIndex> {
        let (organisations, accounts) = self.loaded_mut()?;
        let index = AccountIndex(u32::try_from(accounts.len()).ok()?);
        let owner = organisations.get_mut(account.organisation.position())?;
        let own = owner.accounts.iter().filter(|index| {
            accounts.get(index.position()).is_some_and(|it| it.organisation == account.organisation)
        });
        owner.accounts.insert(own.count(), index);
        accounts.push(account);
        Some(index)
    }

    /// The organisations and accounts of a directory that was read from a file for people, to be
    /// changed in memory; `None` where it is read from a store. What is looked up by name or id stays
    /// as it was loaded.
    pub fn loaded_mut(&mut self) -> Option<(&mut Vec<Organisation>, &mut Vec<Account>)> {
        match &mut self.records {
            Records::Loaded(loaded) => {
                let loaded = Arc::make_mut(loaded);
                Some((&mut loaded.organisations, &mut loaded.accounts))
            }
            Records::Stored(_) => None,
        }
    }
}
