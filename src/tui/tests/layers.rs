//! What keeps drawing and changing apart: neither reaches for the other, and what both measure with
//! reaches for neither.

use std::fs;
use std::path::{Path, PathBuf};

/// Every source of the screen without its tests, by its path below `src/tui`.
fn sources() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, root: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, root, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root).unwrap().to_owned(), text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/tui");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.retain(|(path, _)| !path.starts_with("tests"));
    found
}

/// Whether a file is a part of this: a folder of that name, or the file beside it.
fn is_part_of(path: &Path, name: &str) -> bool {
    path.with_extension("").iter().any(|part| part == name)
}

/// Whether a text names a module in a path: `crate::tui::view`, `view::put`, or in a group.
fn names(text: &str, module: &str) -> bool {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':'))
        .any(|word| word.contains("::") && word.split("::").any(|part| part == module))
}

#[test]
fn changing_and_drawing_know_nothing_of_each_other() {
    let mut seen = 0;
    for (path, text) in sources() {
        for (part, others) in [
            ("update", &["view"][..]),
            ("view", &["update"]),
            ("state", &["update", "view"]),
            ("layout", &["update", "view"]),
            ("widgets", &["update", "view"]),
        ] {
            if is_part_of(&path, part) {
                seen += 1;
                for other in others {
                    assert!(!names(&text, other), "{} names {other}", path.display());
                }
            }
        }
    }
    assert!(seen > 50, "only {seen} files were looked at");
}

#[test]
fn a_module_is_found_however_it_is_named() {
    for text in ["use crate::tui::view::draw;", "use super::{view::draw, model};", "  view::put(x)"]
    {
        assert!(names(text, "view"), "{text}");
    }
    for text in ["// crate::tui::view", "let view = 3;", "use crate::review::all;"] {
        assert!(!names(text, "view"), "{text}");
    }
}
