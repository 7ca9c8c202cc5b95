//! `officieel conventions`: after which templates the accounts of a family are named.

use std::fmt::Write;

use serde_json::Value;

use super::harness::{run, small};

#[test]
fn text_and_json() {
    // What the built-in directory holds changes; these families were counted by hand.
    for (name, line) in [
        ("police", "conventions police-team -p x --lang nl"),
        ("unit", "conventions politie-eenheid-den-haag --platform twitter"),
        ("province", "conventions provincie --lang nl --color always"),
    ] {
        let ran = run(&line.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
        insta::assert_snapshot!(format!("conventions-{name}"), ran.out.replace('\u{1b}', "␛"));
    }
    for (name, line) in
        [("small", "conventions municipality"), ("small-json", "conventions municipality --json")]
    {
        let ran = small(line);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
        insta::assert_snapshot!(format!("conventions-{name}"), ran.out);
    }
}

#[test]
fn without_a_family_those_with_enough_accounts() {
    let ran = run(&["conventions", "--json"]);
    let all: Value = serde_json::from_str(&ran.out).unwrap();
    let all = all.as_array().unwrap();
    assert!(all.len() > 20, "{}", all.len());
    for table in all {
        let count = |key: &str| table[key].as_array().unwrap().len();
        let explained: u64 = table["templates"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["count"].as_u64().unwrap())
            .sum();
        let accounts = table["accounts"].as_u64().unwrap();
        assert!(accounts >= 5, "{table}");
        assert_eq!(explained + u64::try_from(count("unexplained")).unwrap(), accounts, "{table}");
        let names = table["templates"].as_array().unwrap().iter().flat_map(|it| {
            ["whole", "shortened", "otherwise"].map(|key| it[key].as_array().unwrap().len())
        });
        assert_eq!(u64::try_from(names.sum::<usize>()).unwrap(), explained, "{table}");
        if count("expected") == 0 {
            assert_eq!(count("deviating"), 0, "{table}");
        }
    }
    let text = run(&["conventions"]);
    assert_eq!((text.status, text.err.as_str()), (0, ""));
    let titles = text.out.lines().filter(|line| line.ends_with(" accounts"));
    assert_eq!(titles.count(), all.len());
}

#[test]
fn families_that_are_not_known() {
    let mut seen = String::new();
    for (line, status) in [
        ("conventions municipalty", 2),
        ("conventions municipalty --lang nl", 2),
        ("conventions gemeente-zandmer", 2),
        ("conventions something-else", 2),
        ("conventions municipality --platform twiter", 2),
        ("conventions court", 1),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.out.as_str()), (status, ""), "{line}");
        writeln!(seen, "$ officieel {line}\n{}", ran.err).unwrap();
    }
    insta::assert_snapshot!("conventions-unknown", seen);
}
