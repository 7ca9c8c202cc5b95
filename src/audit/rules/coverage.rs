//! Coverage: by which channels an organisation can be reached, and who is left out.

use std::collections::BTreeSet;

use crate::audit::details::{
    CoverageGap, DiscouragedPlatform, NoAccount, PlatformLimit, PlatformsInUse,
};
use crate::audit::{Certainty, Context, Details, Finding, Severity, Subject, lifecycle};
use crate::compact_sort::CompactSort;
use crate::directory::{Account, Directory, Kind, Method, OrganisationIndex};
use crate::platform::LoginNeeded;

/// The findings of this topic. Those about organisations count all their accounts, their own and shared
/// ones. Where a platform is asked for, they are about who has no account on it, and about all accounts of
/// who has one.
pub(super) fn findings(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &organisation in &cx.organisations {
        if lifecycle::has_ended(cx.directory, organisation, cx.today) {
            continue;
        }
        let all = cx.directory.accounts_of(organisation);
        let all: Vec<&Account> = all.map(|index| cx.directory.account(index)).collect();
        let is_used = |account: &&Account| lifecycle::is_in_use(cx.directory, account, cx.today);
        let used: Vec<&Account> = all.iter().copied().filter(is_used).collect();
        let is_on = |account: &&Account| cx.platform.is_none_or(|it| account.platform == it);
        findings.extend(gap(cx, organisation));
        if !all.iter().any(is_on) {
            findings.extend(none(cx, organisation));
        }
        if used.iter().any(is_on) {
            findings.extend(login(cx, organisation, &used));
            findings.extend(own(cx, organisation, &used));
            findings.extend(emergency(cx, organisation, &used));
        }
    }
    findings.extend(discouraged(cx));
    findings
}

/// Kinds of which every organisation serves the public under its own name, so that citizens look for an account
/// of it: the governments by territory, ministries, and who answers for safety and health. Many an agency serves
/// only other parts of the government.
const EXPECTED: &[Kind] = &[
    Kind::Ministry,
    Kind::Inspectorate,
    Kind::PoliceForce,
    Kind::PoliceUnit,
    Kind::Province,
    Kind::WaterBoard,
    Kind::Municipality,
    Kind::CaribbeanBody,
    Kind::SafetyRegion,
    Kind::FireService,
    Kind::HealthService,
];

/// Kinds that citizens turn to in an emergency, or for news of one.
const EMERGENCY: &[Kind] =
    &[Kind::PoliceForce, Kind::PoliceUnit, Kind::PoliceTeam, Kind::SafetyRegion, Kind::FireService];

/// Whether citizens look for an account of an organisation.
pub(in crate::audit) fn is_expected(
    directory: &Directory,
    organisation: OrganisationIndex,
) -> bool {
    EXPECTED.contains(&directory.organisation(organisation).kind)
}

fn is_of(cx: &Context<'_>, organisation: OrganisationIndex, kinds: &[Kind]) -> bool {
    kinds.contains(&cx.directory.organisation(organisation).kind)
}

/// The directory knows no account at all, or none on the platform asked for; there may be some all the
/// same.
fn none(cx: &Context<'_>, organisation: OrganisationIndex) -> Option<Finding> {
    if !is_expected(cx.directory, organisation) {
        return None;
    }
    let on = PlatformLimit(cx.platform.map(|it| cx.platform_name(it)));
    let details = NoAccount { organisation: cx.name(organisation), on };
    Some(Finding::new(
        Details::CoverageNone(details),
        Certainty::Possible,
        Subject::Organisation(organisation, cx.platform),
    ))
}

/// Accounts that somebody has described without saying which they are.
fn gap(cx: &Context<'_>, organisation: OrganisationIndex) -> Option<Finding> {
    let gaps = &cx.directory.organisation(organisation).gaps;
    let newest = gaps.iter().map(|gap| gap.seen).max()?;
    let texts: Vec<&str> = gaps.iter().map(|gap| gap.text.as_str()).collect();
    let pages: BTreeSet<&str> = gaps.iter().map(|gap| gap.url.as_str()).collect();
    let details = CoverageGap {
        organisation: cx.name(organisation),
        gap: texts.join(" "),
        url: pages.into_iter().map(str::to_owned).collect(),
        date: newest,
    };
    let subject = Subject::Organisation(organisation, None);
    Some(Finding::new(Details::CoverageGap(details), Certainty::Certain, subject))
}

/// Whoever has no login reads none of the accounts, or not all of them. A platform of which that is not
/// known is not counted as closed.
///
/// Where there is a website, there is another way to read what the organisation has to say: then accounts
/// that can partly be read are no finding, as that would be nearly everybody, and accounts that can't be
/// read at all are a note.
fn login(cx: &Context<'_>, organisation: OrganisationIndex, used: &[&Account]) -> Option<Finding> {
    let need = |it: &&Account| cx.directory.platform(it.platform).rules.reading.login;
    let needs: Vec<LoginNeeded> = used.iter().map(need).collect();
    let is_closed = |need: &LoginNeeded| matches!(need, LoginNeeded::Yes | LoginNeeded::Partly);
    let has_site =
        above(cx.directory, organisation).any(|it| cx.directory.organisation(it).website.is_some());
    let is_all = needs.iter().all(|need| *need == LoginNeeded::Yes);
    let (certainty, most) = match (is_all, has_site) {
        (true, false) => (Certainty::Likely, Severity::Warning),
        (true, true) => (Certainty::Likely, Severity::Note),
        (false, false) if needs.iter().all(is_closed) => (Certainty::Possible, Severity::Note),
        (false, _) => return None,
    };
    let details = Details::CoverageLogin(in_use(cx, organisation, used));
    let subject = Subject::Organisation(organisation, None);
    Some(Finding::new(details, certainty, subject).at_most(most))
}

/// All accounts are with companies. Only of kinds that the server of the government is meant for.
fn own(cx: &Context<'_>, organisation: OrganisationIndex, used: &[&Account]) -> Option<Finding> {
    let is_own = |account: &&Account| {
        account.evidence.iter().any(|evidence| evidence.method == Method::OwnDomain)
    };
    let is_meant = is_of(cx, organisation, EXPECTED) || is_of(cx, organisation, &[Kind::Agency]);
    (is_meant && !used.iter().any(is_own)).then(|| {
        let details = Details::CoverageOwn(in_use(cx, organisation, used));
        Finding::new(details, Certainty::Likely, Subject::Organisation(organisation, None))
    })
}

/// No website, no telephone number and no account that all can read, of the organisation or of one above
/// it that speaks for it. One of which nothing at all is known is a gap of the directory.
fn emergency(
    cx: &Context<'_>,
    organisation: OrganisationIndex,
    used: &[&Account],
) -> Option<Finding> {
    let directory = cx.directory;
    let is_open = |account: &Account| {
        directory.platform(account.platform).rules.reading.login == LoginNeeded::No
    };
    if !is_of(cx, organisation, EMERGENCY) || used.iter().any(|account| is_open(account)) {
        return None;
    }
    let has_way = above(directory, organisation).any(|it| {
        let organisation = directory.organisation(it);
        let mut accounts = directory.accounts_of(it).map(|index| directory.account(index));
        organisation.website.is_some()
            || organisation.phone.is_some()
            || accounts.any(|it| is_open(it) && lifecycle::is_in_use(directory, it, cx.today))
    });
    // What the directory does not know may exist all the same.
    (!has_way).then(|| {
        let details = Details::CoverageEmergency(in_use(cx, organisation, used));
        Finding::new(details, Certainty::Possible, Subject::Organisation(organisation, None))
            .at_most(Severity::Warning)
    })
}

/// Accounts on a platform that somebody advises governments against.
fn discouraged(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, account) in cx.in_use() {
        let rules = &cx.directory.platform(account.platform).rules;
        if let Some(advice) = &rules.discouraged {
            // The advice need not be meant for this organisation.
            findings.push(cx.about(Certainty::Possible, index, |account| {
                Details::CoverageDiscouraged(DiscouragedPlatform {
                    account,
                    policy: advice.text.clone(),
                    url: advice.url.clone(),
                    date: advice.seen,
                })
            }));
        }
    }
    findings
}

/// The organisation and those above it.
fn above(
    directory: &Directory,
    organisation: OrganisationIndex,
) -> impl Iterator<Item = OrganisationIndex> + '_ {
    std::iter::successors(Some(organisation), |it| directory.organisation(*it).parent)
}

/// The platforms of an organisation's accounts in use, each once.
fn in_use(cx: &Context<'_>, organisation: OrganisationIndex, used: &[&Account]) -> PlatformsInUse {
    let mut all: Vec<_> = used.iter().map(|account| account.platform).collect();
    all.compact_sort();
    all.dedup();
    let platforms = all.into_iter().map(|it| cx.platform_name(it)).collect();
    PlatformsInUse { organisation: cx.name(organisation), platforms }
}

#[cfg(test)]
mod tests;
