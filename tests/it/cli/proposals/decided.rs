//! Decisions on the command line: listed, taken back, and told where they can't be made.

use std::fs;

use serde_json::Value;

use super::{Desk, PROPOSALS};

#[test]
fn a_decision_is_listed_and_taken_back() {
    let desk = Desk::new();
    let mut told = String::new();
    for line in [
        "review p.toml --decided",
        "review p.toml --reject 3 --reason no",
        "review p.toml --reject 3",
        "review p.toml --accept 1",
        "review p.toml --decided",
        "review p.toml --decided --lang nl",
        "review p.toml --undo 1,3",
        "review p.toml --undo 3 --accept 3",
        "review p.toml --decided",
    ] {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
    assert!(!desk.text("p.toml").contains("decision"));
}

#[test]
fn what_is_taken_back_is_told_with_how_many_it_was() {
    let desk = Desk::new();
    desk.run("review p.toml --accept 1,2 --later 3");
    let file = desk.text("p.toml");
    for (line, told) in [
        ("--undo 1-3", "Taken back: 3 (1-3). Still to be looked at: 3.\n"),
        ("--undo 1-3", "Nothing was decided on 1-3, so that there is nothing to take back.\n"),
        ("--accept 2", "Decided: 1. Still to be looked at: 2.\n"),
        (
            "--undo 1-3",
            "Taken back: 1 (2). Still to be looked at: 3.\n\
             Nothing was decided on 1, 3, so that there is nothing to take back.\n",
        ),
        ("--accept 1,3", "Decided: 2. Still to be looked at: 1.\n"),
        (
            "--undo 1,3 --reject 2",
            "Decided: 1. Still to be looked at: 2.\nTaken back: 2 (1, 3). Still to be looked at: 2.\n",
        ),
        ("--undo 2 --lang nl", "Teruggenomen: 1 (2). Nog te bekijken: 3.\n"),
        ("--undo 2 --lang nl", "Over 2 was niets besloten, dus er is niets terug te nemen.\n"),
    ] {
        let ran = desk.run(&format!("review p.toml {line}"));
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, told, ""), "{line}");
    }
    assert_ne!(desk.text("p.toml"), file);
}

#[test]
fn json_says_what_was_decided() {
    let desk = Desk::new();
    desk.run("review p.toml --reject 2 --reason no");
    let decided: Value =
        serde_json::from_str(&desk.run("review p.toml --decided --json").out).unwrap();
    assert_eq!(decided.as_array().unwrap().len(), 1);
    assert_eq!(
        (&decided[0]["number"], &decided[0]["decision"]["reason"]),
        (&2.into(), &"no".into())
    );
}

#[test]
fn a_range_that_is_none_is_told_by_what_is_wrong_with_it() {
    let desk = Desk::new();
    for (numbers, told) in [
        ("3-1", "3-1 is turned round: write 1-3."),
        ("1-9", "1-9 goes beyond the last number: there are 3 proposals."),
        ("4", "4 goes beyond the last number: there are 3 proposals."),
        ("0", "0 is no number of a proposal: there are 3 (3, or 3-7)."),
        ("0-2", "0-2 is no number of a proposal: there are 3 (3, or 3-7)."),
        ("-", "- is no number of a proposal: there are 3 (3, or 3-7)."),
    ] {
        let ran = desk.run(&format!("review p.toml --accept={numbers}"));
        assert_eq!(ran.status, 2, "{numbers}");
        assert!(ran.err.contains(told), "{numbers}: {}", ran.err);
    }
}

/// A body that is new, with an account of it.
const NEW_BODY: &str = r#"schema = 1

[[proposal]]
kind = "new"
organisation = "gemeente-nieuw"
platform = "x"
account = "gemnieuw"
confidence = "high"
evidence = [{ method = "register", url = "https://register.example/", seen = "2026-11-20" }]

[[proposal]]
kind = "organisation-new"
organisation = "gemeente-nieuw"
value = "Gemeente Nieuw"
confidence = "low"
profile = { kind = "municipality", phone = "14 0318" }
evidence = [{ method = "register", url = "https://register.example/", seen = "2026-11-20" }]
"#;

#[test]
fn a_new_body_is_named_before_its_accounts_and_they_are_told_where_it_is_missing() {
    let desk = Desk::new();
    fs::write(desk.file("new.toml"), NEW_BODY).unwrap();
    let mut told = String::new();
    for line in [
        "review new.toml --list",
        "review new.toml --accept 1 --reject 2",
        "merge new.toml --into d.toml",
        "review new.toml --accept 2",
        "merge new.toml --into d.toml --dry-run",
        "merge new.toml --into d.toml --despite 1-2 --lang nl",
    ] {
        told.push_str(&desk.told(line));
    }
    insta::assert_snapshot!(told);
    assert!(desk.text("d.toml").contains("phone = \"14 0318\""));
}

#[test]
fn acceptances_of_others_that_do_not_count_are_counted() {
    let desk = Desk::new();
    desk.run("review p.toml --accept 1,2 --reject 3");
    for (line, told) in [
        ("merge p.toml --join all.toml --dry-run", "Proposals that there would be in all.toml: 3."),
        ("merge p.toml --join all.toml", "Proposals in all.toml: 3."),
    ] {
        let ran = desk.run(line);
        assert!(ran.out.contains(told), "{}", ran.shown());
        assert!(ran.err.contains("decides anew: 2."), "{}", ran.shown());
    }
    fs::write(desk.file("p.toml"), PROPOSALS).unwrap();
    assert_eq!(desk.run("merge p.toml --join all.toml").err, "");
}

#[test]
fn an_address_of_another_account_is_told_as_one() {
    let desk = Desk::new();
    let other = PROPOSALS.replace(
        "account = \"zandmeer\"",
        "account = \"zandmeer\"\nurl = \"https://www.instagram.com/kleinmeer/\"",
    );
    fs::write(desk.file("p.toml"), other).unwrap();
    desk.run("review p.toml --accept 1");
    let ran = desk.run("merge p.toml --into d.toml");
    assert!(
        ran.err.contains("the address and the name are not of the same account"),
        "{}",
        ran.err
    );
}
