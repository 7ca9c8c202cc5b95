//! The bytes of a store, wherever they are.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use super::StorageError;
use super::packed::PackedPart;

/// How much of a file is read at a time, in bytes; a multiple of eight.
const PIECE: usize = 256 * 1024;

#[derive(Clone)]
pub(super) enum Body {
    Borrowed(&'static [u8]),
    Owned(Arc<[u8]>),
    /// One part, which is unpacked when it is first read.
    Packed(Arc<PackedPart>),
    #[cfg(unix)]
    File(Arc<File>, u64),
}

impl Body {
    /// A file, held in memory where it has no more bytes than this; of a larger one only what is
    /// asked for will be read. Reading at a place is not the same everywhere: off Unix all are held.
    pub(super) fn file(mut file: File, most: u64) -> Result<Self, StorageError> {
        let length = file.metadata()?.len();
        #[cfg(unix)]
        if length > most {
            return Ok(Self::File(Arc::new(file), length));
        }
        #[cfg(not(unix))]
        let _ = most;
        let mut bytes = Vec::with_capacity(size(&(0..length)));
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
        Ok(Self::Owned(bytes.into()))
    }

    pub(super) fn len(&self) -> u64 {
        match self {
            #[cfg(unix)]
            Self::File(_, length) => *length,
            Self::Borrowed(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            Self::Owned(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            Self::Packed(part) => u64::try_from(part.len()).unwrap_or(u64::MAX),
        }
    }

    /// Some of the bytes; none where they are not there or can't be read.
    pub(super) fn read(&self, range: Range<u64>) -> Cow<'_, [u8]> {
        match self {
            #[cfg(unix)]
            Self::File(file, length) => {
                let size = if range.end <= *length { size(&range) } else { 0 };
                let mut bytes = vec![0; size];
                if read_at(file, &mut bytes, range.start) {
                    Cow::Owned(bytes)
                } else {
                    Cow::Borrowed(&[])
                }
            }
            Self::Borrowed(bytes) => Cow::Borrowed(within(bytes, range)),
            Self::Owned(bytes) => Cow::Borrowed(within(bytes, range)),
            Self::Packed(part) => {
                let (start, end) = (usize::try_from(range.start), usize::try_from(range.end));
                start
                    .ok()
                    .zip(end.ok())
                    .map(|(start, end)| part.read(start..end))
                    .unwrap_or_default()
            }
        }
    }

    /// A few bytes, without taking memory.
    pub(super) fn read_array<const N: usize>(&self, start: u64) -> Option<[u8; N]> {
        let range = start..start.checked_add(u64::try_from(N).ok()?)?;
        match self {
            #[cfg(unix)]
            Self::File(file, _) => {
                let mut bytes = [0; N];
                read_at(file, &mut bytes, start).then_some(bytes)
            }
            Self::Borrowed(bytes) => within(bytes, range).try_into().ok(),
            Self::Owned(bytes) => within(bytes, range).try_into().ok(),
            Self::Packed(_) => self.read(range).as_ref().try_into().ok(),
        }
    }

    /// Hands out the bytes of a range in order: in memory at once, of a file in pieces. Tells
    /// whether all were handed out.
    pub(super) fn pieces(
        &self,
        range: Range<u64>,
        each: &mut dyn FnMut(u64, &[u8]) -> ControlFlow<()>,
    ) -> bool {
        match self {
            #[cfg(unix)]
            Self::File(file, _) => {
                let mut buffer = vec![0; PIECE.min(size(&range))];
                let mut start = range.start;
                while start < range.end {
                    let length = PIECE.min(size(&(start..range.end)));
                    let Some(piece) = buffer.get_mut(..length) else { return false };
                    if !read_at(file, piece, start) || each(start, piece).is_break() {
                        return false;
                    }
                    start = start.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
                }
                true
            }
            _ => {
                let (start, wanted) = (range.start, size(&range));
                let bytes = self.read(range);
                bytes.len() == wanted && (wanted == 0 || each(start, &bytes).is_continue())
            }
        }
    }

    /// The blake3 checksum of a range.
    pub(super) fn checksum(&self, range: Range<u64>) -> Result<[u8; 32], StorageError> {
        let mut hasher = blake3::Hasher::new();
        let is_whole = self.pieces(range, &mut |_, piece| {
            hasher.update(piece);
            ControlFlow::Continue(())
        });
        if is_whole { Ok(*hasher.finalize().as_bytes()) } else { Err(StorageError) }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::Borrowed(&[])
    }
}

/// What a body holds is not for a message.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

fn size(range: &Range<u64>) -> usize {
    usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX)
}

fn within(bytes: &[u8], range: Range<u64>) -> &[u8] {
    let (start, end) = (usize::try_from(range.start), usize::try_from(range.end));
    start.ok().zip(end.ok()).and_then(|(start, end)| bytes.get(start..end)).unwrap_or_default()
}

/// Fills the bytes from a place in the file, if they are there.
#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], start: u64) -> bool {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, start).is_ok()
}
