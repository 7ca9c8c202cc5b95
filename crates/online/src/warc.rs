//! WARC files: archives of the web (ISO 28500:2017, <https://iipc.github.io/warc-specifications/>).
//!
//! [`Reader`] reads those that others made, version 1.0 and 1.1, plain or compressed record by record, in bounded
//! memory: a record that is broken is told of and passed over by its length, and one that is too long is cut. Nothing is
//! ever looked for in a body, which is the words of whoever answered. [`Writer`] writes
//! one, as the evidence behind evidence.
//!
//! ```
//! use officieel_online::warc::{Exchange, Reader, RecordKind, Writer};
//!
//! let mut writer = Writer::compressed(Vec::new());
//! writer.info("officieel", "2026-11-30T12:00:00Z").unwrap();
//! writer
//!     .exchange(&Exchange {
//!         target: "https://www.voorbeeld.example/",
//!         date: "2026-11-30T12:00:00Z",
//!         request: b"GET / HTTP/1.1\r\nHost: www.voorbeeld.example\r\n\r\n",
//!         response: b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Welkom</p>",
//!         is_cut: false,
//!     })
//!     .unwrap();
//! let file = writer.into_inner();
//! let records: Result<Vec<_>, _> = Reader::new(file.as_slice()).collect();
//! let kinds: Vec<_> = records.unwrap().iter().map(|record| record.kind).collect();
//! assert_eq!(kinds, [RecordKind::Info, RecordKind::Request, RecordKind::Response]);
//! ```

mod digest;
mod head;
pub mod http;
mod member;
mod reader;
mod record;
#[cfg(test)]
mod tests;
mod writer;

pub use digest::Digests;
pub use reader::Reader;
pub use writer::{Exchange, Revisit, Writer};

/// The most bytes of the content of a record that are kept: the longest page that is fetched, with its head.
pub const MOST_CONTENT: usize = 4 * 1024 * 1024 + 64 * 1024;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// About the file itself.
    Info,
    /// What was asked.
    Request,
    /// What was answered, with the head of HTTP.
    Response,
    /// A file without a head.
    Resource,
    /// A page that was the same as one before.
    Revisit,
    /// Something else: metadata, a conversion, a continuation.
    Other,
}

/// One record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// The address that it is of, without the angle brackets that some tools write.
    pub target: Option<String>,
    /// When it was made, as it is written: `2026-11-30T12:00:00Z`.
    pub date: Option<String>,
    /// Its id.
    pub id: Option<String>,
    /// Of a [`RecordKind::Revisit`]: the record that holds what it saw again.
    pub refers_to: Reference,
    /// The checksums that it says its content has.
    pub digests: Digests,
    /// The media type of its content.
    pub content_type: Option<String>,
    /// Its content, at most [`MOST_CONTENT`] bytes of it.
    pub content: Vec<u8>,
    /// Whether the content is not whole: it was cut by whoever made it, by the end of the file, or here.
    pub is_cut: bool,
}

/// Which record another speaks of, as far as it says (section 5.11 and 6.7 of the standard).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    /// The id of that record: `WARC-Refers-To`.
    pub id: Option<String>,
    /// The address that it is of: `WARC-Refers-To-Target-URI`.
    pub target: Option<String>,
    /// When it was made: `WARC-Refers-To-Date`.
    pub date: Option<String>,
    /// How that was found out: `WARC-Profile`.
    pub profile: Option<String>,
}

/// Why a record can't be read. Those behind it can, where it is known where they begin.
#[derive(Debug, thiserror::Error)]
pub enum WarcError {
    /// The file can't be read.
    #[error("the file can't be read: {0}")]
    Io(#[from] std::io::Error),
    /// Something stands where a record should begin.
    #[error("no record begins here")]
    NoRecord,
    /// The head of the record is too long.
    #[error("the head of the record is longer than 64 KiB")]
    LongHead,
    /// The head has no length that can be read.
    #[error("the record has no Content-Length")]
    NoLength,
    /// A field that stands in a head once stands in it twice, so that nobody can say what holds.
    #[error("the head of the record has a field twice")]
    FieldTwice,
    /// The compressed record is broken.
    #[error("the compressed record is broken")]
    Compression,
    /// The record is longer than what is read.
    #[error("the record is longer than 256 MiB")]
    Bomb,
    /// The file ends in the middle of a record.
    #[error("the file ends in the middle of a record")]
    EndsEarly,
    /// There is more in the file, and nothing tells where in it a record begins.
    #[error("where the next record begins isn't known: the rest of the file is not looked at")]
    Lost,
}
