//! A store whose parts are compressed one by one, each unpacked when something of it is first asked
//! for; of a long text only the block that it is in.
//!
//! It takes a third of the room, and a part that nobody asks for takes no time. What is large and on disk
//! is not packed: no more of that is read than is asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::body::Body;
use super::contents::{Contents, Footer, PACKED};
use super::rows::Layout;
use super::{StorageError, Store, Writer, lz4};

/// A byte of a block stands for no more than this many: the form can't say more.
const MOST_OF_A_BYTE: usize = 255;

/// Where a part compresses to less than this share, in percents, it is text: other orders of its bytes
/// are not tried.
const TEXT: usize = 45;

/// How many bytes of a long text are in a block. Smaller blocks would be larger together, for less is
/// repeated in each.
const BLOCK: usize = 32 << 10;

/// A text of no more bytes than this is in one block.
const SHORT: usize = 4 * BLOCK;

/// A part as it is stored: its layout (1 byte), its length, where each of its blocks of LZ4 ends behind
/// these numbers (4 bytes each), and the blocks.
#[derive(Debug)]
pub(super) struct PackedPart {
    layout: Layout,
    length: usize,
    block_length: usize,
    blocks: Vec<Block>,
}

#[derive(Debug)]
struct Block {
    packed: &'static [u8],
    /// Its length when it is unpacked.
    length: usize,
    unpacked: OnceLock<Vec<u8>>,
}

/// How many bytes each block of a part stands for, but for the last.
fn block_length(layout: Layout, length: usize) -> usize {
    if layout == Layout::PLAIN && length > SHORT { BLOCK } else { length }
}

impl PackedPart {
    fn new(stored: &'static [u8]) -> Option<Self> {
        let (layout, rest) = stored.split_first()?;
        let (length, rest) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let layout = Layout::from_byte(*layout).filter(|layout| layout.fits(length))?;
        let block_length = block_length(layout, length);
        let count = length.checked_div(block_length).unwrap_or(0)
            + usize::from(length.checked_rem(block_length).is_some_and(|rest| rest > 0));
        let (ends, packed) = rest.split_at_checked(count.checked_mul(4)?)?;
        let mut begin = 0;
        let mut left = length;
        let mut blocks = Vec::with_capacity(count);
        for end in ends.as_chunks().0 {
            let end = usize::try_from(u32::from_le_bytes(*end)).ok()?;
            let packed = packed.get(begin..end)?;
            let length = left.min(block_length);
            if length > packed.len().saturating_mul(MOST_OF_A_BYTE) {
                return None;
            }
            blocks.push(Block { packed, length, unpacked: OnceLock::new() });
            (begin, left) = (end, left - length);
        }
        Some(Self { layout, length, block_length, blocks })
    }

    /// Its length when it is unpacked.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Some of its bytes, borrowed where they are in one block; none where they are not there.
    pub(super) fn read(&self, range: Range<usize>) -> Cow<'_, [u8]> {
        if range.is_empty() || range.end > self.length {
            return Cow::Borrowed(&[]);
        }
        if let [whole] = &*self.blocks {
            return Cow::Borrowed(whole.bytes(self.layout).get(range).unwrap_or_default());
        }
        let (first, last) = (range.start / self.block_length, (range.end - 1) / self.block_length);
        if first == last {
            return Cow::Borrowed(self.within(first, &range));
        }
        let pieces: Vec<&[u8]> = (first..=last).map(|at| self.within(at, &range)).collect();
        let bytes = pieces.concat();
        if bytes.len() == range.len() { Cow::Owned(bytes) } else { Cow::Borrowed(&[]) }
    }

    /// What a block has of a range of the part.
    fn within(&self, at: usize, range: &Range<usize>) -> &[u8] {
        let begin = at * self.block_length;
        let bytes = self.blocks.get(at).map(|block| block.bytes(self.layout)).unwrap_or_default();
        let end = (range.end - begin).min(self.block_length);
        bytes.get(range.start.saturating_sub(begin)..end).unwrap_or_default()
    }
}

impl Block {
    /// Its bytes; none where they are no block of this length.
    fn bytes(&self, layout: Layout) -> &[u8] {
        self.unpacked.get_or_init(|| {
            let mut bytes = vec![0; self.length];
            let length = lz4_flex::block::decompress_into(self.packed, &mut bytes).ok();
            if length == Some(self.length) { layout.undo(bytes) } else { Vec::new() }
        })
    }
}

/// The parts of a packed store.
pub(super) type PackedParts = BTreeMap<String, Arc<PackedPart>>;

/// The parts in bytes that [`pack`] made, and their checksum.
pub(super) fn open(bytes: &'static [u8]) -> Result<(PackedParts, [u8; 32]), StorageError> {
    let body = Body::Borrowed(bytes);
    let footer = Footer::read(&body, &PACKED)?;
    let contents = Contents::read(&body, &footer)?;
    let mut parts = PackedParts::new();
    for (name, range) in contents.all() {
        let (start, end) = (usize::try_from(range.start), usize::try_from(range.end));
        let stored = start.ok().zip(end.ok()).and_then(|(start, end)| bytes.get(start..end));
        let part = stored.and_then(PackedPart::new).ok_or(StorageError)?;
        parts.insert(name.to_owned(), Arc::new(part));
    }
    Ok((parts, footer.checksum))
}

/// Packs a store that a [`Writer`] made, for [`Store::packed`]. That takes its time.
///
/// # Errors
///
/// Where the bytes are something else, or a part is longer than 4 GiB.
pub fn pack(bytes: Vec<u8>) -> Result<Vec<u8>, StorageError> {
    let store = Store::owned(bytes)?;
    let mut to = Writer::of_packed(Vec::new())?;
    for name in store.names() {
        let part = store.part(name);
        let bytes = part.read(0..part.len());
        let (layout, blocks) = smallest(&bytes);
        to.begin(name)?;
        to.write(&[layout.to_byte()])?;
        to.write(&number(bytes.len())?.to_le_bytes())?;
        let mut end = 0;
        for block in &blocks {
            end += block.len();
            to.write(&number(end)?.to_le_bytes())?;
        }
        for block in &blocks {
            to.write(block)?;
        }
        to.end()?;
    }
    Ok(to.finish()?)
}

fn number(length: usize) -> Result<u32, StorageError> {
    u32::try_from(length).ok().ok_or(StorageError)
}

/// The layout in which bytes become smallest, and their blocks.
fn smallest(bytes: &[u8]) -> (Layout, Vec<Vec<u8>>) {
    let size = |blocks: &[Vec<u8>]| blocks.iter().map(Vec::len).sum::<usize>();
    let mut best = (Layout::PLAIN, blocks(Layout::PLAIN, bytes));
    if size(&best.1) <= bytes.len() / 100 * TEXT {
        return best;
    }
    for layout in Layout::OF_TABLES.into_iter().filter(|layout| layout.fits(bytes.len())) {
        let blocks = blocks(layout, bytes);
        if size(&blocks) < size(&best.1) {
            best = (layout, blocks);
        }
    }
    best
}

/// Bytes in a layout as compressed blocks.
fn blocks(layout: Layout, bytes: &[u8]) -> Vec<Vec<u8>> {
    let length = block_length(layout, bytes.len()).max(1);
    layout.apply(bytes).chunks(length).map(lz4::compress).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Parts;
    use super::*;

    fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new()).unwrap();
        for (name, bytes) in parts {
            writer.part(name, bytes).unwrap();
        }
        writer.finish().unwrap()
    }

    fn opened(bytes: &[u8]) -> Result<Store, StorageError> {
        Store::packed(bytes.to_vec().leak())
    }

    #[test]
    fn tables_and_texts_are_read_as_they_were_written() {
        let table: Vec<u8> = (0..4000_u64).flat_map(|n| (n * n).to_le_bytes()).collect();
        let text = "https://organisaties.overheid.nl/".repeat(90);
        let parts = [("empty", &b""[..]), ("table", &table), ("text", text.as_bytes())];
        let plain = stored(&parts);
        let packed = pack(plain.clone()).unwrap();
        assert!(packed.len() * 3 < plain.len(), "{} of {}", packed.len(), plain.len());
        let store = opened(&packed).unwrap();
        assert_eq!(store.part("table").u64_at(3999), Some(3999 * 3999));
        assert_eq!(&*store.part("text").read(8..20), b"organisaties");
        assert!(store.part("absent").is_empty());
        for (name, bytes) in parts {
            let part = store.part(name);
            assert_eq!((part.len(), &*part.read(0..usize::MAX)), (bytes.len(), bytes));
        }
        // Neither is taken for the other.
        assert!(Store::owned(packed).is_err());
        assert!(opened(&plain).is_err());
    }

    #[test]
    fn a_long_text_is_unpacked_where_it_is_read() {
        let line = |n: usize| format!("https://organisaties.overheid.nl/{n}/gemeente\n");
        let text: String = (0..5000).map(line).collect();
        let store = opened(&pack(stored(&[("text", text.as_bytes())])).unwrap()).unwrap();
        let part = store.part("text");
        let Parts::Packed(parts) = &store.parts else { panic!("it is packed") };
        let unpacked = || parts["text"].blocks.iter().map(|it| it.unpacked.get().is_some());
        for (range, expected) in [
            (BLOCK..BLOCK + 9, vec![1]),
            (BLOCK - 1..BLOCK, vec![0, 1]),
            (BLOCK - 1..3 * BLOCK + 1, vec![0, 1, 2, 3]),
            (text.len() - 9..text.len(), vec![0, 1, 2, 3, text.len() / BLOCK]),
        ] {
            assert_eq!(&*part.read(range.clone()), &text.as_bytes()[range]);
            let at: Vec<usize> = unpacked().enumerate().filter(|it| it.1).map(|it| it.0).collect();
            assert_eq!(at, expected);
        }
        // A number may stand in two blocks.
        let number =
            |at: usize| u32::from_le_bytes(text.as_bytes()[at * 4..][..4].try_into().unwrap());
        assert!((0..text.len() / 4).all(|at| part.u32_at(at) == Some(number(at))));
        assert_eq!(&*part.read(0..usize::MAX), text.as_bytes());
        assert_eq!(part.u32_at(text.len() / 4), None);
    }

    #[test]
    fn all_who_ask_for_a_part_share_what_is_unpacked() {
        let store = opened(&pack(stored(&[("a", &[7; 99])])).unwrap()).unwrap();
        let (one, other) = (store.part("a"), store.clone().part("a"));
        let place = |part: &super::super::Part| part.read(0..9).as_ptr();
        assert_eq!(place(&one), place(&other));
    }

    #[test]
    fn no_more_room_is_taken_than_a_block_can_fill() {
        for (stored, is_part) in [
            (&[][..], false),
            (&[1, 0, 0, 0], false),
            (&[1, 0, 0, 0, 0], true),
            (&[1, 3, 0, 0, 0, 4, 0, 0, 0, 48, 1, 2, 3], true),
            // Longer than what it can be made of, without a block, and with one that ends elsewhere.
            (&[1, 0, 1, 0, 0, 1, 0, 0, 0, 0], false),
            (&[1, 255, 255, 255, 255, 0, 0, 0, 0, 0], false),
            (&[1, 3, 0, 0, 0], false),
            (&[1, 3, 0, 0, 0, 5, 0, 0, 0, 48, 1, 2, 3], false),
            // No such layout, and rows that are not whole.
            (&[3, 3, 0, 0, 0, 4, 0, 0, 0, 48, 1, 2, 3], false),
            (&[4, 3, 0, 0, 0, 4, 0, 0, 0, 48, 1, 2, 3], false),
        ] {
            assert_eq!(PackedPart::new(stored).is_some(), is_part, "{stored:?}");
        }
        let short = PackedPart::new(&[1, 4, 0, 0, 0, 4, 0, 0, 0, 48, 1, 2, 3]).unwrap();
        assert_eq!((short.len(), &*short.read(0..4)), (4, &b""[..]));
    }

    proptest! {
        #[test]
        fn any_parts_come_back(parts in prop::collection::btree_map("[a-z.]{0,9}", prop::collection::vec(0_u8..4, 0..99), 0..9)) {
            let given: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), &b[..])).collect();
            let store = opened(&pack(stored(&given)).unwrap()).unwrap();
            prop_assert_eq!(store.names(), given.iter().map(|(name, _)| *name).collect::<Vec<_>>());
            for (name, bytes) in given {
                let part = store.part(name);
                prop_assert_eq!(&*part.read(0..usize::MAX), bytes);
            }
        }

        #[test]
        fn whatever_is_changed_is_refused_or_harmless(
            changes in prop::collection::vec((0_usize..1 << 16, any::<u8>()), 1..8),
            range in (0_usize..200, 0_usize..200),
        ) {
            let numbers: Vec<u8> = (0..40_u32).flat_map(|n| (n * 3).to_le_bytes()).collect();
            let mut packed = pack(stored(&[("numbers", &numbers), ("text", &[b'a'; 50])])).unwrap();
            for (at, value) in changes {
                let length = packed.len();
                packed[at % length] = value;
            }
            if let Ok(store) = opened(&packed) {
                for name in ["numbers", "text"] {
                    let part = store.part(name);
                    prop_assert!(part.read(range.0..range.1).len() <= part.len());
                    let _ = (part.u64_at(range.0), part.u32_at(range.1));
                }
            }
        }
    }
}
