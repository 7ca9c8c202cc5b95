//! Every account stands where it belongs, and once.

use std::collections::BTreeSet;

use super::*;
use crate::audit::naming::convention::Fit;
use crate::audit::naming::deviation::Excuse;

fn surveys(family: &str) -> (Directory, Vec<Survey>) {
    let directory = Directory::embedded().unwrap();
    let family = Family::from_id(&directory, family).unwrap();
    let surveys = Survey::of(&directory, family);
    (directory, surveys)
}

fn on<'a>(directory: &Directory, surveys: &'a [Survey], platform: &str) -> &'a Survey {
    let is_it = |it: &&Survey| directory.platform(it.platform).id() == platform;
    surveys.iter().find(is_it).unwrap()
}

fn entry<'a>(directory: &Directory, survey: &'a Survey, name: &str) -> Vec<&'a Entry> {
    let entries = survey.patterns.iter().flat_map(Pattern::entries);
    entries.filter(|it| directory.account(it.account).name() == name).collect()
}

#[test]
fn every_account_follows_one_pattern_or_none() {
    for family in ["municipality", "police-team", "province", "ministry", "politie"] {
        let (directory, surveys) = surveys(family);
        for survey in &surveys {
            let following = survey.patterns.iter().flat_map(|it| &it.following);
            let accounts: Vec<AccountIndex> = following.map(|it| it.account).collect();
            let once: BTreeSet<AccountIndex> = accounts.iter().copied().collect();
            assert_eq!((accounts.len(), once.len()), (survey.total, survey.total), "{family}");
            let some: usize = survey.patterns.iter().map(|it| it.share.some).sum();
            assert_eq!(some, survey.total, "{family}");
            for pattern in &survey.patterns {
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
            surveys[0].family,
            &surveys[0].family.accounts(&directory),
        );
        for (survey, table) in surveys.iter().zip(&tables) {
            let fits = table.fits(&directory).into_iter();
            let breaks = fits.filter(|(_, fit)| *fit != Fit::Follows);
            let breaks: Vec<AccountIndex> = breaks.map(|(account, _)| account).collect();
            assert_eq!(survey.deviating(), breaks, "{family}");
        }
    }
}

#[test]
fn who_deviates_from_the_declared_template_is_told_with_a_proposal_or_a_reason() {
    let (directory, surveys) = surveys("police-team");
    let survey = on(&directory, &surveys, "x");
    let declared: Vec<_> =
        survey.patterns.iter().filter(|it| it.basis == Some(Basis::Declared)).collect();
    assert_eq!(declared.len(), 1);
    assert_eq!(declared[0].template.as_ref().unwrap().to_string(), "POL_{place}");
    for (name, proposal, excuse) in [
        ("PolitieUtrecht", Some("POL_Utrecht"), None),
        ("PolitieHelmond", Some("POL_Helmond"), Some("unit")),
        ("gaasperdam", Some("POL_Gaasperdam"), Some("note")),
        ("OvertoomseSluis", None, Some("unfit")),
    ] {
        let found = entry(&directory, survey, name);
        assert!(
            declared[0].deviating.contains(found[0]) || declared[0].deviating.contains(found[1])
        );
        for entry in found {
            let deviation = entry.deviation.as_ref().unwrap();
            assert_eq!(deviation.proposal.as_deref(), proposal, "{name}");
            assert_eq!(deviation.excuse.as_ref().map(Excuse::id), excuse, "{name}");
        }
    }
    let overtoomse = entry(&directory, survey, "OvertoomseSluis");
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
fn second_accounts_and_those_for_a_purpose_have_a_reason() {
    let (directory, surveys) = surveys("municipality");
    let survey = on(&directory, &surveys, "instagram");
    let excuse = |name| {
        let found = entry(&directory, survey, name);
        found[0].deviation.as_ref().unwrap().excuse.as_ref().map(Excuse::id)
    };
    assert_eq!(excuse("handhaving_oosterhout"), Some("purpose"));
    assert_eq!(excuse("gemzaanstad"), None);
}
