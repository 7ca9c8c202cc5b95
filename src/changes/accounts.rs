//! What changed of accounts.

mod joined;

use super::matching::{Bodies, body};
use super::{Change, Kind, NamedAccount, Value};
use crate::directory::{Account, AccountIndex, Date, Directory, Status};
use crate::platform::AccountName;
use joined::Joined;

pub(super) fn changes(bodies: &Bodies<'_>, today: Date) -> Vec<Change> {
    let joined = Joined::new(bodies.old, bodies.new);
    let mut changes = taken_handles(bodies, &joined);
    for older in bodies.old.account_indexes() {
        match joined.newer(older) {
            Some(newer) => of_both(bodies, older, newer, today, &mut changes),
            None => changes.push(Change {
                organisation: bodies.body_of_older(bodies.old.listed_account(older).organisation),
                kind: Kind::AccountGone,
                account: Some(named(bodies.old, older)),
                before: None,
                after: None,
            }),
        }
    }
    let new = bodies.new.account_indexes().filter(|it| joined.older(*it).is_none());
    changes.extend(new.map(|it| of_newer(bodies, it, Kind::AccountNew, None, None)));
    changes
}

/// A change of an account that the new edition has.
fn of_newer(
    bodies: &Bodies<'_>,
    newer: AccountIndex,
    kind: Kind,
    before: Option<Value>,
    after: Option<Value>,
) -> Change {
    let organisation = body(bodies.new, bodies.new.listed_account(newer).organisation);
    Change { organisation, kind, account: Some(named(bodies.new, newer)), before, after }
}

/// The handles that are now those of another account, by the platform's own ids.
fn taken_handles(bodies: &Bodies<'_>, joined: &Joined) -> Vec<Change> {
    let mut changes = Vec::new();
    for &(older, newer) in &joined.by_handle {
        let id_of = |directory: &Directory, it| {
            let id = directory.listed_account(it).platform_id.as_ref();
            id.map(|id| Value::Text(id.text().to_owned()))
        };
        let (was, is) = (id_of(bodies.old, older), id_of(bodies.new, newer));
        let has_other_id = was.is_some() && is.is_some() && was != is;
        if has_other_id || joined.newer(older) != Some(newer) {
            changes.push(of_newer(bodies, newer, Kind::HandleTaken, was, is));
        }
    }
    changes
}

fn of_both(
    bodies: &Bodies<'_>,
    older: AccountIndex,
    newer: AccountIndex,
    today: Date,
    changes: &mut Vec<Change>,
) {
    let (was, is) = (bodies.old.listed_account(older), bodies.new.listed_account(newer));
    let mut tell = |kind, before, after| {
        changes.push(of_newer(bodies, newer, kind, before, after));
    };
    if bodies.newer(was.organisation) != Some(is.organisation) {
        let before = bodies.body_of_older(was.organisation);
        let after = body(bodies.new, is.organisation);
        let (before, after) = (Value::Organisation(before), Value::Organisation(after));
        tell(Kind::AccountMoved, Some(before), Some(after));
    }
    if is_renamed(was, is) {
        let written = |directory: &Directory, it: &Account| {
            Some(Value::Text(it.written(directory.platform(it.platform))))
        };
        tell(Kind::AccountRenamed, written(bodies.old, was), written(bodies.new, is));
    }
    if was.status != is.status {
        let (before, after) = (Value::Status(was.status), Value::Status(is.status));
        tell(kind_of_status(was.status, is.status), Some(before), Some(after));
    }
    let (before, after) = (was.trust(today), is.trust(today));
    if before != after {
        // The strongest level is the least.
        let kind = if after < before { Kind::TrustUp } else { Kind::TrustDown };
        tell(kind, Some(Value::Trust(before)), Some(Value::Trust(after)));
    }
    let (before, after) = (badge(bodies.old, was), badge(bodies.new, is));
    if badge_key(before.as_ref()) != badge_key(after.as_ref()) {
        tell(Kind::BadgeChanged, before, after);
    }
}

/// Whether both have a handle, and the platform takes these for two.
fn is_renamed(was: &Account, is: &Account) -> bool {
    let key = |it: &Account| it.handle.as_ref().map(|handle| AccountName::key(handle).to_owned());
    matches!((key(was), key(is)), (Some(was), Some(is)) if was != is)
}

fn kind_of_status(was: Status, is: Status) -> Kind {
    match (was.is_retired(), is.is_retired()) {
        (false, true) => Kind::AccountRetired,
        (true, false) => Kind::AccountResumed,
        _ => Kind::StatusChanged,
    }
}

/// The badge that was seen; `None` where nobody looked.
fn badge(directory: &Directory, account: &Account) -> Option<Value> {
    let seen = account.badge.as_ref()?;
    let kind = seen.kind.and_then(|kind| directory.badges.get(kind.position()));
    Some(kind.map_or(Value::NoBadge, |kind| Value::Badge {
        id: kind.id.clone(),
        name: kind.name.clone(),
    }))
}

/// What badges are compared by: one that is only called otherwise is the same.
fn badge_key(badge: Option<&Value>) -> Option<&str> {
    match badge? {
        Value::Badge { id, .. } => Some(id),
        _ => Some(""),
    }
}

fn named(directory: &Directory, index: AccountIndex) -> NamedAccount {
    let it = directory.listed_account(index);
    let platform = directory.platform(it.platform);
    NamedAccount {
        platform: platform.id().to_owned(),
        platform_name: platform.name().to_owned(),
        name: it.written(platform),
        url: it.url.clone(),
    }
}
