//! In which order proposals are looked at.
//!
//! What somebody else may have taken over comes first, then what may be a stranger's, then the surest. An organisation
//! that would be new comes right before its accounts, which mean nothing without it, and with the first of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Case, Confidence, Kind, Proposals, Subject};

/// The place of one by itself.
type Rank<'p> = (u8, Reverse<Option<Confidence>>, &'p Subject);

fn rank<'p>(subject: &'p Subject, case: &Case) -> Rank<'p> {
    let alarm = match () {
        () if subject.kind.is_alarm() => 0,
        () if case.warnings().next().is_some() => 1,
        () => 2,
    };
    (alarm, Reverse(case.confidence), subject)
}

/// Those of a choice, in the order in which they are looked at.
pub fn ordered(proposals: &Proposals, is_meant: impl Fn(&Subject, &Case) -> bool) -> Vec<&Subject> {
    let meant = || proposals.cases.iter().filter(|(subject, case)| is_meant(subject, case));
    // Where each new organisation stands: with the first of what is about it.
    let mut groups: BTreeMap<&str, Rank<'_>> = meant()
        .filter(|(subject, _)| subject.kind == Kind::OrganisationNew)
        .map(|(subject, case)| (subject.organisation.as_str(), rank(subject, case)))
        .collect();
    for (subject, case) in meant() {
        if let Some(group) = groups.get_mut(subject.organisation.as_str()) {
            *group = rank(subject, case).min(*group);
        }
    }
    let mut all: Vec<_> = meant()
        .map(|(subject, case)| {
            let own = rank(subject, case);
            let group = groups.get(subject.organisation.as_str()).copied().unwrap_or(own);
            (group, subject.kind != Kind::OrganisationNew, own)
        })
        .collect();
    all.sort_unstable();
    all.into_iter().map(|(_, _, (_, _, subject))| subject).collect()
}
