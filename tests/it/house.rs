//! The house rules that no compiler checks: the layers, and the size of files.

use std::fs;
use std::path::{Path, PathBuf};

/// What stands below the terminal.
const BELOW: &[&str] = &[
    "audit",
    "cache",
    "channel",
    "check",
    "directory",
    "embedded",
    "overlay",
    "platform",
    "replace",
    "search",
    "store",
    "text",
];

/// Every Rust file under a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The layer of a file: the first part of its path below `src`, without `.rs`.
fn layer(path: &Path) -> String {
    let mut inside = path.iter().rev().take_while(|part| *part != "src");
    let first = inside.by_ref().last().unwrap().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Every Rust file of the program and of its crates.
fn program() -> Vec<PathBuf> {
    [sources(&root().join("src")), sources(&root().join("crates"))].concat()
}

#[test]
fn nothing_below_knows_a_terminal() {
    let mut seen = 0;
    for path in program() {
        if BELOW.contains(&layer(&path).as_str()) {
            seen += 1;
            let text = fs::read_to_string(&path).unwrap();
            for word in ["ratatui", "crossterm", "crate::tui", "crate::cli"] {
                assert!(!text.contains(word), "{} mentions {word}", path.display());
            }
        }
    }
    assert!(seen > 30, "only {seen} files were looked at");
}

#[test]
fn layers_point_downwards() {
    // Each layer may name those that stand before it, and itself. Platforms date their facts, so
    // they know the date of the vocabulary, and nothing else of it.
    let order = [
        "replace",
        "text",
        "store",
        "platform",
        "directory",
        "channel",
        "search",
        "check",
        "audit",
        "cache",
        "overlay",
    ];
    for path in program() {
        let Some(own) = order.iter().position(|name| *name == layer(&path)) else {
            continue;
        };
        let text = fs::read_to_string(&path).unwrap();
        for above in order.iter().skip(own + 1) {
            let named = text.matches(&format!("crate::{above}")).count();
            let dates = text.matches("crate::directory::Date").count();
            let allowed = if order[own] == "platform" && *above == "directory" { dates } else { 0 };
            assert_eq!(named, allowed, "{} reaches up to {above}", path.display());
        }
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    for folder in ["src", "crates", "tests", "benches", "examples"] {
        let folder = root().join(folder);
        for path in if folder.exists() { sources(&folder) } else { Vec::new() } {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            assert!(lines <= 400, "{} has {lines} lines", path.display());
        }
    }
}
