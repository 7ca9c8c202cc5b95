//! Accounts that a page showed before and shows no more.

use officieel_directory::directory::{AccountIndex, Date, Directory, Method, OrganisationIndex};
use officieel_directory::platform::page_of_address;

use super::findings::{Findings, Observation};
use crate::links::{Outcome, Rule};

/// An account that a page is evidence for, and that it doesn't show now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoLongerShown {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// The account.
    pub account: AccountIndex,
    /// The page, as it was looked at.
    pub page: String,
    /// The day of that look, where it is known.
    pub seen: Option<Date>,
}

impl Findings {
    /// The accounts of an organisation that a whole page showed before, by the directory's evidence, and that no page
    /// shows now. A look of an older day than the evidence says nothing, and what stands on a page but isn't shown as it is read
    /// here may be shown on another screen, or by a script. It is a reason to look, never a status: a site may show them elsewhere.
    pub fn no_longer_shown(
        &self,
        directory: &Directory,
        organisation: OrganisationIndex,
    ) -> Vec<NoLongerShown> {
        let id = directory.organisation(organisation).id.as_str();
        let whole = self.looks_at(id).filter(|(_, look)| look.is_whole);
        let whole: Vec<(&str, Option<String>, Option<Date>)> =
            whole.map(|(page, look)| (page, page_of_address(page), look.seen)).collect();
        let stands = |best: &Observation| {
            matches!(best.outcome, Outcome::Confirms | Outcome::Unclear)
                || best.rule == Rule::NotShown.id()
        };
        let shown: Vec<&str> = self
            .found()
            .filter(|(key, it)| key.organisation == id && stands(&it.best))
            .filter_map(|(_, it)| it.best.account.as_deref())
            .collect();
        let missing = |account: AccountIndex| {
            let it = directory.listed_account(account);
            let was_on = |page: &Option<String>, day: Option<Date>| {
                let mut own =
                    it.claims().filter(|evidence| evidence.method == Method::OfficialSite);
                own.any(|evidence| {
                    let is_before = day.is_none_or(|day| evidence.seen <= day);
                    is_before && page.is_some() && page_of_address(&evidence.url) == *page
                })
            };
            let is_gone = !it.status.is_retired() && !shown.contains(&it.name());
            let missing = whole.iter().find(|(_, page, day)| is_gone && was_on(page, *day))?;
            let (page, _, seen) = missing;
            Some(NoLongerShown { organisation, account, page: (*page).to_owned(), seen: *seen })
        };
        directory.accounts_of(organisation).filter_map(missing).collect()
    }
}
