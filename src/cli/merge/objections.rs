//! What speaks against proposals that were accepted: what is found anew, and what a file says against itself. What it says
//! for itself counts for nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::cli::look_alikes;
use crate::directory::{Date, Directory};
use crate::proposals::{Case, Proposals, Subject, Verdict};

/// By what they are about, the ids of what speaks against them.
pub(super) type Objections = BTreeMap<Subject, BTreeSet<String>>;

/// What speaks against each that was accepted, by the directory and by whoever found it.
pub(super) fn anew(proposals: &Proposals, directory: &Directory) -> Objections {
    let mut fresh = proposals.clone();
    fresh.cases.retain(|_, case| is_accepted(case));
    fresh.mind_all(directory);
    look_alikes::mind_accepted(&mut fresh, directory);
    let objected = fresh.cases.into_iter().filter(|(_, case)| !case.against.is_empty());
    objected.map(|(subject, case)| (subject, case.against)).collect()
}

fn is_accepted(case: &Case) -> bool {
    case.decision.as_ref().is_some_and(|it| it.verdict == Verdict::Accepted)
}

/// Leaves those out that would change something and against which something speaks. What can't be taken over for another
/// reason, or stands there already, is told as that.
pub(super) fn leave_out(
    proposals: &mut Proposals,
    objections: &Objections,
    would: &[Subject],
    today: Date,
) -> Vec<Subject> {
    let mut left = Vec::new();
    for subject in would.iter().filter(|it| objections.contains_key(it)) {
        if let Some(case) = proposals.cases.get_mut(subject) {
            case.decide(Verdict::Later, None, today);
            left.push(subject.clone());
        }
    }
    left
}
