//! Writing a store.

use std::io::{self, Write};

use super::contents::{Contents, Footer, HEADER, PACKED};

/// How much is gathered before it is hashed and written, in bytes: hashing is fast in long runs.
const BATCH: usize = 128 * 1024;

/// Writes a store, part by part, and holds nothing of it but the table of contents.
#[derive(Debug)]
pub struct Writer<W: Write> {
    to: W,
    hasher: blake3::Hasher,
    batch: Vec<u8>,
    /// How many bytes went before.
    position: u64,
    contents: Contents,
    /// The part that is being written, and where it began.
    open: Option<(String, u64)>,
}

impl<W: Write> Writer<W> {
    /// Begins a store.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn new(to: W) -> io::Result<Self> {
        Self::beginning(to, &HEADER)
    }

    /// Begins a store whose parts are packed already.
    pub(super) fn of_packed(to: W) -> io::Result<Self> {
        Self::beginning(to, &PACKED)
    }

    fn beginning(to: W, header: &[u8; 16]) -> io::Result<Self> {
        let mut writer = Self {
            to,
            hasher: blake3::Hasher::new(),
            batch: Vec::with_capacity(BATCH),
            position: 0,
            contents: Contents::default(),
            open: None,
        };
        writer.put(header)?;
        Ok(writer)
    }

    /// Writes a whole part.
    ///
    /// # Errors
    ///
    /// Where it can't be written, or has the name of another.
    pub fn part(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.begin(name)?;
        self.write(bytes)?;
        self.end()
    }

    /// Begins a part.
    ///
    /// # Errors
    ///
    /// Where another has not ended, or has this name, or where it can't be written.
    pub fn begin(&mut self, name: &str) -> io::Result<()> {
        if self.open.is_some() || self.contents.get(name).is_some() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.align()?;
        self.open = Some((name.to_owned(), self.position));
        Ok(())
    }

    /// Writes more of the part that was begun.
    ///
    /// # Errors
    ///
    /// Where none was, or where it can't be written.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.open.is_none() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.put(bytes)
    }

    /// Ends the part that was begun.
    ///
    /// # Errors
    ///
    /// Where none was.
    pub fn end(&mut self) -> io::Result<()> {
        let (name, start) = self.open.take().ok_or(io::ErrorKind::InvalidInput)?;
        self.contents.add(&name, start..self.position);
        Ok(())
    }

    /// Ends the store: writes the table of contents and the checksum.
    ///
    /// # Errors
    ///
    /// Where a part has not ended, or where it can't be written.
    pub fn finish(mut self) -> io::Result<W> {
        if self.open.is_some() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.align()?;
        let start = self.position;
        let contents = self.contents.to_bytes();
        self.put(&contents)?;
        let place = Footer::place(start..self.position);
        self.put(&place)?;
        self.flush()?;
        self.to.write_all(&Footer::seal(*self.hasher.finalize().as_bytes()))?;
        self.to.flush()?;
        Ok(self.to)
    }

    fn align(&mut self) -> io::Result<()> {
        while !self.position.is_multiple_of(8) {
            self.put(&[0])?;
        }
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.position = u64::try_from(bytes.len())
            .ok()
            .and_then(|length| self.position.checked_add(length))
            .ok_or(io::ErrorKind::FileTooLarge)?;
        if self.batch.len().saturating_add(bytes.len()) > BATCH {
            self.flush()?;
        }
        if bytes.len() < BATCH {
            self.batch.extend_from_slice(bytes);
            return Ok(());
        }
        self.hasher.update(bytes);
        self.to.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hasher.update(&self.batch);
        self.to.write_all(&self.batch)?;
        self.batch.clear();
        Ok(())
    }
}
