//! Tests of [`super`].

use super::super::sample::{
    account, badge, directory, findings, found, organisation, today, value,
};
use super::*;

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
    assert_eq!((value(&found[0], "count"), value(&found[0], "all")), ("1", "2"));
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
    let text = organisation("ede", "municipality", "")
        + &account("youtube", "ede", &badge("check", "2026-01-01"))
        + &account("x", "gem_ede", &badge("grey", "2026-01-01"))
        + &organisation("epe", "municipality", "")
        + &account("youtube", "epe", "");
    let directory = directory(&text);
    let likeness = crate::check::likeness::Likeness::new(&directory);
    let ground = Ground::new(&directory, &likeness, today(), &crate::audit::Scope::default());
    let [ede, gem_ede, epe] = [0, 1, 2].map(|at| ground.accounts[at]);
    let proposing = |subject, proposal: &str| {
        let mut finding = Finding::new(Rule::NamingConvention, Certainty::Likely, subject);
        finding.proposal = Some(proposal.to_owned());
        finding
    };
    let organisation = directory.account(ede).organisation;
    for (finding, expected) in [
        (proposing(Subject::Account(ede), "gemeenteede"), 1),
        (proposing(Subject::Account(ede), "@EDE"), 0),
        (proposing(Subject::Account(gem_ede), "gemeenteede"), 0),
        (proposing(Subject::Account(epe), "gemeenteepe"), 0),
        (proposing(Subject::Organisation(organisation, None), "gem_ede"), 1),
        (
            proposing(
                Subject::Organisation(organisation, Some(directory.account(gem_ede).platform)),
                "ede_nl",
            ),
            0,
        ),
        (Finding::new(Rule::NamingConvention, Certainty::Likely, Subject::Account(ede)), 0),
    ] {
        let found = renamings(&ground, &[finding.clone(), finding.clone()]);
        assert_eq!(found.len(), expected, "{finding:?}");
        assert!(found.iter().all(|it| it.proposal == finding.proposal));
    }
}
