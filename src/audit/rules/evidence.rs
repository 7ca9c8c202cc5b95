//! Evidence: what the claim that an account is official rests on.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::conventions::terms::chosen_part;
use crate::audit::details::{
    AgedEvidence, DisagreeingEvidence, ReportedEvidence, SingleSource, WithdrawnEvidence,
};
use crate::audit::{Certainty, Context, Details, Finding, Severity, Subject};
use crate::compact_sort::CompactSort;
use crate::directory::evidence::{FRESH_MONTHS, independent, standing};
use crate::directory::{
    Account, AccountIndex, Basis, Date, Evidence, Method, OrganisationIndex, Trust,
};
use crate::platform::PlatformIndex;
use crate::text::fold::letters;

/// The findings of this topic. They are about accounts in use: one that was left needs no proof.
pub(super) fn findings(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, account) in cx.in_use() {
        if let Some(withdrawal) = account.open_withdrawal() {
            findings.push(withdrawn(cx, index, withdrawal));
            continue;
        }
        let basis = Basis::of(&account.evidence);
        if basis != Basis::Official {
            findings.push(reported(cx, index, account, basis));
            continue;
        }
        // Whoever looks again finds the second source that one which is old lacks.
        if account.trust(cx.today) == Trust::Aged {
            findings.push(aged(cx, index, account));
        } else {
            findings.extend(single(cx, index, account));
        }
    }
    findings.extend(disagree(cx));
    findings
}

/// The organisation took back what it showed, and what became of the account is not said: that comes before how old
/// or how sure the rest is.
fn withdrawn(cx: &Context<'_>, index: AccountIndex, withdrawal: &Evidence) -> Finding {
    let date = Some(withdrawal.seen);
    let details = |account| Details::EvidenceWithdrawn(WithdrawnEvidence { account, date });
    cx.about(Certainty::Certain, index, details)
}

/// Others say so; where several do, independently of each other, it matters less.
fn reported(cx: &Context<'_>, index: AccountIndex, account: &Account, basis: Basis) -> Finding {
    let most = match basis {
        Basis::Agreeing(_) => Severity::Note,
        Basis::Official | Basis::Others | Basis::Withdrawn => Severity::Warning,
    };
    let sources = origins(cx, account).into_values().collect();
    let date = account.last_seen();
    let details = |account| Details::EvidenceReported(ReportedEvidence { account, sources, date });
    cx.about(Certainty::Certain, index, details).at_most(most)
}

/// The government itself said so, before the limit.
fn aged(cx: &Context<'_>, index: AccountIndex, account: &Account) -> Finding {
    let date = account.last_seen();
    cx.about(Certainty::Certain, index, |account| {
        Details::EvidenceAged(AgedEvidence { account, date, months: FRESH_MONTHS })
    })
}

/// One source of the government says so, and nobody can check it against another. A proof that anyone can
/// repeat needs no second.
fn single(cx: &Context<'_>, index: AccountIndex, account: &Account) -> Option<Finding> {
    let is_proof = |it: &Evidence| matches!(it.method, Method::OwnDomain | Method::TwoWay);
    let origins = origins(cx, account);
    if origins.len() != 1 || standing(&account.evidence).any(is_proof) {
        return None;
    }
    let source = origins.into_values().next()?;
    let details = |account| Details::EvidenceSingle(SingleSource { account, source });
    Some(cx.about(Certainty::Certain, index, details))
}

/// Who stands behind the evidence for an account, and what each is called: the title of the work, or else the host.
fn origins(cx: &Context<'_>, account: &Account) -> BTreeMap<String, String> {
    let mut origins = BTreeMap::new();
    for evidence in independent(standing(&account.evidence)) {
        let source = evidence.source.and_then(|it| cx.directory.sources.get(it.position()));
        let origin = evidence.origin();
        let called = match source {
            _ if evidence.method == Method::Wikidata => "Wikidata".to_owned(),
            Some(source) => source.title.clone(),
            None => origin.clone(),
        };
        origins.entry(origin).or_insert(called);
    }
    origins
}

/// Several accounts of an organisation on a platform, none of which is said to be for something of its
/// own, and no source that names two of them together: then one source may have an old name. An id can't be told
/// from a name, and one name in two forms of address is most often one account.
fn disagree(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut general: BTreeMap<(OrganisationIndex, PlatformIndex), Vec<AccountIndex>> =
        BTreeMap::new();
    for (index, account) in cx.in_use().filter(|(_, account)| !account.has_own_purpose()) {
        general.entry((account.organisation, account.platform)).or_default().push(index);
    }
    for (_, mut accounts) in general {
        let mut names = BTreeSet::new();
        accounts.retain(|index| {
            let part = chosen_part(cx.directory, *index);
            part.is_some_and(|part| names.insert(letters(&part)))
        });
        if accounts.len() < 2 || are_named_together(cx, &accounts) {
            continue;
        }
        let seen = |index: &AccountIndex| cx.directory.account(*index).last_seen();
        accounts.compact_sort_by_key(|index| std::cmp::Reverse(seen(index)));
        findings.extend(disagreement(cx, accounts));
    }
    findings
}

/// Whether one source named two of the accounts on the same day: then there are two of them.
fn are_named_together(cx: &Context<'_>, accounts: &[AccountIndex]) -> bool {
    let mut named = BTreeSet::new();
    accounts.iter().any(|&index| {
        let claims = cx.directory.account(index).claims();
        let here: BTreeSet<(String, Date)> = claims.map(|it| (it.origin(), it.seen)).collect();
        here.into_iter().any(|source| !named.insert(source))
    })
}

fn disagreement(cx: &Context<'_>, accounts: Vec<AccountIndex>) -> Option<Finding> {
    let [newest, .., oldest] = accounts.as_slice() else { return None };
    let seen = |index: AccountIndex| cx.directory.account(index).last_seen();
    let (last, first) = (seen(*newest)?, seen(*oldest)?);
    let account = cx.directory.account(*newest);
    let written = |index: &AccountIndex| {
        let seen = seen(*index).map(|seen| seen.to_string()).unwrap_or_default();
        format!("{} ({seen})", cx.written(*index))
    };
    let details = DisagreeingEvidence {
        organisation: cx.name(account.organisation),
        platform: cx.platform_name(account.platform),
        accounts: accounts.iter().map(written).collect(),
    };
    // After that many months, the older one has likely been renamed or left.
    let is_far = first < last.months_before(FRESH_MONTHS);
    let certainty = if is_far { Certainty::Likely } else { Certainty::Possible };
    let subject = Subject::Accounts(accounts);
    Some(Finding::new(Details::EvidenceDisagrees(details), certainty, subject))
}

#[cfg(test)]
mod tests;
