//! Runs over invented sites, by a clock that waits for nobody.

#[cfg(target_os = "linux")]
mod internet;
mod manners;
mod refreshes;
mod resuming;
mod sites;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use officieel_directory::directory::Directory;

use super::*;
use crate::clock::ManualClock;
use crate::fetch::{Failure, Outcome, Page, Request};

/// 28 November 2026.
const START: u64 = 1_795_824_000;

/// What a site answers to the nth question for an address; `None` is 404.
type Answer<'a> = dyn Fn(&Request<'_>, usize) -> Option<Outcome> + Sync + 'a;

/// Sites that write down when they were asked for what.
struct Sites<'a> {
    answer: &'a Answer<'a>,
    clock: &'a ManualClock,
    asked: Mutex<Vec<(Duration, String)>>,
    addresses: BTreeMap<&'static str, &'static str>,
}

impl Fetch for Sites<'_> {
    fn fetch(&self, request: &Request<'_>) -> Outcome {
        let url = request.url.to_string();
        let nth = {
            let mut asked = self.asked.lock().unwrap();
            let nth = asked.iter().filter(|(_, own)| *own == url).count();
            asked.push((self.clock.now(), url));
            nth
        };
        let missing = || Outcome::Page(Page::bare(request.url.clone(), 404, b""));
        (self.answer)(request, nth).unwrap_or_else(missing)
    }

    fn address_of(&self, host: &str) -> Option<IpAddr> {
        self.addresses.get(host).map(|address| address.parse().unwrap())
    }
}

/// Keeps the text of a page, and takes the words behind `contact=` and `follow=` as its links, `refresh=` as where it leads on.
struct Words;

impl Visitor for Words {
    fn version(&self) -> &'static str {
        "words"
    }

    fn read(&self, page: &SeenPage<'_>) -> Reading {
        let text = String::from_utf8_lossy(page.body).into_owned();
        let link = |key: &str| {
            let found = text.split(' ').find_map(|word| word.strip_prefix(key))?;
            page.url.join(found).ok()
        };
        let (contact, follow) = (link("contact="), link("follow="));
        let sent_on = link("refresh=").or_else(|| page.url.join(page.refresh?).ok());
        Reading { sent_on, contact, follow, record: format!("{} {text}", page.status) }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "it stands among answers that may be none")]
fn page(
    request: &Request<'_>,
    status: u16,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<Outcome> {
    let mut page = Page::bare(request.url.clone(), status, body.as_bytes());
    page.headers =
        headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Some(Outcome::Page(page))
}

/// A directory whose organisations have these websites.
fn directory(websites: &[&str]) -> Directory {
    let mut tables = String::new();
    for (at, website) in websites.iter().enumerate() {
        tables.extend([format!(
            "[[organisation]]\nid = \"dienst-{at}\"\nname = \"Dienst {at}\"\nkind = \"other\"\nwebsite = \"{website}\"\n\n"
        )]);
    }
    crate::test_server::directory(&tables)
}

fn plan(websites: &[&str]) -> Plan {
    let directory = directory(websites);
    Plan::of(&directory, directory.organisation_indexes())
}

struct Run<'a> {
    sites: Sites<'a>,
    state: &'a State,
    plan: &'a Plan,
    stop: AtomicBool,
    manners: Manners,
}

impl<'a> Run<'a> {
    fn new(
        plan: &'a Plan,
        state: &'a State,
        clock: &'a ManualClock,
        answer: &'a Answer<'a>,
    ) -> Self {
        let sites = Sites { answer, clock, asked: Mutex::default(), addresses: BTreeMap::new() };
        let manners = Manners { hosts_at_once: 1, ..Manners::default() };
        Self { sites, state, plan, stop: AtomicBool::new(false), manners }
    }

    fn report(&self) -> Report {
        let (fetch, clock) = (&self.sites, self.sites.clock);
        let allows = |_: &HostPlan, from: &str, to: &str| from == to;
        let manners = &self.manners;
        let crawl = Crawl { fetch, clock, visitor: &Words, manners, allows: &allows };
        crawl.run(self.plan, self.state, &|_| {}, &self.stop).unwrap()
    }

    fn asked(&self) -> Vec<String> {
        self.sites.asked.lock().unwrap().iter().map(|(_, url)| url.clone()).collect()
    }

    /// When each question was asked, in seconds since the start.
    fn times(&self) -> Vec<u64> {
        self.sites.asked.lock().unwrap().iter().map(|(time, _)| time.as_secs() - START).collect()
    }
}

fn state() -> (tempfile::TempDir, State) {
    let folder = tempfile::tempdir().unwrap();
    let state = State::open(&folder.path().join("sweep")).unwrap();
    (folder, state)
}

/// What a report says of the pages of one purpose.
fn looked(report: &Report, purpose: Purpose) -> Vec<&Looked> {
    let own = report.pages.iter().filter(|page| page.purpose == purpose);
    own.map(|page| &page.looked).collect()
}
