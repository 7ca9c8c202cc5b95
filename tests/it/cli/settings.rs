//! Settings.

use std::fs;
use std::path::Path;

use super::harness::{Ran, SMALL, program};

/// The program in a home with these settings.
fn with_settings(settings: &str, arguments: &[&str]) -> Ran {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/officieel");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), settings).unwrap();
    in_home(home.path(), arguments)
}

fn in_home(home: &Path, arguments: &[&str]) -> Ran {
    let mut command = program(&["--today", "2026-11-21"]);
    Ran::of(command.env("HOME", home).args(arguments).output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn settings_hold_where_the_command_line_says_nothing() {
    let dutch = "[interface]\nlanguage = \"nl\"\ncolor = \"always\"\n";
    let set = with_settings(dutch, &["-d", SMALL, "show", "gemeente-zandmeer"]);
    assert!(set.out.contains("gemeente") && set.out.contains('\u{1b}'), "{}", set.out);
    let line = ["-d", SMALL, "--lang", "en", "--color", "never", "show", "gemeente-zandmeer"];
    let given = with_settings(dutch, &line);
    assert!(given.out.contains("municipality") && !given.out.contains('\u{1b}'), "{}", given.out);
    let country = with_settings("[interface]\ncountry = \"be\"\n", &["search", "Gent"]);
    assert!(country.out.contains("Gent"), "{}", country.out);
}
