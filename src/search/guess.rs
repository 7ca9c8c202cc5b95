//! Guesses at what was meant, where the strict tiers met nothing: slips of the finger, then letters
//! in the right order.

use super::entries::{Entries, Entry};
use super::folded;
use super::fuzzy::Subsequences;
use super::query::Query;
use super::rank::{Candidate, candidate, field_cost};
use super::{Field, Tier};
use crate::directory::{Directory, OrganisationIndex};

/// The most guesses of the last kind that are offered.
const MOST_SUBSEQUENCES: usize = 10;

/// Adds guesses to what was found, for a query in all its wordings.
pub(super) fn guess(
    entries: &Entries,
    directory: &Directory,
    queries: &[Query],
    found: &mut Vec<Candidate>,
) {
    let slips: Vec<Candidate> = directory
        .organisation_indexes()
        .filter_map(|index| {
            let (cost, entry) = queries
                .iter()
                .filter_map(|query| by_slips(entries, query, entries.of(index)))
                .min_by_key(|(cost, _)| *cost)?;
            Some(candidate(directory, index, Tier::Typo, cost, entry))
        })
        .collect();
    if !slips.is_empty() {
        found.retain(|substring| {
            slips.iter().all(|slip| slip.hit.organisation != substring.hit.organisation)
        });
        found.extend(slips);
    }
    if let Some(query) = queries.first()
        && found.is_empty()
    {
        found.extend(by_letters(entries, directory, query));
    }
}

/// The cost of meeting every word of the query in a word of some field but for a slip or two.
fn by_slips<'e>(entries: &Entries, query: &Query, of: &'e [Entry]) -> Option<(u32, &'e Entry)> {
    let mut total = 0;
    let mut telling: Option<(u32, &Entry)> = None;
    for word in &query.words {
        // A slip brings in one letter at most that the text lacks.
        let slips = slips_allowed(word.letters.chars().count());
        let (cost, entry) = of
            .iter()
            .filter(|entry| (word.mask & !entry.mask).count_ones() as usize <= slips)
            .filter(|entry| !matches!(entry.field, Field::DisplayName | Field::Purpose))
            .filter_map(|entry| Some((slip_cost(entries, &word.letters, entry)?, entry)))
            .min_by_key(|(cost, _)| *cost)?;
        total += cost;
        if telling.is_none_or(|(known, _)| cost > known) {
            telling = Some((cost, entry));
        }
    }
    telling.map(|(_, entry)| (total, entry))
}

fn slip_cost(entries: &Entries, typed: &str, entry: &Entry) -> Option<u32> {
    let slips = slips_allowed(typed.chars().count());
    let best = folded::words(entries.letters(entry), entries.word_starts(entry))
        .filter(|word| begins_alike(typed, word))
        .filter_map(|word| distance(typed, word, slips))
        .min()?;
    Some(4 * best + field_cost(entry.field))
}

/// How many slips a word of this many letters may hold.
fn slips_allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    }
}

/// The slips between what was typed and a word, or its beginning for a word still being typed.
fn distance(typed: &str, word: &str, allowed: usize) -> Option<u32> {
    let (typed_length, length) = (typed.chars().count(), word.chars().count());
    if typed_length > length + allowed {
        return None;
    }
    let whole = strsim::osa_distance(typed, word);
    let beginning = if length > typed_length {
        let beginning: String = word.chars().take(typed_length).collect();
        // One more than as a whole word, so that the word that was finished comes first.
        strsim::osa_distance(typed, &beginning) + 1
    } else {
        usize::MAX
    };
    let slips = whole.min(beginning);
    let found = whole <= allowed || beginning.saturating_sub(1) <= allowed;
    found.then(|| u32::try_from(slips).unwrap_or(u32::MAX))
}

/// Hardly anyone mistypes the first letter, but for swapping the first two.
fn begins_alike(typed: &str, word: &str) -> bool {
    let mut typed = typed.chars();
    let mut word = word.chars();
    let typed = (typed.next(), typed.next());
    let word = (word.next(), word.next());
    typed.0 == word.0 || (typed.0 == word.1 && typed.1 == word.0)
}

/// What fuzzy-matcher still finds in names, aliases and handles, the best of it.
fn by_letters(entries: &Entries, directory: &Directory, query: &Query) -> Vec<Candidate> {
    let mut matcher = Subsequences::new(&query.letters);
    let mut best_of = |index: OrganisationIndex| {
        entries
            .of(index)
            .iter()
            .filter(|entry| matches!(entry.field, Field::Name | Field::Alias | Field::Handle))
            .filter(|entry| query.mask & !entry.mask == 0)
            .filter_map(|entry| Some((matcher.score(entries.letters(entry))?, entry)))
            .max_by_key(|(score, _)| *score)
            .map(|(score, entry)| (score, index, entry))
    };
    let mut found: Vec<_> = directory.organisation_indexes().filter_map(&mut best_of).collect();
    found.sort_by_key(|(score, index, _)| (std::cmp::Reverse(*score), *index));
    found.truncate(MOST_SUBSEQUENCES);
    let highest = found.first().map_or(0, |(score, ..)| *score);
    let as_candidate = |(score, index, entry): (i64, OrganisationIndex, &Entry)| {
        let cost = u32::try_from(highest - score).unwrap_or(u32::MAX);
        candidate(directory, index, Tier::Subsequence, cost, entry)
    };
    found.into_iter().map(as_candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_grow_with_the_length_of_a_word() {
        for (typed, word, expected) in [
            ("amsterdm", "amsterdam", Some(1)),
            ("amsterdam", "amsterdam", Some(0)),
            ("belastingdeinst", "belastingdienst", Some(1)),
            ("rijkswatrstaat", "rijkswaterstaat", Some(1)),
            ("roterdam", "rotterdam", Some(1)),
            ("zwoole", "zwolle", Some(1)),
            ("zwxxle", "zwolle", None),
            ("gem", "gen", None),
            ("belastign", "belastingdienst", Some(2)),
        ] {
            let allowed = slips_allowed(typed.chars().count());
            assert_eq!(distance(typed, word, allowed), expected, "{typed} {word}");
        }
    }

    #[test]
    fn the_first_letter_is_seldom_wrong() {
        assert!(begins_alike("zwolle", "zwole"));
        assert!(begins_alike("wzolle", "zwolle"));
        assert!(!begins_alike("wolle", "zwolle"));
        assert!(begins_alike("", ""));
    }
}
