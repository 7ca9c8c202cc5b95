//! Reading records one by one.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

use super::head::{Head, LONGEST_HEAD, line};
use super::replay::{MEMBER, Replay};
use super::{MOST_CONTENT, Record, RecordKind, Reference, WarcError};

/// The most bytes of one compressed record that are unpacked.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// How a record begins.
const RECORD: &[u8] = b"WARC/";

/// The records of a file, in its order; what can't be read is an error, and what comes behind it is read all the
/// same. After an error of the file itself there is nothing more.
#[derive(Debug)]
pub struct Reader<R: BufRead> {
    state: State<R>,
}

#[derive(Debug)]
enum State<R: BufRead> {
    /// Nothing was read yet.
    New(R),
    /// Records that are not compressed.
    Plain(R),
    /// Before a compressed member.
    Between(Replay<R>),
    /// In a compressed member.
    Member(BufReader<GzDecoder<Replay<R>>>),
    /// At the end.
    Done,
}

impl<R: BufRead> Reader<R> {
    /// A reader of a file, compressed or not.
    pub fn new(input: R) -> Self {
        Self { state: State::New(input) }
    }

    /// What the next thing in the file is, and the state behind it.
    fn step(state: State<R>) -> (State<R>, Option<Result<Record, WarcError>>) {
        match state {
            State::Done => (State::Done, None),
            State::New(mut input) => match input.fill_buf() {
                Ok(bytes) if bytes.starts_with(&MEMBER) => {
                    (State::Between(Replay::new(input)), None)
                }
                Ok(_) => (State::Plain(input), None),
                Err(error) => (State::Done, Some(Err(error.into()))),
            },
            State::Plain(mut input) => match record(&mut input) {
                Ok(Some(record)) => (State::Plain(input), Some(Ok(record))),
                Ok(None) => (State::Done, None),
                Err(WarcError::Io(error)) => (State::Done, Some(Err(error.into()))),
                Err(error) => (State::Plain(input), Some(Err(error))),
            },
            State::Between(mut input) => match next_member(&mut input) {
                Ok(true) => {
                    input.begin();
                    (State::Member(BufReader::new(GzDecoder::new(input))), None)
                }
                Ok(false) => (State::Done, None),
                Err(error) => (State::Done, Some(Err(error.into()))),
            },
            State::Member(mut member) => match record_in_member(&mut member) {
                Ok(Some(record)) => (State::Member(member), Some(Ok(record))),
                Ok(None) => (State::Between(member.into_inner().into_inner()), None),
                Err(WarcError::Io(_)) => (behind(member), Some(Err(WarcError::Compression))),
                Err(WarcError::Bomb) => (behind(member), Some(Err(WarcError::Bomb))),
                Err(error) => (State::Member(member), Some(Err(error))),
            },
        }
    }
}

/// The state behind a member that is given up. Of one that is cut, the next was taken for a part.
fn behind<R: BufRead>(member: BufReader<GzDecoder<Replay<R>>>) -> State<R> {
    let mut input = member.into_inner().into_inner();
    input.go_back();
    State::Between(input)
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Record, WarcError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let state = std::mem::replace(&mut self.state, State::Done);
            let (state, item) = Self::step(state);
            self.state = state;
            if item.is_some() || matches!(self.state, State::Done) {
                return item;
            }
        }
    }
}

/// Goes to the next member; `false` where there is none.
fn next_member(input: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let bytes = input.fill_buf()?;
        let Some(&first) = bytes.first() else { return Ok(false) };
        if bytes.starts_with(&MEMBER) || (bytes.len() < MEMBER.len() && MEMBER.starts_with(bytes)) {
            return Ok(true);
        }
        let from = usize::from(first == MEMBER[0]);
        let rest = bytes.get(from..).unwrap_or_default();
        let at = rest.iter().position(|&byte| byte == MEMBER[0]).unwrap_or(rest.len());
        input.consume(from + at);
    }
}

/// Reads one record of a compressed member, and on to where the next would begin: the checksum of the member stands
/// behind its last record, and what it does not fit was changed or damaged on its way, and is evidence of nothing.
fn record_in_member(input: &mut dyn BufRead) -> Result<Option<Record>, WarcError> {
    let record = record(input)?;
    loop {
        let bytes = input.fill_buf()?;
        let ends = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        if ends == 0 {
            return Ok(record);
        }
        input.consume(ends);
    }
}

/// Reads one record; `None` at the end.
fn record(input: &mut dyn BufRead) -> Result<Option<Record>, WarcError> {
    let first = loop {
        let line = line(input)?;
        match line.trim_ascii() {
            [] if line.is_empty() => return Ok(None),
            [] => {}
            text if text.starts_with(RECORD) => break line,
            _ => return no_record(input),
        }
    };
    debug_assert!(!first.is_empty(), "a line was read");
    let head = head(input)?;
    let length = head.get("content-length").and_then(|it| it.parse::<u64>().ok());
    let length = length.ok_or(WarcError::NoLength)?;
    let (content, is_whole) = content(input, length)?;
    let text = |name: &str| head.get(name).map(str::to_owned);
    Ok(Some(Record {
        kind: kind(head.get("warc-type").unwrap_or_default()),
        target: head.get("warc-target-uri").map(without_brackets),
        date: text("warc-date"),
        id: text("warc-record-id"),
        refers_to: Reference {
            id: text("warc-refers-to"),
            target: head.get("warc-refers-to-target-uri").map(without_brackets),
            date: text("warc-refers-to-date"),
        },
        content_type: text("content-type"),
        content,
        is_cut: !is_whole || head.get("warc-truncated").is_some(),
    }))
}

/// Goes to where the next record begins, or to the end: all that lies between is one fault.
fn no_record(input: &mut dyn BufRead) -> Result<Option<Record>, WarcError> {
    loop {
        let bytes = input.fill_buf()?;
        // At the end of what is in memory, it may be the beginning of that.
        let may_begin = bytes.starts_with(RECORD) || RECORD.starts_with(bytes);
        if may_begin {
            return Err(WarcError::NoRecord);
        }
        line(input)?;
    }
}

fn head(input: &mut dyn BufRead) -> Result<Head, WarcError> {
    let (mut head, mut length) = (Head::default(), 0);
    loop {
        let line = line(input)?;
        length += line.len();
        if length >= LONGEST_HEAD {
            return Err(WarcError::LongHead);
        }
        if line.trim_ascii().is_empty() {
            return Ok(head);
        }
        head.add(&line);
    }
}

/// The content of a record, and whether it is whole. What is too long is passed over.
fn content(input: &mut dyn BufRead, length: u64) -> Result<(Vec<u8>, bool), WarcError> {
    let most = u64::try_from(MOST_CONTENT).unwrap_or(u64::MAX).min(length);
    let mut content = Vec::new();
    let mut kept = input.take(most);
    kept.read_to_end(&mut content)?;
    let have = u64::try_from(content.len()).unwrap_or(u64::MAX);
    let mut left = length - have;
    let is_whole = left == 0;
    if have < most {
        return Ok((content, false));
    }
    let mut passed = 0;
    while left > 0 {
        let bytes = input.fill_buf()?.len();
        let step = u64::try_from(bytes).unwrap_or(u64::MAX).min(left);
        if step == 0 {
            break;
        }
        input.consume(usize::try_from(step).unwrap_or(bytes));
        left -= step;
        passed += step;
        if passed > MOST_UNPACKED {
            return Err(WarcError::Bomb);
        }
    }
    Ok((content, is_whole))
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
