//! How sure it is that an account is official: what its evidence carries on a day.

use super::{Evidence, Method};
use crate::compact_sort::CompactSort;
use crate::date::Date;

/// How sure it is that an account is official. Computed from the evidence, never typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trust {
    /// The government itself says so, seen within [`FRESH_MONTHS`] months and after anything that withdraws it.
    Confirmed,
    /// The government itself said so longer ago or before something withdrew it, or two independent others agree.
    Aged,
    /// One other says so, or what said so has been withdrawn.
    Reported,
}

/// How long official evidence stays fresh, in months.
pub const FRESH_MONTHS: u16 = 24;

impl Trust {
    /// All levels, strongest first.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Aged, Self::Reported];

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Aged => "aged",
            Self::Reported => "reported",
        }
    }

    /// The level that a set of evidence carries on a day.
    pub fn of(evidence: &[Evidence], today: Date) -> Self {
        let fresh_since = today.months_before(FRESH_MONTHS);
        let is_fresh = |it: &Evidence| {
            it.method.is_official() && it.seen >= fresh_since && is_after_withdrawals(it, evidence)
        };
        match Basis::of(evidence) {
            Basis::Official if standing(evidence).any(is_fresh) => Self::Confirmed,
            Basis::Official | Basis::Agreeing(_) => Self::Aged,
            Basis::Others | Basis::Withdrawn => Self::Reported,
        }
    }
}

/// What a trust level rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The government itself says so.
    Official,
    /// This many others say so, independently of each other.
    Agreeing(usize),
    /// One other says so.
    Others,
    /// Nothing: the organisation's own site showed it once, and no longer does.
    Withdrawn,
}

impl Basis {
    /// What a set of evidence amounts to.
    pub fn of(evidence: &[Evidence]) -> Self {
        if standing(evidence).any(|it| it.method.is_official()) {
            return Self::Official;
        }
        match independent(standing(evidence)).len() {
            0 => Self::Withdrawn,
            1 => Self::Others,
            origins => Self::Agreeing(origins),
        }
    }
}

/// The claims of a set of evidence that stand: all but those of the organisation's own site from before it no
/// longer showed the account, or before the organisation said that it leaves it.
pub fn standing(evidence: &[Evidence]) -> impl Iterator<Item = &Evidence> {
    let taken_back = taken_back(evidence);
    let is_void = move |claim: &Evidence| taken_back.is_some_and(|day| claim.is_void_by(day));
    evidence.iter().filter(move |it| it.is_claim() && !is_void(it))
}

/// The day of the newest evidence of the strongest kind that carries the trust level; where all of it was
/// withdrawn, of the newest there was.
pub fn last_seen(evidence: &[Evidence]) -> Option<Date> {
    let days = standing(evidence).map(|it| (it.method.is_official(), it.seen));
    let claims = evidence.iter().filter(|it| it.is_claim());
    days.max().map(|(_, seen)| seen).or_else(|| claims.map(|it| it.seen).max())
}

/// What of a set of evidence takes away.
pub fn withdrawals(evidence: &[Evidence]) -> impl Iterator<Item = &Evidence> {
    evidence.iter().filter(|it| it.is_withdrawal())
}

/// The newest day of what takes away.
pub(in crate::directory) fn taken_back(evidence: &[Evidence]) -> Option<Date> {
    withdrawals(evidence).map(|withdrawal| withdrawal.seen).max()
}

/// Whether a claim was seen on a later day than all that takes away, for sure.
fn is_after_withdrawals(claim: &Evidence, evidence: &[Evidence]) -> bool {
    withdrawals(evidence).all(|withdrawal| claim.seen.is_after(withdrawal.seen))
}

/// One of each group of claims that have one origin: those of different groups agree independently.
pub fn independent<'a>(claims: impl Iterator<Item = &'a Evidence>) -> Vec<&'a Evidence> {
    let mut claims: Vec<&Evidence> = claims.collect();
    // What stands beside the extract of an advertisers' register joins it.
    claims.compact_sort_by_key(|it| it.method);
    let mut groups: Vec<Vec<&Evidence>> = Vec::new();
    for claim in claims {
        let is_same = |group: &&mut Vec<&Evidence>| group.iter().any(|it| it.is_one_with(claim));
        match groups.iter_mut().find(is_same) {
            Some(group) => group.push(claim),
            None => groups.push(vec![claim]),
        }
    }
    groups.into_iter().filter_map(|group| group.first().copied()).collect()
}

impl Evidence {
    /// Where this evidence comes from, in the end.
    ///
    /// Every extract of Wikidata is Wikidata; pages of one host (or, on a code forge, of one
    /// repository) are one origin.
    pub fn origin(&self) -> String {
        if self.method == Method::Wikidata { "wikidata".to_owned() } else { self.site() }
    }

    /// Whether what takes away beside it makes it void.
    pub fn is_void_beside(&self, evidence: &[Self]) -> bool {
        taken_back(evidence).is_some_and(|day| self.is_void_by(day))
    }

    /// Whether what takes away on a day makes it void: it is of the organisation's own site, and older.
    pub(in crate::directory) fn is_void_by(&self, withdrawn: Date) -> bool {
        self.method == Method::OfficialSite && self.is_claim() && self.seen < withdrawn
    }

    /// Whether two pieces say one thing once: they have one origin, or are extracts of the platform's one
    /// register of advertisers.
    fn is_one_with(&self, other: &Self) -> bool {
        let are_adverts = [self, other].iter().all(|it| it.method == Method::AdRegister);
        are_adverts || self.origin() == other.origin()
    }
}

#[cfg(test)]
mod tests;
