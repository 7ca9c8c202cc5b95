//! A large file in parts: each is parsed by itself, on the threads there are, and let go again.
//!
//! The tree of a whole file takes some eight times the memory of its text. Where the text is cut
//! before lines that begin with `[[organisation]]`, and what stands before the first of them and
//! every part after it is sound TOML by itself, the parts say just what the whole says: a cut
//! through a text or a list leaves an end without a beginning, which is no TOML. A file of any
//! other kind is for the caller to parse whole.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Progress;
use super::document::{self, Table};
use super::fields::{Context, Fields, Sentence};
use super::organisations::{self, RawOrganisation};
use super::problem::Faults;
use crate::directory::Date;
use crate::parallel::in_order;

/// How long a part is at the least, in bytes: some five hundred organisations.
pub(super) const SIZE: usize = 256 * 1024;

/// What every organisation begins with.
pub(super) const HEADER: &str = "[[organisation]]";

/// A stretch of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part<'a> {
    text: &'a str,
    /// Where it begins in the whole text.
    offset: usize,
}

/// What a part says.
pub(super) struct ReadPart {
    pub(super) organisations: Vec<RawOrganisation>,
    pub(super) faults: Faults,
}

/// What stands before the first organisation, and the rest in parts of at least this size;
/// `None` where no line begins with an organisation.
pub(super) fn split(text: &str, size: usize) -> Option<(&str, Vec<Part<'_>>)> {
    let first = if text.starts_with(HEADER) { 0 } else { header_after(text, 0)? };
    let mut parts = Vec::new();
    let mut start = first;
    while start < text.len() {
        let end = header_after(text, start.saturating_add(size)).unwrap_or(text.len());
        parts.push(Part { text: text.get(start..end)?, offset: start });
        start = end;
    }
    Some((text.get(..first)?, parts))
}

/// Where the first line after this place that begins with an organisation begins.
fn header_after(text: &str, place: usize) -> Option<usize> {
    let from = (place..text.len()).find(|at| text.is_char_boundary(*at))?;
    let rest = text.get(from..)?;
    let is_header = |(line_end, _): &(usize, &str)| {
        rest.get(line_end + 1..).is_some_and(|line| line.starts_with(HEADER))
    };
    rest.match_indices('\n').find(is_header).map(|(line_end, _)| from + line_end + 1)
}

/// The head as a document, where it is sound and holds no organisation.
pub(super) fn head(text: &str) -> Option<Table<'_>> {
    document::parse(text).filter(|head| !head.contains_key("organisation"))
}

/// Reads all parts, and tells how many bytes of the text are done; `None` where one of them is
/// anything but organisations.
pub(super) fn read(
    parts: Vec<Part<'_>>,
    today: Date,
    progress: Progress<'_>,
) -> Option<Vec<ReadPart>> {
    let done = Mutex::new(parts.first().map_or(0, |part| part.offset));
    let failed = AtomicBool::new(false);
    let read_one = |part: Part<'_>| {
        if failed.load(Ordering::Relaxed) {
            return None;
        }
        let read = part.read(today);
        if read.is_none() {
            failed.store(true, Ordering::Relaxed);
        }
        // Told under the lock, so that it never goes back.
        if let Ok(mut done) = done.lock() {
            *done += part.text.len();
            progress(*done);
        }
        read
    };
    in_order(parts, read_one).into_iter().collect()
}

impl Part<'_> {
    fn read(self, today: Date) -> Option<ReadPart> {
        let document = document::parse(self.text)?;
        if document.keys().any(|key| key.get_ref() != "organisation") {
            return None;
        }
        let context = Context::of_part(self.text, self.offset, today);
        let organisations =
            organisations::read(&Fields::new(&context, &document, 0, Sentence::TheFile));
        Some(ReadPart { organisations, faults: context.into_faults() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_begin_with_an_organisation_and_make_up_the_text() {
        let text = "a = 1\n\n[[organisation]]\nid = 1\r\n[[organisation]]\r\n # ë [[organisation]]\n [[organisation]]\n[[organisation]]";
        for (size, expected) in [(0, 3), (1, 3), (40, 2), (usize::MAX, 1)] {
            let (head, parts) = split(text, size).unwrap();
            assert_eq!(head, "a = 1\n\n");
            assert_eq!(parts.len(), expected, "{size}");
            let all: String = parts.iter().map(|part| part.text).collect();
            assert_eq!(format!("{head}{all}"), text);
            for part in parts {
                assert!(part.text.starts_with(HEADER));
                assert!(text.get(part.offset..).unwrap().starts_with(part.text));
            }
        }
    }

    #[test]
    fn a_file_may_begin_with_an_organisation_or_have_none() {
        assert_eq!(
            split("[[organisation]]\n", 0).map(|(head, parts)| (head, parts.len())),
            Some(("", 1))
        );
        for text in ["", "a = 1\n", " [[organisation]]", "x[[organisation]]", "[[organisations]]"] {
            assert!(split(text, 0).is_none(), "{text}");
        }
    }
}
