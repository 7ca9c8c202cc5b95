//! Is an overlay sound, and what of it counts over its directory?

use std::io;
use std::path::Path;

use serde::Serialize;

use super::super::arguments::{Shared, ValidateArguments};
use super::super::error::Result;
use super::super::style::plain;
use super::super::{Context, ExitStatus, json, load};
use super::{messages, write_count};
use crate::directory::observations::Tally;
use crate::messages::problem::PlacedMessage;
use crate::observations_file::{self, ReadError};

/// What an overlay says, or what is wrong with it.
#[derive(Default, Serialize)]
struct Report {
    /// How many listed accounts it says something of.
    observed: usize,
    /// The accounts that the directory doesn't list.
    unlisted: Vec<String>,
    /// What it says of platforms and badge kinds that the directory doesn't have.
    foreign: Vec<PlacedMessage>,
    /// How many accounts were only observed after today.
    later: usize,
    problems: Vec<PlacedMessage>,
}

pub(super) fn run(
    command: &ValidateArguments,
    shared: &Shared,
    path: &Path,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let mut shared = shared.clone();
    shared.directory = command.file.clone().or(shared.directory);
    let directory = load::listed_directory(&shared, cx, &|_progress| {})?;
    let report = match observations_file::read(path, &directory) {
        Ok(Some(overlay)) => {
            let Tally { observed, unlisted, later } = overlay.tally(&directory, cx.today);
            let foreign = messages(command.json, cx.words, overlay.foreign());
            Report { observed, unlisted, foreign, later, problems: Vec::new() }
        }
        Ok(None) => return Err(load::unreadable(path, &io::ErrorKind::NotFound.into(), cx)),
        Err(ReadError::Problems(problems)) => {
            Report { problems: messages(command.json, cx.words, &problems), ..Report::default() }
        }
        Err(ReadError::Unreadable(fault)) => return Err(load::unreadable(path, &fault, cx)),
    };
    if command.json {
        json::write(cx.out, &report)?;
    } else {
        write(&load::name_of(path), &report, cx)?;
    }
    Ok(if report.problems.is_empty() { ExitStatus::Found } else { ExitStatus::NotFound })
}

fn write(name: &str, report: &Report, cx: &mut Context<'_>) -> io::Result<()> {
    for problem in &report.problems {
        writeln!(cx.out, "{name}:{problem}")?;
    }
    if !report.problems.is_empty() {
        return write_count(name, report.problems.len(), cx);
    }
    let words = cx.words;
    let count = report.observed.to_string();
    writeln!(
        cx.out,
        "{}",
        if report.observed == 1 { words.sound_one(name) } else { words.sound(&count, name) }
    )?;
    for account in &report.unlisted {
        writeln!(cx.out, "  {}: {}", words.unlisted, plain(account))?;
    }
    for problem in &report.foreign {
        writeln!(cx.out, "  {}: {name}:{problem}", words.unlisted)?;
    }
    if report.later > 0 {
        writeln!(cx.out, "  {}: {}", words.later, report.later)?;
    }
    Ok(())
}
