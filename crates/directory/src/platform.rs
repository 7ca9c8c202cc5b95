//! Platforms: whose they are, and what an account address or a handle looks like there.
//!
//! The rules are data ([`PlatformRules`], the `[[platform]]` tables of a directory); this module
//! compiles them into parsers. Nothing outside the listed hosts is ever taken for a platform.

mod address;
mod canonical;
mod compile;
pub mod form;
mod host;
mod https;
mod name;
mod name_error;
mod parse;
mod plain_address;
mod query;
pub mod rules;
mod wrapper;

use crate::text::message::{Message, Sentence};
use std::fmt;
use std::sync::{Arc, OnceLock};

pub use address::{
    AddressError, Ambiguity, hides_slash, host_of_address, is_under, page_of_address,
};
pub use https::{HttpsError, check_https};
pub(crate) use https::{PlainHttps, host_in, is_on_a_number};
pub use name::{AccountName, cut_off};
pub use name_error::{Allowed, NameError, Wrong};
pub use rules::{
    AuthorRule, Authorship, CaseRule, Discouraged, LoginNeeded, NameRules, NotAnAccount,
    PlatformRules, Reading, Refusal,
};

pub use wrapper::{
    Coding, MOST_LAYERS, Wrapped, WrapperIndex, WrapperKind, WrapperRules, Wrappers,
};

use compile::Meaning;
use form::Form;
use host::HostPattern;
use name::NameSpace;
use plain_address::PlainAddress;

/// The place of a platform in [`Platforms`].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct PlatformIndex(pub(crate) u8);

impl PlatformIndex {
    /// The position in the list of platforms.
    pub fn position(self) -> usize {
        usize::from(self.0)
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

/// What an address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedAddress {
    /// The account.
    pub account: Reference,
    /// Where the address is not the page of the account itself: what of the account it is, such as
    /// one post of it or the page for its administrators.
    pub part: Option<NotAnAccount>,
    /// Whether that part is the account's for sure.
    pub authorship: Authorship,
}

/// One platform with its rules.
#[derive(Debug, Clone)]
pub struct Platform {
    /// The rules and facts as the directory states them.
    pub rules: PlatformRules,
    hosts: Vec<HostPattern>,
    spaces: Vec<NameSpace>,
    forms: OnceLock<Vec<(Form, Meaning)>>,
    /// For each name-space what its canonical addresses are made of, where that is plain.
    plain: OnceLock<Vec<Option<PlainAddress>>>,
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

    /// The rules of a name's name-space.
    pub fn name_rules(&self, name: &AccountName) -> Option<&NameRules> {
        self.rules.names.get(name.space())
    }

    /// Whether a name is a telephone number.
    pub fn is_telephone_number(&self, name: &AccountName) -> bool {
        self.name_rules(name).is_some_and(|rules| rules.id == name::NUMBER)
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// All platforms of a directory. A clone shares them, with what was compiled of their rules.
#[derive(Debug, Clone, Default)]
pub struct Platforms {
    all: Arc<[Platform]>,
}

#[expect(clippy::indexing_slicing, reason = "indexes are handed out by this list only, for itself")]
impl Platforms {
    /// The platform at an index of this list.
    pub fn get(&self, index: PlatformIndex) -> &Platform {
        &self.all[index.position()]
    }
}

impl Platforms {
    /// Compiles rules into parsers, and checks all of them.
    ///
    /// # Errors
    ///
    /// The position of the platform whose rules are wrong, and what is wrong with which key of them.
    pub fn new(rules: Vec<PlatformRules>) -> Result<Self, (usize, Message)> {
        let platforms = Self::from_checked(rules)?;
        for (position, platform) in platforms.all.iter().enumerate() {
            platform.check().map_err(|fault| (position, fault))?;
            let mut earlier = platforms.all.iter().take(position);
            if let Some(fault) = earlier.find_map(|other| platform.clashes_with(other)) {
                return Err((position, fault));
            }
        }
        Ok(platforms)
    }

    /// Compiles rules that [`Platforms::new`] has taken before, such as those built into the program.
    /// The forms of addresses and the patterns of names are most of the work; here each waits until
    /// it is needed.
    ///
    /// # Errors
    ///
    /// As [`Platforms::new`], but for what waits and for platforms that clash.
    pub fn from_checked(rules: Vec<PlatformRules>) -> Result<Self, (usize, Message)> {
        if rules.len() > usize::from(u8::MAX) {
            return Err((usize::from(u8::MAX), Sentence::TooManyPlatforms.into()));
        }
        let compiled = rules
            .into_iter()
            .enumerate()
            .map(|(position, rules)| Platform::new(rules).map_err(|fault| (position, fault)));
        Ok(Self { all: compiled.collect::<Result<_, _>>()? })
    }

    /// All platforms with their indexes, in file order.
    pub fn iter(&self) -> impl Iterator<Item = (PlatformIndex, &Platform)> {
        (0..=u8::MAX).map(PlatformIndex).zip(self.all.iter())
    }

    /// The platform with this id.
    pub fn by_id(&self, id: &str) -> Option<PlatformIndex> {
        self.iter().find(|(_, platform)| platform.id() == id).map(|(index, _)| index)
    }
}
