//! Visiting the organisations' own sites, politely and so that it can be broken off at any moment.
//!
//! Hosts are visited side by side, each by one request at a time with a pause between; hosts that share an address are
//! one server, and visited one after another. What a page shows is read by a [`Visitor`]; what it read is kept in a
//! folder ([`State`]) page by page, so that a run that was killed goes on where it was, and the next run asks only for
//! what changed.

mod host;
mod lanes;
mod plan;
mod report;
mod state;

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use officieel_directory::date::Date;
use officieel_directory::directory::OrganisationIndex;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::clock::Clock;
use crate::fetch::Fetch;
use host::HostVisit;
use lanes::Lanes;
pub use plan::{HostPlan, Plan, Start};
pub use report::{Looked, PageReport, Progress, Report, Totals};
pub use state::{State, StateError};

/// How politely sites are visited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manners {
    /// The name by which `robots.txt` speaks of this program.
    pub product_token: String,
    /// The time between two requests to one server.
    pub pause: Duration,
    /// A site that asks for a longer pause than this is left for the run.
    pub longest_pause: Duration,
    /// A site that asks to wait for longer than this, because it is asked too much, is left for the run.
    pub longest_wait: Duration,
    /// How often a request is made again where a server asks to wait.
    pub retries: u32,
    /// How many hosts are visited at once.
    pub hosts_at_once: usize,
    /// After how many days a page is fetched in full, whatever the server says of it.
    pub full_after_days: u64,
}

impl Default for Manners {
    /// 1 second, up to 30 and 60, 2 retries, 12 hosts, 90 days.
    fn default() -> Self {
        Self {
            product_token: crate::robots::PRODUCT_TOKEN.to_owned(),
            pause: Duration::from_secs(1),
            longest_pause: Duration::from_secs(30),
            longest_wait: Duration::from_secs(60),
            retries: 2,
            hosts_at_once: 12,
            full_after_days: 90,
        }
    }
}

/// Why a page is visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The address that the directory gives as the organisation's website.
    Home,
    /// The page that it links as its contact page.
    Contact,
    /// The page that it links as that of its accounts.
    Follow,
    /// `/.well-known/trust.txt`.
    TrustTxt,
    /// `/xpoc-manifest.json`.
    XpocManifest,
}

/// A page as it came.
#[derive(Debug, Clone, Copy)]
pub struct SeenPage<'a> {
    /// The organisations whose visits led to it. Whether it speaks for one of them is for the reader to say.
    pub organisations: &'a [OrganisationIndex],
    /// Why it was visited.
    pub purpose: Purpose,
    /// Where it was found, behind all redirects.
    pub url: &'a Url,
    /// The day of the visit.
    pub day: Date,
    /// Its status.
    pub status: u16,
    /// Its `Content-Type`, where the server gave one.
    pub content_type: Option<&'a str>,
    /// Its `Refresh`, where the server gave one.
    pub refresh: Option<&'a str>,
    /// Its body, unpacked, in the charset that the server sent.
    pub body: &'a [u8],
    /// Whether that is all of it.
    pub is_complete: bool,
    /// Whether its server told where it ends.
    pub is_end_told: bool,
}

/// What was read in a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// All that is to be known of it later, in any form; given back by the report, also of later runs in which the
    /// server says that nothing changed.
    pub record: String,
    /// The other page that it sends its visitors on to by itself: visited in its place, like the target of a redirect.
    pub sent_on: Option<Url>,
    /// The page that it links as its contact page.
    pub contact: Option<Url>,
    /// The page that it links as that of its accounts.
    pub follow: Option<Url>,
}

/// Something that reads pages.
pub trait Visitor: Sync {
    /// Names the rules by which it reads. Where they changed, no record of an earlier run is used.
    fn version(&self) -> &str;

    /// Reads one page, of any status and any content.
    fn read(&self, page: &SeenPage<'_>) -> Reading;
}

/// Everything a run needs.
#[derive(Clone, Copy)]
pub struct Crawl<'a, F, C, V> {
    /// What asks.
    pub fetch: &'a F,
    /// What time it is.
    pub clock: &'a C,
    /// What reads.
    pub visitor: &'a V,
    /// How politely.
    pub manners: &'a Manners,
    /// Which hosts a redirect may lead to, for the host of the plan that is visited: given the plan, the host that
    /// redirects and the one that it names.
    pub allows: &'a (dyn Fn(&HostPlan, &str, &str) -> bool + Sync),
}

impl<F: Fetch, C: Clock, V: Visitor> Crawl<'_, F, C, V> {
    /// Visits all hosts of a plan that this run hasn't visited yet, and says what came of all of them. Told to stop,
    /// it ends after the pages in flight, which are lost; the same call goes on from there.
    ///
    /// # Errors
    ///
    /// The state can't be read or written.
    pub fn run(
        &self,
        plan: &Plan,
        state: &State,
        progress: &(dyn Fn(Progress) + Sync),
        stop: &AtomicBool,
    ) -> Result<Report, StateError> {
        let run = state.begin(self.visitor.version(), self.day())?;
        let lanes = Lanes::new(plan.hosts.len());
        let (begin, done) = (self.clock.now(), Mutex::new(0));
        let failed = Mutex::new(None);
        let worker = || {
            while !stop.load(Ordering::SeqCst) {
                let address = |at: usize| self.fetch.address_of(&plan.hosts.get(at)?.host);
                let Some(mut turn) = lanes.next(&address) else {
                    break;
                };
                let Some(host) = plan.hosts.get(turn.host) else {
                    break;
                };
                let mut visit = HostVisit::new(self, host, state, &run, stop);
                if let Err(error) = visit.all(&mut turn.last) {
                    stop.store(true, Ordering::SeqCst);
                    *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                }
                lanes.finish(&turn);
                let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                *done += 1;
                let elapsed = self.clock.now().saturating_sub(begin);
                progress(Progress::of(*done, plan.hosts.len(), elapsed));
            }
        };
        std::thread::scope(|scope| {
            for _ in 0..self.manners.hosts_at_once.clamp(1, plan.hosts.len().max(1)) {
                scope.spawn(worker);
            }
        });
        if let Some(error) = failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(error);
        }
        let is_finished = !stop.load(Ordering::SeqCst);
        if is_finished {
            state.finish(&run)?;
        }
        Ok(Report::read(plan, state, &run, is_finished))
    }

    /// Days since 1970.
    fn day(&self) -> u64 {
        self.clock.now().as_secs() / 86_400
    }
}

#[cfg(test)]
mod tests;
