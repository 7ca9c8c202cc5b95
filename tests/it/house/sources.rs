//! The files of the project, and the module that each of them is.

use std::fs;
use std::path::{Path, PathBuf};

use super::names;

/// A Rust file.
pub(super) struct Source {
    /// From the root of the project.
    pub(super) path: PathBuf,
    /// `["check", "host"]` for `src/check/host.rs`; empty for the root of a crate.
    pub(super) module: Vec<String>,
    pub(super) text: String,
}

pub(super) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under a folder of the project; none where there is no such folder.
pub(super) fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let top = root().join(folder);
    if top.exists() {
        collect(&top, &top, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The files of the program: those of the root package and of the crates below it.
pub(super) fn program() -> Vec<Source> {
    let mut found = sources("src");
    if let Ok(crates) = fs::read_dir(root().join("crates")) {
        for entry in crates {
            let name = entry.unwrap().file_name().into_string().unwrap();
            found.extend(sources(&format!("crates/{name}/src")));
        }
    }
    found
}

fn collect(top: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(top, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(top).unwrap().with_extension("");
            let mut module: Vec<String> =
                inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
            if matches!(module.last().map(String::as_str), Some("lib" | "main")) {
                module.pop();
            }
            let text = fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(root()).unwrap().to_owned();
            found.push(Source { path, module, text });
        }
    }
}

/// The files that no other declares as its module, which the compiler passes over in silence. The roots of crates and
/// the build script need no other.
pub(super) fn strays(sources: &[Source]) -> Vec<&Path> {
    let is_declared = |source: &Source| {
        let Some((name, parent)) = source.module.split_last() else {
            return true;
        };
        if source.path.ends_with("src/build.rs") {
            return true;
        }
        let mut parents = sources.iter().filter(|it| it.module == parent);
        parents.any(|it| names::modules(&it.text).contains(name))
    };
    sources.iter().filter(|source| !is_declared(source)).map(|it| it.path.as_path()).collect()
}
