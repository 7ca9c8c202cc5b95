//! Writes the licences of all that is built into the program, as these ask whoever hands it on to.
//!
//! `cargo run --example notices -- target/package/NOTICES x86_64-unknown-linux-gnu`
#![expect(clippy::print_stdout, reason = "it tells what it wrote")]
#![expect(clippy::print_stderr, reason = "or why it could not")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use serde_json::Value;

/// How the files begin that a package keeps its licence in.
const FILES: &[&str] = &["COPYING", "COPYRIGHT", "LICENCE", "LICENSE", "NOTICE", "UNLICENSE"];

/// A package that is built in.
struct Package {
    /// Its name, its version and its licence in short (SPDX).
    head: String,
    /// What its licences say.
    texts: Vec<String>,
}

fn main() -> ExitCode {
    let mut given = env::args().skip(1);
    let path = given.next().map_or_else(|| PathBuf::from("target/NOTICES"), PathBuf::from);
    let written =
        metadata(given.next().as_deref()).and_then(|metadata| packages(&metadata)).and_then(
            |all| fs::write(&path, text(&all)).map(|()| all.len()).map_err(|it| it.to_string()),
        );
    match written {
        Ok(count) => {
            println!("licences of {count} packages in {}", path.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}

/// What cargo knows of the packages that the program is made of, for one kind of system or for all.
fn metadata(target: Option<&str>) -> Result<Value, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--locked", "--format-version", "1"]);
    command.args(target.into_iter().flat_map(|it| ["--filter-platform", it]));
    let output = command.output().map_err(|it| it.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|it| it.to_string())
}

/// The packages of others that are built into the program, by name.
fn packages(metadata: &Value) -> Result<Vec<Package>, String> {
    let built_in = built_in(metadata).ok_or("cargo metadata has another form")?;
    let all = metadata.get("packages").and_then(Value::as_array).into_iter().flatten();
    let others = all.filter(|it| !it["source"].is_null());
    let others = others.filter(|it| it["id"].as_str().is_some_and(|id| built_in.contains(id)));
    others.map(package).collect()
}

/// The ids of the program and of all that it is linked with. What only runs while it is built or tested is none of it.
fn built_in(metadata: &Value) -> Option<BTreeSet<&str>> {
    let nodes = metadata.pointer("/resolve/nodes")?.as_array()?;
    let of = |id: &str| nodes.iter().find(|it| it["id"] == id);
    let mut left = vec![metadata.pointer("/resolve/root")?.as_str()?];
    let mut found = BTreeSet::new();
    while let Some(id) = left.pop() {
        if !found.insert(id) {
            continue;
        }
        for dependency in of(id)?["deps"].as_array()? {
            let is_linked = |it: &Value| it["kind"].is_null();
            if dependency["dep_kinds"].as_array()?.iter().any(is_linked) {
                left.push(dependency["pkg"].as_str()?);
            }
        }
    }
    Some(found)
}

fn package(it: &Value) -> Result<Package, String> {
    let text = |key: &str| it[key].as_str().unwrap_or_default();
    let head = format!("{} {} ({})", text("name"), text("version"), text("license"));
    let folder = Path::new(text("manifest_path")).parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{head}: {error}"))? {
        let entry = entry.map_err(|error| format!("{head}: {error}"))?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if FILES.iter().any(|own| name.starts_with(own)) && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    let read = |path: PathBuf| fs::read_to_string(&path).map_err(|it| format!("{head}: {it}"));
    let texts = files.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok(Package { head, texts })
}

/// Each licence once, below the packages that hand it on.
fn text(all: &[Package]) -> String {
    let mut of: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for package in all {
        for text in &package.texts {
            let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
            of.entry(lines.join("\n")).or_default().push(&package.head);
        }
    }
    let bare: Vec<&str> =
        all.iter().filter(|it| it.texts.is_empty()).map(|it| it.head.as_str()).collect();
    let mut parts = vec![
        "The program officieel is built with these packages, under these licences. The program itself is \
         under the EUPL-1.2; Rust's own library is under MIT or Apache-2.0 (https://www.rust-lang.org)."
            .to_owned(),
    ];
    if !bare.is_empty() {
        parts.push(format!("Without a file for its licence:\n\n{}", bare.join("\n")));
    }
    parts.extend(of.into_iter().map(|(text, heads)| format!("{}\n\n{text}", heads.join("\n"))));
    parts.join(&format!("\n\n{}\n\n", "-".repeat(78))) + "\n"
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_linked_is_named_with_its_licence_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let package = |name: &str, files: &[(&str, &str)]| {
            let own = folder.path().join(name);
            fs::create_dir(&own).unwrap();
            for (file, text) in files {
                fs::write(own.join(file), text).unwrap();
            }
            let source = (name != "own").then_some("registry");
            let manifest = own.join("Cargo.toml");
            json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source, "manifest_path": manifest})
        };
        let node = |id: &str, deps: &[(&str, Option<&str>)]| {
            let deps: Vec<Value> = deps
                .iter()
                .map(|(id, kind)| json!({"pkg": id, "dep_kinds": [{"kind": kind}]}))
                .collect();
            json!({"id": id, "deps": deps})
        };
        let metadata = json!({
            "packages": [
                package("own", &[("LICENSE", "ours")]),
                package("linked", &[("LICENSE-MIT", "Do  as you like. \r\n"), ("src", "no")]),
                package("below", &[("Licence.txt", "Do  as you like.\n"), ("NOTICE", "Named.")]),
                package("bare", &[]),
                package("tested", &[("LICENSE", "not this")]),
                package("built", &[("LICENSE", "nor this")]),
            ],
            "resolve": {"root": "own", "nodes": [
                node("own", &[("linked", None), ("bare", None), ("tested", Some("dev"))]),
                node("linked", &[("below", None), ("built", Some("build"))]),
                node("below", &[]),
                node("bare", &[]),
                node("tested", &[]),
                node("built", &[]),
            ]},
        });
        let text = text(&packages(&metadata).unwrap());
        assert!(
            text.contains("\nlinked 1.0.0 (MIT)\nbelow 1.0.0 (MIT)\n\nDo  as you like.\n"),
            "{text}"
        );
        assert!(text.contains("\nbelow 1.0.0 (MIT)\n\nNamed.\n"), "{text}");
        assert!(text.contains("Without a file for its licence:\n\nbare 1.0.0 (MIT)\n"), "{text}");
        for other in ["ours", "not this", "nor this", "\r"] {
            assert!(!text.contains(other), "{other}: {text}");
        }
    }
}
