//! Reading a register extract, whatever a spreadsheet has made of it.

use ::csv::{ByteRecord, ReaderBuilder};
use memchr::memchr_iter;

use crate::audit::register::{Entry, RegisterError, RegisterErrorKind};
use crate::directory::load::is_utf_16;

/// The columns that are needed, by their names in the first line.
const COLUMNS: [&str; 6] = [
    "register_id",
    "org_name",
    "platform",
    "username_as_registered",
    "url_as_registered",
    "register_url",
];

/// What may stand between cells: of what stands most in the line of the columns, the first.
const SEPARATORS: [u8; 3] = *b",;\t";

/// Reads all entries, or says of every line that can't be read why.
pub(super) fn read(csv: &[u8]) -> Result<Vec<Entry>, Vec<RegisterError>> {
    if is_utf_16(csv) {
        return Err(vec![error_at(1, RegisterErrorKind::Utf16)]);
    }
    let csv = csv.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(csv);
    let (named, first_line, csv) = without_hint(csv);
    let separator = separator(csv, named);
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator);
    let mut reader = builder.from_reader(csv);
    let mut lines = Lines { rest: csv, line: first_line, at: 0 };
    let mut record = ByteRecord::new();
    let (mut last, mut is_last_open) = (first_line, false);
    let mut columns = None;
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                return Err(vec![error_at(
                    lines.line,
                    RegisterErrorKind::Unreadable(error.to_string()),
                )]);
            }
        }
        last = lines.of(record.position().map_or(0, ::csv::Position::byte));
        is_last_open = record.iter().any(|field| field.contains(&b'\n'));
        let Some(columns) = &columns else {
            columns = Some(find_columns(&record, last)?);
            continue;
        };
        // Spreadsheets end a table with lines of nothing but separators.
        if record.iter().all(<[u8]>::is_empty) {
            continue;
        }
        match entry(&record, columns, last) {
            Ok(entry) => entries.push(entry),
            Err(error) => errors.push(error),
        }
    }
    if columns.is_none() {
        errors.push(error_at(first_line, RegisterErrorKind::Empty));
    }
    // What stands behind a quotation mark that nothing closes is all taken for one field.
    let quotes = memchr_iter(b'"', csv).count();
    if is_last_open && quotes % 2 == 1 && errors.is_empty() {
        errors.push(error_at(last, RegisterErrorKind::OpenQuote));
    }
    if errors.is_empty() { Ok(entries) } else { Err(errors) }
}

/// The lines of a file, counted as far as they are asked for.
struct Lines<'a> {
    rest: &'a [u8],
    line: u64,
    at: u64,
}

impl Lines<'_> {
    /// The line of the first thing that stands at or behind this byte. The reader's own count
    /// begins a record where the one before it ends, on the line before.
    fn of(&mut self, byte: u64) -> u64 {
        while let [first, rest @ ..] = self.rest {
            let is_break = *first == b'\n' || (*first == b'\r' && rest.first() != Some(&b'\n'));
            if self.at >= byte && !matches!(first, b'\n' | b'\r') {
                break;
            }
            self.line += u64::from(is_break);
            self.at += 1;
            self.rest = rest;
        }
        self.line
    }
}

/// What a spreadsheet left of its own before the columns: a line such as `sep=;`, which tells Excel what
/// stands between the cells. The sign it names, the line that the table begins on, and the table.
fn without_hint(csv: &[u8]) -> (Option<u8>, u64, &[u8]) {
    let end = csv.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(csv.len());
    let (line, behind) = csv.split_at_checked(end).unwrap_or((csv, &[]));
    // Other programs quote the line, or end it with separators as they do all others.
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let hint = match line.split_at_checked(4) {
        Some((sep, hint)) if sep.eq_ignore_ascii_case(b"sep=") => hint,
        _ => return (None, 1, csv),
    };
    let behind = behind.strip_prefix(b"\r").unwrap_or(behind);
    let behind = behind.strip_prefix(b"\n").unwrap_or(behind);
    let is_sign = |sign: &u8| *sign == b'\t' || (sign.is_ascii_punctuation() && *sign != b'"');
    (hint.first().copied().filter(is_sign), 2, behind)
}

/// The separator: the one that was named, or else the one that stands most in the line of the columns.
fn separator(csv: &[u8], named: Option<u8>) -> u8 {
    let head = csv.split(|byte| *byte == b'\n' || *byte == b'\r').find(|line| !line.is_empty());
    let count = |wanted: &u8| memchr_iter(*wanted, head.unwrap_or_default()).count();
    let [comma, ..] = SEPARATORS;
    // The last of the most is taken, so the first stands last.
    let most = || SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(comma);
    named.filter(|sign| count(sign) > 0).unwrap_or_else(most)
}

/// Where each of the needed columns stands.
fn find_columns(head: &ByteRecord, line: u64) -> Result<[usize; 6], Vec<RegisterError>> {
    let mut places = [0; 6];
    let mut errors = Vec::new();
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let is_it = |name: &[u8]| name.trim_ascii().eq_ignore_ascii_case(column.as_bytes());
        let mut found = head.iter().enumerate().filter(|(_, name)| is_it(name));
        match (found.next(), found.next()) {
            (Some((at, _)), None) => *place = at,
            (Some(_), Some(_)) => {
                errors.push(error_at(line, RegisterErrorKind::ColumnTwice(column)));
            }
            (None, _) => {
                errors.push(error_at(line, RegisterErrorKind::NoColumn(column)));
            }
        }
    }
    if errors.is_empty() { Ok(places) } else { Err(errors) }
}

fn entry(record: &ByteRecord, columns: &[usize; 6], line: u64) -> Result<Entry, RegisterError> {
    let mut values: [String; 6] = Default::default();
    for ((value, place), column) in values.iter_mut().zip(columns).zip(COLUMNS) {
        let Some(bytes) = record.get(*place) else {
            return Err(error_at(line, RegisterErrorKind::ShortLine(column)));
        };
        let Ok(text) = std::str::from_utf8(bytes) else {
            return Err(error_at(line, RegisterErrorKind::NotUtf8(column)));
        };
        if text.contains(['\n', '\r']) {
            return Err(error_at(line, RegisterErrorKind::ManyLines(column)));
        }
        text.trim().clone_into(value);
    }
    let [register_id, organisation, platform, typed, address, page] = values;
    Ok(Entry { line, register_id, organisation, platform, typed, address, page })
}

fn error_at(line: u64, problem: RegisterErrorKind) -> RegisterError {
    RegisterError { line, problem }
}
