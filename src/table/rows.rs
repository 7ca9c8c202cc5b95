//! The rows of a table, one by one.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::columns::Columns;
use super::dialect::{Dialect, NO_DELIMITER};
use super::encoding::{self, Encoding};
use super::{TableError, windows_1252};
use crate::directory::Directory;

/// How much of a table is looked at to tell what stands in it.
const SAMPLE: usize = 256 << 10;

/// How many rows are looked at to tell what stands in the columns.
const SAMPLED_ROWS: usize = 200;

/// A row that is longer holds the rest of the table behind a quotation mark that nothing closes.
const LONGEST_ROW: usize = 1 << 20;

/// A row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its number, from 1 with the names of columns, as spreadsheets count.
    pub number: u64,
    /// Its cells, as they were written.
    pub cells: Vec<String>,
}

/// A table that is read row by row.
pub struct Table<'a> {
    /// How its text was written.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub dialect: Dialect,
    /// What stands in its columns.
    pub columns: Columns,
    /// Rows that were read ahead.
    ahead: std::vec::IntoIter<Row>,
    reader: Reader<Bounded<Box<dyn Read + 'a>>>,
    record: ByteRecord,
    /// How many rows were read.
    count: u64,
    /// Whether a cell was read that is no UTF-8.
    has_older_text: bool,
}

impl<'a> Table<'a> {
    /// Reads the beginning of a table, and what its columns hold.
    ///
    /// # Errors
    ///
    /// Where it can't be read, is no text, has no rows, or no column with anything to judge.
    pub fn open(from: impl Read + 'a, directory: &Directory) -> Result<Self, TableError> {
        let (encoding, mut text) = encoding::open(from)?;
        let start = encoding::start_of(&mut text, SAMPLE)?;
        let (dialect, at) = Dialect::read(&start, start.len() < SAMPLE);
        let mut start = Cursor::new(start);
        start.set_position(u64::try_from(at).unwrap_or_default());
        let from: Box<dyn Read + 'a> = Box::new(start.chain(text));
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(dialect.delimiter.unwrap_or(NO_DELIMITER))
            .from_reader(Bounded { from, read: 0 });
        let mut table = Self {
            encoding,
            dialect,
            columns: Columns::default(),
            ahead: Vec::new().into_iter(),
            reader,
            record: ByteRecord::new(),
            count: 0,
            has_older_text: false,
        };
        let mut sample = Vec::new();
        while sample.len() < SAMPLED_ROWS {
            let Some(row) = table.read()? else { break };
            sample.push(row);
        }
        if sample.iter().flat_map(|row| &row.cells).all(|cell| cell.trim().is_empty()) {
            return Err(TableError::Empty);
        }
        let cells: Vec<&[String]> = sample.iter().map(|row| row.cells.as_slice()).collect();
        table.columns = Columns::read(directory, &cells)?;
        if table.columns.header.is_some() {
            sample.remove(0);
        }
        table.ahead = sample.into_iter();
        Ok(table)
    }

    /// The next row; `None` behind the last one.
    ///
    /// # Errors
    ///
    /// Where it can't be read, or does not end.
    pub fn next_row(&mut self) -> Result<Option<Row>, TableError> {
        match self.ahead.next() {
            Some(row) => Ok(Some(row)),
            None => self.read(),
        }
    }

    /// Whether text was met that is no UTF-8, and was read as that of an older Windows.
    pub fn has_older_text(&self) -> bool {
        self.has_older_text
    }

    fn read(&mut self) -> Result<Option<Row>, TableError> {
        self.reader.get_mut().read = 0;
        let is_there = self.reader.read_byte_record(&mut self.record);
        self.count += 1;
        match is_there {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => {
                return Err(match error.into_kind() {
                    csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                        TableError::TooLong { row: self.count }
                    }
                    csv::ErrorKind::Io(error) => error.into(),
                    other => io::Error::other(format!("{other:?}")).into(),
                });
            }
        }
        let mut cells = Vec::with_capacity(self.record.len());
        for cell in &self.record {
            let (text, is_older) = decoded(cell);
            self.has_older_text |= is_older;
            cells.push(text.into_owned());
        }
        Ok(Some(Row { number: self.count, cells }))
    }
}

/// The text of a cell, and whether it is in an older encoding.
fn decoded(cell: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(cell) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (Cow::Owned(windows_1252::decoded(cell)), true),
    }
}

/// Stops where more is read for one row than any row is long.
struct Bounded<R> {
    from: R,
    read: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.read > LONGEST_ROW {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = self.from.read(to)?;
        self.read += count;
        Ok(count)
    }
}
