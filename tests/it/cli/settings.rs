//! Settings, what the program finds around it, completion, and answering other programs.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::harness::{Ran, SMALL, fed, program, run};

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
        (
            "[interface]\ntheme = \"blue\"\n",
            1,
            ":2:9: \"blue\" is nothing that \"theme\" can be; choose one of auto, terminal, dark, light, high-contrast, mono",
        ),
        ("[theme]\naccent = \"red\"\n", 1, ":2:10: \"red\" is no colour for \"accent\""),
        ("[theme]\naccent = \"#12345g\"\n", 1, ":2:10: \"#12345g\" is no colour"),
        ("[theme]\nacent = \"#123456\"\n", 1, "did you mean \"accent\"?"),
        ("[theme]\naccent = \"#123456\"\n[interface]\nplain = true\n", 0, "are sound"),
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
fn all_faults_of_settings_are_told_in_the_order_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    for (settings, expected) in [
        ("zeta = 1\nalpha = 2\n", vec![":1:1: \"zeta\" is no setting", ":2:1: \"alpha\" is no"]),
        (
            "[selections]\nz = \"kind:nonsense\"\na = \"@b\"\nb = \"@a\"\nc = \"@a in:zeeland\"\nd = \"@e\"\n",
            vec![
                ":2:5: kind:nonsense, from character 6: ",
                ":3:5: \"@a\" leads back to itself",
                ":4:5: \"@b\" leads back to itself",
                ":6:5: No selection is called \"@e\"",
            ],
        ),
        (
            "[selections]\na = \"knd:gemeente\"\n[keys]\nzz = \"c\"\ncopi = \"c\"\ninterrupt = \"x\"\n\
             [interface]\nmouse = 3\n[channels]\navoid = 1\n",
            vec![
                ":2:5: knd:gemeente, from character 1: ",
                ":4:1: \"zz\" is nothing that keys can do",
                ":5:1: \"copi\" is nothing that keys can do; did you mean \"copy\"?",
                ":6:1: \"interrupt\" keeps its keys",
                ":8:9: something else belongs behind \"mouse\"",
                ":10:9: something else belongs behind \"avoid\"",
            ],
        ),
        ("[selections]\na = \"soort:gemeente op:x\"\nb = \"@a !in:zeeland naam:'x'\"\n", vec![]),
        ("[selections]\na = 'in:\"\n", vec![":2:"]),
    ] {
        fs::write(&file, settings).unwrap();
        let ran = run(&["config", "--check", file.to_str().unwrap()]);
        let lines: Vec<&str> = ran.out.lines().collect();
        if expected.is_empty() {
            assert_eq!(ran.status, 0, "{settings}: {}", ran.shown());
            continue;
        }
        assert_eq!((ran.status, lines.len()), (1, expected.len()), "{settings}: {}", ran.shown());
        for (line, part) in lines.iter().zip(&expected) {
            assert!(line.contains(part), "{settings}: {line}, not {part}");
        }
    }
}

#[test]
fn a_selection_in_a_circle_is_told_as_one() {
    if cfg!(target_os = "linux") {
        let set = "[selections]\na = \"@b\"\nb = \"@a\"\n";
        let ran = with_settings(set, &["-d", SMALL, "list", "@a"]);
        assert_eq!(ran.status, 2, "{}", ran.shown());
        assert!(ran.err.contains("leads back to itself"), "{}", ran.err);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn every_command_says_once_that_settings_do_not_count() {
    let broken = "[interface]\nlanguage = \"de\"\n[selections]\npeers = \"kind:municipality\"\n";
    for line in [
        &["search", "zandmeer"][..],
        &["check", "@GemZandmeer"],
        &["list", "@peers"],
        &["channels", "zandmeer"],
        &["stats"],
        &["validate", SMALL],
    ] {
        let ran = with_settings(broken, &[&["-d", SMALL, "--lang", "en"], line].concat());
        assert_eq!(ran.err.matches("config.toml:2:12").count(), 1, "{line:?}: {}", ran.shown());
    }
    for line in [&["config", "--template"][..], &["completions", "fish"]] {
        assert_eq!(with_settings(broken, line).err, "", "{line:?}");
    }
    let plain = "[interface]\nplain = true\nlanguage = \"en\"\n";
    let ran = with_settings(plain, &["-d", SMALL, "zandmeer"]);
    assert!(ran.out.contains("1. Gemeente Zandmeer"), "{}", ran.shown());
}

#[test]
fn the_template_speaks_the_language_of_the_interface() {
    let [english, dutch] = ["en", "nl"].map(|it| run(&["config", "--template", "--lang", it]).out);
    assert!(english.contains("Settings of officieel") && dutch.contains("Instellingen van"));
    let bare = |text: &str| {
        let lines = text.lines().filter_map(|it| it.split_once(" = ").map(|it| it.0.to_owned()));
        lines.collect::<Vec<String>>()
    };
    assert_eq!(bare(&english), bare(&dutch));
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
        // Only there a colon would part `kind:municipality`.
        assert_eq!(ran.out.contains("COMP_WORDBREAKS//:/"), shell == "bash", "{shell}");
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

/// The answers to messages, one a line.
fn answers(messages: &str) -> Vec<Value> {
    let ran = fed(&["--today", "2026-11-21", "-d", SMALL, "serve", "--stdio"], messages.as_bytes());
    assert_eq!(ran.status, 0, "{}", ran.shown());
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn another_program_is_answered_by_the_protocol() {
    let all = answers(concat!(
        r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05"}}"#,
        "\n",
        r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
        "\n\n",
        r#"{"jsonrpc":"2.0","id":"a","method":"tools/list"}"#,
        "\n",
        r#"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"check","arguments":{"input":"x.com/MinWind"}}}"#,
        "\n",
        r#"{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"check","arguments":{"input":"x.com/M1nWind"}}}"#,
        "\n",
        r#"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"search","arguments":{"query":"zandmeer"}}}"#,
        "\n",
        r#"{"jsonrpc":"2.0","id":5,"method":"ping"}"#,
        "\n",
    ));
    let ids: Vec<&Value> = all.iter().map(|it| &it["id"]).collect();
    assert_eq!(ids, [&1.into(), &Value::from("a"), &2.into(), &3.into(), &4.into(), &5.into()]);
    assert_eq!(all[0]["result"]["protocolVersion"], "2024-11-05");
    let tools = all[1]["result"]["tools"].as_array().unwrap();
    assert!(tools.iter().any(|tool| tool["name"] == "check"), "{tools:?}");
    assert_eq!(all[2]["result"]["structuredContent"]["status"], 0);
    assert_eq!(all[3]["result"]["structuredContent"]["status"], 3);
    let text = all[4]["result"]["content"][0]["text"].as_str().unwrap();
    assert!(text.contains("gemeente-zandmeer"), "{text}");
    assert_eq!(all[5]["result"], serde_json::json!({}));
}

#[test]
fn what_is_no_question_is_refused_and_the_next_one_answered() {
    for (message, code) in [
        ("no json", -32700),
        ("[]", -32600),
        ("{}", -32600),
        ("3", -32600),
        (r#"{"id":1,"method":"rm"}"#, -32601),
        (r#"{"id":1,"method":"tools/call"}"#, -32602),
        (
            r#"{"id":1,"method":"tools/call","params":{"name":"open","arguments":{"query":"a"}}}"#,
            -32602,
        ),
        (
            r#"{"id":1,"method":"tools/call","params":{"name":"check","arguments":{"input":"-"}}}"#,
            -32602,
        ),
        (
            r#"{"id":1,"method":"tools/call","params":{"name":"check","arguments":{"input":3}}}"#,
            -32602,
        ),
    ] {
        let all = answers(&format!("{message}\n{{\"id\":9,\"method\":\"ping\"}}\n"));
        assert_eq!(all.len(), 2, "{message}: {all:?}");
        assert_eq!(all[0]["error"]["code"], code, "{message}: {all:?}");
        assert_eq!(all[1]["id"], 9, "{message}");
    }
}
