//! `officieel list` and `officieel what-if`: filters, lists, and what leaving platforms means. Every count is held
//! against one that is made from the text of `directory.toml`, without the program.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::harness::{run, small};
use super::written::{Table, in_use as counted, text};

fn listed(filter: &[&str]) -> Vec<Json> {
    let ran =
        run(&[&["list"], filter, &["--format", "json", "--fields", "id,url,platform"]].concat());
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn every_list_has_as_many_rows_as_the_file_has_accounts() {
    let all = counted();
    let on = |kind: &str, province: &str, platform: &str| {
        let is_meant = |(organisation, _): &&(Table, Vec<Table>)| {
            (kind.is_empty() || text(organisation, "kind") == kind)
                && (province.is_empty() || text(organisation, "province") == province)
        };
        let accounts = all.values().filter(is_meant).flat_map(|(_, accounts)| accounts);
        accounts.filter(|it| text(it, "platform") == platform).count()
    };
    for (filter, expected) in [
        (&["on:x"][..], on("", "", "x")),
        (
            &["soort:gemeente", "in:gelderland", "op:instagram"],
            on("municipality", "Gelderland", "instagram"),
        ),
        (&["kind:province", "on:mastodon"], on("province", "", "mastodon")),
        (&["kind:police-team", "on:facebook"], on("police-team", "", "facebook")),
        (&["kind:ministry", "on:linkedin"], on("ministry", "", "linkedin")),
    ] {
        assert!(expected > 0, "{filter:?}");
        assert_eq!(listed(filter).len(), expected, "{filter:?}");
    }
}

#[test]
fn who_is_with_and_who_is_without_are_together_all() {
    let all = counted();
    let municipalities = all.values().filter(|(it, _)| text(it, "kind") == "municipality").count();
    let ids = |filter: &[&str]| -> BTreeSet<String> {
        listed(filter).iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    };
    let with = ids(&["kind:municipality", "on:instagram"]);
    let without = ids(&["kind:municipality", "without:instagram"]);
    assert!(with.is_disjoint(&without));
    assert_eq!(with.len() + without.len(), municipalities);
}

#[test]
fn the_totals_of_the_map_are_those_of_the_file() {
    let all = counted();
    let ran = run(&["matrix", "kind:municipality", "--format", "json"]);
    let told: Json = serde_json::from_str(&ran.out).unwrap();
    let totals = told["totals"].as_array().unwrap();
    assert!(totals.len() > 5);
    for total in totals {
        let is_there = |accounts: &[Table]| {
            accounts.iter().any(|it| text(it, "platform") == total["platform"])
        };
        let municipalities = all.values().filter(|(it, _)| text(it, "kind") == "municipality");
        let known = municipalities.filter(|(_, accounts)| is_there(accounts)).count();
        assert_eq!(total["known"], known, "{total}");
    }
}

#[test]
fn what_if_counts_as_the_file_does() {
    let all = counted();
    let leave = ["x", "facebook"];
    let own = ["rss", "website"];
    let ran = run(&["what-if", "--leave", "x,facebook", "--json"]);
    let told: Json = serde_json::from_str(&ran.out).unwrap();
    let is_left = |it: &Table| leave.contains(&text(it, "platform"));
    let is_own = |it: &Table| own.contains(&text(it, "platform"));
    let affected: Vec<&Vec<Table>> = all
        .values()
        .map(|(_, accounts)| accounts)
        .filter(|accounts| accounts.iter().any(is_left))
        .collect();
    let nowhere = affected
        .iter()
        .filter(|accounts| accounts.iter().all(|it| is_left(it) || is_own(it)))
        .count();
    let told_affected = told["affected"].as_array().unwrap();
    assert_eq!(told["organisations"], all.len());
    assert_eq!(told_affected.len(), affected.len());
    let is_nowhere = |it: &&Json| it["kept"].as_array().unwrap().is_empty();
    assert_eq!(told_affected.iter().filter(is_nowhere).count(), nowhere);
    assert!(nowhere > 0 && nowhere < affected.len());
}

#[test]
fn lists_as_people_read_them() {
    for (name, line) in [
        ("text", "list"),
        ("words", "--lang nl list gemeente"),
        ("markdown", "list --format markdown --fields organisation,kind,platform,trust"),
        ("csv", "list --format csv --delimiter ; --fields organisation,account,url"),
        ("lines", "list --format jsonl --fields account,login"),
        ("without", "--lang nl list zonder:x"),
        ("nothing", "list name:nobody-is-called-so"),
        ("unknown-key", "--lang nl list soor:gemeente"),
        ("unknown-value", "list on:instagran"),
        ("unknown-column", "list --fields organisation,acount"),
        ("matrix", "matrix"),
        ("matrix-dutch-ascii", "--lang nl --ascii matrix soort:gemeente|ministerie --sort count"),
        ("matrix-csv", "matrix --format csv"),
        ("matrix-json", "matrix kind:ministry --format json"),
        ("matrix-markdown", "matrix --format markdown --sort kind"),
        ("matrix-nothing", "matrix name:nobody-is-called-so"),
        ("search", "search zandmeer on:instagram"),
        ("search-only-conditions", "search kind:ministry"),
        ("search-unknown-value", "--lang nl search zandmeer soort:gemeent"),
        ("what-if", "what-if --leave x"),
        ("what-if-report", "--lang nl what-if --leave x,facebook --move-to mastodon --report"),
        ("what-if-unknown", "what-if --leave facebok"),
        ("what-if-nobody", "what-if --leave x name:nobody-is-called-so"),
        ("what-if-back", "--lang nl what-if --leave x,facebook --move-to facebook"),
        ("open-quote", "--lang nl list naam:\"zand"),
        ("not-on", "list !on:x"),
    ] {
        insta::assert_snapshot!(format!("list-{name}"), small(line).shown());
    }
}
