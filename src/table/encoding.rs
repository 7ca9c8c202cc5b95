//! From the bytes of a file to text: what it begins with tells what it is.

use std::io::{self, Cursor, Read};

use super::TableError;

/// How the text of a file is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, or bytes of an older encoding where a cell can't be that.
    Bytes {
        /// Whether a byte order mark stands before it.
        is_marked: bool,
    },
    /// UTF-16, as in the "Unicode text" of Excel.
    Utf16,
}

/// How much is looked at to tell what a file is.
const LOOKED_AT: usize = 64 << 10;

/// So much tells what a file is; more is looked at where it is there.
const ENOUGH: usize = 16;

/// What workbooks and other packed files begin with: ZIP (`.xlsx`, `.ods`), the compound files of older Office, gzip.
const PACKED: [&[u8]; 3] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"\x1F\x8B"];

/// What pages and documents begin with.
const MARKUP: [&str; 4] = ["<!doctype", "<html", "<?xml", "<table"];

/// The text of a file behind its mark, as bytes of UTF-8 or what stands in its place.
///
/// # Errors
///
/// Where it can't be read, or is plainly no text.
pub fn open<'a>(mut from: impl Read + 'a) -> Result<(Encoding, Box<dyn Read + 'a>), TableError> {
    let start = first_of(&mut from)?;
    let (encoding, mark) = told_by(&start)?;
    let rest = start.get(mark..).unwrap_or_default().to_vec();
    let bytes = Cursor::new(rest).chain(from);
    Ok(match encoding {
        Told::Bytes => (Encoding::Bytes { is_marked: mark > 0 }, Box::new(bytes)),
        Told::Little => (Encoding::Utf16, Box::new(Utf16::new(bytes, u16::from_le_bytes))),
        Told::Big => (Encoding::Utf16, Box::new(Utf16::new(bytes, u16::from_be_bytes))),
    })
}

/// What a stream has to give at first: enough to tell what it is, where there is that much.
fn first_of(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut first = vec![0; LOOKED_AT];
    let mut count = 0;
    while count < ENOUGH {
        match from.read(first.get_mut(count..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(more) => count += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    first.truncate(count);
    Ok(first)
}

/// The first bytes of a stream, as many as are wanted where there are.
pub(super) fn start_of(from: &mut impl Read, wanted: usize) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    from.take(u64::try_from(wanted).unwrap_or(u64::MAX)).read_to_end(&mut start)?;
    Ok(start)
}

#[derive(Debug, Clone, Copy)]
enum Told {
    Bytes,
    Little,
    Big,
}

/// What a file is by its first bytes, and how many of them are the mark.
fn told_by(start: &[u8]) -> Result<(Told, usize), TableError> {
    if PACKED.iter().any(|sign| start.starts_with(sign)) {
        return Err(TableError::Workbook);
    }
    match start {
        [0xEF, 0xBB, 0xBF, ..] => return Ok((Told::Bytes, 3)),
        [0xFF, 0xFE, ..] => return Ok((Told::Little, 2)),
        [0xFE, 0xFF, ..] => return Ok((Told::Big, 2)),
        _ => {}
    }
    if start.contains(&0) {
        return unmarked(start).map(|told| (told, 0));
    }
    let head: Vec<u8> = start.trim_ascii_start().iter().take(16).copied().collect();
    let head = String::from_utf8_lossy(&head).to_lowercase();
    if MARKUP.iter().any(|sign| head.starts_with(sign)) {
        return Err(TableError::Markup);
    }
    Ok((Told::Bytes, 0))
}

/// Of which UTF-16 a file without mark is, by the halves that are nothing in western texts.
fn unmarked(start: &[u8]) -> Result<Told, TableError> {
    let zeros = |half: usize| start.iter().skip(half).step_by(2).filter(|byte| **byte == 0).count();
    let most = start.len() / 2 - start.len() / 8;
    match (zeros(0), zeros(1)) {
        (0, second) if second >= most => Ok(Told::Little),
        (first, 0) if first >= most => Ok(Told::Big),
        _ => Err(TableError::Binary),
    }
}

/// Reads UTF-16 as UTF-8, with `�` for halves that stand alone.
struct Utf16<R> {
    from: R,
    unit: fn([u8; 2]) -> u16,
    /// Bytes that are not read as text yet.
    raw: Vec<u8>,
    text: Cursor<Vec<u8>>,
}

impl<R: Read> Utf16<R> {
    fn new(from: R, unit: fn([u8; 2]) -> u16) -> Self {
        Self { from, unit, raw: Vec::new(), text: Cursor::default() }
    }

    /// Reads on; whether there is more text.
    fn fill(&mut self) -> io::Result<bool> {
        const PIECE: usize = 16 << 10;
        let piece = start_of(&mut self.from, PIECE)?;
        let is_over = piece.len() < PIECE;
        self.raw.extend(piece);
        let mut units: Vec<u16> = Vec::with_capacity(self.raw.len() / 2);
        let mut pairs = self.raw.chunks_exact(2);
        units.extend(pairs.by_ref().filter_map(|pair| Some((self.unit)(pair.try_into().ok()?))));
        let mut left = pairs.remainder().to_vec();
        // The first half of a character waits for the second.
        if !is_over && units.last().is_some_and(|unit| (0xD800..0xDC00).contains(unit)) {
            units.pop();
            let at = self.raw.len() - left.len() - 2;
            left = self.raw.split_off(at);
        }
        self.raw = if is_over { Vec::new() } else { left };
        let text: String =
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        let is_more = !text.is_empty();
        self.text = Cursor::new(text.into_bytes());
        Ok(is_more)
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.text.read(to)?;
            if count > 0 || to.is_empty() || !self.fill()? {
                return Ok(count);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<(Encoding, String), TableError> {
        let (encoding, mut from) = open(bytes)?;
        let mut text = String::new();
        from.read_to_string(&mut text)?;
        Ok((encoding, text))
    }

    #[test]
    fn marks_tell_the_encoding() {
        let long = "Coëvorden 👮 a;b\r\n".repeat(3000);
        for is_marked in [true, false] {
            for unit in [u16::to_le_bytes, u16::to_be_bytes] {
                let mark = is_marked.then_some(0xFEFF);
                let units = mark.into_iter().chain(long.encode_utf16());
                let bytes: Vec<u8> = units.flat_map(unit).collect();
                assert_eq!(text(&bytes).unwrap(), (Encoding::Utf16, long.clone()), "{is_marked}");
            }
            let mark = if is_marked { "\u{feff}" } else { "" };
            let bytes = format!("{mark}{long}").into_bytes();
            let expected = (Encoding::Bytes { is_marked }, long.clone());
            assert_eq!(text(&bytes).unwrap(), expected, "{is_marked}");
        }
    }

    #[test]
    fn what_is_no_text_is_told_as_what_it_is() {
        for (bytes, is_told) in [
            (&b"PK\x03\x04\x14\0\x06\0"[..], "the file is a workbook"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "the file is a workbook"),
            (b"\x1F\x8B\x08\0", "the file is a workbook"),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", "the file is no text"),
            (b"a;b\nc\0;d\n", "the file is no text"),
            (b"\n <!DOCTYPE html><table>", "the file is a page"),
            (b"<html xmlns:x=\"urn\">", "the file is a page"),
        ] {
            let told = text(bytes).unwrap_err().to_string();
            assert!(told.starts_with(is_told), "{bytes:?}: {told}");
        }
    }
}
