//! What sources say, as proposals: from a saved page to a directory that says more.
#![cfg(feature = "online")]
#![expect(clippy::unwrap_used, reason = "a test that can't prepare its files can't go on")]

use std::fs;
use std::path::PathBuf;

use super::harness::{Ran, SMALL, program};

/// Runs a line in a folder that has a copy of the small directory.
fn run(folder: &tempfile::TempDir, line: &str) -> Ran {
    let directory = folder.path().join("d.toml").into_os_string().into_string().unwrap();
    let mut arguments = vec!["--directory", &directory, "--today", "2026-11-30", "--no-overlay"];
    arguments.extend(line.split(' '));
    let mut program = program(&arguments);
    Ran::of(program.current_dir(folder.path()).output().unwrap())
}

fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(SMALL, folder.path().join("d.toml")).unwrap();
    folder
}

fn fixture(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sweep").join(name);
    path.into_os_string().into_string().unwrap()
}

#[test]
fn from_a_page_to_a_directory_that_says_more() {
    let folder = desk();
    let page = fixture("contact.html");
    let sweep = format!("sweep --from {page} --seen 2026-11-29 --proposals p.toml");
    assert_eq!(run(&folder, &sweep).status, 0);
    let listed = run(&folder, "review p.toml --list");
    insta::assert_snapshot!(listed.shown());
    let once = fs::read_to_string(folder.path().join("p.toml")).unwrap();
    assert_eq!(run(&folder, &sweep).status, 0);
    assert_eq!(fs::read_to_string(folder.path().join("p.toml")).unwrap(), once, "swept twice");
    let confirmed = run(&folder, "merge p.toml --into d.toml --confirmations");
    assert_eq!(confirmed.status, 0, "{}", confirmed.shown());
    let directory = fs::read_to_string(folder.path().join("d.toml")).unwrap();
    assert!(!directory.contains("2026-11-29"), "a page vouches for itself");
    assert_eq!(run(&folder, "review p.toml --accept 2-3").status, 0);
    let held = run(&folder, "merge p.toml --into d.toml");
    assert_eq!(held.status, 1, "a page vouches for itself: {}", held.shown());
    let merged = run(&folder, "merge p.toml --into d.toml --despite 2,3");
    assert_eq!(merged.status, 0, "{}", merged.shown());
    let directory = fs::read_to_string(folder.path().join("d.toml")).unwrap();
    assert!(directory.contains("2026-11-29"), "no newer evidence");
    assert!(!directory.contains("zandmeer@social.overheid.example"), "taken over unasked");
    assert_eq!(run(&folder, "review p.toml --accept 1-9").status, 2, "there are not so many");
    let rejected = run(&folder, "review p.toml --reject 1 --reason no");
    assert_eq!(rejected.status, 0, "{}", rejected.shown());
    assert_eq!(run(&folder, &sweep).status, 0);
    let text = fs::read_to_string(folder.path().join("p.toml")).unwrap();
    assert!(text.contains("verdict = \"rejected\""), "a sweep forgets what was rejected");
}

#[test]
fn nothing_is_asked_for_unless_it_is_asked_to() {
    let folder = desk();
    let ran = run(&folder, "sweep kind:municipality --dry-run");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
    let ran = run(&folder, "sweep kind:municipality --offline --state seen");
    insta::assert_snapshot!(ran.shown());
    assert_eq!(run(&folder, "sweep").status, 2, "neither a filter nor files");
}

#[test]
fn an_organisation_of_a_table_becomes_one_of_the_directory() {
    let folder = desk();
    let table = "organisation,register,kind,website,platform,account,url,page\n\
        Gemeente Nieuwdam,7701,Gemeente,https://www.nieuwdam.example/,X,nieuwdam,https://x.com/nieuwdam,https://www.nieuwdam.example/contact\n\
        Gemeente Nieuwdam,7701,Gemeente,https://www.nieuwdam.example/,Instagram,nieuwdam,https://www.instagram.com/nieuwdam/,\n\
        Gemeente Achterdam,7702,Gemeente,https://www.achterdam.example/,X,achterdam,https://x.com/achterdam,\n";
    fs::write(folder.path().join("t.csv"), table).unwrap();
    let line = "import csv t.csv --seen 2026-11-29 --proposals p.toml";
    let ran = run(&folder, line);
    assert_eq!(ran.status, 0, "{}", ran.shown());
    for told in
        ["(column `page`): 2", "Gemeente Nieuwdam: https://www.instagram.com", "Gemeente Achterdam"]
    {
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
    let once = fs::read_to_string(folder.path().join("p.toml")).unwrap();
    assert!(once.contains("kind = \"organisation-new\""), "{once}");
    assert!(!once.contains("achterdam"), "it names no page: {once}");
    assert_eq!(run(&folder, line).status, 0);
    assert_eq!(fs::read_to_string(folder.path().join("p.toml")).unwrap(), once, "imported twice");
    let listed = run(&folder, "review p.toml --list");
    for told in [
        "new organisation: Gemeente Nieuwdam",
        "municipality; Nieuwdam; 7701",
        "https://www.nieuwdam.example/contact",
    ] {
        assert!(listed.out.contains(told), "{told}: {}", listed.out);
    }
    assert_eq!(run(&folder, "review p.toml --accept 1-2").status, 0);
    // Nobody else says that the page is its own.
    let merged = run(&folder, "merge p.toml --into d.toml");
    assert_eq!(merged.status, 1, "{}", merged.shown());
    let merged = run(&folder, "merge p.toml --into d.toml --despite 1-2");
    assert_eq!(merged.status, 0, "{}", merged.shown());
    let found = run(&folder, "show gemeente-nieuwdam --json");
    for told in [
        "\"Gemeente Nieuwdam\"",
        "municipality",
        "7701",
        "https://x.com/nieuwdam",
        "https://www.nieuwdam.example/contact",
    ] {
        assert!(found.out.contains(told), "{told}: {}", found.shown());
    }
    let before = fs::read(folder.path().join("d.toml")).unwrap();
    assert_eq!(run(&folder, "merge p.toml --into d.toml").status, 0, "taken over twice");
    assert_eq!(fs::read(folder.path().join("d.toml")).unwrap(), before);
    // What it is now known as, it is recognised by.
    let again = run(&folder, "import csv t.csv --seen 2026-11-29 --json");
    assert!(again.out.contains("\"new_organisations\": 1"), "{}", again.out);
}

#[test]
fn an_id_that_is_taken_is_not_taken_over() {
    let folder = desk();
    let proposal = "schema = 1\n\n[[proposal]]\nkind = \"organisation-new\"\norganisation = \"gemeente-zandmeer\"\n\
        value = \"Gemeente Anders\"\nprofile = { kind = \"municipality\" }\n\
        evidence = [{ method = \"register\", url = \"https://register.example/1\", seen = \"2026-11-29\" }]\n\
        decision = { verdict = \"accepted\", on = \"2026-11-29\", pages = [] }\n";
    fs::write(folder.path().join("p.toml"), proposal).unwrap();
    let before = fs::read(folder.path().join("d.toml")).unwrap();
    let merged = run(&folder, "merge p.toml --into d.toml");
    assert_eq!(merged.status, 1, "{}", merged.shown());
    assert!(merged.err.contains("has this id already"), "{}", merged.err);
    assert_eq!(fs::read(folder.path().join("d.toml")).unwrap(), before);
}

#[test]
fn a_table_in_no_encoding_says_where() {
    let folder = desk();
    let head = b"organisation,url\nGemeente A,https://x.com/a\n";
    for (name, row, told) in [
        ("mixed", b"S\xc3\xbadwest \xfa,https://x.com/b\n".as_slice(), Some("line 3, column 9")),
        (
            "no letter of windows-1252",
            b"S\xfadwest \x81,https://x.com/b\n",
            Some("line 3, column 9"),
        ),
        ("windows-1252", b"S\xfadwest,https://x.com/b\n", None),
    ] {
        fs::write(folder.path().join("t.csv"), [head, row].concat()).unwrap();
        let ran = run(&folder, "import csv t.csv --seen 2026-11-29");
        assert_eq!(ran.status, if told.is_some() { 2 } else { 0 }, "{name}: {}", ran.shown());
        let text = ran.out + &ran.err;
        assert!(text.contains(told.unwrap_or("Súdwest")), "{name}: {text}");
    }
}
