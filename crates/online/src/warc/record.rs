//! Reading one record, and where the next begins. That is known from the lengths that records say alone: a line in a
//! body may look like the beginning of a record, and whoever answered chose it.

use std::io::{self, BufRead, Read};

use super::head::{Head, LONGEST_HEAD, line};
use super::{Digests, MOST_CONTENT, Record, RecordKind, Reference, WarcError};

/// How a record begins.
const RECORD: &[u8] = b"WARC/";

/// The fields that are read. Of these the standard has each once in a head (section 5); of two, each program takes its own.
const FIELDS: &[&str] = &[
    "content-length",
    "content-type",
    "warc-block-digest",
    "warc-date",
    "warc-payload-digest",
    "warc-profile",
    "warc-record-id",
    "warc-refers-to",
    "warc-refers-to-date",
    "warc-refers-to-target-uri",
    "warc-target-uri",
    "warc-truncated",
    "warc-type",
];

/// The longest record of which the beginning is read.
const LONGEST_RECORD: u64 = 256 * 1024 * 1024;

/// What stands where a record should.
#[derive(Debug)]
pub(super) enum Found {
    /// A record.
    Record {
        /// It.
        record: Box<Record>,
        /// Whether the input ends before it does.
        breaks_off: bool,
    },
    /// One that can't be read. The input is where the next one begins.
    Passed(WarcError),
    /// Something of which the end isn't known.
    Lost(WarcError),
    /// One that can't be read, and in which the input ends.
    BreaksOff(WarcError),
    /// Nothing more.
    End,
}

/// Reads what stands where a record should. What is longer than `most` has no end that is looked for.
pub(super) fn find(input: &mut dyn BufRead, most: u64) -> io::Result<Found> {
    pass_ends(input)?;
    let first = line(input)?;
    if first.text.is_empty() {
        return Ok(Found::End);
    }
    if !first.text.starts_with(RECORD) {
        return Ok(Found::Lost(WarcError::NoRecord));
    }
    let Some(read) = head(input, most)? else {
        return Ok(Found::Lost(WarcError::LongHead));
    };
    let is_long = read.is_long || !first.is_whole();
    let length = match length(&read.head) {
        _ if !read.is_ended && is_long => return Ok(Found::BreaksOff(WarcError::LongHead)),
        _ if !read.is_ended => return Ok(Found::BreaksOff(WarcError::EndsEarly)),
        None => return Ok(Found::Lost(WarcError::NoLength)),
        Some(length) => length,
    };
    let kept = u64::try_from(MOST_CONTENT).unwrap_or(u64::MAX);
    let mut content = Vec::new();
    if !is_long {
        input.take(kept.min(length)).read_to_end(&mut content)?;
    }
    let have = u64::try_from(content.len()).unwrap_or(u64::MAX);
    let left = length - have;
    let passed = pass(input, left.min(most))?;
    Ok(match () {
        () if left > most && passed == most => Found::Lost(WarcError::Bomb),
        () if is_long && passed < left => Found::BreaksOff(WarcError::LongHead),
        () if is_long => Found::Passed(WarcError::LongHead),
        () if have + passed > LONGEST_RECORD => Found::Passed(WarcError::Bomb),
        () if read.head.has_twice(FIELDS) && passed < left => {
            Found::BreaksOff(WarcError::FieldTwice)
        }
        () if read.head.has_twice(FIELDS) => Found::Passed(WarcError::FieldTwice),
        () => {
            let is_whole = left == 0;
            let record = Box::new(record(&read.head, content, is_whole));
            Found::Record { record, breaks_off: passed < left }
        }
    })
}

/// Whether a record may begin here, or nothing does, behind the lines that end the one before.
pub(super) fn is_at_record(input: &mut dyn BufRead) -> io::Result<bool> {
    pass_ends(input)?;
    let bytes = input.fill_buf()?;
    // At the end of what is in memory, it may be the beginning of that.
    Ok(bytes.starts_with(RECORD) || RECORD.starts_with(bytes))
}

/// Whether there is nothing more.
pub(super) fn is_at_end(input: &mut dyn BufRead) -> io::Result<bool> {
    Ok(input.fill_buf()?.is_empty())
}

/// Goes on behind so many bytes, or to the end; how many there were.
pub(super) fn pass(input: &mut dyn BufRead, length: u64) -> io::Result<u64> {
    io::copy(&mut input.take(length), &mut io::sink())
}

fn pass_ends(input: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let bytes = input.fill_buf()?;
        let ends = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        if ends == 0 {
            return Ok(());
        }
        input.consume(ends);
    }
}

/// The head of a record as it was read.
struct ReadHead {
    head: Head,
    /// Whether it is too long to be read: then it has the length of the record at most.
    is_long: bool,
    /// Whether the line that ends it is there.
    is_ended: bool,
}

/// The head of a record. `None` where no end of it is found.
fn head(input: &mut dyn BufRead, most: u64) -> io::Result<Option<ReadHead>> {
    let (mut head, mut length) = (Head::default(), 0);
    let longest = u64::try_from(LONGEST_HEAD).unwrap_or(u64::MAX);
    loop {
        let line = line(input)?;
        length += line.length;
        let is_long = length >= longest;
        if length > most {
            return Ok(None);
        }
        if line.text.trim_ascii().is_empty() && line.is_whole() {
            return Ok(Some(ReadHead { head, is_long, is_ended: line.length > 0 }));
        }
        let is_length = || line.text.to_ascii_lowercase().starts_with(b"content-length");
        if line.is_whole() && (!is_long || is_length()) {
            head.add(&line.text);
        }
    }
}

/// The length that a head says. One that says two says none.
fn length(head: &Head) -> Option<u64> {
    let mut all = head.all("content-length");
    let first = all.next()?;
    let is_one = all.all(|it| it == first) && first.bytes().all(|byte| byte.is_ascii_digit());
    first.parse().ok().filter(|_| is_one)
}

fn record(head: &Head, content: Vec<u8>, is_whole: bool) -> Record {
    let text = |name: &str| head.get(name).map(str::to_owned);
    Record {
        kind: kind(head.get("warc-type").unwrap_or_default()),
        target: head.get("warc-target-uri").map(without_brackets),
        date: text("warc-date"),
        id: text("warc-record-id"),
        refers_to: Reference {
            id: text("warc-refers-to"),
            target: head.get("warc-refers-to-target-uri").map(without_brackets),
            date: text("warc-refers-to-date"),
            profile: text("warc-profile"),
        },
        digests: Digests { block: text("warc-block-digest"), payload: text("warc-payload-digest") },
        content_type: text("content-type"),
        content,
        is_cut: !is_whole || head.get("warc-truncated").is_some(),
    }
}

fn kind(name: &str) -> RecordKind {
    match name.to_ascii_lowercase().as_str() {
        "warcinfo" => RecordKind::Info,
        "request" => RecordKind::Request,
        "response" => RecordKind::Response,
        "resource" => RecordKind::Resource,
        "revisit" => RecordKind::Revisit,
        _ => RecordKind::Other,
    }
}

/// Some tools write the address between angle brackets, as a draft of the standard had it.
fn without_brackets(address: &str) -> String {
    let inner = address.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
    inner.unwrap_or(address).to_owned()
}
