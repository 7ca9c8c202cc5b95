//! `officieel variants`: names that a communicator would want to hold.

use std::collections::HashSet;
use std::fmt::Write;

use serde_json::Value;

use super::harness::{SMALL, fed, run, small};

#[test]
fn text_and_json() {
    for (name, line) in [
        ("listed", "variants GemZandmeer --limit 12"),
        ("listed-dutch", "variants @gemzandmeer -n 12 --lang nl"),
        ("anywhere", "variants wind -n 8"),
        ("platform", "variants wind -p Twitter -n 8"),
        ("server", "variants wind@social.overheid.example -n 4"),
        ("styled", "variants GemZandmeer --limit 2 --color always"),
        ("json", "variants MinWind --json -n 3"),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
        insta::assert_snapshot!(format!("variants-{name}"), ran.out.replace('\u{1b}', "␛"));
    }
}

#[test]
fn names_that_can_not_be_have_none() {
    let mut seen = String::new();
    for (line, status) in [
        ("variants Gem-Zandmeer --platform x", 2),
        ("variants Gem-Zandmeer --platform x --lang nl", 2),
        ("variants GemeenteZandmeerOudZand --platform x", 2),
        ("variants Gem!Zandmeer", 2),
        ("variants Gem!Zandmeer --lang nl", 2),
        ("variants wind --platform twiter", 2),
        ("variants 1234 --platform x", 1),
        ("variants 1234 --platform x --lang nl", 1),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.out.as_str()), (status, ""), "{line}");
        writeln!(seen, "$ officieel {line}\n{}", ran.err).unwrap();
        let (line, _) = line.split_once(" --lang").unwrap_or((line, ""));
        let ran = small(&format!("{line} --json"));
        let expected = if status == 1 { "[]\n" } else { "" };
        assert_eq!((ran.status, ran.out.as_str()), (status, expected), "{line}");
    }
    insta::assert_snapshot!("variants-impossible", seen);
}

#[test]
fn all_of_them_are_worth_holding() {
    let ran = run(&["variants", "--json", "--limit", "0", "POL_Ede"]);
    let all: Value = serde_json::from_str(&ran.out).unwrap();
    let all = all.as_array().unwrap();
    assert!(all.len() > 30);
    let names: HashSet<&str> = all.iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), all.len());
    for it in all {
        let mut keys: Vec<&String> = it.as_object().unwrap().keys().collect();
        keys.sort();
        assert_eq!(keys, ["name", "platforms", "trick"], "{it}");
        // The platform on which the name is listed.
        assert_eq!(it["platforms"], serde_json::json!(["x"]), "{it}");
    }
    for limit in ["7", "1"] {
        let ran = run(&["variants", "--json", "-n", limit, "POL_Ede"]);
        let some: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(some.as_array().unwrap()[..], all[..limit.parse().unwrap()], "{limit}");
    }
}

#[test]
fn several_names_each_have_theirs() {
    for (name, line) in [
        ("several", "variants GemZandmeer MinWind --limit 2"),
        ("several-json", "variants GemZandmeer MinWind --limit 1 --json"),
        ("family", "variants --family ministry --limit 2"),
        ("family-platform", "variants --convention ministry -p mastodon -n 1 --json"),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
        insta::assert_snapshot!(format!("variants-{name}"), ran.out);
    }
    let of = |line: &str| small(line).out;
    let one = of("variants GemZandmeer -n 0 --json");
    let one: Vec<Value> = serde_json::from_str(&one).unwrap();
    let both = of("variants GemZandmeer GemZandmeer -n 0 --json");
    let both: Vec<Value> = serde_json::from_str(&both).unwrap();
    assert_eq!(both.len(), 2 * one.len());
    assert_eq!(both[0]["of"], "GemZandmeer");
}

#[test]
fn lines_are_read_as_they_come() {
    let before = ["--directory", SMALL, "variants", "-n", "1", "--platform", "x"];
    let list = |more: &[&str], lines: &str| fed(&[&before[..], more].concat(), lines.as_bytes());
    let ran = list(&["-"], "# names\r\nGemZandmeer\r\n\n@MinWind\n");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out.matches("Names that look like").count(), 2, "{}", ran.out);
    // One that can't be is told, and the others have theirs all the same.
    let ran = list(&["-"], "GemZandmeer\nGem-Zandmeer\nMinWind\n");
    assert_eq!(ran.status, 2);
    assert_eq!(ran.out.matches("Names that look like").count(), 2, "{}", ran.out);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    for more in [&["-", "--json"][..], &["--json", "-", "GemZandmeer"]] {
        let ran = list(more, "MinWind\nGem-Zandmeer\n");
        assert!(serde_json::from_str::<Vec<Value>>(&ran.out).is_ok(), "{}", ran.out);
    }
    for line in ["variants --family nothing", "variants --family ministry MinWind", "variants"] {
        let ran = small(line);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
    }
}
