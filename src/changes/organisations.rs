//! What changed of organisations themselves.

use super::matching::{Bodies, body};
use super::{Body, Change, Kind, Value};
use crate::directory::{Directory, OrganisationIndex};

pub(super) fn changes(bodies: &Bodies<'_>) -> Vec<Change> {
    let of = |it| match it {
        (Some(older), Some(newer)) => of_both(bodies, older, newer),
        (Some(older), None) => {
            vec![plain(body(bodies.old, older), Kind::OrganisationGone)]
        }
        (None, Some(newer)) => vec![plain(body(bodies.new, newer), Kind::OrganisationNew)],
        (None, None) => Vec::new(),
    };
    bodies.all().flat_map(of).collect()
}

fn plain(organisation: Body, kind: Kind) -> Change {
    Change { organisation, kind, account: None, before: None, after: None }
}

fn of_both(bodies: &Bodies<'_>, older: OrganisationIndex, newer: OrganisationIndex) -> Vec<Change> {
    let (was, is) = (body(bodies.old, older), body(bodies.new, newer));
    let mut changes = Vec::new();
    let mut tell = |kind, before, after| {
        changes.push(Change { before, after, ..plain(is.clone(), kind) });
    };
    if was != is {
        let renamed = Value::Organisation(is.clone());
        tell(Kind::OrganisationRenamed, Some(Value::Organisation(was)), Some(renamed));
    }
    match (end(bodies.old, older), end(bodies.new, newer)) {
        (None, after @ Some(_)) => tell(Kind::OrganisationEnded, None, after),
        (before @ Some(_), None) => tell(Kind::OrganisationResumed, before, None),
        _ if has_other_successor(bodies, older, newer) => {
            let before = successor(bodies.old, older).map(Value::Organisation);
            let after = successor(bodies.new, newer).map(Value::Organisation);
            tell(Kind::SuccessorChanged, before, after);
        }
        _ => {}
    }
    changes
}

/// When an organisation ended, and what took over from it.
fn end(directory: &Directory, index: OrganisationIndex) -> Option<Value> {
    let day = directory.organisation(index).ended?;
    Some(Value::End(day, successor(directory, index)))
}

fn successor(directory: &Directory, index: OrganisationIndex) -> Option<Body> {
    directory.organisation(index).successor.map(|it| body(directory, it))
}

/// Whether another organisation took over: one that was only renamed did not.
fn has_other_successor(
    bodies: &Bodies<'_>,
    older: OrganisationIndex,
    newer: OrganisationIndex,
) -> bool {
    let was = bodies.old.organisation(older).successor;
    let is = bodies.new.organisation(newer).successor;
    was.is_some() != is.is_some() || was.and_then(|it| bodies.newer(it)) != is
}
