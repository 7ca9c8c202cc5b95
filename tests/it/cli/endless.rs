//! Files that never end, and those that nobody writes into: no command waits for them.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use super::harness::{Ran, SMALL, fed, program};

/// An answer of Wikidata.
const ANSWER: &str = "crates/online/tests/fixtures/import/sparql.json";

/// Far more than any of them needs, and no answer of one that waits.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs the program, which must end by itself.
fn ended(line: &[&str]) -> Ran {
    let mut child = program(line).spawn().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{line:?} waits for ever");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ran::of(child.wait_with_output().unwrap())
}

#[test]
fn no_command_waits_for_a_pipe_or_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let pipe = pipe.to_str().unwrap();
    let inside = folder.path().to_str().unwrap();
    for named in [pipe, "/dev/zero", inside] {
        let mut lines = vec![
            vec!["--directory", named, "search", "x"],
            vec!["--with", named, "search", "x"],
            vec!["check", "--also-directory", named, "x.com/a"],
            vec!["check", "--table", named],
            vec!["--overlay", named, "list"],
            vec!["radar", named],
            vec!["validate", named],
            vec!["fmt", named],
            vec!["diff", named, SMALL],
            vec!["merge", named, "--into", SMALL, "--dry-run"],
            vec!["review", named],
        ];
        if cfg!(feature = "online") {
            lines.push(vec!["import", "csv", named, "--seen", "2026-11"]);
            lines.push(vec![
                "import",
                "wikidata",
                ANSWER,
                "--seen",
                "2026-11",
                "--last-run",
                named,
            ]);
        }
        if cfg!(feature = "online") && named != inside {
            lines.push(vec!["sweep", "--from", named]);
        }
        for line in lines {
            let ran = ended(&line);
            assert_eq!(ran.status, 2, "{line:?}: {} {}", ran.out, ran.err);
            assert!(ran.err.contains(named), "{line:?}: {}", ran.err);
        }
    }
}

#[test]
fn what_the_shell_hands_over_is_read() {
    let small = fs::read(SMALL).unwrap();
    for named in ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"] {
        if named != "-" && fs::symlink_metadata(named).is_err() {
            continue;
        }
        let ran = fed(&["--directory", named, "search", "zandmeer"], &small);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{named}");
    }
}
