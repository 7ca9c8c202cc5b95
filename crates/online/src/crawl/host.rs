//! The visit to one host, one request after another.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use officieel_directory::directory::OrganisationIndex;
use url::Url;

use super::state::{HostState, PageState, Run};
use super::{Crawl, HostPlan, Looked, Purpose, Reading, SeenPage, State, StateError, Visitor};
use crate::clock::Clock;
use crate::fetch::{
    Accept, Failure, Fetch, Follow, Outcome, Page, Refusal, Request, Validators, retry_after,
};
use crate::robots::{self, Robots};

/// The wait after the first answer that asks for one without saying how long; each next one is twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(5);

/// A visit: what is known, and what is being learnt.
pub(super) struct HostVisit<'a, F, C, V> {
    crawl: &'a Crawl<'a, F, C, V>,
    host: &'a HostPlan,
    state: &'a State,
    run: &'a Run,
    stop: &'a AtomicBool,
    known: HostState,
    /// What each host (a redirect may have led to another) asks of programs.
    robots: HashMap<String, Result<Robots, Failure>>,
    /// Why nothing more is asked of it in this run.
    closed: Option<Failure>,
}

impl<'a, F: Fetch, C: Clock, V: Visitor> HostVisit<'a, F, C, V> {
    pub(super) fn new(
        crawl: &'a Crawl<'a, F, C, V>,
        host: &'a HostPlan,
        state: &'a State,
        run: &'a Run,
        stop: &'a AtomicBool,
    ) -> Self {
        let mut known = state.host(&host.host);
        if known.reader != run.reader {
            known = HostState::default();
            known.reader.clone_from(&run.reader);
        }
        Self { crawl, host, state, run, stop, known, robots: HashMap::new(), closed: None }
    }

    /// Looks at everything that this run hasn't looked at yet.
    pub(super) fn all(&mut self, last: &mut Option<Duration>) -> Result<(), StateError> {
        if self.known.finished == self.run.number {
            return Ok(());
        }
        let mut wanted: BTreeMap<(Purpose, Url), Vec<OrganisationIndex>> = BTreeMap::new();
        for start in &self.host.starts {
            wanted.insert((Purpose::Home, start.url.clone()), start.organisations.clone());
        }
        for file in self.host.files() {
            wanted.insert(file, self.host.organisations());
        }
        // Homes come first in the order of purposes, and are what adds to it.
        while let Some(((purpose, url), organisations)) = wanted.pop_first() {
            if self.stop.load(Ordering::SeqCst) {
                return Ok(());
            }
            if self.page_of_run(&url).is_none() {
                let page = self.look(purpose, &url, &organisations, last);
                if self.stop.load(Ordering::SeqCst) {
                    return Ok(());
                }
                self.remember(page)?;
            }
            let next = self.page_of_run(&url).map(|page| page.next.clone()).unwrap_or_default();
            for (purpose, url) in next {
                let is_done = self.page_of_run(&url).is_some();
                if !is_done && purpose != Purpose::Home {
                    wanted.entry((purpose, url)).or_default().extend(&organisations);
                }
            }
        }
        self.known.finished = self.run.number;
        let seen = self.run.number;
        self.known.pages.retain(|page| page.run == seen);
        self.state.keep(&self.host.host, &self.known)
    }

    fn page_of_run(&self, url: &Url) -> Option<&PageState> {
        self.known.pages.iter().find(|page| page.url == *url && page.run == self.run.number)
    }

    fn remember(&mut self, page: PageState) -> Result<(), StateError> {
        self.known.pages.retain(|known| known.url != page.url);
        self.known.pages.push(page);
        self.state.keep(&self.host.host, &self.known)
    }

    fn look(
        &mut self,
        purpose: Purpose,
        url: &Url,
        organisations: &[OrganisationIndex],
        last: &mut Option<Duration>,
    ) -> PageState {
        let before = self.known.pages.iter().find(|page| page.url == *url).cloned();
        if let Err(failure) = self.may_ask(url, last) {
            return self.nothing(purpose, url, before, Looked::CouldNotLook(failure));
        }
        let accept = match purpose {
            Purpose::Home | Purpose::Contact | Purpose::Follow => Accept::Html,
            Purpose::TrustTxt => Accept::Text,
            Purpose::XpocManifest => Accept::Json,
        };
        let today = self.crawl.day();
        let full_again = |page: &&PageState| {
            today.saturating_sub(page.full) < self.crawl.manners.full_after_days
        };
        let validators = before.as_ref().filter(full_again).map(|page| page.validators.clone());
        let outcome = self.ask(url, accept, validators.unwrap_or_default(), last);
        match outcome {
            Outcome::Page(page) => self.read_behind(purpose, url, organisations, page, last),
            Outcome::NotModified(_) => {
                let run = self.run.number;
                let unasked = Looked::CouldNotLook(Failure::Status(304));
                let nothing = || self.nothing(purpose, url, None, unasked);
                before.map_or_else(nothing, |page| PageState { run, day: today, ..page })
            }
            Outcome::Refused(refusal) => {
                self.nothing(purpose, url, before, Looked::Refused(refusal))
            }
            Outcome::CouldNotLook(failure) => {
                self.nothing(purpose, url, before, Looked::CouldNotLook(failure))
            }
        }
    }

    /// Nothing came of it. What an earlier look gave is not what this one shows, and its validators go with it.
    fn nothing(
        &self,
        purpose: Purpose,
        url: &Url,
        before: Option<PageState>,
        looked: Looked,
    ) -> PageState {
        PageState {
            url: url.clone(),
            purpose,
            run: self.run.number,
            day: self.crawl.day(),
            looked,
            full: before.map_or(0, |page| page.full),
            validators: Validators::default(),
            record: String::new(),
            next: Vec::new(),
        }
    }

    /// Reads a page, or the one that it sends its visitors on to by itself.
    fn read_behind(
        &mut self,
        purpose: Purpose,
        url: &Url,
        organisations: &[OrganisationIndex],
        mut page: Page,
        last: &mut Option<Duration>,
    ) -> PageState {
        let mut is_first = true;
        for _ in 0..=Follow::default().limit {
            let reading = self.reading(purpose, organisations, &page);
            let Some(to) = reading.sent_on.clone().filter(|_| purpose.is_page()) else {
                let state = self.read(purpose, url, &page, reading);
                // What the first page is known by says nothing of the one behind it.
                let validators = if is_first { state.validators } else { Validators::default() };
                return PageState { validators, ..state };
            };
            is_first = false;
            page = match self.sent_on(&page.url, &to, last) {
                Ok(page) => page,
                Err(looked) => return self.nothing(purpose, url, None, looked),
            };
        }
        let failure = Failure::TooManyRedirects;
        self.nothing(purpose, url, None, Looked::CouldNotLook(failure))
    }

    /// The page that another sends its visitors on to, by the rules for redirects.
    fn sent_on(
        &mut self,
        from: &Url,
        to: &Url,
        last: &mut Option<Duration>,
    ) -> Result<Page, Looked> {
        let (here, there) =
            (from.host_str().unwrap_or_default(), to.host_str().unwrap_or_default());
        if to.scheme() != "https" {
            return Err(Looked::Refused(Refusal::NotEncrypted));
        }
        if here != there && !(self.crawl.allows)(self.host, here, there) {
            return Err(Looked::Refused(Refusal::OtherHost(there.to_owned())));
        }
        self.may_ask(to, last).map_err(Looked::CouldNotLook)?;
        match self.ask(to, Accept::Html, Validators::default(), last) {
            Outcome::Page(page) => Ok(page),
            Outcome::NotModified(_) => Err(Looked::CouldNotLook(Failure::Status(304))),
            Outcome::Refused(refusal) => Err(Looked::Refused(refusal)),
            Outcome::CouldNotLook(failure) => Err(Looked::CouldNotLook(failure)),
        }
    }

    fn reading(
        &self,
        purpose: Purpose,
        organisations: &[OrganisationIndex],
        page: &Page,
    ) -> Reading {
        let seen = SeenPage {
            organisations,
            purpose,
            url: &page.url,
            day: self.crawl.clock.today(),
            status: page.status,
            content_type: page.header("content-type"),
            refresh: page.header("refresh"),
            body: &page.body,
            is_complete: page.is_complete,
            is_end_told: page.is_end_told,
        };
        self.crawl.visitor.read(&seen)
    }

    fn read(&self, purpose: Purpose, url: &Url, page: &Page, reading: Reading) -> PageState {
        let next = [(Purpose::Contact, reading.contact), (Purpose::Follow, reading.follow)];
        let is_here = |next: &Url| next.host_str() == page.url.host_str() && *next != page.url;
        let next = next.into_iter().filter_map(|(purpose, next)| Some((purpose, next?)));
        let next = next.filter(|(_, next)| purpose == Purpose::Home && is_here(next));
        let looked = Looked::Answered {
            url: page.url.clone(),
            status: page.status,
            is_complete: page.is_complete,
        };
        // Only what is whole may be called unchanged later.
        let is_whole = page.is_success() && page.is_complete;
        PageState {
            url: url.clone(),
            purpose,
            run: self.run.number,
            day: self.crawl.day(),
            looked,
            full: self.crawl.day(),
            validators: if is_whole { page.validators() } else { Validators::default() },
            record: reading.record,
            next: next.collect(),
        }
    }

    /// Whether a page may be asked for, by the site's own word; and how long to wait between two requests.
    fn may_ask(&mut self, url: &Url, last: &mut Option<Duration>) -> Result<(), Failure> {
        if let Some(failure) = &self.closed {
            return Err(failure.clone());
        }
        let host = url.host_str().unwrap_or_default();
        if !self.robots.contains_key(host) {
            let found = self.robots_of(url, last);
            self.robots.insert(host.to_owned(), found);
        }
        let robots = match self.robots.get(host) {
            Some(Ok(robots)) => robots,
            Some(Err(failure)) => return Err(failure.clone()),
            None => return Err(Failure::Robots),
        };
        if let Some(delay) =
            robots.crawl_delay().filter(|&it| it > self.crawl.manners.longest_pause)
        {
            return Err(Failure::PutOff(delay.as_secs()));
        }
        if robots.allows_url(url) { Ok(()) } else { Err(Failure::Robots) }
    }

    fn robots_of(&mut self, url: &Url, last: &mut Option<Duration>) -> Result<Robots, Failure> {
        let file = url.join("/robots.txt").ok().ok_or(Failure::Robots)?;
        let answer = self.ask_kindly(&robots::request(file), last);
        Robots::of_answer(&answer, &self.crawl.manners.product_token)
    }

    fn ask(
        &mut self,
        url: &Url,
        accept: Accept,
        validators: Validators,
        last: &mut Option<Duration>,
    ) -> Outcome {
        let (crawl, host) = (self.crawl, self.host);
        let to = move |from: &str, to: &str| (crawl.allows)(host, from, to);
        let follow = Follow { to: &to, ..Follow::default() };
        let request = Request::new(url.clone(), accept).since(validators).following(follow);
        self.ask_kindly(&request, last)
    }

    /// Asks after the pause, and again where the server asks to wait for a while that a run has.
    fn ask_kindly(&mut self, request: &Request<'_>, last: &mut Option<Duration>) -> Outcome {
        let mut wait = FIRST_WAIT;
        for tried in 0..=self.crawl.manners.retries {
            self.pause(request, *last);
            let outcome = self.crawl.fetch.fetch(request);
            let now = self.crawl.clock.now();
            *last = Some(now);
            let Some(page) = outcome.page().filter(|page| matches!(page.status, 429 | 503)) else {
                return outcome;
            };
            let asked = page.header("retry-after").and_then(|it| retry_after(it, now));
            let time = asked.unwrap_or(wait);
            if time > self.crawl.manners.longest_wait {
                let failure = Failure::PutOff(time.as_secs());
                self.closed = Some(failure.clone());
                return Outcome::CouldNotLook(failure);
            }
            self.closed = Some(Failure::Status(page.status));
            if tried == self.crawl.manners.retries || self.stop.load(Ordering::SeqCst) {
                break;
            }
            self.crawl.clock.sleep(time);
            wait = wait.saturating_mul(2);
        }
        // It has had enough of this program for now.
        Outcome::CouldNotLook(self.closed.clone().unwrap_or(Failure::TimedOut))
    }

    fn pause(&mut self, request: &Request<'_>, last: Option<Duration>) {
        self.closed = None;
        let own = request.url.host_str().and_then(|host| self.robots.get(host));
        let asked = own.and_then(|robots| robots.as_ref().ok()?.crawl_delay());
        let pause = self.crawl.manners.pause.max(asked.unwrap_or_default());
        if let Some(last) = last {
            let since = self.crawl.clock.now().saturating_sub(last);
            self.crawl.clock.sleep(pause.saturating_sub(since));
        }
    }
}
