//! Search: which organisation, and which of its accounts, a query means.

use crate::directory::{AccountIndex, Directory, OrganisationIndex};

/// The folded text of a directory, ready to be searched.
#[derive(Debug)]
pub struct Index {
    organisations: u32,
}

/// How a query was met, best first. Every tier stands strictly above the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// Nothing was asked: everything, in the directory's order.
    All,
    /// The handle or address of an account.
    ExactHandle,
    /// The abbreviation.
    ExactAbbreviation,
    /// The name, an alias or a former name.
    ExactName,
    /// The beginning of a name, abbreviation or handle.
    Prefix,
    /// Every word of the query begins a word of some field.
    Words,
    /// The query stands somewhere inside a field.
    Substring,
    /// The letters of the query stand in a field in this order, with others between.
    Subsequence,
}

/// The field of an organisation or account that a query met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The organisation's name.
    Name,
    /// Its abbreviation.
    Abbreviation,
    /// Another current name.
    Alias,
    /// A name that it no longer bears.
    FormerName,
    /// A town or village that it is for.
    Place,
    /// The handle of an account.
    Handle,
    /// The display name of an account.
    DisplayName,
    /// The purpose of an account.
    Purpose,
}

impl Field {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Abbreviation => "abbreviation",
            Self::Alias => "alias",
            Self::FormerName => "former-name",
            Self::Place => "place",
            Self::Handle => "handle",
            Self::DisplayName => "display-name",
            Self::Purpose => "purpose",
        }
    }
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

impl Index {
    /// Folds and indexes a directory.
    pub fn new(directory: &Directory) -> Self {
        Self {
            organisations: u32::try_from(directory.organisations.len()).unwrap_or(u32::MAX),
        }
    }

    /// The organisations that a query means, best first; all of them for an empty query.
    pub fn search(&self, _directory: &Directory, _query: &str) -> Vec<Hit> {
        (0..self.organisations)
            .map(|i| Hit {
                organisation: OrganisationIndex(i),
                account: None,
                tier: Tier::All,
                field: Field::Name,
            })
            .collect()
    }

    /// Which text of a hit met the query and where; for the rows on screen.
    pub fn matched(&self, directory: &Directory, _query: &str, hit: &Hit) -> Matched {
        Matched {
            field: hit.field,
            text: directory.organisation(hit.organisation).name.clone(),
            positions: Vec::new(),
        }
    }

    /// The positions of characters in a shown text that a query met, ascending, in `char`s.
    pub fn positions_in(&self, _query: &str, _text: &str) -> Vec<usize> {
        Vec::new()
    }
}
