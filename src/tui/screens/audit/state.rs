//! The audit on the screen: what was found, and where the reader is in it.

mod grouping;

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{Family, Rule, Severity, Subject};
use crate::channel::Channel;
use crate::directory::{AccountIndex, OrganisationIndex};
use crate::tui::screens::audit::job::{Entry, FindingText, Tally, Wanted};
pub use crate::tui::screens::audit::state::grouping::{Grouped, Row, Sieve, Sought};
use crate::tui::widgets::editor::Editor;

/// Which half has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The families.
    #[default]
    Families,
    /// The findings of the selected one.
    Findings,
}

/// The audit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditState {
    /// Whether the filter has the keys.
    pub is_typing: bool,
    /// Which half has them otherwise.
    pub pane: Pane,
    /// The organisation whose own family stands among the others, because the reader came from it.
    pub own: Option<OrganisationIndex>,
    /// The families to choose from, once they are there.
    pub entries: Vec<Entry>,
    /// The selected family; `None` for the whole directory.
    pub family: Option<Family>,
    /// The first line of the families on screen.
    pub first_family: usize,
    /// How far each family is, where that is known.
    pub tallies: BTreeMap<Option<Family>, Tally>,
    /// What stands out in the families that were seen.
    pub findings: BTreeMap<Option<Family>, Vec<FindingText>>,
    /// Whether all this is of a directory that has changed since, and is only kept until there is
    /// better.
    pub is_old: bool,
    /// Whether the tallies are of a directory that has changed since.
    pub has_old_tallies: bool,
    /// What is typed as a filter.
    pub filter: Editor,
    /// What of it could be read.
    pub sought: Sought,
    /// The severities that are left out.
    pub muted: BTreeSet<Severity>,
    /// The rules that are left out.
    pub hidden: BTreeSet<Rule>,
    /// The rules that the reader folded or unfolded.
    pub folded: BTreeMap<Rule, bool>,
    /// What is shown of the selected family.
    pub grouped: Grouped,
    /// The selected row.
    pub selected: usize,
    /// The first row on screen.
    pub first: usize,
    /// Which account of the selected finding, where it is about several.
    pub account: usize,
    /// The rule, and the finding by its fingerprint, to be selected again once that is found anew.
    pub kept: Option<(Rule, Option<String>)>,
}

impl AuditState {
    /// What the thread is to be asked next, if anything: what the reader looks at before all else.
    pub fn wanted(&self) -> Option<Wanted> {
        let is_listed = |own| self.entries.iter().any(|entry| entry.family == Some(own));
        if self.entries.is_empty() || !self.own.map(Family::Under).is_none_or(is_listed) {
            return Some(Wanted::Families(self.own));
        }
        if self.is_old || !self.findings.contains_key(&self.family) {
            return Some(Wanted::Findings(self.family));
        }
        let families = self.entries.iter().map(|entry| entry.family);
        let is_open = |it: &_| self.has_old_tallies || !self.tallies.contains_key(it);
        let open: Vec<_> = families.filter(is_open).collect();
        (!open.is_empty()).then_some(Wanted::Tallies(open))
    }

    /// What stands out in the selected family; `None` until that is known.
    pub fn findings(&self) -> Option<&[FindingText]> {
        self.findings.get(&self.family).map(Vec::as_slice)
    }

    /// How many accounts and organisations the selected family has, once that is known.
    pub fn entry(&self) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.family == self.family)
    }

    /// What is left out, and by what.
    pub fn sieve(&self) -> Sieve {
        Sieve::new(&self.sought, &self.muted, &self.hidden)
    }

    /// Groups what is shown anew. The selected row stays selected where it is still there, else that
    /// of its rule.
    pub fn regroup(&mut self) {
        let before = self.row();
        let findings = self.findings.get(&self.family).map_or(&[][..], Vec::as_slice);
        self.grouped = Grouped::new(findings, &self.sieve(), &self.folded);
        let find = |row: Row| self.grouped.rows.iter().position(|it| *it == row);
        let of_rule = || {
            let rule = match before? {
                Row::Rule(rule) => rule,
                Row::Finding(number) => findings.get(number)?.finding.rule(),
            };
            find(Row::Rule(rule))
        };
        let found = before.and_then(find).or_else(of_rule);
        let last = self.grouped.rows.len().saturating_sub(1);
        self.selected = found.unwrap_or(self.selected).min(last);
        if self.row() != before {
            self.account = 0;
        }
    }

    /// The selected row.
    pub fn row(&self) -> Option<Row> {
        self.grouped.rows.get(self.selected).copied()
    }

    /// The selected finding.
    pub fn finding(&self) -> Option<&FindingText> {
        match self.row()? {
            Row::Finding(number) => self.findings()?.get(number),
            Row::Rule(_) => None,
        }
    }

    /// The rule of the selected row.
    pub fn rule(&self) -> Option<Rule> {
        match self.row()? {
            Row::Rule(rule) => Some(rule),
            Row::Finding(number) => self.findings()?.get(number).map(|item| item.finding.rule()),
        }
    }

    /// The account that keys act on: that of the selected finding, or the one of several that the
    /// reader turned to.
    pub fn account(&self) -> Option<AccountIndex> {
        if self.pane == Pane::Families {
            return None;
        }
        let accounts = self.finding()?.finding.subject.accounts();
        accounts.get(self.account).or(accounts.first()).copied()
    }

    /// The channel that keys act on.
    pub fn channel(&self) -> Option<Channel> {
        let organisation = || match self.finding()?.finding.subject {
            Subject::Organisation(organisation, _) if self.pane == Pane::Findings => {
                Some(Channel::Website(organisation))
            }
            _ => None,
        };
        self.account().map(Channel::Account).or_else(organisation)
    }

    /// Whether something that was found is left out.
    pub fn is_sifted(&self) -> bool {
        !self.filter.text().trim().is_empty() || !self.muted.is_empty() || !self.hidden.is_empty()
    }
}
