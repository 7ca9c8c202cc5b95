//! What of an archive is evidence: what has a day, and what fits its checksums.

use super::super::*;
use super::DIRECTORY;

const BODY: &str =
    "<title>Gemeente Voorbeeld</title><footer><a href='https://x.com/gem_voorbeeld'>X</a></footer>";
const CHUNKED: &str = "3\r\n<p>\r\n3\r\nabc\r\n0\r\n\r\n";
const PAYLOAD_SHA1: &str = "IUT2PFWYNTRRJEHID3ED6BFU3KKFGB5F";
const PAYLOAD_SHA1_HEX: &str = "4527a796d86ce31490e81ec83f04b4da945307a5";
const PAYLOAD_SHA256: &str = "URRZSDSIL6E2UHUMNBZDS6B4ZFHNWW6YU3PLAXE5YH747A24RXUA====";
const PAYLOAD_SHA256_HEX: &str = "a463990e485f89aa1e8c687239783cc94edb5bd8a6deb05c9dc1ffcf835c8de8";
const BLOCK_SHA1: &str = "VAT4W4SSMGNOXLUK4DNJLKGCB7M2NOVI";
const CHUNKED_SHA1: &str = "4OYRBFHIERRBNCOZMDCNKBOLDZDPXQPL";
const DECHUNKED_SHA1: &str = "DTK2XYRH6XKMP77UAFVPH3P6E3EW6EX4";

fn record(head: &str, content: &str) -> String {
    let length = content.len();
    format!(
        "WARC/1.1\r\n{head}WARC-Target-URI: https://www.voorbeeld.example/\r\nContent-Length: {length}\r\n\r\n{content}\r\n\r\n"
    )
}

fn response(head: &str) -> String {
    let content = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{BODY}");
    record(&format!("WARC-Type: response\r\n{head}"), &content)
}

fn why(file: &str) -> Option<NotLooked> {
    let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
    let findings = sweep.run(pages_of("a.warc", file.as_bytes()));
    let why = findings.not_looked_at(Some("gemeente-voorbeeld")).next().map(|(_, why)| why);
    assert_eq!(findings.found().next().is_none(), why.is_some(), "{file}");
    why
}

#[test]
fn what_has_no_day_is_no_evidence() {
    let no_day = Some(NotLooked::NoDay);
    for (date, expected) in [
        ("WARC-Date: 2026-11-20T10:00:00Z\r\n", None),
        ("WARC-Date: 2026-11-20T10:00:00.123456Z\r\n", None),
        ("WARC-Date: 2026-11-20\r\n", None),
        ("WARC-Date: 2026-02-30T10:00:00Z\r\n", no_day),
        ("WARC-Date: 2026-13-01T10:00:00Z\r\n", no_day),
        ("WARC-Date: 2026-11\r\n", no_day),
        ("WARC-Date: 2026-11-201\r\n", no_day),
        ("WARC-Date: \r\n", no_day),
        ("WARC-Date: 20261120100000\r\n", no_day),
        ("WARC-Date: 2026-11-20T10:00:00+99:00\r\n", no_day),
        ("WARC-Date: 2026-11-20T23:59:60Z\r\n", no_day),
        ("WARC-Date: 1969-11-20T10:00:00Z\r\n", no_day),
        ("", no_day),
    ] {
        assert_eq!(why(&response(date)), expected, "{date}");
    }
}

#[test]
fn a_record_with_a_field_twice_is_no_evidence() {
    let dated = "WARC-Date: 2026-11-20T10:00:00Z\r\n";
    let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".to_owned() + BODY;
    let uri = "WARC-Target-URI: https://www.voorbeeld.example/\r\n";
    for (name, again, is_read) in [
        ("another address", "WARC-Target-URI: https://www.anders.example/\r\n", false),
        ("the same address", uri, false),
        ("in other letters", "warc-target-uri : https://www.anders.example/\r\n", false),
        ("another day", "WARC-Date: 2026-11-21T10:00:00Z\r\n", false),
        ("another type", "WARC-Type: resource\r\n", false),
        ("another id", "WARC-Record-ID: <urn:a>\r\nWARC-Record-ID: <urn:b>\r\n", false),
        ("two checksums", "WARC-Block-Digest: md5:0\r\nWARC-Block-Digest: md5:1\r\n", false),
        ("another length", "Content-Length: 0\r\n", false),
        ("two made with it", "WARC-Concurrent-To: <a>\r\nWARC-Concurrent-To: <b>\r\n", true),
        ("two of its own", "X-Tool: a\r\nX-Tool: b\r\n", true),
        ("none", "", true),
    ] {
        let bad = record(&format!("WARC-Type: response\r\n{dated}{again}"), &body);
        for file in [bad.clone(), bad.clone() + &response(dated)] {
            let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
            let findings = sweep.run(pages_of("a.warc", file.as_bytes()));
            let is_second = file.len() > bad.len() && name != "another length";
            assert_eq!(findings.found().next().is_some(), is_read || is_second, "{name}");
            let unread = findings.not_looked_at(None).next();
            assert_eq!(unread.is_none(), is_read, "{name}");
            let (place, why) = unread.unwrap_or(("a.warc#1", NotLooked::FieldTwice));
            let is_told = why == NotLooked::FieldTwice || name == "another length";
            assert!(is_told && place == "a.warc#1", "{name}: {place}, {why:?}");
        }
        let broken_off = &bad.as_bytes()[..bad.len() - 9];
        let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
        let findings = sweep.run(pages_of("a.warc", broken_off));
        assert_eq!(findings.found().next().is_some(), is_read, "{name}, broken off");
    }
}

/// The values are those of `sha1sum` and `sha256sum`, in base32 by `basenc --base32`.
#[test]
fn what_does_not_fit_its_checksums_is_no_evidence() {
    let sha1 = PAYLOAD_SHA1;
    let bad = sha1.replace(['A', 'B', 'C', 'D'], "E");
    let unfit = Some(NotLooked::Checksum);
    for (head, expected) in [
        (format!("WARC-Payload-Digest: sha1:{sha1}"), None),
        (format!("WARC-Payload-Digest: SHA1:{}", sha1.to_lowercase()), None),
        (format!("WARC-Payload-Digest: sha1:{PAYLOAD_SHA1_HEX}"), None),
        (format!("WARC-Payload-Digest: sha256:{PAYLOAD_SHA256_HEX}"), None),
        (format!("WARC-Payload-Digest: sha256:{PAYLOAD_SHA256}"), None),
        (format!("WARC-Block-Digest: sha1:{BLOCK_SHA1}"), None),
        ("WARC-Payload-Digest: md5:00".to_owned(), None),
        ("WARC-Payload-Digest: whatever".to_owned(), None),
        (format!("WARC-Payload-Digest: sha1:{bad}"), unfit),
        (format!("WARC-Block-Digest: sha1:{sha1}"), unfit),
        (format!("WARC-Payload-Digest: sha1:{BLOCK_SHA1}"), unfit),
        ("WARC-Payload-Digest: sha1:ZZZZ".to_owned(), unfit),
        ("WARC-Payload-Digest: sha256:".to_owned(), unfit),
        (format!("WARC-Block-Digest: sha1:{BLOCK_SHA1}\r\nWARC-Payload-Digest: sha1:{bad}"), unfit),
    ] {
        let file = response(&format!("WARC-Date: 2026-11-20T10:00:00Z\r\n{head}\r\n"));
        assert_eq!(why(&file), expected, "{head}");
    }
}

#[test]
fn a_checksum_of_chunks_or_of_what_was_in_them_fits() {
    let content = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{CHUNKED}"
    );
    for (digest, expected) in
        [(CHUNKED_SHA1, None), (DECHUNKED_SHA1, None), (PAYLOAD_SHA1, Some(NotLooked::Checksum))]
    {
        let head = format!(
            "WARC-Type: response\r\nWARC-Date: 2026-11-20T10:00:00Z\r\nWARC-Payload-Digest: sha1:{digest}\r\n"
        );
        let file = record(&head, &content);
        let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
        let findings = sweep.run(pages_of("a.warc", file.as_bytes()));
        let why = findings.not_looked_at(Some("gemeente-voorbeeld")).next().map(|(_, why)| why);
        assert_eq!(why, expected, "{digest}");
    }
}

#[test]
fn what_was_seen_again_is_what_its_checksum_says() {
    let profile = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/";
    let own = format!("WARC-Payload-Digest: sha1:{PAYLOAD_SHA1}\r\n");
    let other = format!("WARC-Payload-Digest: sha1:{CHUNKED_SHA1}\r\n");
    let bad = "WARC-Payload-Digest: sha1:ZZZZ\r\n".to_owned();
    let none = String::new();
    for (name, first, again, kind, is_again) in [
        ("none", &none, &none, "identical-payload-digest", true),
        ("the same", &own, &own, "identical-payload-digest", true),
        ("of the page, which says none", &none, &own, "identical-payload-digest", true),
        ("another", &own, &other, "identical-payload-digest", false),
        ("of another page", &none, &other, "identical-payload-digest", false),
        ("none that can be", &none, &bad, "identical-payload-digest", false),
        ("that of an empty answer", &own, &other, "server-not-modified", true),
    ] {
        let first = response(&format!(
            "WARC-Date: 2026-01-20T10:00:00Z\r\nWARC-Record-ID: <urn:a>\r\n{first}"
        ));
        let head = format!(
            "WARC-Type: revisit\r\nWARC-Date: 2026-11-26T10:00:00Z\r\nWARC-Refers-To: <urn:a>\r\n\
             {again}{profile}{kind}\r\n"
        );
        let file = first + &record(&head, "HTTP/1.1 304 Not Modified\r\n\r\n");
        let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
        let findings = sweep.run(pages_of("a.warc", file.as_bytes()));
        let seen = findings.found().next().unwrap().1.best.seen.0.unwrap().to_string();
        assert_eq!(seen, if is_again { "2026-11-26" } else { "2026-01-20" }, "{name}");
    }
}

#[test]
fn an_answer_that_a_browser_shows_otherwise_is_no_evidence() {
    let twice = Some(NotLooked::FieldTwice);
    for (head, expected) in [
        ("Content-Type: text/html", None),
        ("Content-Type: text/html\r\nContent-Type: text/plain", twice),
        ("Content-Type: text/plain\r\nContent-Type: text/html", twice),
        ("Content-Type: text/html\r\nContent-Type: TEXT/HTML; charset=utf-8", None),
        ("Content-Type: text/html;charset=utf-8\r\nContent-Type: text/html;charset=utf-16", twice),
        ("Content-Type: text/html\r\nContent-Disposition: attachment", Some(NotLooked::NotAPage)),
        (
            "Content-Type: text/html\r\nContent-Disposition: ATTACHMENT ; filename=a.html",
            Some(NotLooked::NotAPage),
        ),
        ("Content-Type: text/html\r\nContent-Disposition: file", Some(NotLooked::NotAPage)),
        ("Content-Type: text/html\r\nContent-Disposition: inline; filename=a.html", None),
        ("Content-Type: text/html\r\nContent-Disposition: filename=a.html", None),
        ("Content-Type: text/html\r\nLocation: https://evil.example/", None),
    ] {
        let body = format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{BODY}");
        let file = record("WARC-Type: response\r\nWARC-Date: 2026-11-20T10:00:00Z\r\n", &body);
        let findings =
            ArchiveSweep::new(&DIRECTORY, |_| true).run(pages_of("a.warc", file.as_bytes()));
        assert_eq!(findings.found().next().is_some(), expected.is_none(), "{head}");
        let why = findings.not_looked_at(None).next().map(|(_, why)| why);
        assert_eq!((why, findings.lost().count()), (expected, 0), "{head}");
    }
}
