//! A file of named parts that is read where it lies: built into the program, in memory, or on disk.
//!
//! A [`Writer`] puts the parts one after the other; a [`Store`] hands them out again as [`Part`]s,
//! of which no more is read than is asked for. What is built into the program is packed besides
//! ([`pack`]), each part by itself. The form is this program's own and changes with it.

mod body;
mod contents;
mod lz4;
mod packed;
mod part;
mod rows;
pub mod sorted;
#[cfg(test)]
mod tests;
mod writer;

use std::fs::File;
use std::io;
use std::sync::Arc;

use body::Body;
use contents::{Contents, Footer, HEADER};
use packed::PackedParts;
pub use packed::pack;
pub use part::Part;
pub use writer::Writer;

/// A store in a file of no more bytes than this is held in memory.
const HELD: u64 = 16 << 20;

/// Why bytes are no store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are nothing that this program stored")]
pub struct StorageError;

impl From<io::Error> for StorageError {
    fn from(_: io::Error) -> Self {
        Self
    }
}

/// Named parts of bytes. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    parts: Parts,
    checksum: [u8; 32],
}

/// Where the parts are.
#[derive(Debug, Clone)]
enum Parts {
    /// One behind the other, as they are.
    Plain(Body, Arc<Contents>),
    Packed(Arc<PackedParts>),
}

impl Store {
    /// The store in bytes that [`pack`] made and that are a part of the program. They are trusted:
    /// only their form is checked. Each part is unpacked when something of it is first read.
    ///
    /// # Errors
    ///
    /// Where the bytes are something else.
    pub fn packed(bytes: &'static [u8]) -> Result<Self, StorageError> {
        let (parts, checksum) = packed::open(bytes)?;
        Ok(Self { parts: Parts::Packed(Arc::new(parts)), checksum })
    }

    /// The store in bytes that a [`Writer`] just made. They are trusted: only their form is checked.
    ///
    /// # Errors
    ///
    /// Where the bytes are something else.
    pub fn owned(bytes: Vec<u8>) -> Result<Self, StorageError> {
        Self::over(Body::Owned(bytes.into()))
    }

    /// The store in a file that a [`Writer`] just wrote. It is trusted: only its form is checked.
    ///
    /// # Errors
    ///
    /// Where the file holds something else, or can't be read.
    pub fn written(file: File) -> Result<Self, StorageError> {
        Self::over(Body::file(file, HELD)?)
    }

    /// The store in a file, which is read once to verify its checksum. A large one is not held in
    /// memory; a small one is, as that is faster than to ask the system for each piece.
    ///
    /// # Errors
    ///
    /// Where the file holds something else, is damaged, or can't be read.
    pub fn open(file: File) -> Result<Self, StorageError> {
        Self::open_holding(file, HELD)
    }

    /// Opens a store in a file, and holds it in memory where it has no more bytes than this.
    ///
    /// # Errors
    ///
    /// Where the file holds something else, is damaged, or can't be read, as for [`Store::open`].
    pub fn open_holding(file: File, most: u64) -> Result<Self, StorageError> {
        let body = Body::file(file, most)?;
        let store = Self::over(body.clone())?;
        let sum = body.checksum(0..Footer::start_of_checksum(body.len())?)?;
        if sum == store.checksum { Ok(store) } else { Err(StorageError) }
    }

    fn over(body: Body) -> Result<Self, StorageError> {
        let footer = Footer::read(&body, &HEADER)?;
        let contents = Contents::read(&body, &footer)?;
        Ok(Self { parts: Parts::Plain(body, Arc::new(contents)), checksum: footer.checksum })
    }

    /// A part by its name; one that is absent is empty.
    pub fn part(&self, name: &str) -> Part {
        match &self.parts {
            Parts::Plain(body, contents) => {
                Part::new(body.clone(), contents.get(name).unwrap_or_default())
            }
            Parts::Packed(parts) => parts.get(name).map(Part::of_packed).unwrap_or_default(),
        }
    }

    /// The names of all parts, sorted.
    fn names(&self) -> Vec<&str> {
        match &self.parts {
            Parts::Plain(_, contents) => contents.all().map(|(name, _)| name).collect(),
            Parts::Packed(parts) => parts.keys().map(String::as_str).collect(),
        }
    }

    /// The checksum of everything in it.
    pub fn checksum(&self) -> [u8; 32] {
        self.checksum
    }
}
