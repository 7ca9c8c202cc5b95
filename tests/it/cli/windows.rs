//! Files that Notepad, Excel and their kin have saved: a mark before the text, other line endings, other
//! signs between cells.

use std::fs;
use std::path::{Path, PathBuf};

use super::harness::{Ran, SMALL, fed, program, run};

const MARK: &str = "\u{feff}";

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, content).unwrap();
        path
    }
}

fn with(before: &[&str], path: &Path) -> Ran {
    let mut arguments: Vec<&std::ffi::OsStr> = before.iter().map(AsRef::as_ref).collect();
    arguments.push(path.as_os_str());
    run(&arguments)
}

/// The small directory in its layout.
fn laid_out() -> String {
    fed(&["fmt", "-"], &fs::read(SMALL).unwrap()).out
}

#[test]
fn directories_are_read() {
    let desk = Desk::new();
    let plain = laid_out();
    let windows = plain.replace('\n', "\r\n");
    for content in [format!("{MARK}{plain}"), windows.clone(), format!("{MARK}{windows}")] {
        let path = desk.file("directory.toml", &content);
        let ran = with(&["validate"], &path);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
        let ran = with(&["search", "zandmeer", "--directory"], &path);
        assert!(ran.out.starts_with("Gemeente Zandmeer  municipality\n"), "{ran:?}");
        let ran = fed(&["search", "zandmeer", "--directory", "-"], content.as_bytes());
        assert!(ran.out.starts_with("Gemeente Zandmeer  municipality\n"), "{ran:?}");
        assert_eq!(fed(&["fmt", "-"], content.as_bytes()).out, plain, "{content:?}");
    }
    // What is wrong is told with its place in the text, the mark aside.
    let path = desk.file("directory.toml", format!("{MARK}schema = 2\n"));
    assert!(with(&["validate"], &path).out.contains(":1:10: "));
    // In the middle of a text the same mark is a character that nobody sees.
    let path = desk.file("directory.toml", format!("{MARK}{MARK}{plain}"));
    let ran = with(&["validate"], &path);
    assert!(ran.out.contains(":1:1: here is the invisible character ‹U+FEFF›"), "{}", ran.out);
}

#[test]
fn a_large_directory_is_read_and_kept_all_the_same() {
    let desk = Desk::new();
    let content = format!("{MARK}{}", fs::read_to_string("directory.toml").unwrap());
    let path = desk.file("directory.toml", content);
    let search = || {
        let mut command = program(&["--today", "2026-11-28", "search", "@POL_Ede", "--directory"]);
        command.arg(&path).env("XDG_CACHE_HOME", desk.0.path());
        Ran::of(command.output().unwrap())
    };
    let first = search();
    assert_eq!((first.status, first.err.as_str()), (0, ""));
    assert!(fs::read_dir(desk.0.path().join("officieel")).unwrap().count() == 1);
    assert_eq!(search().out, first.out);
}

#[test]
fn a_mark_before_a_layout_is_no_difference() {
    let desk = Desk::new();
    let content = format!("{MARK}{}", laid_out());
    let path = desk.file("directory.toml", &content);
    let ran = with(&["fmt", "--check"], &path);
    assert_eq!((ran.status, ran.out + &ran.err), (0, String::new()));
    assert_eq!(with(&["fmt"], &path).status, 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), content);
}

#[test]
fn line_endings_that_are_all_the_difference_are_named() {
    let desk = Desk::new();
    let plain = laid_out();
    let windows = plain.replace('\n', "\r\n");
    let one = plain.replacen("\n\n", "\n\r\n", 1);
    let line = plain.split("\n\n").next().unwrap().lines().count() + 1;
    let line_of = |text: &str| plain.lines().take_while(|it| !it.starts_with(text)).count() + 1;
    let named = |line: usize| {
        format!("in its line endings only: CR LF instead of LF, first on line {line}.")
    };
    for (content, expected) in [
        (windows.clone(), named(1)),
        (format!("{MARK}{windows}"), named(1)),
        (one, named(line)),
        // Something else differs too: that is told.
        (
            windows.replacen("schema = 1", "schema  = 1", 1),
            format!("first difference is on line {}.", line_of("schema")),
        ),
        (
            windows.replacen("title =", "title  =", 1),
            format!("first difference is on line {}.", line_of("title")),
        ),
        (
            plain.trim_end().to_owned(),
            format!("first difference is on line {}.", plain.lines().count()),
        ),
        (
            format!("{plain}\r\n"),
            format!("first difference is on line {}.", plain.lines().count() + 1),
        ),
    ] {
        let path = desk.file("directory.toml", &content);
        let ran = with(&["fmt", "--check"], &path);
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{expected}");
        assert!(ran.err.contains(&expected), "{expected}: {}", ran.err);
        assert_eq!(with(&["fmt"], &path).status, 0, "{content:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), plain, "{content:?}");
    }
    let path = desk.file("directory.toml", windows);
    let ran = with(&["fmt", "--check", "--lang", "nl"], &path);
    assert!(ran.err.contains("wijkt alleen af in de regeleinden"), "{}", ran.err);
}

#[test]
fn baselines_are_read() {
    let desk = Desk::new();
    let path = desk.0.path().join("known.json");
    let ran = with(&["audit", "--directory", SMALL, "--write-baseline"], &path);
    assert_eq!(ran.status, 0, "{ran:?}");
    let plain = fs::read_to_string(&path).unwrap();
    for content in [format!("{MARK}{plain}"), format!("{MARK}{}", plain.replace('\n', "\r\n"))] {
        let path = desk.file("known.json", &content);
        let ran = with(&["audit", "--directory", SMALL, "--baseline"], &path);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
        assert!(ran.out.contains("are in the baseline: "), "{content:?}");
    }
}

/// A register as it is, between whose cells stands something else.
fn register(separator: &str) -> String {
    fs::read_to_string("tests/fixtures/small-register.csv").unwrap().replace(',', separator)
}

#[test]
fn registers_are_read() {
    let desk = Desk::new();
    let audit = |content: &str| {
        let path = desk.file("register.csv", content);
        let mut ran = with(&["audit", "--directory", SMALL, "--register"], &path);
        ran.out = ran.out.replace(path.to_str().unwrap(), "FILE");
        ran
    };
    let expected = audit(&register(","));
    assert!(expected.out.contains("line 3: "), "{}", expected.out);
    let moved = |by: u64| {
        let mut out = expected.out.clone();
        for line in (2..=5_u64).rev() {
            out = out.replace(&format!("line {line}: "), &format!("line {}: ", line + by));
        }
        out
    };
    for (content, lines) in [
        (register(";"), 0),
        (register("\t"), 0),
        (format!("{MARK}{}", register("\t")), 0),
        (register("\t").replace('\n', "\r\n"), 0),
        (format!("sep=;\r\n{}", register(";").replace('\n', "\r\n")), 1),
        (format!("sep=,\n{}", register(",")), 1),
        (format!("SEP=\t\n{}", register("\t")), 1),
        (format!("sep=|\n{}", register("|")), 1),
        (format!("{MARK}sep=;\r\n{}", register(";")), 1),
        (format!("\"sep=;\"\r\n{}", register(";")), 1),
        (format!("sep=;;;;;;\n{}", register(";")), 1),
        // What it names stands nowhere: what does counts.
        (format!("sep=;\n{}", register(",")), 1),
        (format!("sep=\n{}", register(";")), 1),
    ] {
        let ran = audit(&content);
        assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{content}");
        assert_eq!(ran.out, moved(lines), "{content}");
    }
    for nothing in ["sep=;", "sep=;\r\n", "sep=;\n\n"] {
        let ran = audit(nothing);
        assert_eq!(ran.status, 2, "{nothing:?}");
        assert!(ran.err.contains(":2: the file is empty"), "{}", ran.err);
    }
}

#[test]
fn what_is_in_another_encoding_is_told_in_a_sentence() {
    let desk = Desk::new();
    let sixteen = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let overlay = desk.file("mine.toml", sixteen("schema = 1\r\n"));
    let directory = desk.file("directory.toml", sixteen(&laid_out()));
    let table = desk.file("register.csv", sixteen(&register("\t")));
    let known = desk.file("known.json", sixteen("{}"));
    for (before, path, status) in [
        (&["validate"][..], &directory, 1),
        (&["fmt"], &directory, 2),
        (&["validate", "--overlay"], &overlay, 1),
        (&["audit", "--directory", SMALL, "--register"], &table, 2),
        (&["audit", "--directory", SMALL, "--baseline"], &known, 2),
    ] {
        let ran = with(before, path);
        assert_eq!(ran.status, status, "{before:?} {ran:?}");
        let told = format!("{}{}", ran.out, ran.err);
        assert!(told.contains("the file is in UTF-16; save it as"), "{before:?} {told}");
    }
}

#[test]
fn overlays_are_read() {
    let desk = Desk::new();
    let path = desk.0.path().join("mine.toml");
    let on = |more: &[&str]| {
        let mut arguments = vec!["--directory", SMALL, "--overlay", path.to_str().unwrap()];
        arguments.extend(more);
        run(&arguments)
    };
    assert_eq!(on(&["observe", "@MinWind", "--status", "left"]).status, 0);
    let plain = fs::read_to_string(&path).unwrap();
    for content in [format!("{MARK}{plain}"), format!("{MARK}{}", plain.replace('\n', "\r\n"))] {
        fs::write(&path, &content).unwrap();
        let ran = on(&["check", "@MinWind"]);
        assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{content:?}");
        assert!(ran.out.starts_with("[official, no longer used]"), "{}", ran.out);
        let ran = on(&["observe", "@MinWind", "--status", "left"]);
        assert_eq!(ran.status, 0, "{ran:?}");
    }
}
