//! A working directory of any country, made of what one source says.
//!
//! What a kind of organisation is called in that country, what its names and handles begin with, and which synonyms
//! people type stands in a file of words that somebody of that country writes; what of it is missing is mined from
//! the names themselves. Nothing is taken that the loader of directories would refuse.

mod kinds;
mod names;
mod organisations;
mod text;
mod values;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use officieel_directory::directory::load::{Defaults, is_country_code, load};
use officieel_directory::directory::{Date, Directory, LoadError};
use officieel_directory::platform::Platforms;
use officieel_directory::public_suffixes::PublicSuffixes;

use super::{Extract, Refusal, Source};
pub use kinds::kind_of;
use organisations::Maker;
pub use organisations::{kind_in, phone_in, places_in};
use text::Block;

/// What a new directory needs besides the records.
#[derive(Debug, Clone)]
pub struct NewDirectoryOptions<'a> {
    /// The country: two letters (ISO 3166-1).
    pub country: &'a str,
    /// The source that the records are of.
    pub source: Source,
    /// The day on which the source said so.
    pub seen: Date,
    /// What the directory is called, where the words don't say so.
    pub title: &'a str,
    /// Where the source can be read, where that is not its usual address: a table has none.
    pub published_at: Option<&'a str>,
    /// The words of the country, as a part of a directory file: `title`, `domains`, and tables such as `[[kind]]`,
    /// `[[synonym]]`, `[[phrase]]` and `[[family]]`.
    pub words: Option<&'a str>,
    /// The endings under which names are given to anybody.
    pub suffixes: &'a PublicSuffixes,
    /// The directory whose platforms count, and the words of which stand in where there are none.
    pub built_in: &'a Directory,
}

/// A new directory, and what became of what the source has.
#[derive(Debug)]
pub struct NewDirectory {
    /// The file in its canonical layout.
    pub text: String,
    /// The directory that it loads as.
    pub directory: Directory,
    /// Entries that are no account, by reason.
    pub refused: BTreeMap<&'static str, usize>,
    /// Entries that are of the past or stand twice.
    pub left_out: usize,
    /// Records, entries and values that a directory can't have.
    pub dropped: usize,
}

/// Why no directory can be made.
#[derive(Debug, thiserror::Error)]
pub enum NewDirectoryError {
    /// The words are no TOML.
    #[error("the file of words is no TOML: {line}:{column}: {why}")]
    Words {
        /// The line of the file of words, counted from 1.
        line: usize,
        /// The column in characters, counted from 1.
        column: usize,
        /// What is wrong.
        why: String,
    },
    /// The country is not written as two letters, or no country has these.
    #[error("a country is written as two letters, such as BE")]
    Country,
    /// A table can be read nowhere that is known, and every account of a directory names who says so.
    #[error("nobody says where the table can be read")]
    NoSource,
    /// The words don't load as a part of a directory file; the places are those in the file of words.
    #[error("the file of words is no part of a directory file")]
    WordsLoad(Vec<LoadError>),
    /// What was made does not load.
    #[error("what was made of it does not load")]
    Load(Vec<LoadError>),
}

/// How often values that the loader refuses are left out before all is given up.
const MOST_ROUNDS: usize = 4;

/// Makes a directory of what a source says.
///
/// # Errors
///
/// Where the words are no part of a directory file, or the result would not load.
///
/// # Examples
///
/// ```
/// use officieel_directory::directory::Date;
/// use officieel_directory::directory::load::load;
/// use officieel_directory::public_suffixes::PublicSuffixes;
/// use officieel_online::import::new_directory::{NewDirectoryOptions, new_directory};
/// use officieel_online::import::{self, ReadOptions, Source};
///
/// let suffixes = PublicSuffixes::default();
/// let text = std::fs::read_to_string("../../directory.toml")?;
/// let built_in = load(&text, Date::LAST, &suffixes, &|| None).unwrap();
/// let answer = std::fs::read("tests/fixtures/import/sparql.json")?;
/// let extract = import::read(Source::Wikidata, answer.as_slice(), &ReadOptions::default())?;
/// let made = new_directory(&extract, &NewDirectoryOptions {
///     country: "NL",
///     source: Source::Wikidata,
///     seen: "2026-11-28".parse()?,
///     title: "Official accounts",
///     published_at: None,
///     words: None,
///     suffixes: &suffixes,
///     built_in: &built_in,
/// })?;
/// assert!(made.text.contains("Rijkswaterstaat"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn new_directory(
    extract: &Extract,
    options: &NewDirectoryOptions<'_>,
) -> Result<NewDirectory, NewDirectoryError> {
    if !is_country_code(&options.country.to_ascii_uppercase()) {
        return Err(NewDirectoryError::Country);
    }
    if options.source == Source::Csv && options.published_at.is_none() {
        return Err(NewDirectoryError::NoSource);
    }
    let mut words = words::Words::read(options.words.unwrap_or_default())?;
    // The built-in words are those of its own country.
    if options.country.eq_ignore_ascii_case(options.built_in.header.country()) {
        words.add_kinds(&options.built_in.lexicon);
    }
    let maker = Maker::new(extract, options, &words);
    let mut made = maker.make();
    let head = words.head(options);
    let lexicon =
        if words.has_lexicon() { String::new() } else { words::mined(&made.organisations) };
    let lines = |text: &str| text.matches('\n').count();
    let own = lines(&head.before)..lines(&head.before) + lines(&head.words);
    let mut blocks: Vec<Block> =
        [head.before, head.words, head.behind, lexicon].map(Block::fixed).into();
    blocks.append(&mut made.blocks);
    let mut dropped = made.dropped;
    let directory = load_without_faults(&mut blocks, options, &mut dropped)
        .map_err(|problems| placed_in_words(problems, &own))?;
    Ok(NewDirectory {
        text: directory.to_toml(),
        directory,
        refused: made.refused,
        left_out: made.left_out,
        dropped,
    })
}

/// Loads the text; what the loader complains of is left out, as long as that helps.
fn load_without_faults(
    blocks: &mut Vec<Block>,
    options: &NewDirectoryOptions<'_>,
    dropped: &mut usize,
) -> Result<Directory, Vec<LoadError>> {
    let built_in = || Some(Defaults::of(options.built_in.clone()));
    let mut problems = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let text: String = blocks.iter().map(|it| it.text.as_str()).collect();
        match load(&text, Date::LAST, options.suffixes, &built_in) {
            Ok(directory) => return Ok(directory),
            Err(found) => problems = found,
        }
        let lines: Vec<usize> = problems.iter().map(|it| it.line).collect();
        let before = blocks.len();
        if !text::leave_out(blocks, &lines) {
            break;
        }
        *dropped += (before - blocks.len()).max(1);
    }
    Err(problems)
}

/// The problems with what stands in the file of words, by their places there, where there are any.
fn placed_in_words(problems: Vec<LoadError>, own: &Range<usize>) -> NewDirectoryError {
    let of_words = problems.iter().filter(|it| own.contains(&(it.line - 1))).map(|it| {
        let line = it.line - own.start;
        LoadError { line, ..it.clone() }
    });
    let of_words: Vec<LoadError> = of_words.collect();
    if of_words.is_empty() {
        NewDirectoryError::Load(problems)
    } else {
        NewDirectoryError::WordsLoad(of_words)
    }
}

/// The platforms that accounts of a new directory are on.
fn platforms<'a>(options: &NewDirectoryOptions<'a>) -> &'a Platforms {
    &options.built_in.platforms
}

/// Adds one to the count of a reason.
fn count(all: &mut BTreeMap<&'static str, usize>, refusal: &Refusal) {
    *all.entry(refusal.id()).or_default() += 1;
}

#[cfg(test)]
mod tests;
