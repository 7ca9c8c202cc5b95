//! `officieel merge`: put proposals together, and take over those that were accepted.

use std::path::Path;

use super::arguments::{MergeArguments, Shared};
use super::error::Result;
use super::style::plain;
use super::{Context, ExitStatus, load, look_alikes, review};
use crate::directory::Directory;
use crate::directory::format::Comments;
use crate::directory::load::text_of;
use crate::messages::problem::placed;
use crate::messages::{numbers::grouped, proposal};
use crate::proposals::apply::{Applied, Refusal, apply};
use crate::proposals::{Proposals, Subject};
use crate::replace::{Readers, replace};
use crate::words::Words;

pub(super) fn run(
    command: &MergeArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let mut files = Vec::new();
    for file in &command.files {
        files.push((file.as_path(), review::read(file, cx)?));
    }
    match (&command.into, &command.join) {
        (Some(into), _) => take_over(command, into, files, cx),
        (None, Some(join)) => put_together(command, join, files, shared, cx),
        (None, None) => Err(cx.unusable(cx.words.merge_no_target)),
    }
}

/// The proposals of all files, which must be for a directory of the country of this one.
fn joined(
    files: Vec<(&Path, Proposals)>,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<Proposals> {
    let mut all = Proposals::default();
    for (path, proposals) in files {
        review::check_country(path, &proposals, directory, cx)?;
        all = all.join(proposals);
    }
    Ok(all)
}

/// Puts them together with those that a file has.
fn put_together(
    command: &MergeArguments,
    file: &Path,
    files: Vec<(&Path, Proposals)>,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let mut proposals = joined(files, &directory, cx)?;
    let _held = review::hold(file, cx)?;
    let forgotten = proposals.forget_acceptances();
    if file.exists() {
        let known = review::read(file, cx)?;
        review::check_country(file, &known, &directory, cx)?;
        proposals = proposals.join(known);
    }
    let open = proposals.open_count();
    if !command.dry_run {
        review::write(file, &mut proposals, &directory, cx)?;
    }
    let [all, open] = [proposals.cases.len(), open].map(|count| grouped(cx.words, count));
    let (words, name) = (cx.words, load::name_of(file));
    let told = if command.dry_run { Words::merge_would_join } else { Words::merge_joined };
    writeln!(cx.out, "{}", told(words, &all, &name, &open))?;
    if forgotten > 0 {
        writeln!(cx.err, "{}", words.merge_forgotten(&grouped(words, forgotten)))?;
    }
    Ok(ExitStatus::Found)
}

/// Takes what was accepted over into a directory file.
fn take_over(
    command: &MergeArguments,
    file: &Path,
    files: Vec<(&Path, Proposals)>,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let name = load::name_of(file);
    let _held = review::hold(file, cx)?;
    let bytes = load::read(file, cx)?;
    let (directory, text) = read_directory(&bytes, &name, cx)?;
    let mut proposals = joined(files, &directory, cx)?;
    look_alikes::mind_accepted(&mut proposals, &directory);
    proposals.mind_strangers(&directory);
    let mut applied = apply(&directory, &proposals, command.confirmations);
    // Who keeps a part of a directory is sent what concerns others too.
    let all = applied.refused.len();
    applied.refused.retain(|(_, why)| *why != Refusal::NoOrganisation);
    let elsewhere = all - applied.refused.len();
    let laid_out = Comments::of(text).above(&applied.directory.to_toml());
    // What would not load must not be written.
    if let Err(problems) = crate::embedded::from_toml(&laid_out, cx.today) {
        let lines = capped(problems.iter().map(|it| placed(cx.words, it)), cx.words);
        let head = cx.words.merge_would_not_load(&name);
        return Err(cx.unusable_lines(std::iter::once(head).chain(lines)));
    }
    if !applied.done.is_empty() && !command.dry_run {
        let path = std::fs::canonicalize(file)?;
        replace(&path, laid_out.as_bytes(), Readers::Anyone)?;
    }
    tell(&applied, &proposals, &name, command.dry_run, cx)?;
    if elsewhere > 0 {
        let count = grouped(cx.words, elsewhere);
        writeln!(cx.err, "{}", cx.words.merge_elsewhere(&count, &name))?;
    }
    Ok(if applied.refused.is_empty() { ExitStatus::Found } else { ExitStatus::NotFound })
}

/// The most lines of one kind that are told of.
const MOST_LINES: usize = 20;

/// The first of some lines, and how many more there are.
pub(super) fn capped(lines: impl ExactSizeIterator<Item = String>, words: &Words) -> Vec<String> {
    let more = lines.len().saturating_sub(MOST_LINES);
    let mut shown: Vec<String> = lines.take(MOST_LINES).collect();
    if more > 0 {
        shown.push(words.more(&grouped(words, more)));
    }
    shown
}

fn read_directory<'b>(
    bytes: &'b [u8],
    name: &str,
    cx: &mut Context<'_>,
) -> Result<(Directory, &'b str)> {
    let read = text_of(bytes).and_then(|text| {
        crate::embedded::from_toml(text, cx.today).map(|directory| (directory, text))
    });
    let (directory, text) = read.map_err(|problems| {
        let words = cx.words;
        cx.unusable_lines(problems.iter().map(|it| format!("{name}:{}", placed(words, it))))
    })?;
    match Comments::of(text).elsewhere {
        Some(line) => {
            let text = format!("{name}:{line}:1: {}", cx.words.cli_comment_lost);
            Err(cx.unusable_lines(std::iter::once(text)))
        }
        None => Ok((directory, text)),
    }
}

fn tell(
    applied: &Applied,
    all: &Proposals,
    name: &str,
    is_dry: bool,
    cx: &mut Context<'_>,
) -> Result<()> {
    let words = cx.words;
    let counts = [&applied.done, &applied.known].map(|it| grouped(words, it.len()));
    let [done, known] = &counts;
    // What was taken over without a decision is no longer to be looked at.
    let is_left = |it: &&&Subject| !applied.done.contains(it) && !applied.known.contains(it);
    let open = grouped(words, all.open().iter().filter(is_left).count());
    let told = if is_dry { Words::merge_would } else { Words::merge_done };
    writeln!(cx.out, "{}", told(words, done, name, known, &open))?;
    for subject in &applied.done {
        let kind = proposal::kind(words, subject.kind);
        let title = proposal::title(&applied.directory, all, subject);
        writeln!(cx.out, "  {}", plain(&format!("{kind}: {title}")))?;
    }
    let refused = applied.refused.iter().map(|(subject, why)| {
        let title = proposal::title(&applied.directory, all, subject);
        let kind = proposal::kind(words, subject.kind);
        let why = proposal::refusal(words, *why);
        plain(&format!("{kind}: {title}: {why}"))
    });
    for line in capped(refused, words) {
        writeln!(cx.err, "  {line}")?;
    }
    Ok(())
}
