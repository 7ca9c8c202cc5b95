//! What a file of the cache is named after.

use std::fs::File;
use std::io::{self, Read};

use crate::embedded;
use crate::large::Content;

/// The content of a directory file, by its checksum, with what else decides how it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    /// The length of the file, in bytes.
    length: u64,
    /// The checksum, then the length.
    bytes: [u8; 40],
}

/// How much is read at a time, in bytes.
const PIECE: usize = 256 * 1024;

impl Key {
    /// The key of a file in memory.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(bytes);
        Self::new(content(&hasher))
    }

    /// The key of a file on disk.
    pub(super) fn read(file: &mut File) -> io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        let mut buffer = vec![0; PIECE];
        loop {
            let length = match file.read(&mut buffer) {
                Ok(0) => return Ok(Self::new(content(&hasher))),
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hasher.update(buffer.get(..length).unwrap_or_default());
        }
    }

    /// The key that [`Key::as_bytes`] gave.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: [u8; 40] = bytes.try_into().ok()?;
        let (_, length) = bytes.split_last_chunk::<8>()?;
        Some(Self { length: u64::from_le_bytes(*length), bytes })
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The name of its file.
    pub(super) fn name(&self) -> String {
        let mut name = String::new();
        for byte in self.bytes.iter().take(32) {
            for digit in [byte >> 4, byte & 15] {
                name.extend(char::from_digit(u32::from(digit), 16));
            }
        }
        name + &ending(self.length)
    }

    /// The key of a content that was hashed: with this program, and with the built-in directory,
    /// which lends its platforms to files that have none.
    pub(super) fn new(Content { checksum, length }: Content) -> Self {
        let mut all = blake3::Hasher::new();
        all.update(concat!("officieel ", env!("CARGO_PKG_VERSION"), " ").as_bytes());
        all.update(&embedded::checksum());
        all.update(&checksum);
        let mut bytes = [0; 40];
        let all = all.finalize();
        let both = all.as_bytes().iter().copied().chain(length.to_le_bytes());
        bytes.iter_mut().zip(both).for_each(|(to, from)| *to = from);
        Self { length, bytes }
    }
}

fn content(read: &blake3::Hasher) -> Content {
    Content { checksum: *read.finalize().as_bytes(), length: read.count() }
}

/// How the names end of all keys of files of this length.
pub(super) fn ending(length: u64) -> String {
    format!("-{length}.directory")
}
