//! Asking a source itself, at its live address: politely, page by page, and only where somebody asked for that.
//!
//! What comes is read like any answer in a file, with the same checks.

use std::collections::HashSet;

use serde::Deserialize;
use url::Url;

use super::{ImportError, MOST_BYTES, Source};
use crate::client::Settings;
use crate::fetch::{Accept, Failure, Fetch, Outcome, Page, Refusal, Request};

/// The most pages of one source.
const MOST_PAGES: usize = 500;

/// How many accounts a page of a Mastodon directory holds at most
/// (<https://docs.joinmastodon.org/methods/directory/>).
const ACCOUNTS_A_PAGE: usize = 80;

/// How many stations a page of the police's open data holds.
const STATIONS_A_PAGE: usize = 100;

/// What is asked of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// One file.
    File(Url),
    /// A query of a query service.
    Query(Url, String),
    /// The directory of a Mastodon server, a page after the other.
    Accounts(Url),
    /// The stations of the police, a page after the other.
    Stations(Url),
}

/// Why a source can't be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    /// Nobody has it at a fixed address: it has to be given as a file.
    #[error("this source has no address to ask at")]
    NoAddress,
    /// Which server is meant has to be said.
    #[error("which server is meant has to be said")]
    NoServer,
    /// It is asked by a query, and there is none.
    #[error("there is no query")]
    NoQuery,
    /// Only addresses with `https` are asked.
    #[error("only addresses with https are asked")]
    NotHttps,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum LiveError {
    /// It couldn't be asked.
    #[error(transparent)]
    Failed(#[from] Failure),
    /// It leads where nobody is sent.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// What it answered can't be used.
    #[error(transparent)]
    Unusable(#[from] ImportError),
}

impl Question {
    /// What is asked of a source: at its own address, or at another one with `https` where that is given.
    ///
    /// Sources: organisaties.overheid.nl/archive, query.wikidata.org, api.politie.nl; a Mastodon server has its directory
    /// at a path of its own.
    ///
    /// # Errors
    ///
    /// Why it can't be asked.
    ///
    /// # Examples
    ///
    /// ```
    /// use officieel_online::import::Source;
    /// use officieel_online::import::live::{Question, QuestionError};
    ///
    /// assert!(matches!(Question::new(Source::Roo, None, None), Ok(Question::File(_))));
    /// assert_eq!(Question::new(Source::Csv, None, None), Err(QuestionError::NoAddress));
    /// assert_eq!(Question::new(Source::Mastodon, None, None), Err(QuestionError::NoServer));
    /// ```
    pub fn new(
        source: Source,
        address: Option<&Url>,
        query: Option<String>,
    ) -> Result<Self, QuestionError> {
        let own = match source {
            Source::Roo => Some("https://organisaties.overheid.nl/archive/exportOO.xml"),
            Source::Rio => Some("https://organisaties.overheid.nl/archive/exportRIO.xml"),
            Source::Wikidata => Some("https://query.wikidata.org/sparql"),
            Source::Police => Some("https://api.politie.nl/v4/politiebureaus/all"),
            Source::Mastodon => None,
            Source::Govdirectory | Source::Csv => return Err(QuestionError::NoAddress),
        };
        let own = own.and_then(|own| Url::parse(own).ok());
        let url = address.cloned().or(own).ok_or(QuestionError::NoServer)?;
        if url.scheme() != "https" {
            return Err(QuestionError::NotHttps);
        }
        Ok(match source {
            Source::Wikidata => Self::Query(url, query.ok_or(QuestionError::NoQuery)?),
            Source::Police => Self::Stations(url),
            Source::Mastodon => Self::Accounts(url.join("/api/v1/directory").unwrap_or(url)),
            _ => Self::File(url),
        })
    }
}

/// The settings of a client that asks sources: they are larger than pages, and slower.
pub fn settings(mut settings: Settings) -> Settings {
    settings.limits.body = MOST_BYTES;
    settings.limits.first_byte = std::time::Duration::from_secs(90);
    settings.limits.total = std::time::Duration::from_secs(900);
    settings
}

/// The answer of a source, in the form in which [`super::read`] takes it; several pages one after another.
///
/// # Errors
///
/// Why there is none. Half an answer is none.
pub fn ask(question: &Question, fetch: &dyn Fetch) -> Result<Vec<u8>, LiveError> {
    match question {
        Question::File(url) => Ok(page(url.clone(), Accept::Xml, fetch)?.body),
        Question::Query(url, query) => {
            let mut url = url.clone();
            url.query_pairs_mut().append_pair("query", query).append_pair("format", "json");
            Ok(page(url, Accept::Json, fetch)?.body)
        }
        Question::Accounts(url) => pages(ACCOUNTS_A_PAGE, fetch, |offset| {
            let mut url = url.clone();
            url.query_pairs_mut()
                .append_pair("local", "true")
                .append_pair("order", "new")
                .append_pair("limit", &ACCOUNTS_A_PAGE.to_string())
                .append_pair("offset", &offset.to_string());
            url
        }),
        Question::Stations(url) => pages(STATIONS_A_PAGE, fetch, |offset| {
            let mut url = url.clone();
            url.query_pairs_mut().append_pair("offset", &offset.to_string());
            url
        }),
    }
}

/// How many entries a page holds, and whether it says that it is the last.
#[derive(Deserialize)]
#[serde(untagged)]
enum Shape {
    Accounts(Vec<serde_json::Value>),
    Stations { iterator: Iterator, politiebureaus: Vec<serde_json::Value> },
}

#[derive(Deserialize)]
struct Iterator {
    last: bool,
}

/// All pages, until one says that it is the last, holds less than it could, or comes again.
fn pages(size: usize, fetch: &dyn Fetch, at: impl Fn(usize) -> Url) -> Result<Vec<u8>, LiveError> {
    let (mut all, mut seen, mut offset) = (Vec::new(), HashSet::new(), 0);
    for _ in 0..MOST_PAGES {
        let page = page(at(offset), Accept::Json, fetch)?;
        // No content: RFC 9110, 15.3.5.
        if page.status == 204 || !seen.insert(blake3::hash(&page.body)) {
            return Ok(all);
        }
        if (all.len() + page.body.len()) as u64 > MOST_BYTES {
            return Err(ImportError::TooLarge.into());
        }
        all.extend_from_slice(&page.body);
        all.push(b'\n');
        // What isn't of this shape, reading tells what it is.
        let (count, is_last) = match serde_json::from_slice(&page.body) {
            Ok(Shape::Accounts(accounts)) => (accounts.len(), false),
            Ok(Shape::Stations { iterator, politiebureaus }) => {
                (politiebureaus.len(), iterator.last)
            }
            Err(_other) => return Ok(page.body),
        };
        if is_last || count < size {
            return Ok(all);
        }
        offset += count;
    }
    Err(ImportError::TooLarge.into())
}

/// A page that is there and whole.
fn page(url: Url, accept: Accept, fetch: &dyn Fetch) -> Result<Page, LiveError> {
    match fetch.fetch(&Request::new(url, accept)) {
        Outcome::Page(page) if !page.is_success() => {
            // A ban or a fault is said in the body: reading it tells more than a number does.
            let status = ImportError::Status { status: page.status };
            Err(super::json::read::<serde_json::Value>(&page.body)
                .err()
                .filter(|error| matches!(error, ImportError::Reported(_)))
                .unwrap_or(status)
                .into())
        }
        Outcome::Page(page) if !page.is_complete => Err(ImportError::Cut.into()),
        Outcome::Page(page) => Ok(page),
        Outcome::NotModified(_) => Err(Failure::Protocol.into()),
        Outcome::Refused(refusal) => Err(refusal.into()),
        Outcome::CouldNotLook(failure) => Err(failure.into()),
    }
}

#[cfg(test)]
mod tests;
