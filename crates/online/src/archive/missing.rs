//! Accounts that a page showed before and shows no more.

use officieel_directory::directory::{AccountIndex, Date, Directory, Method, OrganisationIndex};
use officieel_directory::platform::page_of_address;

use super::findings::Findings;
use crate::links::Outcome;

/// An account that a page is evidence for, and that it doesn't show now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoLongerShown {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// The account.
    pub account: AccountIndex,
    /// The page, as it was looked at.
    pub page: String,
}

impl Findings {
    /// The accounts of an organisation that a whole page showed once by the directory's evidence, and that no page
    /// shows now. It is a reason to look, never a status: a site may show them elsewhere, or by a script.
    pub fn no_longer_shown(
        &self,
        directory: &Directory,
        organisation: OrganisationIndex,
    ) -> Vec<NoLongerShown> {
        let id = directory.organisation(organisation).id.as_str();
        let whole = self.looked_at(id).filter(|(_, is_whole)| *is_whole);
        let whole: Vec<(&str, Option<String>)> =
            whole.map(|(page, _)| (page, page_of_address(page))).collect();
        // What a page of last year doesn't show may have been put there since.
        let is_newer = |page: &str, seen: Date| {
            self.whole_on(id, page).is_none_or(|looked| !seen.is_after(looked))
        };
        let shown: Vec<&str> = self
            .found()
            .filter(|(key, it)| key.organisation == id && it.best.outcome == Outcome::Confirms)
            .filter_map(|(_, it)| it.best.account.as_deref())
            .collect();
        let missing = |account: AccountIndex| {
            let it = directory.listed_account(account);
            let was_on = |looked: &str, page: &Option<String>| {
                let mut own =
                    it.claims().filter(|evidence| evidence.method == Method::OfficialSite);
                page.is_some()
                    && own.any(|evidence| {
                        page_of_address(&evidence.url) == *page && is_newer(looked, evidence.seen)
                    })
            };
            let is_gone = !it.status.is_retired() && !shown.contains(&it.name());
            let (page, _) = whole.iter().find(|(looked, page)| is_gone && was_on(looked, page))?;
            Some(NoLongerShown { organisation, account, page: (*page).to_owned() })
        };
        directory.accounts_of(organisation).filter_map(missing).collect()
    }
}
