//! Whether accounts are what the directory says, asked of both sides where the platforms answer a stranger.
//!
//! Only open platforms can be proved: the account names the organisation's site, and the site names the account. Of
//! some others a stranger learns that an account exists, and of most nothing at all, which is said as such. Nothing
//! here changes a directory; what was found is given back as evidence that could be written, with all that was asked.

mod bluesky;
mod existence;
mod look;
mod mastodon;
mod memory;
mod outcome;
pub mod rel_me;
mod site;
pub mod trust_txt;
pub mod xpoc;

use officieel_directory::date::Date;
use officieel_directory::directory::{Account, AccountIndex, Directory, Method, OrganisationIndex};
use officieel_directory::public_suffixes::PublicSuffixes;

use crate::dns::TxtLookup;
use crate::fetch::Fetch;
use look::Look;
pub use memory::Memory;
pub use outcome::{
    Alarm, Asked, Badge, FoundEvidence, MovedTo, Reason, Remark, Rule, Verdict, Verification,
};
use site::Site;

/// What is needed to verify the accounts of a directory.
#[derive(Clone, Copy)]
pub struct Verifier<'a> {
    /// The directory.
    pub directory: &'a Directory,
    /// Who registers hosts.
    pub suffixes: &'a PublicSuffixes,
    /// What asks the web; at the pace that is to be kept.
    pub fetch: &'a dyn Fetch,
    /// What asks for text records.
    pub txt: &'a dyn TxtLookup,
    /// The day that evidence is to bear.
    pub today: Date,
    /// What earlier runs found.
    pub memory: &'a Memory,
}

impl Verifier<'_> {
    /// Verifies all accounts of an organisation that are in use and that it owns, in file order.
    pub fn organisation(&self, organisation: OrganisationIndex) -> Vec<Verification> {
        let own: Vec<AccountIndex> = self.directory.accounts_of(organisation).collect();
        self.accounts(organisation, &own)
    }

    /// Verifies these accounts of an organisation, as far as they are in use and its own, in the order in which they
    /// are given.
    pub fn accounts(
        &self,
        organisation: OrganisationIndex,
        accounts: &[AccountIndex],
    ) -> Vec<Verification> {
        let mut site = Site::new(self.directory, organisation);
        let mut all = Vec::new();
        for &account in accounts {
            let listed = self.directory.account(account);
            if listed.organisation == organisation && !listed.status.is_retired() {
                all.push(self.account(account, &mut site));
            }
        }
        all
    }

    fn account(&self, index: AccountIndex, site: &mut Site) -> Verification {
        let account = self.directory.account(index);
        let look = Look::new(self.fetch);
        let mut found = Verification::new(account.organisation, index);
        match self.directory.platform(account.platform).id() {
            "mastodon" => mastodon::verify(self, account, site, &look, &mut found),
            "bluesky" => bluesky::verify(self, account, site, &look, &mut found),
            "youtube" => existence::youtube(self, account, &look, &mut found),
            "telegram" => existence::telegram(self, account, &look, &mut found),
            "tiktok" => existence::tiktok(self, account, &look, &mut found),
            "snapchat" => existence::snapchat(self, account, &look, &mut found),
            _ => found.verdict = Verdict::CannotBeChecked,
        }
        self.by_files_of_site(account, site, &look, &mut found);
        self.compare(account, &mut found);
        found.asked = look.asked();
        found
    }

    /// What the site's own files say of an account: one side, unless its profile names the site.
    fn by_files_of_site(
        &self,
        account: &Account,
        site: &mut Site,
        look: &Look<'_>,
        found: &mut Verification,
    ) {
        let platforms = &self.directory.platforms;
        let profile = std::mem::take(&mut found.profile);
        for file in site.files(self, look) {
            if !account.references().any(|own| file.lists(&own, platforms)) {
                continue;
            }
            let is_named_back = profile.iter().any(|text| file.is_named_in(text));
            found.evidence.push(FoundEvidence {
                method: if is_named_back { Method::TwoWay } else { Method::OfficialSite },
                url: file.url().to_string(),
                seen: self.today,
                rule: file.rule(),
            });
            if is_named_back && found.verdict == Verdict::Exists {
                found.verdict = Verdict::Proved;
            }
        }
    }

    /// Against the id that the directory or an earlier run knows, and against an earlier absence. An account is absent
    /// only once that was found on two days.
    fn compare(&self, account: &Account, found: &mut Verification) {
        let key = memory::key(self.directory, account);
        let listed = account.platform_id.as_ref().map(|id| id.text().to_owned());
        let listed = listed.or_else(|| self.memory.id(&key).map(str::to_owned));
        if let (Some(listed), Some(seen)) = (listed, &found.immutable_id)
            && listed != *seen
        {
            found.alarms.push(Alarm::OtherId { listed, found: seen.clone() });
            // Whatever is proved of it is proved of another account.
            found.evidence.clear();
            if found.verdict == Verdict::Proved {
                found.verdict = Verdict::Exists;
            }
        }
        let before = self.memory.absent_since(&key);
        match found.verdict {
            Verdict::Absent if before.is_none_or(|first| !self.today.is_after(first)) => {
                found.verdict = Verdict::CouldNotLook(Reason::NotThereOnce);
            }
            Verdict::Proved | Verdict::Exists if self.memory.was_absent(&key) => {
                found.alarms.extend(before.map(Alarm::BackAfterAbsence));
            }
            _ => {}
        }
        found.key = key;
    }
}

#[cfg(test)]
mod tests;
