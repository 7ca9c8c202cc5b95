//! `officieel validate`: is a directory file sound, and what does it hold?

mod overlays;

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::arguments::{Shared, ValidateArguments};
use super::error::Result;
use super::style::{Styles, plain};
use super::{Outcome, Surroundings, json, subject};
use crate::directory::{Date, Directory, Kind, Problem, Trust};
use crate::words::{fill, labels, problems};

/// What a file holds, or what is wrong with it.
#[derive(Serialize)]
struct Report {
    organisations: usize,
    accounts: usize,
    by_kind: BTreeMap<&'static str, usize>,
    by_platform: BTreeMap<String, usize>,
    by_trust: BTreeMap<&'static str, usize>,
    problems: Vec<Problem>,
}

pub(super) fn run(
    command: &ValidateArguments,
    shared: &Shared,
    to: &mut Surroundings<'_>,
) -> Result<Outcome> {
    if let Some(overlay) = &shared.overlay {
        return overlays::run(command, shared, overlay, to);
    }
    let file = command.file.as_ref().or(shared.directory.as_ref());
    let (name, loaded) = match file {
        None => {
            // A machine's clock may lag behind the edition: it is judged by its own day.
            let text = crate::embedded::directory().map_err(io::Error::other)?.to_toml();
            (to.words.cli_built_in.to_owned(), crate::embedded::from_toml(&text, Date::LAST))
        }
        Some(path) => {
            let bytes = subject::read(path, to)?;
            (subject::name_of(path), crate::embedded::from_bytes(&bytes, to.today))
        }
    };
    let report = match loaded {
        Ok(directory) => holds(&directory, to.today),
        Err(problems) => Report {
            organisations: 0,
            accounts: 0,
            by_kind: BTreeMap::new(),
            by_platform: BTreeMap::new(),
            by_trust: BTreeMap::new(),
            problems,
        },
    };
    if command.json {
        json::write(to.out, &report)?;
    } else {
        write(&name, &report, to)?;
    }
    Ok(if report.problems.is_empty() { Outcome::Found } else { Outcome::NotFound })
}

fn holds(directory: &Directory, today: Date) -> Report {
    let mut report = Report {
        organisations: directory.organisation_count(),
        accounts: directory.account_count(),
        by_kind: BTreeMap::new(),
        by_platform: BTreeMap::new(),
        by_trust: BTreeMap::new(),
        problems: Vec::new(),
    };
    for organisation in directory.organisations() {
        *report.by_kind.entry(organisation.kind.id()).or_default() += 1;
    }
    for account in directory.accounts() {
        let platform = directory.platform(account.platform).id().to_owned();
        *report.by_platform.entry(platform).or_default() += 1;
        *report.by_trust.entry(account.trust(today).id()).or_default() += 1;
    }
    report
}

fn write(name: &str, report: &Report, to: &mut Surroundings<'_>) -> io::Result<()> {
    for problem in &report.problems {
        writeln!(to.out, "{name}:{}", problems::placed(to.words, problem))?;
    }
    if !report.problems.is_empty() {
        return write_count(name, report.problems.len(), to);
    }
    let (organisations, accounts) = (report.organisations.to_string(), report.accounts.to_string());
    let values = [("file", name), ("organisations", &organisations), ("accounts", &accounts)];
    writeln!(to.out, "{}", fill(to.words.cli_sound, &values))?;
    let words = to.words;
    let trust = Trust::ALL
        .into_iter()
        .filter_map(|trust| Some((labels::trust(words, trust), *report.by_trust.get(trust.id())?)));
    write_counts(words.cli_by_trust, trust.collect(), to)?;
    let platforms = report.by_platform.iter();
    let platforms = platforms.map(|(id, &count)| (id.as_str(), count)).collect();
    write_counts(words.cli_by_platform, platforms, to)?;
    let kinds = Kind::ALL
        .iter()
        .filter_map(|&kind| Some((labels::kind(words, kind), *report.by_kind.get(kind.id())?)));
    write_counts(words.cli_by_kind, kinds.collect(), to)
}

/// How many problems a file has.
fn write_count(name: &str, count: usize, to: &mut Surroundings<'_>) -> io::Result<()> {
    let text = if count == 1 { to.words.cli_one_problem } else { to.words.cli_problems };
    writeln!(to.out, "{}", fill(text, &[("file", name), ("count", &count.to_string())]))
}

/// How often each thing occurs, under a heading.
fn write_counts(
    heading: &str,
    counts: Vec<(&str, usize)>,
    to: &mut Surroundings<'_>,
) -> io::Result<()> {
    writeln!(to.out, "\n{}", Styles::new(to.styled).bold(heading))?;
    for (what, count) in counts {
        writeln!(to.out, "{count:>6}  {}", plain(what))?;
    }
    Ok(())
}
