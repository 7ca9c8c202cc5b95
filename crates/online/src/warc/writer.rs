//! Writing records.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};

use flate2::{Compression, GzBuilder};

/// What was asked and what was answered, as the bytes of HTTP/1.1 with their heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchange<'a> {
    /// The address that was asked for.
    pub target: &'a str,
    /// When, as `2026-11-30T12:00:00Z`.
    pub date: &'a str,
    /// What was asked; left out where it is empty.
    pub request: &'a [u8],
    /// What was answered.
    pub response: &'a [u8],
    /// Whether the answer is not whole.
    pub is_cut: bool,
}

/// That a page was called unchanged by its server, which answered 304 (RFC 9110, section 15.4.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revisit<'a> {
    /// The address that was asked for.
    pub target: &'a str,
    /// When, as in [`Exchange::date`].
    pub date: &'a str,
    /// The id of the record that holds the page.
    pub id: &'a str,
    /// When that was made.
    pub since: &'a str,
}

/// Writes an archive, record by record. The same records give the same bytes.
#[derive(Debug)]
pub struct Writer<W: Write> {
    out: W,
    is_compressed: bool,
    count: u64,
}

impl<W: Write> Writer<W> {
    /// A writer of a plain file.
    pub fn plain(out: W) -> Self {
        Self { out, is_compressed: false, count: 0 }
    }

    /// A writer of a file with every record compressed by itself, as its annex D asks.
    pub fn compressed(out: W) -> Self {
        Self { out, is_compressed: true, count: 0 }
    }

    /// What the records were written to.
    pub fn into_inner(self) -> W {
        self.out
    }

    /// Writes what the file is, which its first record says, with the day and time as in [`Exchange::date`].
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn info(&mut self, software: &str, date: &str) -> io::Result<()> {
        let content = format!(
            "software: {}\r\nformat: WARC File Format 1.1\r\nconformsTo: \
             http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n",
            one_line(software)
        );
        let date = one_line(date);
        let head = [
            ("WARC-Type", "warcinfo"),
            ("WARC-Date", date.as_str()),
            ("Content-Type", "application/warc-fields"),
        ];
        self.record(&head, content.as_bytes()).map(|_id| ())
    }

    /// Writes what was asked and answered.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn exchange(&mut self, it: &Exchange<'_>) -> io::Result<()> {
        let (target, date) = (one_line(it.target), one_line(it.date));
        let about = [("WARC-Target-URI", target.as_str()), ("WARC-Date", date.as_str())];
        let mut request_id = None;
        if !it.request.is_empty() {
            let kind =
                [("WARC-Type", "request"), ("Content-Type", "application/http;msgtype=request")];
            request_id = Some(self.record(&[kind, about].concat(), it.request)?);
        }
        let kind =
            [("WARC-Type", "response"), ("Content-Type", "application/http;msgtype=response")];
        let mut head = [kind, about].concat();
        head.extend(request_id.as_deref().map(|id| ("WARC-Concurrent-To", id)));
        head.extend(it.is_cut.then_some(("WARC-Truncated", "length")));
        self.record(&head, it.response).map(|_id| ())
    }

    /// Writes that a page is still what an earlier record holds.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn revisit(&mut self, it: &Revisit<'_>) -> io::Result<()> {
        let [target, date, id, since] = [it.target, it.date, it.id, it.since].map(one_line);
        let head = [
            ("WARC-Type", "revisit"),
            ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified"),
            ("WARC-Target-URI", target.as_str()),
            ("WARC-Date", date.as_str()),
            ("WARC-Refers-To", id.as_str()),
            ("WARC-Refers-To-Target-URI", target.as_str()),
            ("WARC-Refers-To-Date", since.as_str()),
            ("Content-Type", "application/http;msgtype=response"),
        ];
        self.record(&head, b"HTTP/1.1 304 Not Modified\r\n\r\n").map(|_id| ())
    }

    /// Writes a record, and gives its id.
    fn record(&mut self, head: &[(&str, &str)], content: &[u8]) -> io::Result<String> {
        let id = self.id(head, content);
        let mut record = Vec::with_capacity(content.len() + 512);
        record.extend_from_slice(b"WARC/1.1\r\n");
        for (name, value) in head {
            write!(record, "{name}: {value}\r\n")?;
        }
        write!(record, "WARC-Record-ID: {id}\r\nContent-Length: {}\r\n\r\n", content.len())?;
        record.extend_from_slice(content);
        record.extend_from_slice(b"\r\n\r\n");
        self.count += 1;
        if self.is_compressed {
            let mut member = GzBuilder::new().write(&mut self.out, Compression::default());
            member.write_all(&record)?;
            member.finish()?;
        } else {
            self.out.write_all(&record)?;
        }
        Ok(id)
    }

    /// An id of what the record holds and of its place in the file: a UUID of version 8 (RFC 9562).
    fn id(&self, head: &[(&str, &str)], content: &[u8]) -> String {
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            (salt, self.count, head, content).hash(&mut hasher);
            hasher.finish()
        };
        let (a, b) = (half(1), half(2));
        format!(
            "<urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}>",
            a >> 32,
            a >> 16 & 0xffff,
            a & 0xfff,
            b >> 48 & 0x3fff | 0x8000,
            b & 0xffff_ffff_ffff
        )
    }
}

/// A value without line breaks, which would begin another line of the head.
fn one_line(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}
