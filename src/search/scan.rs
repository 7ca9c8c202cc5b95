//! Queries that say where words must stand: every organisation is looked at.

use super::Answer;
use super::best::Weights;
use super::entries::Entries;
use super::meet::{is_excluded, strict};
use super::query::Query;
use super::run::{Run, Stale, in_order};
use super::tables::Tables;

/// How many organisations are looked at before asking whether anybody still waits.
pub(super) const BREATH: usize = 2048;

/// Weighs every organisation that a strict tier meets, the substring included.
pub(super) fn scan(
    run: &Run<'_>,
    weights: &mut Weights,
    is_stale: &dyn Fn() -> bool,
) -> Result<(), Stale> {
    let Tables { count, first_ended, .. } = *run.tables;
    weights.clear(count, first_ended);
    let kinds = run.tables.kinds();
    each(run, is_stale, |rank, entries| {
        let kind = Tables::kind(kinds.get(rank as usize));
        if let Some(met) = strict(entries, run, kind) {
            weights.add(rank, met.weight());
        }
    })
}

/// Shows the texts of all organisations that hold the letters of the query and aren't to be left
/// out.
pub(super) fn each(
    run: &Run<'_>,
    is_stale: &dyn Fn() -> bool,
    mut see: impl FnMut(u32, &Entries),
) -> Result<(), Stale> {
    let wanted: Vec<u64> = run.queries.iter().map(letters_of_words).collect();
    each_with(run, is_stale, |mask| wanted.iter().any(|wanted| wanted & !mask == 0), &mut see)
}

/// Shows the texts of all organisations whose letters will do and that aren't to be left out.
pub(super) fn each_with(
    run: &Run<'_>,
    is_stale: &dyn Fn() -> bool,
    will_do: impl Fn(u64) -> bool,
    see: &mut dyn FnMut(u32, &Entries),
) -> Result<(), Stale> {
    let masks = run.tables.masks.read(0..run.tables.masks.len());
    let without = run.typed().filter(|query| !query.without.is_empty());
    let mut entries = Entries::default();
    for (masks, first) in masks.as_chunks().0.chunks(BREATH).zip((0..).step_by(BREATH)) {
        if is_stale() {
            return Err(Stale);
        }
        for (mask, rank) in masks.iter().zip(first..) {
            if !will_do(u64::from_le_bytes(*mask)) {
                continue;
            }
            run.tables.read(rank, &mut entries);
            if !without.is_some_and(|query| is_excluded(&entries, query)) {
                see(rank, &entries);
            }
        }
    }
    Ok(())
}

fn letters_of_words(query: &Query) -> u64 {
    query.words.iter().fold(0, |mask, word| mask | word.mask)
}

/// Everything but what is to be left out, in the order of the directory.
pub(super) fn all_but(run: &Run<'_>, is_stale: &dyn Fn() -> bool) -> Result<Answer, Stale> {
    let mut left = vec![false; run.tables.count as usize];
    each_with(run, is_stale, |_| true, &mut |rank, _| {
        let index = run.tables.organisation(rank).position();
        if let Some(left) = left.get_mut(index) {
            *left = true;
        }
    })?;
    let total = left.iter().filter(|left| **left).count();
    let is_left = |index: &crate::directory::OrganisationIndex| {
        left.get(index.position()).copied().unwrap_or_default()
    };
    let hits = run.tables.in_order().filter(is_left).map(in_order);
    Ok(Answer { hits: hits.take(run.limit()).collect(), total })
}
