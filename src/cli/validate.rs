//! `officieel validate`: is a directory file sound, and what does it hold?

mod observations;

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::arguments::{Shared, ValidateArguments};
use super::error::Result;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, json, load};
use crate::directory::{Date, Directory, Kind, LoadError, Owner, Trust};
use crate::messages::labels;
use crate::messages::problem::PlacedMessage;
use crate::words::{Language, Words};

/// What a file holds, or what is wrong with it.
#[derive(Default, Serialize)]
struct Report {
    organisations: usize,
    accounts: usize,
    sites: usize,
    phones: usize,
    services: usize,
    topics: usize,
    foreign_organisations: usize,
    by_kind: BTreeMap<&'static str, usize>,
    by_platform: BTreeMap<String, usize>,
    by_trust: BTreeMap<&'static str, usize>,
    problems: Vec<PlacedMessage>,
}

pub(super) fn run(
    command: &ValidateArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    if let Some(overlay) = &shared.overlay {
        return observations::run(command, shared, overlay, cx);
    }
    let file = command.file.as_ref().or(shared.directory.as_ref());
    let (name, loaded) = match file {
        None => {
            // A machine's clock may lag behind the edition: it is judged by its own day.
            let text = crate::embedded::directory().map_err(io::Error::other)?.to_toml();
            (cx.words.cli_built_in.to_owned(), crate::embedded::from_toml(&text, Date::LAST))
        }
        Some(path) => {
            let bytes = load::read(path, cx)?;
            (load::name_of(path), crate::embedded::from_bytes(&bytes, cx.today))
        }
    };
    let report = match loaded {
        Ok(directory) => holds(&directory, cx.today),
        Err(problems) => {
            let problems = messages(command.json, cx.words, &problems);
            Report { problems, ..Report::default() }
        }
    };
    if command.json {
        json::write(cx.out, &report)?;
    } else {
        write(&name, &report, cx)?;
    }
    Ok(if report.problems.is_empty() { ExitStatus::Found } else { ExitStatus::NotFound })
}

/// Problems in the words of the reader, or in English for a program.
fn messages(is_json: bool, words: &Words, problems: &[LoadError]) -> Vec<PlacedMessage> {
    let words = if is_json { Language::En.words() } else { words };
    problems.iter().map(|problem| PlacedMessage::of(words, problem)).collect()
}

fn holds(directory: &Directory, today: Date) -> Report {
    let mut report = Report {
        organisations: directory.organisation_count(),
        accounts: directory.account_count(),
        services: directory.service_count(),
        topics: directory.topic_count(),
        foreign_organisations: directory.foreign_organisation_count(),
        ..Report::default()
    };
    let organisations = directory.organisation_indexes().map(Owner::Organisation);
    for owner in organisations.chain(directory.service_indexes().map(Owner::Service)) {
        report.sites += directory.sites_of(owner).len();
        report.phones += directory.numbers_of(owner).len();
    }
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

fn write(name: &str, report: &Report, cx: &mut Context<'_>) -> io::Result<()> {
    for problem in &report.problems {
        writeln!(cx.out, "{name}:{problem}")?;
    }
    if !report.problems.is_empty() {
        return write_count(name, report.problems.len(), cx);
    }
    let (organisations, accounts) = (report.organisations.to_string(), report.accounts.to_string());
    writeln!(cx.out, "{}", cx.words.cli_sound(&accounts, name, &organisations))?;
    let words = cx.words;
    let reach = [
        (words.cli_sites, report.sites),
        (words.cli_phones, report.phones),
        (words.cli_services, report.services),
        (words.cli_topics, report.topics),
    ];
    let reach: Vec<_> = reach.into_iter().filter(|(_, count)| *count > 0).collect();
    if !reach.is_empty() {
        write_counts(words.cli_by_reach, reach, cx)?;
    }
    let trust = Trust::ALL
        .into_iter()
        .filter_map(|trust| Some((labels::trust(words, trust), *report.by_trust.get(trust.id())?)));
    write_counts(words.cli_by_trust, trust.collect(), cx)?;
    let platforms = report.by_platform.iter();
    let platforms = platforms.map(|(id, &count)| (id.as_str(), count)).collect();
    write_counts(words.cli_by_platform, platforms, cx)?;
    let kinds = Kind::ALL
        .iter()
        .filter_map(|&kind| Some((labels::kind(words, kind), *report.by_kind.get(kind.id())?)));
    write_counts(words.cli_by_kind, kinds.collect(), cx)
}

/// How many problems a file has.
fn write_count(name: &str, count: usize, cx: &mut Context<'_>) -> io::Result<()> {
    writeln!(
        cx.out,
        "{}",
        if count == 1 {
            cx.words.cli_one_problem(name)
        } else {
            cx.words.cli_problems(&count.to_string(), name)
        }
    )
}

/// How often each thing occurs, under a heading.
fn write_counts(heading: &str, counts: Vec<(&str, usize)>, cx: &mut Context<'_>) -> io::Result<()> {
    writeln!(cx.out, "\n{}", Styles::new(cx.styled).bold(heading))?;
    for (what, count) in counts {
        writeln!(cx.out, "{count:>6}  {}", plain(what))?;
    }
    Ok(())
}
