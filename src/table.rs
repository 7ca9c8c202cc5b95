//! Tables of accounts: what stands in which column, and what of a row can be judged.
//!
//! A communicator's list and the export of a platform have no shape in common. What stands between the
//! cells, in which encoding, and which columns hold addresses, names or platforms is read from the table
//! itself; the words of its first line are a hint and no more.

mod cells;
mod columns;
mod dialect;
mod encoding;
mod header;
mod platform_names;
mod rows;
#[cfg(test)]
mod tests;
mod windows_1252;

use std::io;

pub use columns::{Asked, Columns, OWN, Place, Role};
pub use dialect::{Dialect, LineEnd};
pub use encoding::{Encoding, open as text};
pub use rows::{Row, Table};

/// Why a file is no table whose accounts can be judged.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// It can't be read.
    #[error(transparent)]
    Unreadable(#[from] io::Error),
    /// It is a workbook of a spreadsheet, or packed in another way.
    #[error("the file is a workbook; save it as CSV in UTF-8")]
    Workbook,
    /// It is a page or a document in XML.
    #[error("the file is a page in HTML or XML; save it as CSV in UTF-8")]
    Markup,
    /// It is no text.
    #[error("the file is no text; save it as CSV in UTF-8")]
    Binary,
    /// Nothing stands in it.
    #[error("the file is empty")]
    Empty,
    /// It has names of columns and no rows.
    #[error("the table has no rows")]
    NoRows,
    /// No column holds anything that can be judged.
    #[error("no column holds accounts")]
    NoAccounts,
    /// A row does not end where any row would: a quotation mark is open, most likely.
    #[error("row {row} is too long")]
    TooLong {
        /// The row, counted from 1 with the names of columns, as spreadsheets do.
        row: u64,
    },
}
