//! How much of whom is known: coverage by kind, platform, owner and country, the age of evidence, and gaps.
//!
//! Nothing here is a share of all accounts that there are: nobody knows those. It is what the directory knows of
//! the organisations in it.

use std::cmp::Reverse;

use crate::compact_sort::CompactSort;
use crate::directory::{Date, Directory, Kind, OrganisationIndex};
use crate::filter::Filter;
use crate::platform::PlatformIndex;
use crate::presence::{Presence, Selected, Selection, Tally, is_own};

/// The numbers of a directory on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stats {
    /// The day.
    pub today: Date,
    /// What is known of all, and of each category, in the order of [`Dimension::ALL`]. Those of a dimension add up
    /// to all: kinds by organisations and accounts, others by accounts.
    pub lines: Vec<Line>,
    /// The accounts in use by the age of their newest evidence: the months of this year first, then the years.
    pub ages: Vec<Age>,
    /// The kinds with organisations of which no account is known, most first.
    pub without_account: Vec<WithoutAccount>,
    /// The organisations of which an account is known to exist, but not which.
    pub unnamed: Vec<OrganisationIndex>,
}

/// What lines are made for: by what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Everything.
    All,
    /// Each kind of organisations.
    Kind,
    /// Each platform.
    Platform,
    /// Each owner of platforms.
    Owner,
    /// Each country in which owners are.
    Country,
}

impl Dimension {
    /// All dimensions.
    pub const ALL: [Self; 5] = [Self::All, Self::Kind, Self::Platform, Self::Owner, Self::Country];

    /// The name in JSON and CSV.
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Kind => "kind",
            Self::Platform => "platform",
            Self::Owner => "owner",
            Self::Country => "country",
        }
    }
}

/// What a line is about, so that two editions can be held against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Category {
    /// Everything.
    All,
    /// A kind of organisations.
    Kind(Kind),
    /// A platform, by id.
    Platform(String),
    /// An owner of platforms, by name.
    Owner(String),
    /// A country, by its two letters; none where each server has its own owner.
    Country(Option<String>),
}

impl Category {
    /// The dimension that it belongs to.
    pub fn dimension(&self) -> Dimension {
        match self {
            Self::All => Dimension::All,
            Self::Kind(_) => Dimension::Kind,
            Self::Platform(_) => Dimension::Platform,
            Self::Owner(_) => Dimension::Owner,
            Self::Country(_) => Dimension::Country,
        }
    }

    /// Its name in JSON and CSV; empty where there is nothing to name.
    pub fn id(&self) -> &str {
        match self {
            Self::All => "",
            Self::Kind(kind) => kind.id(),
            Self::Platform(id) | Self::Owner(id) => id,
            Self::Country(code) => code.as_deref().unwrap_or_default(),
        }
    }
}

/// What is known of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The category.
    pub of: Category,
    /// Who is known there.
    pub presence: Presence,
}

/// How many accounts in use were last seen in a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// The year.
    pub year: u16,
    /// The month, in this year only; none there for evidence that has no more than the year.
    pub month: Option<u8>,
    /// The accounts.
    pub accounts: Tally,
}

/// The organisations of a kind of which no account is known, used or not. They may well have one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutAccount {
    /// The kind.
    pub kind: Kind,
    /// How many there are of the kind.
    pub of: usize,
    /// Those of which no account is known, in the order of the directory.
    pub organisations: Vec<OrganisationIndex>,
}

/// The numbers of a category in two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// The category.
    pub of: Category,
    /// What was known before; nothing where the category is new.
    pub before: Presence,
    /// What is known now; nothing where the category is gone.
    pub now: Presence,
}

impl Stats {
    /// Counts the organisations that a filter lets through, with all their accounts.
    pub fn of(directory: &Directory, filter: &Filter, today: Date) -> Self {
        let selection = Selection::of(directory, filter, today);
        let mut lines =
            vec![Line { of: Category::All, presence: selection.presence(None, &|_| true) }];
        lines.extend(by_kind(&selection));
        lines.extend(by_platform(directory, &selection));
        let has_gap = |it: &&OrganisationIndex| !directory.organisation(**it).gaps.is_empty();
        Self {
            today,
            ages: ages(directory, selection.accounts(), today),
            without_account: without_account(&selection, &lines),
            unnamed: selection.organisations.iter().filter(has_gap).copied().collect(),
            lines,
        }
    }

    /// What is known of a category.
    pub fn line(&self, of: &Category) -> Option<&Presence> {
        self.lines.iter().find(|it| it.of == *of).map(|it| &it.presence)
    }

    /// The lines of a dimension.
    pub fn lines_of(&self, dimension: Dimension) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |it| it.of.dimension() == dimension)
    }

    /// The numbers beside those of an earlier edition: the categories of this one, those of each
    /// dimension followed by the ones that only the earlier has.
    pub fn since(&self, earlier: &Self) -> Vec<Delta> {
        let mut changes = Vec::new();
        for dimension in Dimension::ALL {
            for Line { of, presence } in self.lines_of(dimension) {
                let before = earlier.line(of).copied().unwrap_or_default();
                changes.push(Delta { of: of.clone(), before, now: *presence });
            }
            for Line { of, presence } in earlier.lines_of(dimension) {
                if self.line(of).is_none() {
                    let now = Presence::default();
                    changes.push(Delta { of: of.clone(), before: *presence, now });
                }
            }
        }
        changes
    }
}

/// A line for each kind that is there, in the order of kinds.
fn by_kind(selection: &Selection) -> impl Iterator<Item = Line> + '_ {
    Kind::ALL.iter().filter_map(|kind| {
        let presence = selection.presence(Some(*kind), &|_| true);
        (presence.looked_at() > 0).then_some(Line { of: Category::Kind(*kind), presence })
    })
}

/// The lines of platforms, of their owners and of the countries of these. Nothing is said of a platform without
/// any account, nor are those counted that are nobody's.
fn by_platform(directory: &Directory, selection: &Selection) -> Vec<Line> {
    let platforms: Vec<(PlatformIndex, [Category; 3])> = directory
        .platforms
        .iter()
        .map(|(index, it)| {
            let rules = &it.rules;
            let platform = Category::Platform(rules.id.clone());
            let owner = Category::Owner(rules.owner.clone());
            // As filters have it: what is the organisation's own is in no country.
            let country = rules.country.clone().filter(|_| !is_own(it));
            (index, [platform, owner, Category::Country(country)])
        })
        .collect();
    let mut lines = Vec::new();
    for at in 0..3 {
        let of = |categories: &[Category; 3]| categories.get(at).cloned();
        let mut of_one: Vec<Line> = Vec::new();
        for (_, categories) in &platforms {
            let Some(category) =
                of(categories).filter(|it| !of_one.iter().any(|line| line.of == *it))
            else {
                continue;
            };
            let is_its = |index: PlatformIndex| {
                let mut all = platforms.iter();
                all.any(|(own, categories)| {
                    *own == index && of(categories).as_ref() == Some(&category)
                })
            };
            let presence = selection.presence(None, &is_its);
            of_one.push(Line { of: category, presence });
        }
        of_one.retain(|line| line.presence.accounts.total() > 0);
        of_one.compact_sort_by_key(|line| Reverse(line.presence.accounts.in_use()));
        lines.append(&mut of_one);
    }
    lines
}

/// The accounts in use by the newest evidence that says whose they are: by month in this year, by year before.
fn ages(directory: &Directory, accounts: &[Selected], today: Date) -> Vec<Age> {
    let mut ages: Vec<Age> = Vec::new();
    for selected in accounts.iter().filter(|it| it.trust.is_some()) {
        let Some(seen) = directory.account(selected.account).claims().map(|it| it.seen).max()
        else {
            continue;
        };
        let month = seen.month().filter(|_| seen.year() == today.year());
        let is_its = |age: &&mut Age| (age.year, age.month) == (seen.year(), month);
        if let Some(age) = ages.iter_mut().find(is_its) {
            age.accounts.add(selected.trust);
        } else {
            let mut accounts = Tally::default();
            accounts.add(selected.trust);
            ages.push(Age { year: seen.year(), month, accounts });
        }
    }
    // What lies between, so that a gap in time is seen.
    let first = ages.iter().map(|age| age.year).min().unwrap_or(today.year());
    let months = (1..=today.month().unwrap_or_default()).map(|month| (today.year(), Some(month)));
    let is_kept = !ages.is_empty();
    for (year, month) in (first..today.year()).map(|year| (year, None)).chain(months) {
        if is_kept && !ages.iter().any(|age| (age.year, age.month) == (year, month)) {
            ages.push(Age { year, month, accounts: Tally::default() });
        }
    }
    ages.compact_sort_by_key(|age| Reverse((age.year, age.month)));
    ages
}

fn without_account(selection: &Selection, lines: &[Line]) -> Vec<WithoutAccount> {
    let mut kinds: Vec<WithoutAccount> = Vec::new();
    for (kind, organisation) in selection.without_account() {
        if let Some(known) = kinds.iter_mut().find(|it| it.kind == kind) {
            known.organisations.push(organisation);
        } else {
            let line = lines.iter().find(|line| line.of == Category::Kind(kind));
            let of = line.map_or(0, |line| line.presence.looked_at());
            kinds.push(WithoutAccount { kind, of, organisations: vec![organisation] });
        }
    }
    kinds.compact_sort_by_key(|it| (Reverse(it.organisations.len()), it.kind));
    kinds
}

#[cfg(test)]
mod tests;
