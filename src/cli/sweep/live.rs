//! Visiting the organisations' own sites.

use std::fs::File;
use std::io::{BufWriter, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use officieel_online::archive::{ArchiveSweep, Findings};
use officieel_online::client::{Client, Settings};
use officieel_online::clock::SystemClock;
use officieel_online::crawl::{Crawl, HostPlan, Manners, Plan, Progress, Report, State};
use officieel_online::fetch::OwnHosts;
use officieel_online::sweep::PageKeeper;

use super::super::arguments::SweepArguments;
use super::super::error::Result;
use super::super::style::plain;
use super::super::verify::reason::of_failure;
use super::super::{Context, load};
use crate::directory::{Directory, OrganisationIndex};
use crate::messages::numbers::grouped;
use crate::{dirs, embedded};

/// A visit to the sites of some organisations.
pub(in crate::cli) struct Visit {
    /// What they show.
    pub(in crate::cli) findings: Findings,
    /// What came of each page.
    pub(in crate::cli) report: Report,
}

/// What the sites of some organisations show; `None` where nothing was to be asked for.
pub(in crate::cli) fn findings(
    command: &SweepArguments,
    directory: &Directory,
    organisations: &[OrganisationIndex],
    sweep: &ArchiveSweep<'_>,
    cx: &mut Context<'_>,
) -> Result<Option<Visit>> {
    let mut settings = Settings::new(env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_REPOSITORY"));
    settings.languages = directory.header.languages().map(str::to_owned).collect();
    settings.is_offline = command.offline;
    let by = (&Client::new(settings), &Manners::default());
    findings_by(by, command, directory, organisations, sweep, cx)
}

/// The same, asked for by this client with these manners.
pub(in crate::cli) fn findings_by(
    by: (&Client, &Manners),
    command: &SweepArguments,
    directory: &Directory,
    organisations: &[OrganisationIndex],
    sweep: &ArchiveSweep<'_>,
    cx: &mut Context<'_>,
) -> Result<Option<Visit>> {
    let plan = Plan::of(directory, organisations.iter().copied());
    let plan = plan.limit(command.limit.unwrap_or(usize::MAX));
    if command.dry_run || plan.hosts.is_empty() {
        for url in plan.requests() {
            writeln!(cx.out, "{}", plain(url.as_str()))?;
        }
        return Ok(None);
    }
    let folder = folder(command, cx)?;
    let failed = |error: &dyn std::fmt::Display, cx: &mut Context<'_>| {
        let text = cx.words.unwritable(&load::name_of(&folder), &error.to_string());
        cx.unusable(&text)
    };
    let state = State::open(&folder).map_err(|error| failed(&error, cx))?;
    let keeper = PageKeeper::new(&folder.join("pages")).map_err(|error| failed(&error, cx))?;
    let hosts = grouped(cx.words, plan.hosts.len());
    writeln!(cx.err, "{}", cx.words.sweep_visits(&load::name_of(&folder), &hosts))?;
    let report =
        visit(by, directory, &plan, &state, &keeper, cx).map_err(|error| failed(&error, cx))?;
    if let Some(path) = &command.archive {
        let written = File::create(path).and_then(|file| {
            let mut out = BufWriter::new(file);
            keeper.archive(&report, &mut out)?;
            out.flush()
        });
        written.map_err(|error| {
            let text = cx.words.unwritable(&load::name_of(path), &error.to_string());
            cx.unusable(&text)
        })?;
    }
    tell(&report, cx)?;
    let findings = keeper.findings(&report, sweep);
    Ok(Some(Visit { findings, report }))
}

/// The folder of the run: what was seen is kept there, so that it can be broken off and goes on.
fn folder(command: &SweepArguments, cx: &mut Context<'_>) -> Result<PathBuf> {
    let default = || Some(dirs::data(|name| std::env::var_os(name))?.join("sweep"));
    match command.state.clone().or_else(default) {
        Some(folder) => Ok(folder),
        None => Err(cx.unusable(cx.words.sweep_nowhere)),
    }
}

fn visit(
    (fetch, manners): (&Client, &Manners),
    directory: &Directory,
    plan: &Plan,
    state: &State,
    keeper: &PageKeeper,
    cx: &Context<'_>,
) -> std::result::Result<Report, officieel_online::crawl::StateError> {
    let clock = SystemClock;
    let suffixes = embedded::suffixes();
    let allows = |host: &HostPlan, from: &str, to: &str| {
        OwnHosts::of(directory, &host.organisations()).allow(suffixes, from, to)
    };
    let crawl = Crawl { fetch, clock: &clock, visitor: keeper, manners, allows: &allows };
    let words = cx.words;
    let is_watched = std::io::stderr().is_terminal();
    let progress = |it: Progress| {
        if is_watched {
            let [done, total] = [it.done, it.total].map(|count| grouped(words, count));
            let minutes = it.left.as_secs().div_ceil(60).to_string();
            // Whoever can't be told waits all the same.
            let _ =
                write!(std::io::stderr(), "\r{}", words.sweep_progress(&done, &minutes, &total));
        }
    };
    let report = crawl.run(plan, state, &progress, &AtomicBool::new(false));
    if is_watched {
        let _ = writeln!(std::io::stderr());
    }
    report
}

/// How many could be looked at, and why not the others: numbers that add up.
fn tell(report: &Report, cx: &mut Context<'_>) -> std::io::Result<()> {
    let totals = report.totals();
    let [all, looked] =
        [totals.organisations, totals.looked_at].map(|count| grouped(cx.words, count));
    writeln!(cx.err, "{}", cx.words.sweep_totals(&all, &looked))?;
    for (why, count) in &totals.could_not_look {
        let count = grouped(cx.words, *count);
        let why = of_failure(cx.words, why);
        writeln!(cx.err, "{}", cx.words.sweep_could_not(&count, &plain(&why)))?;
    }
    Ok(())
}
