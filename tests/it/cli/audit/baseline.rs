//! Baselines: what is known is left out, and what is gone is told.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::harness::{Ran, SMALL, program, run};

fn audit(baseline: &str, path: &Path, more: &[&str]) -> Ran {
    let mut arguments = vec!["audit", "-d", SMALL, baseline, path.to_str().unwrap()];
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn what_is_known_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("known.json");
    let written = audit("--write-baseline", &path, &["--kind", "ministry"]);
    assert_eq!(written.status, 0, "{written:?}");
    assert!(written.err.starts_with("Written to ") && written.err.contains("findings"));
    assert!(written.out.contains("Nothing found."), "{}", written.out);
    let file = fs::read_to_string(&path).unwrap();
    insta::assert_snapshot!("audit-baseline", file);

    let again = audit("--baseline", &path, &["--kind", "ministry"]);
    assert_eq!((again.status, again.err.as_str()), (0, ""));
    assert_eq!(again.out, written.out);
    // What other organisations do is new.
    let wider = audit("--baseline", &path, &["--format", "json"]);
    let report: Value = serde_json::from_str(&wider.out).unwrap();
    assert_eq!((wider.status, &report["baseline"]["hidden"]), (1, &Value::from(3)));
    assert!(!wider.out.contains("bbac8fc717030986"));
    // Writing again changes nothing.
    audit("--write-baseline", &path, &["--kind", "ministry", "--format", "sarif"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), file);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_gone_is_told_to_who_asks_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("known.json");
    audit("--write-baseline", &path, &[]);
    let file = fs::read_to_string(&path).unwrap();
    let (before, rest) = file.split_once("bbac8fc717030986").unwrap();
    fs::write(&path, format!("{before}0123456789abcdef{rest}")).unwrap();
    let ran = audit("--baseline", &path, &[]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("to be taken off the baseline: 1."), "{}", ran.out);
    assert!(ran.out.contains("badge-old ministerie-van-wind x MinWind (0123456789abcdef)"));
    assert_eq!(ran.out.matches("  - ").count(), 1, "{}", ran.out);
    let json = audit("--baseline", &path, &["--format", "json"]);
    let report: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(report["baseline"]["gone"][0]["fingerprint"], "0123456789abcdef");
    // Who asks about less misses nothing.
    let narrow = audit("--baseline", &path, &["--kind", "agency"]);
    assert_eq!(narrow.status, 0);
    assert!(!narrow.out.contains("taken off"), "{}", narrow.out);
}

#[test]
fn one_line_stands_for_one_finding() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("known.json");
    let register = folder.path().join("register.csv");
    let text = fs::read_to_string(super::REGISTER).unwrap();
    let twice = text.lines().nth(4).unwrap();
    fs::write(&register, format!("{text}{twice}\n")).unwrap();
    let more = ["--register", register.to_str().unwrap(), "--rule", "address-insecure"];
    audit("--write-baseline", &path, &more);
    let file = fs::read_to_string(&path).unwrap();
    assert_eq!(file.matches("address-insecure\",\"hint").count(), 2, "{file}");
    let (line, _) = file.split_once(",\n    {\"rule\":\"address").unwrap();
    fs::write(&path, format!("{line}\n  ]\n}}\n")).unwrap();
    let ran = audit("--baseline", &path, &more);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("are in the baseline: 1."), "{}", ran.out);
}

#[test]
fn a_broken_baseline_is_one_clear_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("known.json");
    let entry = "{\"rule\":\"a\",\"hint\":\"b\",\"fingerprint\":\"0123456789abcdef\"}";
    let whole = |findings: &str| {
        format!("{{\n\"version\": 1,\n\"scope\": [],\n\"findings\": [{findings}]\n}}\n")
    };
    let mut seen = String::new();
    for text in [
        String::new(),
        "[]".to_owned(),
        "schema = 1".to_owned(),
        whole(entry).replace("]\n}", ""),
        whole(entry).replace("\"version\": 1", "\"version\": 2"),
        whole(entry).replace("\"scope\": [],\n", ""),
        whole(entry).replace("\"rule\"", "\"rol\u{202e}\""),
        whole(&entry.replace("cdef", "CDEF")),
        whole(&entry.replace("cdef", "\\u001b[2J")),
        whole("{}"),
        whole(&format!("{entry},")),
        whole("\u{1b}"),
    ] {
        fs::write(&path, &text).unwrap();
        let ran = audit("--baseline", &path, &[]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{text}");
        let said = ran.err.replace(path.to_str().unwrap(), "known.json");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
        seen.push_str(&said);
    }
    fs::write(&path, whole(entry)).unwrap();
    assert_eq!(audit("--baseline", &path, &[]).status, 1);
    fs::write(&path, b"\xff\xfe").unwrap();
    assert_eq!(audit("--baseline", &path, &[]).status, 2);
    insta::assert_snapshot!("audit-broken-baselines", seen);
}

#[test]
fn a_file_that_can_not_be_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let ran = audit("--write-baseline", &folder.path().join("no/such/folder.json"), &[]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("can't be written"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (folder.path().join("known.json"), folder.path().join("link.json"));
    fs::write(&path, "{}").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&path, &link).unwrap();
    assert_eq!(audit("--write-baseline", &link, &[]).status, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&path).unwrap().contains("\"version\": 1"));
}

#[test]
fn a_baseline_is_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let directory = fs::canonicalize(SMALL).unwrap();
    for (language, expected) in [("en", "needs a file"), ("nl", "vraagt om een bestand")] {
        let mut command = program(&["audit", "--write-baseline", "-", "--lang", language]);
        command.arg("--directory").arg(&directory).current_dir(folder.path());
        let ran = Ran::of(command.output().unwrap());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{language:?}");
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// One that was killed while it wrote leaves nothing to those that come after it.
#[test]
fn what_a_killed_program_left_behind_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("known.json");
    for begun in [".known.json.Ab12Cd.new", ".known.json.zzzzzz.new"] {
        fs::write(folder.path().join(begun), "{\n  \"version\"").unwrap();
    }
    assert_eq!(audit("--write-baseline", &path, &[]).status, 0);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
