//! What speaks against proposals that were accepted, found anew: what a file says of itself counts for nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::cli::look_alikes;
use crate::directory::{Date, Directory, Method};
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Kind, Proposals, Subject, Verdict};

/// By what they are about, the ids of what speaks against them.
pub(super) type Objections = BTreeMap<Subject, BTreeSet<String>>;

/// What speaks against each that was accepted, by the directory alone.
pub(super) fn anew(proposals: &Proposals, directory: &Directory) -> Objections {
    let mut fresh = proposals.clone();
    fresh.cases.retain(|_, case| is_accepted(case));
    for case in fresh.cases.values_mut() {
        case.against.clear();
    }
    fresh.hold_to_pages(directory);
    fresh.mind_strangers(directory);
    fresh.mind_names(directory);
    look_alikes::mind_accepted(&mut fresh, directory);
    for (subject, case) in &mut fresh.cases {
        if is_word_of_others(directory, subject, case) {
            case.against.insert(Objection::PageElsewhere.to_string());
        }
    }
    let objected = fresh.cases.into_iter().filter(|(_, case)| !case.against.is_empty());
    objected.map(|(subject, case)| (subject, case.against)).collect()
}

fn is_accepted(case: &Case) -> bool {
    case.decision.as_ref().is_some_and(|it| it.verdict == Verdict::Accepted)
}

/// Whether no page of the organisation itself, of a register or of Wikidata says what would be believed.
fn is_word_of_others(directory: &Directory, subject: &Subject, case: &Case) -> bool {
    let is_claim =
        matches!(subject.kind, Kind::New | Kind::OrganisationRenamed | Kind::OrganisationEnded);
    let carries = |method: Method| {
        matches!(
            method,
            Method::TwoWay | Method::OfficialSite | Method::Register | Method::Wikidata
        )
    };
    is_claim
        && directory.organisation_by_id(&subject.organisation).is_some()
        && !case.evidence.iter().any(|it| carries(it.method))
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
