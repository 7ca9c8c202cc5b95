//! Answers that are none: outages, refusals, pages, traps for parsers.

use proptest::prelude::*;

use super::super::{
    Extract, ImportError, LastRun, OrganisationRecord, ReadOptions, Shrunk, Source, read,
};

const ROO: &str = include_str!("../../../tests/fixtures/import/exportOO.xml");
const SPARQL: &str = include_str!("../../../tests/fixtures/import/sparql.json");
const CUT: &str = include_str!("../../../tests/fixtures/import/sparql-cut.txt");
const POLICE: &str = include_str!("../../../tests/fixtures/import/police-0.json");

fn error(source: Source, text: &str) -> ImportError {
    match read(source, text.as_bytes(), &ReadOptions::default()) {
        Ok(extract) => panic!("{source:?} took {text:?}: {} records", extract.records.len()),
        Err(error) => error,
    }
}

#[test]
fn what_is_no_answer_is_refused() {
    let oo = "<p:overheidsorganisaties xmlns:p=\"https://organisaties.overheid.nl/static/schema/oo/export/2.6.13\">";
    let deep = format!("{oo}{}", "<p:a>".repeat(500));
    let entity = format!("<!DOCTYPE a [<!ENTITY b \"c\">]>{oo}&b;</p:overheidsorganisaties>");
    let page = "<!DOCTYPE html><html><body><h1>429 Too Many Requests</h1></body></html>";
    let maxlag = r#"{"error":{"code":"maxlag","info":"Waiting for 10.64.32.12: 7.2 seconds lagged.","lag":7.2},"servedby":"x"}"#;
    let status = "HTTP/1.1 429 Too Many Requests\nRetry-After: 1000\n\n<html></html>";
    let banned = "You have been banned until 2026-11-29T19:00:00Z, please respect throttling";
    for (source, text, expected) in [
        (Source::Roo, "", "Empty"),
        (Source::Roo, "{\"head\":{}}", "Malformed"),
        (Source::Roo, page, "DocumentType"),
        (Source::Roo, "<html><body>moved</body></html>", "Page"),
        (Source::Roo, &format!("{oo}<p:organisaties/></p:overheidsorganisaties>"), "Empty"),
        (Source::Roo, "<other/>", "Malformed"),
        (Source::Roo, &entity, "DocumentType"),
        (Source::Roo, &deep, "TooLarge"),
        (Source::Roo, &format!("{oo}&nbsp;</p:overheidsorganisaties>"), "Malformed"),
        (Source::Roo, &ROO.replace("p:naam>", "p:benaming>"), "Malformed"),
        (Source::Rio, oo, "Malformed"),
        (Source::Wikidata, "", "Empty"),
        (Source::Wikidata, page, "Page"),
        (Source::Wikidata, CUT, "Cut"),
        (Source::Wikidata, maxlag, "Reported"),
        (Source::Wikidata, status, "Status"),
        (Source::Wikidata, banned, "Reported"),
        (Source::Wikidata, r#"{"head":{"vars":["item"]},"results":{"bindings":[]}}"#, "Empty"),
        (Source::Wikidata, "{}", "Malformed"),
        (Source::Wikidata, "[1]", "Malformed"),
        (Source::Mastodon, r#"{"error": "Record not found"}"#, "Reported"),
        (Source::Mastodon, "[]", "Empty"),
        (
            Source::Police,
            r#"{"code":400,"type":"error","message":"Invalid field value"}"#,
            "Reported",
        ),
        (Source::Police, POLICE, "Cut"),
        (Source::Govdirectory, page, "Page"),
        (Source::Govdirectory, "country,qid,name\n", "NoColumn"),
        (Source::Csv, "organisation,url\n\"Beau", "Cut"),
        (Source::Csv, "a,b\n1,2\n", "NoColumn"),
        (Source::Csv, "organisation,url\n", "Empty"),
    ] {
        let error = error(source, text);
        let named = format!("{error:?}");
        assert!(named.starts_with(expected), "{source:?} {text:.60?}: {named}");
    }
}

#[test]
fn an_unknown_version_is_read_and_reported() {
    let newer = ROO.replace("/2.6.9\"", "/2.7.0\"");
    let extract = read(Source::Roo, newer.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(extract.is_unknown_version);
    assert_eq!(extract.version.as_deref(), Some("2.7.0"));
    let prefix = ROO
        .replace("<p:", "<roo:")
        .replace("</p:", "</roo:")
        .replace(" p:", " roo:")
        .replace("xmlns:p=", "xmlns:roo=");
    let other = read(Source::Roo, prefix.as_bytes(), &ReadOptions::default()).unwrap();
    let own = read(Source::Roo, ROO.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(other.records == own.records, "the prefix decides nothing");
}

#[test]
fn a_source_that_lost_a_part_is_an_outage() {
    let extract = |records: usize| Extract {
        records: vec![OrganisationRecord::default(); records],
        stamped: Some("2026-05-16".parse().unwrap()),
        ..Extract::default()
    };
    let last = LastRun::of(Source::Roo, &extract(1_000));
    for (records, is_taken) in
        [(1_000, true), (2_000, true), (950, true), (949, false), (500, false), (0, false)]
    {
        assert_eq!(last.check(Source::Roo, &extract(records)).is_ok(), is_taken, "{records}");
    }
    let small = LastRun::of(Source::Roo, &extract(4));
    assert!(small.check(Source::Roo, &extract(2)).is_ok(), "two of four may have merged");
    let older = Extract { stamped: Some("2026-05-15".parse().unwrap()), ..extract(1_000) };
    assert!(matches!(last.check(Source::Roo, &older), Err(Shrunk::Older { .. })));
    assert!(matches!(last.check(Source::Rio, &extract(1_000)), Err(Shrunk::OtherSource(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A part of an answer is never taken for the answer.
    #[test]
    fn a_cut_answer_is_refused(share in 0.0_f64..1.0) {
        for (source, text) in [(Source::Roo, ROO), (Source::Wikidata, SPARQL)] {
            let whole = text.trim_end();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a share of a small length")]
            let at = (share * whole.len() as f64) as usize;
            let cut = &whole.as_bytes()[..at.min(whole.len() - 1)];
            prop_assert!(read(source, cut, &ReadOptions::default()).is_err(), "{source:?} at {at}");
        }
    }

    /// Nothing makes a reader panic, and no record is made of noise with hostile characters in its name.
    #[test]
    fn noise_is_read_in_peace(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0_usize..26_000, source in 0_usize..7) {
        let source = Source::ALL[source];
        let _ = read(source, bytes.as_slice(), &ReadOptions::default());
        let mut mixed = ROO.as_bytes().to_vec();
        let at = at.min(mixed.len());
        mixed.splice(at..(at + bytes.len()).min(mixed.len()), bytes);
        if let Ok(extract) = read(Source::Roo, mixed.as_slice(), &ReadOptions::default()) {
            for record in extract.records {
                prop_assert!(!record.name.chars().any(officieel_directory::text::sanitise::is_hostile));
            }
        }
    }
}

#[test]
fn a_page_that_no_directory_takes_is_refused_with_its_row() {
    let table = |page: &str| {
        format!("organisation,url,page\r\n\r\nA,https://x.com/a,\r\nB,https://x.com/b,{page}\r\n")
    };
    for (page, refused) in [
        ("https://www.voorbeeld.example/contact", false),
        ("http://www.voorbeeld.example/", false),
        ("see their site", false),
        ("https://www.voorbeeld.example@evil.example/", true),
        ("https://www.voorbeeld.example:a@evil.example/", true),
        ("https://www.voorbeeld.example\\@evil.example/", true),
    ] {
        let read = read(Source::Csv, table(page).as_bytes(), &ReadOptions::default());
        let row = match &read {
            Err(ImportError::OddPage { row, .. }) => Some(*row),
            _ => None,
        };
        assert_eq!((row, read.is_ok()), (refused.then_some(4), !refused), "{page}");
    }
}
