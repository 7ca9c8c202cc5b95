//! `officieel check`: is this the real account?

mod comparison;
mod inputs;
mod json;
mod text;

use std::io;

use super::arguments::{CheckArguments, Shared};
use super::error::Result;
use super::{Context, ExitStatus, load};
use crate::check::{Answer, Checker, MAX_TOKENS, Verdict};
use crate::directory::{Date, Directory};
use crate::json::List;
use crate::platform::PlatformIndex;
use crate::search::Index;
use crate::words::Words;
use inputs::{Input, Inputs};
use json::AnswerJson;

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
}

pub(super) fn run(
    command: &CheckArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let reads_lines = command.input.iter().any(|input| input == "-");
    if reads_lines && shared.directory.as_deref().is_some_and(load::is_stream) {
        return Err(cx.unusable(cx.words.cli_input_twice));
    }
    let directory = load::directory_to_answer(shared, cx)?;
    let platform = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    let desk = Desk {
        index: Index::new(&directory),
        directory,
        checker: Checker::default(),
        platform,
        words: cx.words,
        today: cx.today,
        styled: cx.styled,
    };
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
    /// Tells every answer as text, each as soon as its line is read: the program may stand in a pipe
    /// that stays open.
    fn write_text(
        &self,
        given: &[std::ffi::OsString],
        tally: &mut Tally,
        cx: &mut Context<'_>,
    ) -> std::result::Result<(), Stopped> {
        for input in Inputs::new(given) {
            let input = input.map_err(Stopped::Reading)?;
            let (answers, is_cut) = self.answers(&input);
            for answer in answers {
                if !tally.is_empty() {
                    writeln!(cx.out).map_err(Stopped::Writing)?;
                }
                tally.add(&answer, is_cut);
                self.facts(&answer, is_cut).write(cx.out).map_err(Stopped::Writing)?;
            }
            cx.out.flush().map_err(Stopped::Writing)?;
        }
        Ok(())
    }

    /// Tells every answer in one JSON array.
    fn write_json(
        &self,
        given: &[std::ffi::OsString],
        tally: &mut Tally,
        cx: &mut Context<'_>,
    ) -> std::result::Result<(), Stopped> {
        let mut list = List::new(cx.out);
        let mut read = Ok(());
        for input in Inputs::new(given) {
            let input = match input {
                Ok(input) => input,
                Err(error) => {
                    read = Err(Stopped::Reading(error));
                    break;
                }
            };
            let (answers, is_cut) = self.answers(&input);
            for answer in answers {
                tally.add(&answer, is_cut);
                list.add(&AnswerJson::new(self, &input, &answer, is_cut))
                    .map_err(Stopped::Writing)?;
            }
        }
        list.end().map_err(Stopped::Writing)?;
        read
    }

    /// The answers to an input, and whether there may be more in it than they are about.
    fn answers(&self, input: &Input) -> (Vec<Answer>, bool) {
        let Self { directory, index, .. } = self;
        let answers = self.checker.answers(directory, index, &input.text, self.platform);
        let is_cut = input.is_cut || answers.len() >= MAX_TOKENS;
        (answers, is_cut)
    }
}

/// What the answers come to.
#[derive(Debug)]
struct Tally {
    official: usize,
    others: usize,
    imitations: usize,
    /// Whether everything that was asked about was judged, and the answer read.
    is_complete: bool,
}

impl Default for Tally {
    fn default() -> Self {
        Self { official: 0, others: 0, imitations: 0, is_complete: true }
    }
}

impl Tally {
    fn add(&mut self, answer: &Answer, is_cut: bool) {
        let count = match &answer.verdict {
            verdict if verdict.is_imitation() => &mut self.imitations,
            Verdict::Official(_) => &mut self.official,
            _ => &mut self.others,
        };
        *count += 1;
        self.is_complete &= !is_cut;
    }

    fn is_empty(&self) -> bool {
        self.official + self.others + self.imitations == 0
    }

    /// An imitation outweighs all else, and only what was seen whole is all official: nothing asked
    /// is nothing proven.
    fn outcome(&self) -> ExitStatus {
        if self.imitations > 0 {
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
    fn an_imitation_outweighs_all_and_only_what_is_whole_is_all_official() {
        for (official, others, imitations, is_complete, expected) in [
            (0, 0, 0, true, ExitStatus::NotFound),
            (2, 0, 0, true, ExitStatus::Found),
            (2, 0, 0, false, ExitStatus::NotFound),
            (2, 1, 0, true, ExitStatus::NotFound),
            (2, 1, 1, true, ExitStatus::Imitation),
            (0, 0, 1, false, ExitStatus::Imitation),
        ] {
            let tally = Tally { official, others, imitations, is_complete };
            assert_eq!(tally.outcome(), expected, "{tally:?}");
        }
    }
}
