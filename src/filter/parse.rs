//! Reading filters.

use std::ops::Range;

use super::error::Wrong;
use super::{Condition, Filter, FilterError, Key, Value, values};
use crate::directory::Directory;
use crate::text::fold::fold;
use crate::text::suggest::mistyped;

/// The most bytes of a filter: more than anybody types, and little enough to be read at once.
pub(super) const LONGEST: usize = 4096;

/// The quotation marks that word processors and telephones put in the place of `"`.
const QUOTES: [char; 7] = ['"', '\u{201C}', '\u{201D}', '\u{201E}', '\u{201F}', '\u{AB}', '\u{BB}'];

/// The colons that stand behind a key: the one of ASCII, and the wide one.
const COLONS: [char; 2] = [':', '\u{FF1A}'];

/// A filter, and the words that are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilteredWords {
    /// The conditions.
    pub filter: Filter,
    /// The rest of the text, in its order.
    pub words: String,
}

impl Filter {
    /// Reads a filter. Words without a key are words of a name or begin one; what stands in quotation marks is a part
    /// of a name.
    ///
    /// # Errors
    ///
    /// Where a key or a value is unknown, a value is missing, a quotation mark is open, or the text is longer than
    /// 4,096 bytes; with where that is.
    pub fn parse(text: &str, directory: &Directory) -> Result<Self, FilterError> {
        match Self::parse_typed(text, directory) {
            (_, Some(error)) => Err(error),
            (filter, None) => Ok(filter),
        }
    }

    /// Reads a filter that is being typed: as [`Filter::parse`], but what is wrong is left out, and the first fault
    /// told beside what could be read.
    pub fn parse_typed(text: &str, directory: &Directory) -> (Self, Option<FilterError>) {
        let mut conditions = Vec::new();
        if let Err(error) = check(text) {
            return (Self { conditions, among: None }, Some(error));
        }
        let mut fault = None;
        for piece in pieces(text) {
            match keyed(&piece).map(|keyed| keyed.conditions(directory)) {
                Some(Ok(read)) => conditions.extend(read),
                Some(Err(error)) => fault = fault.or(Some(error)),
                None => conditions.push(Condition {
                    key: Key::Name,
                    is_negated: false,
                    any: vec![bare(piece.text)],
                }),
            }
        }
        (Self { conditions, among: None }, fault)
    }

    /// Reads the filter in a question: what has a known key, or one that was mistyped. Everything else is left as
    /// it is: `https://…`, `instagram:name`.
    ///
    /// # Errors
    ///
    /// As for [`Filter::parse`], but that a key is unknown only where it is near to a known one.
    pub fn split(text: &str, directory: &Directory) -> Result<FilteredWords, FilterError> {
        match Self::split_typed(text, directory) {
            (_, Some(error)) => Err(error),
            (split, None) => Ok(split),
        }
    }

    /// Reads the filter in a question that is being typed: as [`Filter::split`], but what is wrong is left out, and
    /// the first fault told beside what could be read.
    pub fn split_typed(text: &str, directory: &Directory) -> (FilteredWords, Option<FilterError>) {
        let mut conditions = Vec::new();
        let mut words = Vec::new();
        let mut fault = None;
        let pieces = pieces(text);
        let has_others = !Self::places(text, directory).is_empty();
        for (at, piece) in pieces.iter().enumerate() {
            let keyed = keyed(piece);
            // A condition that is begun after others is on its way to be one.
            let is_begun = |it: &Keyed<'_>| {
                it.value.is_empty() && Key::from_written(it.key).is_some() && at + 1 == pieces.len()
            };
            if has_others && keyed.as_ref().is_some_and(is_begun) {
                continue;
            }
            let Some(keyed) = keyed.filter(|keyed| keyed.is_meant(directory)) else {
                words.push(piece.text);
                continue;
            };
            match check(text).and_then(|()| keyed.conditions(directory)) {
                Ok(read) => conditions.extend(read),
                Err(error) => fault = fault.or(Some(error)),
            }
        }
        let filter = Self { conditions, among: None };
        (FilteredWords { filter, words: words.join(" ") }, fault)
    }

    /// Where the conditions stand in a question, in bytes.
    pub fn places(text: &str, directory: &Directory) -> Vec<Range<usize>> {
        let is_condition =
            |piece: &Piece<'_>| keyed(piece).is_some_and(|it| it.is_meant(directory));
        let pieces = pieces(text).into_iter().filter(is_condition);
        pieces.map(|piece| piece.start..piece.start + piece.text.len()).collect()
    }
}

/// Complains of a text that is no filter, whatever stands in it.
fn check(text: &str) -> Result<(), FilterError> {
    if text.len() > LONGEST {
        let from = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        return Err(FilterError { at: from..text.len(), wrong: Wrong::Long });
    }
    let mut quotes = text.char_indices().filter(|(_, c)| QUOTES.contains(c));
    let last = quotes.clone().next_back();
    match last.filter(|_| quotes.by_ref().count() % 2 == 1) {
        Some((at, c)) => Err(FilterError { at: at..at + c.len_utf8(), wrong: Wrong::Open }),
        None => Ok(()),
    }
}

/// A part of a text between blanks that are not in quotation marks.
pub(super) struct Piece<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
}

pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let singles = single_quotes(text);
    let mut is_quoted = false;
    let mut offset = 0;
    let parts = text.split(move |c: char| {
        let is_single = singles.iter().any(|it| it.contains(&offset));
        offset += c.len_utf8();
        is_quoted ^= QUOTES.contains(&c);
        !is_quoted && !is_single && c.is_whitespace()
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

/// The values in single quotation marks, as a shell has them: right behind a colon, and to before a blank. Elsewhere the
/// sign is an apostrophe, as in `'s-Hertogenbosch`.
fn single_quotes(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('\'') {
        let is_behind_colon = text.get(..at).is_some_and(|before| before.ends_with(COLONS));
        if !is_behind_colon || found.last().is_some_and(|last| last.contains(&at)) {
            continue;
        }
        let behind = text.get(at + 1..).unwrap_or_default();
        let is_last = |(at, _): &(usize, &str)| {
            let rest = behind.get(at + 1..).unwrap_or_default();
            *at > 0 && (rest.is_empty() || rest.starts_with(char::is_whitespace))
        };
        found.extend(behind.match_indices('\'').find(is_last).map(|(end, _)| at..at + end + 2));
    }
    found
}

/// What stands before and behind the first colon of a piece.
pub(super) struct Keyed<'t> {
    start: usize,
    is_negated: bool,
    pub(super) key: &'t str,
    /// Whether the wide colon stands behind the key.
    is_wide: bool,
    pub(super) value: &'t str,
}

pub(super) fn keyed<'t>(piece: &Piece<'t>) -> Option<Keyed<'t>> {
    let (key, value) = piece.text.split_once(COLONS)?;
    let bare = key.strip_prefix(['!', '-']);
    let is_negated = bare.is_some();
    let key = bare.unwrap_or(key);
    let is_word = !key.is_empty() && key.chars().all(char::is_alphabetic);
    is_word.then_some(Keyed {
        start: piece.start + usize::from(is_negated),
        is_negated,
        key,
        is_wide: piece
            .text
            .find(COLONS)
            .is_some_and(|at| !piece.text.get(at..).unwrap_or_default().starts_with(':')),
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

    /// What is asked for. Not to be on a platform is to be without an account there, rather than to have one
    /// elsewhere; of several platforms it is to be without each.
    fn conditions(&self, directory: &Directory) -> Result<Vec<Condition>, FilterError> {
        let condition = self.condition(directory)?;
        if condition.key != Key::On || !condition.is_negated {
            return Ok(vec![condition]);
        }
        let without = |value| Condition { key: Key::Without, is_negated: false, any: vec![value] };
        Ok(condition.any.into_iter().map(without).collect())
    }

    fn condition(&self, directory: &Directory) -> Result<Condition, FilterError> {
        let at = |range: Range<usize>| range.start + self.start..range.end + self.start;
        let Some(key) = Key::from_written(self.key) else {
            let wrong = Wrong::Key(self.key.to_owned(), self.near());
            return Err(FilterError { at: at(0..self.key.len()), wrong });
        };
        let colon = if self.is_wide { '\u{FF1A}' } else { ':' };
        let from = self.key.len() + colon.len_utf8();
        let mut any = Vec::new();
        let mut start = from;
        // Names may have commas; values of closed lists have none, and people part them so.
        let is_closed = !values::known(directory, key).is_empty();
        for given in self.value.split(|c| c == '|' || c == ',' && is_closed) {
            let range = at(start..start + given.len());
            start += given.len() + 1;
            let bare = unquoted(given);
            if bare.trim().is_empty() {
                return Err(FilterError { at: range, wrong: Wrong::NoValue(key) });
            }
            // Signs decide nothing in a value, so that a `!` there would ask for the opposite of what is meant.
            let value = if bare.starts_with('!') {
                Err(Wrong::Value {
                    key,
                    given: bare.to_owned(),
                    meant: None,
                    known: Default::default(),
                })
            } else {
                values::read(directory, key, bare)
            };
            any.push(value.map_err(|wrong| FilterError { at: range, wrong })?);
        }
        Ok(Condition { key, is_negated: self.is_negated, any })
    }
}

/// What a text without a key asks for. In a part of a name, `ede` would be met in `Nederweert` as well.
fn bare(text: &str) -> Value {
    let folded = fold(unquoted(text));
    if text.starts_with(QUOTES) { Value::Name(folded) } else { Value::Word(folded) }
}

fn unquoted(text: &str) -> &str {
    let single = text.strip_prefix('\'').and_then(|it| it.strip_suffix('\''));
    single.unwrap_or_else(|| text.trim_matches(QUOTES))
}
