//! `officieel propose-handle`: names for a new account.

use std::fmt::Write;

use serde_json::Value;

use super::harness::{run, small};

#[test]
fn text_and_json() {
    for (name, line) in [
        ("listed", "propose-handle gemeente-zandmeer -p x"),
        ("listed-dutch", "propose-handle gemeente-zandmeer -p x -n 1 --lang nl"),
        (
            "merger",
            "propose-handle gemeente-kleinmeer gemeente-zandmeer --name Grootmeer -p x -n 2",
        ),
        ("successor", "propose-handle gemeente-kleinmeer --name Zandmeer -p facebook"),
        ("new", "propose-handle --name Grootmeer --kind municipality -p mastodon"),
        ("badge", "propose-handle ministerie-van-wind --platform Twitter -n 2"),
        ("json", "propose-handle ministerie-van-wind -p x --json"),
        ("styled", "propose-handle gemeente-zandmeer -p instagram -n 1 --color always"),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
        insta::assert_snapshot!(format!("propose-{name}"), ran.out.replace('\u{1b}', "␛"));
    }
}

#[test]
fn what_can_not_be_answered_says_why() {
    let mut seen = String::new();
    for (line, status) in [
        ("propose-handle -p x", 2),
        ("propose-handle gemeente-zandmeer", 2),
        ("propose-handle gemeente-zandmer -p x", 2),
        ("propose-handle gemeente-zandmeer -p twiter", 2),
        ("propose-handle gemeente-zandmeer gemeente-kleinmeer -p x", 2),
        ("propose-handle gemeente-zandmeer gemeente-kleinmeer -p x --lang nl", 2),
        ("propose-handle --name Grootmeer -p x", 2),
        ("propose-handle --name Grootmeer -p x --lang nl", 2),
        ("propose-handle --name Grootmeer --kind municipalty -p x", 2),
        ("propose-handle --name \u{202e} --kind municipality -p x", 1),
        ("propose-handle --name 水道 --kind municipality -p x --lang nl", 1),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.out.as_str()), (status, ""), "{line}");
        writeln!(seen, "$ officieel {}\n{}", line.escape_debug(), ran.err).unwrap();
    }
    let empty = run(&["propose-handle", "--name", " ", "--kind", "municipality", "-p", "x"]);
    assert_eq!((empty.status, empty.out.as_str()), (2, ""));
    insta::assert_snapshot!("propose-unanswered", seen);
}

#[test]
fn a_merger_that_the_directory_knows_needs_no_name() {
    let both = ["propose-handle", "gemeente-uden", "gemeente-landerd", "-p", "x", "--json"];
    let told: Value = serde_json::from_str(&run(&both).out).unwrap();
    assert_eq!(told["name"], "Gemeente Maashorst");
    let all = told["proposals"].as_array().unwrap();
    assert_eq!(all.len(), 5);
    // The account that it has is its own, and no other's that is in its way.
    let own = all.iter().find(|it| it["handle"] == "gem_Maashorst").unwrap();
    assert_eq!(own["unlisted"], false);
    assert_eq!(told["refused"], serde_json::json!([]));
}

#[test]
fn a_limit_is_a_beginning() {
    let of = |limit: &str| -> Value {
        let line = format!("propose-handle gemeente-zandmeer -p instagram --json -n {limit}");
        serde_json::from_str(&small(&line).out).unwrap()
    };
    let (all, two) = (of("0"), of("2"));
    let (all, two) = (all["proposals"].as_array().unwrap(), two["proposals"].as_array().unwrap());
    assert!(all.len() > 2);
    assert_eq!(two[..], all[..2]);
}
