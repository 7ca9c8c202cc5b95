//! `officieel observe`, and what all commands say of what was observed.
#![expect(
    clippy::unwrap_used,
    clippy::format_push_string,
    reason = "a test that can't prepare its files can't go on"
)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::harness::{Ran, SMALL, program, run};

/// A folder with an overlay in it, or with none yet.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("mine.toml")
    }

    /// Runs a line over the small directory with this overlay; the name of the folder is left out.
    fn run(&self, line: &str) -> Ran {
        self.on_day("2026-11-22", line)
    }

    fn on_day(&self, day: &str, line: &str) -> Ran {
        let file = self.file().into_os_string().into_string().unwrap();
        let mut arguments = vec!["--directory", SMALL, "--overlay", &file, "--today", day];
        arguments.extend(line.split(' '));
        let ran = Ran::of(program(&arguments).output().unwrap());
        let folder = self.folder.path().to_str().unwrap();
        let shown = |text: String| text.replace(folder, "FOLDER");
        Ran { status: ran.status, out: shown(ran.out), err: shown(ran.err) }
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }
}

#[test]
fn what_was_observed_is_told() {
    let desk = Desk::new();
    let mut told = String::new();
    for line in [
        "observe @GemZandmeer --badge none --status closed --lang nl",
        "observe https://x.com/GemZandmeer --successor https://social.overheid.example/@zandmeer --json",
        "observe @pol_oostmeer --status left",
        "check @gemzandmeer --lang nl",
        "check @pol_oostmeer",
        "show gemeente-zandmeer",
        "search @pol_oostmeer --lang nl",
        "search @pol_oostmeer --json",
        "validate",
        "observe @gemzandmeer --status unknown --lang nl",
        "observe @gemzandmeer --forget --lang nl",
        "check @gemzandmeer",
    ] {
        let Ran { status, out, err } = desk.run(line);
        told += &format!("$ officieel {line}\n{out}{err}[{status}]\n\n");
    }
    insta::assert_snapshot!("observed", told);
    insta::assert_snapshot!("observed-file", desk.text());
}

#[test]
fn what_can_not_be_recorded_is_refused_in_a_sentence() {
    let desk = Desk::new();
    let mut told = String::new();
    for (line, status) in [
        ("observe @nooit_gehoord --badge none", 1),
        ("observe @GemZandmeer", 2),
        ("observe @GemZandmeer --badge x-legacy --lang nl", 2),
        ("observe @GemZandmeer --badge \u{202e}", 2),
        ("observe @GemZandmeer --status moved --lang nl", 2),
        ("observe @GemZandmeer --status left --successor https://a.example", 2),
        ("observe @GemZandmeer --successor http://a.example", 2),
        ("observe @GemZandmeer --successor https://a.example/\u{202e}", 2),
        ("observe @GemZandmeer --status gone", 2),
        ("observe @GemZandmeer --forget --badge none --lang nl", 2),
        ("observe @GemZandmeer --badge none --platform hyves", 2),
        ("observe @GemZandmeer --badge none --no-overlay", 2),
        ("observe Zandmeer --badge none", 1),
        ("observe @GemZandmeer,@MinWind --badge none", 1),
    ] {
        let ran = desk.run(line);
        assert_eq!((ran.status, ran.out.as_str()), (status, ""), "{line}");
        told += &format!("$ officieel {}\n{}\n", line.replace('\u{202e}', "␮"), ran.err);
    }
    insta::assert_snapshot!("not-observed", told);
    assert!(!desk.file().exists());
    let ran = run(&["observe", "@GemZandmeer", "--badge", "none", "--no-overlay"]);
    assert_eq!(ran.err, "officieel: observe does not go with --no-overlay.\n");
    // Without a folder for data, and without a file named.
    let ran = run(&["--directory", SMALL, "observe", "@GemZandmeer", "--badge", "none"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("--overlay"), "{}", ran.err);
    let ran = desk.run("observe @GemZandmeer --badge none");
    assert_eq!(ran.status, 0, "{ran:?}");
    let before = desk.text();
    let ran = desk.on_day("2026-11-21", "observe @GemZandmeer --badge none");
    assert_eq!(
        ran.err,
        "officieel: There is a later observation already, of 2026-11-22. If that day is wrong, take it back \
         first with: officieel observe ACCOUNT --forget\n"
    );
    assert_eq!((ran.status, desk.text()), (2, before));
}

/// A clock that was once wrong locks no account for ever.
#[test]
fn an_observation_in_the_future_can_be_taken_back_as_is_told() {
    let desk = Desk::new();
    assert_eq!(desk.on_day("2099-12-31", "observe @MinWind --badge none").status, 0);
    for more in ["--badge none", "--status left", "--successor https://a.example"] {
        let ran = desk.run(&format!("observe @MinWind {more} --lang nl"));
        let is_about_the_same = more == "--badge none";
        assert_eq!(ran.status, if is_about_the_same { 2 } else { 0 }, "{more} {ran:?}");
        if is_about_the_same {
            assert!(ran.err.contains("van 2099-12-31") && ran.err.contains("--forget"), "{ran:?}");
        }
    }
    assert_eq!(desk.run("observe @MinWind --forget").status, 0);
    assert_eq!(desk.run("observe @MinWind --badge none").status, 0);
}

#[test]
fn observations_are_kept_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    for line in [
        &["observe", "@MinWind", "--badge", "none", "--overlay", "-"][..],
        &["--overlay=-", "search", "zandmeer"],
        &["check", "@MinWind", "--overlay", "-", "--lang", "nl"],
    ] {
        let mut command = program(line);
        let ran = Ran::of(command.current_dir(folder.path()).output().unwrap());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line:?}");
        assert!(ran.err.starts_with("officieel: --overlay "), "{}", ran.err);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn what_is_in_the_way_of_the_lock_is_told_and_nobody_waits() {
    let desk = Desk::new();
    let lock = desk.folder.path().join(".mine.toml.lock");
    let assert_refused = || {
        let ran = desk.run("observe @MinWind --badge none");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        let expected = "officieel: FOLDER/.mine.toml.lock is in the way: ";
        assert!(ran.err.starts_with(expected), "{}", ran.err);
    };
    assert!(std::process::Command::new("mkfifo").arg(&lock).status().unwrap().success());
    assert_refused();
    fs::remove_file(&lock).unwrap();
    fs::create_dir(&lock).unwrap();
    assert_refused();
    fs::remove_dir(&lock).unwrap();
    std::os::unix::fs::symlink("/dev/full", &lock).unwrap();
    assert_refused();
}

/// A name on several platforms is none of them.
#[test]
fn a_name_on_several_platforms_needs_one() {
    let desk = Desk::new();
    let file = desk.file();
    let observe = |more: &[&str]| {
        let mut command = program(&["observe", "@Rijkswaterstaat", "--status", "active"]);
        Ran::of(command.arg("--overlay").arg(&file).args(more).output().unwrap())
    };
    let ran = observe(&[]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("facebook, instagram, x"), "{}", ran.err);
    assert!(!file.exists());
    assert_eq!(observe(&["-p", "instagram"]).status, 0);
    assert!(desk.text().contains("platform = \"instagram\""));
}

/// Overlays that can't be used, and how the place of the first problem is told.
fn unusable() -> [(Vec<u8>, &'static str); 4] {
    [
        (b"schema = 2\n".to_vec(), "FOLDER/mine.toml:1:1: "),
        (b"schema = 1\n\xff".to_vec(), "FOLDER/mine.toml:2:1: "),
        ("# \u{1b}[2J\nschema = 1\n".into(), "FOLDER/mine.toml:1:3: "),
        (fs::read(SMALL).unwrap(), "FOLDER/mine.toml:21:1: "),
    ]
}

#[test]
fn questions_are_answered_without_observations_that_can_not_be_read() {
    let desk = Desk::new();
    let lines = [
        "check @MinWind",
        "check --json @MinWind",
        "check @MinWnd",
        "search zandmeer",
        "search --json @nergens",
        "show waterkring",
        "show --json waterkring",
        "open --print zandmeer",
        "variants MinWind --limit 1",
    ];
    let without = |line: &str| desk.run(&format!("{line} --overlay /nowhere/mine.toml"));
    let assert_answered = |place: &str| {
        for line in lines {
            let (ran, expected) = (desk.run(line), without(line));
            assert_eq!((ran.status, ran.out), (expected.status, expected.out), "{line}");
            let warning = ran.err.strip_suffix(&expected.err).unwrap_or(&ran.err);
            assert!(warning.starts_with("officieel: The answer is without your own"), "{warning}");
            assert!(warning.contains(place) && warning.contains("--no-overlay"), "{warning}");
            assert!(!ran.err.contains(['\u{1b}', '\u{202e}']), "{line}");
            let ran = desk.run(&format!("{line} --lang nl"));
            assert!(ran.err.contains("zonder uw eigen waarnemingen"), "{}", ran.err);
        }
    };
    for (content, place) in unusable() {
        fs::write(desk.file(), &content).unwrap();
        assert_answered(place);
        assert_eq!(fs::read(desk.file()).unwrap(), content, "{place}");
    }
    fs::remove_file(desk.file()).unwrap();
    fs::create_dir(desk.file()).unwrap();
    assert_answered("FOLDER/mine.toml can't be read: ");
}

/// What depends on observations, or changes them, does not go on without them.
#[test]
fn a_broken_overlay_stops_what_depends_on_observations() {
    let desk = Desk::new();
    for (content, place) in unusable() {
        fs::write(desk.file(), &content).unwrap();
        for line in ["audit", "audit --format json", "conventions", "observe @MinWind --forget"] {
            let ran = desk.run(line);
            assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
            assert!(ran.err.contains(place), "{line}: {}", ran.err);
            assert_eq!(ran.err.contains("--no-overlay"), !line.starts_with("observe"), "{line}");
            assert!(!ran.err.contains(['\u{1b}', '\u{202e}']), "{line}");
        }
        assert_eq!(fs::read(desk.file()).unwrap(), content, "{place}");
        assert_eq!(desk.run("validate").status, 1, "{place}");
        for line in [
            "validate tests/fixtures/small.toml --no-overlay",
            "explain",
            "search knmi --no-overlay",
        ] {
            assert_eq!(run(&line.split(' ').collect::<Vec<_>>()).status, 0, "{line}");
        }
    }
    fs::remove_file(desk.file()).unwrap();
    fs::create_dir(desk.file()).unwrap();
    let ran = desk.run("audit");
    assert_eq!(ran.status, 2);
    assert!(ran.err.starts_with("officieel: FOLDER/mine.toml can't be read"), "{}", ran.err);
}

#[test]
fn the_customary_file_is_read_unless_it_is_not_wanted() {
    let desk = Desk::new();
    let observed = |data: &Path, more: &[&str]| {
        let mut command = program(&["--directory", SMALL, "--today", "2026-11-22"]);
        command.args(more).env("XDG_DATA_HOME", data);
        Ran::of(command.output().unwrap())
    };
    let data = desk.folder.path();
    assert_eq!(observed(data, &["observe", "@MinWind", "--status", "left"]).status, 0);
    assert!(data.join("officieel").join("observations.toml").exists());
    let status = |more: &[&str]| {
        let mut line = vec!["search", "@MinWind", "--json"];
        line.extend(more);
        let hits: Value = serde_json::from_str(&observed(data, &line).out).unwrap();
        hits.pointer("/hits/0/account/status").and_then(Value::as_str).unwrap().to_owned()
    };
    assert_eq!(status(&[]), "left");
    assert_eq!(status(&["--no-overlay"]), "active");
    assert_eq!(status(&["--overlay", "/nowhere/mine.toml"]), "active");
    assert_eq!(status(&["--today", "2026-11-21"]), "active");
}

#[test]
fn an_overlay_can_be_checked_and_laid_out() {
    let desk = Desk::new();
    assert_eq!(desk.run("validate").status, 2, "there is no such file");
    desk.run("observe @MinWind --badge none");
    let account = desk.text().split("[[organisation.account]]").nth(1).unwrap().to_owned();
    let more =
        |from: &str, to: &str| format!("\n[[organisation.account]]{}", account.replace(from, to));
    let sound = desk.text()
        + &more("MinWind", "nooit_gehoord")
        + &more("MinWind", "GemZandmeer").replace("2026-11-22", "2026-12-24");
    let text = sound.clone() + &more("\"x\"", "\"hyves\"");
    fs::write(desk.file(), &text).unwrap();
    insta::assert_snapshot!("overlay-checked", desk.run("validate --lang nl").shown());
    insta::assert_snapshot!("overlay-checked-json", desk.run("validate --json").shown());
    let ran = desk.run("fmt");
    assert_eq!((ran.status, desk.text()), (2, text.clone()), "what is foreign would be lost");
    assert!(ran.err.contains("no platform `hyves`"), "{}", ran.err);
    fs::write(desk.file(), sound).unwrap();
    assert_eq!(desk.run("fmt --check").status, 1);
    assert_eq!(desk.run("fmt").status, 0);
    assert_eq!(desk.run("fmt --check").status, 0);
    assert_eq!(desk.run("validate").status, 0);
}

#[test]
fn programs_that_record_at_once_lose_nothing() {
    let desk = Desk::new();
    let small: &'static str = include_str!("../../fixtures/small.toml");
    let value = |line: &'static str, key: &str| {
        line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
    };
    let lines: Vec<&str> = small.lines().collect();
    let accounts: Vec<(&str, &str)> = lines
        .windows(2)
        .filter_map(|pair| Some((value(pair[0], "platform")?, value(pair[1], "handle")?)))
        .collect();
    assert!(accounts.len() >= 8);
    // Some of them twice, so that programs also meet on one account.
    let programs = accounts.iter().cycle().take(20).map(|(platform, account)| {
        let mut command = program(&["--directory", SMALL, "--today", "2026-11-22"]);
        command.arg("--overlay").arg(desk.file()).args(["observe", account, "-p", platform]);
        command.args(["--status", "left"]);
        (account, command.spawn().unwrap())
    });
    for (account, child) in programs.collect::<Vec<_>>() {
        let ran = Ran::of(child.wait_with_output().unwrap());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{account}");
    }
    let text = desk.text();
    for (_, account) in &accounts {
        assert_eq!(
            text.matches(&format!("handle = \"{account}\"")).count(),
            1,
            "{account}\n{text}"
        );
    }
    let count = fs::read_dir(desk.folder.path()).unwrap().count();
    assert_eq!(count, 2, "the file and its lock");
}

#[test]
fn no_directory_is_ever_written() {
    let desk = Desk::new();
    let built_in = Path::new("directory.toml");
    let before = (fs::read(SMALL).unwrap(), fs::read(built_in).unwrap());
    for overlay in [Path::new(SMALL), built_in] {
        let mut command = program(&["observe", "@KNMI", "--status", "left", "--platform", "x"]);
        let ran = Ran::of(command.arg("--overlay").arg(overlay).output().unwrap());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{overlay:?}");
        let name = overlay.file_name().unwrap().to_str().unwrap();
        assert!(!overlay.with_file_name(format!(".{name}.lock")).exists(), "{overlay:?}");
    }
    desk.run("observe @MinWind --status left");
    assert_eq!((fs::read(SMALL).unwrap(), fs::read(built_in).unwrap()), before);
}

#[test]
fn programs_that_are_killed_leave_a_whole_file() {
    let desk = Desk::new();
    assert_eq!(desk.run("observe @MinWind --status left").status, 0);
    for patience in 0..12 {
        let mut command = program(&["--directory", SMALL, "--today", "2026-11-22"]);
        command.arg("--overlay").arg(desk.file());
        let status = if patience % 2 == 0 { "closed" } else { "active" };
        command.args(["observe", "@GemZandmeer", "--status", status]);
        let mut child = command.spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(patience * 3));
        // It may be done already.
        let _ = child.kill();
        child.wait().unwrap();
        let ran = desk.run("validate");
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(desk.text().contains("handle = \"MinWind\""), "{}", desk.text());
    }
    // No lock outlives its program.
    assert_eq!(desk.run("observe @GemZandmeer --badge none").status, 0);
    assert!(desk.text().contains("kind = \"none\""));
    // Nor does what they had begun to write outlive the next one that writes.
    let mut names: Vec<_> =
        fs::read_dir(desk.folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, [".mine.toml.lock", "mine.toml"]);
}
