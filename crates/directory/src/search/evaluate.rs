//! One query on its way through the index, from the tiers that take no time to the guesses.

pub(super) mod full_scan;
pub(super) mod guesses;
pub(super) mod indexed;
pub(super) mod matching;
pub(super) mod substring;

use super::{Answer, Field, Hit, Tier};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::search::address::{addressed, names_an_account};
use crate::search::index::entries::Entries;
use crate::search::index::tables::Tables;
use crate::search::query::Query;
use crate::search::query::synonyms::variants;
use crate::search::rank::top_k::{Weight, Weights};
use indexed::{Scratch, search_index};
use matching::SHORTEST_GUESS;

/// With so many hits of the tiers above, nobody wants texts that only hold the query somewhere.
const ENOUGH_HITS: usize = 20;

/// The most hits that are handed over at once: each is looked at closer, which at any size of
/// directory adds up.
pub(super) const MAX_FIRST_HITS: usize = 256;

/// A query, and what it is asked of.
pub(super) struct Run<'r> {
    pub(super) tables: &'r Tables,
    pub(super) directory: &'r Directory,
    /// The query in all its wordings, the typed one first.
    pub(super) queries: Vec<Query>,
    /// Whether one account is asked for, so that what merely resembles it must not pass for it.
    asks_for_account: bool,
    /// The account or organisation of a pasted address.
    addressed: Option<Hit>,
    is_empty: bool,
    limit: usize,
}

/// Whether a query that has become stale stopped the search.
pub(super) struct Cancelled;

impl<'r> Run<'r> {
    pub(super) fn new(
        tables: &'r Tables,
        directory: &'r Directory,
        text: &str,
        limit: usize,
    ) -> Self {
        let queries = variants(Query::new(text));
        let is_handle = queries.first().is_some_and(|query| query.is_handle);
        Self {
            tables,
            directory,
            asks_for_account: is_handle || names_an_account(directory, text),
            addressed: addressed(tables, directory, text),
            is_empty: text.trim().is_empty(),
            queries,
            limit,
        }
    }

    /// How many hits are wanted.
    pub(super) fn limit(&self) -> usize {
        self.limit
    }

    /// The query as it was typed.
    pub(super) fn typed(&self) -> Option<&Query> {
        self.queries.first()
    }

    /// Whether words must stand in certain places or nowhere, so that every text is looked at.
    fn has_operators(&self) -> bool {
        self.typed().is_some_and(|query| query.is_placed() || !query.without.is_empty())
    }

    /// Whether a hit of a tier is only a guess at what was meant: where one account is asked for,
    /// all but that very one are.
    pub(super) fn is_guess(&self, tier: Tier) -> bool {
        tier.is_guess() || (self.asks_for_account && tier != Tier::ExactHandle)
    }

    /// What is met at once; whether that is all.
    pub(super) fn first(&self, scratch: &mut Scratch) -> (Answer, bool) {
        if self.is_empty {
            return (self.everything(), true);
        }
        if self.has_operators() {
            return (Answer::default(), false);
        }
        if !self.has_letters() {
            return (self.answer(&Weights::default(), self.limit), true);
        }
        search_index(self, scratch);
        self.remove_addressed(&mut scratch.weights);
        let is_short = self.typed().is_none_or(|query| !matching::is_searched_inside(query));
        let is_whole = self.addressed.is_some()
            || is_short
            || scratch.weights.count_above(Tier::Substring) >= ENOUGH_HITS;
        let answer = self.answer(&scratch.weights, self.limit.min(MAX_FIRST_HITS));
        let has_all = answer.hits.len() >= self.limit.min(answer.total);
        (answer, is_whole && has_all)
    }

    /// The whole answer, however long it takes.
    pub(super) fn rest(
        &self,
        scratch: &mut Scratch,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Result<Answer, Cancelled> {
        if !self.has_letters() {
            return full_scan::everything_but_excluded(self, is_cancelled);
        }
        let is_placed = self.typed().is_some_and(Query::is_placed);
        if is_placed {
            full_scan::scan_all(self, &mut scratch.weights, is_cancelled)?;
        } else {
            search_index(self, scratch);
        }
        full_scan::remove_excluded(self, &mut scratch.weights, is_cancelled)?;
        let is_met = self.addressed.is_some() || scratch.weights.count_above(Tier::Substring) > 0;
        if !is_met && self.is_guessable() {
            guesses::search_typos(self, scratch, is_cancelled)?;
            full_scan::remove_excluded(self, &mut scratch.weights, is_cancelled)?;
        }
        if scratch.weights.count_above(Tier::Substring) >= ENOUGH_HITS {
            scratch.weights.remove_tier(Tier::Substring);
        } else if !is_placed {
            substring::search_substrings(self, &mut scratch.weights, is_cancelled)?;
            full_scan::remove_excluded(self, &mut scratch.weights, is_cancelled)?;
        }
        self.remove_addressed(&mut scratch.weights);
        if !is_met && self.is_guessable() && scratch.weights.total() == 0 {
            return guesses::search_subsequences(self, is_cancelled);
        }
        Ok(self.answer(&scratch.weights, self.limit))
    }

    fn has_letters(&self) -> bool {
        self.typed().is_some_and(|query| !query.letters.is_empty())
    }

    fn is_guessable(&self) -> bool {
        let is_long = |query: &Query| query.letters.chars().count() >= SHORTEST_GUESS;
        self.typed().is_some_and(|query| is_long(query) && !query.is_placed())
    }

    /// The account that an address names is answered by itself.
    fn remove_addressed(&self, weights: &mut Weights) {
        let rank = self.addressed.as_ref().and_then(|hit| self.tables.rank(hit.organisation));
        if let Some(rank) = rank {
            weights.remove(rank);
        }
    }

    /// The lightest as hits, behind what an address named.
    fn answer(&self, weights: &Weights, limit: usize) -> Answer {
        let named = usize::from(self.addressed.is_some());
        let mut entries = Entries::default();
        let best = weights.best(limit.saturating_sub(named));
        let best =
            best.into_iter().filter_map(|(weight, rank)| self.hit(weight, rank, &mut entries));
        let hits = self.addressed.clone().into_iter().take(limit).chain(best).collect();
        Answer { hits, total: weights.total() + named }
    }

    /// The text by which the organisation of a rank was met.
    fn hit(&self, weight: Weight, rank: u32, entries: &mut Entries) -> Option<Hit> {
        self.tables.read(rank, entries);
        let organisation = self.tables.organisation(rank);
        let matched = if weight.is_of(Tier::Typo) {
            guesses::match_with_typos(entries, &self.queries)
        } else {
            let kind = self.tables.kind_of(rank);
            matching::best_match(entries, self, kind)
        }?;
        let item = matched.entry.item;
        Some(Hit {
            organisation,
            account: is_of_account(matched.entry.field).then_some(AccountIndex(item)),
            tier: matched.tier,
            field: matched.entry.field,
            guess: matched.is_guess,
            item,
        })
    }

    fn everything(&self) -> Answer {
        let hits = self.tables.in_order().take(self.limit).map(in_order).collect();
        Answer { hits, total: self.tables.count as usize }
    }
}

/// Whether a field is one of an account rather than of the organisation.
pub(super) fn is_of_account(field: Field) -> bool {
    matches!(field, Field::Handle | Field::DisplayName | Field::Purpose)
}

/// A hit that stands there because nothing was asked.
pub(super) fn in_order(organisation: OrganisationIndex) -> Hit {
    Hit { organisation, account: None, tier: Tier::All, field: Field::Name, guess: false, item: 0 }
}
