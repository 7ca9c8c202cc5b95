//! What is wrong with a filter.

use std::ops::Range;

use super::Key;
use super::parse::LONGEST;
use crate::text::sanitise::escaped;
use crate::text::width::ellipsis;
use crate::words::{Language, Words};

/// The most cells in which what was typed is told.
const ECHOED: usize = 60;

/// Why a text is no filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterError {
    /// Where, in bytes of the text.
    pub at: Range<usize>,
    /// What is wrong there.
    pub(super) wrong: Wrong,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wrong {
    /// No key is written so; perhaps this one was meant.
    Key(String, Option<Key>),
    /// Nothing stands behind a key.
    NoValue(Key),
    /// A key has no such value; perhaps this one was meant, of all these in English and in Dutch.
    Value { key: Key, given: String, meant: Option<String>, known: [Vec<String>; 2] },
    /// A quotation mark has no other that closes it.
    Open,
    /// It is longer than any filter need be.
    Long,
}

impl FilterError {
    /// What is wrong and what to do, in one sentence.
    pub fn text(&self, words: &Words) -> String {
        let key = |key: Key| key.written_in(words.language);
        match &self.wrong {
            Wrong::Key(given, Some(meant)) => words.filter_key_meant(&told(given), key(*meant)),
            Wrong::Key(given, None) => {
                let known: Vec<&str> = Key::ALL.into_iter().map(key).collect();
                words.filter_key_unknown(&told(given), &known.join(", "))
            }
            Wrong::NoValue(own) => words.filter_no_value(key(*own)),
            Wrong::Value { key: own, given, meant: Some(meant), .. } => {
                words.filter_value_meant(key(*own), &told(meant), &told(given))
            }
            Wrong::Value { key: own, given, known: [english, dutch], .. } => {
                let known = if words.language == Language::Nl { dutch } else { english };
                if known.is_empty() {
                    return words.filter_value_unknown(&told(given), key(*own));
                }
                words.filter_value_choose(&told(given), key(*own), &escaped(&known.join(", ")))
            }
            Wrong::Open => words.filter_open.to_owned(),
            Wrong::Long => words.filter_long(&LONGEST.to_string()),
        }
    }
}

/// What was typed, as far as it takes to know it again.
fn told(given: &str) -> String {
    ellipsis(&escaped(given), ECHOED)
}
