//! Opening from the screen with a browser that `BROWSER` names.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::program::Program;

const ENTER: &[u8] = b"\r";

/// The program in a remote session with a browser of this content, at the account of a query.
fn at_an_account(folder: &std::path::Path, script: &str) -> Program {
    let path = folder.join("browser");
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    let command = format!("'{}' --new", path.display());
    let environment = [("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22"), ("BROWSER", &command)];
    let mut program = Program::start(24, 80, &[], &environment);
    program.until_shown("7/7");
    program.press(b"@GemZandmeer");
    program.until_shown("@GemZandmeer");
    program
}

#[test]
fn the_address_goes_to_the_browser_that_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let seen = folder.path().join("seen");
    // What it writes to its output must not stand on the screen.
    let script = format!("#!/bin/sh\necho disturbance\necho \"$@\" > '{}'\n", seen.display());
    let mut program = at_an_account(folder.path(), &script);
    program.press(ENTER);
    program.until_shown("Aan de browser gegeven: https://x.com/GemZandmeer");
    program.until("no disturbance", |screen| !screen.contents().contains("disturbance"));
    assert_eq!(fs::read_to_string(seen).unwrap(), "--new https://x.com/GemZandmeer\n");
}

#[test]
fn a_browser_that_fails_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = at_an_account(folder.path(), "#!/bin/sh\nexit 2\n");
    program.press(ENTER);
    program.until_shown("Geen browser gestart");
    program.until("no raw status", |screen| !screen.contents().contains("exit"));
}
