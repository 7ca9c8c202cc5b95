//! How it is told who is known to be where, the same in every command.

use serde::Serialize;

use super::Context;
use crate::messages::numbers::grouped;
use crate::presence::{Presence, Tally};

/// The heads of the cells of [`cells`], for spreadsheets.
pub(super) const HEADS: [&str; 9] = [
    "organisations_confirmed",
    "organisations_aged",
    "organisations_reported",
    "organisations_retired",
    "organisations_unknown",
    "accounts_confirmed",
    "accounts_aged",
    "accounts_reported",
    "accounts_retired",
];

/// What is known, cell by cell.
pub(super) fn cells(presence: &Presence) -> [usize; 9] {
    let Presence { organisations, unknown, accounts } = presence;
    [
        organisations.confirmed,
        organisations.aged,
        organisations.reported,
        organisations.retired,
        *unknown,
        accounts.confirmed,
        accounts.aged,
        accounts.reported,
        accounts.retired,
    ]
}

/// The heads of the columns of [`organisations`], for people.
pub(super) fn heads_of_organisations(cx: &Context<'_>) -> [&'static str; 6] {
    let words = cx.words;
    [
        words.trust_confirmed,
        words.trust_aged,
        words.trust_reported,
        words.presence_in_use,
        words.presence_retired,
        words.presence_unknown,
    ]
}

/// The organisations, for people: by trust and together, then those that stopped and the unknown.
pub(super) fn organisations(presence: &Presence, cx: &Context<'_>) -> Vec<String> {
    let Presence { organisations: it, unknown, .. } = presence;
    let all = [it.confirmed, it.aged, it.reported, it.in_use(), it.retired, *unknown];
    all.into_iter().map(|count| grouped(cx.words, count)).collect()
}

/// Who is known, for programs.
#[derive(Serialize)]
pub(super) struct JsonPresence {
    organisations: JsonOrganisations,
    accounts: JsonTally,
}

#[derive(Serialize)]
struct JsonOrganisations {
    looked_at: usize,
    in_use: usize,
    confirmed: usize,
    aged: usize,
    reported: usize,
    retired: usize,
    unknown: usize,
}

/// Accounts by trust, for programs.
#[derive(Serialize)]
pub(super) struct JsonTally {
    in_use: usize,
    confirmed: usize,
    aged: usize,
    reported: usize,
    retired: usize,
}

impl From<&Presence> for JsonPresence {
    fn from(presence: &Presence) -> Self {
        let it = presence.organisations;
        let organisations = JsonOrganisations {
            looked_at: presence.looked_at(),
            in_use: it.in_use(),
            confirmed: it.confirmed,
            aged: it.aged,
            reported: it.reported,
            retired: it.retired,
            unknown: presence.unknown,
        };
        Self { organisations, accounts: presence.accounts.into() }
    }
}

impl From<Tally> for JsonTally {
    fn from(it: Tally) -> Self {
        Self {
            in_use: it.in_use(),
            confirmed: it.confirmed,
            aged: it.aged,
            reported: it.reported,
            retired: it.retired,
        }
    }
}
