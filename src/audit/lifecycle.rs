//! What the rules ask of many accounts: is it in use, and what is it called in a finding?

use crate::audit::details::AccountFacts;
use crate::audit::{Certainty, Context, Details, Finding, Severity, Subject};
use crate::directory::{Account, AccountIndex, Date, Directory, OrganisationIndex};
use crate::platform::PlatformIndex;

/// Whether an organisation exists no more on a day.
pub(super) fn has_ended(
    directory: &Directory,
    organisation: OrganisationIndex,
    today: Date,
) -> bool {
    directory.organisation(organisation).ended.is_some_and(|ended| ended <= today)
}

/// Whether somebody still speaks through an account, as far as is known: nobody says that it was left,
/// and the organisation, or one that shares it, exists.
pub(super) fn is_in_use(directory: &Directory, account: &Account, today: Date) -> bool {
    let mut owners = std::iter::once(&account.organisation).chain(&account.shared_with);
    !account.status.is_retired() && owners.any(|&owner| !has_ended(directory, owner, today))
}

impl Context<'_> {
    /// The accounts asked for that are in use.
    pub(super) fn in_use(&self) -> impl Iterator<Item = (AccountIndex, &Account)> {
        let all = self.accounts.iter().map(|&index| (index, self.directory.account(index)));
        all.filter(|(_, account)| is_in_use(self.directory, account, self.today))
    }

    /// An account as people write it; one without a handle by its address, as its id says nothing to anyone.
    pub(super) fn written(&self, index: AccountIndex) -> String {
        let account = self.directory.account(index);
        match account.handle {
            Some(_) => account.written(self.directory.platform(account.platform)),
            None => account.url.clone(),
        }
    }

    /// A finding about an account, with details of what is said of every account.
    pub(super) fn about(
        &self,
        certainty: Certainty,
        index: AccountIndex,
        details: impl FnOnce(AccountFacts) -> Details,
    ) -> Finding {
        let account = self.directory.account(index);
        let facts = AccountFacts {
            account: self.written(index),
            platform: self.platform_name(account.platform),
            organisation: self.name(account.organisation),
        };
        Finding::new(details(facts), certainty, Subject::Account(index))
    }

    /// The name of an organisation.
    pub(super) fn name(&self, organisation: OrganisationIndex) -> String {
        self.directory.organisation(organisation).name.clone()
    }

    /// The name of a platform.
    pub(super) fn platform_name(&self, platform: PlatformIndex) -> String {
        self.directory.platform(platform).name().to_owned()
    }
}

impl Finding {
    /// With a severity of this at most.
    #[must_use]
    pub(super) fn at_most(mut self, severity: Severity) -> Self {
        self.severity = self.severity.min(severity);
        self
    }
}
