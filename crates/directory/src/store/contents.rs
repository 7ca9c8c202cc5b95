//! The layout of a store: a header, the parts, a table of contents, and a footer with its place.
//!
//! All numbers are little endian; every part begins at a multiple of eight bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::StorageError;
use super::body::Body;
use crate::compact_sort::CompactSort;

/// The first bytes: a name, and the version of this form.
pub(super) const HEADER: [u8; 16] = *b"officieel store1";

/// The first bytes where the parts are packed.
pub(super) const PACKED: [u8; 16] = *b"officieel packed";

/// The last bytes, in which a file that was cut short can't end.
const END: [u8; 8] = *b"is whole";

/// The longest table of contents, in bytes: a store has tens of parts.
const LONGEST_CONTENTS: u64 = 1 << 20;

/// The last bytes of a store.
pub(super) struct Footer {
    /// Where the table of contents is.
    contents: Range<u64>,
    /// The blake3 checksum of everything before it.
    pub(super) checksum: [u8; 32],
}

impl Footer {
    const LENGTH: u64 = 16 + 32 + 8;

    /// Where the checksum stands in a store of this length, which is also all that it covers.
    pub(super) fn start_of_checksum(length: u64) -> Result<u64, StorageError> {
        length.checked_sub(32 + 8).ok_or(StorageError)
    }

    /// The footer of a store that begins with this header.
    pub(super) fn read(body: &Body, header: &[u8; 16]) -> Result<Self, StorageError> {
        let start = body.len().checked_sub(Self::LENGTH).ok_or(StorageError)?;
        if *body.read(0..16) != *header {
            return Err(StorageError);
        }
        let bytes = body.read(start..body.len());
        let mut rest: &[u8] = &bytes;
        let contents = u64::from_le_bytes(take(&mut rest)?)..u64::from_le_bytes(take(&mut rest)?);
        let checksum = take(&mut rest)?;
        let is_in_place = contents.start >= 16
            && contents.start <= contents.end
            && contents.end == start
            && contents.end - contents.start <= LONGEST_CONTENTS;
        if is_in_place && rest == END { Ok(Self { contents, checksum }) } else { Err(StorageError) }
    }

    /// The place of the table of contents, as it stands before the checksum.
    pub(super) fn place(contents: Range<u64>) -> [u8; 16] {
        let mut bytes = [0; 16];
        let both = contents.start.to_le_bytes().into_iter().chain(contents.end.to_le_bytes());
        bytes.iter_mut().zip(both).for_each(|(to, from)| *to = from);
        bytes
    }

    /// What stands behind that place.
    pub(super) fn seal(checksum: [u8; 32]) -> [u8; 40] {
        let mut bytes = [0; 40];
        bytes.iter_mut().zip(checksum.into_iter().chain(END)).for_each(|(to, from)| *to = from);
        bytes
    }
}

/// Where each part is.
#[derive(Debug, Default)]
pub(super) struct Contents(BTreeMap<String, Range<u64>>);

impl Contents {
    pub(super) fn get(&self, name: &str) -> Option<Range<u64>> {
        self.0.get(name).cloned()
    }

    /// All parts, in the order of their names.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, Range<u64>)> {
        self.0.iter().map(|(name, range)| (name.as_str(), range.clone()))
    }

    /// Adds a part; a second one of the same name is not added.
    pub(super) fn add(&mut self, name: &str, range: Range<u64>) -> bool {
        if self.0.contains_key(name) {
            return false;
        }
        self.0.insert(name.to_owned(), range);
        true
    }

    /// The table as bytes: for every part its name's length, its place, and its name.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (name, range) in &self.0 {
            bytes.extend(u64::try_from(name.len()).unwrap_or(u64::MAX).to_le_bytes());
            bytes.extend(range.start.to_le_bytes());
            bytes.extend(range.end.to_le_bytes());
            bytes.extend(name.as_bytes());
        }
        bytes
    }

    /// The table of a store whose footer was read. Parts lie apart, between the header and the table.
    pub(super) fn read(body: &Body, footer: &Footer) -> Result<Self, StorageError> {
        let bytes = body.read(footer.contents.clone());
        let mut rest: &[u8] = &bytes;
        let mut contents = Self::default();
        while !rest.is_empty() {
            let length = u64::from_le_bytes(take(&mut rest)?);
            let range = u64::from_le_bytes(take(&mut rest)?)..u64::from_le_bytes(take(&mut rest)?);
            let length = usize::try_from(length).ok().ok_or(StorageError)?;
            let (name, behind) = rest.split_at_checked(length).ok_or(StorageError)?;
            rest = behind;
            let name = std::str::from_utf8(name).ok().ok_or(StorageError)?;
            if !contents.add(name, range) {
                return Err(StorageError);
            }
        }
        contents.check(footer.contents.start)
    }

    fn check(self, end: u64) -> Result<Self, StorageError> {
        let mut ranges: Vec<&Range<u64>> = self.0.values().collect();
        ranges.compact_sort_by_key(|range| (range.start, range.end));
        let mut free = 16;
        for range in ranges {
            let is_sound = range.start >= free
                && range.start.is_multiple_of(8)
                && range.start <= range.end
                && range.end <= end
                && usize::try_from(range.end).is_ok();
            if !is_sound {
                return Err(StorageError);
            }
            free = range.end;
        }
        Ok(self)
    }
}

/// The next bytes of a slice.
fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], StorageError> {
    let (first, behind) = rest.split_first_chunk::<N>().ok_or(StorageError)?;
    *rest = behind;
    Ok(*first)
}
