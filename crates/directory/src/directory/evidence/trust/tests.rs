//! Tests of [`super`]: a table for each clause of the rule.

use super::*;
use crate::directory::evidence::Says;
use Method::{AdRegister, OfficialSite, OwnDomain, Press, Register, ThirdParty, TwoWay, Wikidata};

fn evidence(method: Method, url: &str, seen: &str) -> Evidence {
    Evidence {
        method,
        source: None,
        url: url.to_owned(),
        own_url: true,
        seen: seen.parse().unwrap(),
        says: Says::Official,
        note: None,
    }
}

/// On the page of a body of the government.
fn own(method: Method, seen: &str) -> Evidence {
    evidence(method, "https://www.zandmeer.example/contact", seen)
}

fn says(says: Says, method: Method, seen: &str) -> Evidence {
    Evidence { says, ..own(method, seen) }
}

fn gone(seen: &str) -> Evidence {
    says(Says::NoLongerShown, OfficialSite, seen)
}

fn wikidata(seen: &str) -> Evidence {
    evidence(Wikidata, "https://www.wikidata.org/wiki/Q1", seen)
}

fn list(path: &str) -> Evidence {
    evidence(ThirdParty, &format!("https://github.com/{path}/blob/1/a"), "2016-04-22")
}

fn each(table: impl IntoIterator<Item = (Vec<Evidence>, Trust, Basis)>) {
    let today = "2026-11-21".parse().unwrap();
    for (given, trust, basis) in table {
        assert_eq!((Trust::of(&given, today), Basis::of(&given)), (trust, basis), "{given:?}");
    }
}

#[test]
fn trust_is_the_strongest_evidence_aged() {
    let official = |trust| move |given| (given, trust, Basis::Official);
    let (confirmed, aged) = (official(Trust::Confirmed), official(Trust::Aged));
    let register = |seen| evidence(Register, "https://organisaties.overheid.nl/1", seen);
    let extract = evidence(Wikidata, "https://cdn.example/wikidata.json", "2026-09-18");
    let press = evidence(Press, "https://www.krant.example/1", "2026-01-05");
    each([
        confirmed(vec![register("2026-05-16")]),
        confirmed(vec![register("2024-11-21")]),
        aged(vec![register("2024-11-20")]),
        // The month alone may have been its first day.
        aged(vec![register("2024-11")]),
        aged(vec![register("2020-11-26"), wikidata("2026-09-18")]),
        confirmed(vec![own(OwnDomain, "2026-01-01")]),
        aged(vec![own(OfficialSite, "2018-03")]),
        (vec![wikidata("2026-09-18")], Trust::Reported, Basis::Others),
        (vec![wikidata("2026-09-18"), extract], Trust::Reported, Basis::Others),
        (vec![list("a/b"), list("a/b")], Trust::Reported, Basis::Others),
        (vec![list("a/b"), list("a/c")], Trust::Aged, Basis::Agreeing(2)),
        (vec![wikidata("2026-09-18"), press], Trust::Aged, Basis::Agreeing(2)),
        (vec![wikidata("2026-09-18"), list("a/b")], Trust::Aged, Basis::Agreeing(2)),
    ]);
}

#[test]
fn a_register_of_advertisers_is_one_report_of_another() {
    let advert = |path: &str| {
        evidence(AdRegister, &format!("https://github.com/{path}/r.csv"), "2026-10-02")
    };
    each([
        (vec![advert("a/b")], Trust::Reported, Basis::Others),
        (vec![advert("a/b"), advert("c/d")], Trust::Reported, Basis::Others),
        // Of the same report, but without a payer.
        (vec![advert("c/d"), advert("a/b"), list("a/b")], Trust::Reported, Basis::Others),
        (vec![list("a/b"), advert("c/d"), advert("a/b")], Trust::Reported, Basis::Others),
        (vec![advert("a/b"), list("x/y")], Trust::Aged, Basis::Agreeing(2)),
        (vec![wikidata("2026-04-06"), advert("a/b")], Trust::Aged, Basis::Agreeing(2)),
    ]);
}

#[test]
fn what_its_own_site_showed_before_it_no_longer_did_is_void() {
    let withdrawn = |given| (given, Trust::Reported, Basis::Withdrawn);
    let shown = |seen| own(OfficialSite, seen);
    let left = |method| says(Says::Leaves, method, "2025-06-04");
    each([
        withdrawn(vec![shown("2025-04-15"), gone("2025-06-04")]),
        withdrawn(vec![shown("2025-04-15"), shown("2025-06-03"), gone("2025-06-04")]),
        withdrawn(vec![shown("2025-04-15"), left(OfficialSite)]),
        withdrawn(vec![shown("2025-04-15"), left(Press)]),
        // The newest counts, whichever is written first.
        withdrawn(vec![shown("2025-07-01"), gone("2025-08-01"), gone("2025-06-04")]),
        withdrawn(vec![gone("2025-06-04"), shown("2025-07-01"), gone("2025-08-01")]),
        // A month may have been its first day.
        withdrawn(vec![shown("2025-06"), gone("2025-06-04")]),
        (
            vec![shown("2025-04-15"), wikidata("2026-09-18"), gone("2025-06-04")],
            Trust::Reported,
            Basis::Others,
        ),
        (
            vec![shown("2025-04-15"), wikidata("2026-09-18"), list("a/b"), gone("2025-06-04")],
            Trust::Aged,
            Basis::Agreeing(2),
        ),
    ]);
}

#[test]
fn what_others_said_before_still_counts_but_confirms_nothing() {
    let (confirmed, aged) = (Trust::Confirmed, Trust::Aged);
    for (given, trust) in [
        (vec![own(Register, "2025-05-16")], aged),
        (vec![own(Register, "2025-06-04")], aged),
        (vec![own(OwnDomain, "2025-05-16")], aged),
        (vec![own(TwoWay, "2025-05-16")], aged),
        // Its own site, on the same day: it is not said which came first.
        (vec![own(OfficialSite, "2025-06-04")], aged),
        (vec![own(OfficialSite, "2025-04-15"), own(Register, "2025-05-16")], aged),
        // Later, and as ever.
        (vec![own(Register, "2025-06-05")], confirmed),
        (vec![own(OfficialSite, "2025-06-05")], confirmed),
        (vec![own(OfficialSite, "2025-04-15"), own(OfficialSite, "2025-07")], confirmed),
        (vec![own(Register, "2024-01-01"), own(OfficialSite, "2025-06-05")], confirmed),
    ] {
        let given = [given, vec![gone("2025-06-04")]].concat();
        each([(given, trust, Basis::Official)]);
    }
    // What was withdrawn in a month may have been so on its last day.
    for (seen, trust) in [("2025-06-30", aged), ("2025-07-01", confirmed)] {
        each([(vec![own(Register, seen), gone("2025-06")], trust, Basis::Official)]);
        each([(vec![own(OfficialSite, seen), gone("2025-06")], trust, Basis::Official)]);
    }
}

#[test]
fn own_observations_take_nothing_away() {
    let seen = says(Says::NoLongerShown, Method::OwnObservation, "2026-06-04");
    each([(vec![own(Register, "2026-05-16"), seen], Trust::Confirmed, Basis::Official)]);
}
