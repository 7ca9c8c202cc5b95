//! Going back in a compressed file: a member that is cut takes the beginning of the next for a part of itself.

use std::io::{self, BufRead, Read};

/// How a member of a gzip file begins (RFC 1952).
pub(super) const MEMBER: [u8; 3] = [0x1f, 0x8b, 0x08];

/// The most bytes of a member that one can go back.
const MOST_KEPT: usize = 8 * 1024 * 1024;

/// An input that keeps what was read of it since the beginning of a member.
#[derive(Debug)]
pub(super) struct Replay<R> {
    input: R,
    kept: Vec<u8>,
    /// Where in what is kept the next byte stands.
    at: usize,
}

impl<R: BufRead> Replay<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, kept: Vec::new(), at: 0 }
    }

    /// A member begins here: what was before is not gone back to.
    pub(super) fn begin(&mut self) {
        self.kept.drain(..self.at);
        self.at = 0;
    }

    /// Goes back to the next place where a member may begin, behind the one that began last. Where none is kept, it
    /// stays.
    pub(super) fn go_back(&mut self) {
        let behind = self.kept.get(1..).unwrap_or_default();
        let next = behind.windows(MEMBER.len()).position(|window| window == MEMBER);
        self.at = next.map_or(self.kept.len(), |next| next + 1);
    }
}

impl<R: BufRead> Read for Replay<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let mut bytes = self.fill_buf()?;
        let length = bytes.read(to)?;
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Replay<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at < self.kept.len() {
            return Ok(self.kept.get(self.at..).unwrap_or_default());
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        if self.at < self.kept.len() {
            self.at = self.kept.len().min(self.at + length);
            return;
        }
        // What was just filled is filled still, so that this reads nothing.
        if let Ok(bytes) = self.input.fill_buf() {
            let taken = bytes.get(..length).unwrap_or(bytes);
            if self.kept.len() + taken.len() > MOST_KEPT {
                self.kept.clear();
            }
            self.kept.extend_from_slice(taken);
            self.at = self.kept.len();
        }
        self.input.consume(length);
    }
}
