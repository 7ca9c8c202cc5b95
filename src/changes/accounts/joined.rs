//! Which account of one edition is which of the other.

use std::collections::{BTreeMap, HashMap};

use crate::directory::{Account, AccountIndex, Directory};
use crate::platform::{AccountName, PlatformIndex};

/// What an account is known by: the platform, the kind of name, and the name as the platform compares it.
/// An index says nothing in another edition, and so the ids stand here.
type Key = (String, String, String);

/// The accounts that are the same in both editions.
pub(super) struct Joined {
    to_new: HashMap<AccountIndex, AccountIndex>,
    to_old: HashMap<AccountIndex, AccountIndex>,
    /// Those that have the same handle, whether they are the same account or not.
    pub(super) by_handle: Vec<(AccountIndex, AccountIndex)>,
}

impl Joined {
    /// An account is the one with its immutable id; else the one with its handle, or its page where it has no
    /// name; else the one that says it was called so.
    pub(super) fn new(old: &Directory, new: &Directory) -> Self {
        let mut joined =
            Self { to_new: HashMap::new(), to_old: HashMap::new(), by_handle: Vec::new() };
        joined.join(&pairs(&by(old, platform_id), &by(new, platform_id)));
        joined.by_handle = pairs(&by(old, handle), &by(new, handle));
        let by_handle = joined.by_handle.clone();
        joined.join(&by_handle);
        joined.join(&pairs(&by(old, page), &by(new, page)));
        joined.join(&pairs(&by(old, handle), &formerly(new)));
        joined.join(&pairs(&formerly(old), &by(new, handle)));
        joined
    }

    /// Joins what is not joined yet.
    fn join(&mut self, pairs: &[(AccountIndex, AccountIndex)]) {
        for &(older, newer) in pairs {
            if !self.to_new.contains_key(&older) && !self.to_old.contains_key(&newer) {
                self.to_new.insert(older, newer);
                self.to_old.insert(newer, older);
            }
        }
    }

    /// The account in the new edition.
    pub(super) fn newer(&self, older: AccountIndex) -> Option<AccountIndex> {
        self.to_new.get(&older).copied()
    }

    /// The account in the old edition.
    pub(super) fn older(&self, newer: AccountIndex) -> Option<AccountIndex> {
        self.to_old.get(&newer).copied()
    }
}

/// What stands under the same key in both, in the order of keys: that of the file decides nothing.
fn pairs(
    old: &BTreeMap<Key, AccountIndex>,
    new: &BTreeMap<Key, AccountIndex>,
) -> Vec<(AccountIndex, AccountIndex)> {
    old.iter().filter_map(|(key, older)| Some((*older, *new.get(key)?))).collect()
}

/// All accounts that have such a key.
fn by(
    directory: &Directory,
    key: impl Fn(&Directory, &Account) -> Option<Key>,
) -> BTreeMap<Key, AccountIndex> {
    let all = directory.account_indexes();
    all.filter_map(|it| Some((key(directory, directory.listed_account(it))?, it))).collect()
}

fn platform_id(directory: &Directory, account: &Account) -> Option<Key> {
    Some(key(directory, account.platform, account.platform_id.as_ref()?))
}

fn handle(directory: &Directory, account: &Account) -> Option<Key> {
    Some(key(directory, account.platform, account.handle.as_ref()?))
}

/// Its page, where it has no name.
fn page(directory: &Directory, account: &Account) -> Option<Key> {
    let platform = directory.platform(account.platform).id().to_owned();
    Some((platform, String::new(), account.page()?))
}

fn key(directory: &Directory, platform: PlatformIndex, name: &AccountName) -> Key {
    let platform = directory.platform(platform);
    let space = platform.name_rules(name).map(|rules| rules.id.clone()).unwrap_or_default();
    (platform.id().to_owned(), space, name.key().to_owned())
}

/// The accounts by what they were called; of several that were, the one with the first address.
fn formerly(directory: &Directory) -> BTreeMap<Key, AccountIndex> {
    let mut all: BTreeMap<Key, AccountIndex> = BTreeMap::new();
    for index in directory.account_indexes() {
        let account = directory.listed_account(index);
        for former in &account.former_handles {
            let key = key(directory, former.platform, &former.handle);
            let first = all.entry(key).or_insert(index);
            if account.url < directory.listed_account(*first).url {
                *first = index;
            }
        }
    }
    all
}
