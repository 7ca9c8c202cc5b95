//! What is asked about: the arguments as one message, or where there are none, standard input; and its lines, each
//! for itself, where an argument is `-`.

use std::ffi::OsString;
use std::io::{self, BufRead, Read, StdinLock};

use crate::check::{LONGEST_INPUT, condensed};

/// The mark that some programs put at the beginning of a text.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// One thing that is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Input {
    /// It as it was given, with `�` where it is no text.
    pub(in crate::cli) text: String,
    /// Its line in standard input, from 1; `None` for an argument.
    pub(in crate::cli) line: Option<u64>,
    /// The arguments that it was given as, where these were several.
    pub(in crate::cli) arguments: Vec<String>,
    /// Whether it was too long, so that its end is missing.
    pub(in crate::cli) is_cut: bool,
}

/// Whether lines of standard input are asked about.
pub(super) fn reads_lines(given: &[OsString]) -> bool {
    given.iter().any(|argument| argument == "-")
}

/// All that is asked about as one message: the arguments, or without one, standard input.
pub(super) fn whole(given: &[OsString]) -> io::Result<Input> {
    match given {
        [] => message(io::stdin().lock()),
        [only] => Ok(argument(only)),
        several => {
            let all: Vec<Input> = several.iter().map(argument).collect();
            let is_cut = all.iter().any(|it| it.is_cut);
            let arguments: Vec<String> = all.into_iter().map(|it| it.text).collect();
            Ok(Input { text: arguments.join(" "), line: None, arguments, is_cut })
        }
    }
}

/// A stream as one message.
fn message(from: impl Read) -> io::Result<Input> {
    let longest = u64::try_from(MOST_READ).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    from.take(longest + 1).read_to_end(&mut bytes)?;
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    let (text, is_cut) = fitted(&bytes, bytes.len() > MOST_READ);
    Ok(Input { text, line: None, arguments: Vec::new(), is_cut })
}

/// All that is asked about, in its order; lines are read as they come.
pub(in crate::cli) struct Inputs<'a> {
    /// What is still to be asked about; where lines are, each argument for itself.
    given: &'a [OsString],
    is_whole: bool,
    lines: Option<Lines<StdinLock<'static>>>,
}

impl<'a> Inputs<'a> {
    /// Each argument for itself.
    pub(in crate::cli) fn new(given: &'a [OsString]) -> Self {
        Self { given, is_whole: false, lines: None }
    }

    /// All arguments as one message, unless lines are asked about.
    pub(super) fn messages(given: &'a [OsString]) -> Self {
        Self { given, is_whole: !reads_lines(given), lines: None }
    }
}

/// The most inputs that are taken together.
const MOST_TOGETHER: usize = 1_000;

impl Inputs<'_> {
    /// The next input with those behind it that are there already, so that nothing waits for what comes later;
    /// and why there are no more, where reading failed. Nothing at the end.
    pub(super) fn batch(&mut self) -> (Vec<Input>, Option<io::Error>) {
        let mut batch = Vec::new();
        while batch.is_empty()
            || batch.len() < MOST_TOGETHER && self.lines.as_ref().is_some_and(|it| it.has_next)
        {
            match self.next() {
                Some(Ok(input)) => batch.push(input),
                Some(Err(error)) => return (batch, Some(error)),
                None => break,
            }
        }
        (batch, None)
    }
}

impl Iterator for Inputs<'_> {
    type Item = io::Result<Input>;

    fn next(&mut self) -> Option<Self::Item> {
        if std::mem::take(&mut self.is_whole) {
            let is_stream = self.given.is_empty();
            let input = whole(std::mem::take(&mut self.given));
            // Nothing on standard input asks nothing.
            let is_asked = |input: &Input| !is_stream || !input.text.trim().is_empty();
            return input.map(|input| Some(input).filter(is_asked)).transpose();
        }
        loop {
            if let Some(line) = self.lines.as_mut().and_then(Iterator::next) {
                return Some(line);
            }
            self.lines = None;
            let (given, rest) = self.given.split_first()?;
            self.given = rest;
            if given != "-" {
                return Some(Ok(argument(given)));
            }
            self.lines = Some(Lines::new(io::stdin().lock()));
        }
    }
}

fn argument(given: &OsString) -> Input {
    let (text, is_cut) = fitted(given.to_string_lossy().as_bytes(), false);
    Input { text, line: None, arguments: Vec::new(), is_cut }
}

/// The most bytes of an input that are looked through: blanks may keep what is asked about far from its beginning.
const MOST_READ: usize = 64 * LONGEST_INPUT;

/// What of an input is judged, and whether that is not all of it.
fn fitted(bytes: &[u8], goes_on: bool) -> (String, bool) {
    let text = String::from_utf8_lossy(bytes);
    let text = condensed(&text);
    let is_cut = goes_on || text.len() > LONGEST_INPUT;
    if is_cut {
        let kept = text.as_bytes();
        (shortened(kept.get(..LONGEST_INPUT).unwrap_or(kept)), true)
    } else {
        (text.into_owned(), false)
    }
}

/// The text of a beginning, without the word that it ends in: a part of a name is another name.
fn shortened(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    match text.trim_end_matches(char::REPLACEMENT_CHARACTER).rsplit_once(char::is_whitespace) {
        Some((whole, _)) => whole.to_owned(),
        None => text.into_owned(),
    }
}

/// The lines of a stream that are not empty.
struct Lines<R> {
    from: R,
    /// How many lines were read.
    count: u64,
    /// Whether the next line is there already, so that reading it waits for nothing.
    has_next: bool,
    /// Whether the stream failed, after which nothing is asked of it.
    is_over: bool,
}

impl<R: BufRead> Lines<R> {
    fn new(from: R) -> Self {
        Self { from, count: 0, has_next: false, is_over: false }
    }

    /// The next line without its end, as far as it is read, and whether that is not far enough;
    /// `None` at the end of the stream.
    fn line(&mut self) -> io::Result<Option<(Vec<u8>, bool)>> {
        let (mut line, mut is_cut, mut is_there) = (Vec::new(), false, false);
        loop {
            let buffer = match self.from.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                break;
            }
            is_there = true;
            let end = memchr::memchr(b'\n', buffer);
            let piece = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            let room = MOST_READ - line.len();
            is_cut |= piece.len() > room;
            line.extend_from_slice(piece.get(..room).unwrap_or(piece));
            let used = piece.len() + usize::from(end.is_some());
            let rest = buffer.get(used..).unwrap_or_default();
            let next = memchr::memchr(b'\n', rest).and_then(|end| rest.get(..end));
            self.has_next = end.is_some() && next.is_some_and(|line| !is_blank(line));
            self.from.consume(used);
            if end.is_some() {
                break;
            }
        }
        if !is_there {
            return Ok(None);
        }
        self.count += 1;
        if self.count == 1 && line.starts_with(BYTE_ORDER_MARK) {
            line.drain(..BYTE_ORDER_MARK.len());
        }
        if !is_cut && line.ends_with(b"\r") {
            line.pop();
        }
        Ok(Some((line, is_cut)))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Input>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            match self.line() {
                Ok(None) => self.is_over = true,
                Ok(Some((line, is_cut))) => {
                    let (text, is_cut) = fitted(&line, is_cut);
                    if !is_blank(text.as_bytes()) {
                        let line = Some(self.count);
                        return Some(Ok(Input { text, line, arguments: Vec::new(), is_cut }));
                    }
                }
                Err(error) => {
                    self.is_over = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

/// Whether a line asks nothing: one of blanks does not, but one of invisible characters does.
fn is_blank(line: &[u8]) -> bool {
    String::from_utf8_lossy(line).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    /// The lines of a stream that comes in pieces of a few bytes, with their numbers.
    fn lines(bytes: &[u8]) -> Vec<(u64, String)> {
        let all = |capacity| {
            let lines = Lines::new(BufReader::with_capacity(capacity, bytes));
            lines
                .map(|line| line.map(|line| (line.line.unwrap(), line.text)).unwrap())
                .collect::<Vec<_>>()
        };
        assert_eq!(all(1), all(1 << 20));
        all(3)
    }

    #[test]
    fn lines_are_read_as_they_are() {
        for (bytes, expected) in [
            (&b""[..], &[][..]),
            (b"\n\r\n  \n\t", &[]),
            (b"a", &[(1, "a")]),
            (b"a\n", &[(1, "a")]),
            (b"a\r\n\r\n b \nc", &[(1, "a"), (3, " b "), (4, "c")]),
            (b"\xef\xbb\xbfa\n\xef\xbb\xbfb", &[(1, "a"), (2, "\u{feff}b")]),
            (b"\xef\xbb\xbf\n\xe2\x80\x8b", &[(2, "\u{200b}")]),
            (b"a\xffb\n\xc3\xab", &[(1, "a\u{fffd}b"), (2, "ë")]),
            (b"a\rb\0c", &[(1, "a\rb\0c")]),
        ] {
            let expected: Vec<_> = expected.iter().map(|(n, text)| (*n, (*text).into())).collect();
            assert_eq!(lines(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn of_a_line_that_is_too_long_whole_words_are_kept() {
        let long = |text: String| {
            let bytes = [text.as_bytes(), b"\nnext"].concat();
            let mut lines = Lines::new(BufReader::with_capacity(1000, &bytes[..]));
            let first = lines.next().unwrap().unwrap();
            let next = lines.next().unwrap().unwrap();
            assert_eq!((next.text.as_str(), next.is_cut), ("next", false));
            assert!(lines.next().is_none());
            let argument = argument(&OsString::from(text));
            assert_eq!((&argument.text, argument.is_cut), (&first.text, first.is_cut));
            first
        };
        let fits = long("x".repeat(LONGEST_INPUT));
        assert_eq!((fits.text.len(), fits.is_cut), (LONGEST_INPUT, false));
        let one_word = long("x".repeat(LONGEST_INPUT + 1));
        assert_eq!((one_word.text.len(), one_word.is_cut), (LONGEST_INPUT, true));
        // Cut at the limit, this name would be that of a listed account.
        let padding = "x".repeat(LONGEST_INPUT - " @POL_Ede".len());
        let name = long(format!("{padding} @POL_Ede_fan"));
        assert_eq!((name.text.trim_end(), name.is_cut), (padding.as_str(), true));
        // Blanks take no room.
        let far = long(format!("@POL_Ede{}evil.example", " ".repeat(2 * LONGEST_INPUT)));
        assert_eq!((far.text.as_str(), far.is_cut), ("@POL_Ede    evil.example", false));
        let inside_a_letter = long(format!("a {}", "ë".repeat(LONGEST_INPUT)));
        assert_eq!((inside_a_letter.text.as_str(), inside_a_letter.is_cut), ("a", true));
    }

    #[test]
    fn a_stream_that_fails_says_so_once() {
        struct Failing;
        impl io::Read for Failing {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("broken"))
            }
        }
        let mut lines = Lines::new(BufReader::new(Failing));
        assert_eq!(lines.next().unwrap().unwrap_err().to_string(), "broken");
        assert!(lines.next().is_none());
    }
}
