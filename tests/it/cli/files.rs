//! Files: `validate` and `fmt` on sound, broken, empty and enormous ones.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::harness::{Ran, SMALL, fed, run};

fn fmt(path: &Path) -> Ran {
    run(&["fmt".as_ref(), path.as_os_str()])
}

fn check(path: &Path) -> Ran {
    run(&["fmt".as_ref(), "--check".as_ref(), path.as_os_str()])
}

#[test]
fn broken_files_say_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let mut seen = String::new();
    let small = fs::read_to_string(SMALL).unwrap();
    for (name, content) in [
        ("empty", String::new()),
        ("no-toml", "schema = = 1\n".to_owned()),
        ("no-head", "schema = 1\n".to_owned()),
        ("one-slip", small.replace("kind = \"agency\"", "kind = \"agence\"")),
        ("one-slip-above-others", small.replace("kind = \"ministry\"", "kind = \"ministery\"")),
        ("unknown-key", small.replace("phone = \"1400\"", "fone = \"1400\"")),
        ("cut-off", small.split_at(small.len() / 2).0.to_owned()),
    ] {
        fs::write(folder.path().join("directory.toml"), content).unwrap();
        let mut command = super::harness::program(&["validate", "directory.toml"]);
        let output = command.current_dir(&folder).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}");
        let text = String::from_utf8(output.stdout).unwrap();
        writeln!(seen, "{name}\n{text}").unwrap();
    }
    insta::assert_snapshot!("broken-files", seen);
}

#[test]
fn files_that_are_no_text_or_have_one_enormous_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    for content in [
        vec![0xff; 1000],
        vec![0; 1000],
        vec![b'a'; 1_000_000],
        [b"title = \"".to_vec(), vec![b'a'; 1_000_000]].concat(),
        [vec![b'['; 100_000], vec![b'\n']].concat(),
    ] {
        fs::write(&path, &content).unwrap();
        let ran = run(&["validate".as_ref(), path.as_os_str()]);
        assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{:?}", content.first());
        // A complaint names the place; it never repeats the line.
        assert!(ran.out.lines().all(|line| line.len() < 400), "{content:?}");
        assert!(!ran.out.is_empty(), "{content:?}");
    }
}

#[test]
fn standard_input_is_a_file_too() {
    let small = fs::read(SMALL).unwrap();
    let ran = fed(&["validate", "-"], &small);
    assert_eq!(ran.status, 0, "{ran:?}");
    let ran = fed(&["search", "zandmeer", "--directory", "-"], &small);
    assert!(ran.out.starts_with("Gemeente Zandmeer  municipality\n"), "{ran:?}");
}

#[test]
fn formatting_is_idempotent_and_can_be_checked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    fs::copy(SMALL, &path).unwrap();
    let before = fs::read(&path).unwrap();

    let ran = check(&path);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("line 2"), "{}", ran.err);
    assert_eq!(fs::read(&path).unwrap(), before, "a check changes nothing");

    let ran = fmt(&path);
    assert_eq!((ran.status, ran.out + &ran.err), (0, String::new()));
    let after = fs::read(&path).unwrap();
    assert_ne!(after, before);
    assert_eq!(check(&path).status, 0);

    let ran = fmt(&path);
    assert_eq!((ran.status, ran.out + &ran.err), (0, String::new()));
    assert_eq!(fs::read(&path).unwrap(), after);
}

#[test]
fn formatting_as_a_filter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    fs::copy(SMALL, &path).unwrap();
    assert_eq!(fmt(&path).status, 0);
    let expected = fs::read_to_string(&path).unwrap();

    let small = fs::read(SMALL).unwrap();
    let ran = fed(&["fmt", "-"], &small);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, expected);
    let ran = fed(&["fmt", "--check", "-"], expected.as_bytes());
    assert_eq!((ran.status, ran.out + &ran.err), (0, String::new()));
    let ran = fed(&["fmt", "-"], b"schema = 1");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
}

#[test]
fn a_comment_that_would_be_lost_stops_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    let text = fs::read_to_string(SMALL).unwrap();
    let text = text.replace("phone = \"1400\"", "phone = \"1400\" # gratis");
    fs::write(&path, &text).unwrap();
    let line = text.lines().take_while(|line| !line.contains("# gratis")).count() + 1;

    let ran = fmt(&path);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains(&format!(":{line}:1: this comment would be lost")), "{}", ran.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left behind");
}

#[test]
fn a_broken_file_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    fs::write(&path, "schema = 1\nnonsense = 2\n").unwrap();
    let ran = fmt(&path);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains(":2:1:"), "{}", ran.err);
    assert_eq!(fs::read(&path).unwrap(), b"schema = 1\nnonsense = 2\n");
}

#[cfg(unix)]
#[test]
fn replacing_keeps_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real.toml"), folder.path().join("link.toml"));
    fs::copy(SMALL, &real).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.toml", &link).unwrap();

    assert_eq!(fmt(&link).status, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(check(&real).status, 0);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing is left behind");
}
