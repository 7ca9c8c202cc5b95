//! Where archived pages come from.

use std::io::BufRead;
use std::sync::Arc;

use url::Url;

use officieel_directory::directory::Date;

use super::day::day;
use super::findings::NotLooked;
use crate::page::Obstacle;
use crate::warc::http::Response;
use crate::warc::{Digests, MOST_CONTENT, Reader, Record, RecordKind, Reference, WarcError};

/// A page that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedPage {
    /// The file that it is in, for messages.
    pub file: String,
    /// The address that it was at; `None` where it has to say so itself.
    pub address: Option<Url>,
    /// The status that it was answered with, where it is known.
    pub status: Option<u16>,
    /// Its `Content-Type`.
    pub content_type: Option<String>,
    /// Where the answer leads, where it is a redirect.
    pub location: Option<String>,
    /// The `Refresh` header that it was answered with.
    pub refresh: Option<String>,
    /// Its bytes.
    pub body: Vec<u8>,
    /// Whether they are not all of it.
    pub is_cut: bool,
    /// Whether something told that they are all of it: how long it is, or how it was packed. Else it has to say itself where
    /// it ends.
    pub is_end_told: bool,
    /// The day on which it was seen, where it is known. Without one it is no evidence.
    pub seen: Option<Date>,
    /// What the record that it was kept in held, to be held against the checksums of that.
    pub sealed: Option<Arc<Sealed>>,
}

/// What a record held, and the checksums that it says that has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    kind: RecordKind,
    content: Vec<u8>,
    digests: Digests,
}

impl Sealed {
    /// Why it is no evidence, where it isn't what its checksums say or too long to be held against them.
    fn fault(&self) -> Option<NotLooked> {
        let is_long = self.content.len() >= MOST_CONTENT && self.digests.is_known();
        let is_it = || self.digests.fit(self.kind, &self.content);
        match () {
            () if is_long => Some(NotLooked::Obstacle(Obstacle::Cut)),
            () if is_it() => None,
            () => Some(NotLooked::Checksum),
        }
    }
}

/// A record that says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The address or the place of it.
    pub place: String,
    /// Why.
    pub why: NotLooked,
}

impl ArchivedPage {
    /// Why the answer is none that shows a page as its owner has it on a day.
    pub(super) fn not_looked(&self) -> Option<NotLooked> {
        match self.status {
            Some(300..=399) => Some(NotLooked::Redirect),
            // A part of a page (206) may lack what the page shows.
            Some(status) if status == 206 || !(200..=299).contains(&status) => {
                Some(NotLooked::Status(status))
            }
            _ if self.seen.is_none() => Some(NotLooked::NoDay),
            _ => self.sealed.as_ref()?.fault(),
        }
    }
}

/// The pages of a WARC file. Records that are no pages are passed over in silence; those that can't be read, and
/// pages that can't be shown, are told of. A page that was called unchanged is the one of the record before, seen again;
/// where that is another one, what was unchanged is not at hand.
pub fn pages_of<R: BufRead>(
    file: &str,
    input: R,
) -> impl Iterator<Item = Result<ArchivedPage, Skipped>> + use<R> {
    let file = file.to_owned();
    let mut last: Option<Kept> = None;
    Reader::new(input).enumerate().filter_map(move |(number, record)| match record {
        Ok(record) => {
            let again = last.as_ref().and_then(|last| last.again(&record));
            if let Some(again) = again {
                return Some(Ok(again));
            }
            let kept = Reference {
                id: record.id.clone(),
                target: record.target.clone(),
                date: record.date.clone(),
                profile: None,
            };
            let payload = record.digests.payload.clone();
            let found = page(&file, record);
            if let Some(Ok(page)) = &found {
                last = Some(Kept { record: kept, payload, page: page.clone() });
            }
            found
        }
        Err(error) => {
            let why = match error {
                WarcError::Lost => NotLooked::Rest,
                WarcError::EndsEarly => NotLooked::EndsEarly,
                WarcError::FieldTwice => NotLooked::FieldTwice,
                WarcError::Io(_)
                | WarcError::NoRecord
                | WarcError::LongHead
                | WarcError::NoLength
                | WarcError::Compression
                | WarcError::Bomb => NotLooked::Broken,
            };
            Some(Err(Skipped { place: format!("{file}#{}", number + 1), why }))
        }
    })
}

/// The last page of a file, and the record that it is of.
struct Kept {
    record: Reference,
    payload: Option<String>,
    page: ArchivedPage,
}

impl Kept {
    /// The same page on the day of a record that says that it is unchanged; `None` where it speaks of another one.
    fn again(&self, record: &Record) -> Option<ArchivedPage> {
        let (own, other) = (&self.record, &record.refers_to);
        let is_target = other.target.as_ref().or(record.target.as_ref()) == own.target.as_ref();
        let is_record = match &other.id {
            Some(_) => other.id == own.id,
            None => other.date.is_some() && other.date == own.date,
        };
        let is_it = record.kind == RecordKind::Revisit && record.target == own.target;
        let seen = record.date.as_deref().and_then(day);
        (is_it && is_target && is_record && self.has_payload(record))
            .then(|| ArchivedPage { seen, ..self.page.clone() })
    }

    /// Whether the page is what a record saw again, where that says so by a checksum. Whoever was told by a server that
    /// nothing changed saw no payload, and what stands there for it is of none.
    fn has_payload(&self, record: &Record) -> bool {
        let profile = record.refers_to.profile.as_deref().unwrap_or_default();
        let Some(again) = &record.digests.payload else { return true };
        let other = Digests { block: None, payload: Some(again.clone()) };
        match &self.page.sealed {
            _ if profile.ends_with("/server-not-modified") => true,
            Some(sealed) if other.is_known() => other.fit(sealed.kind, &sealed.content),
            _ => self.payload.as_ref().is_none_or(|own| own == again),
        }
    }
}

fn page(file: &str, record: Record) -> Option<Result<ArchivedPage, Skipped>> {
    let address = record.target.as_deref().and_then(|it| Url::parse(it).ok());
    let address = address.filter(|it| matches!(it.scheme(), "http" | "https"))?;
    let seen = record.date.as_deref().and_then(day);
    let skipped = |why| Some(Err(Skipped { place: address.to_string(), why }));
    let page = ArchivedPage {
        file: file.to_owned(),
        address: Some(address.clone()),
        status: None,
        content_type: record.content_type,
        location: None,
        refresh: None,
        body: Vec::new(),
        is_cut: record.is_cut,
        is_end_told: false,
        seen,
        sealed: None,
    };
    let Record { kind, digests, content, .. } = record;
    let sealed = |content| Some(Arc::new(Sealed { kind, content, digests }));
    match kind {
        RecordKind::Resource if is_page(page.content_type.as_deref()) => {
            Some(Ok(ArchivedPage { body: content.clone(), sealed: sealed(content), ..page }))
        }
        RecordKind::Revisit => skipped(NotLooked::Revisit),
        RecordKind::Response => match Response::read(&content) {
            Ok(it) if it.status < 300 && it.is_type_disputed => skipped(NotLooked::FieldTwice),
            Ok(it) if it.status < 300 && it.is_download => skipped(NotLooked::NotAPage),
            Ok(it) if is_page(it.content_type.as_deref()) || it.status >= 300 => {
                Some(Ok(ArchivedPage {
                    status: Some(it.status),
                    content_type: it.content_type,
                    location: it.location,
                    refresh: it.refresh,
                    body: it.body,
                    is_cut: page.is_cut || it.is_cut,
                    is_end_told: it.is_end_told,
                    sealed: sealed(content),
                    ..page
                }))
            }
            Ok(_) => None,
            Err(_) => skipped(NotLooked::Broken),
        },
        _ => None,
    }
}

/// Whether a media type is one of pages, or of data that pages are made of.
fn is_page(content_type: Option<&str>) -> bool {
    let kind = content_type
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    matches!(kind.as_str(), "" | "text/html" | "application/xhtml+xml" | "application/json")
}
