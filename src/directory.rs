//! The vocabulary of the directory: organisations, accounts, platforms and evidence.
//!
//! A [`Directory`] is immutable once loaded. Organisations and accounts are addressed by small
//! indexes ([`OrganisationIndex`], [`AccountIndex`]) into its vectors, never by clones.

pub mod account;
pub mod badge;
pub mod date;
pub mod evidence;
pub mod format;
pub mod kind;
pub mod load;
pub mod organisation;
pub mod source;
pub mod stored;

use std::collections::HashMap;

pub use account::{Account, AccountIndex, Status};
pub use badge::{BadgeKind, BadgeObservation};
pub use date::Date;
pub use evidence::{Basis, Evidence, Method, Trust};
pub use kind::Kind;
pub use load::{Problem, SCHEMA};
pub use organisation::{FormerName, Gap, Organisation, OrganisationIndex};
pub use source::{Convention, Header, Inventory, Source};

use crate::platform::{Platform, PlatformIndex, Platforms, Reference};

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
    /// Declared naming conventions.
    pub conventions: Vec<Convention>,
    /// The organisations, in file order (kind, then name).
    pub organisations: Vec<Organisation>,
    /// The accounts of all organisations, in file order.
    pub accounts: Vec<Account>,
    by_id: HashMap<String, OrganisationIndex>,
    by_reference: HashMap<Reference, AccountIndex>,
    /// The search index that was stored with it, where one was.
    index: Option<&'static [u8]>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "indexes are handed out by this directory only, for its own vectors"
)]
impl Directory {
    /// The organisation at an index of this directory.
    pub fn organisation(&self, index: OrganisationIndex) -> &Organisation {
        &self.organisations[index.position()]
    }

    /// The account at an index of this directory.
    pub fn account(&self, index: AccountIndex) -> &Account {
        &self.accounts[index.position()]
    }

    /// The platform at an index of this directory.
    pub fn platform(&self, index: PlatformIndex) -> &Platform {
        self.platforms.get(index)
    }
}

impl Directory {
    /// All organisations, in file order.
    pub fn organisation_indexes(&self) -> impl Iterator<Item = OrganisationIndex> + use<> {
        (0..u32::try_from(self.organisations.len()).unwrap_or(u32::MAX)).map(OrganisationIndex)
    }

    /// All accounts, in file order.
    pub fn account_indexes(&self) -> impl Iterator<Item = AccountIndex> + use<> {
        (0..u32::try_from(self.accounts.len()).unwrap_or(u32::MAX)).map(AccountIndex)
    }

    /// The directory with the search index that was stored with it.
    #[must_use]
    pub fn with_stored_index(self, index: &'static [u8]) -> Self {
        Self { index: Some(index), ..self }
    }

    /// The search index that was stored with it, where one was.
    pub fn stored_index(&self) -> Option<&'static [u8]> {
        self.index
    }

    /// The organisation with this id (its slug), if there is one.
    pub fn organisation_by_id(&self, id: &str) -> Option<OrganisationIndex> {
        self.by_id.get(id).copied()
    }

    /// The account that an address or handle refers to, if it is listed.
    pub fn account_by(&self, reference: &Reference) -> Option<AccountIndex> {
        self.by_reference.get(reference).copied()
    }

    /// The accounts of an organisation: its own first, then those that others share with it.
    pub fn accounts_of(&self, index: OrganisationIndex) -> impl Iterator<Item = AccountIndex> + '_ {
        self.organisation(index).accounts.iter().copied()
    }

    /// The organisations directly under this one, in file order.
    pub fn children_of(
        &self,
        index: OrganisationIndex,
    ) -> impl Iterator<Item = OrganisationIndex> + '_ {
        (0..)
            .map(OrganisationIndex)
            .zip(&self.organisations)
            .filter_map(move |(child, o)| (o.parent == Some(index)).then_some(child))
    }
}
