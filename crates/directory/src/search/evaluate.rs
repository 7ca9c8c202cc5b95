//! Evaluating a plan, from the tiers that take no time to the guesses.
//!
//! The answer comes in two steps, so that a key press never waits. The first step reads nothing but
//! runs of neighbours in sorted tables, which takes about as long in a directory of a million
//! organisations as in a small one; it answers what people mostly mean. Whatever needs a look at
//! every text (operators, substrings, typing errors) is the second, which is cancelled where the
//! reader types on meanwhile. The second answer begins with the hits of the first, in their order.

pub(super) mod full_scan;
pub(super) mod indexed;
pub(super) mod matching;
pub(super) mod subsequences;
pub(super) mod substring;
pub(super) mod sums;
pub(super) mod typos;

use super::answer::{Answer, Hit, Tier};
use super::index::entries::Entries;
use super::index::tables::Tables;
use super::plan::{Cancelled, Plan};
use super::rank::top_k::Weights;
use super::rank::weight::Weight;
use crate::directory::AccountIndex;
pub(super) use sums::Scratch;

/// With so many hits of the tiers above, texts that only hold the query somewhere are left out: no
/// screen shows more, and looking for them takes longer than all that comes before.
const ENOUGH_HITS: usize = 20;

/// The most hits that the first step hands over: for each the text that was met is read again, which
/// would make a short query in a large directory wait for what nobody scrolls to.
pub(super) const MAX_FIRST_HITS: usize = 256;

/// Whether a strict tier meets anything.
pub(super) fn meets_any(plan: &Plan<'_>, scratch: &mut Scratch) -> bool {
    indexed::search(plan, scratch);
    scratch.weights.total() > 0
}

/// Whether anything is met but for typing errors.
pub(super) fn meets_near(plan: &Plan<'_>, scratch: &mut Scratch) -> bool {
    let Tables { count, first_ended, .. } = *plan.tables;
    scratch.weights.clear(count, first_ended);
    plan.is_guessable()
        && typos::search(plan, scratch, &|| false).is_ok()
        && scratch.weights.total() > 0
}

/// What is met at once; whether that is all. `is_weighed` where [`meets_any`] was asked about this very plan last, so
/// that what the strict tiers meet is known.
pub(super) fn first(plan: &Plan<'_>, scratch: &mut Scratch, is_weighed: bool) -> (Answer, bool) {
    if plan.is_empty {
        return (everything(plan), true);
    }
    if plan.has_operators() {
        return (Answer::default(), false);
    }
    if !plan.has_letters() {
        return (answer(plan, &Weights::default(), plan.limit), true);
    }
    if !is_weighed {
        indexed::search(plan, scratch);
    }
    remove_lead(plan, &mut scratch.weights);
    let is_whole = !plan.lead.is_empty()
        || !plan.is_looked_for_inside()
        || scratch.weights.count_above(Tier::Substring) >= ENOUGH_HITS;
    let answer = answer(plan, &scratch.weights, plan.limit.min(MAX_FIRST_HITS));
    let has_all = answer.hits.len() >= plan.limit.min(answer.total);
    (answer, is_whole && has_all)
}

/// The whole answer, however long it takes; `is_weighed` as for [`first`].
pub(super) fn rest(
    plan: &Plan<'_>,
    scratch: &mut Scratch,
    is_weighed: bool,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Answer, Cancelled> {
    if !plan.has_letters() {
        return full_scan::everything_but_excluded(plan, is_cancelled);
    }
    if plan.is_placed() {
        full_scan::search(plan, &mut scratch.weights, is_cancelled)?;
    } else if !is_weighed {
        indexed::search(plan, scratch);
    }
    full_scan::remove_excluded(plan, &mut scratch.weights, is_cancelled)?;
    let is_met = !plan.lead.is_empty() || scratch.weights.count_above(Tier::Substring) > 0;
    if !is_met && plan.is_guessable() {
        typos::search(plan, scratch, is_cancelled)?;
        full_scan::remove_excluded(plan, &mut scratch.weights, is_cancelled)?;
    }
    if scratch.weights.count_above(Tier::Substring) >= ENOUGH_HITS {
        scratch.weights.remove_tier(Tier::Substring);
    } else if !plan.is_placed() {
        substring::search(plan, &mut scratch.weights, is_cancelled)?;
        full_scan::remove_excluded(plan, &mut scratch.weights, is_cancelled)?;
    }
    remove_lead(plan, &mut scratch.weights);
    if !is_met && plan.is_guessable() && scratch.weights.total() == 0 {
        return subsequences::search(plan, is_cancelled);
    }
    Ok(answer(plan, &scratch.weights, plan.limit))
}

/// Takes out what stands before all that is found anyway.
fn remove_lead(plan: &Plan<'_>, weights: &mut Weights) {
    for rank in plan.lead.iter().filter_map(|hit| plan.tables.rank(hit.organisation)) {
        weights.remove(rank);
    }
}

/// The lightest as hits, behind what leads them.
fn answer(plan: &Plan<'_>, weights: &Weights, limit: usize) -> Answer {
    let named = plan.lead.len();
    let mut entries = Entries::default();
    let best = weights.best(limit.saturating_sub(named));
    let best = best.into_iter().filter_map(|(weight, rank)| hit(plan, weight, rank, &mut entries));
    let hits = plan.lead.iter().take(limit).cloned().chain(best).collect();
    Answer { hits, total: weights.total() + named }
}

/// The text by which the organisation of a rank was met.
fn hit(plan: &Plan<'_>, weight: Weight, rank: u32, entries: &mut Entries) -> Option<Hit> {
    plan.tables.read(rank, entries);
    let organisation = plan.tables.organisation(rank);
    let found = if weight.is_of(Tier::Typo) {
        typos::best_match(entries, &plan.queries)
    } else {
        let kind = plan.tables.kind_of(rank);
        matching::best_match(entries, plan, kind)
    }?;
    let (item, field) = (found.entry.item, found.entry.field);
    Some(Hit {
        organisation,
        account: field.is_of_account().then_some(AccountIndex(item)),
        tier: found.tier,
        field,
        guess: found.is_guess,
        item,
    })
}

fn everything(plan: &Plan<'_>) -> Answer {
    let hits = plan.tables.in_order().take(plan.limit).map(Hit::unasked).collect();
    Answer { hits, total: plan.tables.count as usize }
}
