//! Evidence in plain words: what it is, who says so, who keeps it, and what was taken back.

use super::labels;
use crate::compact_sort::CompactSort;
use crate::directory::evidence::FRESH_MONTHS;
use crate::directory::{Account, Basis, Date, Directory, Evidence, Method, Says, Trust};
use crate::words::Words;

/// One piece of evidence, told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<'a> {
    /// What it is; with who says so, where that is known and doesn't go without saying.
    pub what: String,
    /// The title of the work that it stands in.
    pub title: Option<&'a str>,
    /// That it was read in a copy, and whose.
    pub kept: Option<String>,
    /// What else there is to say.
    pub remark: Option<&'a str>,
}

impl Told<'_> {
    /// What it is and in whose copy, in one go.
    pub fn in_short(&self) -> String {
        match &self.kept {
            Some(kept) => format!("{}, {kept}", self.what),
            None => self.what.clone(),
        }
    }
}

/// A piece of evidence in plain words, beside all that there is for the same account, site or number.
pub fn told<'a>(
    words: &Words,
    directory: &'a Directory,
    beside: &[Evidence],
    evidence: &'a Evidence,
) -> Told<'a> {
    let source = evidence.source.and_then(|source| directory.sources.get(source.position()));
    let publisher = source.and_then(|source| source.publisher.as_deref());
    let keeper = source.and_then(|source| source.kept_by.as_deref());
    let (method, remark) = labels::evidence(words, evidence);
    let what = match (evidence.says, evidence.method, publisher) {
        (Says::NoLongerShown, ..) => words.evidence_no_longer_shown.to_owned(),
        (Says::Leaves, ..) => words.evidence_leaves.to_owned(),
        (Says::Official, Method::Register, Some(publisher)) => {
            words.evidence_register_of(publisher)
        }
        (Says::Official, Method::AdRegister, Some(publisher)) => {
            words.evidence_ad_register_of(publisher)
        }
        (Says::Official, Method::Press | Method::ThirdParty, Some(publisher)) => {
            words.evidence_by(method, publisher)
        }
        (Says::Official, ..) if evidence.is_void_beside(beside) => {
            words.evidence_site_then.to_owned()
        }
        (Says::Official, ..) => method.to_owned(),
    };
    let kept = keeper.map(|keeper| words.evidence_kept(keeper));
    Told { what, title: source.map(|source| source.title.as_str()), kept, remark }
}

/// Of claims of one origin the strongest and newest, in their order: who repeats it says no more.
pub fn one_of_each<'a>(claims: impl Iterator<Item = &'a Evidence>) -> Vec<&'a Evidence> {
    let mut claims: Vec<&Evidence> = claims.collect();
    claims.compact_sort_by_key(|it| (it.method, std::cmp::Reverse(it.seen)));
    let mut kept: Vec<&Evidence> = Vec::new();
    for claim in claims {
        if kept.iter().all(|it| it.origin() != claim.origin()) {
            kept.push(claim);
        }
    }
    kept
}

/// That the organisation took back what it showed, and when; nothing where it shows the account again.
pub fn withdrawn(words: &Words, account: &Account) -> Option<String> {
    let withdrawal = account.open_withdrawal()?;
    let day = withdrawal.seen.to_string();
    if withdrawal.says == Says::Leaves {
        return Some(words.withdrawn_left(&day));
    }
    let is_before = |it: &&Evidence| it.method == Method::OfficialSite && it.seen < withdrawal.seen;
    let shown = account.claims().filter(is_before).map(|it| it.seen).max();
    Some(match shown {
        Some(shown) => words.withdrawn_since(&day, &shown.to_string()),
        None => words.withdrawn_not_shown(&day),
    })
}

/// What the trust level of an account means.
pub fn means(words: &Words, account: &Account, today: Date) -> &'static str {
    match (account.trust(today), Basis::of(&account.evidence)) {
        (Trust::Confirmed, _) => words.trust_confirmed_means,
        (Trust::Aged, Basis::Official) if is_fresh(account, today) => words.trust_taken_back_means,
        (Trust::Aged, Basis::Official) => words.trust_aged_means,
        (Trust::Aged, _) => words.trust_agreed_means,
        (Trust::Reported, Basis::Withdrawn) => words.trust_withdrawn_means,
        (Trust::Reported, _) => words.trust_reported_means,
    }
}

/// Whether what calls an account official is not old.
fn is_fresh(account: &Account, today: Date) -> bool {
    let since = today.months_before(FRESH_MONTHS);
    account.last_seen().is_some_and(|seen| seen >= since)
}

#[cfg(test)]
mod tests;
