//! What proposals would do to the trust in accounts, and where the accounts that they name stand.

use crate::directory::evidence::NOTE_STATUS;
use crate::directory::{
    Account, AccountIndex, Date, Directory, Evidence, Method, OrganisationIndex, Says, Trust,
};

use super::account_names::AccountNames;
use super::objection::Objection;
use super::{Case, Effect, Kind, Proposals, Sighting, Subject};

/// The account that a proposal names among those of its organisation.
pub fn account_of(
    directory: &Directory,
    organisation: OrganisationIndex,
    subject: &Subject,
) -> Option<AccountIndex> {
    AccountNames::default().find(directory, organisation, subject)
}

/// No more accounts are shown beside a proposal.
const MOST_BESIDE: usize = 4;

/// The first accounts that the organisation of a proposal is listed with on the platform that it is about.
pub fn beside<'d>(
    directory: &'d Directory,
    subject: &Subject,
) -> impl Iterator<Item = &'d Account> {
    let platform = subject.platform.as_deref().and_then(|it| directory.platforms.by_id(it));
    let organisation = directory.organisation_by_id(&subject.organisation);
    let accounts = organisation.into_iter().flat_map(|it| directory.accounts_of(it));
    let accounts = accounts.map(|index| directory.account(index));
    accounts.filter(move |account| Some(account.platform) == platform).take(MOST_BESIDE)
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

/// Tells of each proposal about an account what it would do to the trust in it on a day, and of each whether it would lead
/// to a stranger or bear the name of another.
pub fn fill(proposals: &mut Proposals, directory: &Directory, today: Date) {
    proposals.mind_all(directory);
    let mut names = AccountNames::default();
    for (subject, case) in &mut proposals.cases {
        case.effect = effect(directory, &mut names, subject, case, today);
    }
}

/// Whether an account was missed on its own site twice, with days between, and wasn't seen there in the meantime.
pub(super) fn is_missed_twice(known: &[Evidence], case: &Case) -> bool {
    let mut missing = case.evidence.iter().filter(|it| it.says == Says::NoLongerShown);
    let is_seen_since = |first: Date| {
        let own = |it: &&Evidence| it.is_claim() && it.method <= Method::OfficialSite;
        known.iter().filter(own).any(|it| it.seen >= first)
    };
    let once = Objection::LookAgain.to_string();
    !case.against.contains(&once) && missing.all(|it| !is_seen_since(it.since()))
}

fn effect(
    directory: &Directory,
    names: &mut AccountNames,
    subject: &Subject,
    case: &Case,
    today: Date,
) -> Option<Effect> {
    let organisation = directory.organisation_by_id(&subject.organisation)?;
    // What else happens to an account says nothing of how sure it was.
    let is_of_trust =
        matches!(subject.kind, Kind::New | Kind::Confirms | Kind::NoLongerShown | Kind::Renamed);
    if case.evidence.is_empty() || !is_of_trust {
        return None;
    }
    let known = names
        .find(directory, organisation, subject)
        .map_or(&[][..], |index| &directory.account(index).evidence);
    let is_any = !known.is_empty();
    if !is_any && subject.kind != Kind::New {
        return None;
    }
    let before = is_any.then(|| Trust::of(known, today));
    // What is missing lowers nothing before it was missed twice.
    let counts = subject.kind != Kind::NoLongerShown || is_missed_twice(known, case);
    let seen = if counts { case.evidence.as_slice() } else { &[] };
    Some(Effect { before, after: Trust::of(&joined(known, seen), today) })
}
