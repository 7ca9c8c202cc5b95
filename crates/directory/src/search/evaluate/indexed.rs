//! The strict tiers over all organisations at once: runs of sorted word starts instead of texts.

use crate::directory::AccountIndex;
use crate::search::evaluate::Run;
use crate::search::evaluate::matching::{self, Beginning};
use crate::search::index::entries::Entries;
use crate::search::index::tables::Tables;
use crate::search::index::word_index::{Posting, rank};
use crate::search::query::{Query, Word};
use crate::search::rank::top_k::{Weight, Weights};
use crate::search::{Field, Tier};

/// What sweeps write on, kept from one to the next.
#[derive(Debug, Default)]
pub(in crate::search) struct Scratch {
    pub(in crate::search) weights: Weights,
    /// What one word of a query costs each organisation.
    word: Vec<u8>,
    /// What its words cost together.
    sums: Vec<u16>,
}

/// No cost: the word was not met.
const NO_WORD: u8 = u8::MAX;
const NO_SUM: u16 = u16::MAX;

/// Weighs every organisation that a strict tier above the substring meets.
pub(in crate::search) fn search_index(run: &Run<'_>, scratch: &mut Scratch) {
    let Tables { count, first_ended, .. } = *run.tables;
    scratch.weights.clear(count, first_ended);
    for query in &run.queries {
        let is_one_word = matches!(query.words.as_slice(), [word] if word.letters == query.letters);
        let handles = begun(run, query, is_one_word, &mut scratch.weights);
        exact_handles(run, query, handles, &mut scratch.weights);
        if !is_one_word {
            all_words(run, query, scratch);
        }
    }
}

/// Takes in the texts that the whole query begins, and where it is one word also those in which it
/// begins a word. Comes back with whose handle it may be: the rules of the platform decide that.
fn begun(run: &Run<'_>, query: &Query, is_one_word: bool, weights: &mut Weights) -> Vec<u32> {
    let typed = query.letters.len();
    let more = synonym_cost(query);
    let weight = |(tier, cost), is_unofficial| {
        Weight::new(tier, cost + more, is_unofficial, run.is_guess(tier))
    };
    let standing = |start: &Posting, is_whole| {
        let Posting { lacks_family_word, is_municipal_place, .. } = *start;
        let matched = matching::match_start(
            query,
            start.field,
            Beginning { is_whole, lacks_family_word, is_municipal_place },
        );
        matched.filter(|_| start.begins).map(|matched| weight(matched, start.is_unofficial))
    };
    let mut handles = Vec::new();
    let cost_of = |start: &Posting, ends: bool| {
        let cost = matching::word_match_cost(start.field, ends);
        let word = is_one_word.then(|| weight((Tier::Words, cost), start.is_unofficial));
        let begun = standing(start, false);
        word.into_iter().chain(begun).min().unwrap_or(Weight::NONE)
    };
    let range = run.tables.starts.range(&query.letters);
    run.tables.starts.each_with_cost(range, typed, cost_of, |packed, cost| {
        weights.add(rank(packed), cost);
        if Posting::is_whole(packed, typed) {
            let start = Posting::unpack(packed);
            if let Some(whole) = standing(&start, true) {
                weights.add(start.rank, whole);
                if start.field == Field::Handle {
                    handles.push(start.rank);
                }
            }
        }
    });
    handles
}

/// Who says it in the words of the name comes first.
pub(in crate::search) fn synonym_cost(query: &Query) -> u32 {
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
                && matching::is_exact(run.directory, AccountIndex(entry.item), &query.typed)
            {
                weights.add(rank, Weight::new(Tier::ExactHandle, 0, entry.is_unofficial, false));
            }
        }
    }
}

/// Weighs what meets every word of a query: rare words first, so that there is little left to add.
fn all_words(run: &Run<'_>, query: &Query, scratch: &mut Scratch) {
    let range = |word: &Word| (run.tables.starts.range(&word.letters), word.letters.len());
    let mut ranges: Vec<_> = query.words.iter().map(range).collect();
    ranges.sort_by_key(|(range, _)| range.len());
    if ranges.first().is_none_or(|(range, _)| range.is_empty()) {
        return;
    }
    let count = run.tables.count as usize;
    let cost_of = |start: &Posting, ends| {
        pack_cost(matching::word_match_cost(start.field, ends), start.is_unofficial)
    };
    let costs = ranges.into_iter().map(|(range, typed)| {
        move |word: &mut [u8]| {
            let starts = &run.tables.starts;
            starts.each_with_cost(range, typed, cost_of, |packed, code| {
                keep_lowest(word, rank(packed), code)
            });
        }
    });
    add_up(scratch, count, costs);
    weigh_sums(scratch, Tier::Words, synonym_cost(query), run.is_guess(Tier::Words));
}

/// A cost, and whether it is of an unofficial account, in one byte, as [`keep_lowest`] takes it.
pub(in crate::search) fn pack_cost(cost: u32, is_unofficial: bool) -> u8 {
    u8::try_from(cost << 1 | u32::from(is_unofficial)).unwrap_or(NO_WORD - 1)
}

/// Notes what a word costs an organisation, where it is less than what is known.
pub(in crate::search) fn keep_lowest(word: &mut [u8], rank: u32, code: u8) {
    if let Some(known) = word.get_mut(rank as usize) {
        *known = code.min(*known);
    }
}

/// Adds up what the words of a query cost every organisation that has them all.
pub(in crate::search) fn add_up(
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
                let unofficial = (*sum | u16::from(cost)) & 1;
                ((*sum >> 1) + u16::from(cost >> 1)) << 1 | unofficial
            };
        }
        if sums.iter().all(|sum| *sum == NO_SUM) {
            return;
        }
    }
}

/// Takes in what [`add_up`] came to, and a cost on top.
pub(in crate::search) fn weigh_sums(scratch: &mut Scratch, tier: Tier, more: u32, is_guess: bool) {
    let Scratch { weights, sums, .. } = scratch;
    for (&sum, rank) in sums.iter().zip(0..) {
        if sum != NO_SUM {
            let cost = u32::from(sum >> 1) + more;
            weights.add(rank, Weight::new(tier, cost, sum & 1 == 1, is_guess));
        }
    }
}
