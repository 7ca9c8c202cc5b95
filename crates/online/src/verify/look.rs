//! Asking, with a list of what was asked.

use std::cell::RefCell;

use officieel_directory::text::sanitise::escaped;
use serde::de::DeserializeOwned;
use url::Url;

use super::{Asked, Reason};
use crate::fetch::{Accept, Failure, Fetch, Follow, Method, Outcome, Page, Request, shown};
use crate::robots::{self, PRODUCT_TOKEN, Robots};

/// Something that asks, and remembers what.
pub(super) struct Look<'a> {
    fetch: &'a dyn Fetch,
    asked: RefCell<Vec<Asked>>,
}

impl<'a> Look<'a> {
    pub(super) fn new(fetch: &'a dyn Fetch) -> Self {
        Self { fetch, asked: RefCell::default() }
    }

    pub(super) fn asked(self) -> Vec<Asked> {
        self.asked.into_inner()
    }

    /// A page of any status.
    pub(super) fn page(&self, request: &Request<'_>) -> Result<Page, Reason> {
        let outcome = self.fetch.fetch(request);
        let status = outcome.page().map(|page| page.status);
        self.asked.borrow_mut().push(Asked { url: shown(&request.url), status });
        match outcome {
            Outcome::Page(page) => Ok(page),
            Outcome::NotModified(_) => Err(Failure::Status(304).into()),
            Outcome::Refused(refusal) => Err(Failure::Refused(refusal).into()),
            Outcome::CouldNotLook(failure) => Err(failure.into()),
        }
    }

    pub(super) fn get(
        &self,
        url: &str,
        accept: Accept,
        follow: Follow<'_>,
    ) -> Result<Page, Reason> {
        let url = Url::parse(url).ok().ok_or(Reason::Unreadable)?;
        self.page(&Request::new(url, accept).following(follow))
    }

    /// What a host asks of programs.
    pub(super) fn robots(&self, url: &Url) -> Result<Robots, Failure> {
        let file = url.join("/robots.txt").ok().ok_or(Failure::Robots)?;
        Robots::of_answer(&self.fetch.fetch(&robots::request(file)), PRODUCT_TOKEN)
    }

    /// A page that isn't asked for, so that nothing is known of it.
    pub(super) fn not_asked(&self, url: &Url) {
        self.asked.borrow_mut().push(Asked { url: shown(url), status: None });
    }

    /// The headers of a page, without following it.
    pub(super) fn head(&self, url: &Url) -> Outcome {
        let mut request = Request::new(url.clone(), Accept::Html).following(Follow::none());
        request.method = Method::Head;
        let outcome = self.fetch.fetch(&request);
        let status = outcome.page().map(|page| page.status);
        self.asked.borrow_mut().push(Asked { url: shown(url), status });
        outcome
    }
}

/// A whole answer of JSON, of the form that is expected.
pub(super) fn json<T: DeserializeOwned>(page: &Page) -> Result<T, Reason> {
    if !page.is_complete {
        return Err(Reason::Unreadable);
    }
    serde_json::from_slice(&page.body).ok().ok_or(Reason::Unreadable)
}

/// Text of a stranger, as it may be shown and written.
pub(super) fn clean(text: &str) -> String {
    let short: String = text.chars().take(200).collect();
    escaped(&short)
}

/// A word within the query of an address.
pub(super) fn with_query(base: &str, name: &str, value: &str) -> String {
    let query =
        url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
    format!("{base}?{query}")
}
