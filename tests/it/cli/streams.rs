//! Output and error output apart, exit statuses, pipes and styles.

use std::io::Read;

use super::harness::{in_a_terminal, on_day, program, run, small};

#[test]
fn exit_statuses() {
    for (line, status) in [
        ("search zandmeer", 0),
        ("search --json zandmeer", 0),
        ("search qqqqqq", 1),
        ("show gemeente-zandmeer", 0),
        ("show qqqqqq", 1),
        ("show --json qqqqqq", 1),
        ("open --print zandmeer", 0),
        ("open --print qqqqqq", 1),
        ("open --print waterkring", 1),
        ("open zandmeer", 1),
        ("open --print zandmeer --platform mastodon", 1),
        ("open --print zandmeer --platform nothing", 2),
        ("validate", 0),
        ("validate Cargo.toml", 1),
        ("validate no-such-file.toml", 2),
        ("validate tests", 2),
        ("fmt --check tests/fixtures/small.toml", 1),
        ("fmt --check no-such-file.toml", 2),
        ("fmt --check Cargo.toml", 2),
    ] {
        let ran = small(line);
        assert_eq!(ran.status, status, "{line}: {ran:?}");
    }
    // On the day of its edition; before that, what is in it is yet to come.
    for (day, status) in [("2026-11-28", 0), ("2026-11-27", 2)] {
        let ran = on_day(day, &["fmt", "--check", "directory.toml"]);
        assert_eq!(ran.status, status, "{day}: {ran:?}");
    }
}

#[test]
fn an_unusable_directory_says_so_on_the_error_output_only() {
    for file in ["no-such-file.toml", "tests", "Cargo.toml", "/dev/null"] {
        for line in ["search x", "search --json x", "show x", "open --print x"] {
            let mut arguments = vec!["--directory", file];
            arguments.extend(line.split(' '));
            let ran = run(&arguments);
            assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{file} {line}");
            assert!(ran.err.contains(file), "{}", ran.err);
        }
    }
}

#[test]
fn the_directory_may_be_named_before_and_after_the_command() {
    let expected = small("search zandmeer").out;
    assert!(expected.contains("Gemeente Zandmeer"));
    for arguments in [
        ["search", "--directory", super::harness::SMALL, "zandmeer"],
        ["search", "zandmeer", "-d", super::harness::SMALL],
        ["-d", super::harness::SMALL, "search", "zandmeer"],
    ] {
        assert_eq!(run(&arguments).out, expected, "{arguments:?}");
    }
}

#[test]
fn a_reader_that_stops_early_is_no_fault() {
    for line in [
        &["search", "--limit", "0", "gemeente"][..],
        &["search", "--json", "--limit", "0", "gemeente"],
        &["fmt", "-"],
    ] {
        let directory = std::fs::File::open("directory.toml").unwrap();
        let mut child = program(line).stdin(directory).spawn().unwrap();
        let mut first = [0];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        drop(out);
        let ended = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{line:?}");
        assert_eq!(ended.status.code(), Some(0), "{line:?}");
    }
}

/// Whatever is written, and in whatever format: who reads no more of it is told nothing.
#[test]
fn a_reader_that_is_gone_is_told_nothing() {
    let register = ["audit", "--register", "tests/fixtures/register-accounts.csv"];
    let formats = ["text", "json", "csv", "markdown", "sarif", "junit"];
    let audits = formats.iter().flat_map(|format| {
        [vec!["audit", "--format", format], [&register[..], &["--format", format]].concat()]
    });
    let others = [
        vec!["search", "--limit", "0", ""],
        vec!["search", "--json", "--limit", "0", ""],
        vec!["show", "--json", "knmi"],
        vec!["variants", "--limit", "0", "POL_Ede"],
        vec!["conventions"],
        vec!["conventions", "--json"],
        vec!["explain"],
        vec!["explain", "--json"],
        vec!["validate"],
        vec!["fmt", "-"],
        vec!["--help"],
        vec!["audit", "--help"],
        vec!["--version"],
    ];
    for line in audits.chain(others) {
        let (read_end, write_end) = std::io::pipe().unwrap();
        drop(read_end);
        let directory = std::fs::File::open("directory.toml").unwrap();
        let mut command = program(&line);
        let ended = command.stdin(directory).stdout(write_end).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{line:?}");
        assert_eq!(ended.status.code(), Some(0), "{line:?}");
    }
}

/// A device that takes nothing: whoever asked is told that they have no answer.
#[cfg(target_os = "linux")]
#[test]
fn what_can_not_be_written_is_no_success() {
    for line in [
        &["--help"][..],
        &["--version"],
        &["-h"],
        &["-V"],
        &["search", "--help"],
        &["audit", "--help", "--lang", "nl"],
        &["search", "zandmeer", "--directory", super::harness::SMALL],
        &["audit", "--format", "csv"],
        &["audit", "--format", "sarif"],
        &["audit", "--format", "junit"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ended = program(line).stdout(full).output().unwrap();
        assert_eq!(ended.status.code(), Some(2), "{line:?}");
        let err = String::from_utf8_lossy(&ended.stderr);
        assert!(err.starts_with("officieel: ") && err.lines().count() == 1, "{line:?} {err}");
    }
}

#[test]
fn styles_only_where_they_are_wanted() {
    let out = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = program(&["--directory", super::harness::SMALL, "show", "zandmeer"]);
        command.args(arguments).envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let plain = out(&[], &[]);
    assert!(!plain.contains('\u{1b}'));
    let styled = out(&["--color", "always"], &[]);
    insta::assert_snapshot!("styled", styled.replace('\u{1b}', "␛"));
    // What is asked for in so many words goes before what the surroundings say.
    assert_eq!(out(&["--color", "always"], &[("NO_COLOR", "1")]), styled);
    assert_eq!(out(&["--color", "never"], &[]), plain);
    // Styles add nothing to the words.
    let mut bare = styled;
    for code in ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[2m", "\u{1b}[32m", "\u{1b}[33m", "\u{1b}[36m"] {
        bare = bare.replace(code, "");
    }
    assert_eq!(bare, plain);
}

#[test]
fn a_terminal_gets_styles_unless_it_wants_none() {
    for (variables, styled) in [
        (&[("TERM", "xterm-256color")][..], true),
        (&[("TERM", "xterm-256color"), ("NO_COLOR", "")], true),
        (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], false),
        (&[("TERM", "dumb")], false),
    ] {
        let seen = in_a_terminal(variables);
        assert!(seen.contains("Gemeente Zandmeer"), "{seen}");
        assert_eq!(seen.contains('\u{1b}'), styled, "{variables:?}");
    }
}
