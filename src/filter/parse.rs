//! Reading filters.

use std::ops::Range;

use super::error::Wrong;
use super::{Condition, Filter, FilterError, Key, Value, values};
use crate::directory::Directory;
use crate::text::fold::fold;
use crate::text::suggest::mistyped;

/// A filter, and the words that are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilteredWords {
    /// The conditions.
    pub filter: Filter,
    /// The rest of the text, in its order.
    pub words: String,
}

impl Filter {
    /// Reads a filter. Words without a key are parts of a name.
    ///
    /// # Errors
    ///
    /// Where a key or a value is unknown, or a value is missing; with where that is.
    pub fn parse(text: &str, directory: &Directory) -> Result<Self, FilterError> {
        let mut conditions = Vec::new();
        for piece in pieces(text) {
            let condition = match keyed(&piece) {
                Some(keyed) => keyed.condition(directory)?,
                None => Condition {
                    key: Key::Name,
                    is_negated: false,
                    any: vec![Value::Name(fold(unquoted(piece.text)))],
                },
            };
            conditions.push(condition);
        }
        Ok(Self { conditions })
    }

    /// Reads the filter in a question: what has a known key, or one that was mistyped. Everything else is left as
    /// it is: `https://…`, `instagram:name`.
    ///
    /// # Errors
    ///
    /// As for [`Filter::parse`], but that a key is unknown only where it is near to a known one.
    pub fn split(text: &str, directory: &Directory) -> Result<FilteredWords, FilterError> {
        let mut conditions = Vec::new();
        let mut words = Vec::new();
        for piece in pieces(text) {
            match keyed(&piece) {
                Some(keyed) if keyed.is_meant(directory) => {
                    conditions.push(keyed.condition(directory)?);
                }
                _ => words.push(piece.text),
            }
        }
        Ok(FilteredWords { filter: Self { conditions }, words: words.join(" ") })
    }
}

/// A part of a text between blanks that are not in quotation marks.
struct Piece<'t> {
    start: usize,
    text: &'t str,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut is_quoted = false;
    let parts = text.split(move |c: char| {
        is_quoted ^= c == '"';
        !is_quoted && c.is_whitespace()
    });
    let mut at = 0;
    let mut pieces = Vec::new();
    for part in parts {
        if !part.is_empty() {
            pieces.push(Piece { start: at, text: part });
        }
        let behind = text.get(at + part.len()..).and_then(|rest| rest.chars().next());
        at += part.len() + behind.map_or(0, char::len_utf8);
    }
    pieces
}

/// What stands before and behind the first colon of a piece.
struct Keyed<'t> {
    start: usize,
    is_negated: bool,
    key: &'t str,
    value: &'t str,
}

fn keyed<'t>(piece: &Piece<'t>) -> Option<Keyed<'t>> {
    let (key, value) = piece.text.split_once(':')?;
    let bare = key.strip_prefix(['!', '-']);
    let is_negated = bare.is_some();
    let key = bare.unwrap_or(key);
    let is_word = !key.is_empty() && key.chars().all(char::is_alphabetic);
    is_word.then_some(Keyed {
        start: piece.start + usize::from(is_negated),
        is_negated,
        key,
        value,
    })
}

impl Keyed<'_> {
    /// Whether it is more likely a condition than words of a question, such as `let op:` before a blank.
    fn is_meant(&self, directory: &Directory) -> bool {
        let is_platform = || values::platform(directory, self.key).is_some();
        let has_value = !self.value.is_empty() && !self.value.starts_with("//");
        let is_key = || Key::from_written(self.key).is_some();
        has_value && (is_key() || !is_platform() && self.near().is_some())
    }

    /// The key that was mistyped.
    fn near(&self) -> Option<Key> {
        let known = Key::ALL.into_iter().flat_map(Key::written).filter(|own| own.len() > 2);
        let near = mistyped(&self.key.to_ascii_lowercase(), known.map(|own| (own, own)))?;
        Key::from_written(near)
    }

    fn condition(&self, directory: &Directory) -> Result<Condition, FilterError> {
        let at = |range: Range<usize>| range.start + self.start..range.end + self.start;
        let Some(key) = Key::from_written(self.key) else {
            let wrong = Wrong::Key(self.key.to_owned(), self.near());
            return Err(FilterError { at: at(0..self.key.len()), wrong });
        };
        let from = self.key.len() + 1;
        let mut any = Vec::new();
        let mut start = from;
        for given in self.value.split('|') {
            let range = at(start..start + given.len());
            start += given.len() + 1;
            let bare = unquoted(given);
            if bare.trim().is_empty() {
                return Err(FilterError { at: range, wrong: Wrong::NoValue(key) });
            }
            // Signs decide nothing in a value, so that a `!` there would ask for the opposite of what is meant.
            let value = if bare.starts_with('!') {
                Err(Wrong::Value { key, given: bare.to_owned(), meant: None, known: Vec::new() })
            } else {
                values::read(directory, key, bare)
            };
            any.push(value.map_err(|wrong| FilterError { at: range, wrong })?);
        }
        Ok(Condition { key, is_negated: self.is_negated, any })
    }
}

fn unquoted(text: &str) -> &str {
    text.trim_matches('"')
}
