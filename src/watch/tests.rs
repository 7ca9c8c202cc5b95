mod looks;
mod properties;

use std::collections::BTreeMap;

use super::baseline::Baseline;
use super::*;
use crate::audit::Severity;
use crate::audit::baseline::Entry;
use crate::changes::Body;
use crate::directory::{Date, Status, Trust};

const CITY: &str = "gemeente-zandmeer";
const PAGE: &str = "https://www.zandmeer.example/contact";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn key(platform: &str, account: &str) -> AccountKey {
    let [organisation, platform, account] = [CITY, platform, account].map(str::to_owned);
    AccountKey { organisation, platform, account }
}

fn account() -> Account {
    Account {
        name: "GemZandmeer".to_owned(),
        url: "https://x.com/GemZandmeer".to_owned(),
        trust: Trust::Confirmed,
        status: Status::Active,
        shown: Shown::Unknown,
        is_unseen: false,
        verified: Verified::NotAsked,
        id: None,
        absence: None,
        alarms: Vec::new(),
    }
}

/// A city with one account.
fn look(today: &str, account: Account) -> Look {
    let name = "Gemeente Zandmeer".to_owned();
    let website = Some("https://www.zandmeer.example/".to_owned());
    let city = Organisation { name, website, ended: None };
    Look {
        today: day(today),
        scope: vec![CITY.to_owned()],
        organisations: BTreeMap::from([(CITY.to_owned(), city)]),
        accounts: BTreeMap::from([(key("x", "gemzandmeer"), account)]),
        elsewhere: BTreeMap::new(),
        unwatched: Vec::new(),
        platforms: BTreeMap::from([("x".to_owned(), "X".to_owned())]),
        unlisted: BTreeMap::new(),
        pages: BTreeMap::new(),
        lost: BTreeMap::new(),
        looks: true,
        findings: Vec::new(),
    }
}

/// What several looks tell, each held against the one before.
fn told(looks: &[Look]) -> Vec<Vec<&'static str>> {
    let mut known: Option<Baseline> = None;
    let mut all = Vec::new();
    for look in looks {
        let (comparison, next) = compare(known.as_ref(), look);
        let open = comparison.open.iter().map(|it| it.kind.id());
        all.push(comparison.changes.iter().map(|it| it.kind.id()).chain(open).collect());
        // What a file loses would be lost from run to run.
        known = Some(Baseline::read(next.to_json().as_bytes()).unwrap());
        assert_eq!(known.as_ref(), Some(&next), "what is written is what is read");
    }
    all
}

fn why() -> Reason {
    Reason { id: "timed-out".to_owned(), text: "it took too long".to_owned() }
}

/// What the site shows at looks on several days, each with whether it shows the account; nothing for one that isn't
/// known.
fn shown(looks: &[(&str, Option<bool>)]) -> Vec<&'static str> {
    let looks = looks.iter().map(|(seen, is_shown)| {
        let shown = match is_shown {
            None => Shown::Unknown,
            Some(true) => Shown::On(PAGE.to_owned(), day(seen)),
            Some(false) => Shown::NotOn(PAGE.to_owned(), day(seen)),
        };
        look("2027-06-01", Account { shown, ..account() })
    });
    told(&looks.collect::<Vec<_>>()).pop().unwrap()
}

#[test]
fn what_is_no_longer_shown_counts_at_a_second_look_a_week_later() {
    let (on, off, no) = (Some(true), Some(false), None);
    for (name, looks, expected) in [
        ("once", vec![("2026-11-01", on), ("2026-12-01", off)], vec!["not-shown-once"]),
        ("too soon", vec![("2026-11-24", off), ("2026-11-30", off)], vec![]),
        ("a week", vec![("2026-11-24", off), ("2026-12-01", off)], vec!["no-longer-shown"]),
        ("a year's end", vec![("2026-12-28", off), ("2027-01-04", off)], vec!["no-longer-shown"]),
        ("the same archive twice", vec![("2026-11-24", off), ("2026-11-24", off)], vec![]),
        ("told once", vec![("2026-11-01", off), ("2026-12-01", off), ("2027-01-01", off)], vec![]),
        (
            "shown between",
            vec![("2026-11-01", off), ("2026-11-10", on), ("2026-12-01", off)],
            vec!["not-shown-once"],
        ),
        (
            "not looked between",
            vec![("2026-11-01", off), ("2026-11-10", no), ("2026-12-01", off)],
            vec!["no-longer-shown"],
        ),
        (
            "again",
            vec![("2026-11-01", off), ("2026-12-01", off), ("2027-01-01", on)],
            vec!["shown-again"],
        ),
        ("an older archive that shows it", vec![("2026-12-01", off), ("2026-11-01", on)], vec![]),
        ("an older archive without it", vec![("2026-12-01", on), ("2026-11-01", off)], vec![]),
        ("nothing known", vec![("2026-11-01", on), ("2026-12-01", no)], vec![]),
    ] {
        assert_eq!(shown(&looks), expected, "{name}");
    }
}

#[test]
fn what_a_platform_answers_is_told_when_it_differs() {
    use Answer::{Absent, Exists, Moved, Proved, Suspended};
    use Verified::{Answered, AtLeastExists, CouldNotLook, NotAsked, NotThereOnce};
    for (name, was, is, expected) in [
        ("the same", Answered(Proved), Answered(Proved), vec![]),
        ("no longer proved", Answered(Proved), Answered(Exists), vec!["no-longer-proved"]),
        ("proved", Answered(Exists), Answered(Proved), vec!["proved"]),
        ("gone", Answered(Exists), Answered(Absent), vec!["absent"]),
        ("suspended", Answered(Proved), Answered(Suspended), vec!["suspended"]),
        ("moved", Answered(Proved), Answered(Moved), vec!["moved"]),
        ("there again", Answered(Suspended), Answered(Exists), vec!["there-again"]),
        ("first answer", NotAsked, Answered(Exists), vec![]),
        ("first answer is bad", NotAsked, Answered(Suspended), vec!["suspended"]),
        ("an outage", Answered(Proved), CouldNotLook(why()), vec!["could-not-look"]),
        ("its site was out", Answered(Proved), AtLeastExists(why()), vec!["could-not-look"]),
        (
            "its site was out, and it never was proved",
            Answered(Exists),
            AtLeastExists(why()),
            vec![],
        ),
        ("not there, once", Answered(Proved), NotThereOnce, vec!["not-there-once"]),
        ("not asked", Answered(Proved), NotAsked, vec![]),
        ("out for two runs", CouldNotLook(why()), CouldNotLook(why()), vec!["could-not-look"]),
    ] {
        let looks = [("2026-11-01", was), ("2026-12-01", is)]
            .map(|(day, verified)| look(day, Account { verified, ..account() }));
        assert_eq!(told(&looks)[1], expected, "{name}");
    }
}

#[test]
fn what_could_not_be_looked_at_changes_nothing_and_is_told_again_on_another_day() {
    let verified = |it: Verified| Account { verified: it, ..account() };
    let proved = || verified(Verified::Answered(Answer::Proved));
    let out = || verified(Verified::CouldNotLook(why()));
    let looks = [
        look("2026-10-01", proved()),
        look("2026-11-01", out()),
        look("2026-11-01", out()),
        look("2026-12-01", out()),
        look("2027-01-01", proved()),
    ];
    let expected = [vec![], vec!["could-not-look"], vec![], vec!["could-not-look"], vec![]];
    assert_eq!(told(&looks), expected);
    let [_, first, _, second, _] = looks;
    let (_, known) = compare(None, &first);
    let (comparison, _) = compare(Some(&known), &second);
    assert!(comparison.open[0].is_again, "two runs in a row");
    assert_eq!(comparison.open[0].since, day("2026-11-01"), "since the first of them");
    assert_eq!(comparison.not_looked, 1);
}

#[test]
fn a_page_that_could_not_be_looked_at_is_told_of_alike() {
    let with = |today: &str, why: Option<Reason>| {
        let mut look = look(today, account());
        look.pages.insert((CITY.to_owned(), PAGE.to_owned()), why);
        look
    };
    let looks = [
        with("2026-10-01", None),
        with("2026-11-01", Some(why())),
        with("2026-12-01", Some(why())),
        look("2026-12-02", account()),
        with("2027-01-01", None),
        with("2027-02-01", Some(why())),
    ];
    let once = || vec!["could-not-look"];
    assert_eq!(told(&looks), [vec![], once(), once(), vec![], vec![], once()]);
}

#[test]
fn what_the_directory_says_is_told_when_it_differs() {
    let calm = || look("2026-12-01", account());
    let change = |change: fn(&mut Look)| {
        let mut look = calm();
        change(&mut look);
        look
    };
    for (name, next, expected) in [
        ("nothing", calm(), vec![]),
        (
            "less sure",
            look("2026-12-01", Account { trust: Trust::Aged, ..account() }),
            vec!["trust-down"],
        ),
        (
            "no longer used",
            look("2026-12-01", Account { status: Status::Closed, ..account() }),
            vec!["account-retired"],
        ),
        ("gone", change(|it| it.accounts.clear()), vec!["account-gone"]),
        (
            "of another",
            change(|it| {
                it.accounts.clear();
                let other = Body { id: "other".to_owned(), name: "Other".to_owned() };
                it.elsewhere.insert(key("x", "gemzandmeer"), other);
            }),
            vec!["account-moved"],
        ),
        (
            "a new one",
            change(|it| {
                it.accounts.insert(key("mastodon", "zandmeer@social.example"), account());
            }),
            vec!["account-new"],
        ),
        ("no longer listed", change(|it| it.organisations.clear()), vec!["organisation-gone"]),
        (
            "no longer asked for",
            change(|it| {
                it.organisations.clear();
                it.accounts.clear();
                it.unwatched.push(CITY.to_owned());
            }),
            vec![],
        ),
        (
            "another name and website",
            change(|it| {
                for it in it.organisations.values_mut() {
                    it.name = "Gemeente Zandmeer-Oost".to_owned();
                    it.website = None;
                }
            }),
            vec!["website-changed", "organisation-renamed"],
        ),
        (
            "a body more",
            change(|it| {
                let city = it.organisations[CITY].clone();
                it.organisations.insert("gemeente-kleidorp".to_owned(), city);
            }),
            vec!["organisation-new"],
        ),
    ] {
        assert_eq!(told(&[look("2026-11-01", account()), next])[1], expected, "{name}");
    }
}

fn unlisted(looks_like: Option<&str>) -> Look {
    let mut look = look("2026-12-01", account());
    let it = Unlisted {
        name: "gem_zandmeer".to_owned(),
        url: "https://x.com/gem_zandmeer".to_owned(),
        page: PAGE.to_owned(),
        seen: day("2026-11-30"),
        standing: looks_like.map_or(Standing::Another, |it| Standing::LooksLike(it.to_owned())),
    };
    look.unlisted.insert(key("x", "gem_zandmeer"), it);
    look
}

#[test]
fn nothing_that_steers_a_terminal_stands_in_the_file() {
    let mut look = unlisted(None);
    let mut it = look.unlisted.pop_first().unwrap().1;
    it.page = "https://www.zandmeer.example/\u{202e}\u{1b}[2J".to_owned();
    look.unlisted.insert(key("x", "a\u{2066}b"), it);
    let (_, known) = compare(None, &look);
    let json = known.to_json();
    assert!(!json.chars().any(|c| crate::text::sanitise::is_hostile(c) && c != '\n'), "{json}");
    assert_eq!(Baseline::read(json.as_bytes()), Ok(known));
}

fn finding(rule: &str, is_imitation: bool) -> Look {
    let mut look = look("2026-12-01", account());
    let entry = Entry {
        rule: rule.to_owned(),
        hint: CITY.to_owned(),
        fingerprint: "00112233445566aa".to_owned(),
    };
    look.findings.push(Finding {
        entry,
        organisation: None,
        severity: Severity::Note,
        is_imitation,
        text: "something".to_owned(),
        page: None,
    });
    look
}

#[test]
fn an_alarm_stands_until_it_is_dealt_with() {
    let alarmed = |alarm: Alarm| look("2026-12-01", Account { alarms: vec![alarm], ..account() });
    let other = || Alarm::OtherId { listed: "1".to_owned(), found: "2".to_owned() };
    let stranger = || Alarm::MovedToStranger("https://x.com/other".to_owned());
    for (name, look, kind) in [
        ("another id", alarmed(other()), "other-id"),
        ("back", alarmed(Alarm::BackAfterAbsence(day("2026-10-01"))), "back-after-absence"),
        ("moved", alarmed(stranger()), "moved-to-stranger"),
        ("a look-alike", unlisted(Some("GemZandmeer")), "look-alike-on-site"),
    ] {
        let looks = [look.clone(), look.clone(), look.clone()];
        assert_eq!(told(&looks), [vec![kind], vec![kind], vec![kind]], "{name}");
        let (first, mut known) = compare(None, &look);
        assert!(first.changes.iter().all(|it| it.kind.is_alarm()), "{name}");
        let fingerprint = &first.changes[0].fingerprint;
        let ignored = format!("\"ignored\": [{{\"fingerprint\": \"{fingerprint}\"}}]");
        let json = known.to_json().replace("\"ignored\": []", &ignored);
        known = Baseline::read(json.as_bytes()).unwrap();
        let (second, known) = compare(Some(&known), &look);
        assert_eq!((second.changes.len(), second.ignored), (0, 1), "{name}");
        let (third, _) = compare(Some(&known), &look);
        assert_eq!((third.changes.len(), third.ignored), (0, 1), "{name} stays ignored");
    }
}

#[test]
fn the_id_that_was_known_stays_while_another_is_there() {
    let with = |id: &str, alarms: Vec<Alarm>| {
        let verified = Verified::Answered(Answer::Proved);
        look("2026-12-01", Account { id: Some(id.to_owned()), verified, alarms, ..account() })
    };
    let (_, known) = compare(None, &with("1", Vec::new()));
    let other = Alarm::OtherId { listed: "1".to_owned(), found: "2".to_owned() };
    let (_, known) = compare(Some(&known), &with("2", vec![other]));
    let row = known.accounts.values().next().unwrap();
    assert_eq!((row.id.as_deref(), row.answer), (Some("1"), Some(Answer::Proved)));
}

#[test]
fn what_an_audit_finds_is_told_when_it_is_new_and_when_it_is_gone() {
    let calm = || look("2026-11-01", account());
    for (name, looks, expected) in [
        ("new", [calm(), finding("name.case", false)], vec!["finding"]),
        ("gone", [finding("name.case", false), calm()], vec!["solved"]),
        ("known", [finding("name.case", false), finding("name.case", false)], vec![]),
        ("an imitation", [calm(), finding("reported-imitation", true)], vec!["imitation"]),
        ("an account", [calm(), unlisted(None)], vec!["new-on-site"]),
        ("a known account", [unlisted(None), unlisted(None)], vec![]),
    ] {
        assert_eq!(told(&looks)[1], expected, "{name}");
    }
    // What another selection found is not missed in this one.
    let narrow = Look { scope: vec!["on:x".to_owned()], ..calm() };
    assert!(told(&[finding("name.case", false), narrow])[1].is_empty());
}

#[test]
fn what_is_ignored_is_so_by_what_it_is_and_not_by_its_day() {
    let aged = |day: &str| look(day, Account { trust: Trust::Aged, ..account() });
    let (_, known) = compare(None, &look("2026-11-01", account()));
    let fingerprint = |it: &str| compare(Some(&known), &aged(it)).0.changes[0].fingerprint.clone();
    assert_eq!(fingerprint("2026-12-01"), fingerprint("2027-12-01"));
}
