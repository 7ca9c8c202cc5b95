//! `officieel platforms`: whose platforms are, what holds on them, and who is known there. Every count is held
//! against one that is made from the text of `directory.toml`, without the program.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::harness::{on_day, run};
use super::written::{
    Organisations, Table, existing, in_use, is_confirmed, is_retired, platforms, text,
};

/// A directory of platforms and organisations that do not exist.
const PLATFORMS: &str = "tests/fixtures/platforms.toml";

fn told(arguments: &[&str]) -> Json {
    let ran = run(&[&["platforms", "--format", "json"], arguments].concat());
    assert_eq!(ran.status, 0, "{arguments:?} {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// How many organisations have an account of which something holds.
fn with(all: &Organisations, is_it: impl Fn(&Table) -> bool) -> usize {
    all.values().filter(|(_, accounts)| accounts.iter().any(&is_it)).count()
}

/// How many accounts there are of which something holds, each once.
fn accounts(all: &Organisations, is_it: impl Fn(&Table) -> bool) -> usize {
    let accounts = all.values().flat_map(|(_, accounts)| accounts).filter(|it| is_it(it));
    let key = |it: &Table| {
        ["platform", "handle", "platform_id", "url"].map(|key| text(it, key).to_owned())
    };
    accounts.map(key).collect::<BTreeSet<_>>().len()
}

#[test]
fn the_counts_are_those_of_the_file() {
    let (all, used) = (existing(), in_use());
    let told = told(&[]);
    assert_eq!(told["all"]["organisations"]["looked_at"], all.len());
    assert_eq!(told["all"]["organisations"]["in_use"], with(&used, |_| true));
    assert_eq!(told["all"]["accounts"]["in_use"], accounts(&used, |_| true));
    assert_eq!(told["all"]["accounts"]["retired"], accounts(&all, is_retired));
    let mut written = platforms();
    // Sites stand with their organisations.
    written.retain(|it| text(it, "id") != "website");
    let listed = told["platforms"].as_array().unwrap();
    assert_eq!(listed.len(), written.len());
    for (platform, written) in listed.iter().zip(&written) {
        for key in ["id", "name", "owner", "login"] {
            assert_eq!(platform[key], text(written, key), "{written:?}");
        }
        assert_eq!(
            platform["country"].as_str().unwrap_or_default(),
            text(written, "country"),
            "{written:?}"
        );
        let id = text(written, "id");
        let is_on = |it: &Table| text(it, "platform") == id;
        let organisations = &platform["known"]["organisations"];
        let in_use = with(&used, is_on);
        assert_eq!(organisations["in_use"], in_use, "{id}");
        assert_eq!(organisations["retired"], with(&all, is_on) - in_use, "{id}");
        assert_eq!(organisations["unknown"], all.len() - with(&all, is_on), "{id}");
        let confirmed = |it: &Table| is_on(it) && is_confirmed(it);
        assert_eq!(organisations["confirmed"], with(&used, confirmed), "{id}");
        let of_accounts = &platform["known"]["accounts"];
        assert_eq!(of_accounts["in_use"], accounts(&used, is_on), "{id}");
        assert_eq!(of_accounts["confirmed"], accounts(&used, confirmed), "{id}");
        let retired = |it: &Table| is_on(it) && is_retired(it);
        assert_eq!(of_accounts["retired"], accounts(&all, retired), "{id}");
    }
}

#[test]
fn owners_and_countries_have_what_their_platforms_have() {
    let used = in_use();
    let told = told(&[]);
    let all = told["all"]["accounts"]["in_use"].as_u64().unwrap();
    for (key, of) in [("owners", "owner"), ("jurisdictions", "jurisdiction")] {
        let portions = told[key].as_array().unwrap();
        let percents = portions.iter().map(|it| it["percent_of_accounts"].as_u64().unwrap());
        assert_eq!(percents.sum::<u64>(), 100, "{key}");
        let in_use = portions.iter().map(|it| it["known"]["accounts"]["in_use"].as_u64().unwrap());
        assert_eq!(in_use.sum::<u64>(), all, "{key}");
        for portion in portions {
            let ids: Vec<&str> = told["platforms"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|it| it[of] == portion["of"])
                .map(|it| it["id"].as_str().unwrap())
                .collect();
            let is_its = |it: &Table| ids.contains(&text(it, "platform"));
            assert_eq!(portion["platforms"], serde_json::json!(ids), "{portion}");
            assert_eq!(portion["known"]["organisations"]["in_use"], with(&used, is_its), "{ids:?}");
            assert_eq!(portion["known"]["accounts"]["in_use"], accounts(&used, is_its), "{ids:?}");
        }
    }
}

#[test]
fn a_filter_decides_which_organisations_count() {
    let used = in_use();
    let told = told(&["soort:gemeente", "in:gelderland"]);
    let is_meant =
        |it: &Table| text(it, "kind") == "municipality" && text(it, "province") == "Gelderland";
    let meant: Organisations = used.into_iter().filter(|(_, (it, _))| is_meant(it)).collect();
    assert!(meant.len() > 40);
    assert_eq!(told["all"]["organisations"]["looked_at"], meant.len());
    for platform in told["platforms"].as_array().unwrap() {
        let is_on = |it: &Table| text(it, "platform") == platform["id"];
        assert_eq!(platform["known"]["organisations"]["in_use"], with(&meant, is_on), "{platform}");
    }
}

#[test]
fn one_platform_is_told_alone() {
    let told = told(&["--platform", "tiktok"]);
    let [platform] = &told["platforms"].as_array().unwrap()[..] else { panic!("{told}") };
    assert_eq!(platform["id"], "tiktok");
    assert_eq!(platform["policies"].as_array().unwrap().len(), 3);
    let ran = run(&["platforms", "--platform", "tiktoc"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("tiktok"), "{}", ran.err);
}

#[test]
fn platforms_as_people_and_programs_read_them() {
    for (name, line) in [
        ("text", "platforms"),
        ("dutch", "--lang nl platforms"),
        ("filtered", "platforms kind:province"),
        ("csv", "platforms --format csv --delimiter ;"),
        ("json", "platforms --format json"),
        ("markdown", "--lang nl platforms --format markdown"),
        ("one", "platforms --platform x"),
        ("one-dutch", "--lang nl platforms --platform zwerm"),
        ("one-markdown", "platforms --platform x --format markdown"),
        ("nothing", "platforms name:nobody-is-called-so"),
        ("unknown-platform", "--lang nl platforms --platform pleim"),
        ("unknown-value", "platforms kind:municipalty"),
    ] {
        let arguments = ["--directory", PLATFORMS].into_iter().chain(line.split(' '));
        let ran = run(&arguments.collect::<Vec<_>>());
        insta::assert_snapshot!(format!("platforms-{name}"), ran.shown());
    }
}

#[test]
fn on_another_day_other_policies_hold_and_other_badges_are_given() {
    let on = |day: &str, list: &str, id: &str| -> String {
        let ran = on_day(day, &["platforms", "--platform", "facebook", "--format", "json"]);
        let told: Json = serde_json::from_str(&ran.out).unwrap();
        let all = told["platforms"][0][list].as_array().unwrap();
        all.iter().find(|it| it["id"] == id).unwrap()["when"].as_str().unwrap().to_owned()
    };
    for (day, list, id, when) in [
        ("2024-04-18", "policies", "facebook-pages-advies", "ahead"),
        ("2024-04-19", "policies", "facebook-pages-advies", "now"),
        ("2025-11-19", "policies", "rijk-blijft-op-meta", "ahead"),
        ("2025-11-20", "policies", "rijk-blijft-op-meta", "now"),
        ("2018-01-01", "badges", "facebook-grey", "now"),
        ("2026-11-21", "badges", "facebook-grey", "past"),
    ] {
        assert_eq!(on(day, list, id), when, "{id} on {day}");
    }
}
