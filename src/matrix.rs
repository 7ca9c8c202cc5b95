//! The channel map: organisations by platforms, and what is known of each pair.
//!
//! A cell without anything known says nothing of whether there is an account: totals tell what is known and what
//! isn't, never what is absent.

use crate::audit::score::consistency;
use crate::compact_sort::CompactSort;
use crate::directory::{Account, AccountIndex, Date, Directory, Kind, OrganisationIndex, Trust};
use crate::filter::Filter;
use crate::platform::PlatformIndex;
use crate::text::fold::fold;

/// Organisations by platforms: which rows and columns there are, and what the columns add up to.
///
/// Cells are made when they are asked for, so that a map of a hundred thousand organisations takes no more memory
/// than their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The platforms on which any of the organisations has an account, in the order of the directory.
    pub platforms: Vec<PlatformIndex>,
    /// The organisations that have a row, in the order of the rows.
    pub organisations: Vec<OrganisationIndex>,
    /// Where each group of rows begins, where rows are grouped; the first begins at 0.
    pub groups: Vec<Group>,
    /// The totals, one a platform.
    pub totals: Vec<Total>,
    /// Of how many organisations they were chosen: of all that exist, and where some have ended, of all.
    pub chosen_from: usize,
    today: Date,
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Total {
    /// Organisations with an account in use.
    pub known: usize,
    /// Organisations that are known to have stopped there.
    pub retired: usize,
    /// Organisations of which nothing is known there.
    pub unknown: usize,
}

impl Total {
    fn count(&mut self, cell: &Cell) {
        let counted = match cell {
            Cell::Unknown => &mut self.unknown,
            Cell::Retired(_) => &mut self.retired,
            Cell::InUse { .. } => &mut self.known,
        };
        *counted += 1;
    }
}

/// What the rows of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupKey {
    /// The kind.
    Kind(Kind),
    /// The province; `None` for those that are in none, or in all.
    Province(Option<String>),
}

/// Rows that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub key: GroupKey,
    /// The first of them, by its place among all rows.
    pub start: usize,
}

/// Which rows stand together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grouping {
    /// All of them.
    #[default]
    None,
    /// Those of a kind.
    Kind,
    /// Those of a province; those of the whole country last.
    Province,
}

/// What the rows of a group are sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// Most platforms first, then by name.
    Count,
    /// Those that bear one name everywhere first, then those with the largest share of one name; last those that
    /// are on too few platforms to tell.
    Consistency,
}

/// In which order the rows stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Which stand together.
    pub grouping: Grouping,
    /// What those are sorted by.
    pub order: Order,
}

impl Matrix {
    /// The organisations that a filter lets through. What it asks of accounts decides which organisations have a
    /// row; all their accounts are shown.
    pub fn of(
        directory: &Directory,
        filter: &Filter,
        arrangement: Arrangement,
        today: Date,
    ) -> Self {
        let mut organisations = filter.organisations(directory, today);
        let all: Vec<PlatformIndex> = directory.platforms.iter().map(|(index, _)| index).collect();
        let mut totals = vec![Total::default(); all.len()];
        let mut counted = Vec::with_capacity(organisations.len());
        for index in &organisations {
            let row = row(directory, *index, &all, today);
            row.cells.iter().zip(&mut totals).for_each(|(cell, total)| total.count(cell));
            counted.push(u16::try_from(row.count()).unwrap_or(u16::MAX));
        }
        arrange(directory, &mut organisations, &counted, arrangement);
        let is_used = |(_, total): &(PlatformIndex, Total)| total.known + total.retired > 0;
        let used = all.into_iter().zip(totals).filter(is_used);
        let (platforms, totals) = used.unzip();
        let groups = groups(directory, &organisations, arrangement.grouping);
        let has_ended = |index: &OrganisationIndex| directory.organisation(*index).ended.is_some();
        let chosen_from = if organisations.iter().any(has_ended) {
            directory.organisation_count()
        } else {
            directory.organisation_indexes().filter(|index| !has_ended(index)).count()
        };
        Self { platforms, organisations, groups, totals, chosen_from, today }
    }

    /// The row of an organisation.
    pub fn row(&self, directory: &Directory, organisation: OrganisationIndex) -> Row {
        row(directory, organisation, &self.platforms, self.today)
    }

    /// All rows, in their order, each made when its turn comes.
    pub fn rows(&self, directory: &Directory) -> impl Iterator<Item = Row> {
        self.organisations.iter().map(|index| self.row(directory, *index))
    }
}

/// Sorts organisations; `counted` says on how many platforms each is, in the order in which they come.
fn arrange(
    directory: &Directory,
    organisations: &mut [OrganisationIndex],
    counted: &[u16],
    arrangement: Arrangement,
) {
    struct Sorted {
        index: OrganisationIndex,
        rank: usize,
        name: String,
    }
    let rank = |index: OrganisationIndex, count: u16| match arrangement.order {
        Order::Name => 0,
        Order::Count => usize::from(u16::MAX - count),
        Order::Consistency => match consistency(directory, index).percent() {
            Some(percent) => 100 - percent.min(100),
            None => 101,
        },
    };
    let sorted = |(index, count): (&OrganisationIndex, &u16)| Sorted {
        index: *index,
        rank: rank(*index, *count),
        name: fold(&directory.organisation(*index).name),
    };
    let mut all: Vec<Sorted> = organisations.iter().zip(counted).map(sorted).collect();
    all.compact_sort_by(|one, other| (one.rank, &one.name).cmp(&(other.rank, &other.name)));
    // The sort keeps the order of what is the same, so that a group keeps that of its rows.
    match arrangement.grouping {
        Grouping::None => {}
        Grouping::Kind => all.compact_sort_by_key(|it| directory.organisation(it.index).kind),
        Grouping::Province => all.compact_sort_by_key(|it| {
            let province = &directory.organisation(it.index).province;
            (province.is_none(), province.clone())
        }),
    }
    for (place, it) in organisations.iter_mut().zip(all) {
        *place = it.index;
    }
}

fn groups(
    directory: &Directory,
    organisations: &[OrganisationIndex],
    grouping: Grouping,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (start, index) in organisations.iter().enumerate() {
        let organisation = directory.organisation(*index);
        let key = match grouping {
            Grouping::None => return Vec::new(),
            Grouping::Kind => GroupKey::Kind(organisation.kind),
            Grouping::Province => GroupKey::Province(organisation.province.clone()),
        };
        if groups.last().is_none_or(|last| last.key != key) {
            groups.push(Group { key, start });
        }
    }
    groups
}

fn row(
    directory: &Directory,
    organisation: OrganisationIndex,
    platforms: &[PlatformIndex],
    today: Date,
) -> Row {
    let accounts: Vec<AccountIndex> = directory.accounts_of(organisation).collect();
    let cells = platforms.iter().map(|it| cell(directory, &accounts, *it, today)).collect();
    Row { organisation, cells }
}

fn cell(
    directory: &Directory,
    accounts: &[AccountIndex],
    platform: PlatformIndex,
    today: Date,
) -> Cell {
    if accounts.is_empty() {
        return Cell::Unknown;
    }
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
