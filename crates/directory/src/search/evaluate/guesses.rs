//! Guesses at what was meant, where the strict tiers met nothing: slips of the finger, then letters
//! in the right order.

use std::cmp::Reverse;

use crate::directory::AccountIndex;
use crate::search::evaluate::full_scan;
use crate::search::evaluate::indexed::{
    Scratch, add_up, keep_lowest, pack_cost, synonym_cost, weigh_sums,
};
use crate::search::evaluate::matching::{Match, all_words, field_cost, is_excluded};
use crate::search::evaluate::{Cancelled, Run, is_of_account};
use crate::search::fuzzy::{self, Subsequences};
use crate::search::index::entries::{Entries, Entry};
use crate::search::query::{Query, Word};
use crate::search::tokens;
use crate::search::typo;
use crate::search::{Answer, Field, Hit, Tier};

/// The most guesses of the last kind that are offered.
const MOST_SUBSEQUENCES: usize = 10;

/// Weighs every organisation that has all words of the query but for a slip or two in each.
pub(in crate::search) fn search_typos(
    run: &Run<'_>,
    scratch: &mut Scratch,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<(), Cancelled> {
    for query in &run.queries {
        if is_cancelled() {
            return Err(Cancelled);
        }
        if !query.words.is_empty() {
            let costs = query.words.iter().map(|word| |costs: &mut [u8]| near(run, word, costs));
            add_up(scratch, run.tables.count as usize, costs);
            weigh_sums(scratch, Tier::Typo, synonym_cost(query), true);
        }
    }
    Ok(())
}

/// What a mistyped word costs every organisation that has a word near it.
fn near(run: &Run<'_>, word: &Word, costs: &mut [u8]) {
    let starts = &run.tables.starts;
    let length = word.letters.len();
    if typo::max_typos(word.letters.chars().count()) == 0 {
        // Not a letter may be wrong in so short a word; it may be one that is still being typed.
        return starts.each(starts.range(&word.letters), |start| {
            let first_word = usize::from(start.word);
            if first_word >= length && is_typo_candidate(start.field, start.is_opaque_id) {
                let cost = cost(u32::from(first_word > length), start.field);
                keep_lowest(costs, start.rank, pack_cost(cost, start.is_unofficial));
            }
        });
    }
    for near in run.tables.vocabulary.near(&word.letters) {
        starts.each(near.starts, |start| {
            if usize::from(start.word) == near.length
                && is_typo_candidate(start.field, start.is_opaque_id)
            {
                let cost = cost(near.slips, start.field);
                keep_lowest(costs, start.rank, pack_cost(cost, start.is_unofficial));
            }
        });
    }
}

fn cost(slips: u32, field: Field) -> u32 {
    4 * slips + field_cost(field)
}

/// Whether a text may be what a mistyped word was meant to be.
pub(in crate::search) fn is_typo_candidate(field: Field, is_opaque_id: bool) -> bool {
    !is_opaque_id && !matches!(field, Field::DisplayName | Field::Purpose)
}

/// How one organisation meets every word of the query in a word of some field but for slips, in
/// whichever words it is put.
pub(in crate::search) fn match_with_typos<'e>(
    entries: &'e Entries,
    queries: &[Query],
) -> Option<Match<'e>> {
    let matched = |query: &Query| {
        let (cost, is_unofficial, entry) = all_words(query, |word| {
            entries
                .all
                .iter()
                .filter(|entry| is_typo_candidate(entry.field, entry.is_opaque_id))
                .filter_map(|entry| Some((typo_cost_of(entries, &word.letters, entry)?, entry)))
                .min_by_key(|(cost, entry)| (*cost, entry.is_unofficial))
        })?;
        let cost = cost + synonym_cost(query);
        Some(Match { is_guess: true, tier: Tier::Typo, cost, is_unofficial, entry })
    };
    queries.iter().filter_map(matched).min_by_key(Match::order)
}

fn typo_cost_of(entries: &Entries, typed: &str, entry: &Entry) -> Option<u32> {
    tokens::words(entries.letters(entry), entries.word_starts(entry))
        .filter_map(|word| typo::distance(typed, word))
        .min()
        .map(|slips| cost(slips, entry.field))
}

/// What fuzzy-matcher still finds in names, aliases and handles, the best of it.
pub(in crate::search) fn search_subsequences(
    run: &Run<'_>,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Answer, Cancelled> {
    let Some(query) = run.typed() else { return Ok(Answer::default()) };
    let mut matcher = Subsequences::new(&query.letters);
    let mut found: Vec<(i64, u32, Field, u32)> = Vec::new();
    let will_do = |_, mask: u64| query.mask & !mask == 0;
    let has_letters = |letters: &[u8]| fuzzy::has_close(letters, query.letters.as_bytes());
    full_scan::each(run, is_cancelled, will_do, has_letters, |rank, entries| {
        if matcher.is_spent() || is_excluded(entries, query) {
            return;
        }
        let texts = entries.all.iter();
        let best = texts
            .filter(|entry| matches!(entry.field, Field::Name | Field::Alias | Field::Handle))
            .filter_map(|entry| Some((matcher.score(entries.letters(entry))?, entry)))
            .max_by_key(|(score, _)| *score);
        if let Some((score, entry)) = best {
            found.push((score, rank, entry.field, entry.item));
        }
    })?;
    found.sort_by_key(|(score, rank, ..)| (Reverse(*score), *rank));
    found.truncate(MOST_SUBSEQUENCES);
    let total = found.len();
    let hits = found.into_iter().take(run.limit()).map(|(_, rank, field, item)| Hit {
        organisation: run.tables.organisation(rank),
        account: is_of_account(field).then_some(AccountIndex(item)),
        tier: Tier::Subsequence,
        field,
        guess: true,
        item,
    });
    Ok(Answer { hits: hits.collect(), total })
}
