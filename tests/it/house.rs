//! The house rules that no compiler checks: the layers, the size of files, and that every file is compiled.

mod cases;
mod layers;
mod names;
mod sources;

use std::fs;

use sources::{folders, program, root, sources, strays};

/// Every folder with Rust of this project.
const FOLDERS: [&str; 6] = ["src", "crates", "tests", "benches", "examples", "fuzz/fuzz_targets"];

#[test]
fn layers_point_downwards() {
    let program = program();
    assert!(program.len() > 200, "only {} files were looked at", program.len());
    let faults = layers::faults(&program);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_below_knows_a_terminal() {
    let terminals = layers::terminals(&program());
    assert!(terminals.is_empty(), "{}", terminals.join("\n"));
}

#[test]
fn the_table_of_layers_holds_nothing_that_no_module_needs() {
    let unneeded = layers::unneeded(&program());
    assert!(unneeded.is_empty(), "{}", unneeded.join("\n"));
}

#[test]
fn every_file_is_a_module() {
    for folder in folders().into_iter().chain(["tests".to_owned()]) {
        let found = sources(&folder);
        assert!(found.len() > 2, "{folder}");
        let strays = strays(&found);
        assert!(strays.is_empty(), "in {folder}, no other file has these as modules: {strays:?}");
    }
}

#[test]
fn there_are_two_binaries_of_integration_tests() {
    let entries = fs::read_dir(root().join("tests")).unwrap();
    let mut roots: Vec<String> = entries
        .map(|entry| entry.unwrap())
        .filter(|it| {
            it.path().extension().is_some_and(|it| it == "rs") || it.path().join("main.rs").exists()
        })
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    roots.sort();
    assert_eq!(
        roots,
        ["it", "pty.rs"],
        "each more is linked by itself: make it a module of tests/it"
    );
}

#[test]
fn no_file_is_too_long_to_read() {
    for source in FOLDERS.into_iter().flat_map(sources) {
        let lines = source.text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", source.path.display());
    }
}

#[test]
fn a_case_of_a_table_is_named_where_it_fails() {
    let unnamed: Vec<String> = sources("tests")
        .iter()
        .flat_map(|source| {
            let lines = cases::unnamed(&source.text).into_iter();
            lines.map(|line| format!("{}:{line}", source.path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(unnamed.is_empty(), "say for which case:\n{}", unnamed.join("\n"));
}
