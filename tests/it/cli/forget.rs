//! `officieel forget`: what is kept is listed, and deleted where that is asked for.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};

use super::harness::{Ran, program};

/// A home in which something of everything is kept, and something that is no business of this command.
struct Home {
    folder: tempfile::TempDir,
}

const HISTORY: &str = ".local/share/officieel/history.toml";
const FAVOURITES: &str = ".local/share/officieel/favourites.toml";
const EDITION: &str = ".local/share/officieel/editions/0123456789abcdef.toml";
const FETCHED: [&str; 2] = [
    ".cache/officieel/editions/0123456789abcdef.toml",
    ".cache/officieel/editions/0123456789abcdef.toml.minisig",
];
const OTHERS: [&str; 4] = [
    ".local/share/officieel/observations.toml",
    ".local/share/officieel/editions/mine.toml",
    ".cache/officieel/notes.directory",
    ".config/officieel/config.toml",
];

fn cached() -> String {
    format!(".cache/officieel/{}.directory", "ab".repeat(32))
}

impl Home {
    fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn full() -> Self {
        let home = Self::empty();
        home.write(HISTORY, "queries = [\"zand\"]\n");
        home.write(FAVOURITES, "favourites = [\"a\"]\nrecent = [\"b\", \"c\"]\n");
        for file in [EDITION, &cached()].into_iter().chain(FETCHED).chain(OTHERS) {
            home.write(file, "# kept\n");
        }
        home
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Runs the command; the name of the home stands for itself.
    fn run(&self, line: &str) -> Ran {
        let mut command = program(&["forget"]);
        command.env("HOME", self.folder.path()).args(line.split_whitespace());
        let ran = Ran::of(command.output().unwrap());
        let plain = |text: &str| text.replace(self.folder.path().to_str().unwrap(), "HOME");
        Ran { status: ran.status, out: plain(&ran.out), err: plain(&ran.err) }
    }

    /// The files that there are, without locks.
    fn files(&self) -> Vec<String> {
        let mut all = Vec::new();
        collect(self.folder.path(), &mut all);
        let home = self.folder.path();
        let short = |it: &PathBuf| it.strip_prefix(home).unwrap().to_str().unwrap().to_owned();
        let mut all: Vec<String> = all.iter().map(short).collect();
        all.retain(|it| !it.contains(".toml.lock"));
        all.sort();
        all
    }
}

fn collect(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { collect(&path, all) } else { all.push(path) }
    }
}

#[test]
fn what_is_kept_is_listed_with_files_and_sizes() {
    let home = Home::full();
    let before = home.files();
    insta::assert_snapshot!("forget-en", home.run("").shown());
    insta::assert_snapshot!("forget-nl", home.run("--lang nl").shown());
    assert_eq!(home.run("--dry-run").shown(), home.run("").shown());
    assert_eq!(home.files(), before);
}

#[test]
fn what_is_meant_is_told_and_then_gone() {
    for (line, gone, told) in [
        ("--history", vec![HISTORY], 1),
        ("--recent", vec![], 1),
        ("--history --recent", vec![HISTORY], 2),
        ("--all", vec![HISTORY, FAVOURITES, EDITION, FETCHED[0], FETCHED[1], "cache"], 6),
    ] {
        let home = Home::full();
        let before = home.files();
        let would = home.run(&format!("{line} --dry-run"));
        assert_eq!((would.status, home.files()), (0, before.clone()), "{line}");
        let ran = home.run(line);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}: {}", ran.shown());
        assert!(
            ran.out.starts_with("This is deleted:\n") && ran.out.ends_with("Done.\n"),
            "{line}"
        );
        let lines = |ran: &Ran| -> Vec<String> {
            ran.out.lines().filter(|it| it.starts_with("  ")).map(str::to_owned).collect()
        };
        assert_eq!((lines(&would), lines(&ran).len()), (lines(&ran), told), "{line}");
        let is_gone = |file: &String| {
            gone.contains(&file.as_str()) || gone.contains(&"cache") && *file == cached()
        };
        let left: Vec<String> = before.into_iter().filter(|it| !is_gone(it)).collect();
        assert_eq!(home.files(), left, "{line}");
        // Once more, there is nothing of it.
        let again = home.run(line);
        assert_eq!((again.status, again.out.as_str()), (1, "Nothing of it is kept.\n"), "{line}");
    }
}

#[test]
fn what_was_looked_at_last_goes_and_favourites_stay() {
    let home = Home::full();
    let ran = home.run("--recent");
    assert!(
        ran.out.contains("organisations: 2  HOME/.local/share/officieel/favourites.toml\n"),
        "{}",
        ran.out
    );
    let text = fs::read_to_string(home.path(FAVOURITES)).unwrap();
    assert!(text.contains("\"a\"") && !text.contains("\"b\""), "{text}");
}

#[test]
fn a_broken_file_is_told_and_goes_with_all_of_it_only() {
    let home = Home::full();
    home.write(FAVOURITES, "favourites = [\n3]\n");
    let ran = home.run("--recent");
    assert_eq!(ran.status, 2, "{}", ran.shown());
    assert!(ran.err.contains("favourites.toml has a fault on line 2"), "{}", ran.err);
    assert_eq!(fs::read_to_string(home.path(FAVOURITES)).unwrap(), "favourites = [\n3]\n");
    assert_eq!(home.run("--all").status, 0);
    let mut others = OTHERS.map(str::to_owned);
    others.sort();
    assert_eq!(home.files(), others);
}

#[test]
fn where_nothing_is_kept_that_is_said() {
    let home = Home::empty();
    for line in ["", "--all", "--history", "--recent", "--all --dry-run"] {
        let ran = home.run(line);
        assert_eq!((ran.status, ran.out.as_str()), (1, "Nothing of it is kept.\n"), "{line}");
        assert!(home.files().is_empty(), "{line}");
    }
    let nowhere = super::harness::run(&["forget", "--all"]);
    assert_eq!((nowhere.status, nowhere.out.as_str()), (1, "Nothing of it is kept.\n"));
}
