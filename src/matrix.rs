//! The channel map: organisations by platforms, and what is known of each pair.
//!
//! A cell without anything known says nothing of whether there is an account: totals tell what is known and what
//! isn't, never what is absent.

use crate::compact_sort::CompactSort;
use crate::directory::{Account, AccountIndex, Date, Directory, OrganisationIndex, Trust};
use crate::filter::Filter;
use crate::platform::PlatformIndex;
use crate::text::fold::fold;

/// Organisations by platforms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The platforms on which any of the organisations has an account, in the order of the directory.
    pub platforms: Vec<PlatformIndex>,
    /// A row an organisation.
    pub rows: Vec<Row>,
}

/// One organisation and its cells, one a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// What is known on each platform of [`Matrix::platforms`].
    pub cells: Vec<Cell>,
}

impl Row {
    /// On how many platforms an account in use is known.
    pub fn count(&self) -> usize {
        self.cells.iter().filter(|cell| cell.is_in_use()).count()
    }
}

/// What is known of an organisation on a platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Unknown,
    /// Only accounts that it uses no more.
    Retired(AccountIndex),
    /// An account in use: the surest one that passes the filter.
    InUse {
        /// The account.
        account: AccountIndex,
        /// How sure it is that it is official.
        trust: Trust,
        /// Whether it was seen with a badge.
        has_badge: bool,
        /// How many other accounts in use it has there.
        others: usize,
    },
}

impl Cell {
    /// Whether an account in use is known.
    pub fn is_in_use(&self) -> bool {
        matches!(self, Self::InUse { .. })
    }
}

/// What is known on a platform, over all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// Organisations with an account in use.
    pub known: usize,
    /// Organisations that are known to have stopped there.
    pub retired: usize,
    /// Organisations of which nothing is known there.
    pub unknown: usize,
}

/// What the rows are sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// Most platforms first, then by name.
    Count,
    /// By kind, then by name.
    Kind,
    /// By province, then by name; those of the whole country last.
    Province,
}

impl Matrix {
    /// The organisations that a filter lets through. What it asks of accounts decides which organisations have a
    /// row; all their accounts are shown.
    pub fn of(directory: &Directory, filter: &Filter, order: Order, today: Date) -> Self {
        let mut organisations = filter.organisations(directory, today);
        organisations.compact_sort_by_key(|index| fold(&directory.organisation(*index).name));
        let accounts = |index: &OrganisationIndex| -> Vec<AccountIndex> {
            directory.accounts_of(*index).collect()
        };
        let all: Vec<Vec<AccountIndex>> = organisations.iter().map(accounts).collect();
        let is_used = |platform: &PlatformIndex| {
            all.iter().flatten().any(|it| directory.account(*it).platform == *platform)
        };
        let platforms: Vec<PlatformIndex> =
            directory.platforms.iter().map(|(index, _)| index).filter(is_used).collect();
        let row = |(organisation, accounts): (&OrganisationIndex, &Vec<AccountIndex>)| Row {
            organisation: *organisation,
            cells: platforms.iter().map(|it| cell(directory, accounts, *it, today)).collect(),
        };
        let mut rows: Vec<Row> = organisations.iter().zip(&all).map(row).collect();
        match order {
            Order::Name => {}
            Order::Count => rows.compact_sort_by_key(|row| std::cmp::Reverse(row.count())),
            Order::Kind => {
                rows.compact_sort_by_key(|row| directory.organisation(row.organisation).kind);
            }
            Order::Province => rows.compact_sort_by_key(|row| {
                let province = &directory.organisation(row.organisation).province;
                (province.is_none(), province.clone())
            }),
        }
        Self { platforms, rows }
    }

    /// The totals, one a platform.
    pub fn totals(&self) -> Vec<Total> {
        let total = |at: usize| {
            let cells = || self.rows.iter().filter_map(move |row| row.cells.get(at));
            Total {
                known: cells().filter(|cell| cell.is_in_use()).count(),
                retired: cells().filter(|cell| matches!(cell, Cell::Retired(_))).count(),
                unknown: cells().filter(|cell| matches!(cell, Cell::Unknown)).count(),
            }
        };
        (0..self.platforms.len()).map(total).collect()
    }
}

fn cell(
    directory: &Directory,
    accounts: &[AccountIndex],
    platform: PlatformIndex,
    today: Date,
) -> Cell {
    let here = || {
        let all = accounts.iter().map(|index| (*index, directory.account(*index)));
        all.filter(|(_, account)| account.platform == platform)
    };
    let in_use = || here().filter(|(_, account)| !account.status.is_retired());
    // What an account is for as a whole says more than one for a part.
    let rank = |account: &Account| (account.is_special(), account.trust(today));
    let Some((account, it)) = in_use().min_by_key(|(_, account)| rank(account)) else {
        return here().next().map_or(Cell::Unknown, |(account, _)| Cell::Retired(account));
    };
    Cell::InUse {
        account,
        trust: it.trust(today),
        has_badge: it.badge.as_ref().is_some_and(|seen| seen.kind.is_some()),
        others: in_use().count() - 1,
    }
}

#[cfg(test)]
mod tests;
