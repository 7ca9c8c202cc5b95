//! Evidence that a person can weigh, and names that were given up, as the commands tell them.

use serde_json::Value;

use super::harness::{Ran, run};

/// A command about the directory with evidence of each kind.
fn told(arguments: &[&str]) -> Ran {
    run(&[&["-d", "tests/fixtures/told.toml"], arguments].concat())
}

#[test]
fn evidence_says_who_said_it_who_kept_it_and_what_was_taken_back() {
    for language in ["nl", "en"] {
        let ran = told(&["--lang", language, "show", "gemeente-schelpdorp"]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{language}");
        insta::assert_snapshot!(format!("told-show-{language}"), ran.out);
    }
    let ran = told(&["show", "--json", "ministerie-van-golven"]);
    insta::assert_snapshot!("told-show-json", ran.out);
}

#[test]
fn a_name_that_was_given_up_is_never_official() {
    for (name, asked, status) in [
        ("address", "https://x.com/mingolfoud", 1),
        ("handle", "@MinGolfOud", 1),
        ("renamed", "https://www.facebook.com/schelpdorpstad", 1),
        ("without-successor", "https://www.instagram.com/golfenwind/", 1),
        ("withdrawn", "https://x.com/SchelpdorpNL", 1),
        ("left-and-advertised", "https://www.facebook.com/gemeenteschelpdorp", 1),
        ("district", "https://www.facebook.com/wijkduinschelp", 0),
        ("now", "https://x.com/MinGolven", 0),
    ] {
        for language in ["nl", "en"] {
            let ran = told(&["--lang", language, "check", asked]);
            assert_eq!((ran.status, ran.err.as_str()), (status, ""), "{asked}");
            insta::assert_snapshot!(format!("told-check-{name}-{language}"), ran.out);
        }
    }
}

#[test]
fn json_names_the_former_handle_and_no_account_for_it() {
    let ran = told(&["check", "--json", "https://x.com/mingolfoud", "x.com/mingolfoud/status/1"]);
    let answers: Value = serde_json::from_str(&ran.out).unwrap();
    let [name, post] = answers["answers"].as_array().unwrap().as_slice() else {
        panic!("{answers}")
    };
    assert_eq!(name["verdict"], "retired");
    assert_eq!(name["organisation"]["id"], "ministerie-van-golven");
    assert_eq!(name["former_handle"]["until"], "2024-07");
    assert_eq!(name["channel"]["account"], "MinGolven");
    assert!(name["url"].is_null() && name["trust"].is_null(), "{name}");
    // Of a post under it nobody can say whose it is.
    assert_eq!(post["verdict"], "not-an-account");
    assert!(post["organisation"].is_null() && post["imitation"] == false, "{post}");
}

#[test]
fn a_former_handle_leads_to_its_organisation_below_all_live_ones() {
    for (query, organisation) in [
        ("mingolfoud", "ministerie-van-golven"),
        ("x.com/mingolfoud", "ministerie-van-golven"),
        ("golfenwind", "ministerie-van-golven"),
        ("schelpdorpstad", "gemeente-schelpdorp"),
    ] {
        let ran = told(&["search", "--json", query]);
        let reply: Value = serde_json::from_str(&ran.out).unwrap();
        let hits = &reply["hits"];
        assert_eq!(hits[0]["organisation"]["id"], organisation, "{query}");
        assert_eq!(hits[0]["matched"]["field"], "former-handle", "{query}");
        assert_eq!(
            (&hits[0]["guess"], &hits[0]["account"]),
            (&Value::Bool(false), &Value::Null),
            "{query}"
        );
    }
    let ran = told(&["--lang", "en", "search", "mingolfoud"]);
    assert!(ran.out.contains("former handle  mingolfoud"), "{}", ran.out);
    // A handle of today comes first.
    let ran = told(&["search", "--json", "schelpdorp"]);
    let reply: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(reply["hits"][0]["matched"]["field"], "name", "{reply}");
}
