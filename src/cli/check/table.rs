//! `officieel check --table`: a table of accounts, given back with a verdict on each row.

mod judged;
mod sheet;
mod summary;

use std::io::{self, Read};
use std::path::Path;

use super::Desk;
use crate::cli::error::{CommandError, Result};
use crate::cli::progress::Progress;
use crate::cli::{Context, ExitStatus, load};
use crate::input_file;
use crate::json::Elements;
use crate::parallel::in_order;
use crate::table::{Row, Table, TableError};
use crate::words::Words;
use sheet::{Piece, Sheet};
use summary::Summary;

/// How many rows a thread judges at a time.
const PIECE: usize = 64;

/// How many pieces are read before they are judged.
const PIECES: usize = 32;

/// Judges the rows of a file, and writes them with what is said of them.
pub(super) fn run(
    path: &Path,
    is_json: bool,
    desk: &Desk,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let from: Box<dyn Read> = if load::is_stream(path) {
        Box::new(io::stdin().lock())
    } else {
        Box::new(input_file::open(path).map_err(|error| load::unreadable(path, &error, cx))?)
    };
    let mut table =
        Table::open(from, &desk.directory).map_err(|error| complaint(path, &error, cx))?;
    let columns = table.columns.clone();
    let sheet = Sheet::new(desk, &columns, &table.dialect, cx.language, is_json);
    let mut summary = Summary::default();
    let ended = write(&mut table, &sheet, &mut summary, path, cx);
    match ended {
        Ok(()) => {}
        // What nobody reads may hold anything: that is not "all official".
        Err(CommandError::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            summary.tally.is_complete = false;
            return Ok(summary.tally.outcome());
        }
        Err(error) => return Err(error),
    }
    summary.write(cx.words, &columns, &table, cx.err)?;
    Ok(summary.tally.outcome())
}

/// Writes all rows, in pieces that are judged side by side.
fn write(
    table: &mut Table<'_>,
    sheet: &Sheet<'_>,
    summary: &mut Summary,
    path: &Path,
    cx: &mut Context<'_>,
) -> Result<()> {
    let mut progress = Progress::new(cx.words, Words::table_progress);
    sheet.begin(table.encoding, &table.dialect, cx.out)?;
    let mut elements = Elements::default();
    loop {
        let (rows, fault) = read(table);
        let is_over = rows.is_empty() || fault.is_some();
        let pieces: Vec<Piece> = in_order(rows, |rows| sheet.judge(&rows));
        for piece in pieces {
            sheet.add(&piece, &mut elements, cx.out)?;
            summary.add(piece);
        }
        progress.tell(u64::try_from(summary.rows).unwrap_or(u64::MAX))?;
        if let Some(error) = fault {
            progress.end()?;
            cx.out.flush()?;
            return Err(complaint(path, &error, cx));
        }
        if is_over {
            break;
        }
        cx.out.flush()?;
    }
    progress.end()?;
    Ok(sheet.end(elements, cx.out)?)
}

/// The next rows in pieces, and why there are no more where something is wrong.
fn read(table: &mut Table<'_>) -> (Vec<Vec<Row>>, Option<TableError>) {
    let mut pieces = Vec::new();
    while pieces.len() < PIECES {
        let mut piece = Vec::with_capacity(PIECE);
        while piece.len() < PIECE {
            match table.next_row() {
                Ok(Some(row)) => piece.push(row),
                Ok(None) => break,
                Err(error) => {
                    pieces.push(piece);
                    return (pieces, Some(error));
                }
            }
        }
        if piece.is_empty() {
            break;
        }
        pieces.push(piece);
    }
    (pieces, None)
}

/// Complains of a file that is no table that can be judged.
pub(in crate::cli) fn complaint(
    path: &Path,
    error: &TableError,
    cx: &mut Context<'_>,
) -> CommandError {
    let (file, words) = (load::name_of(path), cx.words);
    let text = match error {
        TableError::Unreadable(error) => return load::unreadable(path, error, cx),
        TableError::Workbook => words.table_workbook(&file),
        TableError::Markup => words.table_markup(&file),
        TableError::Binary => words.table_binary(&file),
        TableError::Empty => words.table_empty(&file),
        TableError::NoRows => words.table_no_rows(&file),
        TableError::NoAccounts => words.table_no_accounts(&file),
        TableError::TooLong { row } => words.table_too_long(&file, &row.to_string()),
    };
    cx.unusable(&text)
}
