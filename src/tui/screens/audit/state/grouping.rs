//! Which findings are shown, and how they stand under their rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{Rule, Severity};
use crate::text::fold::fold;
use crate::tui::screens::audit::job::FindingText;

/// Of more findings than this the rules alone are shown at first, to choose from.
const FEW: usize = 30;

/// A row of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A rule, with its findings under it.
    Rule(Rule),
    /// A finding, by its number among all of the family.
    Finding(usize),
}

/// What findings must pass to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sieve {
    words: Vec<String>,
    muted: BTreeSet<Severity>,
    hidden: BTreeSet<Rule>,
}

impl Sieve {
    /// One that lets pass what has all words of a filter in it, unless its severity or its rule is
    /// left out.
    pub fn new(filter: &str, muted: &BTreeSet<Severity>, hidden: &BTreeSet<Rule>) -> Self {
        let words = fold(filter).split_whitespace().map(str::to_owned).collect();
        Self { words, muted: muted.clone(), hidden: hidden.clone() }
    }

    fn is_named(&self, item: &FindingText) -> bool {
        self.words.iter().all(|word| item.text.contains(word.as_str()))
    }
}

/// A rule and its findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The rule.
    pub rule: Rule,
    /// The worst severity among them: a finding may matter less than its rule.
    pub severity: Severity,
    /// How many there are.
    pub count: usize,
    /// Whether they are folded away.
    pub is_folded: bool,
}

/// The findings that are shown, under their rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grouped {
    /// The rules, in their order.
    pub groups: Vec<Group>,
    /// All rows, folded ones left out.
    pub rows: Vec<Row>,
    /// The findings that are shown or folded away, by their numbers.
    pub shown: Vec<usize>,
    /// How many there are of each severity, the least first, counted before severities are left out.
    pub counts: [usize; Severity::ALL.len()],
}

impl Grouped {
    /// The findings of a family that pass, in their order, which is that of the rules.
    pub fn new(all: &[FindingText], sieve: &Sieve, folded: &BTreeMap<Rule, bool>) -> Self {
        let mut grouped = Self::default();
        for (number, item) in all.iter().enumerate() {
            let finding = &item.finding;
            if sieve.hidden.contains(&finding.rule()) || !sieve.is_named(item) {
                continue;
            }
            for (count, severity) in grouped.counts.iter_mut().zip(Severity::ALL) {
                *count += usize::from(severity == finding.severity);
            }
            if !sieve.muted.contains(&finding.severity) {
                grouped.shown.push(number);
            }
        }
        let starts_folded = grouped.shown.len() > FEW;
        for &number in &grouped.shown {
            let Some(FindingText { finding, .. }) = all.get(number) else { continue };
            let rule = finding.rule();
            if let Some(group) = grouped.groups.last_mut().filter(|group| group.rule == rule) {
                group.count += 1;
                group.severity = group.severity.max(finding.severity);
            } else {
                let is_folded = folded.get(&rule).copied().unwrap_or(starts_folded);
                let severity = finding.severity;
                grouped.groups.push(Group { rule, severity, count: 1, is_folded });
                grouped.rows.push(Row::Rule(rule));
            }
            if grouped.groups.last().is_some_and(|group| !group.is_folded) {
                grouped.rows.push(Row::Finding(number));
            }
        }
        grouped
    }

    /// The findings of a rule.
    pub fn group(&self, rule: Rule) -> Option<&Group> {
        self.groups.iter().find(|group| group.rule == rule)
    }
}

#[cfg(test)]
mod tests;
