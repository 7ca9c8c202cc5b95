//! `officieel watch`: what changed for some organisations since the last run, for a job that runs once a month.

mod blind;
mod gather;
mod json;
mod lost;
mod scope;
#[cfg(test)]
mod tests;
mod text;
mod unlisted;

use std::path::Path;

use officieel_online::archive::{ArchiveSweep, Findings};
use officieel_online::verify::{Memory, Verification};

use super::arguments::{Shared, SweepArguments, WatchArguments, WatchFormat};
use super::error::Result;
use super::style::Styles;
use super::sweep::{inputs, live};
use super::{Context, ExitStatus, list, load, proposed, review, verify};
use crate::audit::Severity;
use crate::directory::{Directory, OrganisationIndex};
use crate::messages::problem;
use crate::report::watch::{Watched, junit, markdown, sarif};
use crate::watch::{Baseline, Comparison, compare};

pub(super) fn run(
    command: &WatchArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let files = [&shared.directory, &command.baseline].into_iter().flatten().chain(&command.from);
    if files.filter(|path| load::is_stream(path)).count() > 1 {
        return Err(cx.unusable(cx.words.input_twice));
    }
    if command.update_baseline && command.baseline.as_deref().is_some_and(load::is_stream) {
        return Err(cx.unusable(cx.words.baseline_stream));
    }
    let directory = load::directory_to_answer(shared, cx)?;
    // Two runs at once would each leave out what the other found; the second has nothing to visit in vain.
    let kept = command.baseline.as_deref().filter(|_| command.update_baseline);
    let _held = kept.map(|path| review::hold(path, cx)).transpose()?;
    let before = before(command, cx)?;
    let before = before.as_ref();
    let mut asked = inputs::sorted(&command.filter, &command.from);
    asked.filter = scope::of(command, asked.filter, before, cx)?;
    let filter = list::filter(&asked.filter, &directory, cx)?;
    let mut organisations = filter.organisations(&directory, cx.today);
    organisations.sort_unstable();
    if organisations.is_empty() {
        return Err(cx.unusable(cx.words.list_nothing));
    }
    let seen = seen(command, &asked.files, &directory, &organisations, cx)?;
    let mut memory = gather::memory(&directory, before);
    let verified = verified(command, &directory, &organisations, &memory, cx)?;
    if let Some(path) = &command.proposals {
        let found = proposed::sweep::proposals(&seen.findings, &directory, cx.today);
        let found = found.join(proposed::verify::proposals(&verified, &directory, cx.today));
        proposed::keep(path, found, &directory, cx)?;
    }
    let look = gather::Gathering {
        directory: &directory,
        organisations: &organisations,
        before,
        findings: &seen.findings,
        report: seen.report.as_ref(),
        verified: &verified,
        looks: !command.offline || !command.from.is_empty(),
    }
    .look(&asked.filter, &mut memory, cx);
    let (comparison, next) = compare(before, &look);
    tell(command, shared, &comparison, &next, cx)?;
    blind::tell(&seen, comparison.is_blind(), cx)?;
    let status = status(&comparison, command.fail_on.into());
    if comparison.is_blind() {
        return blind::end(command, &seen, status, cx);
    }
    if let Some(path) = kept {
        if let Err(error) = next.write(path) {
            let text = cx.words.not_written(&load::name_of(path), &error.to_string());
            return Err(cx.unusable(&text));
        }
        writeln!(cx.err, "{}", cx.words.watch_kept(&load::name_of(path)))?;
    }
    Ok(status)
}

/// What is known from the runs before; that the file isn't there is said where it won't be made either.
fn before(command: &WatchArguments, cx: &mut Context<'_>) -> Result<Option<Baseline>> {
    let Some(path) = command.baseline.as_deref() else { return Ok(None) };
    if load::is_stream(path) || path.exists() {
        return read(path, cx).map(Some);
    }
    if !command.update_baseline {
        writeln!(cx.err, "{}", cx.words.watch_not_there(&load::name_of(path)))?;
    }
    Ok(None)
}

fn read(path: &Path, cx: &mut Context<'_>) -> Result<Baseline> {
    let bytes = load::read(path, cx)?;
    let baseline = Baseline::read(&bytes).map_err(|fault| {
        let line = format!("{}:{}", load::name_of(path), problem::baseline(cx.words, &fault));
        cx.unusable_lines(std::iter::once(line))
    })?;
    match baseline.day_after(cx.today) {
        None => Ok(baseline),
        Some((key, day)) => {
            let text = cx.words.watch_future(&day.to_string(), &load::name_of(path), key);
            Err(cx.unusable(&text))
        }
    }
}

/// What the organisations' own sites show.
struct Seen {
    findings: Findings,
    /// How many pages the archives hold, where archives were read.
    archived: Option<usize>,
    report: Option<officieel_online::crawl::Report>,
}

/// Reads archives, or visits the sites; nothing of both where neither is wanted.
fn seen(
    command: &WatchArguments,
    files: &[std::path::PathBuf],
    directory: &Directory,
    organisations: &[OrganisationIndex],
    cx: &mut Context<'_>,
) -> Result<Seen> {
    let nothing = || Seen { findings: Findings::default(), archived: None, report: None };
    let is_asked = |it| organisations.binary_search(&it).is_ok();
    let sweep = ArchiveSweep::new(directory, is_asked);
    if !command.from.is_empty() {
        let files = inputs::files(files, cx)?;
        let mut inputs = inputs::Inputs::new(files, None, cx.today);
        let findings = sweep.run(&mut inputs);
        let archived = Some(inputs.pages());
        return match inputs.failed() {
            Some((path, error)) => Err(load::unreadable(&path, &error, cx)),
            None => Ok(Seen { findings, archived, report: None }),
        };
    }
    if command.offline {
        return Ok(nothing());
    }
    let visit = SweepArguments {
        filter: Vec::new(),
        from: Vec::new(),
        site: None,
        seen: None,
        archive: command.archive.clone(),
        state: command.state.clone(),
        limit: None,
        dry_run: false,
        offline: false,
        proposals: None,
        json: false,
    };
    let visit = live::findings(&visit, directory, &existing(directory, organisations), &sweep, cx)?;
    Ok(visit.map_or_else(nothing, |it| Seen {
        findings: it.findings,
        archived: None,
        report: Some(it.report),
    }))
}

/// Those that didn't end: nobody is asked of the others.
fn existing(directory: &Directory, all: &[OrganisationIndex]) -> Vec<OrganisationIndex> {
    all.iter().copied().filter(|it| directory.organisation(*it).ended.is_none()).collect()
}

/// What the platforms answer. Where archives are read, or no socket may be opened, they aren't asked.
fn verified(
    command: &WatchArguments,
    directory: &Directory,
    organisations: &[OrganisationIndex],
    memory: &Memory,
    cx: &mut Context<'_>,
) -> Result<Vec<Verification>> {
    if command.offline || !command.from.is_empty() {
        return Ok(Vec::new());
    }
    let existing = existing(directory, organisations).into_iter();
    let chosen: Vec<_> = existing.map(|it| (it, directory.accounts_of(it).collect())).collect();
    writeln!(cx.err, "{}", cx.words.verify_asks(&chosen.len().to_string()))?;
    Ok(verify::verify(directory, &chosen, memory, false, cx))
}

fn tell(
    command: &WatchArguments,
    shared: &Shared,
    comparison: &Comparison,
    next: &Baseline,
    cx: &mut Context<'_>,
) -> Result<()> {
    let directory = shared.directory.as_deref().unwrap_or(Path::new("directory.toml"));
    let watched = Watched {
        comparison,
        next,
        words: cx.words,
        file: command.baseline.as_deref().unwrap_or(directory),
        is_to_be_kept: command.update_baseline,
        bar: command.fail_on.into(),
    };
    match command.format {
        WatchFormat::Text => text::write(&watched, Styles::new(cx.styled), cx.out)?,
        WatchFormat::Markdown => markdown(&watched, cx.out)?,
        WatchFormat::Json => json::write(&watched, cx.out)?,
        WatchFormat::Sarif => sarif(&watched, cx.out)?,
        WatchFormat::Junit => junit(&watched, cx.out)?,
    }
    Ok(())
}

fn status(comparison: &Comparison, bar: Severity) -> ExitStatus {
    let changes = &comparison.changes;
    if changes.iter().any(|it| it.kind.is_alarm()) {
        ExitStatus::Imitation
    } else if changes.iter().any(|it| it.severity >= bar) {
        ExitStatus::NotFound
    } else {
        ExitStatus::Found
    }
}
