//! A directory with accounts that another file adds to it.

use super::Directory;
use super::account::{Account, AccountIndex};
use super::records::{Lines, Records};

impl Directory {
    /// This directory with more accounts, each found by name and address like any other. They come behind those that
    /// are listed, so that what an overlay says of these still holds.
    #[must_use]
    pub fn with_accounts(&self, added: Vec<Account>) -> Self {
        let mut organisations: Vec<_> = self.organisations().cloned().collect();
        let listed = self.account_indexes().map(|index| self.listed_account(index).clone());
        let mut accounts: Vec<Account> = listed.collect();
        for account in added {
            let index = AccountIndex(u32::try_from(accounts.len()).unwrap_or(u32::MAX));
            if let Some(owner) = organisations.get_mut(account.organisation.position()) {
                owner.accounts.push(index);
                accounts.push(account);
            }
        }
        let services = self.service_indexes().map(|index| self.service(index).clone()).collect();
        let topics = self.topics().cloned().collect();
        let records = Records::loaded(organisations, accounts, services, topics, Lines::default());
        Self { records, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use crate::platform::Reference;

    #[test]
    fn what_is_added_is_found_with_all_else() {
        let directory =
            crate::testing::loaded(include_str!("../../../../tests/fixtures/small.toml"));
        let one = directory.account_indexes().next().unwrap();
        let mut added = directory.account(one).clone();
        let platform = directory.platform(added.platform);
        let name = platform.parse_name("toegevoegd").unwrap();
        let reference = Reference { platform: added.platform, name: name.clone() };
        added.url = platform.address_of(&name);
        added.handle = Some(name);
        added.platform_id = None;
        let organisation = added.organisation;
        let more = directory.with_accounts(vec![added]);
        let found = more.account_by(&reference).unwrap();
        assert_eq!(more.account_count(), directory.account_count() + 1);
        assert_eq!(more.account(found).organisation, organisation);
        assert!(more.accounts_of(organisation).any(|it| it == found));
        assert_eq!(directory.account_by(&reference), None);
    }
}
