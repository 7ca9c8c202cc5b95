//! Platforms: whose they are, and what an account address or a handle looks like there.
//!
//! The rules are data ([`PlatformRules`], the `[[platform]]` tables of a directory); this module
//! compiles them into parsers. Nothing outside the listed hosts is ever taken for a platform.

pub mod rules;

use std::fmt;

pub use rules::{CaseRule, LoginNeeded, NameRules, NotAnAccount, PlatformRules, Reading, Refusal};

/// The place of a platform in [`Platforms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlatformIndex(pub(crate) u8);

impl PlatformIndex {
    /// The position in the list of platforms.
    pub fn position(self) -> usize {
        usize::from(self.0)
    }
}

/// A name that stands for one account on one platform: a handle or a platform's own id, parsed once.
///
/// Two names are equal where the platform treats them as one.
#[derive(Debug, Clone)]
pub struct AccountName {
    space: u8,
    text: String,
    key: String,
}

impl AccountName {
    /// The name as it was written, without a leading `@`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The name as the platform compares it.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The position of its name-space in [`PlatformRules::names`].
    pub fn space(&self) -> usize {
        usize::from(self.space)
    }
}

impl PartialEq for AccountName {
    fn eq(&self, other: &Self) -> bool {
        self.space == other.space && self.key == other.key
    }
}

impl Eq for AccountName {}

impl std::hash::Hash for AccountName {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.space.hash(state);
        self.key.hash(state);
    }
}

/// An account on a platform, as an address or a typed handle names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The platform.
    pub platform: PlatformIndex,
    /// The account's name there.
    pub name: AccountName,
}

/// Why a text can't be a name on a platform.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NameFault(pub String);

/// One platform with its rules.
#[derive(Debug, Clone)]
pub struct Platform {
    /// The rules and facts as the directory states them.
    pub rules: PlatformRules,
}

impl Platform {
    /// The id in the file and in JSON, such as `x`.
    pub fn id(&self) -> &str {
        &self.rules.id
    }

    /// The name that people know, such as `YouTube`.
    pub fn name(&self) -> &str {
        &self.rules.name
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// All platforms of a directory.
#[derive(Debug, Clone, Default)]
pub struct Platforms {
    all: Vec<Platform>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "indexes are handed out by this list only, for itself"
)]
impl Platforms {
    /// The platform at an index of this list.
    pub fn get(&self, index: PlatformIndex) -> &Platform {
        &self.all[index.position()]
    }
}

impl Platforms {
    /// Compiles rules into parsers.
    ///
    /// # Errors
    ///
    /// The position of the platform whose rules are wrong, and what is wrong with them.
    pub fn new(rules: Vec<PlatformRules>) -> Result<Self, (usize, String)> {
        Ok(Self {
            all: rules.into_iter().map(|rules| Platform { rules }).collect(),
        })
    }

    /// All platforms with their indexes, in file order.
    pub fn iter(&self) -> impl Iterator<Item = (PlatformIndex, &Platform)> {
        (0..).map(PlatformIndex).zip(&self.all)
    }

    /// The platform with this id.
    pub fn by_id(&self, id: &str) -> Option<PlatformIndex> {
        self.iter()
            .find(|(_, platform)| platform.id() == id)
            .map(|(index, _)| index)
    }
}
