//! Tables of cells between signs (RFC 4180), with what spreadsheets make of them.

use std::collections::HashMap;

use encoding_rs::WINDOWS_1252;

use super::{ImportError, json};

/// The signs that stand between cells.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// A table with a head.
pub(super) struct Table {
    columns: HashMap<String, usize>,
    rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    /// Reads a table. The sign between cells is that which the head has most of outside quotation marks.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        json::refuse_others(bytes.trim_ascii_start())?;
        let text = text(bytes)?;
        let delimiter = delimiter(&text);
        let mut rows = cells(&text, delimiter)?;
        if rows.is_empty() {
            return Err(ImportError::Empty);
        }
        let (_, head) = rows.remove(0);
        let named = head.iter().enumerate().map(|(at, name)| (name.trim().to_lowercase(), at));
        Ok(Self { columns: named.collect(), rows })
    }

    /// The place of a column, by its name in any case of its letters.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.get(&name.trim().to_lowercase()).copied()
    }

    /// The same, where the table can't be read without.
    pub(super) fn needed(&self, name: &str) -> Result<usize, ImportError> {
        let shown = super::text::clean(name).unwrap_or_default();
        self.column(name).ok_or(ImportError::NoColumn(shown))
    }

    /// The rows below the head.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(number, cells)| Row { number: *number, cells })
    }
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    /// Its number in a spreadsheet, where the head is the first.
    pub(super) number: usize,
    cells: &'a [String],
}

impl<'a> Row<'a> {
    /// The text of a cell; `None` where it is empty, or the row too short.
    pub(super) fn get(self, column: Option<usize>) -> Option<&'a str> {
        let text = self.cells.get(column?)?.trim();
        (!text.is_empty()).then_some(text)
    }
}

/// The text of a table: UTF-8, or what spreadsheets of this part of the world write where it surely is that: no letter
/// beyond ASCII stands in it as UTF-8, and every byte means something in windows-1252.
fn text(bytes: &[u8]) -> Result<String, ImportError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Err(fault) = std::str::from_utf8(bytes) else {
        return Ok(String::from_utf8_lossy(bytes).into_owned());
    };
    let is_mixed = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let meaning_nothing = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    let stray = bytes.iter().position(|byte| meaning_nothing.contains(byte));
    if is_mixed || stray.is_some() {
        let at = if is_mixed { fault.valid_up_to() } else { stray.unwrap_or_default() };
        return Err(place(bytes.get(..at).unwrap_or_default()));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok(text.into_owned())
}

/// Where the byte behind these stands, which no encoding of tables has there.
fn place(before: &[u8]) -> ImportError {
    let before = String::from_utf8_lossy(before);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    ImportError::Encoding { line, column }
}

fn delimiter(text: &str) -> char {
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => break,
            _ => {
                for (count, sign) in counts.iter_mut().zip(DELIMITERS) {
                    *count += usize::from(sign == c && !is_quoted);
                }
            }
        }
    }
    let most = counts.iter().zip(DELIMITERS).rev().max_by_key(|(count, _)| **count);
    most.map_or(',', |(_, sign)| sign)
}

/// The cells of all rows, each with its number. A quotation mark that is still open at the end means that the table breaks off.
fn cells(text: &str, delimiter: char) -> Result<Vec<(usize, Vec<String>)>, ImportError> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut is_quoted, mut number) = (false, 1);
    let mut all = text.chars().peekable();
    while let Some(c) = all.next() {
        match c {
            '"' if is_quoted && all.peek() == Some(&'"') => {
                all.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\n' | '\r' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                let done: Vec<String> = std::mem::take(&mut row);
                if done.iter().any(|cell| !cell.is_empty()) {
                    rows.push((number, done));
                }
                number += usize::from(c == '\n' || all.peek() != Some(&'\n'));
            }
            c if c == delimiter && !is_quoted => row.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if is_quoted {
        return Err(ImportError::Cut);
    }
    if !(cell.is_empty() && row.is_empty()) {
        row.push(cell);
        rows.push((number, row));
    }
    Ok(rows)
}
