//! Tests of [`super`].

use super::*;
use crate::audit::testing::{
    account, badge, directory, findings, found, organisation, today, value,
};
use crate::audit::{Rule, Scope, audit};
use crate::check::similarity::Similarity;

/// Two municipalities, each with an account on X.
fn two(first: &str, second: &str) -> String {
    organisation("ede", "municipality", "")
        + &account("x", "gem_ede", first)
        + &organisation("epe", "municipality", "")
        + &account("x", "gem_epe", second)
}

#[test]
fn badges_that_nobody_looked_for_are_counted_per_family_and_platform() {
    let seen = badge("grey", "2026-01-01");
    for (first, second, expected) in [
        ("", "", &["certain note: municipality on x"][..]),
        (&*seen, "", &["certain note: municipality on x"]),
        (&*seen, &*badge("none", "2026-01-01"), &[]),
        (&*seen, "status = \"closed\"", &[]),
    ] {
        assert_eq!(found(&two(first, second), Rule::BadgeUnknown), expected, "{first} {second}");
    }
    let directory = directory(&two(&seen, ""));
    let found = findings(&directory, Rule::BadgeUnknown);
    assert_eq!([value(&found[0], "count"), value(&found[0], "all")], ["1", "2"]);
}

#[test]
fn a_platform_without_badges_is_not_asked_for_them() {
    let text = organisation("ede", "municipality", "") + &account("facebook", "ede", "");
    assert_eq!(found(&text, Rule::BadgeUnknown), [""; 0]);
}

#[test]
fn a_badge_is_absent_only_where_it_was_looked_for_and_kin_has_one() {
    let none = badge("none", "2026-01-01");
    for (first, second, expected) in [
        (badge("grey", "2026-02-01"), &*none, &["certain warning: gem_epe"][..]),
        (badge("grey", "2023-02-01"), &none, &["possible warning: gem_epe"]),
        // What ended before anyone looked can't be missed.
        (badge("old", "2022-08-02"), &none, &[]),
        (badge("old", "2022-08-02"), &badge("none", "2022-08-02"), &["possible warning: gem_epe"]),
        (badge("grey", "2026-02-01"), "", &[]),
        (none.clone(), &none, &[]),
    ] {
        assert_eq!(found(&two(&first, second), Rule::BadgeAbsent), expected, "{first} {second}");
    }
}

#[test]
fn kinds_are_mixed_where_both_are_still_given() {
    for (first, second, expected) in [
        (
            badge("grey", "2026-02-01"),
            badge("blue", "2026-02-01"),
            &["certain warning: municipality on x"][..],
        ),
        (
            badge("grey", "2023-02-01"),
            badge("blue", "2026-02-01"),
            &["possible warning: municipality on x"],
        ),
        (badge("grey", "2026-02-01"), badge("old", "2022-02-01"), &[]),
        (badge("grey", "2026-02-01"), badge("none", "2026-02-01"), &[]),
        (badge("grey", "2026-02-01"), badge("grey", "2026-02-01"), &[]),
    ] {
        assert_eq!(found(&two(&first, &second), Rule::BadgeMixed), expected, "{first} {second}");
    }
}

#[test]
fn an_observation_is_judged_by_its_day_and_by_the_calendar() {
    use Rule::{BadgeBought, BadgeEnded, BadgeOld};
    for (seen, old, ended, bought) in [
        (badge("grey", "2026-02-01"), false, false, false),
        (badge("grey", "2024-11-21"), false, false, false),
        (badge("grey", "2024-11-20"), true, false, false),
        (badge("none", "2020-01-01"), true, false, false),
        (badge("old", "2022-02-01"), true, true, false),
        (badge("blue", "2026-02-01"), false, false, true),
    ] {
        for (rule, is_found) in [(BadgeOld, old), (BadgeEnded, ended), (BadgeBought, bought)] {
            let text = two(&seen, "");
            assert_eq!(!found(&text, rule).is_empty(), is_found, "{seen} {rule:?}");
        }
    }
}

#[test]
fn a_proposed_name_costs_a_badge_that_does_not_survive_it() {
    // Ten of eleven follow one template, so that the last is told to follow it too.
    let family = |handle: &str, keys: &str| -> String {
        let places = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj"];
        let town = |id: &str, platform: &str, handle: &str, keys: &str| {
            organisation(id, "municipality", &format!("aliases = [\"Gemeente {id}stad\"]"))
                + &account(platform, handle, keys)
        };
        let others = places.iter().flat_map(|id| {
            [
                town(id, "youtube", &format!("gem_{id}stad"), ""),
                account("x", &format!("gem_{id}stad"), ""),
            ]
        });
        others.collect::<String>()
            + &town("zz", "youtube", handle, keys)
            + &account("x", handle, &badge("grey", "2026-01-01"))
    };
    let check = badge("check", "2026-01-01");
    let retired = format!("{check}\nstatus = \"parked\"");
    let none = badge("none", "2026-01-01");
    for (handle, keys, expected) in [
        ("gemeentezzstad", &*check, &["likely note: gemeentezzstad"][..]),
        ("gem_zzstad", &check, &[]),
        ("gemeentezzstad", &retired, &[]),
        ("gemeentezzstad", &none, &[]),
        ("gemeentezzstad", "", &[]),
    ] {
        let text = family(handle, keys);
        assert_eq!(found(&text, Rule::BadgeRename), expected, "{handle} {keys}");
    }
    let directory = directory(&family("gemeentezzstad", &check));
    let [found] = &findings(&directory, Rule::BadgeRename)[..] else { panic!("one is found") };
    assert_eq!(found.proposal.as_deref(), Some("gem_zzstad"));
    assert_eq!(value(found, "badge"), "Check");
    // Whoever asks about another platform is told nothing of this one.
    let x = directory.platforms.by_id("x");
    let scope = Scope { platform: x, rules: vec![Rule::BadgeRename], ..Scope::default() };
    assert_eq!(audit(&directory, &Similarity::new(&directory), today(), &scope), []);
}

#[test]
fn who_would_be_renamed_depends_on_whom_a_proposal_is_made_to() {
    let text = organisation("ede", "municipality", "")
        + &account("youtube", "ede", &badge("check", "2026-01-01"))
        + &account("x", "gem_ede", &badge("grey", "2026-01-01"))
        + &account("youtube", "jongede", &badge("check", "2026-01-01"))
        + &organisation("epe", "municipality", "")
        + &account("youtube", "epe", "");
    let directory = directory(&text);
    let similarity = Similarity::new(&directory);
    let cx = Context::new(&directory, &similarity, today(), &Scope::default());
    let [ede, gem_ede, young, epe] = [0, 1, 2, 3].map(|at| cx.accounts[at]);
    let proposing = |rule, subject, proposal: &str| {
        let details = Details::made_of(rule, &mut || "ede".to_owned());
        let finding = Finding::new(details, Certainty::Likely, subject);
        finding.proposing(Some(proposal.to_owned()))
    };
    let named = |subject, proposal| proposing(Rule::NamingConvention, subject, proposal);
    let without = Finding { proposal: None, ..named(Subject::Account(ede), "") };
    let organisation = directory.account(ede).organisation;
    let [youtube, x] = [ede, gem_ede].map(|it| directory.account(it).platform);
    for (finding, expected) in [
        (named(Subject::Account(ede), "gemeenteede"), &[ede][..]),
        (named(Subject::Account(young), "gemeenteede"), &[young]),
        (named(Subject::Account(ede), "@EDE"), &[]),
        (named(Subject::Account(gem_ede), "gemeenteede"), &[]),
        (named(Subject::Account(epe), "gemeenteepe"), &[]),
        (named(Subject::Organisation(organisation, None), "gem_ede"), &[ede]),
        (named(Subject::Organisation(organisation, Some(youtube)), "gem_ede"), &[ede]),
        (named(Subject::Organisation(organisation, Some(x)), "ede_nl"), &[]),
        (named(Subject::Organisation(organisation, None), "e_d_e"), &[]),
        (proposing(Rule::StatusEnded, Subject::Account(ede), "Gemeente Epe"), &[]),
        (without, &[]),
    ] {
        let found = renamings(&cx, &[finding.clone(), finding.clone()]);
        let about: Vec<AccountIndex> =
            found.iter().flat_map(|it| it.subject.accounts().to_vec()).collect();
        assert_eq!(about, expected, "{finding:?}");
        assert!(found.iter().all(|it| it.proposal == finding.proposal));
    }
}
