//! What an audit found, for every format to print.

use std::path::{Path, PathBuf};

use super::row::Row;
use crate::audit::baseline::{Baseline, Entry};
use crate::audit::rule::Topic;
use crate::audit::score::{self, Scores, Share};
use crate::audit::{Certainty, Family, Rule, Scope, Severity};
use crate::cli::Surroundings;
use crate::cli::style::Styles;
use crate::cli::subject;
use crate::directory::{Date, Directory, Kind};
use crate::words::numbers::grouped;
use crate::words::{Words, fill, labels};

/// What was looked at.
#[derive(Debug)]
pub(super) enum Looked {
    /// The directory itself.
    Directory { file: PathBuf, organisations: usize },
    /// A register extract.
    Register { file: PathBuf, entries: usize },
}

/// What an audit found.
#[derive(Debug)]
pub(super) struct Report<'a> {
    pub(super) directory: &'a Directory,
    pub(super) scope: &'a Scope,
    pub(super) words: &'static Words,
    pub(super) styles: Styles,
    pub(super) today: Date,
    pub(super) looked: Looked,
    /// The findings: of a directory in the order of rules, of a register in that of lines.
    pub(super) rows: Vec<Row>,
    /// How many findings a baseline hides.
    pub(super) hidden: usize,
    /// What a baseline names that is found no more.
    pub(super) gone: Vec<Entry>,
    /// Whether a baseline was used.
    pub(super) has_baseline: bool,
}

impl<'a> Report<'a> {
    pub(super) fn new(
        directory: &'a Directory,
        scope: &'a Scope,
        looked: Looked,
        rows: Vec<Row>,
        to: &Surroundings<'_>,
    ) -> Self {
        Self {
            directory,
            scope,
            words: to.words,
            styles: Styles::new(to.styled),
            today: to.today,
            looked,
            rows,
            hidden: 0,
            gone: Vec::new(),
            has_baseline: false,
        }
    }

    /// Leaves out what is known. What is known of another scope is not missed in this one.
    pub(super) fn leave_out(&mut self, known: &Baseline, scope: &[String]) {
        let fingerprints = self.rows.iter().map(|row| row.fingerprint.as_str());
        let (new, gone) = known.compare(fingerprints);
        if known.scope == scope {
            self.gone = gone.into_iter().cloned().collect();
        }
        self.hidden = self.rows.len() - new.len();
        self.has_baseline = true;
        let mut position = 0;
        self.rows.retain(|_| {
            position += 1;
            new.binary_search(&(position - 1)).is_ok()
        });
    }

    /// Whether it is about a register.
    pub(super) fn is_of_register(&self) -> bool {
        matches!(self.looked, Looked::Register { .. })
    }

    /// The file that was looked at.
    pub(super) fn file(&self) -> &Path {
        match &self.looked {
            Looked::Directory { file, .. } | Looked::Register { file, .. } => file,
        }
    }

    /// The rules that were looked for, in their order.
    pub(super) fn rules(&self) -> Vec<Rule> {
        let is_looked_for = |rule: &Rule| {
            let is_asked = self.scope.rules.is_empty() || self.scope.rules.contains(rule);
            let is_severe = self.scope.severity.is_none_or(|least| rule.severity() >= least);
            is_asked && is_severe && (rule.topic() == Topic::Address) == self.is_of_register()
        };
        Rule::ALL.iter().copied().filter(is_looked_for).collect()
    }

    /// The findings of a rule.
    pub(super) fn of(&self, rule: Rule) -> Vec<&Row> {
        self.rows.iter().filter(|row| row.rule == rule).collect()
    }

    /// How many findings there are of a severity.
    pub(super) fn count(&self, severity: Severity) -> usize {
        self.rows.iter().filter(|row| row.severity == severity).count()
    }

    /// The scores of the family or organisation that is asked about; of each kind where none is, and
    /// `all` are wanted.
    pub(super) fn scores(&self, all: bool) -> Vec<(String, String, Scores)> {
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
    pub(super) fn looked_at(&self) -> String {
        let words = self.words.audit;
        match &self.looked {
            Looked::Directory { organisations: 1, .. } => words.looked_at_one.to_owned(),
            Looked::Directory { organisations, .. } => {
                fill(words.looked_at, &[("count", &grouped(self.words, *organisations))])
            }
            Looked::Register { file, entries } => {
                let count = grouped(self.words, *entries);
                let file = subject::name_of(file);
                fill(words.looked_at_entries, &[("count", &count), ("file", &file)])
            }
        }
    }

    /// How many of all findings are of each severity; `None` where there are none.
    pub(super) fn counts(&self) -> Option<String> {
        counts(self.words, self.rows.iter())
    }
}

/// How many findings are of each severity, as in "2 errors, 1 note"; `None` where there are none.
pub(super) fn counts<'r>(words: &Words, rows: impl Iterator<Item = &'r Row>) -> Option<String> {
    let mut of_each = [0_usize; Severity::ALL.len()];
    for row in rows {
        for (count, severity) in of_each.iter_mut().zip(Severity::ALL) {
            *count += usize::from(row.severity == severity);
        }
    }
    let told: Vec<String> = Severity::ALL
        .into_iter()
        .zip(of_each)
        .rev()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| counted(words, severity, count))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// So many findings of a severity, as in "2 errors".
pub(super) fn counted(words: &Words, severity: Severity, count: usize) -> String {
    let one = severity_word(words, severity);
    let words_of = words.audit;
    let more = match severity {
        Severity::Note => words_of.severity_notes,
        Severity::Warning => words_of.severity_warnings,
        Severity::Error => words_of.severity_errors,
    };
    format!("{} {}", grouped(words, count), if count == 1 { one } else { more })
}

/// The word for a severity.
pub(in crate::cli) fn severity_word(words: &Words, severity: Severity) -> &'static str {
    match severity {
        Severity::Note => words.audit.severity_note,
        Severity::Warning => words.audit.severity_warning,
        Severity::Error => words.audit.severity_error,
    }
}

/// The word for a certainty.
pub(super) fn certainty_word(words: &Words, certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => words.audit.certainty_certain,
        Certainty::Likely => words.audit.certainty_likely,
        Certainty::Possible => words.audit.certainty_possible,
    }
}

/// The word for a topic.
pub(in crate::cli) fn topic_word(words: &Words, topic: Topic) -> &'static str {
    let words = words.audit;
    match topic {
        Topic::Naming => words.topic_naming,
        Topic::Display => words.topic_display,
        Topic::Badge => words.topic_badge,
        Topic::Address => words.topic_address,
        Topic::Status => words.topic_status,
        Topic::Coverage => words.topic_coverage,
        Topic::Evidence => words.topic_evidence,
    }
}

/// A share, as in "98% (72 of 73)".
pub(super) fn share(words: &Words, share: Share) -> String {
    let Some(percent) = share.percent() else {
        return words.audit.score_nothing.to_owned();
    };
    let (some, all) = (grouped(words, share.some), grouped(words, share.all));
    let values = [("percent", percent.to_string()), ("some", some), ("all", all)];
    let values = values.each_ref().map(|(place, value)| (*place, value.as_str()));
    fill(words.audit.share, &values)
}

/// The shares of a family, each with what it is called.
pub(super) fn shares(words: &Words, scores: &Scores) -> [(&'static str, Share); 5] {
    let words = words.audit;
    [
        (words.score_convention, scores.convention),
        (words.score_consistency, scores.consistency),
        (words.score_badges, scores.badges),
        (words.score_observed, scores.observed),
        (words.score_freshness, scores.freshness),
    ]
}
