//! `officieel review`: look at proposals one by one, and decide.

pub(super) mod numbers;

use std::collections::HashMap;
use std::io::{self, IsTerminal};
use std::path::Path;

use serde::Serialize;

use super::arguments::{ReviewArguments, Shared};
use super::error::Result;
use super::style::{Styles, Tone, plain};
use super::{Context, ExitStatus, load, look_alikes, screen};
use crate::directory::{Directory, Trust};
use crate::json::write as write_json;
use crate::messages::numbers::grouped;
use crate::messages::proposal;
use crate::proposals::{Case, Confidence, Kind, Proposals, Subject, Verdict, effect, file, order};
use crate::replace::lock::{Lock, LockError};
use crate::replace::{Readers, replace, target};
use numbers::{Decided, decide, listed};

pub(super) fn run(
    command: &ReviewArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let given = [&command.accept, &command.reject, &command.later, &command.undo];
    let is_decision = given.iter().any(|it| !it.is_empty());
    let _held = is_decision.then(|| hold(&command.file, cx)).transpose()?;
    let mut proposals = read(&command.file, cx)?;
    let directory = load::directory(shared, cx)?;
    check_country(&command.file, &proposals, &directory, cx)?;
    effect::fill(&mut proposals, &directory, cx.today);
    look_alikes::mind(&mut proposals, &directory);
    let is_for_scripts = command.list || command.decided || command.json || is_decision;
    let is_done = proposals.open_count() == 0;
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    if is_terminal && !is_for_scripts && !is_done && !load::is_stream(&command.file) {
        return screen::show(shared, None, Some((command.file.clone(), proposals)), cx);
    }
    let verdicts = [
        (Some(Verdict::Accepted), &command.accept),
        (Some(Verdict::Rejected), &command.reject),
        (Some(Verdict::Later), &command.later),
        (None, &command.undo),
    ];
    let outcome = decide(&mut proposals, verdicts, command.reason.as_deref(), cx)?;
    if is_decision {
        return keep(&command.file, &mut proposals, &outcome, &directory, cx);
    }
    let shown = numbered(&proposals, command.decided);
    if command.json {
        let json: Vec<Json<'_>> = shown.iter().map(json).collect();
        write_json(cx.out, &json)?;
    } else {
        list(&shown, command.decided, &proposals, &directory, cx)?;
    }
    Ok(if shown.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found })
}

/// Writes what was decided, and tells of it and of what was passed over.
fn keep(
    path: &Path,
    proposals: &mut Proposals,
    decided: &Decided,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    if decided.count + decided.undone.len() > 0 {
        write(path, proposals, directory, cx)?;
    }
    let words = cx.words;
    let open = grouped(words, proposals.open_count());
    let is_undoing = !decided.undone.is_empty() || !decided.undecided.is_empty();
    if decided.count > 0 || !is_undoing {
        writeln!(cx.out, "{}", words.review_decided(&grouped(words, decided.count), &open))?;
    }
    if !decided.undone.is_empty() {
        let (count, numbers) = (decided.undone.len(), listed(words, &decided.undone));
        writeln!(cx.out, "{}", words.review_undone(&grouped(words, count), &numbers, &open))?;
    }
    if !decided.undecided.is_empty() {
        writeln!(cx.out, "{}", words.review_undecided(&listed(words, &decided.undecided)))?;
    }
    if !decided.passed.is_empty() {
        writeln!(cx.err, "{}", words.review_passed(&listed(words, &decided.passed)))?;
    }
    Ok(ExitStatus::Found)
}

/// A proposal with its number, by which it is decided on: its place in the file, counted from 1.
type Numbered<'p> = (usize, &'p Subject, &'p Case);

/// Those that are open, or else those that somebody decided on; alarms first.
fn numbered(proposals: &Proposals, is_decided: bool) -> Vec<Numbered<'_>> {
    let numbers: HashMap<&Subject, usize> = proposals
        .in_file()
        .into_iter()
        .enumerate()
        .map(|(at, subject)| (subject, at + 1))
        .collect();
    let is_meant = |_: &Subject, case: &Case| {
        if is_decided { case.decision.is_some() } else { case.is_open() }
    };
    let meant = order::ordered(proposals, is_meant).into_iter();
    meant.filter_map(|it| Some((*numbers.get(it)?, it, proposals.cases.get(it)?))).collect()
}

/// Reads a file of proposals; one that can't be read is complained of.
pub(super) fn read(path: &Path, cx: &mut Context<'_>) -> Result<Proposals> {
    let bytes = load::read(path, cx)?;
    let mut proposals = file::read(&bytes).map_err(|error| {
        let text = proposal::fault(cx.words, &load::name_of(path), &error);
        cx.unusable_lines(std::iter::once(plain(&text)))
    })?;
    proposals.forget_later_decisions(cx.today);
    Ok(proposals)
}

/// Refuses a file of proposals that are for the directory of another country.
pub(super) fn check_country(
    path: &Path,
    proposals: &Proposals,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<()> {
    match proposal::of_another(cx.words, &load::name_of(path), proposals, directory) {
        Some(why) => Err(cx.unusable(&plain(&why))),
        None => Ok(()),
    }
}

/// Holds a file of proposals, or what it becomes, while it is read, changed and written: other runs wait.
pub(super) fn hold(path: &Path, cx: &mut Context<'_>) -> Result<Lock> {
    let name = load::name_of(path);
    let taken = target(path).map_err(LockError::Unwritable).and_then(|path| Lock::take(&path));
    taken.map_err(|error| {
        let text = match error {
            LockError::Busy => cx.words.busy(&name),
            LockError::Unwritable(error) => cx.words.unwritable(&name, &error.to_string()),
            LockError::NoFile(lock) => cx.words.no_lock(&load::name_of(&lock)),
        };
        cx.unusable(&text)
    })
}

/// Writes a file of proposals in one step, with what they would do to the trust in accounts.
pub(super) fn write(
    path: &Path,
    proposals: &mut Proposals,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<()> {
    effect::fill(proposals, directory, cx.today);
    let text = proposal::file_of(cx.words, proposals, cx.today);
    let written = target(path).and_then(|path| replace(&path, text.as_bytes(), Readers::Anyone));
    written.map_err(|error: io::Error| {
        let text = cx.words.unwritable(&load::name_of(path), &error.to_string());
        cx.unusable(&text)
    })
}

fn list(
    shown: &[Numbered<'_>],
    is_decided: bool,
    proposals: &Proposals,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<()> {
    let (words, styles) = (cx.words, Styles::new(cx.styled));
    let [count, all] = [shown.len(), proposals.cases.len()].map(|it| grouped(words, it));
    let head = match (is_decided, shown.is_empty()) {
        (true, true) => words.review_none_decided.to_owned(),
        (true, false) => words.review_decided_list(&all, &count),
        (false, true) => words.review_nothing.to_owned(),
        (false, false) => words.review_open(&all, &count),
    };
    writeln!(cx.out, "{head}")?;
    for (number, subject, case) in shown {
        let kind = proposal::kind(words, subject.kind);
        let kind = if subject.kind.is_alarm() {
            styles.bold_in(Tone::Alarm, kind)
        } else {
            styles.bold(kind)
        };
        let title = proposal::title(directory, proposals, subject);
        writeln!(cx.out, "\n{number}. {kind}: {}", plain(&title))?;
        for line in told(words, directory, subject, case) {
            writeln!(cx.out, "   {}", plain(&line))?;
        }
    }
    Ok(())
}

/// What is told of a proposal below its title.
fn told(
    words: &crate::words::Words,
    directory: &Directory,
    subject: &Subject,
    case: &Case,
) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(subject.value.as_ref().map(|value| words.review_value(value)));
    lines.extend(case.url.clone());
    if subject.kind == Kind::New {
        let beside = effect::beside(directory, subject);
        lines.extend(beside.map(|account| words.review_beside(&account.url)));
    }
    lines.extend(proposal::profile(words, case));
    lines.extend(proposal::effect(words, case));
    lines.extend(case.evidence.iter().map(|it| proposal::sighting(words, it)));
    if !case.rules.is_empty() {
        let rules = case.rules.iter().map(String::as_str).collect::<Vec<&str>>().join(", ");
        let sure = case.confidence.map_or("", |it| proposal::confidence(words, it));
        lines.push(words.review_rules(&rules, sure));
    }
    let objections = case.against.iter();
    lines.extend(objections.map(|it| proposal::objection(words, directory, subject, it)));
    let decided = case.decision.as_ref().map(|it| {
        let verdict = proposal::verdict(words, it.verdict);
        let told = format!("{verdict} {} {}", it.on, it.reason.as_deref().unwrap_or_default());
        told.trim_end().to_owned()
    });
    lines.extend(decided);
    lines
}

#[derive(Serialize)]
struct Json<'j> {
    number: usize,
    kind: &'static str,
    organisation: &'j str,
    platform: Option<&'j str>,
    account: Option<&'j str>,
    value: Option<&'j str>,
    url: Option<&'j str>,
    confidence: Option<&'static str>,
    trust_before: Option<&'static str>,
    trust_after: Option<&'static str>,
    rules: Vec<&'j str>,
    against: Vec<&'j str>,
    evidence: Vec<JsonSighting<'j>>,
    decision: Option<JsonDecision<'j>>,
}

#[derive(Serialize)]
struct JsonDecision<'j> {
    verdict: &'static str,
    on: String,
    reason: Option<&'j str>,
}

#[derive(Serialize)]
struct JsonSighting<'j> {
    method: &'static str,
    url: &'j str,
    seen: String,
    says: &'static str,
    zone: Option<&'j str>,
    href: Option<&'j str>,
    excerpt: Option<&'j str>,
    record: Option<&'j str>,
}

fn json<'j>((number, subject, case): &Numbered<'j>) -> Json<'j> {
    let evidence = case.evidence.iter().map(|it| JsonSighting {
        method: it.method.id(),
        url: &it.url,
        seen: it.seen.to_string(),
        says: it.says.id(),
        zone: it.zone.as_deref(),
        href: it.href.as_deref(),
        excerpt: it.excerpt.as_deref(),
        record: it.record.as_deref(),
    });
    Json {
        number: *number,
        kind: subject.kind.id(),
        organisation: &subject.organisation,
        platform: subject.platform.as_deref(),
        account: subject.account.as_deref(),
        value: subject.value.as_deref(),
        url: case.url.as_deref(),
        confidence: case.confidence.map(Confidence::id),
        trust_before: case.effect.and_then(|it| it.before).map(Trust::id),
        trust_after: case.effect.map(|it| it.after.id()),
        rules: case.rules.iter().map(String::as_str).collect(),
        against: case.against.iter().map(String::as_str).collect(),
        evidence: evidence.collect(),
        decision: case.decision.as_ref().map(|it| JsonDecision {
            verdict: it.verdict.id(),
            on: it.on.to_string(),
            reason: it.reason.as_deref(),
        }),
    }
}
