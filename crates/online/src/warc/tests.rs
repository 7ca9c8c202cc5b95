mod bodies;

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

use super::http::{Response, ResponseError};
use super::*;

const WGET: &[u8] = include_bytes!("../../tests/fixtures/wget.warc.gz");

fn record(kind: &str, content: &str) -> String {
    let length = content.len();
    format!("WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{content}\r\n\r\n")
}

fn member(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// The contents of the records, and of what can't be read the word for it.
fn read(bytes: &[u8]) -> Vec<String> {
    let told = |item: Result<Record, WarcError>| match item {
        Ok(record) => {
            let text = String::from_utf8_lossy(&record.content).into_owned();
            text + if record.is_cut { "…" } else { "" }
        }
        Err(error) => format!("{error:?}"),
    };
    Reader::new(bytes).map(told).collect()
}

#[test]
fn what_wget_writes_is_read() {
    let records: Vec<Record> = Reader::new(WGET).map(Result::unwrap).collect();
    let responses: Vec<&Record> =
        records.iter().filter(|it| it.kind == RecordKind::Response).collect();
    let targets: Vec<&str> = responses.iter().filter_map(|it| it.target.as_deref()).collect();
    let site = "http://127.0.0.1:8931";
    let expected =
        [format!("{site}/"), format!("{site}/robots.txt"), format!("{site}/contact.html")];
    assert_eq!(targets, expected);
    let page = Response::read(&responses[2].content).unwrap();
    assert_eq!((page.status, page.content_type.as_deref()), (200, Some("text/html")));
    assert!(!page.is_cut);
    assert!(String::from_utf8_lossy(&page.body).contains("facebook.com/gemeentevoorbeeld"));
}

#[test]
fn what_is_broken_is_passed_over() {
    let (a, b) = (record("response", "a"), record("response", "b"));
    let broken = {
        let mut broken = member(&record("response", &"x".repeat(5000)));
        let middle = broken.len() / 2;
        broken.drain(middle..);
        broken
    };
    for (name, bytes, expected) in [
        ("two records", [a.as_bytes(), b.as_bytes()].concat(), vec!["a", "b"]),
        (
            "rubbish between",
            [a.as_bytes(), b"no\nrecord\n", b.as_bytes()].concat(),
            vec!["a", "NoRecord", "Lost"],
        ),
        (
            "no length",
            [b"WARC/1.0\r\nWARC-Type: response\r\n\r\n".as_slice(), b.as_bytes()].concat(),
            vec!["NoLength", "Lost"],
        ),
        (
            "no length in a member of its own",
            [member("WARC/1.0\r\nWARC-Type: response\r\n\r\nbody"), member(&b)].concat(),
            vec!["NoLength", "b"],
        ),
        ("cut", a.as_bytes()[..a.len() - 5].to_vec(), vec!["…", "EndsEarly"]),
        (
            "cut behind a whole one",
            [a.as_bytes(), &b.as_bytes()[..b.len() - 5]].concat(),
            vec!["a", "…", "EndsEarly"],
        ),
        ("cut in the head", [a.as_bytes(), &b.as_bytes()[..30]].concat(), vec!["a", "EndsEarly"]),
        (
            "cut in the checksum of a member",
            {
                let b = member(&b);
                [member(&a), b[..b.len() - 3].to_vec()].concat()
            },
            vec!["a", "EndsEarly"],
        ),
        (
            "cut in the header of a member",
            [member(&a), member(&b)[..6].to_vec()].concat(),
            vec!["a", "EndsEarly"],
        ),
        (
            "cut in a member",
            {
                let b = member(&b);
                [member(&a), b[..b.len() - 20].to_vec()].concat()
            },
            vec!["a", "EndsEarly", "Lost"],
        ),
        (
            "a record that is longer than its member",
            [member(&a), member(b.strip_suffix("b\r\n\r\n").unwrap_or_default())].concat(),
            vec!["a", "…", "EndsEarly"],
        ),
        ("cut between the lines behind a record", a.as_bytes()[..a.len() - 3].to_vec(), vec!["a"]),
        ("lines without returns", a.replace("\r\n", "\n").into_bytes(), vec!["a"]),
        ("nothing", Vec::new(), vec![]),
        ("members", [member(&a), member(&b)].concat(), vec!["a", "b"]),
        ("records in one member", member(&format!("{a}{b}")), vec!["a", "b"]),
        ("broken member", [broken.clone(), member(&b)].concat(), vec!["EndsEarly", "Lost"]),
        ("broken last member", [member(&a), broken].concat(), vec!["a", "EndsEarly", "Lost"]),
        (
            "zeros between members and behind them",
            [member(&a), vec![0; 512], member(&b), vec![0; 512]].concat(),
            vec!["a", "b"],
        ),
        (
            "rubbish between members",
            [member(&a), vec![0, 0x1e, 7], member(&b)].concat(),
            vec!["a", "NoRecord", "Lost"],
        ),
        (
            "told to be cut",
            a.replace("WARC-Type", "WARC-Truncated: length\r\nWARC-Type").into_bytes(),
            vec!["a…"],
        ),
    ] {
        assert_eq!(read(&bytes), expected, "{name}");
    }
}

#[test]
fn what_does_not_fit_its_checksum_or_length_is_no_evidence() {
    let (a, b) = (record("response", "a"), record("response", "b"));
    let whole = member(&a);
    for from_end in 1..=8 {
        let mut changed = whole.clone();
        let at = changed.len() - from_end;
        changed[at] ^= 1;
        let bytes = [changed.clone(), member(&b)].concat();
        assert_eq!(read(&bytes), ["Compression", "b"], "byte {from_end} from the end");
        let answer = [b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", &changed[..]].concat();
        let answer = Response::read(&answer);
        assert!(answer.is_ok_and(|it| it.is_cut), "byte {from_end} from the end, of a body");
    }
    let last = [member(&b), whole[..whole.len() - 3].to_vec()].concat();
    assert_eq!(read(&last), ["b", "EndsEarly"], "a checksum that breaks off");
}

#[test]
fn a_long_record_is_cut_and_a_bomb_is_left() {
    let long = record("response", &"x".repeat(MOST_CONTENT + 10)) + &record("response", "b");
    for (name, bytes) in [("plain", long.clone().into_bytes()), ("compressed", member(&long))] {
        let lengths: Vec<(usize, bool)> = Reader::new(bytes.as_slice())
            .map(|it| it.map(|it| (it.content.len(), it.is_cut)).unwrap())
            .collect();
        assert_eq!(lengths, [(MOST_CONTENT, true), (1, false)], "{name}");
    }
    let bomb = {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        let length = 300 * 1024 * 1024;
        write!(encoder, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n")
            .unwrap();
        let zeros = vec![0; 1 << 20];
        (0..300).for_each(|_| encoder.write_all(&zeros).unwrap());
        encoder.finish().unwrap()
    };
    let bytes = [bomb, member(&record("response", "b"))].concat();
    let found: Vec<_> = Reader::new(bytes.as_slice()).collect();
    assert!(matches!(found.first(), Some(Err(WarcError::Bomb))), "{found:?}");
    assert!(matches!(found.last(), Some(Ok(record)) if record.content == b"b"));
}

#[test]
fn answers_are_unpacked_as_their_heads_say() {
    let packed = member("<p>a</p>");
    let http = |head: &str, body: &[u8]| {
        [format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat()
    };
    let chunked = b"5;x=y\r\n<p>a<\r\n3\r\n/p>\r\n0\r\n\r\n";
    let packed_chunk =
        [format!("{:x}\r\n", packed.len()).as_bytes(), &packed, b"\r\n0\r\n\r\n"].concat();
    for (name, answer, expected) in [
        ("plain", http("A: b", b"<p>a</p>"), Ok(("<p>a</p>", false))),
        ("chunks", http("Transfer-Encoding: chunked", chunked), Ok(("<p>a</p>", false))),
        (
            "chunks without an end",
            http("Transfer-Encoding: chunked", b"9\r\n<p>a"),
            Ok(("<p>a", true)),
        ),
        (
            "chunks that were undone",
            http("Transfer-Encoding: chunked", b"<p>a</p>"),
            Ok(("<p>a</p>", false)),
        ),
        ("gzip", http("Content-Encoding: gzip", &packed), Ok(("<p>a</p>", false))),
        (
            "gzip that was undone",
            http("Content-Encoding: gzip", b"<p>a</p>"),
            Ok(("<p>a</p>", false)),
        ),
        (
            "gzip in chunks",
            http("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", &packed_chunk),
            Ok(("<p>a</p>", false)),
        ),
        (
            "gzip that is broken",
            http("Content-Encoding: gzip", &[0x1f, 0x8b, 8, 0, 9]),
            Err(ResponseError::Broken),
        ),
        ("shorter than told", http("Content-Length: 90", b"<p>a</p>"), Ok(("<p>a</p>", true))),
        ("brotli", http("Content-Encoding: br", &[0x0b, 0x02]), Err(ResponseError::Coding)),
        ("no answer", b"<p>a</p>".to_vec(), Err(ResponseError::NoStatus)),
    ] {
        let read = Response::read(&answer);
        let read = read.as_ref().map(|it| (String::from_utf8_lossy(&it.body), it.is_cut));
        let read = read.as_ref().map(|(body, is_cut)| (body.as_ref(), *is_cut));
        assert_eq!(read.map_err(|it| **it), expected, "{name}");
    }
    let bomb = member(&"0".repeat(http::MOST_BODY + 9));
    let read = Response::read(&http("Content-Encoding: gzip", &bomb)).unwrap();
    assert_eq!((read.body.len(), read.is_cut), (http::MOST_BODY, true));
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        bodies in proptest::collection::vec((any::<bool>(), proptest::collection::vec(any::<u8>(), 0..200)), 0..8),
        is_compressed in any::<bool>(),
    ) {
        let mut writer =
            if is_compressed { Writer::compressed(Vec::new()) } else { Writer::plain(Vec::new()) };
        writer.info("officieel", "2026-11-30T12:00:00Z").unwrap();
        for (is_cut, body) in &bodies {
            let exchange = Exchange {
                target: "https://www.voorbeeld.example/\r\n",
                date: "2026-11-30T12:00:00Z",
                request: b"",
                response: body,
                is_cut: *is_cut,
            };
            writer.exchange(&exchange).unwrap();
        }
        let file = writer.into_inner();
        let records: Vec<Record> = Reader::new(file.as_slice()).map(Result::unwrap).collect();
        let read: Vec<(bool, Vec<u8>)> =
            records.iter().skip(1).map(|it| (it.is_cut, it.content.clone())).collect();
        prop_assert_eq!(read, bodies);
        let ids: std::collections::HashSet<_> = records.iter().map(|it| it.id.clone()).collect();
        prop_assert_eq!(ids.len(), records.len());
        let targets = records.iter().skip(1).map(|it| it.target.as_deref());
        prop_assert!(targets.flatten().all(|it| it == "https://www.voorbeeld.example/"));
    }

    #[test]
    fn any_bytes_end(bytes in proptest::collection::vec(any::<u8>(), 0..400), is_packed in any::<bool>()) {
        let text = String::from_utf8_lossy(&bytes);
        let bytes = if is_packed { member(&text) } else { bytes.clone() };
        prop_assert!(Reader::new(bytes.as_slice()).count() <= bytes.len() + 1);
        let _ = Response::read(&bytes);
    }
}
