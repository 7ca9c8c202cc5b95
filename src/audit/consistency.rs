//! Consistency: does an organisation bear one name on all its platforms?

use std::collections::{BTreeMap, BTreeSet};

use super::standing;
use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::text::fold::fold;

/// The names that an organisation bears on its platforms.
///
/// Only its own main accounts in use count: one that is for something of its own (`purpose`) may well be called
/// after that. Letter case and the signs between words do not count, as not every platform allows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consistency {
    /// The platforms on which it has such an account with a handle.
    pub platforms: usize,
    /// The name that it bears on most of them, without case and signs.
    pub leading: String,
    /// On how many of them it bears that name.
    pub with_leading: usize,
    /// The accounts that were counted, in the order of the directory.
    pub accounts: Vec<AccountIndex>,
}

impl Consistency {
    /// Reckons it for one organisation on a day.
    pub fn of(directory: &Directory, organisation: OrganisationIndex, today: Date) -> Self {
        let mut platforms: BTreeSet<PlatformIndex> = BTreeSet::new();
        let mut named: BTreeMap<String, BTreeSet<PlatformIndex>> = BTreeMap::new();
        let mut accounts = Vec::new();
        for index in directory.accounts_of(organisation) {
            let account = directory.account(index);
            let is_own = account.organisation == organisation;
            if !is_own
                || account.purpose.is_some()
                || !standing::is_in_use(directory, account, today)
            {
                continue;
            }
            let Some(handle) = &account.handle else { continue };
            // A telephone number is no name.
            let bare = bare_handle(handle.text());
            if !bare.contains(char::is_alphabetic) {
                continue;
            }
            platforms.insert(account.platform);
            named.entry(bare).or_default().insert(account.platform);
            accounts.push(index);
        }
        // Of names that are borne as often the first in the alphabet leads.
        let leading = named.iter().rev().max_by_key(|(_, on)| on.len());
        let (leading, with_leading) =
            leading.map(|(name, on)| (name.clone(), on.len())).unwrap_or_default();
        Self { platforms: platforms.len(), leading, with_leading, accounts }
    }

    /// Whether it is on more than one platform, so that its names can be compared.
    pub fn is_comparable(&self) -> bool {
        self.platforms > 1
    }

    /// Whether one name is borne on every platform.
    pub fn is_one_name(&self) -> bool {
        self.with_leading == self.platforms
    }
}

/// What of a handle is a name: without the host of `name@host` and `name.bsky.social`, case, and the signs
/// between its words.
pub fn bare_handle(handle: &str) -> String {
    let name = handle.split('@').next().unwrap_or(handle);
    let name = name.strip_suffix(".bsky.social").unwrap_or(name);
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_every_platform_can_write() {
        for (handle, bare) in [
            ("gem_Ede", "gemede"),
            ("gemeente-ede", "gemeenteede"),
            ("wind@social.overheid.nl", "wind"),
            ("minwind.bsky.social", "minwind"),
            ("Súdwest", "sudwest"),
            ("@_-", ""),
        ] {
            assert_eq!(bare_handle(handle), bare, "{handle}");
        }
    }
}
