//! Which body is named in the name of an account that is not listed: who types `@belastingdienst_help` thinks of the
//! Belastingdienst, and not of what has the same letters in this order by chance.

use std::ops::ControlFlow;

use super::answer::{Answer, Field, Hit, Tier};
use super::{Index, address};
use crate::directory::Directory;

/// The fewest letters of a name that is seen at the head of another.
const SHORTEST_HEAD: usize = 4;

/// Puts the body before all other guesses whose name is the longest that is a whole part of the one that was typed.
pub(super) fn put_first(
    index: &Index,
    directory: &Directory,
    query: &str,
    (limit, answer): (usize, &mut Answer),
) {
    let is_open = answer.hits.first().is_none_or(|hit| hit.guess);
    if !is_open || limit == 0 || !address::names_an_account(directory, query) {
        return;
    }
    let Some(hit) = longest(index, query) else { return };
    // One that was met already keeps how it was.
    let known = answer.hits.iter().position(|it| it.organisation == hit.organisation);
    let hit = if let Some(at) = known {
        answer.hits.remove(at)
    } else {
        answer.total += 1;
        hit
    };
    answer.hits.insert(0, hit);
    answer.hits.truncate(limit);
}

/// The body with the longest name that is one or more parts of what was typed, or its beginning.
fn longest(index: &Index, query: &str) -> Option<Hit> {
    let name = query.trim().trim_start_matches('@').to_lowercase();
    // An address is led to by its host.
    if !name.is_ascii() || name.contains(['/', '.', '@', ' ']) {
        return None;
    }
    let parts: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let runs = (0..parts.len()).flat_map(|from| {
        let parts = &parts;
        (from + 1..=parts.len()).filter_map(move |to| Some(parts.get(from..to)?.concat()))
    });
    let letters = parts.concat();
    let heads = (SHORTEST_HEAD..letters.len()).filter_map(|end| letters.get(..end));
    let mut all: Vec<String> = runs.chain(heads.map(str::to_owned)).collect();
    all.sort_unstable_by_key(|it| std::cmp::Reverse(it.len()));
    all.iter().filter(|it| it.len() > 1).find_map(|letters| named(index, letters))
}

/// The living body that is called just this.
fn named(index: &Index, letters: &str) -> Option<Hit> {
    let mut found = None;
    index.tables.word_index.each_whole(letters, &mut |posting| {
        let is_name = matches!(posting.field, Field::Name | Field::Abbreviation | Field::Alias);
        let is_it = posting.begins && is_name && !posting.lacks_family_word;
        if !is_it || posting.rank >= index.tables.first_ended {
            return ControlFlow::Continue(());
        }
        found = Some(posting.rank);
        ControlFlow::Break(())
    });
    let organisation = index.tables.organisation(found?);
    let (tier, field) = (Tier::Subsequence, Field::Name);
    Some(Hit { organisation, account: None, tier, field, guess: true, item: 0 })
}
