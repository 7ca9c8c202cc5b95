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
