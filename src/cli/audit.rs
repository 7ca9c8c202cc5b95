//! `officieel audit`: what a citizen stumbles over, as findings to act on.

mod scope;
mod text;

use std::path::Path;

use super::arguments::{AuditArguments, FormatChoice, Shared};
use super::error::Result;
use super::style::Styles;
use super::{Context, ExitStatus, load};
use crate::audit::baseline::{Baseline, Entry as Known};
use crate::audit::register::{self, Entry};
use crate::audit::{Finding, Scope, Severity, Subject, audit};
use crate::check::similarity::Similarity;
use crate::compact_sort::CompactSort;
use crate::directory::Directory;
use crate::messages::problem;
use crate::report::{Looked, Report, csv, json, junit, markdown, sarif};
pub(super) use scope::{
    family as family_named, organisation as organisation_named, rule as rule_named,
};

pub(super) fn run(
    command: &AuditArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let files = [&shared.directory, &command.register, &command.baseline];
    if files.into_iter().flatten().filter(|path| load::is_stream(path)).count() > 1 {
        return Err(cx.unusable(cx.words.input_twice));
    }
    if command.write_baseline.as_deref().is_some_and(load::is_stream) {
        return Err(cx.unusable(cx.words.baseline_stream));
    }
    let directory = load::directory(shared, cx)?;
    let scope = scope::read(command, &directory, cx)?;
    let known = command.baseline.as_ref().map(|path| read_baseline(path, cx)).transpose()?;
    let (looked, findings) = match &command.register {
        None => look_at_directory(&directory, shared, &scope, cx),
        Some(path) => look_at_register(&directory, path, command, &scope, cx)?,
    };
    let mut report = Report::new(&directory, &scope, looked, findings, cx.words, cx.today);
    let ids = scope::ids(command, &directory, &scope);
    let known = match &command.write_baseline {
        None => known,
        Some(path) => Some(write_baseline(path, ids.clone(), &report, cx)?),
    };
    if let Some(known) = known {
        report.leave_out(&known, &ids);
    }
    let bar = Severity::from(command.fail_on);
    let is_met = report.findings.iter().any(|finding| finding.severity >= bar);
    match command.format {
        FormatChoice::Text => text::write(&report, Styles::new(cx.styled), cx.out)?,
        FormatChoice::Json => json::write(&report, cx.out)?,
        FormatChoice::Csv => csv::write(&report, command.delimiter, cx.out)?,
        FormatChoice::Markdown => markdown::write(&report, cx.out)?,
        FormatChoice::Sarif => sarif::write(&report, cx.out)?,
        FormatChoice::Junit => junit::write(&report, cx.out)?,
    }
    Ok(if is_met { ExitStatus::NotFound } else { ExitStatus::Found })
}

/// What stands out in the directory itself.
fn look_at_directory(
    directory: &Directory,
    shared: &Shared,
    scope: &Scope,
    cx: &Context<'_>,
) -> (Looked, Vec<Finding>) {
    let findings = audit(directory, &Similarity::new(directory), cx.today, scope);
    let organisations = scope.organisations(directory).len();
    let file = shared.directory.as_deref().unwrap_or(Path::new("directory.toml"));
    (Looked::Directory { file: file.to_owned(), organisations }, findings)
}

/// What stands out in a register extract, in the order of its lines.
fn look_at_register(
    directory: &Directory,
    path: &Path,
    command: &AuditArguments,
    scope: &Scope,
    cx: &mut Context<'_>,
) -> Result<(Looked, Vec<Finding>)> {
    let bytes = load::read(path, cx)?;
    let entries = Entry::read_all(&bytes).map_err(|errors| {
        let (file, words) = (load::name_of(path), cx.words);
        let message = |error| super::style::plain(&problem::entry(words, error));
        cx.unusable_lines(errors.iter().map(|it| format!("{file}:{}: {}", it.line, message(it))))
    })?;
    let asked = Asked::new(directory, scope);
    let all = entries.len();
    let entries: Vec<Entry> = entries.into_iter().filter(|entry| asked.has(entry)).collect();
    if entries.is_empty() && all > 0 {
        let text = scope::no_entry(command, &load::name_of(path), all, cx.words);
        return Err(cx.unusable(&text));
    }
    let mut findings = register::audit_register(directory, &entries, scope);
    let line = |finding: &Finding| match finding.subject {
        Subject::Entry(line, _) => line,
        _ => 0,
    };
    findings.compact_sort_by_key(|finding| (line(finding), finding.rule()));
    Ok((Looked::Register { file: path.to_owned(), entries }, findings))
}

/// Which entries of a register are asked about.
struct Asked<'a> {
    directory: &'a Directory,
    organisations: Option<Vec<crate::directory::OrganisationIndex>>,
    platform: Option<crate::platform::PlatformIndex>,
}

impl<'a> Asked<'a> {
    fn new(directory: &'a Directory, scope: &Scope) -> Self {
        let is_narrow =
            scope.family.is_some() || scope.kind.is_some() || scope.organisation.is_some();
        let organisations = is_narrow.then(|| scope.organisations(directory));
        Self { directory, organisations, platform: scope.platform }
    }

    fn has(&self, entry: &Entry) -> bool {
        let is_of = self.organisations.as_ref().is_none_or(|organisations| {
            register::organisation_of(self.directory, entry)
                .is_some_and(|it| organisations.binary_search(&it).is_ok())
        });
        let filed = || load::platform_named(self.directory, &entry.platform);
        is_of && self.platform.is_none_or(|platform| filed() == Some(platform))
    }
}

fn read_baseline(path: &Path, cx: &mut Context<'_>) -> Result<Baseline> {
    let bytes = load::read(path, cx)?;
    Baseline::read(&bytes).map_err(|fault| {
        let line = format!("{}:{}", load::name_of(path), problem::baseline(cx.words, &fault));
        cx.unusable_lines(std::iter::once(line))
    })
}

/// Writes all that was found, and gives it back as what is known from now on.
fn write_baseline(
    path: &Path,
    scope: Vec<String>,
    report: &Report<'_>,
    cx: &mut Context<'_>,
) -> Result<Baseline> {
    let known = report.rows().map(|row| Known {
        rule: row.rule.id().to_owned(),
        hint: row.hint(),
        fingerprint: row.fingerprint,
    });
    let baseline = Baseline::new(scope, known.collect());
    let file = load::name_of(path);
    if let Err(error) = baseline.write(path) {
        return Err(cx.unusable(&cx.words.not_written(&file, &error.to_string())));
    }
    let count = baseline.entries.len().to_string();
    writeln!(cx.err, "{}", cx.words.baseline_written(&count, &file))?;
    Ok(baseline)
}
