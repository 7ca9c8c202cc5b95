//! A directory as it was known on an earlier day.

use super::account::{Account, AccountIndex, Status};
use super::organisation::{Gap, Organisation};
use super::records::{Lines, Records};
use super::{Date, Directory, Evidence, Says};

impl Directory {
    /// The directory as its evidence has it up to a day: what was seen later is left out, and so is an account of
    /// which nothing had been seen by then. What an overlay says is left out too.
    ///
    /// Some facts bear no day, such as what became of an account or which names an organisation has: these stay as
    /// they are known now. What was seen in a month or a year counts from its first day.
    ///
    /// ```
    /// use officieel_directory::directory::Date;
    /// use officieel_directory::directory::load::load;
    /// use officieel_directory::public_suffixes::PublicSuffixes;
    ///
    /// let text = std::fs::read_to_string("../../directory.toml")?;
    /// let directory = load(&text, Date::LAST, &PublicSuffixes::default(), &|| None).unwrap();
    /// let before = directory.as_of(Date::new(2023, 12, 31).unwrap());
    /// assert!(before.account_count() < directory.account_count());
    /// assert_eq!(before.organisation_count(), directory.organisation_count());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn as_of(&self, day: Date) -> Self {
        let is_known = |it: &Evidence| it.seen <= day;
        let mut places = Vec::with_capacity(self.account_count());
        let mut accounts: Vec<Account> = Vec::new();
        for index in self.account_indexes() {
            let mut account = self.listed_account(index).clone();
            // That it was left bears a day where the organisation said so.
            let mut leaving =
                account.evidence.iter().filter(|it| it.says == Says::Leaves).peekable();
            let is_left_later = leaving.peek().is_some() && leaving.all(|it| it.seen > day);
            if account.status.is_retired() && is_left_later {
                account.status = Status::Unknown;
                account.successor = None;
            }
            account.evidence.retain(is_known);
            if account.evidence.is_empty() {
                places.push(None);
                continue;
            }
            account.badge = account.badge.filter(|it| it.seen <= day);
            places.push(Some(AccountIndex(u32::try_from(accounts.len()).unwrap_or(u32::MAX))));
            accounts.push(account);
        }
        let kept = |index: &AccountIndex| places.get(index.position()).copied().flatten();
        let organisation = |it: &Organisation| {
            let mut it = it.clone();
            it.accounts = it.accounts.iter().filter_map(kept).collect();
            it.gaps.retain(|gap: &Gap| gap.seen <= day);
            it.ended = it.ended.filter(|ended| *ended <= day);
            it
        };
        let organisations = self.organisations().map(organisation).collect();
        let services = self.service_indexes().map(|index| self.service(index).clone()).collect();
        let topics = self.topics().cloned().collect();
        let records = Records::loaded(organisations, accounts, services, topics, Lines::default());
        let mut known = self.clone();
        known.inventories.retain(|it| it.seen <= day);
        known.policies.retain(|it| it.seen <= day);
        Self { records, observed: None, ..known }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_seen_later_is_known_and_all_else_stays() {
        let directory =
            crate::testing::loaded(include_str!("../../../../tests/fixtures/small.toml"));
        let all: Vec<Date> =
            directory.accounts().flat_map(|it| &it.evidence).map(|it| it.seen).collect();
        for day in all {
            let then = directory.as_of(day);
            assert!(then.accounts().flat_map(|it| &it.evidence).all(|it| it.seen <= day));
            assert!(then.accounts().all(|it| !it.evidence.is_empty()));
            let was_known = |it: &&Account| it.evidence.iter().any(|evidence| evidence.seen <= day);
            let expected = directory.accounts().filter(was_known).map(|it| &it.url);
            assert!(then.accounts().map(|it| &it.url).eq(expected));
            for index in then.account_indexes() {
                let owner = then.account(index).organisation;
                assert!(then.accounts_of(owner).any(|own| own == index));
            }
        }
        let last = directory.as_of(Date::LAST);
        let addresses = |it: &Directory| -> Vec<String> {
            it.accounts().map(|account| account.url.clone()).collect()
        };
        assert_eq!(addresses(&last), addresses(&directory));
    }
}
