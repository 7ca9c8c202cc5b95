//! Tests of [`super`]: whatever the state of the cache, the directory is that of its file.

use std::cell::RefCell;
use std::ffi::OsString;

use super::*;
use crate::text::message::Sentence;

const SMALL: &str = include_str!("../../tests/fixtures/small.toml");

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A directory file that is worth a cache, and a place for one.
struct Bench {
    file: PathBuf,
    cache: PathBuf,
    _folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (file, cache) = (folder.path().join("my.toml"), folder.path().join("deep/officieel"));
        let bench = Self { file, cache, _folder: folder };
        bench.write("");
        bench
    }

    /// Makes the file anew, with a remark in it.
    fn write(&self, remark: &str) {
        let filling = "# nothing to see\n".repeat(20_000);
        fs::write(&self.file, format!("{filling}# {remark}\n{SMALL}")).unwrap();
    }

    fn open_on(&self, today: &str) -> Result<Directory, OpenError> {
        open_or_load(&self.file, Some(&self.cache), day(today), &|_| {})
    }

    /// Opens the file; tells whether it came from a store.
    fn open(&self) -> bool {
        let directory = self.open_on("2026-11-21").unwrap();
        let expected = crate::embedded::from_toml(SMALL, Date::LAST).unwrap();
        assert_eq!(directory.to_toml(), expected.to_toml());
        let hits = Index::new(&directory).search(&directory, "zandmeer", 9);
        assert_eq!(hits, Index::new(&expected).search(&expected, "zandmeer", 9));
        directory.store().is_some()
    }

    /// Opens the file, and tells all steps that were taken.
    fn steps(&self) -> Vec<Step> {
        let steps = RefCell::new(Vec::new());
        let on_progress = |progress: Progress| {
            assert!(progress.done <= progress.total, "{progress:?}");
            steps.borrow_mut().push(progress.step);
        };
        open_or_load(&self.file, Some(&self.cache), day("2026-11-21"), &on_progress).unwrap();
        let mut steps = steps.into_inner();
        steps.dedup();
        steps
    }

    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.cache).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).collect()
    }
}

const READ_TWICE: [Step; 3] = [Step::Reading, Step::Checking, Step::Indexing];

#[test]
fn a_large_file_is_parsed_once() {
    let bench = Bench::new();
    assert_eq!(bench.steps(), READ_TWICE);
    assert_eq!(bench.files().len(), 1);
    assert_eq!(bench.steps(), [Step::Reading]);
    assert!(bench.open());
    // What it says changed: that it was parsed is worth nothing.
    bench.write("1");
    assert_eq!(bench.steps(), READ_TWICE);
    // As it was: both are there.
    bench.write("");
    assert_eq!((bench.steps(), bench.files().len()), (vec![Step::Reading], 2));
    // Of the same length: the newest is not its own.
    bench.write("2");
    assert_eq!(bench.steps(), READ_TWICE);
    bench.write("1");
    assert_eq!(bench.steps(), [Step::Reading]);
}

#[test]
fn only_a_sound_file_is_written_piece_by_piece() {
    let bench = Bench::new();
    let written = || {
        let mut file = File::open(&bench.file).unwrap();
        write_large(&Folder::new(&bench.cache), &mut file, Date::LAST, &|_| {})
    };
    let (_, key) = written().unwrap();
    assert_eq!(key, Key::of(&fs::read(&bench.file).unwrap()));
    assert_eq!(bench.files().len(), 1);
    bench.write("\nabc = 1");
    assert!(written().is_none());
    assert_eq!(bench.files().len(), 1);
}

#[test]
fn without_a_folder_or_with_a_small_file_nothing_is_written() {
    let bench = Bench::new();
    let directory = open_or_load(&bench.file, None, Date::LAST, &|_| {}).unwrap();
    assert!(directory.store().is_none());
    fs::write(&bench.file, SMALL).unwrap();
    assert!(!bench.open());
    assert!(!bench.cache.exists());
}

#[test]
fn a_damaged_or_foreign_file_is_made_anew() {
    let bench = Bench::new();
    bench.open();
    let path = bench.files().remove(0);
    let sound = fs::read(&path).unwrap();
    let flipped = |at: usize| {
        let mut bytes = sound.clone();
        bytes[at] ^= 4;
        bytes
    };
    let other = {
        let mut writer = Writer::new(Vec::new()).unwrap();
        writer.part("foreign", b"but sound").unwrap();
        writer.finish().unwrap()
    };
    for damaged in [
        Vec::new(),
        flipped(3),
        flipped(sound.len() / 2),
        flipped(sound.len() - 1),
        sound[..sound.len() / 2].to_vec(),
        b"# nothing of ours".to_vec(),
        other,
    ] {
        fs::write(&path, damaged).unwrap();
        assert_eq!(bench.steps(), READ_TWICE);
        assert!(fs::read(&path).unwrap() == sound);
        assert_eq!(bench.steps(), [Step::Reading]);
    }
    // A file of another directory under this one's name is not this one.
    bench.write("1");
    bench.open();
    let another = bench.files().into_iter().find(|file| *file != path).unwrap();
    fs::write(&another, &sound).unwrap();
    assert_eq!(bench.steps(), READ_TWICE);
}

#[test]
fn a_date_that_is_yet_to_come_is_a_problem_with_a_cache_too() {
    let bench = Bench::new();
    assert!(bench.open());
    for _ in 0..2 {
        let Err(OpenError::Problems(problems)) = bench.open_on("2020-01-01") else {
            panic!("a directory from the future")
        };
        assert!(problems.iter().any(|problem| problem.message.sentence == Sentence::InFuture));
    }
    // What had no problems on a later day is read again, and has none either.
    assert!(bench.open_on("2027-01-01").unwrap().store().is_some());
    assert_eq!(bench.steps(), [Step::Reading]);
    bench.write("1");
    assert!(bench.open_on("2027-01-01").unwrap().store().is_some());
    assert_eq!((bench.steps(), bench.steps()), (READ_TWICE.to_vec(), vec![Step::Reading]));
}

#[test]
fn problems_are_told_each_time_and_leave_nothing_behind() {
    let bench = Bench::new();
    fs::write(&bench.file, "x".repeat(300_000)).unwrap();
    for _ in 0..2 {
        assert!(matches!(bench.open_on("2026-11-21"), Err(OpenError::Problems(_))));
    }
    assert!(bench.files().is_empty());
    fs::remove_file(&bench.file).unwrap();
    assert!(matches!(bench.open_on("2026-11-21"), Err(OpenError::Unreadable(_))));
}

#[test]
fn only_the_newest_files_are_kept_and_nothing_else_is_removed() {
    let bench = Bench::new();
    bench.open();
    fs::write(bench.cache.join("notes.directory"), "mine").unwrap();
    fs::write(bench.cache.join("new-1.directory"), "never finished").unwrap();
    for remark in ["1", "2", "3", "4", "5"] {
        bench.write(remark);
        assert_eq!(bench.steps(), READ_TWICE);
    }
    assert_eq!(bench.files().len(), 4 + 1);
    assert!(bench.cache.join("notes.directory").exists());
    assert!(!bench.cache.join("new-1.directory").exists());
    assert_eq!(bench.steps(), [Step::Reading]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn nobody_else_can_read_it() {
        let bench = Bench::new();
        assert!(bench.open());
        assert_eq!(mode(&bench.cache), 0o700);
        assert_eq!(mode(&bench.files()[0]), 0o600);
        // Where others can write, they could put something.
        fs::set_permissions(&bench.cache, fs::Permissions::from_mode(0o777)).unwrap();
        bench.write("1");
        assert!(!bench.open());
        assert_eq!(bench.files().len(), 1);
    }

    #[test]
    fn a_folder_that_is_none_is_not_used() {
        let bench = Bench::new();
        let elsewhere = tempfile::tempdir().unwrap();
        fs::create_dir_all(bench.cache.parent().unwrap()).unwrap();
        symlink(elsewhere.path(), &bench.cache).unwrap();
        assert!(!bench.open());
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
        fs::remove_file(&bench.cache).unwrap();
        fs::write(&bench.cache, "a file").unwrap();
        assert!(!bench.open());
        assert_eq!(fs::read(&bench.cache).unwrap(), b"a file");
    }

    #[test]
    fn a_link_in_place_of_a_file_is_replaced_and_not_followed() {
        let bench = Bench::new();
        bench.open();
        let path = bench.files().remove(0);
        let elsewhere = tempfile::tempdir().unwrap();
        let target = elsewhere.path().join("target");
        fs::rename(&path, &target).unwrap();
        let sound = fs::read(&target).unwrap();
        symlink(&target, &path).unwrap();
        assert_eq!(bench.steps(), READ_TWICE);
        assert!(fs::symlink_metadata(&path).unwrap().is_file());
        assert!(fs::read(&target).unwrap() == sound);
    }

    #[test]
    fn where_nothing_can_be_written_the_file_is_read_each_time() {
        let bench = Bench::new();
        for cache in ["/dev/null/officieel", "/proc/officieel"] {
            let opened = open_or_load(&bench.file, Some(Path::new(cache)), Date::LAST, &|_| {});
            assert!(opened.unwrap().store().is_none(), "{cache}");
        }
    }
}

#[test]
fn the_folder_is_the_customary_one() {
    let with = |variables: &[(&str, &str)]| {
        crate::dirs::cache(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        })
    };
    let path = |text: &str| Some(PathBuf::from(text));
    if cfg!(all(unix, not(target_os = "macos"))) {
        for (variables, expected) in [
            (&[("XDG_CACHE_HOME", "/c"), ("HOME", "/h")][..], path("/c/officieel")),
            (&[("HOME", "/h")], path("/h/.cache/officieel")),
            (&[("XDG_CACHE_HOME", ""), ("HOME", "/h")], path("/h/.cache/officieel")),
            (&[("XDG_CACHE_HOME", "c"), ("HOME", "/h")], path("/h/.cache/officieel")),
            (&[("XDG_CACHE_HOME", "c"), ("HOME", "h")], None),
            (&[("HOME", "")], None),
            (&[], None),
        ] {
            assert_eq!(with(variables), expected, "{variables:?}");
        }
    }
}

#[test]
fn what_never_ends_is_too_large() {
    let fault = read_at_most(99, 0, io::repeat(0)).unwrap_err();
    assert_eq!(fault.kind(), io::ErrorKind::FileTooLarge);
    for (length, is_read) in [(98, true), (99, true), (100, false)] {
        let read = read_at_most(99, 10, &vec![b'a'; length][..]);
        assert_eq!(read.ok().map(|bytes| bytes.len()), is_read.then_some(length), "{length}");
    }
}
