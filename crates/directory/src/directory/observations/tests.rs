//! Tests of [`super`]: what of an overlay counts, and what stays when something is recorded.

use super::*;
use crate::directory::{Account, LoadError, Trust};
use crate::public_suffixes::PublicSuffixes;
use crate::testing::english;

const SMALL: &str = include_str!("../../../../../tests/fixtures/small.toml");

/// A badge kind that is still given.
const BLUE: &str = r#"
[[badge]]
id = "x-blue"
platform = "x"
name = "Blauw vinkje"
from = "2022-11-09"
gained = "paid"
meaning = "Iemand betaalt."
url = "https://example.org/badges"
seen = "2023-03-13"

[[family]]
word = "waterkring"
"#;

const HEAD: &str = "schema = 1\ntitle = \"t\"\nedition = \"2026-11-22\"\nlicence = \"l\"\n\n";
const OWNER: &str = "[[organisation]]\nid = \"a\"\nname = \"A\"\nkind = \"other\"\n\n";

fn small() -> Directory {
    let text = SMALL.replace("\n[[family]]\nword = \"waterkring\"\n", BLUE);
    crate::directory::load::load(&text, day("2026-11-30"), &PublicSuffixes::default(), &|| None)
        .unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An overlay with accounts, each given by its lines but for its platform X.
fn text(accounts: &[&str]) -> String {
    let accounts = accounts.iter().map(|lines| {
        format!("[[organisation.account]]\nplatform = \"x\"\n{}\n", lines.replace("; ", "\n"))
    });
    format!("{HEAD}{OWNER}{}", accounts.collect::<String>())
}

fn evidence(seen: &str, note: &str) -> String {
    let note = if note.is_empty() { String::new() } else { format!(", note = \"{note}\"") };
    format!(r#"{{ method = "own-observation", url = "https://x.com/a", seen = "{seen}"{note} }}"#)
}

fn badge(kind: &str, seen: &str) -> String {
    let seen_as = evidence(seen, "badge");
    format!(
        r#"badge = {{ kind = "{kind}", seen = "{seen}", url = "https://x.com/a" }}; evidence = [{seen_as}]"#
    )
}

fn status(status: &str, seen: &str) -> String {
    format!(r#"status = "{status}"; evidence = [{}]"#, evidence(seen, "status"))
}

fn index(directory: &Directory, handle: &str) -> AccountIndex {
    let is_it = |index: &AccountIndex| {
        let account = directory.listed_account(*index);
        account.platform.position() == 0 && account.name() == handle
    };
    directory.account_indexes().find(is_it).unwrap()
}

/// An account under an overlay that says this of it, and whether badge and status are those observed.
fn laid_over(handle: &str, lines: &str, today: &str) -> (Account, Option<(bool, bool)>) {
    let directory = small();
    let overlay = text(&[&format!("handle = \"{handle}\"; {lines}")]);
    let overlay = Overlay::parse(&overlay, &directory).unwrap();
    let under = directory.with_overlay(&overlay, day(today));
    let index = index(&directory, handle);
    let own = under.own_observation(index);
    (under.account(index).clone(), own.map(|own| (own.shows_badge(), own.shows_status())))
}

#[test]
fn the_newer_badge_counts() {
    // The ministry's own was seen on 2 August 2022, the other was seen without on 2 January 2026.
    for (handle, kind, seen, expected, counts) in [
        ("MinWind", "x-blue", "2026-11-22", (Some(1), "2026-11-22"), true),
        ("MinWind", "none", "2026-11-22", (None, "2026-11-22"), true),
        ("MinWind", "none", "2022-08-02", (None, "2022-08-02"), true),
        ("MinWind", "none", "2022-08-01", (Some(0), "2022-08-02"), false),
        ("MinWind", "none", "2022-08", (Some(0), "2022-08-02"), false),
        ("ToeslagHerstel", "x-blue", "2026-01-01", (None, "2026-01-02"), false),
        ("GemZandmeer", "x-legacy", "2023-04-20", (Some(0), "2023-04-20"), true),
    ] {
        let (account, own) = laid_over(handle, &badge(kind, seen), "2026-11-22");
        let found = account.badge.unwrap();
        let found = (found.kind.map(BadgeKindIndex::position), found.seen.to_string());
        assert_eq!(found, (expected.0, expected.1.to_owned()), "{handle} {kind} {seen}");
        assert_eq!(own, Some((counts, false)), "{handle} {kind} {seen}");
        assert_eq!(account.evidence.last().unwrap().method.id(), "own-observation");
    }
}

#[test]
fn a_status_counts_unless_the_directory_knows_a_newer_one() {
    for (handle, own, seen, expected, counts) in [
        // Active, and last seen so on 20 November 2026.
        ("GemZandmeer", "closed", "2026-11-22", "closed", true),
        ("GemZandmeer", "closed", "2026-11-20", "closed", true),
        ("GemZandmeer", "closed", "2026-11-19", "active", false),
        // Closed in April 2016.
        ("kleinmeer", "active", "2016-04-01", "active", true),
        ("kleinmeer", "active", "2016-03-31", "closed", false),
        // Nobody has said, though it was still on a list in November 2020.
        ("POL_Oostmeer", "left", "2020-01-01", "left", true),
        ("POL_Oostmeer", "parked", "2021", "parked", true),
    ] {
        let (account, shown) = laid_over(handle, &status(own, seen), "2026-11-22");
        assert_eq!(account.status.id(), expected, "{handle} {own} {seen}");
        assert_eq!(shown, Some((false, counts)), "{handle} {own} {seen}");
    }
}

#[test]
fn a_successor_goes_with_its_status() {
    let moved = r#"successor = "https://x.com/elders"; "#;
    for (handle, lines, expected) in [
        (
            "GemZandmeer",
            format!("{moved}{}", status("moved", "2026-11-22")),
            Some("https://x.com/elders"),
        ),
        ("GemZandmeer", format!("{moved}{}", status("moved", "2026-11-01")), None),
        (
            "zandmeer_oud",
            format!("{moved}{}", status("moved", "2026-11-22")),
            Some("https://x.com/elders"),
        ),
        // Closed after it moved: where it went is still known. In use again: it went nowhere.
        ("zandmeer_oud", status("closed", "2026-11-22"), Some("https://x.com/GemZandmeer")),
        ("zandmeer_oud", status("active", "2026-11-22"), None),
        ("zandmeer_oud", status("active", "2020-11-22"), Some("https://x.com/GemZandmeer")),
    ] {
        let (account, _) = laid_over(handle, &lines, "2026-11-22");
        assert_eq!(account.successor.as_deref(), expected, "{handle} {lines}");
    }
}

#[test]
fn the_day_of_a_status_is_that_of_its_observation() {
    let of = |pieces: &[(&str, &str)]| {
        let all: Vec<String> = pieces.iter().map(|(seen, note)| evidence(seen, note)).collect();
        let lines = format!(r#"status = "left"; evidence = [{}]"#, all.join(", "));
        laid_over("POL_Oostmeer", &lines, "2026-11-22").1
    };
    let (now, later) = ("2026-11-22", "2026-11-23");
    for (pieces, counts) in [
        (vec![(now, "status")], Some((false, true))),
        (vec![(now, "")], Some((false, true))),
        (vec![(now, "met eigen ogen")], Some((false, true))),
        (vec![(later, "badge"), (now, "status")], Some((false, true))),
        (vec![(now, "badge"), (later, "status")], Some((false, false))),
        (vec![(now, ""), (later, "status")], Some((false, false))),
        (vec![(later, ""), (now, "status")], Some((false, true))),
        (vec![(later, "status")], None),
    ] {
        assert_eq!(of(&pieces), counts, "{pieces:?}");
    }
}

#[test]
fn what_is_not_listed_or_lies_in_the_future_is_counted_and_left_out() {
    let directory = small();
    let none = |handle: &str, seen| format!("handle = \"{handle}\"; {}", badge("none", seen));
    let accounts = [
        none("MinWind", "2026-11-22"),
        none("GemZandmeer", "2026-11-23"),
        none("nooit_gehoord", "2026-11-22"),
        none("te_lang_voor_dit_platform", "2026-11-22"),
    ];
    let overlay = text(&accounts.each_ref().map(String::as_str))
        + "[[organisation.account]]\nplatform = \"hyves\"\nhandle = \"a\"\nevidence = ["
        + &evidence("2010-01-01", "")
        + "]\n[[organisation.account]]\nplatform = \"x\"\nhandle = \"POL_Oostmeer\"\n"
        + &badge("x-groen", "2026-11-24").replace("; ", "\n");
    let overlay = Overlay::parse(&overlay, &directory).unwrap();
    let expected =
        |observed, later| Tally { observed, unlisted: vec!["X @nooit_gehoord".to_owned()], later };
    assert_eq!(overlay.tally(&directory, day("2026-11-22")), expected(1, 2));
    assert_eq!(overlay.tally(&directory, day("2026-11-23")), expected(2, 1));
    assert_eq!(overlay.tally(&directory, day("2026-11-21")), expected(0, 3));
    let [name, platform, kind] = overlay.foreign() else { panic!("{:?}", overlay.foreign()) };
    assert!(english(&name.message).contains("at most 15 characters"), "{name:?}");
    assert_eq!(english(&platform.message), "the directory has no platform `hyves`");
    assert_eq!(english(&kind.message), "the directory has no badge `x-groen` there");

    let under = directory.with_overlay(&overlay, day("2026-11-22"));
    assert_eq!(under.account_count(), directory.account_count());
    assert_eq!(under.organisation_count(), directory.organisation_count());
    let observed = |under: &Directory| {
        under.account_indexes().filter(|it| under.own_observation(*it).is_some()).count()
    };
    assert_eq!(observed(&under), 1);
    // Another overlay takes its place, and an empty one leaves nothing.
    let empty = Overlay::parse(HEAD, &directory).unwrap();
    assert_eq!(observed(&under.with_overlay(&empty, day("2026-11-22"))), 0);
    assert_eq!(under.to_toml(), directory.to_toml(), "what is observed is not listed");
}

#[test]
fn own_observations_count_for_no_trust() {
    let directory = small();
    let today = day("2026-11-22");
    let reported = "Others alone do not make an account official";
    let (account, _) = laid_over("kleinmeer", &status("active", "2026-11-22"), "2026-11-22");
    assert_eq!(account.trust(today), Trust::Reported, "{reported}");
    assert_eq!(account.last_seen(), Some(day("2016-04")));
    let own: Vec<_> =
        account.evidence.iter().filter(|it| !it.method.names_owner()).cloned().collect();
    assert_eq!((own.len(), Trust::of(&own, today)), (1, Trust::Reported));
    assert_eq!(
        account.claims().count(),
        directory.listed_account(index(&directory, "kleinmeer")).evidence.len()
    );
}

fn problems(text: &str) -> Vec<String> {
    let problems: Vec<LoadError> = Overlay::parse(text, &small()).unwrap_err();
    problems.into_iter().map(|problem| english(&problem.message)).collect()
}

#[test]
fn an_overlay_that_says_more_than_was_seen_is_refused() {
    let own = evidence("2026-11-22", "");
    let of = |lines: &str| text(&[&format!("handle = \"MinWind\"; {lines}")]);
    let platforms = SMALL.split("[[badge]]").next().unwrap();
    for (given, expected) in [
        (
            of(
                r#"evidence = [{ method = "register", url = "https://a.example", seen = "2026-01-01" }]"#,
            ),
            "an overlay holds own observations only",
        ),
        (
            of(&format!(
                r#"evidence = [{own}, {{ method = "wikidata", url = "https://a.example", seen = "2026-01-01" }}]"#
            )),
            "`wikidata` belongs in a directory",
        ),
        (
            of(r#"badge = { kind = "none", seen = "2026-01-01", url = "https://x.com/a" }"#),
            "`evidence` is needed",
        ),
        (
            of(&format!("status = \"left\"; evidence = [{}]", evidence("2026-11-22", "badge"))),
            "nothing says when",
        ),
        (of(&format!("status = \"moved\"; evidence = [{own}]")), "needs a `successor`"),
        (of(&badge("x-legacy", "2026-11-22")), "existed from"),
        (of(&format!("evidence = [{own}, {own}]")), "stands twice"),
        (of(&format!("evidence = [{own}]; note = \"\u{202e}\"")), "invisible character"),
        (of(&format!("evidence = [{own}]; followers = 3")), "unknown key `followers`"),
        (platforms.to_owned(), "an overlay uses the platforms of the directory"),
        ("schema = ".to_owned(), "this is no TOML"),
    ] {
        let problems = problems(&given);
        assert!(problems.iter().any(|it| it.contains(expected)), "{given}\n{problems:?}");
    }
}

#[test]
fn a_directory_needs_more_than_an_own_observation() {
    let own = evidence("2026-11-22", "");
    let list = r#"[{ method = "third-party", source = "list", seen = "2016-04" }]"#;
    let load = |evidence: String| {
        let text = SMALL.replacen(list, &evidence, 1);
        crate::directory::load::load(&text, day("2026-11-30"), &PublicSuffixes::default(), &|| None)
            .map(|_| ())
    };
    assert_eq!(load(list.replace('[', &format!("[{own}, "))), Ok(()));
    let problems = load(format!("[{own}]")).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(english(&problems[0].message).contains("not whose account it is"), "{problems:?}");
}

#[test]
fn other_sources_and_other_names_are_the_same_account() {
    let directory = small();
    let overlay = HEAD.to_owned()
        + "[[source]]\nid = \"s\"\ntitle = \"t\"\nurl = \"https://s.example/\"\nretrieved = \"2026-01-01\"\n\n"
        + &OWNER.replace("\"other\"", "\"other\"\n")
        + "[[organisation.account]]\nplatform = \"facebook\"\nhandle = \"Gemeente.Zandmeer\"\nstatus = \"left\"\n"
        + "evidence = [{ method = \"own-observation\", source = \"s\", seen = \"2026-11-01\" }]\n";
    let overlay = Overlay::parse(&overlay, &directory).unwrap();
    let under = directory.with_overlay(&overlay, day("2026-11-22"));
    let is_left = |it: &&Account| it.status == Status::Left;
    let account = under.accounts().find(is_left).unwrap();
    assert_eq!(account.name(), "gemeentezandmeer");
    // Its source is one of another file.
    let own = account.evidence.last().unwrap();
    assert_eq!((own.source, own.url.as_str()), (None, "https://s.example/"));
}

mod edit;
