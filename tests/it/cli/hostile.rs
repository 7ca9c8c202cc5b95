//! Hostile arguments, names and files: what a terminal would act on never comes out raw.

use std::ffi::OsString;
use std::fs;

use officieel::text::sanitise::is_hostile;

use super::harness::{Ran, run};

/// Sets the title, clears the screen, turns the reading direction, hides.
const HOSTILE: &str = "a\u{1b}]0;owned\u{7}\u{1b}[2J\u{202e}\u{200b}\u{9b}31m\r\nb";

fn assert_harmless(ran: &Ran, what: &str) {
    for text in [&ran.out, &ran.err] {
        let raw: Vec<char> = text.chars().filter(|&c| c != '\n' && is_hostile(c)).collect();
        assert!(raw.is_empty(), "{what}: {raw:?} in {text:?}");
    }
}

#[test]
fn arguments() {
    for before in [
        &["search"][..],
        &["search", "--json"],
        &["show"],
        &["show", "--json"],
        &["check"],
        &["check", "--json"],
        &["check", "--platform"],
        &["check", "knmi", "--platform"],
        &["variants"],
        &["variants", "--json"],
        &["variants", "--platform", "x"],
        &["variants", "knmi", "--platform"],
        &["propose-handle", "--platform", "x"],
        &["propose-handle", "--name", "x", "--platform", "x", "--kind"],
        &["open"],
        &["open", "--print", "knmi", "--platform"],
        &["validate"],
        &["fmt"],
        &["diff"],
        &["diff", "built-in"],
        &["diff", "built-in", "--organisation"],
        &["diff", "built-in", "--kind"],
        &["export", "--format", "csv"],
        &["export", "--format"],
        &["fmt", "--check"],
        &["platforms", "--platform"],
        &["stats", "--against"],
        &["stats"],
        &["search", "x", "--limit"],
        &["search", "x", "--directory"],
        &["--lang"],
        &["--color"],
        &["--today"],
        &[],
    ] {
        for text in [HOSTILE.to_owned(), format!("--{HOSTILE}")] {
            let mut arguments = before.to_vec();
            arguments.push(&text);
            let ran = run(&arguments);
            assert_harmless(&ran, &format!("{before:?}"));
            assert!([1, 2, 3].contains(&ran.status), "{before:?} {ran:?}");
            assert!(!ran.err.contains("panicked"), "{before:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text() {
    use std::os::unix::ffi::OsStringExt;
    for command in ["search", "show", "open", "variants", "validate", "fmt", "diff"] {
        let broken = OsString::from_vec(b"a\xff\x1b[2J\xfe".to_vec());
        let ran = run(&[OsString::from(command), broken]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{command}");
        assert_harmless(&ran, command);
    }
}

#[test]
fn lines_of_standard_input() {
    let lines = [
        HOSTILE.to_owned(),
        format!("@POL_Ede{HOSTILE}"),
        format!("https://x.com/{HOSTILE}"),
        format!("https://{HOSTILE}.nl/politie"),
        format!("info@{HOSTILE}.nl"),
        format!("volg {HOSTILE} op @{HOSTILE}_nl"),
        "\u{200b}".repeat(300),
        format!("@{}", "\u{e0041}".repeat(300)),
        "https://x.com/POL%E2%80%AE_Ede".to_owned(),
        "https://x.com/%1b%5b2J".to_owned(),
        "\u{feff}".repeat(3),
    ];
    let all = lines.join("\n");
    for command in [&["check", "-"][..], &["check", "--json", "-"], &["check", "-", "--lang", "nl"]]
    {
        let ran = super::harness::fed(command, all.as_bytes());
        assert_harmless(&ran, &format!("{command:?}"));
        assert!([1, 3].contains(&ran.status), "{ran:?}");
    }
}

#[cfg(unix)]
#[test]
fn file_names() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gids\u{1b}[31m\u{202e}.toml");
    fs::write(&path, "schema = 2\n").unwrap();
    for command in ["validate", "fmt", "search x --directory"] {
        let mut arguments: Vec<OsString> = command.split(' ').map(OsString::from).collect();
        arguments.push(path.clone().into());
        let ran = run(&arguments);
        assert_ne!(ran.status, 0, "{command:?}");
        assert_harmless(&ran, command);
        assert!(format!("{}{}", ran.out, ran.err).contains("‹U+202E›"), "{command:?}");
    }
}

#[test]
fn words_of_a_directory() {
    // Each of these is a problem of the file, and the complaint itself is harmless too.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    let small = fs::read_to_string(super::harness::SMALL).unwrap();
    for hostile in ["\u{1b}[31m", "\u{202e}", "\u{200b}", "\\u001b[31m", "\\u202e"] {
        let broken = small.replace("Stad Zandmeer", &format!("Stad {hostile}Zandmeer"));
        assert_ne!(broken, small, "{hostile:?}");
        fs::write(&path, broken).unwrap();
        for command in ["validate", "validate --json"] {
            let mut arguments: Vec<OsString> = command.split(' ').map(OsString::from).collect();
            arguments.push(path.clone().into());
            let ran = run(&arguments);
            assert_eq!(ran.status, 1, "{hostile:?}");
            assert_harmless(&ran, command);
        }
    }
}

#[test]
fn addresses_that_are_not_https_never_load() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.toml");
    let small = fs::read_to_string(super::harness::SMALL).unwrap();
    for address in ["http://www.zandmeer.example", "javascript:alert(1)", "file:///etc/passwd"] {
        let broken = small.replace(
            "website = \"https://www.zandmeer.example\"",
            &format!("website = \"{address}\""),
        );
        assert_ne!(broken, small, "{address:?}");
        fs::write(&path, broken).unwrap();
        let path = path.to_str().unwrap();
        let ran = run(&["open", "--print", "zandmeer", "--directory", path]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{address}");
        assert!(ran.err.contains("https"), "{}", ran.err);
    }
}
