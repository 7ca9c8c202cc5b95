//! `officieel diff`: what changed between two editions of a directory.

use std::collections::BTreeSet;
use std::fs;

use officieel::cli::arguments::Arguments;
use officieel::words::Language;
use roxmltree::{Document, Node};
use serde_json::Value;

use super::harness::{Ran, fed, run};

const OLD: &str = "tests/fixtures/edition-1.toml";
const NEW: &str = "tests/fixtures/edition-2.toml";

/// The run on both editions, with more arguments as one line.
fn diff(more: &str) -> Ran {
    let mut arguments = vec!["diff", OLD, NEW];
    arguments.extend(more.split_whitespace());
    run(&arguments)
}

fn json(more: &str) -> Value {
    serde_json::from_str(&diff(&format!("--json {more}")).out).unwrap()
}

fn kinds(report: &Value) -> Vec<&str> {
    let changes = report["changes"].as_array().unwrap();
    changes.iter().map(|it| it["kind"].as_str().unwrap()).collect()
}

#[test]
fn text_and_every_format() {
    for (name, more) in [
        ("english", ""),
        ("dutch", "--lang nl"),
        ("styled", "--color always --kind handle-taken --kind trust-up"),
        ("json", "--json --organisation gemeente-zandmeer"),
        ("markdown", "--format markdown"),
        ("markdown-dutch", "--format markdown --lang nl --platform facebook"),
        ("atom", "--format atom --platform twitter"),
    ] {
        let ran = diff(more);
        assert_eq!(ran.err, "", "{name}");
        insta::assert_snapshot!(format!("diff-{name}"), ran.shown().replace('\u{1b}', "␛"));
    }
}

#[test]
fn the_summary_counts_the_lines() {
    let report = json("");
    let all = kinds(&report);
    let counts = report["counts"].as_object().unwrap();
    for (kind, count) in counts {
        let told = all.iter().filter(|it| *it == kind).count();
        assert_eq!(count.as_u64(), u64::try_from(told).ok(), "{kind}");
    }
    assert_eq!(report["total"].as_u64(), u64::try_from(all.len()).ok());
    let lines = |text: &str, start: &str| text.lines().filter(|it| it.starts_with(start)).count();
    let text = diff("").out;
    assert_eq!(lines(&text, "  "), all.len());
    assert_eq!(u64::try_from(lines(&text, "  [alarm] ")).ok(), report["alarms"].as_u64());
    let summary = text.lines().next().unwrap();
    assert!(summary.contains(&format!("Changes: {}, alarms: 2;", all.len())), "{summary}");
    let markdown = diff("--format markdown").out;
    assert_eq!(lines(&markdown, "- "), all.len());
}

#[test]
fn the_status_tells_alarms_from_changes_from_nothing() {
    for (more, status) in [
        ("", 3),
        ("--kind account-moved", 3),
        ("--kind trust-up", 1),
        ("--organisation waterkring", 1),
        ("--organisation veendienst", 1),
        ("--kind phone-gone", 0),
        ("--kind phon-gone", 2),
        ("--platform x", 3),
        ("--platform twiter", 2),
        ("--organisation waterkrin", 2),
        ("--format atom --json", 2),
    ] {
        let ran = diff(more);
        assert_eq!(ran.status, status, "{more}: {ran:?}");
        assert_eq!(ran.out.is_empty(), status == 2, "{more}");
        assert_eq!(ran.err.is_empty(), status != 2, "{more}");
    }
}

#[test]
fn an_edition_against_itself_is_no_change() {
    for arguments in [
        &["diff", OLD, OLD][..],
        &["diff", OLD, "--directory", OLD],
        &["diff", "built-in"],
        &["diff", "built-in", "built-in"],
    ] {
        for format in ["text", "json", "markdown", "atom"] {
            let ran = run(&[arguments, &["--format", format]].concat());
            assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{arguments:?}");
        }
    }
    let text = run(&["diff", OLD, OLD]).out;
    assert_eq!(text, "Nothing changed from edition 2026-10-01 to edition 2026-10-01.\n");
}

#[test]
fn the_newer_edition_is_the_directory_in_use() {
    let in_use = run(&["diff", OLD, "--directory", NEW]);
    assert_eq!(in_use.out, diff("").out);
    let text = fs::read(OLD).unwrap();
    let streamed = fed(&["--today", "2026-11-21", "diff", "-", NEW], &text);
    assert_eq!(streamed.out, diff("").out);
    // What is new against the built-in directory is all that stands in a file.
    let ran = run(&["diff", "built-in", NEW, "--json", "--kind", "organisation-new"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["total"], 4);
}

#[test]
fn trust_is_judged_on_one_day() {
    // In 2023 both were fresh, and so was neither ever.
    assert_eq!(kinds(&json("--kind trust-up")), ["trust-up"]);
    let ran = super::harness::on_day("2029-01-01", &["diff", OLD, NEW, "--kind", "trust-up"]);
    assert_eq!(ran.status, 0, "{ran:?}");
}

#[test]
fn a_feed_is_sound_and_its_ids_stay() {
    let report = json("");
    let changes = report["changes"].as_array().unwrap();
    let english = entries(&diff("--format atom").out);
    let ids: Vec<&str> = english.iter().map(|it| it[0].as_str()).collect();
    let expected = changes.iter().map(|it| it["fingerprint"].as_str().unwrap());
    let expected: Vec<String> =
        expected.map(|it| format!("tag:officieel,2026:change/{it}")).collect();
    assert_eq!(ids, expected);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), changes.len());
    for entry in &english {
        assert_eq!(entry[1], "2026-11-01T00:00:00Z", "{entry:?}");
        assert!(!entry[2].is_empty() && !entry[3].is_empty(), "{entry:?}");
    }
    let dutch = entries(&diff("--format atom --lang nl").out);
    assert!(dutch.iter().map(|it| &it[0]).eq(&ids));
    assert_ne!(dutch, english);
}

/// The id, the date, the title and the content of every entry of a sound feed.
fn entries(feed: &str) -> Vec<[String; 4]> {
    let document = Document::parse(feed).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name(("http://www.w3.org/2005/Atom", "feed")));
    let text = |node: Node<'_, '_>, name: &str| {
        let child = node.children().find(|it| it.tag_name().name() == name);
        child.unwrap().text().unwrap_or_default().to_owned()
    };
    assert_eq!(text(root, "id"), "tag:officieel,2026:diff/2026-10-01/2026-11-01");
    assert_eq!(text(root, "updated"), "2026-11-01T00:00:00Z");
    assert!(!text(root, "title").is_empty());
    let all = root.children().filter(|it| it.tag_name().name() == "entry");
    all.map(|it| ["id", "updated", "title", "content"].map(|name| text(it, name))).collect()
}

#[test]
fn what_a_file_says_is_text_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.toml");
    let old = fs::read_to_string(OLD).unwrap();
    let name = "Veen & <b>dienst</b> [x](y) ]]> \\\"z\\\"";
    let new = old.replace("name = \"Veendienst\"", &format!("name = \"{name}\""));
    fs::write(&path, new).unwrap();
    let of = |format: &str| {
        let ran = run(&["diff", OLD, path.to_str().unwrap(), "--format", format]);
        assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{format}");
        ran.out
    };
    let shown = name.replace('\\', "");
    assert!(of("text").contains(&shown));
    let feed = of("atom");
    let document = Document::parse(&feed).unwrap();
    let title = document.descendants().rfind(|it| it.has_tag_name("title")).unwrap();
    assert!(title.text().unwrap().contains(&shown), "{title:?}");
    let markdown = of("markdown");
    assert!(markdown.contains("&lt;b&gt;dienst&lt;/b&gt; \\[x\\](y)"), "{markdown}");
    let report: Value = serde_json::from_str(&of("json")).unwrap();
    assert_eq!(report["changes"][0]["organisation"]["name"], shown);
}

#[test]
fn files_that_can_not_be_used_are_told_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.toml");
    let broken = fs::read_to_string(OLD).unwrap().replace("kind = \"other\"", "kind = \"town\"");
    fs::write(&path, broken).unwrap();
    let path = path.to_str().unwrap();
    for arguments in [&["diff", path, NEW][..], &["diff", OLD, path], &["diff", path]] {
        let ran = run(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.starts_with(&format!("{path}:63:8: ")), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    for (arguments, said) in [
        (&["diff"][..], "Missing"),
        (&["diff", "/nonexistent"], "can't be read"),
        (&["diff", "-", "-"], "one file only"),
        (&["diff", "-", "--directory", "-"], "one file only"),
    ] {
        let ran = run(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn every_kind_can_be_asked_for() {
    let all = json("");
    let kinds_of_all = kinds(&all);
    for &kind in officieel::changes::Kind::ALL {
        let given = ["officieel", "diff", OLD, "--kind", kind.id()].map(Into::into).to_vec();
        assert!(Arguments::read(given, Language::En).is_ok(), "{kind:?}");
        let told = kinds(&json(&format!("--kind {}", kind.id()))).len();
        let all = kinds_of_all.iter().filter(|it| **it == kind.id()).count();
        assert_eq!(told, all, "{kind:?}");
    }
}
