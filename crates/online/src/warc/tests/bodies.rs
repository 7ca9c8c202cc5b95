//! Nothing that stands in a body becomes a record.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

use super::super::*;

const STRANGER: &str = "https://stranger.example/";
const VICTIM: &str = "https://www.voorbeeld.example/";

fn record(target: &str, extra: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "WARC/1.1\r\nWARC-Type: response\r\n{extra}WARC-Target-URI: {target}\r\n\
         Content-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn packed(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What a hostile server answers: records of another site, plain and as members, again and again.
fn hostile() -> Vec<u8> {
    let page = record(VICTIM, "", b"HTTP/1.1 200 OK\r\n\r\n<a href='https://x.com/evil'>X</a>");
    let plain = [b"\r\n\r\n".as_slice(), &page].concat();
    [plain.repeat(2), packed(&page, 0), packed(&page, 9), plain].concat()
}

fn targets(file: &[u8]) -> Vec<String> {
    Reader::new(file).flatten().filter_map(|it| it.target).collect()
}

#[test]
fn a_record_that_cannot_be_read_is_passed_by_its_length() {
    let own = record("https://own.example/", "", b"own");
    let long = format!("{STRANGER}{}", "a".repeat(70_000));
    // A line that is too long goes on with what looks like another length.
    let split = format!("{STRANGER}{}Content-Length: 2", "a".repeat(64 * 1024 - 42));
    let folded = "X-Note: a\r\n".repeat(9_000);
    for (name, bytes, is_known) in [
        ("a long address", record(&long, "", &hostile()), true),
        ("a long line that says a length", record(&split, "", &hostile()), true),
        ("many lines", record(STRANGER, &folded, &hostile()), true),
        ("two lengths", record(STRANGER, "Content-Length: 9\r\n", &hostile()), false),
        ("a length that is none", record(STRANGER, "Content-Length: +9\r\n", &hostile()), false),
    ] {
        let own_target = "https://own.example/".to_owned();
        let expected = if is_known { vec![own_target.clone()] } else { Vec::new() };
        let plain = [bytes.as_slice(), &own].concat();
        assert_eq!(targets(&plain), expected, "{name}, plain");
        assert_eq!(targets(&packed(&plain, 6)), expected, "{name}, in one member");
        let members = [packed(&bytes, 6), packed(&own, 6)].concat();
        assert_eq!(targets(&members), [own_target], "{name}, in members of their own");
        let told = Reader::new(plain.as_slice()).filter_map(Result::err).count();
        assert_eq!(told, if is_known { 1 } else { 2 }, "{name}");
    }
}

#[test]
fn a_body_beyond_all_measure_is_passed_by_its_length() {
    let zeros = vec![b' '; 257 * 1024 * 1024];
    let bytes = record(STRANGER, "", &[zeros, hostile()].concat());
    let file = [bytes, record("https://own.example/", "", b"own")].concat();
    let plain = targets(&file);
    assert_eq!(plain, ["https://own.example/"]);
    assert_eq!(targets(&packed(&file, 1)), plain);
}

proptest! {
    #[test]
    fn no_record_comes_from_a_body(
        long in prop_oneof![Just(0_usize), Just(70_000), Just(200_000)],
        extra in prop_oneof![Just(""), Just("Content-Length: 7\r\n"), Just("WARC-Truncated: length\r\n")],
        level in prop_oneof![Just(0_u32), Just(6)],
        shape in 0_u8..4,
        padding in 0_usize..600,
        piece in 1_usize..700,
        damage in proptest::option::of((any::<prop::sample::Index>(), 0_u8..4)),
    ) {
        let target = format!("{STRANGER}{}", "a".repeat(long));
        let body = [vec![b'x'; padding], hostile()].concat();
        let records = [record(STRANGER, "", b"first"), record(&target, extra, &body), record(STRANGER, "", &body)];
        let mut file = match shape {
            0 => records.concat(),
            1 => packed(&records.concat(), level),
            2 => records.iter().flat_map(|it| packed(it, level)).collect(),
            // As tools for any file pack it, piece by piece.
            _ => records.concat().chunks(piece).flat_map(|it| packed(it, level)).collect(),
        };
        // Only a record that is packed by itself shows that it was damaged before it is read.
        if let Some((at, what)) = damage.filter(|_| shape == 2) {
            let at = at.index(file.len());
            match what {
                0 => file.truncate(at),
                1 => file[at] ^= 0x55,
                2 => { file.drain(at..(at + piece).min(file.len())); }
                _ => file.splice(at..at, packed(b"", 6).into_iter().take(9)).for_each(drop),
            }
        }
        for it in targets(&file) {
            prop_assert!(it.starts_with(STRANGER), "{it}");
        }
    }
}
