//! What changed since the last run, for whoever it is sent to and for other programs.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

use quick_junit::{NonSuccessKind, Report as Xml, TestCase, TestCaseStatus, TestSuite};
use serde_json::{Value, json};

use super::markdown::inline;
use super::{junit as suites, sarif as log};
use crate::audit::Severity;
use crate::directory::Trust;
use crate::messages::numbers::grouped;
use crate::messages::watch::{kind, line, open, weighed};
use crate::text::sanitise::escaped;
use crate::watch::{Baseline, Change, Comparison, Kind};
use crate::words::Words;

/// What a run adds to those before.
pub(crate) struct Watched<'a> {
    pub(crate) comparison: &'a Comparison,
    /// What is known after it.
    pub(crate) next: &'a Baseline,
    pub(crate) words: &'static Words,
    /// The file that tools show the changes at: that of the baseline.
    pub(crate) file: &'a Path,
    /// Whether it was asked to be kept. Whether it was stands nowhere in the report, which is written before.
    pub(crate) is_to_be_kept: bool,
    /// From which severity on a change is a failure; an alarm always is.
    pub(crate) bar: Severity,
}

impl Watched<'_> {
    /// What it comes to, a sentence each.
    pub(crate) fn summary(&self) -> Vec<String> {
        let (words, it) = (self.words, self.comparison);
        let mut lines = Vec::new();
        match it.since {
            None => {
                lines.push(words.watch_first.to_owned());
                lines.push(self.stands());
                if !self.is_to_be_kept {
                    lines.push(words.watch_how.to_owned());
                }
            }
            Some(_) if it.changes.is_empty() && it.is_blind() => {}
            Some(day) if it.changes.is_empty() => lines.push(words.watch_nothing(&day.to_string())),
            Some(day) => {
                let all = grouped(words, it.changes.len());
                let severities = it.changes.iter().map(|it| it.severity);
                let counts = super::counts(words, severities).unwrap_or_default();
                lines.push(words.watch_changes(&all, &counts, &day.to_string()));
            }
        }
        if it.is_blind() {
            lines.push(words.watch_blind.to_owned());
        }
        if it.not_looked > 0 {
            lines.push(words.watch_not_looked(&grouped(words, it.not_looked)));
        }
        if it.ignored > 0 {
            lines.push(words.watch_ignored(&grouped(words, it.ignored)));
        }
        lines
    }

    /// What is known after it, in numbers.
    fn stands(&self) -> String {
        let next = self.next;
        let of = |trust: Trust| next.accounts.values().filter(|it| it.trust == trust).count();
        let [aged, confirmed, findings, organisations, reported, unlisted] = [
            of(Trust::Aged),
            of(Trust::Confirmed),
            next.findings.len(),
            next.organisations.len(),
            of(Trust::Reported),
            next.unlisted.len(),
        ]
        .map(|count| grouped(self.words, count));
        self.words.watch_stands(&aged, &confirmed, &findings, &organisations, &reported, &unlisted)
    }

    /// The changes of one organisation after the other, alarms first; those that have an alarm come first too.
    pub(crate) fn groups(&self) -> Vec<Vec<&Change>> {
        let mut places = HashMap::new();
        let mut groups: Vec<Vec<&Change>> = Vec::new();
        for it in &self.comparison.changes {
            let id = it.organisation.as_ref().map(|it| it.id.as_str());
            let place = *places.entry(id).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.push(it),
                None => groups.push(vec![it]),
            }
        }
        groups
    }

    /// Whose the changes of a group are, as it may be shown.
    pub(crate) fn whose(&self, group: &[&Change]) -> String {
        let first = group.first().and_then(|it| it.organisation.as_ref());
        first.map_or_else(|| self.words.watch_all.to_owned(), |it| escaped(&it.name))
    }
}

/// Writes a report to send round.
pub(crate) fn markdown(watched: &Watched<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = watched.words;
    writeln!(out, "# {}", inline(&words.watch_title(&watched.next.seen.to_string())))?;
    for sentence in watched.summary() {
        writeln!(out, "\n{}", inline(&sentence))?;
    }
    for group in watched.groups() {
        writeln!(out, "\n## {}\n", inline(&watched.whose(&group)))?;
        for it in group {
            let strong = if it.kind.is_alarm() { "**" } else { "" };
            let text = inline(&weighed(words, it));
            writeln!(out, "- {strong}{text}{strong} `{}`", it.fingerprint)?;
        }
    }
    if !watched.comparison.open.is_empty() {
        writeln!(out, "\n## {}\n", inline(words.watch_open))?;
        for it in &watched.comparison.open {
            writeln!(out, "- {}", inline(&open(words, it)))?;
        }
    }
    Ok(())
}

/// Writes a log of static analysis (SARIF 2.1.0), with a rule for each kind of change.
pub(crate) fn sarif(watched: &Watched<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = watched.words;
    let described = |it: &Kind| {
        json!({
            "id": it.id(),
            "shortDescription": { "text": kind(words, *it) },
            "defaultConfiguration": { "level": it.severity().id() },
        })
    };
    let rules: Vec<Value> = Kind::ALL.iter().map(described).collect();
    let uri = log::uri(watched.file);
    let result = |it: &Change| {
        let organisation = it.organisation.as_ref().map(|it| it.id.as_str());
        let account = it.account.as_ref().map(|it| [it.platform.as_str(), it.name.as_str()]);
        let logical: Vec<&str> =
            organisation.into_iter().chain(account.into_iter().flatten()).collect();
        json!({
            "ruleId": it.kind.id(),
            "ruleIndex": Kind::ALL.iter().position(|kind| *kind == it.kind),
            "level": it.severity.id(),
            "message": { "text": line(words, it) },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": uri, "index": 0 },
                    // Code scanning shows nothing that stands on no line.
                    "region": { "startLine": 1 },
                },
                "logicalLocations": [{ "fullyQualifiedName": logical.join("/") }],
            }],
            "partialFingerprints": {
                "officieel/v1": it.fingerprint,
                "primaryLocationLineHash": format!("{}:1", it.fingerprint),
            },
            "properties": { "alarm": it.kind.is_alarm() },
        })
    };
    let results: Vec<Value> = watched.comparison.changes.iter().map(result).collect();
    log::write_log(words, &uri, &rules, results, out)
}

/// Writes test results: each kind that occurs is a suite, each change a failure in it, or a test that was skipped where
/// it matters less than what makes a run fail. What couldn't be looked at is one that was skipped, and an error where
/// nothing could be.
pub(crate) fn junit(watched: &Watched<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (words, comparison) = (watched.words, watched.comparison);
    let mut xml = Xml::new("officieel watch");
    for of in Kind::ALL {
        let mut suite = TestSuite::new(of.id());
        for it in comparison.changes.iter().filter(|it| it.kind == *of) {
            let text = line(words, it);
            let mut failure = if it.kind.is_alarm() || it.severity >= watched.bar {
                TestCaseStatus::non_success(NonSuccessKind::Failure)
            } else {
                TestCaseStatus::skipped()
            };
            failure.set_type(it.severity.id());
            failure.set_message(escaped(&text));
            let id = it.organisation.as_ref().map(|it| it.id.as_str()).unwrap_or_default();
            let account = it.account.as_ref().map(|it| format!("{} {}", it.platform, it.name));
            let name = format!("{id} {} {}", account.unwrap_or_default(), it.fingerprint);
            suite.add_test_case(case(of.id(), &name, failure));
        }
        if suite.test_cases.is_empty() {
            suite.add_test_case(case(of.id(), kind(words, *of), TestCaseStatus::success()));
        }
        xml.add_test_suite(suite);
    }
    if !comparison.open.is_empty() || comparison.is_blind() {
        let mut suite = TestSuite::new("open");
        if comparison.is_blind() {
            let error = TestCaseStatus::non_success(NonSuccessKind::Error);
            suite.add_test_case(case("nothing-looked-at", words.watch_blind, error));
        }
        for it in &comparison.open {
            suite.add_test_case(case(it.kind.id(), &open(words, it), TestCaseStatus::skipped()));
        }
        xml.add_test_suite(suite);
    }
    suites::write_xml(&xml, out)
}

fn case(class: &str, name: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(escaped(name), status);
    case.set_classname(class);
    case
}
