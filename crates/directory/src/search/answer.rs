//! What a search answers: hits, how each was met and in which field.

use super::question::Understood;
use crate::directory::{AccountIndex, OrganisationIndex, ServiceIndex};

/// How a query was met, best first. Every tier stands strictly above the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// Nothing was asked: everything, in the directory's order.
    All,
    /// The question names it in whole, or leads to it: it handles what is asked about, or is the body of the kind
    /// that was asked for at the place that was named.
    Meant,
    /// The handle or address of an account as its platform compares it, or the address of a website.
    ExactHandle,
    /// The abbreviation.
    ExactAbbreviation,
    /// The name, an alias or a former name, with or without its family word ("gemeente"); or a
    /// place of a municipality.
    ExactName,
    /// The beginning of a name, abbreviation or handle.
    Prefix,
    /// Every word of the query begins a word of some field.
    Words,
    /// Every word of the query is a word of some field, but for a typing error or two.
    Typo,
    /// The query stands somewhere inside a field.
    Substring,
    /// The letters of the query stand in a field in this order, with others between.
    Subsequence,
}

impl Tier {
    /// Whether a hit of this tier is always a guess.
    pub fn is_guess(self) -> bool {
        matches!(self, Self::Typo | Self::Subsequence)
    }
}

/// The field of an organisation or account that a query met.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Field {
    /// The organisation's name.
    Name,
    /// Its abbreviation.
    Abbreviation,
    /// Another current name.
    Alias,
    /// A town or village that it is for.
    Place,
    /// A name that it no longer bears.
    FormerName,
    /// The handle of an account.
    Handle,
    /// Its website.
    Website,
    /// The display name of an account.
    DisplayName,
    /// The purpose of an account.
    Purpose,
    /// A service that it answers for.
    Service,
    /// A telephone number.
    Phone,
    /// A handle that the organisation or an account of it had once.
    FormerHandle,
    /// A topic that it handles.
    Topic,
    /// The province that it lies in.
    Province,
}

impl Field {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Abbreviation => "abbreviation",
            Self::Alias => "alias",
            Self::Place => "place",
            Self::FormerName => "former-name",
            Self::Handle => "handle",
            Self::Website => "website",
            Self::DisplayName => "display-name",
            Self::Purpose => "purpose",
            Self::Service => "service",
            Self::Phone => "phone",
            Self::FormerHandle => "former-handle",
            Self::Topic => "topic",
            Self::Province => "province",
        }
    }

    /// Whether it says what an organisation is called, or whom it is for.
    pub(super) fn is_of_name(self) -> bool {
        matches!(self, Self::Name | Self::Abbreviation | Self::Alias | Self::Place | Self::Service)
    }

    /// Whether it is a field of an account rather than of the organisation.
    pub(super) fn is_of_account(self) -> bool {
        matches!(self, Self::Handle | Self::DisplayName | Self::Purpose)
    }
}

/// How many names of a service are searched: its place among them takes a byte.
pub(super) const MOST_SERVICE_NAMES: u32 = 1 << 8;

/// The item of a name of a service: which service, and which of its names.
pub(super) fn service_item(ServiceIndex(service): ServiceIndex, name: u32) -> u32 {
    service.saturating_mul(MOST_SERVICE_NAMES).saturating_add(name)
}

/// The service that such an item is of.
pub(super) fn service_of(item: u32) -> ServiceIndex {
    ServiceIndex(item / MOST_SERVICE_NAMES)
}

/// One organisation that a query met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// The account that met the query, where it was an account rather than the organisation itself.
    pub account: Option<AccountIndex>,
    /// How the query was met.
    pub tier: Tier,
    /// The field that met it.
    pub field: Field,
    /// Whether it is only a guess at what was meant, to be shown as one and never opened unasked.
    pub guess: bool,
    /// Which text of that field, where a field has several (places, aliases, accounts).
    pub(crate) item: u32,
}

impl Hit {
    /// A hit on what was named by a whole address or is known by other means than by its words.
    pub fn direct(
        organisation: OrganisationIndex,
        account: Option<AccountIndex>,
        field: Field,
    ) -> Self {
        let item = account.map_or(0, |AccountIndex(item)| item);
        Self { organisation, account, tier: Tier::ExactHandle, field, guess: false, item }
    }

    /// The service that met the query, where it was a service rather than the organisation itself.
    pub fn service(&self) -> Option<ServiceIndex> {
        (self.field == Field::Service).then(|| service_of(self.item))
    }

    /// A hit on what a whole host or number is, which stands at a place of that field.
    pub(super) fn of_item(organisation: OrganisationIndex, field: Field, item: u32) -> Self {
        Self { item, ..Self::direct(organisation, None, field) }
    }

    /// A hit that stands there because nothing was asked.
    pub(super) fn unasked(organisation: OrganisationIndex) -> Self {
        let (tier, field) = (Tier::All, Field::Name);
        Self { organisation, account: None, tier, field, guess: false, item: 0 }
    }
}

/// What a query met: the best of it, and how much there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The best hits, best first, no more than were asked for.
    pub hits: Vec<Hit>,
    /// How many organisations it met in all.
    pub total: usize,
}

/// What a query met at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct First {
    /// The hits of the tiers that take no time.
    pub answer: Answer,
    /// What the query asks for, as far as it can be told.
    pub understood: Understood,
    /// Whether that is all, or all that were wanted: if not, [`Index::rest`](super::Index::rest) has the whole answer,
    /// and takes longer.
    pub is_whole: bool,
}

/// The text that a query met, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The field.
    pub field: Field,
    /// The field's text as it is shown.
    pub text: String,
    /// The positions of the matched characters in it, ascending, counted in `char`s.
    pub positions: Vec<usize>,
}
