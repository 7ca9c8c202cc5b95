//! Where archived pages come from.

use std::io::BufRead;

use url::Url;

use officieel_directory::directory::Date;

use super::findings::NotLooked;
use crate::warc::http::Response;
use crate::warc::{Reader, Record, RecordKind, Reference, WarcError};

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
    /// The `Refresh` header that it was answered with.
    pub refresh: Option<String>,
    /// Its bytes.
    pub body: Vec<u8>,
    /// Whether they are not all of it.
    pub is_cut: bool,
    /// The day on which it was seen, where it is known.
    pub seen: Option<Date>,
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
    /// Why the answer is none that shows a page as its owner has it.
    pub(super) fn not_looked(&self) -> Option<NotLooked> {
        match self.status {
            Some(300..=399) => Some(NotLooked::Redirect),
            Some(status) if !(200..=299).contains(&status) => Some(NotLooked::Status(status)),
            _ => None,
        }
    }

    /// Whether what was answered is the owner's: a page, or a page that says that there is none.
    pub(super) fn is_answer(&self) -> bool {
        matches!(self.status, None | Some(200..=299 | 404 | 410))
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
            let (id, target, date) =
                (record.id.clone(), record.target.clone(), record.date.clone());
            let found = page(&file, record);
            if let Some(Ok(page)) = &found {
                last = Some(Kept { record: Reference { id, target, date, profile: None }, page: page.clone() });
            }
            found
        }
        Err(error) => {
            let why = match error {
                WarcError::Lost => NotLooked::Rest,
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
        (is_it && is_target && is_record)
            .then(|| ArchivedPage { seen: day(record.date.as_deref()), ..self.page.clone() })
    }
}

/// The day of a date as records have it.
fn day(date: Option<&str>) -> Option<Date> {
    date?.get(..10)?.parse().ok()
}

fn page(file: &str, record: Record) -> Option<Result<ArchivedPage, Skipped>> {
    let address = record.target.as_deref().and_then(|it| Url::parse(it).ok());
    let address = address.filter(|it| matches!(it.scheme(), "http" | "https"))?;
    let seen = day(record.date.as_deref());
    let skipped = |why| Some(Err(Skipped { place: address.to_string(), why }));
    let page = ArchivedPage {
        file: file.to_owned(),
        address: Some(address.clone()),
        status: None,
        content_type: record.content_type.clone(),
        refresh: None,
        body: Vec::new(),
        is_cut: record.is_cut,
        seen,
    };
    match record.kind {
        RecordKind::Resource if is_page(record.content_type.as_deref()) => {
            Some(Ok(ArchivedPage { body: record.content, ..page }))
        }
        RecordKind::Revisit => skipped(NotLooked::Revisit),
        RecordKind::Response => match Response::read(&record.content) {
            Ok(it) if is_page(it.content_type.as_deref()) || it.status >= 300 => {
                Some(Ok(ArchivedPage {
                    status: Some(it.status),
                    content_type: it.content_type,
                    refresh: it.refresh,
                    body: it.body,
                    is_cut: page.is_cut || it.is_cut,
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
