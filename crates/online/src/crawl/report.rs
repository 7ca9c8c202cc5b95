//! What a run came to.

use std::collections::BTreeMap;
use std::time::Duration;

use officieel_directory::date::Date;
use officieel_directory::directory::OrganisationIndex;
use serde::{Deserialize, Serialize};
use url::Url;

use super::state::Run;
use super::{Plan, Purpose, State};
use crate::fetch::{Failure, Refusal};

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Hosts that are done.
    pub done: usize,
    /// All hosts.
    pub total: usize,
    /// The time since the run began, or went on.
    pub elapsed: Duration,
    /// About how long it takes still, at the pace so far.
    pub left: Duration,
}

impl Progress {
    pub(super) fn of(done: usize, total: usize, elapsed: Duration) -> Self {
        let (count, open) = (u32::try_from(done.max(1)), u32::try_from(total.saturating_sub(done)));
        let each = elapsed / count.unwrap_or(u32::MAX);
        Self { done, total, elapsed, left: each.saturating_mul(open.unwrap_or(u32::MAX)) }
    }
}

/// What came of looking at a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Looked {
    /// It answered.
    Answered {
        /// Where it was found; the address that evidence names.
        url: Url,
        /// Its status.
        status: u16,
        /// Whether all of it was read.
        is_complete: bool,
    },
    /// It leads where nobody is sent: a question about the site.
    Refused(Refusal),
    /// Nothing is known of it.
    CouldNotLook(Failure),
}

/// One page of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageReport {
    /// The organisations whose visits led to it.
    pub organisations: Vec<OrganisationIndex>,
    /// Why it was visited.
    pub purpose: Purpose,
    /// The address that was asked for.
    pub url: Url,
    /// The day of the look; that of the evidence.
    pub day: Date,
    /// What came of it.
    pub looked: Looked,
    /// What the visitor read in it, now or when the page was last other than it is.
    pub record: String,
}

/// All pages of a run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The pages, by host, purpose and address.
    pub pages: Vec<PageReport>,
    /// Whether all hosts were visited; if not, the same run can go on.
    pub is_finished: bool,
}

/// The numbers of a report, which add up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// Organisations with a website in the plan.
    pub organisations: usize,
    /// Those of which the website answered with a page that is there.
    pub looked_at: usize,
    /// The others, by why.
    pub could_not_look: BTreeMap<Failure, usize>,
}

impl Report {
    pub(super) fn read(plan: &Plan, state: &State, run: &Run, is_finished: bool) -> Self {
        let mut pages = Vec::new();
        for host in &plan.hosts {
            let known = state.host(&host.host);
            let mut organisations: BTreeMap<&Url, Vec<OrganisationIndex>> = BTreeMap::new();
            for start in &host.starts {
                organisations.insert(&start.url, start.organisations.clone());
            }
            let seen: Vec<_> = known.pages.iter().filter(|page| page.run == run.number).collect();
            for page in &seen {
                let from = organisations.get(&page.url).cloned().unwrap_or_default();
                for (_, next) in &page.next {
                    organisations.entry(next).or_default().extend(&from);
                }
            }
            for (_, url) in &host.files() {
                if let Some(page) = seen.iter().find(|page| page.url == *url) {
                    organisations.insert(&page.url, host.organisations());
                }
            }
            let report = |page: &&super::state::PageState| {
                let mut own = organisations.get(&page.url).cloned().unwrap_or_default();
                own.sort_unstable();
                own.dedup();
                PageReport {
                    organisations: own,
                    purpose: page.purpose,
                    url: page.url.clone(),
                    day: Date::from_unix_seconds(page.day.saturating_mul(86_400)),
                    looked: page.looked.clone(),
                    record: page.record.clone(),
                }
            };
            let mut own: Vec<PageReport> = seen.iter().map(report).collect();
            own.sort_by(|a, b| (a.purpose, &a.url).cmp(&(b.purpose, &b.url)));
            pages.append(&mut own);
        }
        Self { pages, is_finished }
    }

    /// How many organisations were looked at, and how many not, by why.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for page in self.pages.iter().filter(|page| page.purpose == Purpose::Home) {
            let count = page.organisations.len();
            totals.organisations += count;
            let reason = match &page.looked {
                Looked::Answered { status: 200..=299, .. } => {
                    totals.looked_at += count;
                    continue;
                }
                Looked::Answered { status, .. } => Failure::Status(*status),
                Looked::Refused(refusal) => Failure::Refused(refusal.clone()),
                Looked::CouldNotLook(failure) => failure.clone(),
            };
            *totals.could_not_look.entry(reason).or_default() += count;
        }
        totals
    }
}
