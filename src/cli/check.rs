//! `officieel check`: is this the real account?

mod comparison;
pub(super) mod inputs;
mod json;
mod several;
pub(super) mod table;
mod text;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write as _};

use super::arguments::{CheckArguments, Shared};
use super::error::Result;
use super::{Context, ExitStatus, load};
use crate::check::{Answer, Checker, MAX_TOKENS, Message, MessageVerdict, Standing};
use crate::directory::{Date, Directory};
use crate::json::Elements;
use crate::parallel::in_order;
use crate::platform::PlatformIndex;
use crate::search::Index;
use crate::text::sanitise::escaped;
use crate::words::Words;
use inputs::{Input, Inputs};
use json::MessageJson;

/// What answers are made with and written by.
struct Desk {
    directory: Directory,
    index: Index,
    checker: Checker,
    /// The platform of handles that stand without one.
    platform: Option<PlatformIndex>,
    words: &'static Words,
    today: Date,
    styled: bool,
    /// Those with other directories, which are asked as well.
    others: Vec<Desk>,
    /// Whether it is one of those.
    is_other: bool,
}

pub(super) fn run(
    command: &CheckArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let reads_input = match &command.table {
        Some(table) => load::is_stream(table),
        None => command.input.is_empty() || inputs::reads_lines(&command.input),
    };
    if reads_input && shared.directory.as_deref().is_some_and(load::is_stream) {
        return Err(cx.unusable(cx.words.cli_input_twice));
    }
    let desk = several::desk(command, shared, cx)?;
    if command.table.is_some() && !desk.others.is_empty() {
        return Err(cx.unusable(cx.words.check_table_several));
    }
    if let Some(path) = &command.table {
        return table::run(path, command.json, &desk, cx);
    }
    if command.input.is_empty() && command.table.is_none() && io::stdin().is_terminal() {
        writeln!(cx.err, "{}", cx.words.cli_paste_message)?;
    }
    let mut tally = Tally::default();
    let written = if command.json {
        desk.write_json(&command.input, &mut tally, cx)
    } else {
        desk.write_text(&command.input, &mut tally, cx)
    };
    match written {
        Ok(()) => {}
        Err(Stopped::Reading(error)) => {
            cx.out.flush()?;
            return Err(load::unreadable("-".as_ref(), &error, cx));
        }
        // What nobody reads may hold anything: that is not "all official".
        Err(Stopped::Writing(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            tally.is_complete = false;
        }
        Err(Stopped::Writing(error)) => return Err(error.into()),
    }
    if tally.is_empty() && !command.json {
        writeln!(cx.err, "{}", cx.words.cli_nothing_to_check)?;
    }
    Ok(tally.outcome())
}

/// Why no more answers are given.
enum Stopped {
    Reading(io::Error),
    Writing(io::Error),
}

impl Desk {
    /// Tells every message as text, each as soon as its line is read: the program may stand in a pipe
    /// that stays open.
    fn write_text(
        &self,
        given: &[OsString],
        tally: &mut Tally,
        cx: &mut Context<'_>,
    ) -> std::result::Result<(), Stopped> {
        let told = |desk: &Self, message: &Message, input: &Input, text: &mut Vec<u8>| {
            if let Some(title) = desk.other_title() {
                writeln!(text, "{}", desk.words.check_in_directory(&escaped(title)))?;
            }
            desk.tell(message, input, text)
        };
        self.each(Inputs::messages(given), told, |text, message| {
            if !tally.is_empty() {
                writeln!(cx.out)?;
            }
            tally.add(message);
            cx.out.write_all(text)?;
            cx.out.flush()
        })
    }

    /// Tells each message in JSON: lines of standard input in one array.
    fn write_json(
        &self,
        given: &[OsString],
        tally: &mut Tally,
        cx: &mut Context<'_>,
    ) -> std::result::Result<(), Stopped> {
        if !inputs::reads_lines(given) {
            let input = inputs::whole(given).map_err(Stopped::Reading)?;
            let (desk, message) = self.best(&input);
            tally.add(&message);
            let told = MessageJson::new(desk, &input, &message);
            return crate::json::write(cx.out, &told).map_err(Stopped::Writing);
        }
        let told = |desk: &Self, message: &Message, input: &Input, text: &mut Vec<u8>| {
            crate::json::element(text, &MessageJson::new(desk, input, message))
        };
        let mut elements = Elements::default();
        let read = self.each(Inputs::messages(given), told, |text, message| {
            tally.add(message);
            elements.add_made(text, cx.out)
        });
        if let Err(Stopped::Writing(error)) = read {
            return Err(Stopped::Writing(error));
        }
        elements.end(cx.out).map_err(Stopped::Writing)?;
        read
    }

    /// Judges and tells each input, those that are there already side by side, and takes what is told in their order.
    fn each(
        &self,
        mut inputs: Inputs<'_>,
        told: impl Fn(&Self, &Message, &Input, &mut Vec<u8>) -> io::Result<()> + Sync,
        mut take: impl FnMut(&[u8], &Message) -> io::Result<()>,
    ) -> std::result::Result<(), Stopped> {
        loop {
            let (batch, failure) = inputs.batch();
            if batch.is_empty() && failure.is_none() {
                return Ok(());
            }
            if batch.len() > 1 {
                for desk in std::iter::once(self).chain(&self.others) {
                    desk.checker.prepare(&desk.directory);
                }
            }
            let judged = in_order(batch, |input| {
                let (desk, message) = self.best(&input);
                let mut text = Vec::new();
                told(desk, &message, &input, &mut text).map(|()| (text, message))
            });
            for judged in judged {
                let (text, message) = judged.map_err(Stopped::Writing)?;
                take(&text, &message).map_err(Stopped::Writing)?;
            }
            if let Some(error) = failure {
                return Err(Stopped::Reading(error));
            }
        }
    }

    /// What an input comes down to. Several arguments are one message, whose words a shell set apart; where that
    /// leads nowhere, or to more than is judged in one, each is judged for itself.
    fn message(&self, input: &Input) -> Message {
        let of =
            |text: &str| self.checker.message(&self.directory, &self.index, text, self.platform);
        let message = of(&input.text);
        let leads = message.summary.verdict != MessageVerdict::Nothing;
        let is_one = input.arguments.len() < 2 || leads && message.answers.len() < MAX_TOKENS;
        let alone = || Message::joined(input.arguments.iter().map(|text| of(text)).collect());
        let message = if is_one { message } else { alone().unwrap_or(message) };
        if input.is_cut { message.not_whole() } else { message }
    }
}

/// What the messages come to.
#[derive(Debug)]
struct Tally {
    official: usize,
    others: usize,
    beware: usize,
    /// Whether all answers were read.
    is_complete: bool,
}

impl Default for Tally {
    fn default() -> Self {
        Self { official: 0, others: 0, beware: 0, is_complete: true }
    }
}

impl Tally {
    fn add(&mut self, message: &Message) {
        let count = match message.summary.verdict {
            MessageVerdict::Beware => &mut self.beware,
            MessageVerdict::Official => &mut self.official,
            MessageVerdict::Unconfirmed | MessageVerdict::Nothing => &mut self.others,
        };
        *count += 1;
    }

    /// Counts one answer by itself, of what was perhaps not judged whole.
    fn add_answer(&mut self, directory: &Directory, answer: &Answer, is_cut: bool) {
        let count = match Standing::of(directory, answer) {
            Standing::Imitation => &mut self.beware,
            Standing::Official(_) if !is_cut => &mut self.official,
            _ => &mut self.others,
        };
        *count += 1;
    }

    /// Counts what could not be judged.
    fn add_unjudged(&mut self, count: usize) {
        self.others += count;
    }

    /// Counts what another tally has.
    fn join(&mut self, other: &Self) {
        self.official += other.official;
        self.others += other.others;
        self.beware += other.beware;
        self.is_complete &= other.is_complete;
    }

    fn is_empty(&self) -> bool {
        self.official + self.others + self.beware == 0
    }

    /// What is to be wary of outweighs all else, and only what was seen whole is all official: nothing asked
    /// is nothing proven.
    fn outcome(&self) -> ExitStatus {
        if self.beware > 0 {
            ExitStatus::Imitation
        } else if self.others > 0 || self.official == 0 || !self.is_complete {
            ExitStatus::NotFound
        } else {
            ExitStatus::Found
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_be_wary_of_outweighs_all_and_only_what_is_whole_is_all_official() {
        for (official, others, beware, is_complete, expected) in [
            (0, 0, 0, true, ExitStatus::NotFound),
            (2, 0, 0, true, ExitStatus::Found),
            (2, 0, 0, false, ExitStatus::NotFound),
            (2, 1, 0, true, ExitStatus::NotFound),
            (2, 1, 1, true, ExitStatus::Imitation),
            (0, 0, 1, false, ExitStatus::Imitation),
        ] {
            let tally = Tally { official, others, beware, is_complete };
            assert_eq!(tally.outcome(), expected, "{tally:?}");
        }
    }
}
