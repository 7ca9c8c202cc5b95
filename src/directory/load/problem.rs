//! Problems of a directory file: what, where, what to do.

use std::fmt;

use serde::Serialize;

/// One problem of a file, at a place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

/// Problems as they are found: by byte offset into the text.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<(usize, String)>,
}

impl Faults {
    pub(super) fn add(&mut self, offset: usize, message: impl Into<String>) {
        self.found.push((offset, message.into()));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems in the order of the file, each once, with lines and columns.
    pub(super) fn into_problems(mut self, text: &str) -> Vec<Problem> {
        self.found.sort_by_key(|(offset, _)| *offset);
        let mut places = Places::new(text);
        let mut problems: Vec<Problem> = self
            .found
            .into_iter()
            .map(|(offset, message)| {
                let (line, column) = places.advance_to(offset);
                Problem { line, column, message }
            })
            .collect();
        problems.dedup();
        problems
    }

    /// The line on which an offset lies, for "first written on line …".
    pub(super) fn line_of(text: &str, offset: usize) -> usize {
        Places::new(text).advance_to(offset).0
    }
}

/// Walks a text once, counting lines and columns.
struct Places<'a> {
    text: std::str::CharIndices<'a>,
    next: Option<(usize, char)>,
    line: usize,
    column: usize,
}

impl<'a> Places<'a> {
    fn new(text: &'a str) -> Self {
        let mut text = text.char_indices();
        let next = text.next();
        Self { text, next, line: 1, column: 1 }
    }

    fn advance_to(&mut self, offset: usize) -> (usize, usize) {
        while let Some((at, c)) = self.next {
            if at >= offset {
                break;
            }
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
            self.next = self.text.next();
        }
        (self.line, self.column)
    }
}
