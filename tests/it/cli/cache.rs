//! A large directory file: it answers the same whether it is read or comes from the cache.

use std::fs;
use std::path::Path;

use super::harness::{Ran, SMALL, program};

/// The same run without a cache, with one that is empty, and with one that is not.
fn three_times(file: &Path, cache: &Path, arguments: &[&str]) -> [Ran; 3] {
    let all = || {
        let mut command = program(&["--today", "2026-11-21", "--directory"]);
        command.arg(file).args(arguments);
        command
    };
    let cached = || Ran::of(all().env("XDG_CACHE_HOME", cache).output().unwrap());
    [Ran::of(all().output().unwrap()), cached(), cached()]
}

#[test]
fn a_large_file_answers_the_same_from_the_cache() {
    let folder = tempfile::tempdir().unwrap();
    let (file, cache) = (folder.path().join("large.toml"), folder.path().join("cache"));
    let filling = "as large as a directory that is worth a cache ".repeat(10_000);
    fs::write(&file, format!("# {filling}\n{}", fs::read_to_string(SMALL).unwrap())).unwrap();
    for arguments in [
        &["search", "--json", "zandmeer"][..],
        &["show", "--json", "gemeente-zandmeer"],
        &["show", "ministerie-van-wind"],
        &["open", "--print", "@MinWind"],
        &["search", "nothing-of-this-name"],
    ] {
        let [without, first, second] = three_times(&file, &cache, arguments);
        assert_eq!(without.shown(), first.shown(), "{arguments:?}");
        assert_eq!(without.shown(), second.shown(), "{arguments:?}");
    }
    let cached = fs::read_dir(cache.join("officieel")).unwrap();
    assert_eq!(cached.count(), 1);
    // What is to be judged is read.
    for command in ["validate", "fmt"] {
        let cache = folder.path().join("unused");
        let all = [command, file.to_str().unwrap()];
        assert!(program(&all).env("XDG_CACHE_HOME", &cache).output().is_ok(), "{command:?}");
        assert!(!cache.exists(), "{command}");
    }
}

#[test]
fn problems_of_a_large_file_are_told_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let (file, cache) = (folder.path().join("large.toml"), folder.path().join("cache"));
    fs::write(&file, format!("{}no-toml\n", "# large\n".repeat(50_000))).unwrap();
    let [without, first, second] = three_times(&file, &cache, &["search", "zandmeer"]);
    assert_eq!(without.status, 2);
    assert_eq!(without.shown(), first.shown());
    assert_eq!(without.shown(), second.shown());
}
