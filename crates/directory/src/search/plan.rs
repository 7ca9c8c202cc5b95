//! What is asked: a query, read once and in all its wordings, and the index that it is asked of.
//!
//! A plan never changes. Evaluating it is another module's: `evaluate` and its tiers read the plan,
//! and the plan knows none of them.

use super::address::{addressed, names_an_account};
use super::answer::{Hit, Tier};
use super::index::tables::Tables;
use super::query::Query;
use super::query::synonyms::variants;
use crate::directory::Directory;

/// A query, and what it is asked of.
pub(super) struct Plan<'p> {
    pub(super) tables: &'p Tables,
    pub(super) directory: &'p Directory,
    /// The query in all its wordings, the typed one first.
    pub(super) queries: Vec<Query>,
    /// The account or organisation of a pasted address.
    pub(super) addressed: Option<Hit>,
    /// How many hits are wanted.
    pub(super) limit: usize,
    /// Whether nothing was typed, so that everything is wanted.
    pub(super) is_empty: bool,
    /// Whether one account is asked for, so that what merely resembles it must not pass for it.
    asks_for_account: bool,
}

/// Nobody waits for the answer any more: the reader has typed on.
#[derive(Debug)]
pub(super) struct Cancelled;

impl<'p> Plan<'p> {
    pub(super) fn new(
        tables: &'p Tables,
        directory: &'p Directory,
        text: &str,
        limit: usize,
    ) -> Self {
        let queries = variants(Query::new(text), &directory.lexicon);
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

    /// The query as it was typed.
    pub(super) fn typed(&self) -> Option<&Query> {
        self.queries.first()
    }

    /// Whether there is anything to look for, and not only signs or what is to be left out.
    pub(super) fn has_letters(&self) -> bool {
        self.typed().is_some_and(|query| !query.letters.is_empty())
    }

    /// Whether words must stand in certain places, so that every text is looked at.
    pub(super) fn is_placed(&self) -> bool {
        self.typed().is_some_and(Query::is_placed)
    }

    /// Whether words must stand in certain places or nowhere.
    pub(super) fn has_operators(&self) -> bool {
        self.typed().is_some_and(|query| query.is_placed() || !query.without.is_empty())
    }

    /// Whether the query is looked for inside texts.
    pub(super) fn is_looked_for_inside(&self) -> bool {
        self.typed().is_some_and(Query::is_looked_for_inside)
    }

    /// Whether it may be guessed what was meant: nobody wants a guess at what an operator says.
    pub(super) fn is_guessable(&self) -> bool {
        self.is_looked_for_inside() && !self.is_placed()
    }

    /// Whether a hit of a tier is only a guess at what was meant: where one account is asked for,
    /// all but that very one are.
    pub(super) fn is_guess(&self, tier: Tier) -> bool {
        tier.is_guess() || (self.asks_for_account && tier != Tier::ExactHandle)
    }
}
