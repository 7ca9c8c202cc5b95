//! What speaks against proposals that were accepted: what is found anew, and what a file says against itself. What it says
//! for itself counts for nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::cli::error::Result;
use crate::cli::review::numbers::range;
use crate::cli::{Context, look_alikes};
use crate::directory::{Date, Directory};
use crate::messages::numbers::grouped;
use crate::proposals::effect::is_known;
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Kind, Proposals, Subject, Verdict};

/// By what they are about, the ids of what speaks against them.
pub(super) type Objections = BTreeMap<Subject, BTreeSet<String>>;

/// What speaks against each that was accepted, by the directory and by whoever found it; of confirmations that need no decision
/// also where there is none. That somebody looked is what a file says of itself.
pub(super) fn anew(
    proposals: &Proposals,
    directory: &Directory,
    is_confirming: bool,
    today: Date,
) -> Objections {
    let mut fresh = proposals.clone();
    fresh.cases.retain(|subject, case| {
        is_accepted(case) || (is_confirming && is_undecided_confirmation(subject, case))
    });
    fresh.mind_all(directory);
    fresh.mind_unseen(directory, today);
    look_alikes::mind_accepted(&mut fresh, directory);
    let objected = fresh.cases.into_iter().filter(|(_, case)| !case.against.is_empty());
    objected.map(|(subject, case)| (subject, case.against)).collect()
}

fn is_accepted(case: &Case) -> bool {
    case.decision.as_ref().is_some_and(|it| it.verdict == Verdict::Accepted)
}

fn is_undecided_confirmation(subject: &Subject, case: &Case) -> bool {
    subject.kind == Kind::Confirms && case.decision.is_none()
}

/// Confirmations that would need no decision, but for what speaks against them; of organisations that the directory has, and
/// not those that it knows already.
pub(super) fn unconfirmed(
    proposals: &Proposals,
    objections: &Objections,
    directory: &Directory,
) -> Vec<Subject> {
    let is_meant = |(subject, case): &(&Subject, &Case)| {
        is_undecided_confirmation(subject, case)
            && objections.contains_key(subject)
            && directory.organisation_by_id(&subject.organisation).is_some()
            && !is_known(directory, subject, case)
    };
    proposals.cases.iter().filter(is_meant).map(|(subject, _)| subject.clone()).collect()
}

/// What is taken over though something speaks against it, by numbers of a file. What may be a stranger's has to be named by
/// its own number.
pub(super) fn despite(
    numbers: &[String],
    proposals: &Proposals,
    objections: &Objections,
    cx: &mut Context<'_>,
) -> Result<BTreeSet<Subject>> {
    let all = proposals.in_file();
    let mut meant = BTreeSet::new();
    for text in numbers {
        let range = range(text, all.len(), cx)?;
        let is_one = range.start() == range.end();
        for number in range {
            let Some(subject) = all.get(number - 1) else { continue };
            let mut against = objections.get(*subject).into_iter().flatten();
            if !is_one && against.any(|it| Objection::read(it).warns()) {
                return Err(cx.unusable(&cx.words.merge_by_itself(&grouped(cx.words, number))));
            }
            meant.insert((*subject).clone());
        }
    }
    Ok(meant)
}

/// Leaves those out that would change something and against which something speaks, unless it is taken over despite that. What
/// can't be taken over for another reason, or stands there already, is told as that.
pub(super) fn leave_out(
    proposals: &mut Proposals,
    objections: &Objections,
    would: &[Subject],
    despite: &BTreeSet<Subject>,
    today: Date,
) -> Vec<Subject> {
    let mut left = Vec::new();
    let is_meant = |it: &&Subject| objections.contains_key(it) && !despite.contains(it);
    for subject in would.iter().filter(is_meant) {
        if let Some(case) = proposals.cases.get_mut(subject) {
            case.decide(Verdict::Later, None, today);
            left.push(subject.clone());
        }
    }
    left
}
