//! What changed between two editions of a directory.
//!
//! Organisations and accounts are held against each other by what identifies them, never by their place in the
//! file: an organisation by its id or an official one, an account by its name or the platform's own id.

mod accounts;
mod change;
mod kind;
mod matching;
mod organisations;
mod reach;
#[cfg(test)]
mod tests;

use crate::compact_sort::CompactSort;
use crate::directory::{Date, Directory};
use crate::text::fold::fold;
pub use change::{Body, Change, NamedAccount, Value};
pub use kind::Kind;
use matching::Bodies;

/// What changed from one edition to another, each once: alarms first, then by organisation.
///
/// Trust is judged on one day in both, so that it changes only where the evidence did. Own observations do not
/// count.
pub fn between(old: &Directory, new: &Directory, today: Date) -> Vec<Change> {
    let bodies = Bodies::new(old, new);
    let mut changes = organisations::changes(&bodies);
    changes.extend(accounts::changes(&bodies, today));
    changes.extend(reach::changes(&bodies));
    changes
        .compact_sort_by_key(|it| (!it.kind.is_alarm(), fold(&it.organisation.name), it.clone()));
    changes.dedup();
    changes
}

/// How many changes there are of each kind that occurs, in the order of kinds.
pub fn counts(changes: &[Change]) -> Vec<(Kind, usize)> {
    let count = |kind: Kind| changes.iter().filter(|it| it.kind == kind).count();
    Kind::ALL.iter().map(|&kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
}
