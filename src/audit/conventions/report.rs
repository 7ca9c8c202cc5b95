//! The conventions of a family on a platform, template by template: who follows it, and who should but
//! does not.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::audit::conventions::deviation::{Deviation, deviations};
use crate::audit::conventions::letter_case::{is_in_other_case, is_mostly_in_its_case};
use crate::audit::conventions::mining::MinedTemplate;
use crate::audit::conventions::table::ConventionTable;
use crate::audit::conventions::template::Template;
use crate::audit::family::Family;
use crate::audit::share::Share;
use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Directory, Kind};
use crate::platform::PlatformIndex;

/// The conventions of a family on one platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConventionReport {
    /// The family.
    pub family: Family,
    /// The platform.
    pub platform: PlatformIndex,
    /// How many accounts were looked at.
    pub total: usize,
    /// What is expected of the accounts of each kind of organisation, where something is.
    pub expected: Vec<ExpectedTemplate>,
    /// The templates, those that most follow first; then what was declared and nobody follows; then
    /// what no template explains, where there is such.
    pub patterns: Vec<Pattern>,
}

/// What is expected of the accounts of a kind of organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedTemplate {
    /// The kind.
    pub kind: Kind,
    /// The template.
    pub template: Template,
    /// Why it is expected.
    pub basis: Basis,
}

/// Why a template is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// It was declared.
    Declared,
    /// More than half of the family follow it.
    Leading,
}

impl Basis {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Leading => "leading",
        }
    }
}

/// A template, and the accounts that have to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The template; `None` for the accounts that none explains.
    pub template: Option<Template>,
    /// How many of the family on the platform follow it.
    pub share: Share,
    /// Why it is expected, where it is.
    pub basis: Option<Basis>,
    /// The accounts that are expected to follow it and do not: first those without a reason, and last those
    /// that can't; otherwise in the order of the directory.
    pub deviating: Vec<Entry>,
    /// The accounts that follow it: with whole names, with shortened ones, and with something else, each in
    /// the order of the directory.
    pub following: Vec<Entry>,
}

/// An account in a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The account.
    pub account: AccountIndex,
    /// What it fills the template with; `None` where it does not follow it.
    pub filling: Option<Filling>,
    /// Whether it writes the letters of the template in another case than most, which its platform
    /// ignores.
    pub is_in_other_case: bool,
    /// How it deviates from what is expected of it, where it does.
    pub deviation: Option<Deviation>,
}

/// What a template is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filling {
    /// The whole name.
    Whole,
    /// A shortened name.
    Shortened,
    /// Something else, such as the names of two places in one.
    Otherwise,
}

impl ConventionReport {
    /// The conventions of a family, on each platform by itself, in the order of platforms.
    pub fn of(directory: &Directory, family: Family) -> Vec<Self> {
        Self::of_accounts(directory, family, &family.accounts(directory))
    }

    /// The conventions of some accounts of a family, in the order of the directory: what most of these follow.
    pub fn of_accounts(
        directory: &Directory,
        family: Family,
        accounts: &[AccountIndex],
    ) -> Vec<Self> {
        let tables = ConventionTable::of(directory, family, accounts);
        tables.iter().map(|table| Self::of_table(directory, table)).collect()
    }

    fn of_table(directory: &Directory, table: &ConventionTable) -> Self {
        let expected = table.expected().map(|(kind, expected)| ExpectedTemplate {
            kind,
            template: expected.template.clone(),
            basis: if expected.is_declared { Basis::Declared } else { Basis::Leading },
        });
        let expected: Vec<ExpectedTemplate> = expected.collect();
        let builder = PatternBuilder {
            directory,
            table,
            expected: &expected,
            deviations: deviations(directory, table).into_iter().collect(),
        };
        let mined = &table.mined;
        let mut patterns: Vec<Pattern> = mined.rows.iter().map(|row| builder.row(row)).collect();
        for expected in &expected {
            let is_it = |it: &Pattern| it.template.as_ref() == Some(&expected.template);
            if !patterns.iter().any(is_it) {
                patterns.push(builder.unfollowed(&expected.template));
            }
        }
        if !mined.unexplained.is_empty() {
            patterns.push(builder.unexplained());
        }
        let (family, platform, total) = (table.family, table.platform, mined.total);
        Self { family, platform, total, expected, patterns }
    }

    /// The accounts that do not follow what is expected of them, in the order of the directory.
    pub fn deviating(&self) -> Vec<AccountIndex> {
        let entries = self.patterns.iter().flat_map(|pattern| &pattern.deviating);
        let mut accounts: Vec<AccountIndex> = entries.map(|entry| entry.account).collect();
        accounts.compact_sort();
        accounts
    }
}

impl Pattern {
    /// The accounts that have to do with it: those that deviate from it, then those that follow it.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.deviating.iter().chain(&self.following)
    }

    /// The account at a position among [`Pattern::entries`].
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        let behind = || self.following.get(position.checked_sub(self.deviating.len())?);
        self.deviating.get(position).or_else(behind)
    }

    /// How many accounts have to do with it.
    pub fn len(&self) -> usize {
        self.deviating.len() + self.following.len()
    }

    /// Whether no account has to do with it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The accounts that fill it with a whole name, a shortened one, or something else.
    pub fn filled(&self, filling: Filling) -> impl Iterator<Item = AccountIndex> {
        let those = self.following.iter().filter(move |entry| entry.filling == Some(filling));
        those.map(|entry| entry.account)
    }
}

/// Makes the patterns of a report.
struct PatternBuilder<'a> {
    directory: &'a Directory,
    table: &'a ConventionTable,
    expected: &'a [ExpectedTemplate],
    deviations: BTreeMap<AccountIndex, Deviation>,
}

impl PatternBuilder<'_> {
    fn row(&self, row: &MinedTemplate) -> Pattern {
        let is_drifting = is_mostly_in_its_case(self.directory, self.table.all_of(row));
        let ways = [
            (Filling::Whole, &row.followers),
            (Filling::Shortened, &row.shortened),
            (Filling::Otherwise, &row.otherwise),
        ];
        let entry = |filling, account| Entry {
            account,
            filling: Some(filling),
            is_in_other_case: is_drifting
                && is_in_other_case(self.directory, account, &row.template),
            deviation: self.deviations.get(&account).cloned(),
        };
        let following = ways.into_iter().flat_map(|(filling, accounts)| {
            accounts.iter().map(move |account| (filling, *account))
        });
        Pattern {
            template: Some(row.template.clone()),
            share: self.table.mined.share(row),
            basis: self.basis(&row.template),
            deviating: self.deviating(&row.template),
            following: following.map(|(filling, account)| entry(filling, account)).collect(),
        }
    }

    fn unfollowed(&self, template: &Template) -> Pattern {
        Pattern {
            template: Some(template.clone()),
            share: Share { some: 0, all: self.table.mined.total },
            basis: self.basis(template),
            deviating: self.deviating(template),
            following: Vec::new(),
        }
    }

    fn unexplained(&self) -> Pattern {
        let accounts = &self.table.mined.unexplained;
        let entry = |account: &AccountIndex| self.deviant(*account);
        Pattern {
            template: None,
            share: Share { some: accounts.len(), all: self.table.mined.total },
            basis: None,
            deviating: Vec::new(),
            following: accounts.iter().map(entry).collect(),
        }
    }

    fn basis(&self, template: &Template) -> Option<Basis> {
        let expected = self.expected.iter().find(|expected| expected.template == *template);
        expected.map(|expected| expected.basis)
    }

    /// The accounts that are expected to follow a template and do not.
    fn deviating(&self, template: &Template) -> Vec<Entry> {
        let is_expected = |account: &&AccountIndex| {
            let expected = self.table.expected_of(self.directory, **account);
            expected.is_some_and(|expected| expected.template == *template)
        };
        let accounts = self.deviations.keys().filter(is_expected);
        let mut entries: Vec<Entry> = accounts.map(|account| self.deviant(*account)).collect();
        entries.compact_sort_by_key(|entry| {
            let excuse = entry.deviation.as_ref().and_then(|it| it.excuse.as_ref());
            excuse.map_or(0, |excuse| 1 + usize::from(excuse.is_hindrance()))
        });
        entries
    }

    fn deviant(&self, account: AccountIndex) -> Entry {
        let deviation = self.deviations.get(&account).cloned();
        Entry { account, filling: None, is_in_other_case: false, deviation }
    }
}
