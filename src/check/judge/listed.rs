//! Accounts that are listed: which of them, and whether they still speak for their organisation.

use std::cmp::Reverse;

use super::{Found, Judge};
use crate::check::{Listed, Remark, Verdict};
use crate::directory::{Account, AccountIndex, Basis};
use crate::platform::{PlatformIndex, Reference};
use crate::text::fold::letters;

impl Judge<'_> {
    /// Whether a listed account is still its organisation's voice.
    pub(super) fn verdict_on_listed(&self, listed: Listed) -> Verdict {
        if self.is_retired(listed.account) {
            Verdict::Retired(listed)
        } else {
            Verdict::Official(listed)
        }
    }

    /// Whether it was left, by its status or by what its organisation took back.
    fn is_retired(&self, account: AccountIndex) -> bool {
        let it = self.directory.account(account);
        it.status.is_retired()
            || self.directory.organisation(it.organisation).ended.is_some()
            || it.is_taken_back()
    }

    /// What decides between accounts of one name on several platforms.
    pub(super) fn preference(&self, account: AccountIndex) -> impl Ord + use<> {
        let it = self.directory.account(account);
        let is_official = Basis::of(&it.evidence) == Basis::Official;
        let is_called = self.is_called(it);
        (
            self.is_retired(account),
            !is_called,
            !is_official,
            Reverse(it.last_seen()),
            it.platform,
            account,
        )
    }

    /// Whether an account bears the name of its organisation: who names it without a platform means that one.
    fn is_called(&self, account: &Account) -> bool {
        let handle = account.handle.as_ref().map(|it| letters(it.text()));
        let it = self.directory.organisation(account.organisation);
        it.names().any(|name| handle.as_ref() == Some(&letters(name)))
    }

    pub(super) fn with_siblings(&self, mut found: Found, account: AccountIndex) -> Found {
        let similarity = self.checker.similarity(self.directory);
        let siblings = similarity.confusable_with(self.directory, account);
        found.remarks.extend(siblings.into_iter().map(Remark::Confusable));
        found
    }

    /// The listed account whose name ends in the full stop that was taken for the end of a sentence.
    pub(super) fn with_full_stop(&self, name: &str, on: &[PlatformIndex]) -> Option<AccountIndex> {
        let name = format!("{name}.");
        on.iter().find_map(|&platform| {
            let name = self.directory.platform(platform).parse_name(&name).ok()?;
            self.directory.account_by(&Reference { platform, name })
        })
    }
}
