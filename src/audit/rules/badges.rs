//! Badges: what platforms show next to the names of a family, and what that is worth.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::conventions::deviation::has_purpose;
use crate::audit::details::{
    AbsentBadge, BadgeAtStake, BoughtBadge, EndedBadge, MixedBadges, OldBadge, UnobservedBadges,
};
use crate::audit::rules::registry::Topic;
use crate::audit::{Certainty, Context, Details, Family, Finding, Subject, lifecycle};
use crate::directory::badge::{BadgeKindIndex, Gained};
use crate::directory::evidence::FRESH_MONTHS;
use crate::directory::{Account, AccountIndex, BadgeKind, BadgeObservation, Date, Directory};
use crate::platform::PlatformIndex;
use crate::text::fold::letters;

/// The findings of this topic that follow from the directory alone.
pub(super) fn findings(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (family, accounts) in &cx.families {
        let mut platforms: BTreeMap<PlatformIndex, Vec<AccountIndex>> = BTreeMap::new();
        for &index in accounts {
            let account = cx.directory.account(index);
            if lifecycle::is_in_use(cx.directory, account, cx.today) {
                platforms.entry(account.platform).or_default().push(index);
            }
        }
        for (platform, accounts) in platforms {
            findings.extend(unknown(cx, *family, platform, &accounts));
            findings.extend(mixed(cx, *family, platform, &accounts));
            findings.extend(absent(cx, *family, &accounts));
        }
    }
    for (index, account) in cx.in_use() {
        if let Some(badge) = &account.badge {
            findings.extend(of_observation(cx, index, badge));
        }
    }
    findings
}

/// The kind of badge that was seen.
pub(in crate::audit) fn kind(
    directory: &Directory,
    seen: Option<BadgeKindIndex>,
) -> Option<&BadgeKind> {
    directory.badges.get(seen?.position())
}

/// Whether a platform gives badges on a day, by the calendar.
pub(in crate::audit) fn are_given(
    directory: &Directory,
    platform: PlatformIndex,
    on: Date,
) -> bool {
    directory.badges.iter().any(|badge| badge.platform == platform && badge.is_given(on))
}

/// One finding for all accounts of a family on a platform: so few are observed that one for each would
/// hide everything else.
fn unknown(
    cx: &Context<'_>,
    family: Family,
    platform: PlatformIndex,
    accounts: &[AccountIndex],
) -> Option<Finding> {
    if !are_given(cx.directory, platform, cx.today) {
        return None;
    }
    let asked = accounts.iter().filter(|&&index| cx.asks_for(index));
    let asked: Vec<&Account> = asked.map(|&index| cx.directory.account(index)).collect();
    let unknown = asked.iter().filter(|account| account.badge.is_none()).count();
    (unknown > 0).then(|| {
        let details = Details::BadgeUnknown(UnobservedBadges {
            family: family.name(cx.directory),
            platform: cx.platform_name(platform),
            count: unknown,
            all: asked.len(),
        });
        Finding::new(details, Certainty::Certain, Subject::Family(family, platform))
    })
}

/// Kinds of badges that are still given, side by side in a family.
fn mixed(
    cx: &Context<'_>,
    family: Family,
    platform: PlatformIndex,
    accounts: &[AccountIndex],
) -> Option<Finding> {
    if !accounts.iter().any(|&index| cx.asks_for(index)) {
        return None;
    }
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut oldest: Option<Date> = None;
    for &index in accounts {
        let Some(seen) = &cx.directory.account(index).badge else { continue };
        // What ended has a finding of its own; what is left of it is a matter of dates, not of choice.
        let Some(kind) = kind(cx.directory, seen.kind) else { continue };
        if kind.is_given(cx.today) {
            *kinds.entry(&kind.name).or_default() += 1;
            oldest = Some(oldest.map_or(seen.seen, |oldest| oldest.min(seen.seen)));
        }
    }
    let is_fresh = oldest.is_some_and(|oldest| oldest >= fresh_since(cx));
    let certainty = if is_fresh { Certainty::Certain } else { Certainty::Possible };
    (kinds.len() > 1).then(|| {
        let details = Details::BadgeMixed(MixedBadges {
            family: family.name(cx.directory),
            platform: cx.platform_name(platform),
            kinds: kinds.iter().map(|(kind, count)| format!("{kind} ({count})")).collect(),
        });
        Finding::new(details, certainty, Subject::Family(family, platform))
    })
}

/// Accounts seen without a badge where another of the family was seen with one that was still given
/// when they were looked at.
fn absent(cx: &Context<'_>, family: Family, accounts: &[AccountIndex]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let observed: Vec<(AccountIndex, &BadgeObservation)> = accounts
        .iter()
        .filter_map(|&index| Some((index, cx.directory.account(index).badge.as_ref()?)))
        .collect();
    // The sibling whose badge is given longest, and of those the one that was looked at last.
    let badged = observed
        .iter()
        .filter_map(|(index, seen)| Some((*index, *seen, kind(cx.directory, seen.kind)?)));
    let sibling =
        badged.max_by_key(|(_, seen, kind)| (kind.until.unwrap_or(Date::LAST), seen.seen));
    let Some((sibling, with, kind)) = sibling else { return findings };
    for (index, without) in observed {
        if without.kind.is_some() || !kind.is_given(without.seen) || !cx.asks_for(index) {
            continue;
        }
        let is_fresh = without.seen.min(with.seen) >= fresh_since(cx);
        let certainty = if is_fresh { Certainty::Certain } else { Certainty::Possible };
        findings.push(cx.about(certainty, index, |account| {
            Details::BadgeAbsent(AbsentBadge {
                account,
                family: family.name(cx.directory),
                sibling: cx.written(sibling),
                badge: kind.name.clone(),
                date: without.seen,
            })
        }));
    }
    findings
}

/// What an observation is worth by its age and by the calendar.
fn of_observation(cx: &Context<'_>, index: AccountIndex, badge: &BadgeObservation) -> Vec<Finding> {
    let mut findings = Vec::new();
    let date = badge.seen;
    if date < fresh_since(cx) {
        findings.push(cx.about(Certainty::Certain, index, |account| {
            Details::BadgeOld(OldBadge { account, date, months: FRESH_MONTHS })
        }));
    }
    let Some(kind) = kind(cx.directory, badge.kind) else { return findings };
    if let Some(until) = kind.until.filter(|until| *until < cx.today) {
        findings.push(cx.about(Certainty::Certain, index, |account| {
            Details::BadgeEnded(EndedBadge { account, date, badge: kind.name.clone(), until })
        }));
    }
    // No badge is on file for a day on which its kind was not given.
    if kind.gained == Gained::Paid {
        findings.push(cx.about(Certainty::Certain, index, |account| {
            Details::BadgeBought(BoughtBadge { account, date, badge: kind.name.clone() })
        }));
    }
    findings
}

/// The accounts in use and asked for of which the rules about names propose another, and whose badge would
/// go with the old one: one finding for each, with the first name that is proposed.
pub(super) fn renamings(cx: &Context<'_>, findings: &[Finding]) -> Vec<Finding> {
    let at_stake: BTreeMap<AccountIndex, &BadgeKind> = cx
        .in_use()
        .filter_map(|(index, account)| {
            let badge = kind(cx.directory, account.badge.as_ref()?.kind)?;
            badge.lost_by_renaming.then_some((index, badge))
        })
        .collect();
    let mut named: BTreeSet<AccountIndex> = BTreeSet::new();
    let mut renamings = Vec::new();
    for finding in findings.iter().filter(|it| it.rule().topic() == Topic::Naming) {
        let Some(proposal) = &finding.proposal else { continue };
        for index in to_rename(cx.directory, &finding.subject, proposal) {
            let Some(badge) = at_stake.get(&index).filter(|_| named.insert(index)) else {
                continue;
            };
            let badge = badge.name.clone();
            let cost = cx.about(Certainty::Likely, index, |account| {
                Details::BadgeRename(BadgeAtStake { account, badge })
            });
            renamings.push(cost.proposing(Some(proposal.clone())));
        }
    }
    renamings
}

/// The accounts that would get another name if a proposal were followed: those that it is about; of one
/// to an organisation all main accounts of its own that do not bear the name already. That proposal looks
/// past the signs between words, as the rule does that makes it.
fn to_rename(directory: &Directory, subject: &Subject, proposal: &str) -> Vec<AccountIndex> {
    let proposed = proposal.trim_start_matches('@');
    let name = |index: &AccountIndex| directory.account(*index).name();
    let &Subject::Organisation(organisation, platform) = subject else {
        let about = subject.accounts().iter().copied();
        return about.filter(|it| !name(it).eq_ignore_ascii_case(proposed)).collect();
    };
    let is_meant = |index: &AccountIndex| {
        let account = directory.account(*index);
        account.organisation == organisation
            && platform.is_none_or(|it| account.platform == it)
            && !has_purpose(directory, *index)
            && letters(name(index)) != letters(proposed)
    };
    directory.accounts_of(organisation).filter(is_meant).collect()
}

fn fresh_since(cx: &Context<'_>) -> Date {
    cx.today.months_before(FRESH_MONTHS)
}

#[cfg(test)]
mod tests;
