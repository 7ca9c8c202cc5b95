//! ARCHITECTURE.md names files and things that exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::path;

/// Where things have their names: the sources, the words, and how the project is built.
const NAMED_IN: [&str; 8] =
    ["src", "crates", "tests", "benches", "examples", "locales", "directory.toml", ".ci"];

/// Folders that a path may be written from, besides the root.
const SHORT_FOR: [&str; 5] = [
    "crates/directory/src",
    "crates/directory/src/directory",
    "crates/online/src",
    "src/tui",
    "src/tui/screens",
];

/// What stands between backquotes, outside of blocks.
fn quoted(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|part| part.split('`').skip(1).step_by(2)).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Adds all words of a file, or of all files below a folder.
fn words_below(place: &Path, words: &mut BTreeSet<String>) {
    // What this file makes up is named nowhere.
    if place.ends_with(file!()) {
        return;
    }
    if place.is_dir() {
        for entry in fs::read_dir(place).unwrap() {
            words_below(&entry.unwrap().path(), words);
        }
    } else if let Ok(text) = fs::read_to_string(place) {
        words
            .extend(text.split(|c| !is_word(c)).filter(|word| !word.is_empty()).map(str::to_owned));
        words.extend(place.file_stem().and_then(|name| name.to_str()).map(str::to_owned));
    }
}

/// Whether it is meant as a file or folder: it has folders in it, or ends as our files do.
fn is_path(quoted: &str) -> bool {
    let signs = ['/', '.', '_', '-'];
    let ends = [".rs", ".toml", ".md"];
    quoted.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(&c))
        && (quoted.contains('/') || ends.iter().any(|end| quoted.ends_with(end)))
}

/// The parts of a name such as `a`, `a::b` or `a.b(&c)`; nothing where it is something else.
fn parts_of_name(quoted: &str) -> Vec<&str> {
    let name = quoted.split('(').next().unwrap_or_default();
    let parts: Vec<&str> = name.split("::").flat_map(|part| part.split('.')).collect();
    let is_name =
        |part: &&str| part.starts_with(|c: char| c.is_alphabetic()) && part.chars().all(is_word);
    if parts.iter().all(is_name) { parts } else { Vec::new() }
}

/// What a text names that is not there, without what readers are to make: names that begin as an example does.
fn missing(text: &str, examples: &[&str], words: &BTreeSet<String>) -> Vec<String> {
    let is_example = |quoted: &str| {
        quoted.split(|c| !is_word(c)).any(|part| examples.iter().any(|it| part.starts_with(it)))
    };
    let is_there = |quoted: &str| {
        let starts = std::iter::once("").chain(SHORT_FOR);
        starts.map(|start| path(start).join(quoted)).any(|it| it.exists())
    };
    let is_known = |quoted: &str| {
        if is_path(quoted) {
            is_there(quoted)
        } else {
            parts_of_name(quoted).iter().all(|part| words.contains(*part))
        }
    };
    let unknown = quoted(text).into_iter().filter(|it| !is_example(it) && !is_known(it));
    unknown.map(str::to_owned).collect()
}

/// What the steps to add something call the thing that is added.
const EXAMPLES: [&str; 3] = ["about", "coverage_website", "fy"];

fn known() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for place in NAMED_IN {
        words_below(&path(place), &mut words);
    }
    words
}

#[test]
fn what_the_architecture_names_is_there() {
    let text = fs::read_to_string(path("ARCHITECTURE.md")).unwrap();
    assert!(quoted(&text).len() > 200, "only {} names were looked for", quoted(&text).len());
    assert_eq!(missing(&text, &EXAMPLES, &known()), Vec::<String>::new(), "renamed or removed");
}

#[test]
fn every_module_of_the_program_is_in_the_architecture() {
    let text = fs::read_to_string(path("ARCHITECTURE.md")).unwrap();
    let quoted: BTreeSet<&str> = quoted(&text).into_iter().collect();
    for folder in ["src", "crates/directory/src"] {
        for entry in fs::read_dir(path(folder)).unwrap() {
            let found = entry.unwrap().path();
            let name = found.file_name().and_then(|name| name.to_str()).unwrap();
            let file = format!("{folder}/{name}");
            let is_root = ["lib.rs", "main.rs"].contains(&name);
            if found.extension().is_some_and(|extension| extension == "rs") && !is_root {
                assert!(quoted.contains(file.as_str()), "{file} is in no table");
            }
        }
    }
}

#[test]
fn what_is_not_there_is_noticed() {
    let words = known();
    for there in
        ["`src/check.rs`", "`search/plan.rs`", "`Judge`", "`keys::lookup`", "```\n`a/b.rs`\n```"]
    {
        assert_eq!(missing(there, &EXAMPLES, &words), Vec::<String>::new(), "{there}");
    }
    for gone in ["src/gossip.rs", "search/rumour/", "keys::hear_say_of", "words.overheard(&a)"] {
        let text = format!("`Judge` of `{gone}`");
        assert_eq!(missing(&text, &EXAMPLES, &words), [gone], "{gone}");
    }
}
