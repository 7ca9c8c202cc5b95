//! Search: which organisation, and which of its accounts, a query means.
//!
//! The folded text of a directory is laid out once ([`Index::write_to`]), as sorted tables that are
//! read where they lie (`index`). A query is read once into a plan (`query`, `plan`), which is evaluated
//! in strict tiers ([`Tier`]), the cheap and certain ones first (`evaluate`): those are runs of
//! neighbours in the tables, at any size of directory. Only what none of them met is left to a look at
//! every text, and at last to fuzzy-matcher, which stands behind one file (`fuzzy`). What a match costs
//! stands in `rank`.
//!
//! No module imports one that imports it: `plan` knows the index, `evaluate` the plan.

mod address;
mod answer;
mod asked;
mod bodies;
mod composing;
mod evaluate;
mod fuzzy;
mod highlight;
pub(crate) mod index;
mod named_in;
mod plan;
mod query;
mod question;
mod rank;
#[cfg(test)]
mod tests;
mod tokens;
mod typo;

use std::io::{self, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::directory::{Directory, Kind, Lexicon};
use crate::store::{Store, Writer};
pub use answer::{Answer, Field, First, Hit, Matched, Tier};
use asked::Asked;
pub use bodies::{Because, LocalBody};
use evaluate::Scratch;
use index::tables::Tables;
use index::topic_words::TopicWords;
use index::{entries, layout};
use question::tokens::MOST_TOKENS;
use question::words::QuestionWords;
pub use question::{NamedPlace, Understood};
use question::{Reader, Reading};

/// The folded text of a directory, ready to be searched.
#[derive(Debug)]
pub struct Index {
    tables: Tables,
    /// The words of the directory, for marking what a query met.
    lexicon: Arc<Lexicon>,
    /// What questions are read with, made at the first one.
    question: OnceLock<(QuestionWords, TopicWords)>,
    /// What searches that are done wrote on, for those to come: at a million organisations, asking
    /// the system for it takes longer than the search.
    scratch: Mutex<Vec<Scratch>>,
}

/// In a directory of no more organisations than this, the first answer is the whole one: a look at all
/// its texts takes no time that anybody sees, and the list never changes under the reader.
const SMALL: u32 = 10_000;

/// A query that is longer than any name is cut here, in characters.
const LONGEST_QUERY: usize = 200;

/// Whether a query names one account or address rather than describing what is looked for.
///
/// Where such a query has only guesses for hits, what was asked for is not listed.
pub fn names_an_account(directory: &Directory, query: &str) -> bool {
    address::names_an_account(directory, query)
}

/// A query, cut where it is longer than anybody means.
fn cut(query: &str) -> String {
    query.trim().chars().take(LONGEST_QUERY).collect()
}

impl Index {
    /// The index of a directory: the one that is stored beside it, or one that is made now.
    pub fn new(directory: &Directory) -> Self {
        let stored = directory.store().and_then(Tables::open);
        stored.map_or_else(|| Self::build(directory), |tables| Self::with(tables, directory))
    }

    /// Folds and lays out a directory.
    pub fn build(directory: &Directory) -> Self {
        let written = Writer::new(Vec::new()).and_then(|mut writer| {
            Self::write_to(directory, &mut writer)?;
            writer.finish()
        });
        // Writing to memory can't fail; more letters than can be numbered are more than it holds.
        let store = written.ok().and_then(|bytes| Store::owned(bytes).ok());
        let tables = store.and_then(|store| Tables::open(&store)).unwrap_or_default();
        Self::with(tables, directory)
    }

    fn with(tables: Tables, directory: &Directory) -> Self {
        Self {
            tables,
            lexicon: Arc::clone(&directory.lexicon),
            question: OnceLock::new(),
            scratch: Mutex::default(),
        }
    }

    /// Writes the index of a directory, to be stored beside it.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn write_to<W: Write>(directory: &Directory, to: &mut Writer<W>) -> io::Result<()> {
        Self::write_with_progress(directory, to, &|_done, _total| {})
    }

    /// Writes the index of a directory as [`Index::write_to`]; `progress` is told how much of how much is
    /// done.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
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
    ///
    /// ```
    /// use officieel_directory::directory::Date;
    /// use officieel_directory::directory::load::load;
    /// use officieel_directory::public_suffixes::PublicSuffixes;
    /// use officieel_directory::search::{Index, Tier};
    ///
    /// let text = std::fs::read_to_string("../../directory.toml")?;
    /// let directory = load(&text, Date::LAST, &PublicSuffixes::default(), &|| None).unwrap();
    /// let index = Index::new(&directory);
    ///
    /// // What people call it is its name: the word before the name of a place may be left out.
    /// let answer = index.search(&directory, "zwolle", 10);
    /// let best = &answer.hits[0];
    /// assert_eq!(directory.organisation(best.organisation).name, "Gemeente Zwolle");
    /// assert!(!best.guess);
    ///
    /// // A typing error is seen through, but what comes of it is only a guess.
    /// let answer = index.search(&directory, "belastingdeinst", 10);
    /// let best = &answer.hits[0];
    /// assert_eq!(directory.organisation(best.organisation).id, "belastingdienst");
    /// assert_eq!((best.tier, best.guess), (Tier::Typo, true));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn search(&self, directory: &Directory, query: &str, limit: usize) -> Answer {
        let first = self.first(directory, query, limit);
        if first.is_whole {
            return first.answer;
        }
        self.rest(directory, query, limit, &|| false).unwrap_or(first.answer)
    }

    /// What a query asks for, as far as it can be told before anything is searched.
    ///
    /// ```
    /// use officieel_directory::directory::Date;
    /// use officieel_directory::directory::load::load;
    /// use officieel_directory::public_suffixes::PublicSuffixes;
    /// use officieel_directory::search::Index;
    ///
    /// let text = std::fs::read_to_string("../../directory.toml")?;
    /// let directory = load(&text, Date::LAST, &PublicSuffixes::default(), &|| None).unwrap();
    /// let index = Index::new(&directory);
    /// let understood = index.understand(&directory, "waar vind ik de politie in Zwolle op insta?");
    /// assert_eq!(understood.terms, ["politie", "Zwolle"]);
    /// assert_eq!(understood.place.unwrap().name, "Zwolle");
    /// assert_eq!(directory.platform(understood.platform.unwrap()).name(), "Instagram");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn understand(&self, directory: &Directory, query: &str) -> Understood {
        let mut understood = self.reading(directory, &cut(query)).understood;
        understood.is_emergency |= self.is_in_danger_behind(directory, query);
        understood
    }

    /// Whether what stands behind the part of a long text that is read tells of danger.
    fn is_in_danger_behind(&self, directory: &Directory, query: &str) -> bool {
        let is_long = query.len() > LONGEST_QUERY || query.split_whitespace().count() > MOST_TOKENS;
        is_long && self.reader(directory).words.tell_danger(query)
    }

    /// The bodies that a place falls under, in the order in which people need them: municipality, police, water
    /// board, safety region, health service, courts.
    pub fn bodies_at(&self, directory: &Directory, place: &NamedPlace) -> Vec<LocalBody> {
        bodies::at(&self.tables, directory, place)
    }

    /// The shortest name of a living organisation of a kind, without the word for its kind: an example of what to
    /// type.
    pub fn example<'d>(&self, directory: &'d Directory, kind: Kind) -> Option<&'d str> {
        let mut living = 0..self.tables.first_ended;
        let rank = living.find(|&rank| self.tables.kind_of(rank) == kind)?;
        let it = directory.organisation(self.tables.organisation(rank));
        Some(directory.lexicon.bare_name(kind, &it.name).unwrap_or(&it.name))
    }

    fn reading(&self, directory: &Directory, query: &str) -> Reading {
        self.reader(directory).read(query)
    }

    fn reader<'r>(&'r self, directory: &'r Directory) -> Reader<'r> {
        let question = self.question.get_or_init(|| {
            (
                QuestionWords::new(directory),
                TopicWords::read(&self.tables.topics.0, &self.tables.topics.1),
            )
        });
        let (words, topics) = question;
        Reader { directory, tables: &self.tables, words, topics }
    }

    /// What a query meets at once, at any size of directory.
    pub fn first(&self, directory: &Directory, query: &str, limit: usize) -> First {
        let is_in_danger = self.is_in_danger_behind(directory, query);
        let query = cut(query);
        let reading = self.reading(directory, &query);
        let mut scratch = self.take_scratch();
        let Asked { plan, is_guess, is_weighed, kept } =
            self.asked(directory, &query, &reading, (limit, true), &mut scratch);
        let (mut answer, mut is_whole) = evaluate::first(&plan, &mut scratch, is_weighed);
        let is_weighed = plan.has_letters() && !plan.has_operators();
        if !is_whole
            && self.tables.count <= SMALL
            && let Ok(whole) = evaluate::rest(&plan, &mut scratch, is_weighed, &|| false)
        {
            (answer, is_whole) = (whole, true);
        }
        self.give_back(scratch);
        self.mark_guesses(directory, &reading, is_guess, &mut answer);
        named_in::put_first(self, directory, &query, (limit, &mut answer));
        let is_at_town = reading.town_of_kinds().is_some();
        let mut understood = reading.understood;
        understood.is_body_unknown = is_at_town && answer.hits.iter().all(|hit| hit.guess);
        understood.is_emergency |= is_in_danger;
        if let Some(kept) = kept {
            understood.keep(&kept);
        }
        First { answer, understood, is_whole }
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
        let query = cut(query);
        let reading = self.reading(directory, &query);
        let mut scratch = self.take_scratch();
        let Asked { plan, is_guess, is_weighed, .. } =
            self.asked(directory, &query, &reading, (limit, false), &mut scratch);
        let answer = evaluate::rest(&plan, &mut scratch, is_weighed, is_cancelled);
        self.give_back(scratch);
        let mut answer = answer.ok()?;
        self.mark_guesses(directory, &reading, is_guess, &mut answer);
        named_in::put_first(self, directory, &query, (limit, &mut answer));
        Some(answer)
    }

    /// Marks the hits that are no more than guesses: all of them, or those that only bear a longer name than that of
    /// the town at which a kind was asked for.
    fn mark_guesses(
        &self,
        directory: &Directory,
        reading: &Reading,
        is_guess: bool,
        answer: &mut Answer,
    ) {
        let town = reading.town_of_kinds().filter(|_| !is_guess);
        let is_other = |hit: &Hit| {
            let is_found = hit.tier != Tier::Meant && !hit.guess && hit.field.is_of_name();
            town.filter(|_| is_found).is_some_and(|town| {
                !bodies::is_for(&self.tables, directory, hit.organisation, &town.name)
            })
        };
        for hit in &mut answer.hits {
            hit.guess |= is_guess || is_other(hit);
        }
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
            positions: self.positions_in(query, text),
            text: text.to_owned(),
        }
    }

    /// The positions of characters in the text that a query met, ascending, in `char`s.
    fn positions_in(&self, query: &str, text: &str) -> Vec<usize> {
        highlight::positions(&cut(query), text, &self.lexicon)
    }

    /// The positions of characters in a text beside the one that a query met, ascending, in
    /// `char`s: where its words begin with the query or with words of it.
    pub fn positions_beside(&self, query: &str, text: &str) -> Vec<usize> {
        highlight::positions_of_words(&cut(query), text, &self.lexicon)
    }
}
