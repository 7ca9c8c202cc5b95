//! The heads of records and of HTTP: lines of `Name: value` up to an empty one.

use std::io::{self, BufRead, Read};

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
        self.fields.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a line with its end, of limited length; empty at the end of the input.
pub(super) fn line(input: &mut dyn BufRead) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    let most = u64::try_from(LONGEST_HEAD).unwrap_or(u64::MAX);
    input.take(most).read_until(b'\n', &mut line)?;
    Ok(line)
}
