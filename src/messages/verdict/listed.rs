//! Reasons for what is listed: in use or not.

use super::{handle, name, platform_name, row};
use crate::check::{Former, Listed};
use crate::directory::evidence::standing;
use crate::directory::{
    Account, AccountIndex, Basis, Date, Directory, Evidence, OrganisationIndex, Status,
};
use crate::messages::{evidence as told, labels, observation};
use crate::text::sanitise::escaped;
use crate::words::Words;

/// Why a listed account is held to be official, and how sure that is.
pub(super) fn official(
    words: &Words,
    directory: &Directory,
    listed: &Listed,
    today: Date,
) -> Vec<String> {
    let it = directory.account(listed.account);
    let mut reasons = Vec::new();
    reasons.extend(purpose(words, it));
    reasons.push(certainty(words, it, today));
    reasons.extend(evidence(words, directory, it));
    reasons.extend(withdrawn(words, it));
    reasons.extend(observation::sentences(words, directory, listed.account));
    reasons.extend(note(words, it));
    reasons.push(words.listed_is_not_safe.to_owned());
    reasons
}

/// What became of an account that is no longer used, and where it went.
pub(super) fn retired(
    words: &Words,
    directory: &Directory,
    listed: &Listed,
    today: Date,
) -> Vec<String> {
    let it = directory.account(listed.account);
    let mut reasons = Vec::new();
    reasons.extend(match it.status {
        Status::Parked => Some(words.retired_parked.to_owned()),
        Status::Left => Some(words.retired_left.to_owned()),
        Status::Closed => Some(words.retired_closed.to_owned()),
        Status::Moved => Some(it.successor.as_deref().map_or_else(
            || words.retired_moved_somewhere.to_owned(),
            |address| words.retired_moved(&escaped(address)),
        )),
        Status::Active | Status::Unknown => None,
    });
    reasons.extend(observation::sentences(words, directory, listed.account));
    reasons.extend(ended(words, directory, it.organisation));
    reasons.extend(withdrawn(words, it));
    reasons.push(words.retired_beware.to_owned());
    reasons.extend(purpose(words, it));
    reasons.push(certainty(words, it, today));
    reasons.extend(evidence(words, directory, it));
    reasons.extend(note(words, it));
    reasons
}

/// Until when a handle was in use, what continues it, and who says so.
pub(super) fn former(words: &Words, directory: &Directory, former: &Former) -> Vec<String> {
    let mut reasons = Vec::new();
    let Some(formerly) = directory.formerly(&former.reference) else {
        return reasons;
    };
    let it = formerly.handle;
    reasons.extend(it.until.map(|day| words.former_until(&day.to_string())));
    reasons.push(words.former_beware.to_owned());
    let continued_by = former.continued_by.map(|account| {
        let of = directory.account(account);
        let told = if formerly.account.is_some() {
            Words::former_renamed
        } else {
            Words::former_continued
        };
        told(words, &handle(directory, account), &escaped(&of.url))
    });
    let elsewhere = || Some(words.retired_moved(&escaped(it.successor.as_deref()?)));
    reasons.extend(continued_by.or_else(elsewhere));
    reasons.extend(ended(words, directory, former.organisation));
    reasons.push(words.former_evidence(&it.seen.to_string(), &escaped(&it.url)));
    reasons
}

/// That an organisation ended, and which one took over from it; nothing of one that exists.
pub(super) fn ended(
    words: &Words,
    directory: &Directory,
    organisation: OrganisationIndex,
) -> Vec<String> {
    let it = directory.organisation(organisation);
    let Some(day) = it.ended.map(|day| day.to_string()) else {
        return Vec::new();
    };
    let name_of_it = name(directory, organisation);
    let mut told = vec![words.organisation_ended(&day, &name_of_it)];
    told.extend(
        it.successor.map(|successor| words.organisation_continued(&name(directory, successor))),
    );
    told
}

/// How sure it is, on what, and since when.
fn certainty(words: &Words, it: &Account, today: Date) -> String {
    let (level, basis) = (it.trust(today), labels::basis(words, it));
    let date = it.last_seen().map(|date| date.to_string()).unwrap_or_default();
    // What several others say lately is not old: the level is that of old words of the government.
    if matches!(Basis::of(&it.evidence), Basis::Agreeing(_)) {
        return words.trust_agreeing(&basis, &date);
    }
    words.trust_and_basis(&basis, &date, labels::trust(words, level))
}

/// The strongest piece of evidence, the newest of its kind; where several others agree, one of each.
fn evidence(words: &Words, directory: &Directory, it: &Account) -> Vec<String> {
    let mut best = told::one_of_each(standing(&it.evidence));
    best.truncate(if matches!(Basis::of(&it.evidence), Basis::Agreeing(_)) { PIECES } else { 1 });
    if best.is_empty() {
        best.extend(it.withdrawal());
    }
    let sentence = |piece: &Evidence| {
        let method = escaped(&told::told(words, directory, &it.evidence, piece).in_short());
        words.evidence(&method, &escaped(&piece.url))
    };
    best.into_iter().map(sentence).collect()
}

/// The most evidence that is told of an account.
const PIECES: usize = 2;

fn purpose(words: &Words, it: &Account) -> Option<String> {
    let purpose = escaped(&labels::purposes(words, it)?);
    Some(words.purpose(&purpose))
}

fn note(words: &Words, it: &Account) -> Option<String> {
    let note = escaped(it.note.as_deref()?);
    Some(words.note(&note))
}

/// Where a name was looked up, if no platform was named, and whose it is where it is somebody else's.
pub(super) fn looked_on_all(words: &Words, directory: &Directory, listed: &Listed) -> String {
    let all: Vec<AccountIndex> =
        std::iter::once(listed.account).chain(listed.others.iter().copied()).collect();
    let owner = |account: AccountIndex| directory.account(account).organisation;
    let platforms = |of: &dyn Fn(AccountIndex) -> bool| {
        let mut platforms: Vec<String> = Vec::new();
        for &account in all.iter().filter(|it| of(**it)) {
            let platform = platform_name(directory, directory.account(account).platform);
            if !platforms.contains(&platform) {
                platforms.push(platform);
            }
        }
        row(words, &platforms)
    };
    let first = owner(listed.account);
    let mut told = words.looked_on_all(&platforms(&|it| owner(it) == first));
    let mut others: Vec<OrganisationIndex> = Vec::new();
    for other in all.iter().map(|it| owner(*it)).filter(|it| *it != first) {
        if !others.contains(&other) {
            others.push(other);
            let on = platforms(&|it| owner(it) == other);
            told.push(' ');
            told.push_str(&words.listed_for_other(&name(directory, other), &on));
        }
    }
    told
}

/// That another listed account is easily taken for this one.
pub(super) fn confusable(words: &Words, directory: &Directory, account: AccountIndex) -> String {
    let organisation = name(directory, directory.account(account).organisation);
    words.confusable(&handle(directory, account), &organisation)
}

/// That the organisation took the account back, and the page that says so.
fn withdrawn(words: &Words, account: &Account) -> Option<String> {
    let withdrawal = account.open_withdrawal()?;
    Some(format!("{} ({})", told::withdrawn(words, account)?, escaped(&withdrawal.url)))
}
