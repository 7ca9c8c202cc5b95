//! Settings, what the program finds around it, and completion.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::harness::{Ran, SMALL, program, run};

/// The program in a home with these settings.
fn with_settings(settings: &str, arguments: &[&str]) -> Ran {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/officieel");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), settings).unwrap();
    in_home(home.path(), arguments)
}

fn in_home(home: &Path, arguments: &[&str]) -> Ran {
    let mut command = program(&["--today", "2026-11-21"]);
    Ran::of(command.env("HOME", home).args(arguments).output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn settings_hold_where_the_command_line_says_nothing() {
    let dutch = "[interface]\nlanguage = \"nl\"\ncolor = \"always\"\n";
    let set = with_settings(dutch, &["-d", SMALL, "show", "gemeente-zandmeer"]);
    assert!(set.out.contains("gemeente") && set.out.contains('\u{1b}'), "{}", set.out);
    let line = ["-d", SMALL, "--lang", "en", "--color", "never", "show", "gemeente-zandmeer"];
    let given = with_settings(dutch, &line);
    assert!(given.out.contains("municipality") && !given.out.contains('\u{1b}'), "{}", given.out);
    let country = with_settings("[interface]\ncountry = \"be\"\n", &["search", "Gent"]);
    assert!(country.out.contains("Gent"), "{}", country.out);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_of_settings_is_checked() {
    for (settings, status, said) in [
        ("", 0, "the settings are sound"),
        (
            "[interface]\nlanguage = \"de\"\n",
            1,
            ":2:12: \"de\" is nothing that \"language\" can be",
        ),
        ("[interface]\nthem = 1\n", 1, ":2:1: \"them\" is no setting"),
        (
            "[keys]\ncopi = \"c\"\n",
            1,
            ":2:1: \"copi\" is nothing that keys can do; did you mean \"copy\"?",
        ),
        (
            "[keys]\n\"channels.copy\" = \"o\"\n",
            1,
            ":2:1: o can't do \"copy\": it does \"source\" there",
        ),
        ("[keys]\ncopy = \"strg-c\"\n", 1, ":2:1: \"strg-c\" is no key"),
        ("a = \u{202e}", 1, ":1:5: "),
    ] {
        let ran = with_settings(settings, &["config", "--check"]);
        assert_eq!(ran.status, status, "{settings}: {}", ran.shown());
        assert!(ran.out.contains(said) && !ran.out.contains('\u{202e}'), "{settings}: {}", ran.out);
    }
    let none = tempfile::tempdir().unwrap();
    let ran = in_home(none.path(), &["config"]);
    assert_eq!(ran.status, 1, "{}", ran.shown());
    assert!(ran.out.contains("config.toml") && ran.out.contains("--template"), "{}", ran.out);
}

#[test]
fn the_template_is_sound() {
    let template = run(&["config", "--template"]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    fs::write(&file, &template.out).unwrap();
    let checked = run(&["config", "--check", file.to_str().unwrap()]);
    assert_eq!(checked.status, 0, "{}", checked.shown());
}

#[test]
fn the_doctor_tells_what_is_there_as_text_and_as_json() {
    let text = run(&["-d", SMALL, "doctor"]);
    assert_eq!(text.status, 0, "{}", text.shown());
    for said in
        ["edition", "2026-11-21", "organisations", "no display in this session", "no folder"]
    {
        assert!(text.out.contains(said), "{said}: {}", text.out);
    }
    let json = run(&["-d", SMALL, "doctor", "--json"]);
    let all: Vec<Value> = serde_json::from_str(&json.out).unwrap();
    assert_eq!(all.len(), text.out.lines().count());
    assert!(all.iter().any(|it| it["id"] == "organisations" && it["value"] == "7"), "{}", json.out);
}

#[test]
fn every_shell_gets_a_script_that_asks_the_program() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.status, 0, "{shell}: {}", ran.err);
        assert!(ran.out.contains("OFFICIEEL_COMPLETE") && ran.out.contains("officieel"), "{shell}");
    }
    assert_eq!(run(&["completions", "cmd"]).status, 2);
}

/// What a shell is offered for a line, with the last word yet to be ended.
fn offered(words: &[&str]) -> Vec<String> {
    let mut command = program::<&str>(&[]);
    command.env("OFFICIEEL_COMPLETE", "fish").arg("--").args(words);
    let ran = Ran::of(command.output().unwrap());
    ran.out.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_shell_that_asks_is_answered() {
    for (words, expected) in [
        (&["officieel", "sho"][..], "show"),
        (&["officieel", "show", "gemeente-zwol"], "gemeente-zwolle"),
        (&["officieel", "list", "soo"], "soort:"),
        (&["officieel", "list", "kind:muni"], "kind:municipality"),
        (&["officieel", "check", "--platform", "mast"], "mastodon"),
        (&["officieel", "audit", "--kin"], "--kind"),
        (&["officieel", "--lang", ""], "nl"),
    ] {
        let found = offered(words);
        assert!(found.iter().any(|it| it == expected), "{words:?}: {found:?}");
    }
    assert!(offered(&["officieel", "show", "zzzz"]).is_empty());
}
