//! `officieel stats`: how much of whom is known. Every count is held against one that is made from the text of
//! `directory.toml`, without the program.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::harness::run;
use super::written::{Table, existing, in_use, is_confirmed, newest_claim, platforms, text};

fn told(arguments: &[&str]) -> Json {
    let ran = run(&[&["stats", "--format", "json"], arguments].concat());
    assert_eq!(ran.status, 0, "{arguments:?} {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn lines<'j>(told: &'j Json, dimension: &str) -> Vec<&'j Json> {
    let all = told["lines"].as_array().unwrap().iter();
    all.filter(|it| it["dimension"] == dimension).collect()
}

#[test]
fn kinds_are_covered_as_in_the_file() {
    let (all, used) = (existing(), in_use());
    let told = told(&[]);
    let mut looked_at = 0;
    for line in lines(&told, "kind") {
        let kind = line["id"].as_str().unwrap();
        let of_kind = || used.values().filter(|(it, _)| text(it, "kind") == kind);
        let organisations = &line["known"]["organisations"];
        assert_eq!(organisations["looked_at"], of_kind().count(), "{kind}");
        let in_use = of_kind().filter(|(_, accounts)| !accounts.is_empty()).count();
        assert_eq!(organisations["in_use"], in_use, "{kind}");
        let confirmed = of_kind().filter(|(_, accounts)| accounts.iter().any(is_confirmed));
        assert_eq!(organisations["confirmed"], confirmed.count(), "{kind}");
        let of_kind = all.values().filter(|(it, _)| text(it, "kind") == kind);
        let unknown = of_kind.filter(|(_, accounts)| accounts.is_empty()).count();
        assert_eq!(organisations["unknown"], unknown, "{kind}");
        looked_at += organisations["looked_at"].as_u64().unwrap();
    }
    assert_eq!(looked_at, u64::try_from(all.len()).unwrap(), "every organisation is of a kind");
}

#[test]
fn platforms_owners_and_countries_are_covered_as_in_the_file() {
    let used = in_use();
    let told = told(&[]);
    for dimension in ["platform", "owner", "country"] {
        let key = if dimension == "platform" { "id" } else { dimension };
        let lines = lines(&told, dimension);
        assert!(lines.len() > 2, "{dimension}");
        for line in lines {
            let id = line["id"].as_str().unwrap();
            let its: Vec<String> = platforms()
                .iter()
                .filter(|it| {
                    // What is the organisation's own is in no country.
                    let is_own = ["rss", "website"].contains(&text(it, "id"));
                    let own = if key == "country" && is_own { "" } else { text(it, key) };
                    own == id
                })
                .map(|it| text(it, "id").to_owned())
                .collect();
            assert!(!its.is_empty(), "{line}");
            let is_its = |it: &Table| its.iter().any(|id| id == text(it, "platform"));
            let there = used.values().filter(|(_, accounts)| accounts.iter().any(is_its)).count();
            assert_eq!(line["known"]["organisations"]["in_use"], there, "{dimension} {id}");
        }
    }
}

#[test]
fn every_dimension_adds_up_to_all() {
    let told = told(&["kind:municipality|province|ministry"]);
    let [all] = lines(&told, "all")[..] else { panic!("one line of all") };
    for dimension in ["kind", "platform", "owner", "country"] {
        for count in ["in_use", "confirmed", "aged", "reported", "retired"] {
            let of_lines = lines(&told, dimension).into_iter();
            let sum: u64 =
                of_lines.map(|it| it["known"]["accounts"][count].as_u64().unwrap()).sum();
            assert_eq!(all["known"]["accounts"][count], sum, "{dimension} {count}");
        }
    }
    let of_ages = told["evidence"].as_array().unwrap().iter();
    let sum: u64 = of_ages.map(|it| it["accounts"]["in_use"].as_u64().unwrap()).sum();
    assert_eq!(all["known"]["accounts"]["in_use"], sum);
}

#[test]
fn trust_is_that_of_the_list() {
    let told = told(&[]);
    for trust in ["confirmed", "aged", "reported"] {
        let filter = format!("trust:{trust}");
        let ran = run(&["list", &filter, "--format", "json", "--fields", "url"]);
        let listed: Vec<Json> = serde_json::from_str(&ran.out).unwrap();
        // Who shares an account has a row of it too.
        let urls: BTreeSet<&str> = listed.iter().map(|it| it["url"].as_str().unwrap()).collect();
        let all = lines(&told, "all")[0];
        assert_eq!(all["known"]["accounts"][trust], urls.len(), "{trust}");
    }
}

#[test]
fn the_age_of_evidence_is_that_of_the_newest_line() {
    let mut expected: BTreeMap<String, BTreeSet<[String; 4]>> = BTreeMap::new();
    for account in in_use().values().flat_map(|(_, accounts)| accounts) {
        let seen = newest_claim(account);
        // The month in this year, the year before.
        let parts = if seen.starts_with("2026") { 2 } else { 1 };
        let seen = seen.split('-').take(parts).collect::<Vec<_>>().join("-");
        let key =
            ["platform", "handle", "platform_id", "url"].map(|key| text(account, key).to_owned());
        expected.entry(seen).or_default().insert(key);
    }
    let told = told(&[]);
    let mut known = 0;
    for age in told["evidence"].as_array().unwrap() {
        let seen = age["seen"].as_str().unwrap();
        let count = expected.get(seen).map_or(0, BTreeSet::len);
        assert_eq!(age["accounts"]["in_use"], count, "{seen}");
        known += usize::from(count > 0);
    }
    assert_eq!(known, expected.len(), "{:?}", expected.keys());
}

#[test]
fn those_without_an_account_are_those_of_the_file() {
    let all = existing();
    let told = told(&[]);
    let mut named: BTreeSet<&str> = BTreeSet::new();
    for kind in told["without_account"].as_array().unwrap() {
        for id in kind["organisations"].as_array().unwrap() {
            let (organisation, accounts) = &all[id.as_str().unwrap()];
            assert_eq!(text(organisation, "kind"), kind["kind"], "{id}");
            assert!(accounts.is_empty(), "{id}");
            assert!(named.insert(id.as_str().unwrap()), "{id} stands twice");
        }
    }
    let none = all.values().filter(|(_, accounts)| accounts.is_empty()).count();
    assert_eq!(named.len(), none);
}

#[test]
fn an_edition_differs_from_itself_in_nothing() {
    let told = told(&["--against", "built-in"]);
    for line in told["lines"].as_array().unwrap() {
        assert_eq!(line["known"], line["before"], "{line}");
    }
    for age in told["evidence"].as_array().unwrap() {
        assert_eq!(age["accounts"], age["before"], "{age}");
    }
}

#[test]
fn stats_as_people_and_programs_read_them() {
    const PLATFORMS: &str = "tests/fixtures/platforms.toml";
    const EDITION: &str = "tests/fixtures/edition-2.toml";
    let against = "stats --against tests/fixtures/edition-1.toml";
    for (name, directory, line) in [
        ("text", PLATFORMS, "stats"),
        ("dutch", PLATFORMS, "--lang nl stats"),
        ("filtered", PLATFORMS, "stats kind:province"),
        ("csv", PLATFORMS, "stats --format csv --delimiter ;"),
        ("json", PLATFORMS, "stats --format json"),
        ("markdown", PLATFORMS, "--lang nl stats --format markdown"),
        ("nothing", PLATFORMS, "stats name:nobody-is-called-so"),
        ("unknown-value", PLATFORMS, "--lang nl stats soort:gemeent"),
        ("against", EDITION, against),
        ("against-dutch", EDITION, &format!("--lang nl {against} --format markdown")),
        ("against-csv", EDITION, &format!("{against} --format csv")),
        ("against-json", EDITION, &format!("{against} kind:province --format json")),
        ("against-missing", EDITION, "stats --against no-such-file.toml"),
        ("against-streams", "-", "stats --against -"),
    ] {
        let arguments = ["--directory", directory].into_iter().chain(line.split(' '));
        let ran = run(&arguments.collect::<Vec<_>>());
        insta::assert_snapshot!(format!("stats-{name}"), ran.shown());
    }
}
