//! `officieel channels`, and `--as-of`: the ways to an organisation for a need, and what was known on an earlier day.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::harness::{Ran, SMALL, program, run, small};
use super::written::{existing, organisations, text};

#[test]
fn channels_as_people_read_them() {
    for (name, line) in [
        ("news", "channels gemeente zandmeer"),
        ("question-dutch", "--lang nl channels gemeente zandmeer --for question"),
        ("emergency", "channels politie zandmeer --for emergency"),
        ("follow", "channels ministerie van wind --for follow"),
        ("avoided", "channels gemeente zandmeer --avoid x --prefer facebook"),
        ("json", "channels gemeente zandmeer --for report --json"),
        ("nobody", "channels nobody-is-called-so"),
        ("unknown-platform", "--lang nl channels zandmeer --avoid facebok"),
    ] {
        insta::assert_snapshot!(format!("channels-{name}"), small(line).shown());
    }
}

#[test]
fn in_danger_112_comes_first_for_whomever_it_is() {
    for name in ["politie ede", "brandweer", "gemeente ede", "knmi"] {
        let mut arguments = vec!["channels", "--for", "emergency", "--json"];
        arguments.extend(name.split(' '));
        let ran = run(&arguments);
        let told: Json =
            serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{name}: {}", ran.err));
        assert_eq!(told["channels"][0]["phone"], "112", "{name}");
    }
}

#[test]
fn of_several_bodies_that_a_word_meets_none_is_taken() {
    for command in ["show", "channels", "open --print"] {
        for (asked, said) in [
            ("gemeente", "For which place?"),
            ("waterschap", "For which place?"),
            ("ministerie", "Several are met"),
            ("gemeente berg", "Several are met"),
        ] {
            let line: Vec<&str> = command.split(' ').chain(asked.split(' ')).collect();
            let ran = run(&line);
            assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{command} {asked}");
            assert!(ran.err.contains(said), "{command} {asked}: {}", ran.err);
        }
        for (asked, is_in) in [
            ("gemeente ede", "ede.nl"),
            ("ede", "ede.nl"),
            ("svb", "svb.nl"),
            ("defensie", "defensie.nl"),
            ("ministerie van defensie", "defensie.nl"),
            ("knmi", "knmi.nl"),
        ] {
            let line: Vec<&str> = command.split(' ').chain(asked.split(' ')).collect();
            let ran = run(&line);
            assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{command} {asked}");
            assert!(ran.out.contains(is_in), "{command} {asked}: {}", ran.out);
        }
    }
}

#[test]
fn selections_and_preferences_that_are_set_count() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("officieel");
    std::fs::create_dir(&own).unwrap();
    let run = |settings: &str, arguments: &[&str]| {
        std::fs::write(own.join("config.toml"), settings).unwrap();
        let mut command = program(&["--today", "2026-11-21", "--directory", SMALL]);
        command.args(arguments).env("XDG_CONFIG_HOME", folder.path());
        Ran::of(command.output().unwrap())
    };
    let peers = "[selections]\npeers = \"kind:municipality\"\n[channels]\navoid = [\"x\"]\n";
    let named = run(peers, &["list", "@peers", "on:x"]);
    assert_eq!(named.out, run(peers, &["list", "kind:municipality", "on:x"]).out);
    assert!(!named.out.is_empty() && named.err.is_empty(), "{}", named.err);
    let set = run(peers, &["channels", "zandmeer"]);
    assert_eq!(set.out, small("channels zandmeer --avoid x").out);
    let unknown = run(peers, &["list", "@friends"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("\"@friends\"; there are @peers"), "{}", unknown.err);
    let broken = run("[selection]\n", &["--lang", "nl", "channels", "zandmeer"]);
    assert_eq!((broken.status, broken.out), (0, small("--lang nl channels zandmeer").out));
    assert!(
        broken.err.contains("config.toml:1:2: ")
            && broken.err.contains("bedoelde u \"selections\"?"),
        "{}",
        broken.err
    );
}

#[test]
fn what_was_seen_later_was_not_known_then() {
    let seen = |account: &super::written::Table| -> Vec<String> {
        let lines = account.get("evidence").map(String::as_str).unwrap_or_default().lines();
        let day = |line: &str| {
            let (_, behind) = line.split_once("seen = \"")?;
            Some(behind.split_once('"')?.0.to_owned())
        };
        lines.filter_map(day).collect()
    };
    for day in ["2017-01-01", "2021-06-01", "2024-01-01"] {
        let mut expected = BTreeSet::new();
        for (_, accounts) in organisations() {
            let known =
                accounts.into_iter().filter(|it| seen(it).iter().any(|it| it.as_str() <= day));
            expected.extend(known.map(|it| {
                ["platform", "handle", "platform_id", "url"].map(|key| text(&it, key).to_owned())
            }));
        }
        let all = "use:active|parked|left|closed|moved|unknown";
        let arguments = [
            "list",
            all,
            "ended:yes|no",
            "--format",
            "jsonl",
            "--fields",
            "platform,url",
            "--as-of",
            day,
        ];
        let ran = run(&arguments);
        let listed: BTreeSet<&str> = ran.out.lines().collect();
        assert_eq!(listed.len(), expected.len(), "{day}");
        assert!(!listed.is_empty(), "{day}");
    }
}

#[test]
fn a_filter_narrows_an_audit_and_conventions() {
    let json = |arguments: &[&str]| -> Json {
        let ran = run(arguments);
        serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{arguments:?}: {}", ran.err))
    };
    let all = json(&["audit", "--rule", "naming-convention", "--format", "json"]);
    let some = json(&["audit", "in:zeeland", "--rule", "naming-convention", "--format", "json"]);
    let found = |told: &Json| told["findings"].as_array().unwrap().clone();
    assert!(!found(&some).is_empty());
    let whole = found(&all);
    assert!(whole.len() > found(&some).len());
    for finding in found(&some) {
        let organisation = finding["organisation"]["id"].as_str().unwrap_or_default();
        assert!(
            organisation.is_empty() || existing()[organisation].0["province"].contains("Zeeland"),
            "{organisation}"
        );
    }
    let of = |arguments: &[&str]| json(arguments)[0]["accounts"].as_u64();
    let every = of(&["conventions", "municipality", "--platform", "x", "--json"]);
    let zeeland = of(&["conventions", "municipality", "in:zeeland", "--platform", "x", "--json"]);
    assert!(zeeland < every, "{zeeland:?} {every:?}");
    for arguments in [["audit", "in:zeland"], ["conventions", "op:instagran"]] {
        let ran = run(&arguments);
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.err.contains("did you mean"), "{}", ran.err);
    }
}

#[test]
fn what_was_left_later_was_not_left_then() {
    let before = run(&["list", "gemeente ijsselstein", "op:x", "--as-of", "2017-01-01"]);
    assert_eq!(before.status, 0, "{}", before.err);
    let now = run(&["list", "gemeente ijsselstein", "op:x"]);
    assert_eq!(now.status, 1, "{}", now.out);
}

#[test]
fn whoever_has_ended_is_told_so() {
    let ran = run(&["channels", "ministerie", "van", "klimaat", "en", "groene", "groei"]);
    assert!(ran.out.contains("2026-02-23"), "{}", ran.out);
}
