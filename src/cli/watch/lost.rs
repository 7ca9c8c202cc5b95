//! Pages that stand for an organisation and are in other hands.

use std::collections::{BTreeMap, BTreeSet};

use officieel_online::crawl::{Looked, Purpose};
use officieel_online::fetch::{Failure, Refusal};
use officieel_online::links::{SiteMap, Speaker};

use super::gather::Gathering;
use crate::directory::{Date, Method, OrganisationIndex};
use crate::platform::page_of_address;
use crate::watch::Lost;

impl Gathering<'_> {
    /// The pages by which an organisation is known and that lead to a stranger, and any that are for sale. Of other pages
    /// many lead to those who work for the organisation.
    pub(super) fn lost(&self, today: Date) -> BTreeMap<(String, String), Lost> {
        let mut all = BTreeMap::new();
        for &organisation in self.organisations {
            let id = &self.directory.organisation(organisation).id;
            let mut lost = self.findings.lost_of(id).peekable();
            if lost.peek().is_none() {
                continue;
            }
            let known = self.known_pages(organisation);
            for (page, it) in lost {
                let is_known = page_of_address(page).is_some_and(|it| known.contains(&it));
                if is_known || it.is_for_sale {
                    let seen = it.seen.map_or(today, |seen| seen.min(today));
                    let lost = Lost { to: it.to.clone(), seen };
                    all.insert((id.clone(), page.to_owned()), lost);
                }
            }
        }
        self.lost_on_visit(&mut all);
        all
    }

    /// Its website, and the pages that show its accounts, by the directory or by the runs before.
    fn known_pages(&self, organisation: OrganisationIndex) -> BTreeSet<String> {
        let directory = self.directory;
        let it = directory.organisation(organisation);
        let evidence = directory.accounts_of(organisation).flat_map(|account| {
            let claims = directory.listed_account(account).claims();
            let own = claims.filter(|it| it.method == Method::OfficialSite);
            own.map(|it| it.url.clone()).collect::<Vec<String>>()
        });
        let rows = self.before.into_iter().flat_map(|it| &it.accounts);
        let rows = rows.filter(|(key, _)| key.organisation == it.id);
        let shown = rows.filter_map(|(_, row)| row.shown_on.clone());
        let all = it.website.clone().into_iter().chain(evidence).chain(shown);
        all.filter_map(|it| page_of_address(&it)).collect()
    }

    /// The websites that a visit was sent away from.
    fn lost_on_visit(&self, all: &mut BTreeMap<(String, String), Lost>) {
        let pages = self.report.into_iter().flat_map(|it| &it.pages);
        let mut sites = None;
        for page in pages.filter(|it| it.purpose == Purpose::Home) {
            let (Looked::Refused(refusal) | Looked::CouldNotLook(Failure::Refused(refusal))) =
                &page.looked
            else {
                continue;
            };
            let Refusal::OtherHost(host) = refusal else { continue };
            let mut to = page.url.clone();
            // What can't be a host is told as what couldn't be looked at.
            if to.set_host(Some(host)).is_err() {
                continue;
            }
            let sites = sites.get_or_insert_with(|| SiteMap::new(self.directory));
            if sites.speaker(&to) != Speaker::Nobody {
                continue;
            }
            for &organisation in page.organisations.iter().filter(|it| self.is_asked(**it)) {
                let id = self.directory.organisation(organisation).id.clone();
                let lost = Lost { to: Some(host.clone()), seen: page.day };
                all.insert((id, page.url.to_string()), lost);
            }
        }
    }
}
