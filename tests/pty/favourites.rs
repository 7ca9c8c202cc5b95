//! Favourites, in the real program and its file.

use std::fs;

use crate::program::Program;

const F8: &[u8] = b"\x1b[19~";
const DOWN: &[u8] = b"\x1b[B";

#[test]
fn a_favourite_is_there_the_next_time_but_not_in_private() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().to_str().unwrap();
    let environment = [("XDG_DATA_HOME", home), ("HOME", home)];
    let file = folder.path().join("officieel/favourites.toml");
    let start = |arguments: &[&str]| {
        let program = Program::start(24, 80, arguments, &environment);
        program.until_shown("7/7");
        program
    };
    let mut program = start(&["--private"]);
    program.press_each(&[b"zandmeer", F8]);
    program.until_shown("Met --private wordt geen favoriet bewaard.");
    program.press_each(&[b"\t", b"\x03"]);
    program.exit_status();
    assert!(!folder.path().join("officieel").exists(), "nothing was kept");
    let mut program = start(&[]);
    program.press_each(&[b"zandmeer", F8]);
    program.until_shown("staat nu bij uw favorieten");
    program.press_each(&[b"\t", b"\x03"]);
    program.exit_status();
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.matches("\"gemeente-zandmeer\"").count(), 2, "marked and looked at: {text}");
    let mut program = start(&[]);
    program.until_shown("↓ Favorieten        ★ Gemeente Zandmeer");
    program.press_each(&[DOWN, b"\r"]);
    program.until_shown("★ Gemeente Zandmeer  ");
    program.until_shown("zandmeer.example/contact");
    program.press_each(&[b"\x1b", b"\x1b", b"\x1b"]);
    assert_eq!(program.exit_status(), 0);
    let mut program = start(&["--private"]);
    program.press(b"\x1b");
    program.until_shown("Nog eens Esc sluit af");
    program.press(b"\x1b");
    assert_eq!(program.exit_status(), 0);
    assert_eq!(program.count("Favorieten".as_bytes()), 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}
