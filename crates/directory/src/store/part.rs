//! One part of a store.

use std::borrow::Cow;
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use super::body::Body;
use super::packed::PackedPart;

/// One part of a store: bytes that are read when they are asked for. Cheap to clone.
///
/// What lies outside a part, or can't be read because its file was changed meanwhile, is as if it
/// were not there.
#[derive(Clone, Debug, Default)]
pub struct Part {
    body: Body,
    start: u64,
    length: usize,
}

impl Part {
    pub(super) fn new(body: Body, range: Range<u64>) -> Self {
        let length = usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(0);
        Self { body, start: range.start, length }
    }

    /// A packed part as a part.
    pub(super) fn of_packed(part: &Arc<PackedPart>) -> Self {
        Self { body: Body::Packed(Arc::clone(part)), start: 0, length: part.len() }
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Some of its bytes, borrowed where they are in memory; the range is cut to the part.
    pub fn read(&self, range: Range<usize>) -> Cow<'_, [u8]> {
        self.body.read(self.place(range))
    }

    /// The number at an index of a part of numbers of four bytes, little endian.
    pub fn u32_at(&self, index: usize) -> Option<u32> {
        self.array(index).map(u32::from_le_bytes)
    }

    /// The number at an index of a part of numbers of eight bytes, little endian.
    pub fn u64_at(&self, index: usize) -> Option<u64> {
        self.array(index).map(u64::from_le_bytes)
    }

    /// Hands out a range of its bytes in order, each time with their offset in the part: at once
    /// where they are in memory, of a file in pieces of 256 KiB from the start of the range.
    pub fn pieces(
        &self,
        range: Range<usize>,
        each: &mut dyn FnMut(usize, &[u8]) -> ControlFlow<()>,
    ) {
        self.body.pieces(self.place(range), &mut |at, bytes| {
            each(usize::try_from(at.saturating_sub(self.start)).unwrap_or(usize::MAX), bytes)
        });
    }

    fn array<const N: usize>(&self, index: usize) -> Option<[u8; N]> {
        let start = index.checked_mul(N)?;
        let is_inside = start.checked_add(N).is_some_and(|end| end <= self.length);
        is_inside.then(|| self.body.read_array(self.at(start))).flatten()
    }

    /// A range of the part as a range of the body.
    fn place(&self, range: Range<usize>) -> Range<u64> {
        let end = range.end.min(self.length);
        self.at(range.start.min(end))..self.at(end)
    }

    fn at(&self, offset: usize) -> u64 {
        self.start.saturating_add(u64::try_from(offset).unwrap_or(u64::MAX))
    }
}
