//! `officieel merge`: put proposals together, and take over those that were accepted.

mod loadable;
mod objections;

use std::collections::BTreeSet;
use std::path::Path;

use super::arguments::{MergeArguments, Shared};
use super::error::Result;
use super::style::plain;
use super::{Context, ExitStatus, load, look_alikes, review};
use crate::directory::Directory;
use crate::directory::format::Comments;
use crate::directory::load::text_of;
use crate::messages::problem::{message, placed};
use crate::messages::{numbers::grouped, proposal};
use crate::proposals::apply::{Refusal, apply};
use crate::proposals::{Kind, Proposals, Subject};
use crate::replace::{Readers, replace};
use crate::words::Words;
use loadable::{Loadable, Target};
use objections::Objections;

/// Files of proposals, in the order in which they were named.
type Files<'f> = Vec<(&'f Path, Proposals)>;

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
        (None, Some(join)) => put_together(command, join, &files, shared, cx),
        (None, None) => Err(cx.unusable(cx.words.merge_no_target)),
    }
}

/// The proposals of all files, which must be for a directory of the country of this one.
fn joined(files: &Files<'_>, directory: &Directory, cx: &mut Context<'_>) -> Result<Proposals> {
    let mut all = Proposals::default();
    for (path, proposals) in files {
        review::check_country(path, proposals, directory, cx)?;
        all = all.join(proposals.clone());
    }
    Ok(all)
}

/// Puts them together with those that a file has.
fn put_together(
    command: &MergeArguments,
    file: &Path,
    files: &Files<'_>,
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
        // What stands there keeps its number; what is new follows.
        proposals = known.join(proposals);
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
    mut files: Files<'_>,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let name = load::name_of(file);
    let _held = review::hold(file, cx)?;
    let bytes = load::read(file, cx)?;
    let (directory, text) = read_directory(&bytes, &name, cx)?;
    // Whoever names files of others beside their own decides in their own.
    let forgotten: usize =
        files.iter_mut().skip(1).map(|(_, proposals)| proposals.forget_acceptances()).sum();
    let mut proposals = joined(&files, &directory, cx)?;
    look_alikes::mind_accepted(&mut proposals, &directory);
    proposals.mind_strangers(&directory);
    proposals.mind_websites(&directory);
    let objections = objections::anew(&proposals, &directory, command.confirmations, cx.today);
    let mut meant = proposals.clone();
    let confirmations = command.confirmations.then_some(cx.today);
    // Only the acceptances of the first file count, so that numbers are its own.
    let despite = match files.first() {
        Some((_, first)) => objections::despite(&command.despite, first, &objections, cx)?,
        None => BTreeSet::new(),
    };
    let mut left = Vec::new();
    // Without what is left out, another may change something that stood in its way.
    while !objections.is_empty() {
        let would = apply(&directory, &meant, confirmations).done;
        let more = objections::leave_out(&mut meant, &objections, &would, &despite, cx.today);
        if more.is_empty() {
            break;
        }
        left.extend(more);
    }
    let unconfirmed = objections::unconfirmed(&proposals, &objections, &directory);
    let target = Target { directory: &directory, text, confirmations, today: cx.today };
    // What would not load must not be written.
    let mut loadable = target.take(&meant).map_err(|problems| {
        let lines = capped(problems.iter().map(|it| placed(cx.words, it)), cx.words);
        let head = cx.words.merge_would_not_load(&name);
        cx.unusable_lines(std::iter::once(head).chain(lines))
    })?;
    // Who keeps a part of a directory is sent what concerns others too.
    let refused = &mut loadable.applied.refused;
    let all = refused.len();
    refused.retain(|(_, why)| *why != Refusal::NoOrganisation);
    let elsewhere = all - refused.len();
    if !loadable.applied.done.is_empty() && !command.dry_run {
        let path = std::fs::canonicalize(file)?;
        replace(&path, loadable.laid_out.as_bytes(), Readers::Anyone)?;
    }
    let told = Told { files: &files, all: &proposals, before: &directory, objections: &objections };
    told.taken_over(&loadable, &name, command.dry_run, cx)?;
    told.left_out(&left, Words::merge_left_out, cx)?;
    told.left_out(&unconfirmed, Words::merge_unconfirmed, cx)?;
    if elsewhere > 0 {
        let count = grouped(cx.words, elsewhere);
        writeln!(cx.err, "{}", cx.words.merge_elsewhere(&count, &name))?;
    }
    if let (1.., Some((first, _))) = (forgotten, files.first()) {
        let (count, first) = (grouped(cx.words, forgotten), load::name_of(first));
        writeln!(cx.err, "{}", cx.words.merge_of_others(&count, &first))?;
    }
    let is_all = loadable.applied.refused.is_empty() && loadable.faulty.is_empty();
    Ok(if is_all && left.is_empty() { ExitStatus::Found } else { ExitStatus::NotFound })
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

/// What is told of proposals.
struct Told<'t> {
    files: &'t Files<'t>,
    all: &'t Proposals,
    before: &'t Directory,
    objections: &'t Objections,
}

impl Told<'_> {
    fn taken_over(
        &self,
        loadable: &Loadable,
        name: &str,
        is_dry: bool,
        cx: &mut Context<'_>,
    ) -> Result<()> {
        let (words, applied) = (cx.words, &loadable.applied);
        let counts = [&applied.done, &applied.known].map(|it| grouped(words, it.len()));
        let [done, known] = &counts;
        // What was taken over without a decision is no longer to be looked at.
        let is_left = |it: &&&Subject| !applied.done.contains(it) && !applied.known.contains(it);
        let open = grouped(words, self.all.open().iter().filter(is_left).count());
        let told = if is_dry { Words::merge_would } else { Words::merge_done };
        writeln!(cx.out, "{}", told(words, done, name, known, &open))?;
        for subject in &applied.done {
            writeln!(cx.out, "  {}", plain(&self.line(words, subject)))?;
            for why in self.against(words, subject) {
                writeln!(cx.out, "    {}", plain(&why))?;
            }
        }
        let refused = applied.refused.iter().map(|(subject, why)| {
            let (place, why) = (self.place(words, subject), proposal::refusal(words, *why));
            plain(&format!("{place}: {}: {why}", self.line(words, subject)))
        });
        for line in capped(refused, words) {
            writeln!(cx.err, "  {line}")?;
        }
        let faulty = loadable.faulty.iter().map(|(subject, why)| {
            let place = self.place(words, subject);
            plain(&format!("{place}: {}: {}", self.line(words, subject), message(words, why)))
        });
        Self::counted(faulty, Words::merge_faulty, cx)
    }

    /// What was left out, for something speaks against it.
    fn left_out(
        &self,
        left: &[Subject],
        head: fn(&Words, &str) -> String,
        cx: &mut Context<'_>,
    ) -> Result<()> {
        let words = cx.words;
        let lines = left.iter().map(|subject| {
            let (place, why) = (self.place(words, subject), self.against(words, subject));
            plain(&format!("{place}: {}: {}", self.line(words, subject), why.join("; ")))
        });
        Self::counted(lines, head, cx)
    }

    /// Lines below how many there are, where there are any.
    fn counted(
        lines: impl ExactSizeIterator<Item = String>,
        head: fn(&Words, &str) -> String,
        cx: &mut Context<'_>,
    ) -> Result<()> {
        let count = lines.len();
        if count > 0 {
            writeln!(cx.err, "{}", head(cx.words, &grouped(cx.words, count)))?;
        }
        for line in capped(lines, cx.words) {
            writeln!(cx.err, "  {line}")?;
        }
        Ok(())
    }

    /// What would change, of what, and into what.
    fn line(&self, words: &Words, subject: &Subject) -> String {
        let kind = proposal::kind(words, subject.kind);
        let title = proposal::title(self.before, self.all, subject);
        let value = subject.value.as_ref().filter(|_| subject.kind != Kind::OrganisationNew);
        let then = value.map(|it| format!("; {}", words.review_value(it))).unwrap_or_default();
        format!("{kind}: {title}{then}")
    }

    fn against(&self, words: &Words, subject: &Subject) -> Vec<String> {
        let ids = self.objections.get(subject).into_iter().flatten();
        ids.map(|id| proposal::objection(words, self.before, subject, id)).collect()
    }

    /// The file in which a proposal stands, and its number there.
    fn place(&self, words: &Words, subject: &Subject) -> String {
        let place = self.files.iter().find_map(|(path, proposals)| {
            let at = proposals.in_file().into_iter().position(|it| it == subject)?;
            Some(words.merge_place(&load::name_of(path), &grouped(words, at + 1)))
        });
        place.unwrap_or_default()
    }
}
