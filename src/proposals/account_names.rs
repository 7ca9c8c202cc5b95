//! The accounts of organisations by what proposals call them, so that one of thousands is found at once.

use std::collections::HashMap;

use crate::directory::{Account, AccountIndex, Directory, OrganisationIndex};
use crate::platform::{AccountName, PlatformIndex};

use super::Subject;

/// What an account is called by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Name {
    /// Its name or address, as it is written but for capitals.
    Written(String),
    /// Its address.
    Address(String),
    /// Its handle, as the platform compares it.
    Handle(AccountName),
}

type Names = HashMap<(PlatformIndex, Name), (usize, AccountIndex)>;

/// The names of the accounts of the organisations that were asked for.
#[derive(Debug, Default)]
pub(super) struct AccountNames {
    of: HashMap<OrganisationIndex, Names>,
}

impl AccountNames {
    /// The account that a proposal names among those of its organisation: the first that is called so.
    pub(super) fn find(
        &mut self,
        directory: &Directory,
        organisation: OrganisationIndex,
        subject: &Subject,
    ) -> Option<AccountIndex> {
        let platform = directory.platforms.by_id(subject.platform.as_deref()?)?;
        let wanted = subject.account.as_deref()?;
        let names = self.of.entry(organisation).or_insert_with(|| {
            let mut own = Names::new();
            for index in directory.accounts_of(organisation) {
                add(&mut own, directory.account(index), index);
            }
            own
        });
        let handle = directory.platform(platform).parse_name(wanted).ok();
        let written = Name::Written(wanted.to_ascii_lowercase());
        let address = Name::Address(wanted.to_owned());
        let all = [Some(written), Some(address), handle.clone().map(Name::Handle)];
        let found = all.into_iter().flatten().filter_map(|name| names.get(&(platform, name)));
        let found = found.filter(|(_, index)| {
            // One that is called otherwise by now stands there still.
            let account = directory.account(*index);
            let is_named = account.name().eq_ignore_ascii_case(wanted) || account.url == wanted;
            is_named || (handle.is_some() && account.handle == handle)
        });
        found.min_by_key(|(order, _)| *order).map(|(_, index)| *index)
    }

    /// Takes in that an account was added, or is called otherwise: what it was called before still finds it.
    pub(super) fn add(&mut self, account: &Account, index: AccountIndex) {
        if let Some(names) = self.of.get_mut(&account.organisation) {
            add(names, account, index);
        }
    }
}

fn add(names: &mut Names, account: &Account, index: AccountIndex) {
    let order = names.len();
    let handle = account.handle.clone().map(Name::Handle);
    let written = Name::Written(account.name().to_ascii_lowercase());
    let all = [Some(written), Some(Name::Address(account.url.clone())), handle];
    for name in all.into_iter().flatten() {
        names.entry((account.platform, name)).or_insert((order, index));
    }
}
