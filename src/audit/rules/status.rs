//! Status: accounts that nobody speaks through any more.

use crate::audit::details::EndedOwner;
use crate::audit::lifecycle::has_ended;
use crate::audit::{Certainty, Context, Details, Finding, Severity};
use crate::directory::{Account, AccountIndex, Status};

/// The findings of this topic.
pub(super) fn findings(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &index in &cx.accounts {
        let account = cx.directory.account(index);
        findings.extend(ended(cx, index, account));
        findings.extend(match account.status {
            Status::Parked => parked(cx, index, account),
            Status::Left => Some(left(cx, index, account)),
            Status::Moved => moved(cx, index, account),
            Status::Active | Status::Closed | Status::Unknown => None,
        });
    }
    findings
}

/// The organisation ended and nobody has said that the account was closed or kept. What is not known of
/// the account is no more than worth a look.
fn ended(cx: &Context<'_>, index: AccountIndex, account: &Account) -> Option<Finding> {
    let directory = cx.directory;
    let organisation = directory.organisation(account.organisation);
    let mut sharers = account.shared_with.iter();
    let is_taken_over = sharers.any(|&sharer| !has_ended(directory, sharer, cx.today));
    if !has_ended(directory, account.organisation, cx.today) || is_taken_over {
        return None;
    }
    let (certainty, most) = match account.status {
        Status::Active => (Certainty::Certain, Severity::Error),
        Status::Unknown => (Certainty::Possible, Severity::Warning),
        // What was left, parked, moved or closed has rules of its own, or is as it should be.
        Status::Left | Status::Parked | Status::Moved | Status::Closed => return None,
    };
    let date = organisation.ended?;
    let details = |account| Details::StatusEnded(EndedOwner { account, date });
    let successor = organisation.successor.map(|it| cx.name(it));
    Some(cx.about(certainty, index, details).at_most(most).proposing(successor))
}

/// The name is kept, and the directory knows no account or address that it points to.
fn parked(cx: &Context<'_>, index: AccountIndex, account: &Account) -> Option<Finding> {
    let has_pointer = account.successor.is_some();
    (!has_pointer).then(|| cx.about(sureness(account), index, Details::StatusParked))
}

/// The account is no longer used, and nobody says that its name is kept.
fn left(cx: &Context<'_>, index: AccountIndex, account: &Account) -> Finding {
    let certainty = sureness(account);
    let is_doubtful = certainty == Certainty::Possible;
    let most = if is_doubtful { Severity::Warning } else { Severity::Error };
    cx.about(certainty, index, Details::StatusLeft).at_most(most)
}

/// The account moved to nowhere that is known, or to an account that is itself no longer used.
fn moved(cx: &Context<'_>, index: AccountIndex, account: &Account) -> Option<Finding> {
    let directory = cx.directory;
    let Some(successor) = account.successor.as_deref() else {
        return Some(cx.about(Certainty::Certain, index, Details::StatusMoved));
    };
    let parsed = directory.platforms.parse_address(successor).ok()?;
    let next = directory.account_by(&parsed.account)?;
    let is_dead = next == index || directory.account(next).status.is_retired();
    is_dead.then(|| cx.about(Certainty::Certain, index, Details::StatusMoved))
}

/// A note tells what a reader must know besides, often why the status may be that of another account.
fn sureness(account: &Account) -> Certainty {
    if account.note.is_some() { Certainty::Possible } else { Certainty::Likely }
}

#[cfg(test)]
mod tests;
