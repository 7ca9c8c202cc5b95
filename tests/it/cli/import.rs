//! `officieel import`: what a register says, and a directory of another country made of it.
#![cfg(feature = "online")]

use std::fmt::Write;
use std::fs;

use super::harness::{Ran, run, small};

const FIXTURES: &str = "crates/online/tests/fixtures/import";

fn import(line: &str) -> Ran {
    let line = line.replace("FIXTURES", FIXTURES);
    let arguments: Vec<&str> = line.split(' ').collect();
    run(&[&["import"], &arguments[..]].concat())
}

#[test]
fn text_and_json() {
    for (name, line) in [
        ("roo", "import roo FIXTURES/exportOO.xml"),
        ("roo-dutch", "import roo FIXTURES/exportOO.xml --lang nl"),
        ("rio", "import rio FIXTURES/exportRIO.xml"),
        ("wikidata-json", "import wikidata FIXTURES/sparql.json --seen 2026-11-28 --json"),
        ("mastodon", "import mastodon FIXTURES/mastodon-1.json --seen 2026-11-28"),
    ] {
        let ran = small(&line.replace("FIXTURES", FIXTURES));
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
        insta::assert_snapshot!(format!("import-{name}"), ran.out);
    }
}

#[test]
fn what_can_not_be_used_says_why() {
    let mut seen = String::new();
    for line in [
        "wikidata FIXTURES/sparql-cut.txt --seen 2026-11-28",
        "wikidata FIXTURES/sparql-cut.txt --seen 2026-11-28 --lang nl",
        "wikidata FIXTURES/sparql.json",
        "wikidata FIXTURES/exportOO.xml --seen 2026-11-28",
        "roo FIXTURES/sparql.json",
        "police FIXTURES/police-0.json --seen 2020-11-26",
        "csv FIXTURES/neighbours.csv --seen 2026-11-28",
        "csv FIXTURES/neighbours.csv --seen 2026-11-28 --map name=name",
        "roo /nonexistent",
        "wikidata --print-query",
        "wikidata --print-query --country B",
        "roo FIXTURES/exportOO.xml --new-directory /tmp/x.toml",
        "roo FIXTURES/exportOO.xml --country zz",
        "csv FIXTURES/neighbours.csv --map organisation=name --seen 2026-11-28 --country be --new-directory /nonexistent/x.toml",
    ] {
        let ran = import(line);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
        writeln!(seen, "{line}\n{}", ran.err).unwrap();
    }
    insta::assert_snapshot!("import-faults", seen);
}

#[test]
fn the_query_is_of_any_country() {
    let ran = import("wikidata --print-query --country lu --languages fr,de,lb");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains("\"LU\"") && ran.out.contains("\"fr\", \"de\", \"lb\""),
        "{}",
        ran.out
    );
}

#[test]
fn from_an_answer_to_a_working_directory() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nl.toml");
    let path = file.to_str().unwrap();
    let line = format!(
        "wikidata FIXTURES/sparql.json --seen 2026-11-20 --country NL --new-directory {path}"
    );
    assert_eq!(import(&line).status, 0);
    let first = fs::read(&file).unwrap();
    // What is there is kept, unless that is asked for.
    let again = import(&line);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("--force"), "{}", again.err);
    assert_eq!(import(&format!("{line} --force")).status, 0);
    assert!(fs::read(&file).unwrap() == first, "the same answer makes the same file");
    assert_eq!(run(&["fmt", "--check", path]).status, 0);
    let checked = run(&["--directory", path, "check", "https://x.com/gemeentedelft"]);
    assert!(checked.out.contains("Delft"), "{}", checked.out);
}

#[test]
fn a_run_is_held_against_the_last_one() {
    let folder = tempfile::tempdir().unwrap();
    let (last, table) = (folder.path().join("last.json"), folder.path().join("table.csv"));
    let run_of = |rows: usize| {
        let mut text = "organisation,url\n".to_owned();
        for it in 0..rows {
            writeln!(text, "Body {it},https://x.com/body{it}").unwrap();
        }
        fs::write(&table, text).unwrap();
        let (last, table) = (last.to_str().unwrap(), table.to_str().unwrap());
        run(&["import", "csv", table, "--seen", "2026-11-28", "--last-run", last])
    };
    assert_eq!(run_of(100).status, 0);
    let kept = fs::read(&last).unwrap();
    let halved = run_of(50);
    assert_eq!(halved.status, 2);
    assert!(halved.err.contains("50") && halved.err.contains("100"), "{}", halved.err);
    assert!(fs::read(&last).unwrap() == kept, "an outage is no last good run");
    assert_eq!(run_of(98).status, 0);
}

#[test]
fn only_what_has_an_address_is_fetched() {
    for (name, line, told) in [
        ("a table", "import csv --fetch", "FILE"),
        ("no server", "import mastodon --fetch", "--address"),
        ("not encrypted", "import roo --fetch --address http://a.example/x.xml", "https"),
        ("a user name", "import roo --fetch --address https://a:b@a.example/x.xml", "user name"),
        ("no country", "import wikidata --fetch", "--country"),
        ("a file besides", "import roo a.xml --fetch", "--fetch"),
        ("an address and a file", "import roo a.xml --address https://a.example/", "--address"),
    ] {
        let ran = run(&line.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{name}: {}", ran.err);
        assert!(ran.err.contains(told), "{name}: {}", ran.err);
    }
}

#[test]
fn a_directory_says_in_the_language_what_it_is_and_where_its_table_stands() {
    let folder = tempfile::tempdir().unwrap();
    let (table, words) = (folder.path().join("t.csv"), folder.path().join("words.toml"));
    fs::write(&table, "organisation\nLintgen\n").unwrap();
    fs::write(&words, "[[kind]]\nid = \"municipality\"\nwords = [\"commune\"]\nnames = [\"x\"]\n")
        .unwrap();
    let (table, words) = (table.to_str().unwrap(), words.to_str().unwrap());
    let file = folder.path().join("lu.toml");
    let made = |more: &[&str]| {
        let line = ["import", "csv", table, "--seen", "2026-11-20", "--force"];
        run(&[&line[..], &["--new-directory", file.to_str().unwrap()], more].concat())
    };
    let source = ["--published-at", "https://tables.example/lu.csv"];
    for (language, title) in [
        ("en", "Official accounts of the government of Luxembourg"),
        ("nl", "Officiële accounts van de overheid van Luxemburg"),
    ] {
        let ran = made(&[&["--country", "lu", "--lang", language], &source[..]].concat());
        assert_eq!(ran.status, 0, "{}", ran.err);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(title) && text.contains("https://tables.example/lu.csv"), "{text}");
        assert!(!text.contains("example.org"), "{text}");
    }
    for (more, told) in [
        (vec!["--country", "lu"], "--published-at"),
        (vec!["--country", "lu", "--published-at", "http://tables.example/"], "https"),
        (vec!["--country", "zz", source[0], source[1]], "two letters of a country"),
        (vec!["--country", "lu", "--words", words, source[0], source[1]], "words.toml:4:1: "),
    ] {
        let ran = made(&more);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{more:?}");
        assert!(ran.err.contains(told), "{more:?}: {}", ran.err);
    }
}

#[test]
fn a_new_organisation_of_a_table_is_proposed_with_its_place_and_number() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("t.csv");
    fs::write(
        &table,
        "organisation,kind,phone,url,page\nGemeente Nieuw,gemeente,+31 318 123456,https://x.com/gemnieuw,https://tables.example/nieuw\n",
    )
    .unwrap();
    let file = folder.path().join("p.toml");
    let line = ["import", "csv", table.to_str().unwrap(), "--seen", "2026-11-20"];
    let ran = run(&[&line[..], &["--proposals", file.to_str().unwrap()]].concat());
    assert_eq!(ran.status, 0, "{}", ran.err);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("phone = \"+31 318 123456\""), "{text}");
    assert!(text.contains("places = [\"Nieuw\"]") && text.contains("country = \"NL\""), "{text}");
}

#[test]
fn a_row_without_an_account_keeps_its_page() {
    let folder = tempfile::tempdir().unwrap();
    let (table, file) = (folder.path().join("t.csv"), folder.path().join("p.toml"));
    let (page, other) = ("https://tables.example/nieuw", "https://tables.example/later");
    let account = "https://x.com/gemnieuw";
    for (name, rows, pages) in [
        ("alone", format!("Gemeente Nieuw,,{page}\n"), 1),
        ("before its account", format!("Gemeente Nieuw,,{page}\nGemeente Nieuw,{account},\n"), 2),
        ("behind its account", format!("Gemeente Nieuw,{account},\nGemeente Nieuw,,{page}\n"), 2),
        (
            "twice",
            format!("Gemeente Nieuw,,\nGemeente Nieuw,,{page}\nGemeente Nieuw,,{other}\n"),
            1,
        ),
    ] {
        let _ = fs::remove_file(&file);
        fs::write(&table, format!("organisation,url,page\n{rows}")).unwrap();
        let line = ["import", "csv", table.to_str().unwrap(), "--seen", "2026-11-20"];
        let ran = run(&[&line[..], &["--proposals", file.to_str().unwrap()]].concat());
        assert_eq!(
            (ran.status, ran.err.contains("column `page`")),
            (0, false),
            "{name}: {}",
            ran.err
        );
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains("kind = \"organisation-new\""), "{name}: {text}");
        assert_eq!(
            (text.matches(page).count(), text.contains(other)),
            (pages, false),
            "{name}: {text}"
        );
    }
}
