//! Queries that say where words must stand: every organisation is looked at.

use super::matching::{best_match, is_excluded};
use crate::directory::OrganisationIndex;
use crate::search::answer::{Answer, Hit};
use crate::search::index::entries::Entries;
use crate::search::index::tables::Tables;
use crate::search::plan::{Cancelled, Plan};
use crate::search::query::Query;
use crate::search::rank::top_k::Weights;
use crate::search::rank::weight::Weight;

/// How many organisations are looked at before asking whether anybody still waits.
const CANCEL_CHECK_EVERY: u32 = 2048;

/// Of fewer organisations than this in a block each is read by itself; of more, the block is read whole.
const READ_ONE_BY_ONE: usize = 64;

/// Weighs every organisation that a strict tier meets, the substring included.
pub(in crate::search) fn search(
    plan: &Plan<'_>,
    weights: &mut Weights,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<(), Cancelled> {
    let Tables { count, first_ended, .. } = *plan.tables;
    weights.clear(count, first_ended);
    let kinds = plan.tables.kinds();
    let wanted: Vec<u64> = plan.queries.iter().map(letters_of_words).collect();
    let will_do = |mask: u64| wanted.iter().any(|wanted| wanted & !mask == 0);
    each(
        plan,
        is_cancelled,
        |_, mask| will_do(mask),
        |_| true,
        |rank, entries| {
            let kind = Tables::kind(kinds.get(rank as usize));
            if let Some(matched) = best_match(entries, plan, kind) {
                weights.add(rank, matched.weight());
            }
        },
    )
}

/// Shows the texts of all organisations of which first the rank and the letters and digits they
/// hold will do, and then the letters themselves.
pub(in crate::search) fn each(
    plan: &Plan<'_>,
    is_cancelled: &dyn Fn() -> bool,
    will_do: impl Fn(u32, u64) -> bool,
    letters_will_do: impl Fn(&[u8]) -> bool,
    mut visit: impl FnMut(u32, &Entries),
) -> Result<(), Cancelled> {
    let mut entries = Entries::default();
    for first in (0..plan.tables.count).step_by(CANCEL_CHECK_EVERY as usize) {
        if is_cancelled() {
            return Err(Cancelled);
        }
        let ranks = first..plan.tables.count.min(first.saturating_add(CANCEL_CHECK_EVERY));
        let masks = plan.tables.masks(ranks.clone());
        let masks = masks.as_chunks().0;
        let do_well: Vec<(usize, u32)> = (0..)
            .zip(ranks.clone())
            .zip(masks)
            .filter(|((_, rank), mask)| will_do(*rank, u64::from_le_bytes(**mask)))
            .map(|(place, _)| place)
            .collect();
        if do_well.len() < READ_ONE_BY_ONE {
            for (_, rank) in do_well {
                plan.tables.read(rank, &mut entries);
                if letters_will_do(entries.arena.as_bytes()) {
                    visit(rank, &entries);
                }
            }
            continue;
        }
        let block = plan.tables.block(ranks);
        for (position, rank) in do_well {
            if letters_will_do(block.letters(position)) {
                block.read(position, &mut entries);
                visit(rank, &entries);
            }
        }
    }
    Ok(())
}

fn letters_of_words(query: &Query) -> u64 {
    query.words.iter().fold(0, |mask, word| mask | word.mask)
}

/// Takes out of what was met what the query wants left out.
pub(in crate::search) fn remove_excluded(
    plan: &Plan<'_>,
    weights: &mut Weights,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<(), Cancelled> {
    let Some(query) = plan.typed().filter(|query| !query.without.is_empty()) else {
        return Ok(());
    };
    let mut out = Vec::new();
    let is_met = |rank, _| weights.get(rank) != Weight::NONE;
    each(
        plan,
        is_cancelled,
        is_met,
        |_| true,
        |rank, entries| {
            if is_excluded(entries, query) {
                out.push(rank);
            }
        },
    )?;
    for rank in out {
        weights.remove(rank);
    }
    Ok(())
}

/// Everything but what is to be left out, in the order of the directory.
pub(in crate::search) fn everything_but_excluded(
    plan: &Plan<'_>,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Answer, Cancelled> {
    let Some(query) = plan.typed() else { return Ok(Answer::default()) };
    let mut is_out = vec![false; plan.tables.count as usize];
    each(
        plan,
        is_cancelled,
        |_, _| true,
        |_| true,
        |rank, entries| {
            let index = plan.tables.organisation(rank).position();
            if let Some(is_out) = is_out.get_mut(index) {
                *is_out = is_excluded(entries, query);
            }
        },
    )?;
    let total = is_out.iter().filter(|is_out| !**is_out).count();
    let is_left = |index: &OrganisationIndex| is_out.get(index.position()) == Some(&false);
    let hits = plan.tables.in_order().filter(is_left).map(Hit::unasked);
    Ok(Answer { hits: hits.take(plan.limit).collect(), total })
}
