//! Tests of [`super`]: what is written is read, and what is damaged is refused.

use std::fs::File;
use std::io::{Seek, Write as _};
use std::ops::{ControlFlow, Range};

use proptest::prelude::*;

use super::*;

fn written(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new()).unwrap();
    for (name, bytes) in parts {
        writer.part(name, bytes).unwrap();
    }
    writer.finish().unwrap()
}

fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    file
}

/// The bytes in memory, from a file, and on disk.
fn stores(bytes: &[u8]) -> [Result<Store, StorageError>; 3] {
    [Store::owned(bytes.to_vec()), Store::open(file(bytes)), Store::open_holding(file(bytes), 0)]
}

fn small() -> Vec<u8> {
    let numbers: Vec<u8> = [7_u64, u64::MAX, 9].iter().flat_map(|n| n.to_le_bytes()).collect();
    written(&[("words", b"hello, world"), ("empty", b""), ("numbers", &numbers)])
}

#[test]
fn what_is_written_is_read() {
    for store in stores(&small()) {
        let store = store.unwrap();
        let words = store.part("words");
        assert_eq!((words.len(), words.is_empty()), (12, false));
        for (range, expected) in
            [(0..12, "hello, world"), (7..usize::MAX, "world"), (12..20, ""), (90..99, "")]
        {
            assert_eq!(words.read(range), expected.as_bytes());
        }
        let numbers = store.part("numbers");
        assert_eq!(numbers.u64_at(3), None);
        assert_eq!([numbers.u64_at(0), numbers.u64_at(2)], [Some(7), Some(9)]);
        assert_eq!(numbers.u64_at(1), Some(u64::MAX));
        assert_eq!([numbers.u32_at(0), numbers.u32_at(5)], [Some(7), Some(0)]);
        assert_eq!([numbers.u32_at(6), numbers.u32_at(usize::MAX)], [None, None]);
        // Of twelve bytes, one number of eight is whole.
        assert_eq!([words.u64_at(0).is_some(), words.u64_at(1).is_some()], [true, false]);
        for name in ["empty", "absent"] {
            let part = store.part(name);
            assert!(part.is_empty());
            assert_eq!((&*part.read(0..9), part.u32_at(0)), (&b""[..], None));
            part.pieces(0..9, &mut |_, _| panic!("a piece of nothing"));
        }
    }
}

#[test]
fn a_long_part_comes_in_pieces_from_a_file_and_at_once_from_memory() {
    let long: Vec<u8> = (0..700_001_u32).map(|n| u8::try_from(n % 251).unwrap()).collect();
    let mut writer = Writer::new(Vec::new()).unwrap();
    writer.part("first", b"odd").unwrap();
    writer.begin("long").unwrap();
    for piece in long.chunks(333) {
        writer.write(piece).unwrap();
    }
    writer.end().unwrap();
    let bytes = writer.finish().unwrap();
    let long = &long[..];
    assert_eq!(bytes, written(&[("first", b"odd"), ("long", long)]));
    for (store, expected) in stores(&bytes).into_iter().zip([1, 1, 3]) {
        let part = store.unwrap().part("long");
        assert_eq!(part.read(5..600_000), &long[5..600_000]);
        let (mut pieces, mut together) = (0, Vec::new());
        part.pieces(8..usize::MAX, &mut |offset, piece| {
            assert_eq!((offset, offset % 8), (8 + together.len(), 0));
            together.extend_from_slice(piece);
            pieces += 1;
            ControlFlow::Continue(())
        });
        assert_eq!((pieces, &together[..]), (expected, &long[8..]));
        let mut pieces = 0;
        part.pieces(0..usize::MAX, &mut |_, _| {
            pieces += 1;
            ControlFlow::Break(())
        });
        assert_eq!(pieces, 1);
    }
}

#[test]
fn a_writer_that_is_used_wrongly_says_so() {
    let mut writer = Writer::new(Vec::new()).unwrap();
    assert!(writer.write(b"nowhere").is_err());
    assert!(writer.end().is_err());
    writer.part("one", b"1").unwrap();
    assert!(writer.part("one", b"2").is_err());
    writer.begin("two").unwrap();
    assert!(writer.begin("three").is_err());
    assert!(writer.finish().is_err());
}

#[test]
#[cfg(unix)]
fn a_file_that_is_changed_later_is_read_as_nothing() {
    let mut file = file(&small());
    let store = Store::open_holding(file.try_clone().unwrap(), 0).unwrap();
    file.set_len(20).unwrap();
    file.flush().unwrap();
    let part = store.part("numbers");
    assert_eq!((&*part.read(0..24), part.u64_at(0)), (&b""[..], None));
    part.pieces(0..24, &mut |_, _| panic!("a piece of what is gone"));
}

#[test]
fn whatever_is_in_a_table_of_contents_is_checked() {
    let entry = |name: &str, start: u64, end: u64| {
        let mut bytes = u64::try_from(name.len()).unwrap().to_le_bytes().to_vec();
        bytes.extend(start.to_le_bytes().into_iter().chain(end.to_le_bytes()));
        bytes.extend(name.as_bytes());
        bytes
    };
    let store = |table: &[u8], place: Range<u64>| {
        let mut bytes = contents::HEADER.to_vec();
        bytes.extend([0; 16]);
        bytes.extend(table);
        bytes.extend(Footer::place(place));
        let checksum = *blake3::hash(&bytes).as_bytes();
        bytes.extend(Footer::seal(checksum));
        bytes
    };
    let placed = |table: &[u8]| store(table, 32..32 + u64::try_from(table.len()).unwrap());
    let two = |a: Vec<u8>, b: Vec<u8>| [a, b].concat();
    assert!(stores(&placed(&entry("a", 16, 32))).iter().all(Result::is_ok));
    for (what, bytes) in [
        ("within the header", placed(&entry("a", 8, 32))),
        ("within the table", placed(&entry("a", 16, 33))),
        ("not aligned", placed(&entry("a", 17, 32))),
        ("backwards", placed(&entry("a", 24, 16))),
        ("far outside", placed(&entry("a", 16, u64::MAX))),
        ("beginning far outside", placed(&entry("a", u64::MAX - 7, u64::MAX))),
        ("one over the other", placed(&two(entry("a", 16, 32), entry("b", 24, 32)))),
        ("two of one name", placed(&two(entry("a", 16, 24), entry("a", 24, 32)))),
        ("a name longer than the table", placed(&u64::MAX.to_le_bytes().repeat(3))),
        ("a name that is no text", placed(&two(1_u64.to_le_bytes().to_vec(), vec![255; 17]))),
        ("a cut table", placed(&entry("a", 16, 32)[..20])),
        ("a table outside", store(&[], 32..u64::MAX)),
        ("a table that ends before it begins", store(&[], Range { start: 32, end: 16 })),
        ("a table in the header", store(&[], 0..32)),
        ("a table that leaves a gap", store(&[0; 8], 32..32)),
    ] {
        assert!(stores(&bytes).iter().all(Result::is_err), "{what}");
    }
}

proptest! {
    #[test]
    fn any_flipped_bit_is_found(at in 0_usize..1 << 16, bit in 0_u8..8) {
        let mut bytes = small();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        prop_assert!(Store::open(file(&bytes)).is_err());
    }

    #[test]
    fn any_cut_is_found(at in 0_usize..1 << 16, longer in prop::collection::vec(any::<u8>(), 1..20)) {
        let bytes = small();
        let at = at % bytes.len();
        prop_assert!(stores(&bytes[..at]).iter().all(Result::is_err));
        let longer = [&bytes[..], &longer].concat();
        prop_assert!(Store::open(file(&longer)).is_err());
    }

    #[test]
    fn what_is_held_unchecked_never_panics(
        changes in prop::collection::vec((0_usize..1 << 16, any::<u8>()), 1..8),
        range in (0_usize..100, 0_usize..100),
    ) {
        let mut bytes = small();
        for (at, value) in changes {
            let length = bytes.len();
            bytes[at % length] = value;
        }
        if let Ok(store) = Store::owned(bytes) {
            for name in ["words", "numbers"] {
                let part = store.part(name);
                prop_assert!(part.read(range.0..range.1).len() <= part.len());
                prop_assert_eq!(part.u64_at(range.0).is_some(), range.0 < part.len() / 8);
            }
        }
    }

    #[test]
    fn any_parts_come_back(parts in prop::collection::btree_map("[a-zé.]{0,9}", prop::collection::vec(any::<u8>(), 0..99), 0..9)) {
        let given: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), &b[..])).collect();
        for store in stores(&written(&given)) {
            let store = store.unwrap();
            for (name, bytes) in &parts {
                let part = store.part(name);
                prop_assert_eq!(&*part.read(0..usize::MAX), &bytes[..]);
            }
        }
    }
}
