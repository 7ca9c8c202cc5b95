//! JSON for programs: its shape is stable, so it is held here to the letter.

use serde_json::Value;

use super::harness::{run, small};

/// The keys of an object, in order of the alphabet.
fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object();
    let mut keys: Vec<&str> =
        object.into_iter().flat_map(|object| object.keys().map(String::as_str)).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn shapes_of_every_command() {
    for (name, line) in [
        ("search-place", "search --json de veen"),
        ("search-account", "search --json @gemzandmeer"),
        ("search-guess", "search --json zadnmeer"),
        ("show", "show --json gemeente-zandmeer"),
        ("show-ministry", "show --json ministerie-van-wind"),
        ("show-gap", "show --json toeslagendienst"),
        ("show-ended", "show --json gemeente-kleinmeer"),
        ("open", "open --json --print zandmeer"),
        ("open-account", "open --json --print @GemZandmeer"),
        ("validate", "validate --json"),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
        insta::assert_snapshot!(format!("json-{name}"), ran.out);
    }
}

#[test]
fn every_hit_has_the_promised_keys() {
    let ran = run(&["search", "--json", "--limit", "0", "politie"]);
    let reply: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(keys(&reply), ["hits", "query", "total", "understood", "verdicts"]);
    assert_eq!(
        keys(&reply["understood"]),
        [
            "emergency",
            "genuine",
            "ignored",
            "kind",
            "kinds",
            "place",
            "platform",
            "services",
            "terms",
            "topic",
        ]
    );
    let hits = reply["hits"].as_array().unwrap();
    assert!(hits.len() > 100);
    for hit in hits {
        assert_eq!(
            keys(hit),
            [
                "account",
                "channel",
                "guess",
                "matched",
                "organisation",
                "parent",
                "place",
                "platforms",
                "province",
                "service",
            ],
            "{hit}"
        );
        assert_eq!(keys(&hit["organisation"]), ["id", "kind", "name", "register_id"], "{hit}");
        assert_eq!(keys(&hit["matched"]), ["field", "text"], "{hit}");
        if !hit["account"].is_null() {
            assert_eq!(
                keys(&hit["account"]),
                ["handle", "last_seen", "platform", "status", "trust", "url"],
                "{hit}"
            );
        }
    }
}

#[test]
fn the_account_is_given_only_where_it_matched() {
    for (query, account) in [("zandmeer", None), ("@GemZandmeer", Some("GemZandmeer"))] {
        let ran = small(&format!("search --json {query}"));
        let reply: Value = serde_json::from_str(&ran.out).unwrap();
        let hits = &reply["hits"];
        assert_eq!(hits[0]["organisation"]["id"], "gemeente-zandmeer", "{query}");
        assert_eq!(hits[0]["account"]["handle"].as_str(), account, "{query}");
    }
}

#[test]
fn nothing_found_is_an_empty_list_of_hits() {
    let ran = small("search --json qqqqqq");
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    let reply: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(reply["hits"], Value::Array(Vec::new()));
    assert_eq!((&reply["query"], &reply["total"]), (&"qqqqqq".into(), &0.into()));
}

#[test]
fn what_was_understood_is_told() {
    let ran =
        run(&["search", "--json", "waar kan ik in Amersfoort een paspoort aanvragen", "instagram"]);
    let reply: Value = serde_json::from_str(&ran.out).unwrap();
    let understood = &reply["understood"];
    assert_eq!(understood["terms"], serde_json::json!(["Amersfoort", "paspoort", "aanvragen"]));
    assert_eq!(understood["ignored"], serde_json::json!(["waar", "kan", "ik", "in", "een"]));
    assert_eq!(understood["platform"], "instagram");
    assert_eq!(understood["place"]["name"], "Amersfoort");
    assert_eq!(understood["place"]["municipalities"][0]["id"], "gemeente-amersfoort");
    assert_eq!(understood["topic"]["id"], "paspoort");
    assert_eq!(understood["topic"]["layer"], "municipality");
    assert_eq!(understood["topic"]["source"], "upl-2021");
    assert_eq!(understood["emergency"], false);
    let hit = &reply["hits"][0];
    assert_eq!(
        (&hit["organisation"]["id"], &hit["place"]),
        (&"gemeente-amersfoort".into(), &"Amersfoort".into())
    );
    assert_eq!(hit["channel"]["what"], "instagram");
    let url = hit["channel"]["url"].as_str().unwrap();
    assert!(url.starts_with("https://www.instagram.com/"), "{url}");
    let urgent: Value = serde_json::from_str(&run(&["search", "--json", "112"]).out).unwrap();
    assert_eq!(urgent["understood"]["emergency"], true);
    assert_eq!(urgent["understood"]["services"][0]["phones"][0]["number"], "112");
}

#[test]
fn a_search_is_narrowed() {
    let ids = |more: &[&str]| -> Vec<String> {
        let mut line = vec!["search", "--json", "--limit", "0"];
        line.extend(more);
        let reply: Value = serde_json::from_str(&run(&line).out).unwrap();
        let hits = reply["hits"].as_array().unwrap();
        hits.iter().map(|hit| hit["organisation"]["kind"].as_str().unwrap().to_owned()).collect()
    };
    let all = ids(&["ede"]);
    let of_kind = ids(&["ede", "--kind", "municipality"]);
    assert!(!of_kind.is_empty() && of_kind.len() < all.len());
    assert!(of_kind.iter().all(|kind| kind == "municipality"));
    let there = ids(&["", "--kind", "municipality", "--province", "gelderland"]);
    assert!((50..70).contains(&there.len()), "{}", there.len());
    let on_mastodon = ids(&["gemeente", "--platform", "mastodon"]);
    assert!(!on_mastodon.is_empty() && on_mastodon.len() < 100);
    for (line, told) in [
        (["search", "ede", "--province", "gelderlant"], "Gelderland"),
        (["search", "ede", "--kind", "gemeent"], "municipality"),
        (["search", "ede", "--platform", "instagrem"], "instagram"),
    ] {
        let ran = run(&line);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line:?}");
        assert!(ran.err.contains(told), "{}", ran.err);
    }
}

#[test]
fn the_report_adds_up() {
    let ran = run(&["validate", "--json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        keys(&report),
        [
            "accounts",
            "by_kind",
            "by_platform",
            "by_trust",
            "foreign_organisations",
            "organisations",
            "phones",
            "problems",
            "services",
            "sites",
            "topics",
        ]
    );
    let sum = |key: &str| -> u64 {
        let counts = report[key].as_object().unwrap();
        counts.values().map(|count| count.as_u64().unwrap()).sum()
    };
    assert_eq!(report["organisations"], sum("by_kind"));
    assert_eq!(report["accounts"], sum("by_platform"));
    assert_eq!(report["accounts"], sum("by_trust"));
    assert_eq!(report["problems"], Value::Array(Vec::new()));
    assert!(sum("by_kind") > 1_000);
}

#[test]
fn problems_have_a_place_and_a_message() {
    let ran = super::harness::fed(&["validate", "--json", "-"], b"schema = 1\nx = 2\n");
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let problems = report["problems"].as_array().unwrap();
    assert!(!problems.is_empty());
    for problem in problems {
        assert_eq!(keys(problem), ["column", "line", "message"], "{problem}");
    }
    assert!(problems.iter().any(|problem| problem["line"] == 2 && problem["column"] == 1));
}
