//! A file of named parts that is read where it lies: built into the program, in memory, or on disk.
//!
//! A [`Writer`] puts the parts one after the other; a [`Store`] hands them out again as [`Part`]s,
//! of which no more is read than is asked for. The form is this program's own and changes with it.

mod body;
mod contents;
mod part;
pub mod sorted;
#[cfg(test)]
mod tests;
mod writer;

use std::fs::File;
use std::io;
use std::sync::Arc;

use body::Body;
use contents::{Contents, Footer};
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
    body: Body,
    contents: Arc<Contents>,
    checksum: [u8; 32],
}

impl Store {
    /// The store in bytes that are a part of the program. They are trusted: only their form is
    /// checked.
    ///
    /// # Errors
    ///
    /// Where the bytes are something else.
    pub fn borrowed(bytes: &'static [u8]) -> Result<Self, StorageError> {
        Self::over(Body::Borrowed(bytes))
    }

    /// The store in bytes that a [`Writer`] just made. They are trusted: only their form is checked.
    ///
    /// # Errors
    ///
    /// Where the bytes are something else.
    pub fn owned(bytes: Vec<u8>) -> Result<Self, StorageError> {
        Self::over(Body::Owned(bytes.into()))
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
        let store = Self::over(Body::file(file, most)?)?;
        let sum = store.body.checksum(0..Footer::start_of_checksum(store.body.len())?)?;
        if sum == store.checksum { Ok(store) } else { Err(StorageError) }
    }

    fn over(body: Body) -> Result<Self, StorageError> {
        let footer = Footer::read(&body)?;
        let contents = Contents::read(&body, &footer)?;
        Ok(Self { body, contents: Arc::new(contents), checksum: footer.checksum })
    }

    /// A part by its name; one that is absent is empty.
    pub fn part(&self, name: &str) -> Part {
        let range = self.contents.get(name).unwrap_or_default();
        Part::new(self.body.clone(), range)
    }

    /// The checksum of everything in it.
    pub fn checksum(&self) -> [u8; 32] {
        self.checksum
    }
}
