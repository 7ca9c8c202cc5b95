//! Accounts that are called otherwise than they were, by the id that their platform gave them.

use std::collections::BTreeMap;

use super::super::baseline::{AccountRow, Baseline};
use super::super::look::{AccountKey, Alarm, Look};

/// By what accounts are known now, what they were known by, with what was known of them.
pub(super) type Renamed<'r> = BTreeMap<&'r AccountKey, (&'r AccountKey, &'r AccountRow)>;

/// Accounts that are listed under a name that wasn't, and have the id of one whose name is listed no more: the same
/// organisation's, on the same platform and server.
pub(super) fn renamed<'r>(look: &'r Look, before: Option<&'r Baseline>) -> Renamed<'r> {
    let mut all = Renamed::new();
    let Some(before) = before else { return all };
    for (key, now) in &look.accounts {
        // Whoever has another id than the listed one has nothing to be known by.
        let is_other = now.alarms.iter().any(|it| matches!(it, Alarm::OtherId { .. }));
        if now.id.is_none() || is_other || before.accounts.contains_key(key) {
            continue;
        }
        let former = before.accounts.iter().find(|(was, row)| {
            row.id == now.id
                && place(was) == place(key)
                && !look.accounts.contains_key(*was)
                && !look.elsewhere.contains_key(*was)
                && !all.values().any(|(taken, _)| taken == was)
        });
        all.extend(former.map(|it| (key, it)));
    }
    all
}

/// Whose an account is, and where: each server of the fediverse counts its accounts for itself.
fn place(key: &AccountKey) -> (&str, &str, Option<&str>) {
    let server = key.account.rsplit_once('@').map(|(_, server)| server);
    (&key.organisation, &key.platform, server)
}
