//! Which organisations a run is about: a baseline is of some, and is held against nothing else.

use super::super::arguments::WatchArguments;
use super::super::error::Result;
use super::super::{Context, load};
use crate::text::sanitise::escaped;
use crate::watch::Baseline;

/// The conditions of a run: those that were given, else those of the baseline. Against a baseline of others, all would
/// be new or gone, and what is known of those would be lost where it is kept.
pub(super) fn of(
    command: &WatchArguments,
    given: Vec<String>,
    before: Option<&Baseline>,
    cx: &mut Context<'_>,
) -> Result<Vec<String>> {
    let scope = match before {
        Some(before) if given.is_empty() => before.scope.clone(),
        Some(before) if !is_same(&given, &before.scope) => {
            let file = command.baseline.as_deref().map(load::name_of).unwrap_or_default();
            let known = match before.scope.as_slice() {
                [] => cx.words.watch_everyone.to_owned(),
                known => escaped(&known.join(" ")),
            };
            let text = cx.words.watch_other_scope(&escaped(&given.join(" ")), &file, &known);
            return Err(cx.unusable(&text));
        }
        _ => given,
    };
    let is_live = command.from.is_empty() && !command.offline;
    if scope.is_empty() && is_live {
        return Err(cx.unusable(cx.words.watch_whom));
    }
    Ok(scope)
}

/// All conditions must hold, in whichever order.
fn is_same(one: &[String], other: &[String]) -> bool {
    let sorted = |all: &[String]| {
        let mut all = all.to_vec();
        all.sort_unstable();
        all.dedup();
        all
    };
    sorted(one) == sorted(other)
}
