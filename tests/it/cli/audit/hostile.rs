//! Hostile directories, registers and arguments: nothing that a terminal, a browser or a spreadsheet
//! would act on comes out.

use std::fs;

use officieel::text::sanitise::is_hostile;

use crate::cli::harness::{SMALL, run};

/// What the loader of a directory lets through, as it may well stand in a name.
const NAME: &str = "=cmd|' /C calc'!A0 <script>alert(1)</script> [x](https://evil.example) ` * &";

const FORMATS: [&[&str]; 7] = [
    &["--format", "text"],
    &["--format", "json"],
    &["--format", "csv"],
    &["--format", "csv", "--delimiter", ";"],
    &["--format", "markdown"],
    &["--format", "sarif"],
    &["--format", "junit"],
];

/// Whether a report carries out nothing that the directory or register holds, in its format.
fn assert_tame(out: &str, format: &[&str]) {
    assert_harmless(out, format);
    match format[1] {
        "csv" => assert_no_formula(out),
        "markdown" => assert_no_markup(out),
        "junit" => assert!(!out.contains("<script>")),
        _ => {}
    }
}

fn assert_harmless(text: &str, format: &[&str]) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if format.contains(&"csv") { text.replace("\r\n", "\n") } else { text.to_owned() };
    let raw: Vec<char> = text.chars().filter(|&c| c != '\n' && is_hostile(c)).collect();
    assert!(raw.is_empty(), "{format:?}: {raw:?}");
}

/// A spreadsheet divides lines at its own sign, whatever the file uses.
fn assert_no_formula(text: &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for separator in [',', ';', '\t'] {
        for cell in text.lines().flat_map(|line| line.split(separator)) {
            let cell = cell.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
}

fn assert_no_markup(text: &str) {
    for line in text.lines() {
        assert!(!line.contains(['<', '>']), "{line}");
        assert!(!line.contains(" [x]("), "{line}");
        let escaped = line.matches("\\|").count();
        let signs = line.matches('|').count() - escaped;
        if line.starts_with("| ") {
            assert!([3, 5, 7, 8].contains(&signs), "{signs} cells: {line}");
        }
    }
}

#[test]
fn names_of_a_directory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    let small = fs::read_to_string(SMALL).unwrap();
    let text = small
        .replace("name = \"Ministerie van Wind en Weer\"", &format!("name = \"{NAME}\""))
        .replace("Blauw vinkje van vroeger", NAME);
    fs::write(&path, text).unwrap();
    for format in FORMATS {
        let mut arguments = vec!["audit", "-d", path.to_str().unwrap()];
        arguments.extend(format);
        let ran = run(&arguments);
        assert_eq!(ran.status, 1, "{ran:?}");
        assert!(ran.out.contains("alert(1)"), "{}", ran.out);
        assert_tame(&ran.out, format);
    }
}

#[test]
fn entries_of_a_register() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register\u{202e}\u{1b}[31m.csv");
    let mut text = "register_id,org_name,platform,username_as_registered,url_as_registered,\
                    register_url\n"
        .to_owned();
    for hostile in ["=1+1", "+31", "-1", "@SUM(1)", "\u{9}=1", "\u{1b}[2J", "\u{202e}", NAME, "|"] {
        let address = format!("http://www.facebook.com/admin/{hostile}?utm_source={hostile}");
        text.push_str(&format!("1,\"{hostile}\",\"{hostile}\",\"{hostile}\",\"{address}\",x\n"));
        text.push_str(&format!("1,\"{hostile}\",X,\"{hostile}\",\"{hostile}\",x\n"));
        text.push_str(&format!("1,a,X,\"{hostile}\",\"https://x.com/MinWind?{hostile}\",x\n"));
    }
    fs::write(&path, text).unwrap();
    for format in FORMATS {
        let mut arguments = vec!["audit", "-d", SMALL, "--register", path.to_str().unwrap()];
        arguments.extend(format);
        let ran = run(&arguments);
        assert_eq!(ran.status, 1, "{ran:?}");
        assert_tame(&ran.out, format);
    }
}

#[test]
fn arguments() {
    let hostile = "a\u{1b}]0;owned\u{7}\u{202e}\u{200b}b";
    for option in [
        "--family",
        "--kind",
        "--organisation",
        "--platform",
        "--rule",
        "--severity",
        "--register",
        "--format",
        "--delimiter",
        "--fail-on",
        "--baseline",
    ] {
        let ran = run(&["audit", option, hostile]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{option}");
        assert_harmless(&ran.err, &[]);
    }
    let ran = run(&["explain", hostile]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert_harmless(&ran.err, &[]);
}
