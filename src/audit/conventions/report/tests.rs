//! Every account stands where it belongs, and once.

use std::collections::BTreeSet;

use super::*;
use crate::audit::conventions::deviation::Excuse;
use crate::audit::conventions::expected::Fit;
use crate::audit::score;

fn reports(family: &str) -> (Directory, Vec<ConventionReport>) {
    let directory = crate::embedded::directory().unwrap();
    let family = Family::from_id(&directory, family).unwrap();
    let reports = ConventionReport::of(&directory, family);
    (directory, reports)
}

fn on<'a>(
    directory: &Directory,
    reports: &'a [ConventionReport],
    platform: &str,
) -> &'a ConventionReport {
    let is_it = |it: &&ConventionReport| directory.platform(it.platform).id() == platform;
    reports.iter().find(is_it).unwrap()
}

fn entry<'a>(directory: &Directory, report: &'a ConventionReport, name: &str) -> Vec<&'a Entry> {
    let entries = report.patterns.iter().flat_map(Pattern::entries);
    entries.filter(|it| directory.account(it.account).name() == name).collect()
}

#[test]
fn every_account_follows_one_pattern_or_none() {
    for family in ["municipality", "police-team", "province", "ministry", "politie"] {
        let (directory, reports) = reports(family);
        for report in &reports {
            let following = report.patterns.iter().flat_map(|it| &it.following);
            let accounts: Vec<AccountIndex> = following.map(|it| it.account).collect();
            let once: BTreeSet<AccountIndex> = accounts.iter().copied().collect();
            assert_eq!((accounts.len(), once.len()), (report.total, report.total), "{family}");
            let some: usize = report.patterns.iter().map(|it| it.share.some).sum();
            assert_eq!(some, report.total, "{family}");
            for pattern in &report.patterns {
                assert_eq!(pattern.share.some, pattern.following.len());
                assert_eq!(pattern.entries().count(), pattern.len());
                let last = pattern.len().checked_sub(1).and_then(|at| pattern.entry(at));
                assert_eq!(last, pattern.entries().last());
                assert_eq!(pattern.entry(pattern.len()), None);
                assert!(pattern.basis.is_some() || pattern.deviating.is_empty());
            }
        }
        let tables = ConventionTable::of(
            &directory,
            reports[0].family,
            &reports[0].family.accounts(&directory),
        );
        for (report, table) in reports.iter().zip(&tables) {
            let fits = table.fits(&directory).into_iter();
            let breaks = fits.filter(|(_, fit)| *fit != Fit::Follows);
            let breaks: Vec<AccountIndex> = breaks.map(|(account, _)| account).collect();
            assert_eq!(report.deviating(), breaks, "{family}");
        }
    }
}

#[test]
fn who_deviates_from_the_declared_template_is_told_with_a_proposal_or_a_reason() {
    let (directory, reports) = reports("police-team");
    let report = on(&directory, &reports, "x");
    let declared: Vec<_> =
        report.patterns.iter().filter(|it| it.basis == Some(Basis::Declared)).collect();
    assert_eq!(declared.len(), 1);
    assert_eq!(declared[0].template.as_ref().unwrap().to_string(), "POL_{place}");
    for (name, proposal, excuse) in [
        ("PolitieUtrecht", Some("POL_Utrecht"), None),
        ("PolitieHelmond", Some("POL_Helmond"), Some("unit")),
        ("gaasperdam", Some("POL_Gaasperdam"), Some("note")),
        ("OvertoomseSluis", None, Some("unfit")),
    ] {
        let found = entry(&directory, report, name);
        assert!(
            declared[0].deviating.contains(found[0]) || declared[0].deviating.contains(found[1])
        );
        for entry in found {
            let deviation = entry.deviation.as_ref().unwrap();
            assert_eq!(deviation.proposal.as_deref(), proposal, "{name}");
            assert_eq!(deviation.excuse.as_ref().map(Excuse::id), excuse, "{name}");
        }
    }
    let overtoomse = entry(&directory, report, "OvertoomseSluis");
    assert_eq!(overtoomse[0].deviation.as_ref().unwrap().excuse, Some(Excuse::Long));
    // First who could, then who has a reason, last who can't.
    let ranks: Vec<usize> = declared[0]
        .deviating
        .iter()
        .map(|it| match &it.deviation.as_ref().unwrap().excuse {
            None => 0,
            Some(excuse) if excuse.is_hindrance() => 2,
            Some(_) => 1,
        })
        .collect();
    assert!(ranks.is_sorted() && ranks.first() == Some(&0) && ranks.last() == Some(&2));
}

#[test]
fn second_accounts_have_a_reason_and_those_for_a_purpose_are_left_out() {
    let (directory, reports) = reports("municipality");
    let report = on(&directory, &reports, "instagram");
    let excuse = |name| {
        let found = entry(&directory, report, name);
        found[0].deviation.as_ref().unwrap().excuse.as_ref().map(Excuse::id)
    };
    assert!(entry(&directory, report, "handhaving_oosterhout").is_empty());
    assert_eq!(excuse("gemzaanstad"), None);
}

/// How often a family's patterns count an account as following what is expected of it.
fn followed(report: &ConventionReport) -> Vec<(AccountIndex, Template)> {
    let expected = report.patterns.iter().filter(|pattern| pattern.basis.is_some());
    let mut followed: Vec<(AccountIndex, Template)> = expected
        .flat_map(|pattern| {
            let template = pattern.template.clone().unwrap();
            pattern.following.iter().map(move |entry| (entry.account, template.clone()))
        })
        .collect();
    followed.sort();
    followed
}

#[test]
fn who_follows_a_declared_template_is_counted_by_it_in_every_family() {
    let directory = crate::embedded::directory().unwrap();
    let kinds = Kind::ALL.iter().copied().map(Family::Kind);
    let heads = directory.organisation_indexes().map(Family::Under);
    let mut alone = 0;
    for family in kinds.chain(heads) {
        let accounts = family.accounts(&directory);
        for table in ConventionTable::of(&directory, family, &accounts) {
            let fits = table.fits(&directory);
            let report = ConventionReport::of_table(&directory, &table);
            for (account, fit) in fits {
                let expected = table.expected_of(&directory, account).unwrap();
                if !expected.is_declared {
                    continue;
                }
                let is_counted = followed(&report).contains(&(account, expected.template.clone()));
                let name = directory.account(account).name();
                assert_eq!(is_counted, fit == Fit::Follows, "{name} in {}", family.id(&directory));
                alone += usize::from(report.total == 1 && fit == Fit::Follows);
            }
        }
    }
    assert!(alone > 50, "{alone} are declared and alone");
}

#[test]
fn one_organisation_is_held_against_its_kind_as_its_score_is() {
    let directory = crate::embedded::directory().unwrap();
    let today = "2026-11-21".parse().unwrap();
    let mut kinds: BTreeMap<Kind, Vec<ConventionReport>> = BTreeMap::new();
    let mut all = 0;
    // One in some: the templates of the kind are looked for anew for each.
    for organisation in directory.organisation_indexes().step_by(17) {
        let family = Family::Under(organisation);
        let is_one = family.organisations(&directory).len() == 1;
        if !is_one || directory.organisation(organisation).ended.is_some() {
            continue;
        }
        let reports = ConventionReport::of(&directory, family);
        let score = score::of_organisation(&directory, today, organisation).convention;
        // The score counts who follows the declared template of the kind, or else its commonest one.
        let kind = directory.organisation(organisation).kind;
        let of_kind = || ConventionReport::of(&directory, Family::Kind(kind));
        let kinds = kinds.entry(kind).or_insert_with(of_kind);
        let counted: usize = reports
            .iter()
            .map(|report| {
                let peers = kinds.iter().find(|it| it.platform == report.platform).unwrap();
                let declared = peers.expected.iter().find(|it| it.basis == Basis::Declared);
                let commonest = peers.patterns.first().and_then(|it| it.template.as_ref());
                let meant = declared.map(|it| &it.template).or(commonest);
                let own = report.patterns.iter().find(|it| it.template.as_ref() == meant);
                own.filter(|it| it.template.is_some()).map_or(0, |it| it.share.some)
            })
            .sum();
        let id = &directory.organisation(organisation).id;
        assert_eq!(counted, score.some, "{id}");
        all += usize::from(score.some > 0);
    }
    assert!(all > 20, "{all}");
}

#[test]
fn a_police_team_alone_follows_what_the_police_declared() {
    let (directory, reports) = reports("politie-team-zwolle");
    let zwolle = directory.organisation_by_id("politie-team-zwolle").unwrap();
    for (platform, template, basis) in
        [("x", "POL_{place}", Basis::Declared), ("facebook", "politie{place}", Basis::Leading)]
    {
        let report = on(&directory, &reports, platform);
        let [pattern] = &report.patterns[..] else { panic!("{report:#?}") };
        assert_eq!(pattern.template.as_ref().unwrap().to_string(), template);
        assert_eq!((pattern.share, pattern.basis), (Share { some: 1, all: 1 }, Some(basis)));
        assert_eq!(pattern.following[0].filling, Some(Filling::Whole));
        assert_eq!(report.deviating(), []);
    }
    let today = "2026-11-21".parse().unwrap();
    let score = score::of_organisation(&directory, today, zwolle);
    assert_eq!(score.convention, Share { some: 2, all: 2 });
}
