//! Answers without a network, for tests and examples.

use std::collections::BTreeMap;
use std::sync::Mutex;

use url::Url;

use super::{Failure, Fetch, Method, Outcome, Page, Request};

/// Pages by their address. What isn't there answers 404; what was asked for is remembered.
#[derive(Debug, Default)]
pub struct FakeFetch {
    outcomes: BTreeMap<String, Outcome>,
    asked: Mutex<Vec<String>>,
}

impl FakeFetch {
    /// One more page with status 200.
    #[must_use]
    pub fn page(self, url: &str, body: impl AsRef<[u8]>) -> Self {
        self.status(url, 200, body)
    }

    /// One more page with a status.
    #[must_use]
    pub fn status(self, url: &str, status: u16, body: impl AsRef<[u8]>) -> Self {
        match Url::parse(url) {
            Ok(parsed) => {
                self.outcome(url, Outcome::Page(Page::bare(parsed, status, body.as_ref())))
            }
            Err(_) => self,
        }
    }

    /// One more address with what comes of asking for it.
    #[must_use]
    pub fn outcome(mut self, url: &str, outcome: Outcome) -> Self {
        self.outcomes.insert(url.to_owned(), outcome);
        self
    }

    /// What was asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().map(|asked| asked.clone()).unwrap_or_default()
    }

    fn of(&self, url: &Url) -> Outcome {
        let missing = || Outcome::Page(Page::bare(url.clone(), 404, b""));
        self.outcomes.get(url.as_str()).cloned().unwrap_or_else(missing)
    }
}

impl Fetch for FakeFetch {
    fn fetch(&self, request: &Request<'_>) -> Outcome {
        let sign = if request.method == Method::Head { "HEAD " } else { "" };
        match self.asked.lock() {
            Ok(mut asked) => asked.push(format!("{sign}{}", request.url)),
            Err(_) => return Outcome::CouldNotLook(Failure::NoConnection),
        }
        self.of(&request.url)
    }
}
