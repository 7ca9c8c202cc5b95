//! The files of the project, and the module that each of them is.

use std::fs;
use std::path::{Path, PathBuf};

use super::names::{self, Declared};

/// A Rust file.
pub(super) struct Source {
    /// From the root of the project.
    pub(super) path: PathBuf,
    /// `["check", "host"]` for `src/check/host.rs`; empty for the root of a crate.
    pub(super) module: Vec<String>,
    pub(super) text: String,
    /// Whether it, or a module around it, is declared behind `#[cfg(test)]`.
    pub(super) is_test: bool,
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
    let declared: Vec<Declared> =
        found.iter().flat_map(|source| names::read(&source.module, &source.text).1).collect();
    for source in &mut found {
        let mut around = declared.iter().filter(|it| source.module.starts_with(&it.module));
        source.is_test = around.any(|it| it.is_test);
    }
    found
}

/// The folders of the program: that of the root package, and those of the crates below it.
pub(super) fn folders() -> Vec<String> {
    let mut folders = vec!["src".to_owned()];
    if let Ok(crates) = fs::read_dir(root().join("crates")) {
        let names = crates.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let of_crates = names.map(|name| format!("crates/{name}/src"));
        // The sources of one are those of the root.
        folders.extend(of_crates.filter(|folder| root().join(folder).is_dir()));
    }
    folders
}

/// The files of the program. What only writes Rust while it is built has modules of its own names.
pub(super) fn program() -> Vec<Source> {
    let folders = folders();
    let parts = folders.iter().filter(|folder| *folder != "crates/locales/src");
    parts.flat_map(|folder| sources(folder)).collect()
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
            found.push(Source { path, module, text, is_test: false });
        }
    }
}

/// The files of a folder that no other declares as its module, which the compiler passes over in silence.
pub(super) fn strays(sources: &[Source]) -> Vec<&Path> {
    let declared: Vec<Declared> =
        sources.iter().flat_map(|it| names::read(&it.module, &it.text).1).collect();
    let has_root = sources.iter().any(|source| source.module.is_empty());
    let is_stray = |source: &&Source| {
        // A folder without a root of its own, such as `tests`, holds roots.
        let is_root = source.module.len() == usize::from(!has_root);
        let is_script = source.path.ends_with("src/build.rs");
        !is_root && !is_script && declared.iter().all(|it| it.module != source.module)
    };
    sources.iter().filter(is_stray).map(|it| it.path.as_path()).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Source, strays};

    #[test]
    fn a_file_that_no_other_declares_is_noticed() {
        let source = |path: &str, module: &[&str], text: &str| Source {
            path: path.into(),
            module: module.iter().map(ToString::to_string).collect(),
            text: text.to_owned(),
            is_test: false,
        };
        let sources = [
            source("src/lib.rs", &[], "pub mod a;\n// mod c;\n"),
            source("src/a.rs", &["a"], "#[cfg(test)]\nmod tests;"),
            source("src/a/tests.rs", &["a", "tests"], ""),
            source("src/a/b.rs", &["a", "b"], ""),
            source("src/c.rs", &["c"], ""),
        ];
        assert_eq!(strays(&sources), [Path::new("src/a/b.rs"), Path::new("src/c.rs")]);
        let roots = [source("tests/pty.rs", &["pty"], ""), source("tests/it/main.rs", &["it"], "")];
        assert!(strays(&roots).is_empty());
    }
}
