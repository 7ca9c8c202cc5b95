//! Tests of [`super`]: small directories that differ in one thing, and what is told of it.

use std::collections::BTreeMap;

use super::*;
use crate::directory::OrganisationIndex;
use crate::embedded;

const HEAD: &str = r#"
schema = 1
title = "Sample"
edition = "2026-11-21"
licence = "CC0-1.0"

[[platform]]
id = "x"
name = "X"
owner = "X Corp."
login = "partly"
hosts = ["x.com"]

[[platform.names]]
id = "handle"
syntax = "[A-Za-z0-9_]{1,15}"
case = "ignored"
sign = "@"
address = "https://x.com/{name}"
forms = ["/{name}"]

[[platform.names]]
id = "number"
platform_id = true
syntax = "[0-9]{1,19}"
case = "kept"
address = "https://x.com/i/user/{name}"
forms = ["/i/user/{name}"]

[[badge]]
id = "grey"
platform = "x"
name = "Grey"
gained = "government"
meaning = "A government."
url = "https://badges.example/"
seen = "2026-01-01"

"#;

/// The first organisation, whose parts the cases change.
const SAND: &str = r#"
[[organisation]]
id = "sand"
name = "Sand"
kind = "municipality"
website = "https://sand.example"
phone = "14 099"
sites = [{ host = "www.sea.example", evidence = [{ method = "register", url = "https://r.example/", seen = "2026-01-01" }] }]
register_id = "10010"
"#;

const ACCOUNT: &str = r#"
[[organisation.account]]
platform = "x"
handle = "Sand"
platform_id = "11"
status = "active"
badge = { kind = "grey", seen = "2026-01-01", url = "https://badges.example/sand" }
evidence = [{ method = "register", url = "https://r.example/", seen = "2026-01-01" }]
"#;

const CLAY: &str = r#"
[[organisation]]
id = "clay"
name = "Clay"
kind = "municipality"
"#;

fn loaded(tables: &str) -> Directory {
    embedded::from_toml(&format!("{HEAD}{tables}"), Date::LAST).unwrap()
}

fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None => "-".to_owned(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Organisation(body)) => body.id.clone(),
        Some(Value::End(day, successor)) => {
            format!("{day}/{}", successor.as_ref().map_or("-", |it| it.id.as_str()))
        }
        Some(Value::Status(status)) => status.id().to_owned(),
        Some(Value::Trust(trust)) => trust.id().to_owned(),
        Some(Value::Badge { id, .. }) => id.clone(),
        Some(Value::NoBadge) => "none".to_owned(),
    }
}

/// Each change as `kind organisation account before after`.
fn told(old: &Directory, new: &Directory) -> Vec<String> {
    let told = |it: &Change| {
        let account = it.account.as_ref().map_or("-", |it| it.name.as_str());
        let (before, after) = (shown(it.before.as_ref()), shown(it.after.as_ref()));
        format!("{} {} {account} {before} {after}", it.kind.id(), it.organisation.id)
    };
    between(old, new, day()).iter().map(told).collect()
}

/// The kind that a change is of when the editions change places.
fn mirrored(kind: Kind) -> Kind {
    let pairs = [
        (Kind::OrganisationNew, Kind::OrganisationGone),
        (Kind::OrganisationEnded, Kind::OrganisationResumed),
        (Kind::AccountNew, Kind::AccountGone),
        (Kind::AccountRetired, Kind::AccountResumed),
        (Kind::TrustUp, Kind::TrustDown),
        (Kind::SiteNew, Kind::SiteGone),
        (Kind::PhoneNew, Kind::PhoneGone),
    ];
    let found = pairs.into_iter().find_map(|(one, other)| match kind {
        _ if kind == one => Some(other),
        _ if kind == other => Some(one),
        _ => None,
    });
    found.unwrap_or(kind)
}

fn counted(old: &Directory, new: &Directory) -> BTreeMap<Kind, usize> {
    counts(&between(old, new, day())).into_iter().collect()
}

fn assert_mirrored(old: &Directory, new: &Directory, what: &str) {
    let there = counted(old, new);
    let back: BTreeMap<Kind, usize> =
        counted(new, old).into_iter().map(|(kind, count)| (mirrored(kind), count)).collect();
    assert_eq!(there, back, "{what}");
}

#[test]
fn each_kind_of_change_is_told() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("name = \"Sand\"", "name = \"Sands\"", &["organisation-renamed sand - sand sand"]),
        ("id = \"sand\"", "id = \"sand-2\"", &["organisation-renamed sand-2 - sand sand-2"]),
        (
            "10010\"",
            "10010\"\nended = \"2026-10-01\"",
            &["organisation-ended sand - - 2026-10-01/-"],
        ),
        (
            "10010\"",
            "10010\"\nended = \"2026-10-01\"\nsuccessor = \"clay\"",
            &["organisation-ended sand - - 2026-10-01/clay"],
        ),
        ("handle = \"Sand\"", "handle = \"SAND\"", &[]),
        ("handle = \"Sand\"", "handle = \"Sandy\"", &["account-renamed sand @Sandy @Sand @Sandy"]),
        ("platform_id = \"11\"", "platform_id = \"12\"", &["handle-taken sand @Sand 11 12"]),
        ("platform_id = \"11\"\n", "", &[]),
        ("\"active\"", "\"left\"", &["account-retired sand @Sand active left"]),
        ("status = \"active\"\n", "", &["status-changed sand @Sand active unknown"]),
        (
            "seen = \"2026-01-01\" }]\n",
            "seen = \"2020-01-01\" }]\n",
            &["trust-down sand @Sand confirmed aged"],
        ),
        ("kind = \"grey\"", "kind = \"none\"", &["badge-changed sand @Sand grey none"]),
        (
            "badge = { kind = \"grey\", seen = \"2026-01-01\", url = \"https://badges.example/sand\" }\n",
            "",
            &["badge-changed sand @Sand grey -"],
        ),
        (
            "https://sand.example\"",
            "https://sands.example\"",
            &["website-changed sand - https://sand.example https://sands.example"],
        ),
        ("https://sand.example\"", "https://sand.example/\"", &[]),
        (
            "website = \"https://sand.example\"\n",
            "",
            &["website-changed sand - https://sand.example -"],
        ),
        ("host = \"www.sea.example\"", "host = \"sea.example\"", &[]),
        (
            "host = \"www.sea.example\"",
            "host = \"lake.example\"",
            &["site-new sand - - lake.example", "site-gone sand - www.sea.example -"],
        ),
        ("\"14 099\"", "\"14099\"", &[]),
        ("\"14 099\"", "\"14 098\"", &["phone-new sand - - 14 098", "phone-gone sand - 14 099 -"]),
    ];
    let text = format!("{SAND}{ACCOUNT}{CLAY}");
    let old = loaded(&text);
    for (from, to, expected) in cases {
        let changed = text.replacen(from, to, 1);
        assert!(text.contains(from), "{from}");
        let new = loaded(&changed);
        assert_eq!(told(&old, &new), *expected, "{from} -> {to}");
        assert_mirrored(&old, &new, to);
    }
}

#[test]
fn what_is_new_gone_or_with_another() {
    let sand = format!("{SAND}{ACCOUNT}");
    let both = format!("{sand}{CLAY}");
    for (old, new, expected) in [
        (sand.clone(), both.clone(), &["organisation-new clay - - -"][..]),
        (both.clone(), sand.clone(), &["organisation-gone clay - - -"]),
        (SAND.to_owned(), sand, &["account-new sand @Sand - -"]),
        (both.clone(), format!("{SAND}{CLAY}"), &["account-gone sand @Sand - -"]),
        (both.clone(), format!("{SAND}{CLAY}{ACCOUNT}"), &["account-moved clay @Sand sand clay"]),
        // Only the order of the file.
        (both.clone(), format!("{CLAY}{SAND}{ACCOUNT}"), &[]),
        (both.clone(), both, &[]),
    ] {
        let (old, new) = (loaded(&old), loaded(&new));
        assert_eq!(told(&old, &new), expected);
        assert_mirrored(&old, &new, &format!("{expected:?}"));
    }
}

#[test]
fn a_handle_that_was_given_up_and_taken_is_an_alarm() {
    let other = ACCOUNT.replace("\"11\"", "\"12\"");
    let renamed = ACCOUNT.replace("handle = \"Sand\"", "handle = \"Sandy\"");
    let old = loaded(&format!("{SAND}{ACCOUNT}{CLAY}"));
    let new = loaded(&format!("{SAND}{renamed}{CLAY}{other}"));
    assert_eq!(
        told(&old, &new),
        [
            "handle-taken clay @Sand 11 12",
            "account-new clay @Sand - -",
            "account-renamed sand @Sandy @Sand @Sandy",
        ]
    );
    assert_mirrored(&old, &new, "taken");
}

#[test]
fn a_former_handle_tells_a_renamed_account_from_a_new_one() {
    let without = ACCOUNT.replace("platform_id = \"11\"\n", "");
    let former = "former_handles = [{ handle = \"sand\", url = \"https://sand.example\", seen = \"2026-02-01\" }]\n";
    let renamed = without.replace("handle = \"Sand\"\n", &format!("handle = \"Sandy\"\n{former}"));
    let (old, new) = (loaded(&format!("{SAND}{without}")), loaded(&format!("{SAND}{renamed}")));
    assert_eq!(told(&old, &new), ["account-renamed sand @Sandy @Sand @Sandy"]);
    assert_mirrored(&old, &new, "former");
}

#[test]
fn an_organisation_with_another_id_is_known_by_name_and_website() {
    let without = SAND.replace("register_id = \"10010\"\n", "");
    let old = loaded(&format!("{without}{ACCOUNT}"));
    let new = loaded(&format!("{}{ACCOUNT}", without.replace("\"sand\"", "\"gem-sand\"")));
    assert_eq!(told(&old, &new), ["organisation-renamed gem-sand - sand gem-sand"]);
    // Of two that are called so nobody knows which one it is.
    let twice = ["gem-sand", "town-sand"].map(|id| {
        let sites = without.lines().filter(|line| !line.starts_with("sites"));
        sites.collect::<Vec<_>>().join("\n").replace("\"sand\"", &format!("\"{id}\""))
    });
    let told = told(&loaded(&without), &loaded(&twice.join("\n")));
    assert!(told.iter().all(|it| !it.starts_with("organisation-renamed")), "{told:?}");
}

#[test]
fn two_editions_mirror_each_other() {
    let editions = [
        include_str!("../../tests/fixtures/edition-1.toml"),
        include_str!("../../tests/fixtures/edition-2.toml"),
        include_str!("../../tests/fixtures/small.toml"),
        include_str!("../../tests/fixtures/told.toml"),
    ];
    let editions = editions.map(|text| embedded::from_toml(text, Date::LAST).unwrap());
    for (at, old) in editions.iter().enumerate() {
        for new in &editions {
            assert_mirrored(old, new, &format!("{at} {}", new.header.title));
        }
        assert_eq!(between(old, old, day()), [], "{at}");
    }
}

#[test]
fn a_directory_is_as_it_is() {
    let built_in = embedded::directory().unwrap();
    assert_eq!(between(&built_in, &built_in, day()), []);
    // Read anew, it is the same as well.
    let read = embedded::from_toml(embedded::TEXT, Date::LAST).unwrap();
    assert_eq!(between(&read, &built_in, day()), []);
}

#[test]
fn all_of_it_is_new_to_an_empty_directory() {
    let (empty, built_in) = (loaded(""), embedded::directory().unwrap());
    let changes = between(&empty, &built_in, day());
    let counts: BTreeMap<Kind, usize> = counts(&changes).into_iter().collect();
    assert_eq!(counts[&Kind::OrganisationNew], built_in.organisation_count());
    assert_eq!(counts[&Kind::AccountNew], built_in.account_count());
    assert_eq!(counts.values().sum::<usize>(), changes.len());
    assert_mirrored(&empty, &built_in, "built-in");
    let mut fingerprints: Vec<String> =
        changes.iter().map(|it| it.fingerprint(day(), day())).collect();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), changes.len());
}

#[test]
fn the_order_of_the_file_decides_nothing() {
    let (empty, built_in) = (loaded(""), embedded::directory().unwrap());
    let text = built_in.to_toml();
    // Accounts stand with their organisations, and so these can be turned around as tables.
    let (head, tail) = text.split_once("\n[[organisation]]\n").unwrap();
    let (tables, rest) = match tail.split_once("\n[[service]]\n") {
        Some((tables, rest)) => (tables, format!("\n[[service]]\n{rest}")),
        None => (tail, String::new()),
    };
    let turned: Vec<&str> = tables.split("\n[[organisation]]\n").collect();
    let turned: Vec<&str> = turned.into_iter().rev().collect();
    let turned = turned.join("\n[[organisation]]\n");
    let turned = format!("{head}\n[[organisation]]\n{turned}\n{rest}");
    let read = embedded::from_toml(&turned, Date::LAST).unwrap();
    let first = |it: &Directory| {
        it.organisation_indexes().next().map(|at: OrganisationIndex| it.organisation(at).id.clone())
    };
    assert_ne!(first(&read), first(&built_in));
    assert_eq!(between(&built_in, &read, day()), []);
    assert_eq!(between(&empty, &read, day()), between(&empty, &built_in, day()));
}
