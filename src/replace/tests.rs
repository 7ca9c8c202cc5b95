//! Tests of [`super`]: what is left behind, what is being written, and what is nobody's.

use std::path::PathBuf;
use std::thread;

use super::*;

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        names.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_was_left_behind_is_removed_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let others = [
        ".mine.toml.abcdef.new.bak",
        ".mine.toml.abcde.new",
        ".mine.toml.abcd-f.new",
        ".mine.toml.lock",
        ".other.toml.abcdef.new",
        ".tmpABCDEF",
        "mine.toml.abcdef.new",
    ];
    for name in others.into_iter().chain([".mine.toml.abcdef.new", ".mine.toml.Zz9999.new"]) {
        fs::write(folder.path().join(name), "half of").unwrap();
    }
    fs::create_dir(folder.path().join(".mine.toml.folder.new")).unwrap();
    replace(&path, b"whole", Readers::Owner).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"whole");
    let mut expected = others.to_vec();
    expected.extend([".mine.toml.folder.new", "mine.toml"]);
    expected.sort_unstable();
    assert_eq!(names(folder.path()), expected);
}

#[cfg(unix)]
#[test]
fn a_link_that_bears_such_a_name_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (path, kept) = (folder.path().join("mine.toml"), folder.path().join("kept"));
    fs::write(&kept, "kept").unwrap();
    std::os::unix::fs::symlink(&kept, folder.path().join(".mine.toml.abcdef.new")).unwrap();
    replace(&path, b"whole", Readers::Owner).unwrap();
    assert_eq!(names(folder.path()), [".mine.toml.abcdef.new", "kept", "mine.toml"]);
    assert_eq!(fs::read(kept).unwrap(), b"kept");
}

#[test]
fn what_another_program_is_writing_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let begun = folder.path().join(".mine.toml.abcdef.new");
    let held = File::create(&begun).unwrap();
    held.try_lock().unwrap();
    replace(&path, b"one", Readers::Owner).unwrap();
    assert_eq!(names(folder.path()), [".mine.toml.abcdef.new", "mine.toml"]);
    drop(held);
    replace(&path, b"two", Readers::Owner).unwrap();
    assert_eq!(names(folder.path()), ["mine.toml"]);
}

#[test]
fn threads_that_write_one_file_at_once_all_succeed_and_leave_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    thread::scope(|scope| {
        for content in [b"one", b"two", b"six", b"ten"] {
            let path = &path;
            scope.spawn(move || {
                for _ in 0..50 {
                    replace(path, content, Readers::Anyone).unwrap();
                }
            });
        }
    });
    assert_eq!(fs::read(&path).unwrap().len(), 3);
    assert_eq!(names(folder.path()), ["mine.toml"]);
}

#[test]
fn names_of_any_length_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a".repeat(250), "é".repeat(120), "x".to_owned()] {
        let path: PathBuf = folder.path().join(name);
        replace(&path, b"whole", Readers::Owner).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"whole");
    }
    assert_eq!(names(folder.path()).len(), 3);
}

#[cfg(unix)]
#[test]
fn who_may_read_a_new_file_is_told_and_an_old_one_keeps_its_readers() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let path = folder.path().join("mine.toml");
    replace(&path, b"one", Readers::Owner).unwrap();
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
    replace(&path, b"two", Readers::Owner).unwrap();
    assert_eq!(mode(&path), 0o640);
    let (shared, plain) = (folder.path().join("shared"), folder.path().join("plain"));
    replace(&shared, b"one", Readers::Anyone).unwrap();
    File::create(&plain).unwrap();
    assert_eq!(mode(&shared), mode(&plain));
}
