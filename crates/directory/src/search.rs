//! Search: which organisation, and which of its accounts, a query means.
//!
//! The folded text of a directory is laid out once ([`Index::write_to`]), as sorted tables that are
//! read where they lie. A query runs over them in strict tiers ([`Tier`]), the cheap and certain
//! ones first: those are runs of neighbours in the tables, at any size of directory. Only what none
//! of them met is left to a look at every text, and at last to fuzzy-matcher, which stands behind
//! one file.

mod address;
mod evaluate;
mod fuzzy;
mod highlight;
mod index;
mod query;
mod rank;
#[cfg(test)]
mod tests;
mod tokens;
mod typo;

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::store::{Store, Writer};
use evaluate::Run;
use evaluate::indexed::Scratch;
use index::tables::Tables;
use index::{entries, layout};

/// The folded text of a directory, ready to be searched.
#[derive(Debug)]
pub struct Index {
    tables: Tables,
    /// What searches that are done wrote on, for those to come: at a million organisations, asking
    /// the system for it takes longer than the search.
    scratch: Mutex<Vec<Scratch>>,
}

/// In a directory of no more organisations than this, everything is met at once.
const SMALL: u32 = 10_000;

/// How a query was met, best first. Every tier stands strictly above the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// Nothing was asked: everything, in the directory's order.
    All,
    /// The handle or address of an account as its platform compares it, or the address of a website.
    ExactHandle,
    /// The abbreviation.
    ExactAbbreviation,
    /// The name, an alias or a former name, with or without its family word ("gemeente"); or a
    /// place of a municipality.
    ExactName,
    /// The beginning of a name, abbreviation or handle.
    Prefix,
    /// Every word of the query begins a word of some field.
    Words,
    /// Every word of the query is a word of some field, but for a slip or two of the finger.
    Typo,
    /// The query stands somewhere inside a field.
    Substring,
    /// The letters of the query stand in a field in this order, with others between.
    Subsequence,
}

impl Tier {
    /// Whether a hit of this tier is always a guess.
    fn is_guess(self) -> bool {
        matches!(self, Self::Typo | Self::Subsequence)
    }
}

/// The field of an organisation or account that a query met.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Field {
    /// The organisation's name.
    Name,
    /// Its abbreviation.
    Abbreviation,
    /// Another current name.
    Alias,
    /// A town or village that it is for.
    Place,
    /// A name that it no longer bears.
    FormerName,
    /// The handle of an account.
    Handle,
    /// Its website.
    Website,
    /// The display name of an account.
    DisplayName,
    /// The purpose of an account.
    Purpose,
}

impl Field {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Abbreviation => "abbreviation",
            Self::Alias => "alias",
            Self::Place => "place",
            Self::FormerName => "former-name",
            Self::Handle => "handle",
            Self::Website => "website",
            Self::DisplayName => "display-name",
            Self::Purpose => "purpose",
        }
    }
}

/// One organisation that a query met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// The account that met the query, where it was an account rather than the organisation itself.
    pub account: Option<AccountIndex>,
    /// How the query was met.
    pub tier: Tier,
    /// The field that met it.
    pub field: Field,
    /// Whether it is only a guess at what was meant, to be shown as one and never opened unasked.
    pub guess: bool,
    /// Which text of that field, where a field has several (places, aliases, accounts).
    pub(crate) item: u32,
}

impl Hit {
    /// A hit on what was named by a whole address or is known by other means than by its words.
    pub fn direct(
        organisation: OrganisationIndex,
        account: Option<AccountIndex>,
        field: Field,
    ) -> Self {
        let item = account.map_or(0, |AccountIndex(item)| item);
        Self { organisation, account, tier: Tier::ExactHandle, field, guess: false, item }
    }
}

/// What a query met: the best of it, and how much there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The best hits, best first, no more than were asked for.
    pub hits: Vec<Hit>,
    /// How many organisations it met in all.
    pub total: usize,
}

/// What a query met at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct First {
    /// The hits of the tiers that take no time.
    pub answer: Answer,
    /// Whether that is all, or all that were wanted: if not, [`Index::rest`] has the whole answer,
    /// and takes longer.
    pub is_whole: bool,
}

/// The text that a query met, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The field.
    pub field: Field,
    /// The field's text as it is shown.
    pub text: String,
    /// The positions of the matched characters in it, ascending, counted in `char`s.
    pub positions: Vec<usize>,
}

/// A query that is longer than any name is cut here, in characters.
const LONGEST_QUERY: usize = 200;

/// Whether a query names one account or address rather than describing what is looked for.
///
/// Where such a query has only guesses for hits, what was asked for is not listed.
pub fn names_an_account(directory: &Directory, query: &str) -> bool {
    address::names_an_account(directory, query)
}

impl Index {
    /// The index of a directory: the one that is stored beside it, or one that is made now.
    pub fn new(directory: &Directory) -> Self {
        let stored = directory.store().and_then(Tables::open);
        stored.map_or_else(|| Self::build(directory), Self::with)
    }

    /// Folds and lays out a directory.
    pub fn build(directory: &Directory) -> Self {
        let written = Writer::new(Vec::new()).and_then(|mut writer| {
            Self::write_to(directory, &mut writer)?;
            writer.finish()
        });
        // Writing to memory can't fail; more letters than can be numbered are more than it holds.
        let store = written.ok().and_then(|bytes| Store::owned(bytes).ok());
        Self::with(store.and_then(|store| Tables::open(&store)).unwrap_or_default())
    }

    fn with(tables: Tables) -> Self {
        Self { tables, scratch: Mutex::default() }
    }

    /// Writes the index of a directory, to be stored beside it.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn write_to<W: Write>(directory: &Directory, to: &mut Writer<W>) -> io::Result<()> {
        Self::write_with_progress(directory, to, &|_done, _total| {})
    }

    /// The same; `progress` hears what is done, of how much.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn write_with_progress<W: Write>(
        directory: &Directory,
        to: &mut Writer<W>,
        progress: &dyn Fn(u64, u64),
    ) -> io::Result<()> {
        layout::write_to(directory, to, progress)
    }

    /// The organisations that a query means, best first, no more than `limit`; all of them are met
    /// by an empty query.
    ///
    /// The order is total and depends on the directory and the query only.
    pub fn search(&self, directory: &Directory, query: &str, limit: usize) -> Answer {
        let first = self.first(directory, query, limit);
        if first.is_whole {
            return first.answer;
        }
        self.rest(directory, query, limit, &|| false).unwrap_or(first.answer)
    }

    /// What a query meets at once, at any size of directory.
    pub fn first(&self, directory: &Directory, query: &str, limit: usize) -> First {
        let query: String = query.trim().chars().take(LONGEST_QUERY).collect();
        let run = Run::new(&self.tables, directory, &query, limit);
        let mut scratch = self.take_scratch();
        let (mut answer, mut is_whole) = run.first(&mut scratch);
        if !is_whole
            && self.tables.count <= SMALL
            && let Ok(whole) = run.rest(&mut scratch, &|| false)
        {
            (answer, is_whole) = (whole, true);
        }
        self.give_back(scratch);
        First { answer, is_whole }
    }

    /// The whole answer where the first was not: what was met at once, and below it what takes a
    /// look at every text. `None` where `is_cancelled` said so meanwhile, which is asked every few
    /// thousand texts.
    pub fn rest(
        &self,
        directory: &Directory,
        query: &str,
        limit: usize,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Option<Answer> {
        let query: String = query.trim().chars().take(LONGEST_QUERY).collect();
        let mut scratch = self.take_scratch();
        let answer =
            Run::new(&self.tables, directory, &query, limit).rest(&mut scratch, is_cancelled);
        self.give_back(scratch);
        answer.ok()
    }

    fn take_scratch(&self) -> Scratch {
        let mut free = self.scratch.lock().unwrap_or_else(PoisonError::into_inner);
        free.pop().unwrap_or_default()
    }

    fn give_back(&self, scratch: Scratch) {
        self.scratch.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
    }

    /// Which text of a hit met the query and where; for the rows on screen.
    pub fn matched(&self, directory: &Directory, query: &str, hit: &Hit) -> Matched {
        let text = entries::shown(directory, hit.organisation, hit.field, hit.item);
        Matched {
            field: hit.field,
            positions: Self::positions_in(query, text),
            text: text.to_owned(),
        }
    }

    /// The positions of characters in the text that a query met, ascending, in `char`s.
    fn positions_in(query: &str, text: &str) -> Vec<usize> {
        let query: String = query.trim().chars().take(LONGEST_QUERY).collect();
        highlight::positions(&query, text)
    }

    /// The positions of characters in a text beside the one that a query met, ascending, in
    /// `char`s: where its words begin with the query or with words of it.
    pub fn positions_beside(&self, query: &str, text: &str) -> Vec<usize> {
        let query: String = query.trim().chars().take(LONGEST_QUERY).collect();
        highlight::positions_of_words(&query, text)
    }
}
