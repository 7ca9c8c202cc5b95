//! Guesses at what was meant, where the strict tiers met nothing: the words of the query, but for a
//! typing error or two in each.

use super::matching::{Match, all_words};
use super::sums::{Scratch, add_up, keep_lowest, pack_cost, weigh_sums};
use crate::search::answer::Tier;
use crate::search::index::entries::{Entries, Entry};
use crate::search::plan::{Cancelled, Plan};
use crate::search::query::{Query, Word};
use crate::search::rank::costs::{synonym_cost, typo_cost};
use crate::search::tokens;
use crate::search::typo::{self, is_typo_candidate};

/// Weighs every organisation that has all words of the query but for a typing error or two in each.
pub(in crate::search) fn search(
    plan: &Plan<'_>,
    scratch: &mut Scratch,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<(), Cancelled> {
    for query in &plan.queries {
        if is_cancelled() {
            return Err(Cancelled);
        }
        if !query.words.is_empty() {
            let costs =
                query.words.iter().map(|word| |costs: &mut [u8]| word_costs(plan, word, costs));
            add_up(scratch, plan.tables.count as usize, costs);
            weigh_sums(scratch, Tier::Typo, synonym_cost(query), true);
        }
    }
    Ok(())
}

/// What a mistyped word costs every organisation that has a word near it.
fn word_costs(plan: &Plan<'_>, word: &Word, costs: &mut [u8]) {
    let index = &plan.tables.word_index;
    let length = word.letters.len();
    if typo::max_typos(word.letters.chars().count()) == 0 {
        // Not a letter may be wrong in so short a word; it may be one that is still being typed.
        return index.each(index.range(&word.letters), |posting| {
            let first_word = usize::from(posting.word);
            if first_word >= length && is_typo_candidate(posting.field, posting.is_opaque_id) {
                let cost = typo_cost(u32::from(first_word > length), posting.field);
                keep_lowest(costs, posting.rank, pack_cost(cost, posting.is_unofficial));
            }
        });
    }
    for near in plan.tables.vocabulary.near(&word.letters) {
        index.each(near.postings, |posting| {
            if usize::from(posting.word) == near.length
                && is_typo_candidate(posting.field, posting.is_opaque_id)
            {
                let cost = typo_cost(near.typos, posting.field);
                keep_lowest(costs, posting.rank, pack_cost(cost, posting.is_unofficial));
            }
        });
    }
}

/// How one organisation meets every word of the query in a word of some field but for typing
/// errors, in whichever words it is put.
pub(in crate::search) fn best_match<'e>(
    entries: &'e Entries,
    queries: &[Query],
) -> Option<Match<'e>> {
    let matched = |query: &Query| {
        let (cost, is_unofficial, entry) = all_words(query, |word| {
            entries
                .all
                .iter()
                .filter(|entry| is_typo_candidate(entry.field, entry.is_opaque_id))
                .filter_map(|entry| Some((entry_cost(entries, &word.letters, entry)?, entry)))
                .min_by_key(|(cost, entry)| (*cost, entry.is_unofficial))
        })?;
        let cost = cost + synonym_cost(query);
        Some(Match { is_guess: true, tier: Tier::Typo, cost, is_unofficial, entry })
    };
    queries.iter().filter_map(matched).min_by_key(Match::order)
}

fn entry_cost(entries: &Entries, typed: &str, entry: &Entry) -> Option<u32> {
    tokens::words(entries.letters(entry), entries.word_starts(entry))
        .filter_map(|word| typo::distance(typed, word))
        .min()
        .map(|typos| typo_cost(typos, entry.field))
}
