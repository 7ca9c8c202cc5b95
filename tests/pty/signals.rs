//! The terminal comes back, whatever ends or stops the program, and is taken again where it goes on.

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

use crate::program::{FIXTURE, Program, size};

/// How many rows and columns a terminal can say that it has.
const MOST: u16 = u16::MAX;

fn at(view: &[u8]) -> Program {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    if !view.is_empty() {
        program.press(view);
        program.until("another view", |screen| !screen.contents().contains("Esc stopt"));
    }
    program
}

/// Gives the terminal the modes that a shell gives it.
fn cook(program: &Program) {
    let tty = program.tty();
    let mut modes = tcgetattr(&tty).unwrap();
    modes.local_modes |= LocalModes::ICANON | LocalModes::ECHO;
    tcsetattr(&tty, OptionalActions::Now, &modes).unwrap();
}

#[track_caller]
fn until_stopped(program: &Program) {
    program.until("the program stopped", |_| {
        let shown = std::process::Command::new("ps")
            .args(["-o", "stat=", "-p", &program.id()])
            .output()
            .unwrap();
        String::from_utf8_lossy(&shown.stdout).trim_start().starts_with('T')
    });
}

#[test]
fn a_signal_that_ends_the_program_gives_the_terminal_back() {
    let signals = [("HUP", 1), ("INT", 2), ("QUIT", 3), ("ABRT", 6), ("TERM", 15)];
    // The start page, the list, the help, the audit and the conventions.
    let views: [&[u8]; 5] = [b"", b"\t", b"\x1bOP", b"\x1b[15~", b"\x1b[17~"];
    for (number, (signal, status)) in signals.into_iter().enumerate() {
        for view in [views[number], views[(number + 2) % views.len()]] {
            let mut program = at(view);
            program.kill(signal);
            assert_eq!(program.exit_status(), 128 + status, "{signal} {}", view.escape_ascii());
            program.until_given_back();
        }
    }
}

#[test]
fn a_panic_on_any_thread_leaves_a_usable_terminal_and_its_message() {
    let folder = tempfile::tempdir().unwrap();
    let home = ("XDG_DATA_HOME", folder.path().to_str().unwrap());
    for place in [
        "draw",
        "search",
        "check",
        "conventions",
        "audit",
        "observe",
        "export",
        "overview",
        "load",
        "keyboard",
    ] {
        let mut program = Program::start(24, 80, &[], &[("OFFICIEEL_TEST_PANIC", place), home]);
        assert_ne!(program.exit_status(), 0, "{place}");
        program.until_shown("on purpose");
        program.until_given_back();
    }
}

#[test]
fn stopped_from_outside_the_terminal_is_given_back_until_the_program_goes_on() {
    let mut program = at(b"");
    program.kill("TSTP");
    until_stopped(&program);
    program.until_given_back();
    program.kill("CONT");
    program.until("the screen again", |screen| {
        program.count(b"\x1b[?1049h") == 2 && screen.contents().contains("7/7") && program.is_raw()
    });
    program.press(b"zand");
    program.until_shown("2/7");
    program.press(b"\x03");
    assert_eq!(program.exit_status(), 130);
    assert!(!program.is_raw());
}

#[test]
fn stopped_by_force_the_terminal_is_taken_again_from_the_shell() {
    let mut program = at(b"");
    program.kill("STOP");
    until_stopped(&program);
    cook(&program);
    program.kill("CONT");
    program.until("raw modes", |_| program.is_raw());
    program.press(b"zand");
    program.until_shown("2/7");
    program.press(b"\x03");
    assert_eq!(program.exit_status(), 130);
    program.until("the normal screen", |screen| !screen.alternate_screen());
    assert!(!program.is_raw(), "the modes are those of before");
}

#[test]
fn a_shell_gets_the_terminal_and_brings_the_program_back() {
    let script = "set -m; \"$@\"; echo 'in de schil'; read answer; fg; echo \"status $?\"";
    let mut program = Program::start_by(&["/bin/sh", "-c", script, "sh"], &[], 24, 80);
    program.until_shown("7/7");
    program.press(b"\x1a");
    program.until_shown("in de schil");
    assert!(!program.is_raw());
    program.press(b"\r");
    program.until("the screen again", |screen| {
        screen.alternate_screen() && screen.contents().contains("7/7") && program.is_raw()
    });
    program.press(b"zand");
    program.until_shown("2/7");
    program.press(b"\x03");
    program.until_shown("status 130");
}

#[test]
fn a_window_of_an_absurd_size_is_drawn_as_far_as_it_can_be() {
    let mut program = at(b"");
    for (rows, cols) in [(MOST, MOST), (MOST, 80), (24, MOST), (0, 0)] {
        program.terminal.resize(size(rows, cols)).unwrap();
        program.kill("WINCH");
        program.press(b"\x0c");
    }
    program.terminal.resize(size(24, 80)).unwrap();
    program.press(b"\x0c");
    program.press(b"zand");
    program.until_shown("2/7");
    program.press(b"\x03");
    assert_eq!(program.exit_status(), 130);
}

#[test]
fn it_starts_in_a_window_of_an_absurd_size() {
    let mut program = Program::start(24, 80, &[], &[]);
    program.terminal.resize(size(MOST, MOST)).unwrap();
    program.until("something drawn", |_| program.count(b"\x1b[?1049h") == 1);
    program.press(b"\x03");
    assert_eq!(program.exit_status(), 130);
}

#[test]
fn a_terminal_that_can_show_no_screen_is_refused_with_what_works_there() {
    let mut program = Program::start(24, 120, &[], &[("TERM", "dumb")]);
    assert_eq!(program.exit_status(), 2);
    program.until_shown("kan geen scherm tonen");
    program.until_shown("officieel search");
    program.until_shown("officieel show");
    assert_eq!(program.count(b"\x1b"), 0, "it is sent no escape sequence");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_officieel"))
        .args(["--directory", FIXTURE, "search", "zandmeer"])
        .env("TERM", "dumb")
        .output()
        .unwrap();
    assert!(output.status.success());
}
