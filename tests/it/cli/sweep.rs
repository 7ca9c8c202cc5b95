//! `officieel sweep`: what archives and saved pages show.
#![cfg(feature = "online")]

use std::fs;

use serde_json::Value as Json;

use super::harness::{fed, on_day, run, small};

const PAGE: &str = "tests/fixtures/sweep/contact.html";
const ARCHIVE: &str = "tests/fixtures/sweep/site.warc";

/// Each account with what becomes of it.
fn outcomes(out: &str) -> Vec<(String, String)> {
    let rows: Vec<Json> = serde_json::from_str(out).unwrap();
    let text = |row: &Json, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| (text(row, "account"), text(row, "outcome"))).collect()
}

#[test]
fn a_saved_page_is_told_of() {
    insta::assert_snapshot!(small(&format!("sweep --from {PAGE}")).shown());
    insta::assert_snapshot!(small(&format!("sweep --lang nl --from {PAGE}")).shown());
}

#[test]
fn an_archive_and_a_page_are_told_of_together() {
    insta::assert_snapshot!(small("sweep --from tests/fixtures/sweep").shown());
    insta::assert_snapshot!(small(&format!("sweep --json --from {PAGE} {ARCHIVE}")).shown());
}

#[test]
fn the_order_of_files_makes_no_difference() {
    let one = small(&format!("sweep --json --from {PAGE} --from {ARCHIVE}"));
    let other = small(&format!("sweep --json --from {ARCHIVE} {PAGE} {PAGE}"));
    assert_eq!(one.out, other.out);
}

#[test]
fn only_the_organisations_of_a_filter_are_looked_at() {
    for line in [
        format!("sweep kind:ministry --json --from {PAGE} {ARCHIVE}"),
        format!("sweep --from {PAGE} {ARCHIVE} kind:ministry --json"),
    ] {
        let expected = [("MinWind", "confirms"), ("wind@social.overheid.example", "confirms")];
        let expected = expected.map(|(account, outcome)| (account.to_owned(), outcome.to_owned()));
        let mut found = outcomes(&small(&line).out);
        found.sort();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn a_page_without_an_address_is_at_the_one_that_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.html");
    fs::write(&file, "<title>Gemeente Zandmeer</title><a href='https://x.com/GemZandmeer'>X</a>")
        .unwrap();
    let file = file.to_str().unwrap();
    let given = ["--directory", "tests/fixtures/small.toml", "sweep", "--json", "--from", file];
    let without = run(&given);
    assert_eq!((without.status, without.out.as_str()), (1, "[]\n"));
    assert!(without.err.contains("--site"), "{}", without.err);
    for (site, expected) in [
        ("https://www.zandmeer.example/", vec![("GemZandmeer".to_owned(), "confirms".to_owned())]),
        ("zandmeer.example", vec![("GemZandmeer".to_owned(), "confirms".to_owned())]),
        ("https://www.ergens.example/", vec![]),
    ] {
        let ran = run(&[&given[..], &["--site", site]].concat());
        assert_eq!(outcomes(&ran.out), expected, "{site}");
    }
}

#[test]
fn standard_input_may_be_an_archive_or_a_page() {
    for (name, file, count) in [("page", PAGE, 6), ("archive", ARCHIVE, 2)] {
        let input = fs::read(file).unwrap();
        let given = ["--directory", "tests/fixtures/small.toml", "sweep", "--json", "--from", "-"];
        assert_eq!(outcomes(&fed(&given, &input).out).len(), count, "{name}");
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    for line in
        ["sweep --from nowhere.warc", "sweep --site :// --from tests/fixtures/sweep", "sweep"]
    {
        let ran = small(line);
        assert_eq!(ran.status, 2, "{line}: {}", ran.err);
        assert!(!ran.err.is_empty(), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_whose_links_lead_back_to_it_is_looked_into_once() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("a");
    fs::create_dir(&inside).unwrap();
    fs::copy(PAGE, inside.join("contact.html")).unwrap();
    for name in ["x", "y", "z"] {
        std::os::unix::fs::symlink(".", inside.join(name)).unwrap();
        std::os::unix::fs::symlink("..", inside.join(format!("up-{name}"))).unwrap();
    }
    let given = ["--directory", "tests/fixtures/small.toml", "sweep", "--json", "--from"];
    let linked = run(&[&given[..], &[folder.path().to_str().unwrap()]].concat());
    assert_eq!(linked.out, run(&[&given[..], &[PAGE]].concat()).out);
}

#[test]
fn a_record_of_a_day_that_is_yet_to_come_is_no_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.warc");
    let content = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\
         <title>Gemeente Zandmeer</title><footer><a href='https://x.com/GemZandmeer'>X</a></footer>";
    for (date, is_evidence) in [
        ("2026-01-01T00:00:00Z", true),
        ("2099-01-01T00:00:00Z", false),
        ("2026-02-30T00:00:00Z", false),
        ("2026-01-01T00:00:00+99:00", false),
        ("2026-01-01T23:59:60Z", false),
        ("1969-01-01T00:00:00Z", false),
    ] {
        let record = format!(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.zandmeer.example/\r\n\
             WARC-Date: {date}\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
            content.len()
        );
        fs::write(&file, record).unwrap();
        let ran = small(&format!("sweep --json --from {}", file.display()));
        assert_eq!(outcomes(&ran.out).is_empty(), !is_evidence, "{date}: {}", ran.err);
        let told = small(&format!("sweep --from {}", file.display())).shown();
        assert_eq!(told.contains("no day is given for it"), !is_evidence, "{date}: {told}");
    }
}

#[test]
fn two_archives_of_different_days_are_two_looks() {
    let folder = tempfile::tempdir().unwrap();
    let archive = |date: &str| {
        let content = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\
             <title>Gemeente Zandmeer</title><p>Bel ons.</p></html>";
        let record = format!(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.zandmeer.example/\r\n\
             WARC-Date: {date}T00:00:00Z\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
            content.len()
        );
        let file = folder.path().join(format!("{date}.warc"));
        fs::write(&file, record).unwrap();
        file.display().to_string()
    };
    let (first, soon, late) = (archive("2026-12-01"), archive("2026-12-04"), archive("2026-12-20"));
    for (name, files, must_wait) in [
        ("one", vec![&late], true),
        ("a week apart", vec![&first, &late], false),
        ("the later first", vec![&late, &first], false),
        ("days apart", vec![&first, &soon], true),
        ("the same twice", vec![&late, &late], true),
    ] {
        let proposals = folder.path().join("proposals.toml");
        let mut arguments = vec!["--directory", "tests/fixtures/small.toml", "sweep"];
        arguments.extend(["--proposals", proposals.to_str().unwrap(), "--from"]);
        arguments.extend(files.iter().map(|it| it.as_str()));
        let ran = on_day("2026-12-31", &arguments);
        let written = fs::read_to_string(&proposals).unwrap();
        assert!(written.contains("no-longer-shown"), "{name}: {written}{}", ran.err);
        assert_eq!(written.contains("look-again-on-another-day"), must_wait, "{name}: {written}");
        fs::remove_file(&proposals).unwrap();
    }
}
