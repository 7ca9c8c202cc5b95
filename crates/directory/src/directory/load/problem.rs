//! Problems of a directory file: what, where, what to do.

use std::cell::OnceCell;
use std::fmt;

use super::fields::Located;
use crate::compact_sort::CompactSort;
use crate::text::message::Message;

/// One problem of a file, at a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: Message,
}

/// The place with the message, for where no words are at hand; see [`Message`].
impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for LoadError {}

/// The errors of a file, one a line.
pub fn in_lines(errors: &[LoadError]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// Problems as they are found: by byte offset into the text.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<(usize, Message)>,
    /// Names of organisations that are not there; they are put into words last, see `near`.
    pub(super) unknown: Vec<Unknown>,
    /// What an overlay says of platforms and badge kinds that the directory under it doesn't have. No
    /// problem: it may be of use over another directory.
    foreign: Vec<(usize, Message)>,
}

/// The name of an organisation that is not there.
#[derive(Debug)]
pub(super) struct Unknown {
    /// The key that names it.
    pub(super) key: &'static str,
    pub(super) id: Located<String>,
}

impl Faults {
    pub(super) fn add(&mut self, offset: usize, message: impl Into<Message>) {
        self.found.push((offset, message.into()));
    }

    pub(super) fn add_foreign(&mut self, offset: usize, message: Message) {
        self.foreign.push((offset, message));
    }

    /// Takes over what another part of the file has.
    pub(super) fn append(&mut self, mut other: Self) {
        self.found.append(&mut other.found);
        self.unknown.append(&mut other.unknown);
        self.foreign.append(&mut other.foreign);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems in the order of the file, each once, with lines and columns.
    pub(super) fn into_problems(self, text: &str) -> Vec<LoadError> {
        placed(self.found, text)
    }

    /// What is foreign, in the same way.
    pub(super) fn into_foreign(self, text: &str) -> Vec<LoadError> {
        placed(self.foreign, text)
    }
}

fn placed(mut found: Vec<(usize, Message)>, text: &str) -> Vec<LoadError> {
    found.compact_sort_by_key(|(offset, _)| *offset);
    let mut places = Places { rest: text.as_bytes(), offset: 0, line: 1, column: 1 };
    let mut problems: Vec<LoadError> = found
        .into_iter()
        .map(|(offset, message)| {
            let (line, column) = places.advance_to(offset);
            LoadError { line, column, message }
        })
        .collect();
    problems.dedup();
    problems
}

/// Walks a text once, counting lines and columns.
struct Places<'a> {
    rest: &'a [u8],
    offset: usize,
    line: usize,
    column: usize,
}

impl Places<'_> {
    fn advance_to(&mut self, offset: usize) -> (usize, usize) {
        let step = offset.saturating_sub(self.offset);
        let (passed, rest) = self.rest.split_at_checked(step).unwrap_or((self.rest, &[]));
        let lines = line_ends(passed);
        if lines > 0 {
            self.line += lines;
            self.column = 1;
        }
        let end = passed.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        // Every character has one byte that does not continue another.
        let is_first = |byte: &&u8| (**byte).cast_signed() >= -0x40;
        self.column += passed.iter().skip(end).filter(is_first).count();
        self.rest = rest;
        self.offset += passed.len();
        (self.line, self.column)
    }
}

/// How many lines end in these bytes.
pub(super) fn line_ends(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

/// On which lines offsets lie that come in the order of the file.
pub(super) fn lines_of(text: &str, offsets: impl Iterator<Item = usize>) -> Vec<u32> {
    let (mut rest, mut passed, mut line) = (text.as_bytes(), 0, 1);
    let line_of = |offset: usize| {
        let step = offset.saturating_sub(passed);
        let (before, behind) = rest.split_at_checked(step).unwrap_or((rest, &[]));
        (rest, passed, line) = (behind, passed + before.len(), line + line_ends(before));
        u32::try_from(line).unwrap_or(u32::MAX)
    };
    offsets.map(line_of).collect()
}

/// On which line an offset lies, for "first written on line …".
pub(super) struct Lines<'a> {
    text: &'a [u8],
    /// How many lines end before each block of the text; made when it is first asked for.
    before: OnceCell<Vec<usize>>,
}

/// How many bytes are counted for one answer.
const BLOCK: usize = 4096;

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), before: OnceCell::new() }
    }

    pub(super) fn line_of(&self, offset: usize) -> usize {
        let before = self.before.get_or_init(|| {
            let ends = self.text.chunks(BLOCK).map(line_ends);
            let sum = |sum: &mut usize, ends| Some(std::mem::replace(sum, *sum + ends));
            ends.scan(0, sum).collect()
        });
        let offset = offset.min(self.text.len());
        let block = offset / BLOCK;
        let begun = self.text.get(block * BLOCK..offset).unwrap_or_default();
        let ended = before.get(block).or(before.last()).copied().unwrap_or_default();
        ended + line_ends(begun) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::message::Sentence;

    #[test]
    fn lines_and_columns_are_those_of_counting() {
        let text = "één\r\n\n\u{1F600}x\nlast".repeat(700);
        let mut faults = Faults::default();
        let lines = Lines::new(&text);
        for at in 0..=text.len() + 1 {
            let before: Vec<char> =
                text.char_indices().take_while(|(start, _)| *start < at).map(|(_, c)| c).collect();
            if at % 97 < 3 || at + 20 > text.len() {
                let line = before.iter().filter(|c| **c == '\n').count() + 1;
                let column = before.iter().rev().take_while(|c| **c != '\n').count() + 1;
                faults.add(at, Sentence::AsIs.of([&format!("{line}:{column}")]));
                assert_eq!(lines.line_of(at), line, "at {at} of {}", text.len());
            }
        }
        let problems = faults.into_problems(&text);
        assert!(problems.len() > 100);
        for problem in problems {
            assert_eq!(
                format!("{}:{}", problem.line, problem.column),
                crate::testing::english(&problem.message)
            );
        }
    }
}
