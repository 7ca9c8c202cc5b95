//! The formats that programs read.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::{REGISTER, all, findings, json};
use crate::cli::harness::{SMALL, run, small};

fn sarif(line: &str) -> Value {
    let ran = small(&format!("audit --format sarif{line}"));
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    serde_json::from_str(&ran.out).unwrap()
}

fn fingerprints(log: &Value) -> BTreeSet<String> {
    let results = log["runs"][0]["results"].as_array().unwrap();
    let of = |it: &Value| it["partialFingerprints"]["officieel/v1"].as_str().unwrap().to_owned();
    results.iter().map(of).collect()
}

#[test]
fn snapshots() {
    for (name, line) in [
        ("json", "audit --kind ministry --format json"),
        ("csv", "audit --kind ministry --format csv"),
        ("csv-dutch", "audit --kind ministry --format csv --delimiter ; --lang nl"),
        ("csv-tab", "audit --rule badge-old --format csv --delimiter tab"),
        ("sarif", "audit --rule badge-old --rule status-ended --format sarif"),
        ("junit", "audit --kind ministry --format junit"),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{line}");
        let shown = ran.out.replace('\r', "␍").replace('\u{feff}', "‹BOM›");
        insta::assert_snapshot!(format!("audit-{name}"), shown);
    }
}

/// What the schema of SARIF 2.1.0 asks of what is written here: required keys, values, ranges.
#[test]
fn sarif_is_what_its_schema_asks_for() {
    for line in ["", &format!(" --register {REGISTER}")] {
        let log = sarif(line);
        assert_eq!(log["version"], "2.1.0", "{line}");
        let run = &log["runs"][0];
        let driver = &run["tool"]["driver"];
        assert_eq!(driver["name"], "officieel", "{line}");
        let rules = driver["rules"].as_array().unwrap();
        let ids: BTreeSet<&str> = rules.iter().map(|it| it["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rules.len(), "{line}");
        for rule in rules {
            assert!(
                !rule["shortDescription"]["text"].as_str().unwrap().is_empty(),
                "{line} {rule}"
            );
            assert!(!rule["fullDescription"]["text"].as_str().unwrap().is_empty(), "{line} {rule}");
            let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
            assert!(["note", "warning", "error"].contains(&level), "{line} {rule}");
            let help = rule["helpUri"].as_str().unwrap_or("https://");
            assert!(help.starts_with("https://"), "{help}");
            let title = rule["shortDescription"]["text"].as_str().unwrap();
            let help = rule["help"]["markdown"].as_str().unwrap();
            assert!(help.starts_with(&format!("**{title}**\n\n")), "{help}");
            assert!(help.contains("\n\n*what to do:* "), "{help}");
            assert!(!help.contains('{'), "{help}");
        }
        let results = run["results"].as_array().unwrap();
        assert!(results.len() > 4, "{line}");
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"], "{line} {result}");
            assert!(
                ["note", "warning", "error"].contains(&result["level"].as_str().unwrap()),
                "{line} {result}"
            );
            assert!(!result["message"]["text"].as_str().unwrap().is_empty(), "{line} {result}");
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(uri.starts_with("tests/fixtures/small"), "{uri}");
            assert_eq!(run["artifacts"][0]["location"]["uri"], uri, "{line} {result}");
            assert!(place["region"]["startLine"].as_u64().unwrap() > 1, "{line} {result}");
            let name = &result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"];
            assert!(!name.as_str().unwrap().is_empty(), "{line} {result}");
        }
        let shown: BTreeSet<String> =
            all(&json(line), "fingerprint").into_iter().map(str::to_owned).collect();
        assert_eq!(fingerprints(&log), shown, "{line}");
        assert!(shown.iter().all(|it| it.len() == 16), "{line}");
    }
}

/// The results of a log, each with the line that it names.
fn places(log: &Value) -> Vec<(&Value, usize)> {
    let results = log["runs"][0]["results"].as_array().unwrap().iter();
    let line = |it: &Value| {
        let line = it["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64();
        usize::try_from(line.unwrap()).unwrap()
    };
    results.map(|it| (it, line(it))).collect()
}

/// The table that begins on a line, up to the next one.
fn table_at(text: &str, line: usize) -> &str {
    let begins = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
    let (header, behind) = text[begins..].split_once('\n').unwrap();
    assert!(header.starts_with("[["), "line {line}: {header}");
    let end = behind.find("\n[[").unwrap_or(behind.len());
    &text[begins..begins + header.len() + 1 + end]
}

/// Each finding stands where what it is about stands in the file; what is nowhere in it, on the first line.
#[test]
fn results_name_the_lines_of_organisations_and_accounts() {
    let built_in = run(&["audit", "--format", "sarif"]).out;
    let windows = tempfile::tempdir().unwrap();
    let path = windows.path().join("directory.toml");
    let small = fs::read_to_string(SMALL).unwrap();
    fs::write(&path, format!("\u{feff}{}", small.replace('\n', "\r\n"))).unwrap();
    let of_windows = run(&["audit", "--format", "sarif", "-d", path.to_str().unwrap()]).out;
    for (text, log) in [
        (fs::read_to_string("directory.toml").unwrap(), built_in),
        (small.clone(), small_log()),
        (small, of_windows),
    ] {
        let log: Value = serde_json::from_str(&log).unwrap();
        let mut seen = BTreeSet::new();
        for (result, line) in places(&log) {
            let name = &result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"];
            let parts: Vec<&str> = name.as_str().unwrap().split('/').collect();
            if line == 1 {
                // A family of all organisations of a kind is nowhere in the file.
                assert!(text.contains(&format!("\nkind = \"{}\"", parts[0])), "{name}");
                continue;
            }
            let table = table_at(&text, line);
            let is_account = parts.len() > 2;
            seen.insert(is_account);
            let key = if is_account { "platform" } else { "id" };
            let value = if is_account { parts[1] } else { parts[0] };
            assert!(table.contains(&format!("\n{key} = \"{value}\"")), "{name} is not {table}");
            if let [_, _, account] = parts[..] {
                assert!(table.contains(account), "{name} is not {table}");
            }
        }
        assert_eq!(seen.len(), 2, "there are findings about accounts and about organisations");
    }
}

fn small_log() -> String {
    small("audit --format sarif").out
}

/// The fingerprint that code scanning tells alerts apart by is another for every finding.
#[test]
fn no_two_results_are_one_alert() {
    let folder = tempfile::tempdir().unwrap();
    let twice = folder.path().join("register.csv");
    let text = fs::read_to_string(REGISTER).unwrap();
    fs::write(&twice, format!("{text}{}\n", text.lines().nth(4).unwrap())).unwrap();
    let built_in = run(&["audit", "--format", "sarif"]).out;
    let register = ["audit", "-d", SMALL, "--format", "sarif", "--register"];
    let twice = run(&[&register[..], &[twice.to_str().unwrap()]].concat()).out;
    for (log, is_twice) in [(built_in, false), (small_log(), false), (twice, true)] {
        let log: Value = serde_json::from_str(&log).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let mut hashes = BTreeSet::new();
        for result in results {
            let own = result["partialFingerprints"]["officieel/v1"].as_str().unwrap();
            let hash = result["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap();
            let (first, count) = hash.split_once(':').unwrap();
            assert_eq!(first, own, "{result}");
            assert!(count == "1" || is_twice, "{hash}");
            assert!(hashes.insert(hash), "{hash} twice");
        }
    }
}

#[test]
fn fingerprints_survive_another_order_and_another_language() {
    let text = fs::read_to_string(SMALL).unwrap();
    let (head, organisations) = text.split_once("[[organisation]]").unwrap();
    let mut parts: Vec<&str> = organisations.split("[[organisation]]").collect();
    parts.reverse();
    let reordered = format!("{head}[[organisation]]{}", parts.join("\n[[organisation]]"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reordered.toml");
    fs::write(&path, reordered).unwrap();
    let ran = run(&["audit", "-d", path.to_str().unwrap(), "--format", "sarif", "--lang", "nl"]);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(fingerprints(&log), fingerprints(&sarif("")));
    // Nobody learns from it where on a machine the file stood.
    assert!(!ran.out.contains(folder.path().to_str().unwrap()));
    assert_eq!(log["runs"][0]["artifacts"][0]["location"]["uri"], "reordered.toml");
}

#[test]
fn junit_counts_what_it_holds() {
    let ran = small("audit --format junit");
    let report = quick_junit::Report::deserialize_from_str(&ran.out).unwrap();
    let found = json("");
    assert_eq!(report.failures, findings(&found).len());
    let mut names = BTreeSet::new();
    for suite in &report.test_suites {
        let of_rule = all(&found, "rule").iter().filter(|it| **it == suite.name.as_str()).count();
        assert_eq!(suite.failures, of_rule, "{:?}", suite.name);
        assert_eq!(suite.tests, of_rule.max(1), "{:?}", suite.name);
        for case in &suite.test_cases {
            let name = (suite.name.as_str().to_owned(), case.name.as_str().to_owned());
            assert!(names.insert(name), "two tests of one name: {:?}", case.name);
        }
    }
    let all_rules = report.test_suites.len();
    assert!(all_rules > 25, "{all_rules}");
}

#[test]
fn csv_has_a_row_for_each_finding() {
    for (line, delimiter) in [("", b','), (" --delimiter ;", b';'), (" --delimiter tab", b'\t')] {
        let ran = small(&format!("audit --format csv{line}"));
        let text = ran.out.strip_prefix('\u{feff}').unwrap_or(&ran.out);
        assert_eq!(text != ran.out, delimiter == b';', "{line}");
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count(), "{line}");
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let position = header.iter().position(|it| it == "fingerprint").unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let shown: Vec<&str> = rows.iter().map(|row| row.get(position).unwrap()).collect();
        assert_eq!(shown, all(&json(""), "fingerprint"), "{line}");
    }
}
