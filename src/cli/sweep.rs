//! `officieel sweep`: what pages of organisations show of their accounts.

pub(super) mod inputs;
mod json;
pub(super) mod live;
pub(super) mod text;

use officieel_online::archive::ArchiveSweep;

use super::arguments::{Shared, SweepArguments};
use super::error::Result;
use super::{Context, ExitStatus, list, load, proposed};

pub(super) fn run(
    command: &SweepArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    if let Some(seen) = command.seen.filter(|seen| *seen > cx.today) {
        return Err(cx.unusable(&cx.words.add_later(&seen.to_string())));
    }
    let directory = load::directory_to_answer(shared, cx)?;
    let asked = inputs::sorted(&command.filter, &command.from);
    let filter = list::filter(&asked.filter, &directory, cx)?;
    let today = cx.today;
    let lets_through = |it| filter.is_empty() || filter.lets_through(&directory, it, today);
    let sweep = ArchiveSweep::new(&directory, lets_through);
    let findings = if command.from.is_empty() {
        let all = directory.organisation_indexes();
        let organisations: Vec<_> = all
            .filter(|it| directory.organisation(*it).ended.is_none() && lets_through(*it))
            .collect();
        match live::findings(command, &directory, &organisations, &sweep, cx)? {
            Some(visit) => visit.findings,
            None => return Ok(ExitStatus::Found),
        }
    } else {
        let site = inputs::site(command, cx)?;
        let files = inputs::files(&asked.files, cx)?;
        let mut inputs = inputs::Inputs::new(files, site, today).seen_on(command.seen);
        let findings = sweep.run(&mut inputs);
        if let Some((path, error)) = inputs.failed() {
            return Err(load::unreadable(&path, &error, cx));
        }
        findings
    };
    if let Some(path) = &command.proposals {
        let found = proposed::sweep::proposals(&findings, &directory, today);
        proposed::keep(path, found, &directory, cx)?;
    }
    if command.json {
        json::write(&findings, cx.out)?;
        text::write_aside(&findings, cx)?;
    } else {
        text::write(&directory, &findings, cx)?;
    }
    let is_found = findings.found().next().is_some();
    Ok(if is_found { ExitStatus::Found } else { ExitStatus::NotFound })
}
