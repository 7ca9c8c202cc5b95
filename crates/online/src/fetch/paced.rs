//! Asking at a pace: for a few questions to many servers, outside of a sweep.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::{Failure, Fetch, Outcome, Request, retry_after};
use crate::clock::Clock;

/// The time between two questions to one host.
const PAUSE: Duration = Duration::from_secs(1);

/// A host that asks to wait for longer is asked nothing more.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// How often a question is asked again where a host asks to wait.
const RETRIES: u32 = 2;

/// Asks each host one question a second at most, waits where it asks for that, and leaves it alone where it asks for
/// more than a minute.
#[derive(Debug)]
pub struct Paced<F, C> {
    fetch: F,
    clock: C,
    hosts: Mutex<HashMap<String, Host>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Host {
    last: Option<Duration>,
    /// For how long it asked to be left alone, in seconds.
    put_off: Option<u64>,
}

impl<F: Fetch, C: Clock> Paced<F, C> {
    /// Something that asks, by a clock.
    pub fn new(fetch: F, clock: C) -> Self {
        Self { fetch, clock, hosts: Mutex::default() }
    }

    /// Asks after the pause; one question at a time, to whichever host.
    fn ask(&self, request: &Request<'_>) -> (Outcome, Option<Duration>) {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let name = request.url.host_str().unwrap_or_default();
        let host = hosts.entry(name.to_owned()).or_default();
        if let Some(seconds) = host.put_off {
            return (Outcome::CouldNotLook(Failure::PutOff(seconds)), None);
        }
        if let Some(last) = host.last {
            let since = self.clock.now().saturating_sub(last);
            self.clock.sleep(PAUSE.saturating_sub(since));
        }
        let outcome = self.fetch.fetch(request);
        let now = self.clock.now();
        host.last = Some(now);
        let busy = outcome.page().filter(|page| matches!(page.status, 429 | 503));
        let asked = busy.map(|page| page.header("retry-after").and_then(|it| retry_after(it, now)));
        let wait = asked.map(|asked| asked.unwrap_or(PAUSE * 5));
        host.put_off = wait.filter(|&wait| wait > LONGEST_WAIT).map(|wait| wait.as_secs());
        (outcome, wait)
    }
}

impl<F: Fetch, C: Clock> Fetch for Paced<F, C> {
    fn fetch(&self, request: &Request<'_>) -> Outcome {
        let mut tried = 0;
        loop {
            let (outcome, wait) = self.ask(request);
            let Some(wait) = wait.filter(|&wait| wait <= LONGEST_WAIT && tried < RETRIES) else {
                return outcome;
            };
            self.clock.sleep(wait);
            tried += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ManualClock;
    use crate::fetch::{Accept, Page};

    /// A host that has enough of the first questions, and says for how long.
    struct Busy<'a>(Mutex<Vec<Duration>>, &'a ManualClock, usize, &'static str);

    impl Fetch for Busy<'_> {
        fn fetch(&self, request: &Request<'_>) -> Outcome {
            let mut asked = self.0.lock().unwrap();
            asked.push(self.1.now());
            let status = if asked.len() <= self.2 { 429 } else { 200 };
            let mut page = Page::bare(request.url.clone(), status, b"");
            page.headers.push(("retry-after".to_owned(), self.3.to_owned()));
            Outcome::Page(page)
        }
    }

    #[test]
    fn a_host_is_asked_at_its_pace() {
        for (busy, wait, expected, last) in [
            (0, "0", &[0, 1][..], 200),
            (1, "7", &[0, 7, 8], 200),
            (9, "7", &[0, 7, 14, 15, 22, 29], 429),
            (1, "soon", &[0, 5, 6], 200),
        ] {
            let clock = &ManualClock::at(0);
            let paced = Paced::new(Busy(Mutex::default(), clock, busy, wait), clock);
            let request = Request::new("https://a.example/".parse().unwrap(), Accept::Json);
            paced.fetch(&request);
            let outcome = paced.fetch(&request);
            assert_eq!(outcome.page().map(|page| page.status), Some(last), "{busy} {wait}");
            let times: Vec<u64> =
                paced.fetch.0.lock().unwrap().iter().map(Duration::as_secs).collect();
            assert_eq!(times, expected, "{busy} {wait}");
        }
    }

    #[test]
    fn a_host_that_asks_for_hours_is_asked_nothing_more() {
        let clock = &ManualClock::at(0);
        let paced = Paced::new(Busy(Mutex::default(), clock, 9, "7200"), clock);
        let request = Request::new("https://a.example/".parse().unwrap(), Accept::Json);
        assert!(paced.fetch(&request).page().is_some());
        assert_eq!(paced.fetch(&request), Outcome::CouldNotLook(Failure::PutOff(7_200)));
        assert_eq!(paced.fetch.0.lock().unwrap().len(), 1);
    }
}
