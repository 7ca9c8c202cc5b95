//! Tests of [`super`]: files on a disk, broken, shared and in the way.

use std::fs::{self, File, Permissions};
use std::path::PathBuf;
use std::thread;

use super::*;
use crate::directory::Status;
use crate::replace::lock;

const CLOSED: Observed = Observed::Status(Status::Closed);

fn directory() -> Directory {
    let text = include_str!("../../tests/fixtures/small.toml");
    crate::embedded::from_toml(text, today()).unwrap()
}

fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

fn at(position: usize) -> AccountIndex {
    directory().account_indexes().nth(position).unwrap()
}

fn observe(path: &Path, position: usize) -> Result<Overlay, ObserveError> {
    record(path, &directory(), at(position), &CLOSED, today())
}

/// How many accounts are observed in a file.
fn count(path: &Path) -> usize {
    read(path, &directory()).unwrap().map_or(0, |overlay| overlay.account_count())
}

/// What stands in a folder but for locks.
fn names(folder: &Path) -> Vec<String> {
    let names =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter(|name| Path::new(name).extension().is_none_or(|it| it != "lock")).collect();
    names.sort();
    names
}

#[test]
fn the_customary_file_follows_the_environment() {
    let home = if cfg!(windows) { ("LOCALAPPDATA", r"C:\data") } else { ("HOME", "/home/a") };
    let of_home = if cfg!(windows) {
        r"C:\data\officieel\observations.toml"
    } else if cfg!(target_os = "macos") {
        "/home/a/Library/Application Support/officieel/observations.toml"
    } else {
        "/home/a/.local/share/officieel/observations.toml"
    };
    let xdg = if cfg!(windows) { r"D:\xdg" } else { "/xdg" };
    let of_xdg = Path::new(xdg).join("officieel").join("observations.toml");
    for (variables, expected) in [
        (vec![], None),
        (vec![home], Some(PathBuf::from(of_home))),
        (vec![home, ("XDG_DATA_HOME", xdg)], Some(of_xdg.clone())),
        (vec![("XDG_DATA_HOME", xdg)], Some(of_xdg)),
        (vec![home, ("XDG_DATA_HOME", "relative")], Some(PathBuf::from(of_home))),
        (vec![home, ("XDG_DATA_HOME", "")], Some(PathBuf::from(of_home))),
        (vec![(home.0, "relative")], None),
    ] {
        let value = |name: &str| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).into())
        };
        assert_eq!(default_path(value), expected, "{variables:?}");
    }
}

#[test]
fn a_new_file_is_made_with_its_folders_for_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a").join("b").join("mine.toml");
    assert!(read(&path, &directory()).unwrap().is_none());
    // Where there is nothing to say no file is made.
    record(&path, &directory(), at(0), &Observed::Nothing, today()).unwrap();
    assert!(!path.exists());
    let written = observe(&path, 0).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), written.to_toml());
    assert_eq!(names(path.parent().unwrap()), ["mine.toml"]);
    #[cfg(unix)]
    for (path, mode) in [(path.as_path(), 0o600), (path.parent().unwrap(), 0o700)] {
        let permissions = fs::metadata(path).unwrap().permissions();
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&permissions) & 0o777, mode);
    }
}

#[test]
fn threads_that_record_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let all = directory().account_count();
    assert!(all >= 8);
    thread::scope(|scope| {
        for position in 0..all {
            let path = &path;
            scope.spawn(move || observe(path, position).unwrap());
        }
        // Meanwhile the file is whole whenever it is read.
        for _ in 0..50 {
            read(&path, &directory()).unwrap();
        }
    });
    assert_eq!(count(&path), all);
    assert_eq!(names(folder.path()), ["mine.toml"]);
}

#[test]
fn what_a_crash_left_behind_is_in_nobodys_way() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    fs::write(folder.path().join(".tmpABCDEF"), "schema = 1\n[[organ").unwrap();
    fs::write(lock::beside(&path), "left").unwrap();
    observe(&path, 0).unwrap();
    // What a write of this very file left behind goes with the next one, even where nothing changes.
    fs::write(folder.path().join(".mine.toml.ABCDEF.new"), "schema = 1\n[[organ").unwrap();
    observe(&path, 0).unwrap();
    observe(&path, 1).unwrap();
    assert_eq!(count(&path), 2);
    assert_eq!(names(folder.path()), [".tmpABCDEF", "mine.toml"]);
}

#[test]
fn what_is_no_file_is_no_lock() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let lock = lock::beside(&path);
    let assert_refused = || {
        let error = observe(&path, 0).unwrap_err();
        assert!(matches!(&error, ObserveError::NoLock(at) if *at == lock), "{error:?}");
        assert!(!path.exists());
    };
    fs::create_dir(&lock).unwrap();
    assert_refused();
    fs::remove_dir(&lock).unwrap();
    #[cfg(unix)]
    {
        let made = std::process::Command::new("mkfifo").arg(&lock).status().unwrap();
        assert!(made.success());
        assert_refused();
        fs::remove_file(&lock).unwrap();
        std::os::unix::fs::symlink("/dev/null", &lock).unwrap();
        assert_refused();
        fs::remove_file(&lock).unwrap();
    }
    observe(&path, 0).unwrap();
    assert_eq!(count(&path), 1);
}

#[test]
fn a_file_that_an_editor_of_windows_saved_is_read_and_written_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    observe(&path, 0).unwrap();
    let plain = fs::read_to_string(&path).unwrap();
    let comment = format!("# Van Kim.\n{plain}");
    for windows in [
        format!("\u{feff}{plain}"),
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{}", comment.replace('\n', "\r\n")),
    ] {
        fs::write(&path, &windows).unwrap();
        assert_eq!(count(&path), 1, "{windows:?}");
        observe(&path, 1).unwrap();
        assert_eq!(count(&path), 2, "{windows:?}");
        let written = fs::read_to_string(&path).unwrap();
        assert!(written.starts_with("schema = 1\n") || written.starts_with("# Van Kim.\n"));
        assert!(!written.contains('\r'));
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (real, link) =
        (folder.path().join("kept").join("real.toml"), folder.path().join("link.toml"));
    symlink("kept/real.toml", &link).unwrap();
    // It may lead to where nothing is yet.
    observe(&link, 0).unwrap();
    fs::set_permissions(&real, Permissions::from_mode(0o640)).unwrap();
    observe(&link, 1).unwrap();
    observe(&real, 2).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!((count(&real), count(&link)), (3, 3));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    // Both ways to the file have one lock.
    assert!(!lock::beside(&link).exists() && lock::beside(&real).exists());

    let round = folder.path().join("round.toml");
    symlink("round.toml", &round).unwrap();
    assert!(matches!(observe(&round, 0), Err(ObserveError::Unwritable(_))));
}

#[test]
fn a_file_that_would_lose_something_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    observe(&path, 0).unwrap();
    let sound = fs::read_to_string(&path).unwrap();
    let foreign = sound.replace("platform = \"x\"", "platform = \"hyves\"");
    let later = sound.replace("2026-11-22", "2026-11-23");
    let is = |error: &ObserveError| match error {
        ObserveError::Broken(problems) => format!("broken at {}", problems[0].line),
        ObserveError::Foreign(problems) => format!("foreign at {}", problems[0].line),
        ObserveError::Comment(line) => format!("comment at {line}"),
        ObserveError::Newer(NewerObservationError(day)) => format!("newer of {day}"),
        other => format!("{other:?}"),
    };
    for (content, expected) in [
        (sound.replace("schema", "skema").into_bytes(), "broken at 1"),
        (sound.replace("status = \"closed\"", "status = \"shut\"").into_bytes(), "broken at 14"),
        (sound.replace("own-observation", "register").into_bytes(), "broken at 16"),
        ([sound.as_bytes(), b"\n# \xe2\x80\xae\n"].concat(), "broken at 19"),
        (vec![0xff; 10], "broken at 1"),
        (Vec::new(), "broken at 1"),
        (foreign.into_bytes(), "foreign at 12"),
        (later.into_bytes(), "newer of 2026-11-23"),
        (sound.replace("status =", "# gezien\nstatus =").into_bytes(), "comment at 14"),
        (include_bytes!("../../tests/fixtures/small.toml").to_vec(), "broken at 21"),
    ] {
        fs::write(&path, &content).unwrap();
        let error = observe(&path, 0).unwrap_err();
        assert_eq!(is(&error), expected, "{}", String::from_utf8_lossy(&content));
        assert_eq!(fs::read(&path).unwrap(), content);
        assert_eq!(names(folder.path()), ["mine.toml"]);
    }
}

#[test]
fn comments_at_the_top_stay_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    observe(&path, 0).unwrap();
    let sound = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("# Van Kim.\n#\n# Niet delen.\n{sound}")).unwrap();
    observe(&path, 1).unwrap();
    let written = fs::read_to_string(&path).unwrap();
    assert!(written.starts_with("# Van Kim.\n#\n# Niet delen.\n\nschema = 1\n"), "{written}");
    assert_eq!(count(&path), 2);
}

#[test]
fn what_can_not_have_been_seen_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    for successor in ["", "http://a.example", "https://a.example/\u{202e}", "javascript:alert(1)"] {
        let observed = Observed::Moved(successor.to_owned());
        let error = record(&path, &directory(), at(0), &observed, today()).unwrap_err();
        assert!(matches!(error, ObserveError::Invalid(_)), "{error:?}");
    }
    let moved = Observed::Status(Status::Moved);
    let both = [Observed::Badge(None), moved];
    let error = record_all(&path, &directory(), at(0), &both, today()).unwrap_err();
    assert!(matches!(error, ObserveError::Invalid(_)), "{error:?}");
    assert!(!path.exists(), "of two things that are recorded at once both are or none");
}

#[test]
fn what_is_no_file_is_neither_read_nor_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    fs::create_dir(&path).unwrap();
    assert!(matches!(read(&path, &directory()), Err(ReadError::Unreadable(_))));
    assert!(matches!(observe(&path, 0), Err(ObserveError::Unwritable(_))));
    assert!(path.is_dir());
    let under_a_file = folder.path().join("file").join("mine.toml");
    fs::write(folder.path().join("file"), "").unwrap();
    assert!(matches!(observe(&under_a_file, 0), Err(ObserveError::Unwritable(_))));
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_not_be_written_loses_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    observe(&path, 0).unwrap();
    let before = fs::read(&path).unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o500)).unwrap();
    // Whoever administers the system may write everywhere.
    let may_write = File::create(folder.path().join("probe")).is_ok();
    let ended = observe(&path, 1);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o700)).unwrap();
    if may_write {
        assert_eq!((ended.unwrap().account_count(), count(&path)), (2, 2));
    } else {
        assert!(matches!(ended, Err(ObserveError::Unwritable(_))), "{ended:?}");
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}
