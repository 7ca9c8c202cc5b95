//! What proposals would do to the trust in accounts, and where the accounts that they name stand.

use crate::directory::evidence::NOTE_STATUS;
use crate::directory::{AccountIndex, Date, Directory, Evidence, Method, OrganisationIndex, Trust};

use super::{Case, Effect, Kind, Proposals, Sighting, Subject};

/// The account that a proposal names among those of its organisation.
pub fn account_of(
    directory: &Directory,
    organisation: OrganisationIndex,
    subject: &Subject,
) -> Option<AccountIndex> {
    let platform = directory.platforms.by_id(subject.platform.as_deref()?)?;
    let named = subject.account.as_deref()?;
    let wanted = directory.platform(platform).parse_name(named).ok();
    directory.accounts_of(organisation).find(|index| {
        let account = directory.account(*index);
        let is_named = account.name().eq_ignore_ascii_case(named) || account.url == named;
        let is_same = wanted.is_some() && account.handle == wanted;
        account.platform == platform && (is_named || is_same)
    })
}

/// Evidence as a directory has it: of the page itself, with no work named that it stands in.
pub(super) fn evidence_of(sighting: &Sighting) -> Evidence {
    Evidence {
        method: sighting.method,
        source: None,
        url: sighting.url.clone(),
        own_url: true,
        seen: sighting.seen,
        says: sighting.says,
        // What was seen of the account itself says what became of it.
        note: (sighting.method == Method::OwnObservation).then(|| NOTE_STATUS.to_owned()),
    }
}

/// The evidence of an account with what was seen since. A page that was seen before is seen anew: it is no second
/// piece of evidence.
pub(super) fn joined(known: &[Evidence], sightings: &[Sighting]) -> Vec<Evidence> {
    let mut all = known.to_vec();
    for sighting in sightings {
        let is_it = |it: &&mut Evidence| {
            it.own_url && (it.method, it.says, it.url.as_str()) == sighting.key()
        };
        match all.iter_mut().find(is_it) {
            Some(known) => known.seen = known.seen.max(sighting.seen),
            None => all.push(evidence_of(sighting)),
        }
    }
    all
}

/// Whether the directory has all of the evidence already, seen as late.
pub fn is_known(directory: &Directory, subject: &Subject, case: &Case) -> bool {
    let Some(organisation) = directory.organisation_by_id(&subject.organisation) else {
        return false;
    };
    let Some(index) = account_of(directory, organisation, subject) else { return false };
    let known = &directory.account(index).evidence;
    case.evidence.iter().all(|seen| {
        known
            .iter()
            .any(|it| (it.method, it.says, it.url.as_str()) == seen.key() && it.seen >= seen.seen)
    })
}

/// Tells of each proposal about an account what it would do to the trust in it on a day.
pub fn fill(proposals: &mut Proposals, directory: &Directory, today: Date) {
    proposals.hold_to_pages(directory);
    for (subject, case) in &mut proposals.cases {
        case.effect = effect(directory, subject, case, today);
    }
}

fn effect(directory: &Directory, subject: &Subject, case: &Case, today: Date) -> Option<Effect> {
    let organisation = directory.organisation_by_id(&subject.organisation)?;
    // What else happens to an account says nothing of how sure it was.
    let is_of_trust =
        matches!(subject.kind, Kind::New | Kind::Confirms | Kind::NoLongerShown | Kind::Renamed);
    if case.evidence.is_empty() || !is_of_trust {
        return None;
    }
    let known = account_of(directory, organisation, subject)
        .map_or(&[][..], |index| &directory.account(index).evidence);
    let is_any = !known.is_empty();
    if !is_any && subject.kind != Kind::New {
        return None;
    }
    let before = is_any.then(|| Trust::of(known, today));
    Some(Effect { before, after: Trust::of(&joined(known, &case.evidence), today) })
}
