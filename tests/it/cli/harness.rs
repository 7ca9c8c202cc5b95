//! Runs the program in surroundings that are the same everywhere, and where no browser can start.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

/// A directory of organisations that do not exist.
pub(crate) const SMALL: &str = "tests/fixtures/small.toml";

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit status.
    pub(crate) status: i32,
    /// What went to the output.
    pub(crate) out: String,
    /// What went to the error output.
    pub(crate) err: String,
}

impl Ran {
    /// What came of a run that has ended.
    pub(crate) fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// All of it in one text, for a snapshot.
    pub(crate) fn shown(&self) -> String {
        let Self { status, out, err } = self;
        format!("status {status}\n--- output\n{out}--- error output\n{err}")
    }
}

/// The program with arguments, not yet run.
pub(crate) fn program<A: AsRef<OsStr>>(arguments: &[A]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_officieel"));
    command
        // With no folder for data, nobody's own observations are read either.
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .env("COLUMNS", "80")
        .env("PATH", "")
        // As over ssh: no browser is looked for, on whatever system this runs.
        .env("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program with arguments, on the day of the directory's edition.
pub(crate) fn run<A: AsRef<OsStr>>(arguments: &[A]) -> Ran {
    on_day("2026-11-21", arguments)
}

/// Runs the program with arguments, on a day.
pub(crate) fn on_day<A: AsRef<OsStr>>(day: &str, arguments: &[A]) -> Ran {
    let mut command = program(&["--today", day]);
    Ran::of(command.args(arguments).output().unwrap())
}

/// Runs the program with arguments as one line, on the directory that does not change.
pub(crate) fn small(line: &str) -> Ran {
    let mut arguments = vec!["--directory", SMALL];
    arguments.extend(line.split(' '));
    run(&arguments)
}

/// Runs the program with something on its standard input.
pub(crate) fn fed(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = program(arguments).stdin(Stdio::piped()).spawn().unwrap();
    // A program that refuses its arguments is gone before it reads; what it says is still asserted.
    let _ = child.stdin.take().unwrap().write_all(input);
    Ran::of(child.wait_with_output().unwrap())
}

/// What the program writes to a terminal with these variables set.
pub(crate) fn in_a_terminal(variables: &[(&str, &str)]) -> String {
    let size = portable_pty::PtySize::default();
    let pair = portable_pty::native_pty_system().openpty(size).unwrap();
    let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_officieel"));
    command.env_clear();
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command.args(["-d", SMALL, "search", "zandmeer"]);
    for (name, value) in variables {
        command.env(name, value);
    }
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut seen = Vec::new();
    // Some systems end a terminal with an error where others say that it ended.
    let _ = reader.read_to_end(&mut seen);
    assert!(child.wait().unwrap().success());
    String::from_utf8(seen).unwrap()
}
