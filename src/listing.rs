//! Lists of accounts: what a filter lets through, a row an account, in columns that are chosen.

mod column;
mod written;

use std::collections::HashSet;

pub use column::Column;
pub use written::{Format, write};

use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};
use crate::filter::Filter;
use crate::text::fold::fold;
use crate::words::Words;

/// One row of a list: an account of an organisation, or an organisation of which none passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// Its account; `None` where the filter asks for none and none in use is known.
    pub account: Option<AccountIndex>,
}

/// The rows that a filter lets through, by the names of the organisations, then in the order of the directory.
///
/// Every organisation that passes has a row; what is shared stands with each that shares it.
pub fn rows(directory: &Directory, filter: &Filter, today: Date) -> Vec<Row> {
    let mut organisations = filter.organisations(directory, today);
    organisations.compact_sort_by_key(|index| fold(&directory.organisation(*index).name));
    let of = |organisation: &OrganisationIndex| {
        let accounts = filter.accounts(directory, *organisation, today);
        let mut rows: Vec<Row> = accounts
            .into_iter()
            .map(|account| Row { organisation: *organisation, account: Some(account) })
            .collect();
        if rows.is_empty() {
            rows.push(Row { organisation: *organisation, account: None });
        }
        rows
    };
    organisations.iter().flat_map(of).collect()
}

/// Sorts rows by columns, the first of them first; rows that are the same in all stay in their order. What is
/// empty comes last.
pub fn sort(list: &List<'_>, rows: &mut [Row], by: &[(Column, Direction)]) {
    // From the last column to the first: each sort keeps what the one before it did.
    for (column, direction) in by.iter().rev() {
        let key = |row: &Row| fold(&list.value(*column, row));
        rows.compact_sort_by(|one, other| {
            let (one, other) = (key(one), key(other));
            let order = match direction {
                Direction::Up => one.cmp(&other),
                Direction::Down => other.cmp(&one),
            };
            one.is_empty().cmp(&other.is_empty()).then(order)
        });
    }
}

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The first of the alphabet, and the oldest, first.
    Up,
    /// The other way round.
    Down,
}

/// How many organisations and accounts stand in rows.
pub fn counts(rows: &[Row]) -> (usize, usize) {
    let organisations: HashSet<OrganisationIndex> =
        rows.iter().map(|row| row.organisation).collect();
    let accounts: HashSet<AccountIndex> = rows.iter().filter_map(|row| row.account).collect();
    (organisations.len(), accounts.len())
}

/// What rows are read from.
#[derive(Clone, Copy)]
pub struct List<'a> {
    /// The directory.
    pub directory: &'a Directory,
    /// The day on which trust is judged.
    pub today: Date,
    /// The words for values that people read.
    pub words: &'static Words,
}

#[cfg(test)]
mod tests;
