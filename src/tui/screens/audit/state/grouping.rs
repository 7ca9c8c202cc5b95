//! Which findings are shown, and how they stand under their rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{Family, Rule, Severity, Subject};
use crate::directory::{AccountIndex, Date, Directory, Kind, OrganisationIndex};
use crate::filter::{Filter, FilteredWords};
use crate::text::fold::fold;
use crate::tui::model::Model;
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

/// What is typed as a filter, read: the words stand in what is told of a finding, the conditions hold for whom it is
/// about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    words: String,
    /// Whom the conditions let through, where there are any.
    among: Option<Those>,
    /// What is wrong with a condition, in a sentence.
    pub fault: Option<String>,
}

/// Those whom findings are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Those {
    organisations: BTreeSet<OrganisationIndex>,
    accounts: BTreeSet<AccountIndex>,
    kinds: Vec<Kind>,
}

impl Sought {
    /// Reads what is typed, as for every list; a condition that is none is left out.
    pub fn read(text: &str, model: &Model) -> Self {
        let Some(directory) = model.directory() else { return Self::default() };
        let expanded = model.settings.expanded(text);
        let text = expanded.as_deref().unwrap_or(text);
        let (FilteredWords { filter, words }, fault) = Filter::split_typed(text, directory);
        // What is far from every key may be text; with a colon and no address, it is a condition that there isn't.
        let fault = fault.or_else(|| Filter::parse_typed(text, directory).1);
        let fault = fault.filter(|_| !words.contains("://"));
        let wrong = fault.as_ref().and_then(|it| text.get(it.at.clone())).unwrap_or_default();
        let is_right =
            |word: &&str| wrong.is_empty() || !word.contains(':') || !word.contains(wrong);
        let words: Vec<&str> = words.split_whitespace().filter(is_right).collect();
        Self {
            words: words.join(" "),
            among: (!filter.is_empty()).then(|| Those::of(&filter, directory, model.today)),
            fault: fault.map(|it| it.text(model.words)),
        }
    }
}

impl Those {
    fn of(filter: &Filter, directory: &Directory, today: Date) -> Self {
        let mut those = Self::default();
        for organisation in filter.organisations(directory, today) {
            those.organisations.insert(organisation);
            if filter.asks_for_accounts() {
                those.accounts.extend(filter.accounts(directory, organisation, today));
            } else {
                those.accounts.extend(directory.accounts_of(organisation));
            }
            let kind = directory.organisation(organisation).kind;
            if !those.kinds.contains(&kind) {
                those.kinds.push(kind);
            }
        }
        those
    }

    fn has(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Organisation(one, _)
            | Subject::Entry(_, Some(one))
            | Subject::Family(Family::Under(one), _) => self.organisations.contains(one),
            Subject::Family(Family::Kind(kind), _) => self.kinds.contains(kind),
            _ => subject.accounts().iter().any(|it| self.accounts.contains(it)),
        }
    }
}

/// What findings must pass to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sieve {
    words: Vec<String>,
    among: Option<Those>,
    muted: BTreeSet<Severity>,
    hidden: BTreeSet<Rule>,
}

impl Sieve {
    /// One that lets pass what a filter seeks, unless its severity or its rule is
    /// left out.
    pub fn new(sought: &Sought, muted: &BTreeSet<Severity>, hidden: &BTreeSet<Rule>) -> Self {
        let words = fold(&sought.words).split_whitespace().map(str::to_owned).collect();
        let among = sought.among.clone();
        Self { words, among, muted: muted.clone(), hidden: hidden.clone() }
    }

    fn is_named(&self, item: &FindingText) -> bool {
        self.words.iter().all(|word| item.text.contains(word.as_str()))
            && self.among.as_ref().is_none_or(|those| those.has(&item.finding.subject))
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
