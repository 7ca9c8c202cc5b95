//! Properties of loading and formatting, on files broken at random.

use crate::loaded::english;
use officieel::directory::Date;
use officieel::text::sanitise;
use proptest::prelude::*;

const SMALL: &[u8] = include_bytes!("../fixtures/small.toml");

/// What is put into a file to break it.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"[",
    b"]]",
    b"{",
    b"=",
    b"\n",
    b"'''",
    b"#",
    b"\\u202e",
    b"\xff",
    b"1979-05-27",
    b"true",
    b"99999999999999999999",
    b"{name}/**",
    b"https://",
    "\u{202e}".as_bytes(),
];

/// One change: at a place, cut out some bytes or put a piece in.
#[derive(Debug, Clone)]
enum Change {
    Cut(usize, usize),
    Insert(usize, usize),
    Repeat(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let place = 0..SMALL.len();
    prop_oneof![
        (place.clone(), 1..60_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (place.clone(), 0..PIECES.len()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (place, 1..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn changed(changes: &[Change]) -> Vec<u8> {
    let mut bytes = SMALL.to_vec();
    for change in changes {
        let (&Change::Cut(at, n) | &Change::Insert(at, n) | &Change::Repeat(at, n)) = change;
        let at = at.min(bytes.len());
        let end = (at + n).min(bytes.len());
        match change {
            Change::Cut(..) => drop(bytes.drain(at..end)),
            Change::Insert(..) => {
                let piece = PIECES.get(n).copied().unwrap_or_default();
                bytes.splice(at..at, piece.iter().copied());
            }
            Change::Repeat(..) => {
                let part: Vec<u8> = bytes.drain(at..end).collect();
                bytes.splice(at..at, part.repeat(2));
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_file_is_a_directory_or_has_harmless_problems(
        changes in prop::collection::vec(change(), 1..4)
    ) {
        let today = Date::new(2026, 11, 21).unwrap();
        match officieel::embedded::from_bytes(&changed(&changes), today) {
            Ok(directory) => {
                let formatted = directory.to_toml();
                let again = officieel::embedded::from_toml(&formatted, today);
                prop_assert!(again.is_ok(), "{:?}\n{formatted}", again.err());
                prop_assert_eq!(again.unwrap().to_toml(), formatted);
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.is_sorted_by_key(|p| (p.line, p.column)));
                for problem in problems {
                    prop_assert!(!english(&problem).chars().any(sanitise::is_hostile), "{problem:?}");
                }
            }
        }
    }
}
