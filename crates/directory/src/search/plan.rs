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
    /// What stands before all that is found: the account or organisation of a pasted address, or what a question
    /// leads to.
    pub(super) lead: Vec<Hit>,
    /// How many hits are wanted.
    pub(super) limit: usize,
    /// Whether nothing was typed, so that everything is wanted.
    pub(super) is_empty: bool,
    /// Whether nothing names what is looked for, so that no guess can be near it.
    names_nothing: bool,
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
            lead: addressed(tables, directory, text).into_iter().collect(),
            is_empty: text.trim().is_empty(),
            names_nothing: false,
            queries,
            limit,
        }
    }

    /// This plan with bodies before what it finds, each once.
    pub(super) fn led_by(mut self, lead: Vec<Hit>) -> Self {
        if self.lead.is_empty() {
            self.lead = lead;
        }
        self
    }

    /// This plan with nothing before what it finds.
    pub(super) fn unled(mut self) -> Self {
        self.lead.clear();
        self
    }

    /// This plan where the query is a word for a kind of bodies: no single account stands for them.
    pub(super) fn for_a_kind(mut self) -> Self {
        self.queries.iter_mut().for_each(|query| query.is_kind = true);
        self
    }

    /// This plan where the query is nothing but phrases, such as `is dit echt`.
    pub(super) fn naming_nothing(mut self) -> Self {
        self.names_nothing = true;
        self
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
        self.is_looked_for_inside() && !self.is_placed() && !self.names_nothing
    }

    /// Whether a hit of a tier is only a guess at what was meant: where one account is asked for,
    /// all but that very one are.
    pub(super) fn is_guess(&self, tier: Tier) -> bool {
        tier.is_guess() || (self.asks_for_account && tier != Tier::ExactHandle)
    }
}
