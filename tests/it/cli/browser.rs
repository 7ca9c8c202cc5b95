//! `officieel open` with a browser that `BROWSER` names.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::harness::{Ran, program};

/// A program that writes down what it is started with, one argument a line.
fn browser(folder: &Path, name: &str, ends_with: u8) -> PathBuf {
    let path = folder.join(name);
    let seen = folder.join("seen");
    let script = format!(
        "#!/bin/sh\nfor it in \"{name}\" \"$@\"; do echo \"$it\"; done >> '{}'\nexit {ends_with}\n",
        seen.display()
    );
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// What comes of opening with such a variable in a remote session, and what the browsers saw.
fn open(folder: &Path, variable: &str, language: &str) -> (Ran, String) {
    let seen = folder.join("seen");
    fs::write(&seen, "").unwrap();
    let mut command = program(&["--lang", language, "open", "@POL_Ede"]);
    command.env("BROWSER", variable).env("PATH", "/bin:/usr/bin");
    (Ran::of(command.output().unwrap()), fs::read_to_string(seen).unwrap())
}

#[test]
fn the_first_that_takes_it_is_given_the_address() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let good = browser(folder, "good one", 0);
    let bad = browser(folder, "bad", 1);
    let (good, bad) = (good.display(), bad.display());
    let address = "https://x.com/POL_Ede";
    for (variable, expected) in [
        (format!("'{good}'"), format!("good one\n{address}\n")),
        (format!("\"{good}\" --new %s -q"), format!("good one\n--new\n{address}\n-q\n")),
        (format!("'{good}' --url=%s"), format!("good one\n--url={address}\n")),
        (
            format!("/nonexistent/browser:{bad}:'{good}'"),
            format!("bad\n{address}\ngood one\n{address}\n"),
        ),
        // No shell reads it.
        (format!("'{good}' $(id) ; >x"), format!("good one\n$(id)\n;\n>x\n{address}\n")),
    ] {
        let (ran, seen) = open(folder, &variable, "en");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{variable}");
        assert!(ran.out.ends_with("Handed to the browser.\n"), "{variable}: {}", ran.out);
        assert_eq!(seen, expected, "{variable}");
    }
}

#[test]
fn a_browser_that_fails_is_named_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let bad = browser(folder.path(), "bad", 2);
    let bad = bad.display().to_string();
    for (language, said) in [
        (
            "en",
            "Not opened: no program that BROWSER names (BAD) took the address; check what it is set to.",
        ),
        (
            "nl",
            "Niet geopend: geen programma dat BROWSER noemt (BAD) nam het adres aan; kijk na wat daar staat.",
        ),
    ] {
        let (ran, _) = open(folder.path(), &bad, language);
        assert_eq!(ran.status, 1, "{ran:?}");
        assert!(ran.err.replace(&bad, "BAD").starts_with(said), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    // Empty is not set: then a remote session has no screen for one.
    let (ran, _) = open(folder.path(), "", "en");
    assert!(ran.err.starts_with("Not opened: this session has no screen"), "{}", ran.err);
}
