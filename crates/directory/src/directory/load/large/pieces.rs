//! A file in pieces that begin with an organisation, but for the first, which ends before one.

use std::fs::File;
use std::io::{self, Read};

use memchr::memmem::Finder;

use super::super::parts::HEADER;
use super::unusual;

/// How much is read at a time, in bytes.
const STEP: usize = 256 * 1024;

/// The longest piece, in bytes; what is longer is no file of many organisations.
const LONGEST: usize = 16 << 20;

/// What stands in a file, by its blake3 checksum and its length in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content {
    /// The checksum.
    pub checksum: [u8; 32],
    /// The length.
    pub length: u64,
}

/// The pieces of a file from where it stands.
pub(super) struct Pieces<'f> {
    file: &'f mut File,
    /// What is read last, of which so many bytes are handed out.
    read: Vec<u8>,
    handed_out: usize,
    has_ended: bool,
    hasher: blake3::Hasher,
}

impl<'f> Pieces<'f> {
    pub(super) fn new(file: &'f mut File) -> Self {
        let hasher = blake3::Hasher::new();
        Self { file, read: Vec::new(), handed_out: 0, has_ended: false, hasher }
    }

    /// All that was read so far.
    pub(super) fn content(&self) -> Content {
        Content { checksum: *self.hasher.finalize().as_bytes(), length: self.hasher.count() }
    }

    /// The next piece, of at least this size unless it is the last; `None` behind the last.
    pub(super) fn next(&mut self, size: usize) -> io::Result<Option<Vec<u8>>> {
        let header = format!("\n{HEADER}");
        let finder = Finder::new(header.as_bytes());
        let mut from = size;
        loop {
            let left = self.left();
            let found = left.get(from..).and_then(|rest| finder.find(rest));
            if let Some(piece) = found.and_then(|at| left.get(..=from + at)) {
                let piece = piece.to_vec();
                self.handed_out += piece.len();
                return Ok(Some(piece));
            }
            if self.has_ended {
                let last = left.to_vec();
                self.handed_out = self.read.len();
                return Ok((!last.is_empty()).then_some(last));
            }
            if left.len() > LONGEST {
                return Err(unusual());
            }
            // A header may stand across two steps.
            from = from.max(left.len().saturating_sub(header.len()));
            self.read_on()?;
        }
    }

    /// What is read and not handed out.
    fn left(&self) -> &[u8] {
        self.read.get(self.handed_out..).unwrap_or_default()
    }

    fn read_on(&mut self) -> io::Result<()> {
        self.read.drain(..self.handed_out);
        self.handed_out = 0;
        let step = u64::try_from(STEP).unwrap_or(u64::MAX);
        let count = self.file.take(step).read_to_end(&mut self.read)?;
        self.has_ended = count == 0;
        let all = self.read.len();
        self.hasher.update(self.read.get(all - count..).unwrap_or_default());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Seek, Write};

    use super::*;

    #[test]
    fn pieces_make_up_the_file_and_begin_with_an_organisation() {
        let one = format!("{HEADER}\nid = 1\n{}", "# filling\n".repeat(700));
        for (head, count) in [("a = 1\n", 0), ("a = 1\n", 1), ("\n", 90), ("", 300)] {
            let text = format!("{head}{}", one.repeat(count));
            let mut file = tempfile::tempfile().unwrap();
            file.write_all(text.as_bytes()).unwrap();
            for size in [0, 5, 20_000, STEP, usize::MAX / 2] {
                file.rewind().unwrap();
                let mut pieces = Pieces::new(&mut file);
                let mut all = pieces.next(0).unwrap().unwrap();
                assert!(count == 0 || head.is_empty() || all == head.as_bytes(), "{head:?}");
                while let Some(piece) = pieces.next(size).unwrap() {
                    assert!(piece.starts_with(HEADER.as_bytes()), "{size}");
                    all.extend(piece);
                }
                assert!(all == text.as_bytes(), "{count} in pieces of {size}");
                let Content { checksum, length } = pieces.content();
                assert_eq!(checksum, *blake3::hash(text.as_bytes()).as_bytes());
                assert_eq!(usize::try_from(length).unwrap(), text.len());
            }
        }
    }

    #[test]
    fn a_piece_without_an_end_is_given_up() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&vec![b'a'; LONGEST + 2 * STEP]).unwrap();
        file.rewind().unwrap();
        assert!(Pieces::new(&mut file).next(0).is_err());
    }
}
