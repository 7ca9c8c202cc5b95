//! The strict tiers over all organisations at once: runs of sorted word starts instead of texts.

use std::ops::Range;

use super::best::{Weight, Weights};
use super::entries::Entries;
use super::meet::{self, Start};
use super::query::{Query, Word};
use super::run::Run;
use super::starts::WordStart;
use super::tables::Tables;
use super::{Field, Tier};
use crate::directory::AccountIndex;

/// What sweeps write on, kept from one to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    pub(super) weights: Weights,
    /// What one word of a query costs each organisation.
    word: Vec<u8>,
    /// What its words cost together.
    sums: Vec<u16>,
}

/// No cost: the word was not met.
const NO_WORD: u8 = u8::MAX;
const NO_SUM: u16 = u16::MAX;

/// Weighs every organisation that a strict tier above the substring meets.
pub(super) fn sweep(run: &Run<'_>, scratch: &mut Scratch) {
    let Tables { count, first_ended, .. } = *run.tables;
    scratch.weights.clear(count, first_ended);
    let kinds = run.tables.kinds();
    for query in &run.queries {
        let whole = run.tables.starts.range(&query.letters);
        let handles = match query.words.as_slice() {
            [word] if word.letters == query.letters => {
                one_word(run, query, whole, &kinds, &mut scratch.weights)
            }
            words => {
                let handles = as_a_whole(run, query, whole, &kinds, &mut scratch.weights);
                all_words(run, query, words, scratch);
                handles
            }
        };
        exact_handles(run, query, handles, &mut scratch.weights);
    }
}

/// A query of one word: how it begins texts, and how it begins words inside them.
fn one_word(
    run: &Run<'_>,
    query: &Query,
    range: Range<usize>,
    kinds: &[u8],
    weights: &mut Weights,
) -> Vec<u32> {
    let mut handles = Vec::new();
    let is_guess = run.is_guess(Tier::Words);
    run.tables.starts.each(range, |start| {
        begun(run, query, start, kinds, weights, &mut handles);
        let typed = query.letters.len();
        let cost = meet::at_word(start.field, typed, start.word.into(), start.rest.into());
        let cost = cost + other_words(query);
        weights.add(start.rank, Weight::new(Tier::Words, cost, start.is_hearsay, is_guess));
    });
    handles
}

/// A query of several words, as one run of letters.
fn as_a_whole(
    run: &Run<'_>,
    query: &Query,
    range: Range<usize>,
    kinds: &[u8],
    weights: &mut Weights,
) -> Vec<u32> {
    let mut handles = Vec::new();
    run.tables.starts.each(range, |start| begun(run, query, start, kinds, weights, &mut handles));
    handles
}

/// Takes in a text that the whole query begins. A handle that has its very letters is told from
/// one that only looks so later.
fn begun(
    run: &Run<'_>,
    query: &Query,
    start: WordStart,
    kinds: &[u8],
    weights: &mut Weights,
    handles: &mut Vec<u32>,
) {
    if !start.is_first && !start.is_behind {
        return;
    }
    let kind = Tables::kind(kinds.get(start.rank as usize));
    let is_whole = usize::from(start.rest) == query.letters.len();
    let place = Start { is_whole, is_behind: start.is_behind };
    let Some((tier, cost)) = meet::at_start(query, start.field, kind, place) else {
        return;
    };
    if is_whole && start.is_first && start.field == Field::Handle {
        handles.push(start.rank);
    }
    let is_guess = run.is_guess(tier);
    let cost = cost + other_words(query);
    weights.add(start.rank, Weight::new(tier, cost, start.is_hearsay, is_guess));
}

/// Who says it in the words of the name comes first.
pub(super) fn other_words(query: &Query) -> u32 {
    u32::from(!query.is_typed())
}

/// Tells handles that are the query by the rules of their platform.
fn exact_handles(run: &Run<'_>, query: &Query, mut handles: Vec<u32>, weights: &mut Weights) {
    handles.sort_unstable();
    handles.dedup();
    let mut entries = Entries::default();
    for rank in handles {
        run.tables.read(rank, &mut entries);
        for entry in entries.all.iter().filter(|entry| entry.field == Field::Handle) {
            if entries.letters(entry) == query.letters
                && meet::is_exact(run.directory, AccountIndex(entry.item), &query.typed)
            {
                weights.add(rank, Weight::new(Tier::ExactHandle, 0, entry.is_hearsay, false));
            }
        }
    }
}

/// Weighs what meets every word of a query: rare words first, so that there is little left to add.
fn all_words(run: &Run<'_>, query: &Query, words: &[Word], scratch: &mut Scratch) {
    let range = |word: &Word| (run.tables.starts.range(&word.letters), word.letters.len());
    let mut ranges: Vec<_> = words.iter().map(range).collect();
    ranges.sort_by_key(|(range, _)| range.len());
    if ranges.first().is_none_or(|(range, _)| range.is_empty()) {
        return;
    }
    let count = run.tables.count as usize;
    let is_guess = run.is_guess(Tier::Words);
    let costs = ranges.into_iter().map(|(range, typed)| {
        move |word: &mut [u8]| {
            run.tables.starts.each(range.clone(), |start| {
                let cost = meet::at_word(start.field, typed, start.word.into(), start.rest.into());
                note(word, start.rank, cost, start.is_hearsay);
            });
        }
    });
    add_up(scratch, count, costs);
    weigh_sums(scratch, Tier::Words, other_words(query), is_guess);
}

/// Notes what a word costs an organisation, where it is less than what is known.
pub(super) fn note(word: &mut [u8], rank: u32, cost: u32, is_hearsay: bool) {
    let cost = u8::try_from(cost << 1 | u32::from(is_hearsay)).unwrap_or(NO_WORD - 1);
    if let Some(known) = word.get_mut(rank as usize) {
        *known = cost.min(*known);
    }
}

/// Adds up what the words of a query cost every organisation that has them all.
pub(super) fn add_up(
    scratch: &mut Scratch,
    count: usize,
    costs: impl IntoIterator<Item = impl FnOnce(&mut [u8])>,
) {
    let Scratch { word, sums, .. } = scratch;
    sums.clear();
    sums.resize(count, 0);
    for costs in costs {
        word.clear();
        word.resize(count, NO_WORD);
        costs(word);
        for (sum, &cost) in sums.iter_mut().zip(word.iter()) {
            *sum = if *sum == NO_SUM || cost == NO_WORD {
                NO_SUM
            } else {
                let hearsay = (*sum | u16::from(cost)) & 1;
                ((*sum >> 1) + u16::from(cost >> 1)) << 1 | hearsay
            };
        }
    }
}

/// Takes in what [`add_up`] came to, and a cost on top.
pub(super) fn weigh_sums(scratch: &mut Scratch, tier: Tier, more: u32, is_guess: bool) {
    let Scratch { weights, sums, .. } = scratch;
    for (&sum, rank) in sums.iter().zip(0..) {
        if sum != NO_SUM {
            let cost = u32::from(sum >> 1) + more;
            weights.add(rank, Weight::new(tier, cost, sum & 1 == 1, is_guess));
        }
    }
}
