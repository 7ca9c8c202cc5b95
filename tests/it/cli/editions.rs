//! `officieel edition`: what is signed is what is checked.
#![cfg(feature = "online")]
#![expect(clippy::unwrap_used, reason = "a test that can't prepare its files can't go on")]

use std::fs;
use std::path::PathBuf;

use super::harness::{Ran, SMALL, program};

const EDITION: &str = "directory-2026-11-21.toml";

/// A folder with a copy of the small directory, and a pair of keys.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(SMALL, folder.path().join("d.toml")).unwrap();
        let it = Self { folder };
        assert_eq!(it.run("edition --new-keys keeper").status, 0);
        it
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, line: &str) -> Ran {
        let mut arguments = vec!["--today", "2026-11-22", "--no-overlay"];
        arguments.extend(line.split(' '));
        let mut program = program(&arguments);
        Ran::of(program.current_dir(self.folder.path()).output().unwrap())
    }
}

#[test]
fn what_was_signed_is_trusted_and_nothing_else_is() {
    let desk = Desk::new();
    let signed = desk.run("edition d.toml --output out --sign keeper");
    assert_eq!(signed.status, 0, "{}", signed.shown());
    let verify = format!("edition out/{EDITION} --verify keeper.pub");
    let ran = desk.run(&verify);
    assert_eq!(
        ran.out,
        format!("out/{EDITION} is the edition of 2026-11-21, signed with this key.\n")
    );
    assert_eq!(desk.run("edition --new-keys other").status, 0);
    let other = desk.run(&format!("edition out/{EDITION} --verify other.pub"));
    assert_eq!(other.status, 3, "{}", other.shown());
    let path = desk.file("out").join(EDITION);
    let changed = fs::read_to_string(&path).unwrap().replace("GemZandmeer", "GemZandneer");
    fs::write(&path, changed).unwrap();
    let ran = desk.run(&verify);
    assert_eq!((ran.status, ran.out.as_str()), (3, ""), "{}", ran.shown());
    assert!(ran.err.contains("don't use it"), "{}", ran.err);
}

#[test]
fn an_edition_rebuilds_byte_for_byte() {
    let desk = Desk::new();
    assert_eq!(desk.run("edition d.toml --output one").status, 0);
    let edition = desk.file("one").join(EDITION);
    let of = format!("edition one/{EDITION} --output two");
    assert_eq!(desk.run(&of).status, 0);
    let [one, two] = [edition, desk.file("two").join(EDITION)].map(|it| fs::read(it).unwrap());
    assert_eq!(one, two);
    assert_eq!(desk.run("edition d.toml").out.as_bytes(), one);
}

#[test]
fn keys_are_never_written_over_and_the_secret_one_is_its_owners() {
    let desk = Desk::new();
    let before = fs::read(desk.file("keeper")).unwrap();
    assert_eq!(desk.run("edition --new-keys keeper").status, 2);
    assert_eq!(fs::read(desk.file("keeper")).unwrap(), before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(desk.file("keeper")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}

#[test]
fn what_is_no_key_is_told_in_a_sentence() {
    let desk = Desk::new();
    for (line, said) in [
        ("edition d.toml --output out --sign keeper.pub", "no key of minisign"),
        ("edition d.toml --output out --sign missing", "missing can't be read"),
        ("edition d.toml --verify keeper.pub", "d.toml.minisig can't be read"),
    ] {
        let ran = desk.run(line);
        assert!(ran.status == 2 && ran.err.contains(said), "{line}: {}", ran.shown());
        assert!(!desk.file("out").exists(), "{line}");
    }
}
