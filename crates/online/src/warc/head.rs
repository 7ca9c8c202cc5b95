//! The heads of records and of HTTP: lines of `Name: value` up to an empty one.

use std::io::{self, BufRead};

/// The longest head, in bytes.
pub(super) const LONGEST_HEAD: usize = 64 * 1024;

/// The lines of a head.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Head {
    fields: Vec<(String, String)>,
}

impl Head {
    /// Adds a line. One that begins with white space goes on with the one before.
    pub(super) fn add(&mut self, line: &[u8]) {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_end();
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = self.fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            self.fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }

    /// The first value of a name, which is given in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Whether one of some names, which are given in lower case, stands here more than once.
    pub(super) fn has_twice(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.all(name).nth(1).is_some())
    }

    /// All values of a name, which is given in lower case.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

/// A line of an input.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// It with its end, as far as it is kept; empty at the end of the input.
    pub(super) text: Vec<u8>,
    /// How long it is.
    pub(super) length: u64,
}

impl Line {
    /// Whether all of it is kept. Half a line says nothing: what stands in it may look like another one.
    pub(super) fn is_whole(&self) -> bool {
        u64::try_from(self.text.len()).is_ok_and(|kept| kept == self.length)
    }
}

/// Reads a line to its end, of which so much is kept as a head may have.
pub(super) fn line(input: &mut dyn BufRead) -> io::Result<Line> {
    let mut line = Line::default();
    loop {
        let bytes = input.fill_buf()?;
        let end = bytes.iter().position(|&byte| byte == b'\n').map(|at| at + 1);
        let part = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or(bytes);
        let length = part.len();
        let room = LONGEST_HEAD.saturating_sub(line.text.len());
        line.text.extend_from_slice(part.get(..room).unwrap_or(part));
        line.length += u64::try_from(length).unwrap_or(u64::MAX);
        input.consume(length);
        if end.is_some() || length == 0 {
            return Ok(line);
        }
    }
}
