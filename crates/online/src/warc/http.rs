//! Answers of HTTP as they stand in archives (RFC 9112).

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::head::{Head, LONGEST_HEAD};
use crate::content;

/// The most bytes of a page that are unpacked: the largest page that the samples come from has 210 kB.
pub const MOST_BODY: usize = 4 * 1024 * 1024;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is so or not, whatever the others are")]
pub struct Response {
    /// The status, such as 200.
    pub status: u16,
    /// The `Content-Type`.
    pub content_type: Option<String>,
    /// Whether it has several `Content-Type`s that differ, of which each program takes its own.
    pub is_type_disputed: bool,
    /// Whether a browser keeps it as a file and shows nothing of it: `Content-Disposition`.
    pub is_download: bool,
    /// Where a redirect leads.
    pub location: Option<String>,
    /// Where a page that is shown leads on to by itself, with after how long: `Refresh`.
    pub refresh: Option<String>,
    /// The body, without the coding of its transfer and unpacked.
    pub body: Vec<u8>,
    /// Whether the body is not whole.
    pub is_cut: bool,
    /// Whether something tells where it ends: a length, a last chunk, or what it is packed in. Else it ends where its server, or
    /// whoever stood between, broke off.
    pub is_end_told: bool,
}

/// Why an answer can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ResponseError {
    /// It has no line with a status.
    #[error("it is no answer of HTTP")]
    NoStatus,
    /// Its body is packed in a way that isn't read here.
    #[error("its body is packed in a way that is not read")]
    Coding,
    /// Its body can't be unpacked.
    #[error("its body can't be unpacked")]
    Broken,
}

impl Response {
    /// Reads an answer with its head.
    ///
    /// Tools that undo the codings often leave them in the head; where the body is plainly not coded so, it is taken
    /// as it is.
    ///
    /// # Errors
    ///
    /// Why it can't be read.
    pub fn read(bytes: &[u8]) -> Result<Self, ResponseError> {
        let (status, head, body) = split(bytes)?;
        let is_chunked = last_coding(&head, "transfer-encoding") == "chunked";
        let chunks = is_chunked.then(|| dechunked(body)).flatten();
        let has_chunks = chunks.is_some();
        let (body, is_whole) = chunks.unwrap_or_else(|| {
            (body.get(..MOST_BODY).unwrap_or(body).to_vec(), body.len() <= MOST_BODY)
        });
        // Of several lengths the longest decides: the others may be what cut it. Where there is more than it says, it is of
        // something else: of what was packed.
        let told = head.all("content-length").filter_map(|it| it.parse::<usize>().ok()).max();
        let told = told.filter(|_| !is_chunked);
        let is_cut = !is_whole || told.is_some_and(|told| body.len() < told);
        let is_length_told = has_chunks || told == Some(body.len());
        let (body, unpacked) = unpacked(body, &last_coding(&head, "content-encoding"))?;
        Ok(Self {
            status,
            content_type: head.get("content-type").map(str::to_owned),
            is_type_disputed: content::is_disputed(head.all("content-type")),
            is_download: head.all("content-disposition").any(content::is_download),
            location: head.get("location").map(str::to_owned),
            refresh: head.get("refresh").map(str::to_owned),
            body,
            is_cut: is_cut || unpacked == Unpacked::Partly,
            is_end_told: is_length_told || unpacked == Unpacked::Whole,
        })
    }
}

/// What was answered behind the head, as it stands there, and where it came in chunks what was in them.
pub(super) fn payload(bytes: &[u8]) -> (&[u8], Option<Vec<u8>>) {
    let Ok((_, head, body)) = split(bytes) else { return (bytes, None) };
    let is_chunked = last_coding(&head, "transfer-encoding") == "chunked";
    let whole = is_chunked.then(|| dechunked(body)).flatten().map(|(body, _)| body);
    (body, whole)
}

/// The status, the head and the body.
fn split(bytes: &[u8]) -> Result<(u16, Head, &[u8]), ResponseError> {
    let mut rest = bytes;
    let mut next = || {
        let end = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |at| at + 1);
        let (line, behind) = rest.split_at_checked(end)?;
        rest = behind;
        (!line.is_empty()).then_some(line)
    };
    let first = next().filter(|line| line.starts_with(b"HTTP/")).ok_or(ResponseError::NoStatus)?;
    let status = first.split(u8::is_ascii_whitespace).find(|part| part.len() == 3);
    let status = status.and_then(|it| std::str::from_utf8(it).ok()?.parse().ok());
    let status = status.ok_or(ResponseError::NoStatus)?;
    let (mut head, mut length) = (Head::default(), 0);
    while let Some(line) = next() {
        length += line.len();
        if line.trim_ascii().is_empty() || length > LONGEST_HEAD {
            break;
        }
        head.add(line);
    }
    Ok((status, head, rest))
}

fn last_coding(head: &Head, name: &str) -> String {
    let codings = head.get(name).unwrap_or_default();
    codings.rsplit(',').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// A body without its chunks, and whether the last chunk is there; `None` where it doesn't begin with one.
fn dechunked(body: &[u8]) -> Option<(Vec<u8>, bool)> {
    let (mut out, mut rest) = (Vec::new(), body);
    let mut is_first = true;
    loop {
        let end = rest.iter().take(64).position(|&byte| byte == b'\n');
        let size = end.and_then(|end| rest.get(..end)).and_then(size_of_chunk);
        let (Some(end), Some(size)) = (end, size) else {
            return (!is_first).then_some((out, false));
        };
        is_first = false;
        let data = rest.get(end + 1..).unwrap_or_default();
        if size == 0 {
            return Some((out, true));
        }
        let chunk = data.get(..size).unwrap_or(data);
        let room = MOST_BODY.saturating_sub(out.len());
        out.extend_from_slice(chunk.get(..room).unwrap_or(chunk));
        if chunk.len() < size || chunk.len() > room {
            return Some((out, false));
        }
        rest = data.get(size..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
}

fn size_of_chunk(line: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(line).ok()?;
    let digits = text.split(';').next()?.trim();
    let is_sound = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_sound.then(|| usize::from_str_radix(digits, 16).ok()).flatten()
}

/// How much of a body was unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unpacked {
    /// It wasn't packed.
    Plain,
    /// All of it, up to its end.
    Whole,
    /// Its beginning.
    Partly,
}

/// A body unpacked, and how much of it.
fn unpacked(body: Vec<u8>, coding: &str) -> Result<(Vec<u8>, Unpacked), ResponseError> {
    let is_zlib = || body.first().is_some_and(|byte| byte & 0x0f == 8);
    // Somebody may have unpacked it before.
    let is_plain = matches!(coding, "gzip" | "x-gzip") && !body.starts_with(&[0x1f, 0x8b]);
    match coding {
        _ if is_plain || matches!(coding, "" | "identity") => Ok((body, Unpacked::Plain)),
        "gzip" | "x-gzip" => read(MultiGzDecoder::new(body.as_slice())),
        "deflate" if is_zlib() => read(ZlibDecoder::new(body.as_slice())),
        "deflate" => read(DeflateDecoder::new(body.as_slice())),
        _ if looks_like_text(&body) => Ok((body, Unpacked::Plain)),
        _ => Err(ResponseError::Coding),
    }
}

fn read(unpacking: impl Read) -> Result<(Vec<u8>, Unpacked), ResponseError> {
    let mut out = Vec::new();
    let most = u64::try_from(MOST_BODY).unwrap_or(u64::MAX);
    let ended = unpacking.take(most + 1).read_to_end(&mut out);
    let is_long = out.len() > MOST_BODY;
    out.truncate(MOST_BODY);
    match ended {
        Err(_) if out.is_empty() => Err(ResponseError::Broken),
        Ok(_) if !is_long => Ok((out, Unpacked::Whole)),
        _ => Ok((out, Unpacked::Partly)),
    }
}

fn looks_like_text(body: &[u8]) -> bool {
    let start = body.get(..256).unwrap_or(body).trim_ascii_start();
    start.starts_with(b"<") || start.starts_with(b"{")
}
