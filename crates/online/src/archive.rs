//! Archives: from pages that others kept to what they show, without any network.
//!
//! A sweep of an archive is a map from pages to [`Findings`], and findings are merged: in any order, any number of
//! times, with the same result. So it can be done in parts, on one machine or on many.
//!
//! ```
//! use officieel_online::archive::Findings;
//!
//! let nothing = Findings::default();
//! assert_eq!(nothing.clone().merge(nothing.clone()), nothing);
//! ```

mod day;
mod findings;
mod input;
mod lost;
mod missing;
#[cfg(test)]
mod tests;

use url::Url;

use officieel_directory::directory::{Directory, OrganisationIndex};
use officieel_directory::parallel::in_order;

pub use findings::{Finding, FindingKey, Findings, NotLooked, Observation};
pub use input::{ArchivedPage, Sealed, Skipped, pages_of};
pub use lost::Lost;
pub use missing::NoLongerShown;

use crate::links::{Sorter, Speaker};
use crate::page::{Obstacle, Page};
use findings::Look;

/// The most bytes of pages that are sorted at once.
const MOST_AT_ONCE: usize = 32 * 1024 * 1024;

/// The most pages that are sorted at once.
const MOST_PAGES: usize = 256;

/// Whose pages are looked at.
type Filter<'f> = dyn Fn(OrganisationIndex) -> bool + Sync + 'f;

/// Sorts the pages of archives.
pub struct ArchiveSweep<'d> {
    sorter: Sorter<'d>,
    filter: Box<Filter<'d>>,
}

impl<'d> ArchiveSweep<'d> {
    /// A sweep for the organisations of a directory that a filter takes.
    pub fn new(
        directory: &'d Directory,
        filter: impl Fn(OrganisationIndex) -> bool + Sync + 'd,
    ) -> Self {
        Self { sorter: Sorter::new(directory), filter: Box::new(filter) }
    }

    /// What the pages show. They are taken as they come and sorted on all cores; no more than some are held at once.
    pub fn run(&self, pages: impl Iterator<Item = Result<ArchivedPage, Skipped>>) -> Findings {
        let mut all = Findings::default();
        let (mut batch, mut size) = (Vec::new(), 0);
        for page in pages {
            match page {
                Err(skipped) => all.skip(&skipped),
                Ok(page) => {
                    size += page.body.len();
                    batch.push(page);
                }
            }
            if size >= MOST_AT_ONCE || batch.len() >= MOST_PAGES {
                size = 0;
                all = self.add(all, std::mem::take(&mut batch));
            }
        }
        self.add(all, batch)
    }

    fn add(&self, all: Findings, batch: Vec<ArchivedPage>) -> Findings {
        in_order(batch, |page| self.page(&page)).into_iter().fold(all, Findings::merge)
    }

    /// What one page shows.
    pub fn page(&self, archived: &ArchivedPage) -> Findings {
        let mut findings = Findings::default();
        let page = Page::read(&archived.body, archived.content_type.as_deref())
            .answered_with(archived.refresh.as_deref());
        let Some(address) = archived.address.clone().or_else(|| own_address(&page)) else {
            findings.not_looked(&archived.file, None, NotLooked::NoAddress);
            return findings;
        };
        let speaker = self.sorter.sites().speaker(&address);
        let speakers = match &speaker {
            Speaker::Organisation(one) => std::slice::from_ref(one),
            Speaker::Several(all) => all.as_slice(),
            Speaker::Shared => {
                findings.not_looked(address.as_str(), None, NotLooked::Shared);
                return findings;
            }
            Speaker::Nobody => {
                findings.not_looked(address.as_str(), None, NotLooked::Nobody);
                return findings;
            }
        };
        if !speakers.iter().any(|it| (self.filter)(*it)) {
            return findings;
        }
        if archived.address.is_none() {
            findings.names_itself(address.as_str());
        }
        self.look(&mut findings, &page, archived, &address, speakers);
        findings
    }

    fn look(
        &self,
        findings: &mut Findings,
        page: &Page,
        archived: &ArchivedPage,
        address: &Url,
        speakers: &[OrganisationIndex],
    ) {
        let directory = self.sorter.directory();
        let obstacle = self.sorter.obstacle(page, address);
        let no_answer = archived.not_looked();
        let not_looked = no_answer.or_else(|| obstacle.and_then(NotLooked::by));
        let is_cut = archived.is_cut || obstacle == Some(Obstacle::Cut);
        // What stands on a page that only sends on to the next one is no reason to miss anything.
        let has_end = archived.is_end_told || page.has_end;
        let is_whole = !is_cut && has_end && obstacle.is_none() && page.sent_on(address).is_none();
        let sites = self.sorter.sites();
        let to = lost::leads(archived, address, page);
        let only_leads = [NotLooked::Redirect, NotLooked::Obstacle(Obstacle::SentAway)];
        if let Some(to) =
            to.as_ref().filter(|_| not_looked.is_some_and(|it| only_leads.contains(&it)))
        {
            findings.leads_to(address.as_str(), to.as_str());
        }
        let lost = lost::lost(archived, address, to, obstacle, sites);
        for speaker in speakers {
            let organisation = directory.organisation(*speaker).id.as_str();
            if let Some(lost) = &lost {
                findings.lose(address.as_str(), organisation, lost.clone());
            }
            if let Some(why) = not_looked {
                findings.not_looked(address.as_str(), Some(organisation), why);
            } else {
                let look = Look { is_whole, seen: archived.seen };
                findings.looked(address.as_str(), organisation, look);
            }
        }
        // What refuses, moves away or isn't there shows nothing of a day on which its owner showed it.
        if no_answer.is_none() {
            for sighting in self.sorter.sort(page, address).sightings {
                findings.add(directory, &sighting, address.as_str(), archived.seen);
            }
        }
    }
}

impl std::fmt::Debug for ArchiveSweep<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ArchiveSweep").field("sorter", &self.sorter).finish_non_exhaustive()
    }
}

/// The address that a page gives itself, where all that it says agrees.
fn own_address(page: &Page) -> Option<Url> {
    let said = page.canonical.as_deref().filter(|_| !page.is_canonical_disputed);
    let url = Url::parse(said?).ok()?;
    matches!(url.scheme(), "http" | "https").then_some(url)
}
