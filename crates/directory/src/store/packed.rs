//! A store whose parts are compressed one by one, each unpacked when something of it is first asked
//! for.
//!
//! It takes a third of the room, and a part that nobody asks for takes no time. What is large and on disk
//! is not packed: no more of that is read than is asked for.

use std::collections::BTreeMap;
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

/// A part as it is stored: its layout (1 byte), its length (4 bytes), and a block of LZ4.
#[derive(Debug)]
pub(super) struct PackedPart {
    layout: Layout,
    length: usize,
    block: &'static [u8],
    unpacked: OnceLock<Vec<u8>>,
}

impl PackedPart {
    fn new(stored: &'static [u8]) -> Option<Self> {
        let (layout, rest) = stored.split_first()?;
        let (length, block) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let layout = Layout::from_byte(*layout).filter(|layout| layout.fits(length))?;
        let is_possible = length <= block.len().saturating_mul(MOST_OF_A_BYTE);
        is_possible.then_some(Self { layout, length, block, unpacked: OnceLock::new() })
    }

    /// Its length when it is unpacked.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Its bytes; none where the block is no such part.
    pub(super) fn bytes(&self) -> &[u8] {
        self.unpacked.get_or_init(|| {
            let mut bytes = vec![0; self.length];
            let length = lz4_flex::block::decompress_into(self.block, &mut bytes).ok();
            if length == Some(self.length) { self.layout.undo(bytes) } else { Vec::new() }
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
        let (layout, block) = smallest(&bytes);
        let length = u32::try_from(bytes.len()).ok().ok_or(StorageError)?;
        to.begin(name)?;
        to.write(&[layout.to_byte()])?;
        to.write(&length.to_le_bytes())?;
        to.write(&block)?;
        to.end()?;
    }
    Ok(to.finish()?)
}

/// The layout in which bytes become the smallest block, and that block.
fn smallest(bytes: &[u8]) -> (Layout, Vec<u8>) {
    let plain = lz4::compress(bytes);
    if plain.len() <= bytes.len() / 100 * TEXT {
        return (Layout::PLAIN, plain);
    }
    let of_tables = Layout::OF_TABLES.into_iter().filter(|layout| layout.fits(bytes.len()));
    let packed = of_tables.map(|layout| (layout, lz4::compress(&layout.apply(bytes))));
    [(Layout::PLAIN, plain)]
        .into_iter()
        .chain(packed)
        .min_by_key(|(_, block)| block.len())
        .unwrap_or((Layout::PLAIN, Vec::new()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            (&[1, 0, 0, 0, 0, 0], true),
            (&[1, 255, 255, 255, 255, 0, 0], false),
            // No such layout, and rows that are not whole.
            (&[3, 3, 0, 0, 0, 48, 1, 2, 3], false),
            (&[4, 3, 0, 0, 0, 48, 1, 2, 3], false),
        ] {
            assert_eq!(PackedPart::new(stored).is_some(), is_part, "{stored:?}");
        }
        let short = PackedPart::new(&[1, 4, 0, 0, 0, 48, 1, 2, 3]).unwrap();
        assert_eq!((short.len(), short.bytes()), (4, &b""[..]));
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
