//! Accounts that a page showed before and shows no more.

use std::collections::BTreeSet;

use officieel_directory::directory::{AccountIndex, Date, Directory, Method, OrganisationIndex};
use officieel_directory::platform::page_of_address;

use super::findings::Findings;
use crate::links::{Outcome, Rule, Sighting};

/// An account that a page is evidence for, and that it doesn't show now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoLongerShown {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// The account.
    pub account: AccountIndex,
    /// The page, as it was looked at.
    pub page: String,
    /// The day of the last look.
    pub seen: Date,
    /// The day of the first look that missed it, where that was an earlier one.
    pub first: Option<Date>,
}

impl Sighting {
    /// Whether the page has it, be it shown or not: what isn't shown as a page is read here may be so on another screen, or by
    /// a script. A link that only looks as if it led there is none.
    pub(super) fn stands(&self) -> bool {
        let is_there = matches!(self.outcome, Outcome::Confirms | Outcome::Unclear);
        let is_disguised = matches!(self.rule, Rule::UserName | Rule::OtherPort);
        is_there && !is_disguised || self.rule == Rule::NotShown
    }
}

impl Findings {
    /// The accounts of an organisation that a whole page showed before, by the directory's evidence, and on which no page has
    /// had them since. A look of an older day than the evidence says nothing, nor does one of a day on which any page of the
    /// organisation has it. Looks of several days count each, be they of one archive or of several. It is a reason to look,
    /// never a status: a site may show them elsewhere.
    pub fn no_longer_shown(
        &self,
        directory: &Directory,
        organisation: OrganisationIndex,
    ) -> Vec<NoLongerShown> {
        let id = directory.organisation(organisation).id.as_str();
        let whole = self.whole_pages(id).filter(|(_, days)| !days.is_empty());
        let whole: Vec<(&str, Option<String>, &BTreeSet<Date>)> =
            whole.map(|(page, days)| (page, page_of_address(page), days)).collect();
        let found: Vec<(&str, &str, Date)> = self
            .found()
            .filter(|(key, _)| key.organisation == id)
            .filter_map(|(key, it)| {
                Some((key.platform.as_str(), it.best.account.as_deref()?, it.stood?))
            })
            .collect();
        let missing = |account: AccountIndex| {
            let it = directory.listed_account(account);
            if it.status.is_retired() {
                return None;
            }
            let platform = directory.platform(directory.account(account).platform).id();
            let own = found.iter().filter(|(of, name, _)| *of == platform && *name == it.name());
            let stood = own.map(|(.., day)| *day).max();
            let claims = || it.claims().filter(|evidence| evidence.method <= Method::OfficialSite);
            let newest = claims().map(|evidence| evidence.seen).max();
            let was_on = |page: &Option<String>, day: Date| {
                let mut own = claims().filter(|evidence| evidence.method == Method::OfficialSite);
                own.any(|evidence| {
                    let is_it = page.is_some() && page_of_address(&evidence.url) == *page;
                    is_it && evidence.seen <= day
                })
            };
            whole.iter().find_map(|(page, name, days)| {
                let since = days.iter().copied().filter(|day| stood.is_none_or(|it| it < *day));
                let last = since.clone().next_back().filter(|day| was_on(name, *day))?;
                let mut earlier = since.filter(|day| *day < last && was_on(name, *day));
                let first = earlier.find(|day| newest.is_none_or(|it| it < *day));
                let page = (*page).to_owned();
                Some(NoLongerShown { organisation, account, page, seen: last, first })
            })
        };
        directory.accounts_of(organisation).filter_map(missing).collect()
    }
}
