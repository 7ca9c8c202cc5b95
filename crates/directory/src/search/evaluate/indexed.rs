//! The strict tiers over all organisations at once: runs of sorted word starts instead of texts.

use super::matching::{self, Beginning};
use super::sums::{NO_WORD, Scratch, add_up, keep_lowest, pack_cost, weigh_sums};
use crate::directory::AccountIndex;
use crate::search::answer::{Field, Tier};
use crate::search::index::entries::Entries;
use crate::search::index::tables::Tables;
use crate::search::index::word_index::{Posting, rank};
use crate::search::plan::Plan;
use crate::search::query::{Query, Word};
use crate::search::rank::costs::{synonym_cost, word_match_cost};
use crate::search::rank::top_k::Weights;
use crate::search::rank::weight::Weight;

/// Weighs every organisation that a strict tier above the substring meets.
pub(in crate::search) fn search(plan: &Plan<'_>, scratch: &mut Scratch) {
    let Tables { count, first_ended, .. } = *plan.tables;
    scratch.weights.clear(count, first_ended);
    for query in &plan.queries {
        let is_one_word = matches!(query.words.as_slice(), [word] if word.letters == query.letters);
        let handles = match_beginnings(plan, query, is_one_word, &mut scratch.weights);
        exact_handles(plan, query, handles, &mut scratch.weights);
        if !is_one_word {
            all_words(plan, query, scratch);
        }
    }
}

/// Takes in the texts that the whole query begins, and where it is one word also those in which it
/// begins a word. Comes back with whose handle it may be: the rules of the platform decide that.
fn match_beginnings(
    plan: &Plan<'_>,
    query: &Query,
    is_one_word: bool,
    weights: &mut Weights,
) -> Vec<u32> {
    let typed = query.letters.len();
    let more = synonym_cost(query);
    let weight = |(tier, cost), is_unofficial| {
        Weight::new(tier, cost + more, is_unofficial, plan.is_guess(tier))
    };
    let beginning = |posting: &Posting, is_whole: bool| {
        let Posting { lacks_family_word, is_municipal_place, is_opaque_id, .. } = *posting;
        if is_opaque_id && !is_whole {
            return None;
        }
        let matched = matching::match_start(
            query,
            posting.field,
            Beginning { is_whole, lacks_family_word, is_municipal_place },
        );
        matched.filter(|_| posting.begins).map(|matched| weight(matched, posting.is_unofficial))
    };
    let mut handles = Vec::new();
    let cost_of = |posting: &Posting, ends: bool| {
        let cost = word_match_cost(posting.field, ends);
        let is_word = is_one_word && is_met_by_a_word(posting, ends);
        let word = is_word.then(|| weight((Tier::Words, cost), posting.is_unofficial));
        let begins_text = beginning(posting, false);
        word.into_iter().chain(begins_text).min().unwrap_or(Weight::NONE)
    };
    let range = plan.tables.word_index.range(&query.letters);
    plan.tables.word_index.each_with_cost(range, typed, cost_of, |packed, cost| {
        if query.breaks_as(Posting::word_length(packed)) {
            weights.add(rank(packed), cost);
        }
        if Posting::is_whole(packed, typed) {
            let posting = Posting::unpack(packed);
            if let Some(whole) = beginning(&posting, true) {
                weights.add(posting.rank, whole);
                if posting.field == Field::Handle {
                    handles.push(posting.rank);
                }
            }
        }
    });
    handles
}

/// Whether a word of the query that begins a text there meets it: what stands in an id is no word.
fn is_met_by_a_word(posting: &Posting, ends: bool) -> bool {
    ends || !posting.is_opaque_id
}

/// Tells handles that are the query by the rules of their platform.
fn exact_handles(plan: &Plan<'_>, query: &Query, mut handles: Vec<u32>, weights: &mut Weights) {
    handles.sort_unstable();
    handles.dedup();
    let mut entries = Entries::default();
    for rank in handles.into_iter().filter(|_| !query.is_kind) {
        plan.tables.read(rank, &mut entries);
        for entry in entries.all.iter().filter(|entry| entry.field == Field::Handle) {
            if entries.letters(entry) == query.letters
                && matching::is_exact(plan.directory, AccountIndex(entry.item), &query.typed)
            {
                weights.add(rank, Weight::new(Tier::ExactHandle, 0, entry.is_unofficial, false));
            }
        }
    }
}

/// Weighs what meets every word of a query: rare words first, so that there is little left to add.
fn all_words(plan: &Plan<'_>, query: &Query, scratch: &mut Scratch) {
    let range = |word: &Word| (plan.tables.word_index.range(&word.letters), word.letters.len());
    let mut ranges: Vec<_> = query.words.iter().map(range).collect();
    ranges.sort_by_key(|(range, _)| range.len());
    if ranges.first().is_none_or(|(range, _)| range.is_empty()) {
        return;
    }
    let count = plan.tables.count as usize;
    let cost_of = |posting: &Posting, ends| {
        if is_met_by_a_word(posting, ends) {
            pack_cost(word_match_cost(posting.field, ends), posting.is_unofficial)
        } else {
            NO_WORD
        }
    };
    let costs = ranges.into_iter().map(|(range, typed)| {
        move |word: &mut [u8]| {
            let index = &plan.tables.word_index;
            index.each_with_cost(range, typed, cost_of, |packed, code| {
                keep_lowest(word, rank(packed), code);
            });
        }
    });
    add_up(scratch, count, costs);
    weigh_sums(scratch, Tier::Words, synonym_cost(query), plan.is_guess(Tier::Words));
}
