//! A stream in pieces of whole lines, as large as they come.

use std::io::{self, Read};

/// How much is read at a time.
const SIZE: usize = 64 << 10;

/// A line that is longer is no name; what is too much of it is passed over.
const LONGEST_LINE: usize = 4 << 10;

/// Some whole lines of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The lines with what stands between them.
    pub bytes: Vec<u8>,
    /// The number of the first line, from 1.
    pub first_line: u64,
    /// Whether the stream had as much as was asked for, so that there is most likely more.
    pub is_full: bool,
}

/// Reads a stream in blocks.
#[derive(Debug)]
pub struct Blocks<R> {
    from: R,
    /// The beginning of a line whose end was not read yet.
    started: Vec<u8>,
    line: u64,
    is_over: bool,
}

impl<R: Read> Blocks<R> {
    /// The blocks of a stream.
    pub fn new(from: R) -> Self {
        Self { from, started: Vec::new(), line: 1, is_over: false }
    }

    /// The next lines; `None` at the end. It waits until a line is whole, and no longer.
    ///
    /// # Errors
    ///
    /// Where the stream can't be read.
    pub fn next_block(&mut self) -> io::Result<Option<Block>> {
        while !self.is_over {
            let mut piece = vec![0; SIZE];
            let count = match self.from.read(&mut piece) {
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            piece.truncate(count);
            self.is_over = count == 0;
            let end = memchr::memrchr(b'\n', &piece).map(|at| at + 1);
            let end = if self.is_over { Some(0) } else { end };
            let Some(end) = end else {
                let room = LONGEST_LINE.saturating_sub(self.started.len());
                self.started.extend(piece.into_iter().take(room));
                continue;
            };
            let rest = piece.split_off(end);
            let mut bytes = std::mem::replace(&mut self.started, rest);
            self.started.truncate(LONGEST_LINE);
            bytes.append(&mut piece);
            if bytes.is_empty() {
                continue;
            }
            let first_line = self.line;
            let lines = memchr::memchr_iter(b'\n', &bytes).count();
            self.line += u64::try_from(lines).unwrap_or_default();
            return Ok(Some(Block { bytes, first_line, is_full: count == SIZE }));
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(to.len()).min(self.0.len());
            let (now, later) = self.0.split_at(count);
            to[..count].copy_from_slice(now);
            self.0 = later;
            Ok(count)
        }
    }

    #[test]
    fn blocks_hold_whole_lines_with_their_numbers() {
        let text = "a\nbb\n\nccc\nd".as_bytes();
        for size in [1, 2, 3, 7, 100] {
            let mut blocks = Blocks::new(Slow(text, size));
            let mut lines = Vec::new();
            while let Some(block) = blocks.next_block().unwrap() {
                let text = String::from_utf8(block.bytes).unwrap();
                for (at, line) in (block.first_line..).zip(text.split('\n')) {
                    if !line.is_empty() {
                        lines.push((at, line.to_owned()));
                    }
                }
            }
            let expected = [(1, "a"), (2, "bb"), (4, "ccc"), (5, "d")];
            assert_eq!(lines, expected.map(|(at, line)| (at, line.to_owned())), "{size}");
        }
    }

    #[test]
    fn a_line_without_end_takes_no_room() {
        let long = [vec![b'x'; 10 << 20], b"\nname\n".to_vec()].concat();
        let mut blocks = Blocks::new(&long[..]);
        let mut all = Vec::new();
        while let Some(block) = blocks.next_block().unwrap() {
            all.extend(block.bytes);
        }
        assert!(all.len() < 2 * SIZE && all.ends_with(b"\nname\n"), "{}", all.len());
    }
}
