//! The last guess: texts that have the letters of the query in their order, with others between.

use std::cmp::Reverse;

use super::full_scan;
use super::matching::is_excluded;
use crate::directory::AccountIndex;
use crate::search::answer::{Answer, Field, Hit, Tier};
use crate::search::fuzzy::{self, Subsequences};
use crate::search::plan::{Cancelled, Plan};

/// The most guesses of the last kind that are offered.
const MOST_SUBSEQUENCES: usize = 10;

/// What fuzzy-matcher still finds in names, aliases and handles, the best of it.
pub(in crate::search) fn search(
    plan: &Plan<'_>,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Answer, Cancelled> {
    let Some(query) = plan.typed() else { return Ok(Answer::default()) };
    let mut matcher = Subsequences::new(&query.letters);
    let mut found: Vec<(i64, u32, Field, u32)> = Vec::new();
    let will_do = |_, mask: u64| query.mask & !mask == 0;
    let has_letters = |letters: &[u8]| fuzzy::has_close(letters, query.letters.as_bytes());
    full_scan::each(plan, is_cancelled, will_do, has_letters, |rank, entries| {
        if matcher.is_spent() || is_excluded(entries, query) {
            return;
        }
        let texts = entries.all.iter();
        let best = texts
            .filter(|entry| matches!(entry.field, Field::Name | Field::Alias | Field::Handle))
            .filter(|entry| !entry.is_opaque_id)
            .filter_map(|entry| Some((matcher.score(entries.letters(entry))?, entry)))
            .max_by_key(|(score, _)| *score);
        if let Some((score, entry)) = best {
            found.push((score, rank, entry.field, entry.item));
        }
    })?;
    let has_ended = |rank: u32| rank >= plan.tables.first_ended;
    found.sort_by_key(|(score, rank, ..)| (has_ended(*rank), Reverse(*score), *rank));
    found.truncate(MOST_SUBSEQUENCES);
    let total = found.len();
    let hits = found.into_iter().take(plan.limit).map(|(_, rank, field, item)| Hit {
        organisation: plan.tables.organisation(rank),
        account: field.is_of_account().then_some(AccountIndex(item)),
        tier: Tier::Subsequence,
        field,
        guess: true,
        item,
    });
    Ok(Answer { hits: hits.collect(), total })
}
