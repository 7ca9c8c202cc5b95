//! What was asked, in the real program and its file.

use std::fs;

use crate::program::Program;

const UP: &[u8] = b"\x1b[A";
const CTRL_C: &[u8] = b"\x03";
const CTRL_R: &[u8] = b"\x12";

/// The program in a home, at its start.
fn start(home: &str, arguments: &[&str]) -> Program {
    let program = Program::start(24, 80, arguments, &[("HOME", home), ("XDG_DATA_HOME", home)]);
    program.until_shown("7/7");
    program
}

#[test]
fn what_was_asked_is_there_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().to_str().unwrap();
    let file = folder.path().join("officieel/history.toml");
    let mut program = start(home, &[]);
    program.press_each(&[b"minwind", b"\x1b"]);
    program.until_shown("7/7");
    // What stands there when the reader leaves was asked too; somebody's own is not kept.
    program.press_each(&[b"06-12345678", b"\x1b", b"zandmeer", CTRL_C]);
    program.exit_status();
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.ends_with("queries = [\n  \"zandmeer\",\n  \"minwind\",\n]\n"), "{text}");
    let mut program = start(home, &[]);
    program.press(UP);
    program.until_shown("› zandmeer");
    program.press(UP);
    program.until_shown("› minwind");
    program.until_shown("Ministerie van Wind");
    program.press(CTRL_R);
    program.until_shown("Eerder gevraagd");
    program.press_each(&[b"zand", b"\r"]);
    program.until_shown("Gemeente Zandmeer");
    program.press_each(&[b"\x1b", b"\x1b", b"\x1b"]);
    assert_eq!(program.exit_status(), 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn nothing_that_is_asked_is_kept_in_private_or_where_the_settings_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().to_str().unwrap();
    let settings = folder.path().join(".config/officieel/config.toml");
    for is_set in [false, true] {
        let arguments: &[&str] = if is_set { &[] } else { &["--private"] };
        if is_set {
            fs::create_dir_all(settings.parent().unwrap()).unwrap();
            fs::write(&settings, "[interface]\nhistory = false\n").unwrap();
        }
        let mut program = start(home, arguments);
        program.press_each(&[b"zandmeer", b"\x1b", UP, CTRL_R]);
        program.until_shown("onthouden");
        program.press(CTRL_C);
        program.exit_status();
        assert!(!folder.path().join("officieel/history.toml").exists(), "{arguments:?}");
    }
}

#[test]
fn the_screen_goes_on_where_it_was_left_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().to_str().unwrap();
    let mut program = start(home, &[]);
    program.press_each(&[b"minwind", CTRL_C]);
    program.exit_status();
    let goes_on = |arguments: &[&str], query: Option<&str>| {
        let environment = [("HOME", home), ("XDG_DATA_HOME", home)];
        let mut program = Program::start(24, 80, arguments, &environment);
        match query {
            Some(query) => program.until_shown(query),
            None => program.until_shown("7/7"),
        }
        program.press(CTRL_C);
        program.exit_status();
    };
    goes_on(&["--resume"], Some("› minwind"));
    goes_on(&["--resume", "--private"], None);
    goes_on(&[], None);
    let settings = folder.path().join(".config/officieel/config.toml");
    fs::create_dir_all(settings.parent().unwrap()).unwrap();
    fs::write(&settings, "[interface]\nresume = true\n").unwrap();
    goes_on(&[], Some("› minwind"));
    goes_on(&["zandmeer"], Some("› zandmeer"));
}
