//! Findings for programs. The shape is stable: keys are added, never renamed.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::{Looked, Report};
use crate::audit::Severity;
use crate::audit::baseline::Entry;
use crate::audit::score::Scores;
use crate::audit::share::Share;

#[derive(Serialize)]
struct ReportJson<'a> {
    /// The edition of the directory.
    edition: String,
    /// The day on which it was judged.
    today: String,
    /// The register extract, where one was looked at.
    register: Option<String>,
    findings: Rows<'a>,
    summary: Summary,
    scores: Vec<ScoresJson>,
    /// What a baseline does, where there is one.
    baseline: Option<BaselineJson<'a>>,
    /// What was left out by hand, in a sentence; missing where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen: Option<&'a str>,
}

/// The findings, each made when it is written.
struct Rows<'a>(&'a Report<'a>);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.rows())
    }
}

#[derive(Serialize)]
struct Summary {
    error: usize,
    warning: usize,
    note: usize,
    /// How many organisations were looked at; null for a register.
    organisations: Option<usize>,
    /// How many entries of a register were looked at; null for a directory.
    entries: Option<usize>,
}

#[derive(Serialize)]
struct ScoresJson {
    /// A kind, or the id of an organisation.
    id: String,
    name: String,
    convention: ShareJson,
    consistency: ShareJson,
    badges: ShareJson,
    observed: ShareJson,
    freshness: ShareJson,
}

#[derive(Serialize)]
struct ShareJson {
    some: usize,
    all: usize,
    /// In whole percents; null where nothing was looked at.
    percent: Option<usize>,
}

#[derive(Serialize)]
struct BaselineJson<'a> {
    /// How many findings it hides.
    hidden: usize,
    /// What it names that is found no more.
    gone: &'a [Entry],
}

impl From<Share> for ShareJson {
    fn from(share: Share) -> Self {
        Self { some: share.some, all: share.all, percent: share.percent() }
    }
}

impl ScoresJson {
    fn new((id, name, scores): (String, String, Scores)) -> Self {
        Self {
            id,
            name,
            convention: scores.convention.into(),
            consistency: scores.consistency.into(),
            badges: scores.badges.into(),
            observed: scores.observed.into(),
            freshness: scores.freshness.into(),
        }
    }
}
use crate::json::write as write_json;
use crate::text::sanitise::escaped_path;

/// Writes the whole report.
pub(crate) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (organisations, entries) = match &report.looked {
        Looked::Directory { organisations, .. } => (Some(*organisations), None),
        Looked::Register { entries, .. } => (None, Some(entries.len())),
    };
    let document = ReportJson {
        edition: report.directory.header.edition.to_string(),
        today: report.today.to_string(),
        register: report.is_of_register().then(|| escaped_path(report.file())),
        findings: Rows(report),
        summary: Summary {
            error: report.count(Severity::Error),
            warning: report.count(Severity::Warning),
            note: report.count(Severity::Note),
            organisations,
            entries,
        },
        scores: report.scores(true).into_iter().map(ScoresJson::new).collect(),
        baseline: report
            .has_baseline
            .then(|| BaselineJson { hidden: report.hidden, gone: &report.gone }),
        chosen: report.chosen.as_deref(),
    };
    write_json(out, &document)
}
