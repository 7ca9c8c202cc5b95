//! How far a long stream is, for somebody who looks at a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::messages::numbers::grouped;
use crate::words::Words;

/// How often it is told.
const EVERY: Duration = Duration::from_millis(500);

/// Tells how far it is in the last line of the terminal, where results go elsewhere.
pub(super) struct Progress {
    words: &'static Words,
    /// What is counted.
    text: fn(&Words, &str) -> String,
    is_wanted: bool,
    last: Instant,
    is_told: bool,
}

impl Progress {
    pub(super) fn new(words: &'static Words, text: fn(&Words, &str) -> String) -> Self {
        let is_wanted = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { words, text, is_wanted, last: Instant::now(), is_told: false }
    }

    /// Tells that so much is done, where that is worth it.
    pub(super) fn tell(&mut self, count: u64) -> io::Result<()> {
        if !self.is_wanted || self.last.elapsed() < EVERY {
            return Ok(());
        }
        self.last = Instant::now();
        self.is_told = true;
        let count = grouped(self.words, usize::try_from(count).unwrap_or(usize::MAX));
        write!(io::stderr(), "\r{}", (self.text)(self.words, &count))
    }

    /// Leaves the line.
    pub(super) fn end(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_told) { writeln!(io::stderr()) } else { Ok(()) }
    }
}
