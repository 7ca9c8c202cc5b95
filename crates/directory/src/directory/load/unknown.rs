//! Names of organisations that are not there: which id was meant?

use super::fields::{Context, Sentence};
use super::problem::Unknown;
use crate::compact_sort::CompactSort;
use crate::text::sanitise;
use crate::text::suggest::KnownNames;

/// How much is spent on finding what was meant, counted in ids that are looked at: a second or two.
/// A file whose every link is broken is not broken by typing errors.
const BUDGET: usize = 200_000_000;

/// Reports every name that was found to be none, with the id that was meant where one is near.
pub(super) fn report<'i>(context: &Context<'_>, ids: impl Iterator<Item = &'i str>) {
    let mut unknown = context.take_unknown();
    if unknown.is_empty() {
        return;
    }
    // The budget goes to the first of the file, whatever thread found which.
    unknown.compact_sort_by_key(|unknown| unknown.id.at);
    let mut ids = KnownNames::new(ids, BUDGET);
    for Unknown { key, id } in unknown {
        let hint = ids.mistyped(&id.value).map_or_else(
            || Sentence::AddOrCorrect.into(),
            |known| Sentence::DidYouMean.of([&known]),
        );
        let given = sanitise::escaped(&id.value);
        context.fault(id.at, Sentence::NoOrganisation.of([&key, &given]).and(hint));
    }
}
