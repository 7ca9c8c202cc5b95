//! `officieel audit` and `officieel explain`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    clippy::string_slice,
    reason = "a report that lacks what it must have fails its test"
)]

mod baseline;
mod every_rule;
mod formats;
mod hostile;
mod scope;

use std::fmt::Write;

use serde_json::Value;

use super::harness::{run, small};

/// A register extract of organisations that do not exist.
const REGISTER: &str = "tests/fixtures/small-register.csv";

/// What is found in the small directory, as JSON.
fn json(more: &str) -> Value {
    serde_json::from_str(&small(&format!("audit --format json{more}")).out).unwrap()
}

/// The findings of a report.
fn findings(report: &Value) -> &Vec<Value> {
    report["findings"].as_array().unwrap()
}

/// One key of every finding.
fn all<'r>(report: &'r Value, key: &str) -> Vec<&'r str> {
    findings(report).iter().map(|it| it[key].as_str().unwrap()).collect()
}

#[test]
fn for_people() {
    for (name, line) in [
        ("text", "audit"),
        ("text-dutch", "audit --lang nl"),
        ("text-styled", "audit --kind ministry --color always"),
        ("text-nothing", "audit --rule display-same"),
        ("text-family", "audit --family politie-oostmeer --severity warning"),
        ("markdown", "audit --kind ministry --format markdown"),
        ("markdown-dutch", "audit --rule badge-ended --format markdown --lang nl"),
    ] {
        let ran = small(line);
        let is_met = !ran.out.contains("Nothing found");
        assert_eq!((ran.status, ran.err.as_str()), (i32::from(is_met), ""), "{line}");
        insta::assert_snapshot!(format!("audit-{name}"), ran.out.replace('\u{1b}', "␛"));
    }
}

#[test]
fn for_registrars() {
    for (name, line) in [
        ("register", ""),
        ("register-dutch", " --lang nl"),
        ("register-markdown", " --format markdown"),
        ("register-json", " --format json --rule address-typo"),
        ("register-csv", " --format csv"),
    ] {
        let ran = small(&format!("audit --register {REGISTER}{line}"));
        assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{line}");
        insta::assert_snapshot!(format!("audit-{name}"), ran.out.replace('\r', "␍"));
    }
    let report = json(&format!(" --register {REGISTER}"));
    let lines: Vec<u64> = findings(&report).iter().map(|it| it["line"].as_u64().unwrap()).collect();
    assert!(lines.is_sorted() && lines.len() > 4, "{lines:?}");
}

#[test]
fn the_status_follows_the_bar() {
    for (line, status) in [
        ("audit", 1),
        ("audit --fail-on note", 1),
        ("audit --fail-on warning", 1),
        ("audit --fail-on error", 0),
        ("audit --rule badge-old", 1),
        ("audit --rule badge-old --fail-on warning", 0),
        ("audit --rule badge-old --severity warning", 0),
        ("audit --register tests/fixtures/small-register.csv --fail-on error", 1),
        ("audit --register tests/fixtures/no-such.csv", 2),
        ("audit --register tests/fixtures/small.toml", 2),
    ] {
        for format in ["text", "json", "csv", "markdown", "sarif", "junit"] {
            let ran = small(&format!("{line} --format {format}"));
            assert_eq!(ran.status, status, "{line} {format}");
            assert_eq!(ran.err.is_empty(), status != 2, "{line} {format}: {}", ran.err);
            assert_eq!(ran.out.is_empty(), status == 2, "{line} {format}");
        }
    }
}

#[test]
fn the_built_in_directory_counts_as_its_parts_do() {
    let ran = run(&["audit", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let summary = &report["summary"];
    assert_eq!(summary["organisations"], 1436);
    for severity in ["note", "warning", "error"] {
        let count = all(&report, "severity").iter().filter(|it| **it == severity).count();
        assert_eq!(summary[severity], count, "{severity}");
    }
    let mut of_kinds = 0;
    let kinds = report["scores"].as_array().unwrap();
    assert!(kinds.len() > 20);
    for kind in kinds {
        for share in ["convention", "consistency", "badges", "observed", "freshness"] {
            let (some, of) = (kind[share]["some"].as_u64(), kind[share]["all"].as_u64());
            assert!(some <= of, "{kind}");
            assert_eq!(kind[share]["percent"].is_null(), of == Some(0), "{kind}");
        }
        let ran = run(&["audit", "--format", "json", "--kind", kind["id"].as_str().unwrap()]);
        let part: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(part["scores"][0], *kind, "{kind:?}");
        of_kinds += findings(&part).len();
    }
    assert_eq!(of_kinds, findings(&report).len());
    let fingerprints = all(&report, "fingerprint");
    let unique: std::collections::BTreeSet<&&str> = fingerprints.iter().collect();
    assert_eq!(unique.len(), fingerprints.len(), "two findings of one fingerprint");
}

#[test]
fn rules_are_explained() {
    for (name, line) in [
        ("all", "explain"),
        ("all-dutch", "explain --lang nl"),
        ("one", "explain status-ended"),
        ("one-dutch", "explain status-ended --lang nl"),
        ("one-json", "explain status-ended --json"),
        ("one-styled", "explain naming-convention --color always"),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
        insta::assert_snapshot!(format!("explain-{name}"), ran.out.replace('\u{1b}', "␛"));
    }
    let all: Value = serde_json::from_str(&small("explain --json").out).unwrap();
    let mut ids = String::new();
    for rule in all.as_array().unwrap() {
        let id = rule["id"].as_str().unwrap();
        let ran = small(&format!("explain {id}"));
        assert!(ran.out.contains(rule["why"].as_str().unwrap()), "{id}");
        assert!(!ran.out.contains(['{', '}']), "{id}: {}", ran.out);
        writeln!(ids, "{id}").unwrap();
    }
    assert_eq!(ids.lines().count(), officieel::audit::Rule::ALL.len());
}
