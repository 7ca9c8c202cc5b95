//! What an audit found, and how it is written down: as a report to send round, or for programs.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod matrix;
pub(crate) mod platforms;
pub(crate) mod row;
pub(crate) mod sarif;
#[cfg(test)]
mod tests;
#[cfg(feature = "online")]
pub(crate) mod watch;
pub(crate) mod what_if;

use std::path::{Path, PathBuf};

use crate::audit::Topic;
use crate::audit::baseline::{Baseline, Entry as Known};
use crate::audit::register::Entry;
use crate::audit::score::{self, Scores};
use crate::audit::share::Share;
use crate::audit::{Family, Finding, Rule, Scope, Severity, Subject};
use crate::directory::{Date, Directory, Kind};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::text::sanitise::escaped_path;
use crate::words::Words;
use row::Row;

/// What was looked at.
#[derive(Debug)]
pub(crate) enum Looked {
    /// The directory itself.
    Directory { file: PathBuf, organisations: usize },
    /// A register extract, with its entries in the order of their lines.
    Register { file: PathBuf, entries: Vec<Entry> },
}

/// What an audit found.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    pub(crate) directory: &'a Directory,
    pub(crate) scope: &'a Scope,
    pub(crate) words: &'static Words,
    pub(crate) today: Date,
    pub(crate) looked: Looked,
    /// The findings: of a directory in the order of rules, of a register in that of lines.
    pub(crate) findings: Vec<Finding>,
    /// How many findings a baseline hides.
    pub(crate) hidden: usize,
    /// What a baseline names that is found no more.
    pub(crate) gone: Vec<Known>,
    /// Whether a baseline was used.
    pub(crate) has_baseline: bool,
    /// What a reader left out by hand, in a sentence, where something was.
    pub(crate) chosen: Option<String>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(
        directory: &'a Directory,
        scope: &'a Scope,
        looked: Looked,
        findings: Vec<Finding>,
        words: &'static Words,
        today: Date,
    ) -> Self {
        Self {
            directory,
            scope,
            words,
            today,
            looked,
            findings,
            hidden: 0,
            gone: Vec::new(),
            has_baseline: false,
            chosen: None,
        }
    }

    /// Leaves out what is known. What is known of another scope is not missed in this one.
    pub(crate) fn leave_out(&mut self, known: &Baseline, scope: &[String]) {
        let fingerprints: Vec<String> =
            self.findings.iter().map(|it| it.fingerprint(self.directory)).collect();
        let (new, gone) = known.compare(fingerprints.iter().map(String::as_str));
        if known.scope == scope {
            self.gone = gone.into_iter().cloned().collect();
        }
        self.hidden = self.findings.len() - new.len();
        self.has_baseline = true;
        let mut position = 0;
        self.findings.retain(|_| {
            position += 1;
            new.binary_search(&(position - 1)).is_ok()
        });
    }

    /// Whether it is about a register.
    pub(crate) fn is_of_register(&self) -> bool {
        matches!(self.looked, Looked::Register { .. })
    }

    /// The file that was looked at.
    pub(crate) fn file(&self) -> &Path {
        match &self.looked {
            Looked::Directory { file, .. } | Looked::Register { file, .. } => file,
        }
    }

    /// The rules that were looked for, in their order.
    pub(crate) fn rules(&self) -> Vec<Rule> {
        let is_looked_for = |rule: &Rule| {
            let is_asked = self.scope.rules.is_empty() || self.scope.rules.contains(rule);
            let is_severe = self.scope.severity.is_none_or(|least| rule.severity() >= least);
            is_asked && is_severe && (rule.topic() == Topic::Address) == self.is_of_register()
        };
        Rule::ALL.iter().copied().filter(is_looked_for).collect()
    }

    /// The findings with everything that any format says of them, each made when it is asked for: all of
    /// them together take several times the room.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        self.findings.iter().map(|finding| self.row(finding))
    }

    /// The findings of a rule.
    pub(crate) fn of(&self, rule: Rule) -> Vec<Row> {
        let of_rule = self.findings.iter().filter(|finding| finding.rule() == rule);
        of_rule.map(|finding| self.row(finding)).collect()
    }

    fn row(&self, finding: &Finding) -> Row {
        let entry = match (&self.looked, &finding.subject) {
            (Looked::Register { entries, .. }, Subject::Entry(line, _)) => {
                let at = entries.binary_search_by_key(line, |entry| entry.line);
                at.ok().and_then(|at| entries.get(at))
            }
            _ => None,
        };
        Row::new(self.directory, self.words, finding, entry)
    }

    /// How many findings there are of a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The scores of the family or organisation that is asked about; of each kind where none is, and
    /// `all` are wanted.
    pub(crate) fn scores(&self, all: bool) -> Vec<(String, String, Scores)> {
        if self.is_of_register() {
            return Vec::new();
        }
        let of_family = |family: Family| {
            let name = match family {
                Family::Kind(kind) => labels::kind(self.words, kind).to_owned(),
                Family::Under(head) => self.directory.organisation(head).name.clone(),
            };
            let scores = score::of_family(self.directory, self.today, family);
            (family.id(self.directory), name, scores)
        };
        match (self.scope.family, self.scope.organisation, self.scope.kind) {
            (Some(family), _, _) => vec![of_family(family)],
            (None, Some(organisation), _) => {
                let it = self.directory.organisation(organisation);
                let scores = score::of_organisation(self.directory, self.today, organisation);
                vec![(it.id.clone(), it.name.clone(), scores)]
            }
            (None, None, Some(kind)) => vec![of_family(Family::Kind(kind))],
            (None, None, None) if all => {
                let has_members = |kind: &&Kind| {
                    self.directory.organisations().any(|organisation| organisation.kind == **kind)
                };
                let kinds = Kind::ALL.iter().filter(has_members);
                kinds.map(|kind| of_family(Family::Kind(*kind))).collect()
            }
            (None, None, None) => Vec::new(),
        }
    }

    /// What was looked at, and how much of it, in a sentence.
    pub(crate) fn looked_at(&self) -> String {
        let words = self.words;
        match &self.looked {
            Looked::Directory { organisations: 1, .. } => words.looked_at_one.to_owned(),
            Looked::Directory { organisations, .. } => {
                words.looked_at(&grouped(self.words, *organisations))
            }
            Looked::Register { file, entries } => {
                let (count, file) = (entries.len(), escaped_path(file));
                if count == 1 {
                    words.looked_at_one_entry(&file)
                } else {
                    words.looked_at_entries(&grouped(self.words, count), &file)
                }
            }
        }
    }

    /// How many of all findings are of each severity; `None` where there are none.
    pub(crate) fn counts(&self) -> Option<String> {
        counts(self.words, self.findings.iter().map(|finding| finding.severity))
    }
}

/// How many findings are of each of these severities, as in "2 errors, 1 note"; `None` where there are
/// none.
pub(crate) fn counts(words: &Words, found: impl Iterator<Item = Severity>) -> Option<String> {
    let mut of_each = [0_usize; Severity::ALL.len()];
    for found in found {
        for (count, severity) in of_each.iter_mut().zip(Severity::ALL) {
            *count += usize::from(found == severity);
        }
    }
    let counts: Vec<String> = Severity::ALL
        .into_iter()
        .zip(of_each)
        .rev()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| counted(words, severity, count))
        .collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

/// A number of findings of a severity in words, as in "2 errors".
pub(crate) fn counted(words: &Words, severity: Severity, count: usize) -> String {
    let one = labels::severity(words, severity);
    let words_of = words;
    let more = match severity {
        Severity::Note => words_of.severity_notes,
        Severity::Warning => words_of.severity_warnings,
        Severity::Error => words_of.severity_errors,
    };
    format!("{} {}", grouped(words, count), if count == 1 { one } else { more })
}

/// A share, as in "98% (72 of 73)".
pub(crate) fn share(words: &Words, share: Share) -> String {
    let Some(percent) = share.percent() else {
        return words.score_nothing.to_owned();
    };
    let (some, all) = (grouped(words, share.some), grouped(words, share.all));
    words.share(&all, &percent.to_string(), &some)
}

/// The shares of a family, each with what it is called.
pub(crate) fn shares(words: &Words, scores: &Scores) -> [(&'static str, Share); 5] {
    [
        (words.score_convention, scores.convention),
        (words.score_consistency, scores.consistency),
        (words.score_badges, scores.badges),
        (words.score_observed, scores.observed),
        (words.score_freshness, scores.freshness),
    ]
}
