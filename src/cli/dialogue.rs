//! `officieel --plain`: the program in lines, for whoever can't see a screen or has none.
//!
//! What is asked is typed as a line, and what is told follows as lines, each of which says one thing. Nothing is drawn,
//! nothing that was told changes: a screen reader and a Braille display read it in its order, and so does a pipe.

mod request;
mod told;

use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Read as _};

use super::arguments::{Arguments, CheckArguments, Command, Shared};
use super::error::Result;
use super::style::plain;
use super::{Context, ExitStatus, load, search};
use crate::channel::{Channel, channels};
use crate::check::{Checker, MessageVerdict, Reason};
use crate::directory::{Directory, OrganisationIndex};
use crate::messages::browser;
use crate::messages::numbers::grouped;
use crate::opener::{self, Terminal};
use crate::search::{First, Index, names_an_account};
use request::{Request, words_of};

/// The most bytes of a line that are read; more is no question.
const LONGEST_LINE: u64 = 64 << 10;
/// The most lines of a message.
const MOST_LINES: usize = 1000;
/// How many are told at once: as many as one digit counts.
const PAGE: usize = 9;
/// The most that can be chosen from: as many as two digits count.
const MOST: usize = 99;

/// What the numbers stand for.
#[derive(Debug, Clone, Default)]
enum Choices {
    /// Nothing was told that could be chosen from.
    #[default]
    None,
    /// Organisations.
    Organisations(Found),
    /// The channels of one.
    Channels(Vec<Channel>),
}

/// Organisations that were found.
#[derive(Debug, Clone)]
struct Found {
    /// Each with why it was, where its name doesn't say so.
    all: Vec<(OrganisationIndex, Option<String>)>,
    /// How many there are, also those beyond what can be chosen from.
    total: usize,
    /// How many of them were told.
    told: usize,
}

/// The dialogue.
struct Dialogue {
    directory: Directory,
    index: Index,
    checker: Checker,
    shared: Shared,
    choices: Choices,
    /// What could be chosen from before.
    before: Vec<Choices>,
}

/// Talks until the reader has enough.
pub(super) fn run(
    arguments: &Arguments,
    query: Option<&str>,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let shared = arguments.shared.clone();
    if shared.directory.as_deref().is_some_and(load::is_stream) {
        return Err(cx.unusable(cx.words.cli_input_twice));
    }
    let directory = load::directory_to_answer(&shared, cx)?;
    let (index, checker) = (Index::new(&directory), Checker::default());
    let choices = Choices::default();
    let mut dialogue = Dialogue { directory, index, checker, shared, choices, before: Vec::new() };
    dialogue.greet(cx)?;
    if let Some(query) = query {
        dialogue.ask(query, cx)?;
    }
    let is_echoed = !io::stdin().is_terminal();
    while let Some(line) = next_line(is_echoed, cx)? {
        match Request::read(&line) {
            Request::Quit => break,
            Request::Message => {
                writeln!(cx.out, "{}", cx.words.plain_message)?;
                let message = message(cx)?;
                dialogue.judge_message(&message, cx)?;
            }
            request => dialogue.answer(request, cx)?,
        }
    }
    Ok(ExitStatus::Found)
}

/// The next line, without control characters; `None` at the end.
fn next_line(is_echoed: bool, cx: &mut Context<'_>) -> io::Result<Option<String>> {
    write!(cx.out, "{} ", cx.words.plain_prompt)?;
    cx.out.flush()?;
    let line = read_line()?;
    match &line {
        // A terminal shows what is typed; what comes from elsewhere is shown here.
        Some(line) if is_echoed => writeln!(cx.out, "{}", plain(line))?,
        Some(_) => {}
        None => writeln!(cx.out)?,
    }
    Ok(line)
}

/// Reads a line; standard input is free again then, for a command that reads it.
fn read_line() -> io::Result<Option<String>> {
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if !bytes.ends_with(b"\n") && bytes.len() as u64 == LONGEST_LINE {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned()))
}

/// The lines up to one with nothing but a full stop.
fn message(cx: &mut Context<'_>) -> io::Result<String> {
    cx.out.flush()?;
    let mut lines = Vec::new();
    while let Some(line) = read_line()? {
        if line.trim() == "." {
            break;
        }
        if lines.len() < MOST_LINES {
            lines.push(line);
        }
    }
    Ok(lines.join("\n"))
}

impl Dialogue {
    fn greet(&self, cx: &mut Context<'_>) -> io::Result<()> {
        let count = grouped(cx.words, self.directory.organisation_count());
        let edition = self.directory.header.edition.to_string();
        writeln!(cx.out, "{}", cx.words.plain_greeting(&count, &edition))?;
        writeln!(cx.out, "{}", cx.words.plain_hint)
    }

    fn answer(&mut self, request: Request, cx: &mut Context<'_>) -> Result<()> {
        match request {
            Request::Help => writeln!(cx.out, "{}", cx.words.plain_help.trim_end())?,
            Request::More => self.more(cx)?,
            Request::Back => match self.before.pop() {
                Some(choices) if !matches!(choices, Choices::None) => {
                    self.choices = choices;
                    self.tell_choices(cx)?;
                }
                _ => writeln!(cx.out, "{}", cx.words.plain_no_back)?,
            },
            Request::Choose(number) => self.choose(number, cx)?,
            Request::Open(number) => self.open(number, cx)?,
            Request::Command(line) => self.command(&line, cx)?,
            Request::Ask(text) => self.ask(&text, cx)?,
            Request::Nothing => writeln!(cx.out, "{}", cx.words.plain_hint)?,
            // Only whoever reads the lines can do these.
            Request::Quit | Request::Message => {}
        }
        Ok(())
    }

    /// Judges a message, whatever it is: whoever pastes one asks for a verdict, not for names in it.
    fn judge_message(&mut self, text: &str, cx: &mut Context<'_>) -> Result<()> {
        if text.trim().is_empty() {
            return Ok(writeln!(cx.out, "{}", cx.words.plain_no_message)?);
        }
        execute(Command::Check(CheckArguments::of(text)), self.shared.clone(), cx)
    }

    /// Judges what names an account or an address, and tells what is found.
    fn ask(&mut self, text: &str, cx: &mut Context<'_>) -> Result<()> {
        let judged = self.checker.message(&self.directory, &self.index, text, None);
        let is_judged = match judged.summary.verdict {
            MessageVerdict::Beware | MessageVerdict::Official => true,
            // A word that could be a name is a question first; no question is too long to be judged whole.
            MessageVerdict::Unconfirmed => {
                let is_cut = judged.summary.reason == Reason::NotWhole;
                is_cut || text.contains('\n') || names_an_account(&self.directory, text)
            }
            MessageVerdict::Nothing => false,
        };
        if is_judged {
            let arguments = CheckArguments::of(text);
            let shared = self.shared.clone();
            execute(Command::Check(arguments), shared, cx)?;
        }
        let First { answer, is_whole, understood } =
            self.index.first(&self.directory, text, usize::MAX);
        let is_told = !is_judged
            && search::write_understood(&self.directory, &self.index, text, &understood, cx)?;
        let rest = (!is_whole)
            .then(|| self.index.rest(&self.directory, text, usize::MAX, &|| false))
            .flatten();
        let mut hits = rest.unwrap_or(answer).hits;
        // Beside a verdict only what it is about says something.
        if is_judged {
            hits.retain(|hit| !hit.guess && hit.account.is_some());
        }
        if hits.is_empty() {
            if !is_judged && !is_told {
                writeln!(cx.out, "{}", load::nothing_found(cx.words, &self.directory, text))?;
            }
            return Ok(());
        }
        if hits.first().is_some_and(|hit| hit.guess) {
            writeln!(cx.out, "{}", load::nothing_found(cx.words, &self.directory, text))?;
            writeln!(cx.out, "{}", cx.words.cli_did_you_mean)?;
        }
        let mut all: Vec<(OrganisationIndex, Option<String>)> = Vec::new();
        let total = hits.len();
        for hit in hits.iter().take(MOST) {
            let why = told::why(&self.directory, &self.index, text, hit, cx.words);
            all.push((hit.organisation, why));
        }
        let found = Choices::Organisations(Found { all, total, told: 0 });
        self.before.push(std::mem::replace(&mut self.choices, found));
        Ok(self.more(cx)?)
    }

    /// Tells the next of what was found.
    fn more(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        let Choices::Organisations(found) = &mut self.choices else {
            return writeln!(cx.out, "{}", cx.words.plain_no_more);
        };
        if found.told >= found.all.len() {
            let is_all = found.total <= found.all.len();
            let text = if is_all { cx.words.plain_no_more } else { cx.words.plain_too_many };
            return writeln!(cx.out, "{text}");
        }
        let end = (found.told + PAGE).min(found.all.len());
        for (at, (index, why)) in found.all.iter().enumerate().take(end).skip(found.told) {
            let line = told::organisation(&self.directory, *index, cx.words);
            let why = why.as_ref().map(|why| format!("; {why}")).unwrap_or_default();
            writeln!(cx.out, "{}. {}", at + 1, plain(&format!("{line}{why}")))?;
        }
        found.told = end;
        let [end, all] = [end, found.total].map(|it| grouped(cx.words, it));
        writeln!(cx.out, "{}", cx.words.plain_choose_organisation(&all, &end))
    }

    fn tell_choices(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        match &mut self.choices {
            Choices::None => writeln!(cx.out, "{}", cx.words.plain_no_back),
            Choices::Organisations(found) => {
                found.told = found.told.saturating_sub(1) / PAGE * PAGE;
                self.more(cx)
            }
            Choices::Channels(all) => told::channels(&self.directory, all, cx),
        }
    }

    /// Tells of what a number stands for.
    fn choose(&mut self, number: usize, cx: &mut Context<'_>) -> io::Result<()> {
        match &self.choices {
            Choices::Organisations(found) => {
                let Some((index, _)) = chosen(&found.all, number) else { return none(number, cx) };
                let index = *index;
                let all = channels(&self.directory, index, cx.today);
                writeln!(
                    cx.out,
                    "{}",
                    plain(&told::organisation(&self.directory, index, cx.words))
                )?;
                told::channels(&self.directory, &all, cx)?;
                self.before.push(std::mem::replace(&mut self.choices, Choices::Channels(all)));
                Ok(())
            }
            Choices::Channels(all) => match chosen(all, number) {
                Some(channel) => told::channel(&self.directory, *channel, cx),
                None => none(number, cx),
            },
            Choices::None => none(number, cx),
        }
    }

    /// Hands what a number stands for to the browser: a channel, or the best one of an organisation.
    fn open(&self, number: usize, cx: &mut Context<'_>) -> io::Result<()> {
        let channel = match &self.choices {
            Choices::Organisations(found) => chosen(&found.all, number).and_then(|(index, _)| {
                crate::channel::preferred(&self.directory, *index, None, cx.today)
            }),
            Choices::Channels(all) => chosen(all, number).copied(),
            Choices::None => None,
        };
        let Some(channel) = channel else { return none(number, cx) };
        let Some(url) = channel.url(&self.directory) else {
            return told::channel(&self.directory, channel, cx);
        };
        writeln!(cx.out, "{}", plain(&url))?;
        match opener::hand_over(&url, Terminal::Free) {
            Ok(()) => writeln!(cx.out, "{}", cx.words.cli_handed_over),
            Err(error) => {
                let why = browser::why(cx.words, &error);
                writeln!(cx.out, "{}", cx.words.cli_not_opened(&why))
            }
        }
    }

    /// Does what a command of the program does.
    fn command(&self, line: &str, cx: &mut Context<'_>) -> Result<()> {
        let mut given = vec![OsString::from("officieel")];
        given.extend(words_of(line).into_iter().map(OsString::from));
        match Arguments::read(given, cx.language) {
            Ok(Arguments { command: Some(Command::Serve(_)), .. }) => {
                writeln!(cx.out, "{}", cx.words.plain_no_serve)?;
            }
            Ok(Arguments { command: Some(command), shared, .. }) => {
                let mut shared = shared;
                if shared.directory.is_none() && shared.country.is_none() {
                    shared.directory.clone_from(&self.shared.directory);
                    shared.country.clone_from(&self.shared.country);
                }
                execute(command, shared, cx)?;
            }
            Ok(_) => writeln!(cx.out, "{}", cx.words.plain_no_command)?,
            Err(stop) => write!(cx.out, "{}", stop.text())?,
        }
        Ok(())
    }
}

/// Runs a command; what it complains of is told by itself, and the dialogue goes on.
fn execute(command: Command, shared: Shared, cx: &mut Context<'_>) -> Result<()> {
    let arguments = Arguments::of(command, shared);
    cx.out.flush()?;
    super::execute(&arguments, cx)?;
    Ok(cx.out.flush()?)
}

fn chosen<T>(all: &[T], number: usize) -> Option<&T> {
    all.get(number.checked_sub(1)?)
}

fn none(number: usize, cx: &mut Context<'_>) -> io::Result<()> {
    writeln!(cx.out, "{}", cx.words.plain_no_number(&number.to_string()))
}
