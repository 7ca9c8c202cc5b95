//! The command line: arguments in, text or JSON out, an exit code at the end.
//!
//! Every command writes through a [`Write`] and knows no more of the terminal than whether it may
//! use styles, so each can be tested without one.

mod add;
mod additions;
pub mod arguments;
mod audit;
mod channels;
mod check;
mod columns;
mod completions;
mod config;
mod conventions;
mod dialogue;
mod diff;
mod doctor;
#[cfg(feature = "online")]
mod edition;
mod error;
mod explain;
mod export;
mod fact_table;
#[cfg(feature = "online")]
mod fetched;
mod fmt;
mod forget;
#[cfg(feature = "online")]
mod import;
mod json;
mod list;
mod load;
mod look_alikes;
mod matrix;
mod meant;
mod merge;
mod observe;
mod open;
mod picker;
mod platforms;
mod presence;
mod progress;
#[cfg(feature = "online")]
mod proof;
mod propose;
#[cfg(feature = "online")]
mod proposed;
mod radar;
mod render;
mod review;
mod screen;
mod search;
mod serve;
mod settings;
mod show;
mod stats;
mod style;
#[cfg(feature = "online")]
mod sweep;
mod validate;
mod variants;
#[cfg(feature = "online")]
mod verify;
#[cfg(feature = "online")]
mod watch;
mod what_if;

use std::io::{self, IsTerminal, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::directory::Date;
use crate::words::{Language, Words};
use arguments::{Arguments, ColorChoice, Command};
use error::{CommandError, Result};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitStatus {
    /// Something was found, or all is well: exit status 0.
    Found,
    /// Nothing was found, or problems were: exit status 1.
    NotFound,
    /// The arguments or a file can't be used: exit status 2.
    Unusable,
    /// Something passes itself off as something else, or may have come into other hands: exit status 3.
    Imitation,
    /// The person pressed Ctrl-C: exit status 130.
    Interrupted,
    /// A signal with this number asked for the end: exit status 128 and that number, as in shells.
    Signalled(i32),
}

impl ExitStatus {
    /// The exit status of the process.
    pub fn code(self) -> u8 {
        match self {
            Self::Found => 0,
            Self::NotFound => 1,
            Self::Unusable => 2,
            Self::Imitation => 3,
            Self::Interrupted => 130,
            Self::Signalled(number) => {
                u8::try_from(number).map_or(u8::MAX, |n| n.saturating_add(128))
            }
        }
    }
}

/// What a command needs to know of the world outside.
pub struct Context<'a> {
    /// Where results go.
    pub out: &'a mut dyn Write,
    /// Where complaints go.
    pub err: &'a mut dyn Write,
    /// Whether results may carry styles.
    pub styled: bool,
    /// The words of the chosen language.
    pub words: &'static Words,
    /// The language itself.
    pub language: Language,
    /// The day on which trust is judged.
    pub today: Date,
}

/// Runs the program with the arguments and streams of the process.
pub fn run() -> ExitStatus {
    let given: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let set = settings::interface();
    let language =
        arguments::language(&given, set.language.as_deref(), |name| std::env::var(name).ok());
    if completions::answer(&given, language) {
        return ExitStatus::Found;
    }
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    let arguments = match Arguments::read(given, language) {
        Ok(arguments) => arguments.with_settings(&set),
        Err(stop) => return stop.print(&mut out, &mut err),
    };
    let styled = styled(arguments.shared.color, io::stdout().is_terminal());
    let shared = &arguments.shared;
    let today = shared.today.or(shared.as_of).unwrap_or_else(today);
    drop((out, err));
    let mut context = Context {
        // Not locked: a panic on another thread must be able to give the terminal back.
        out: &mut io::BufWriter::new(io::stdout()),
        err: &mut io::stderr(),
        styled,
        words: language.words(),
        language,
        today,
    };
    let complained = settings::complain(arguments.command.as_ref(), &mut context);
    let ended = complained.and_then(|()| execute(&arguments, &mut context));
    let ended = ended.map_err(|error| (error, ExitStatus::Found));
    let written = ended.and_then(|outcome| {
        context.out.flush().map(|()| outcome).map_err(|error| (error, outcome))
    });
    status_of(written, &mut io::stderr())
}

/// How the program ended that came so far, or could write no more.
fn status_of(
    written: std::result::Result<ExitStatus, (io::Error, ExitStatus)>,
    err: &mut dyn Write,
) -> ExitStatus {
    written.unwrap_or_else(|(error, outcome)| {
        // Whoever reads our output may stop when they have seen enough.
        if error.kind() == io::ErrorKind::BrokenPipe {
            return outcome;
        }
        // Nobody is left to tell where even this can't be written.
        let _ = writeln!(err, "officieel: {error}");
        ExitStatus::Unusable
    })
}

/// Runs one command.
///
/// # Errors
///
/// Where the output can't be written.
pub fn execute(arguments: &Arguments, cx: &mut Context<'_>) -> io::Result<ExitStatus> {
    match dispatch(arguments, cx) {
        Ok(status) | Err(CommandError::Reported(status)) => Ok(status),
        Err(CommandError::Io(error)) => Err(error),
    }
}

fn dispatch(arguments: &Arguments, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let shared = &arguments.shared;
    match &arguments.command {
        None => screen::run(arguments, cx),
        Some(Command::Search(command)) => search::run(command, shared, cx),
        Some(Command::Show(command)) => show::run(command, shared, cx),
        Some(Command::Check(command)) => check::run(command, shared, cx),
        Some(Command::Channels(command)) => channels::run(command, shared, cx),
        Some(Command::Open(command)) => open::run(command, shared, cx),
        Some(Command::Variants(command)) => variants::run(command, shared, cx),
        Some(Command::Radar(command)) => radar::run(command, shared, cx),
        Some(Command::Audit(command)) => audit::run(command, shared, cx),
        Some(Command::Explain(command)) => explain::run(command, cx),
        #[cfg(feature = "online")]
        Some(Command::Verify(command)) => verify::run(command, shared, cx),
        #[cfg(feature = "online")]
        Some(Command::Proof(command)) => proof::run(command, shared, cx),
        Some(Command::WhatIf(command)) => what_if::run(command, shared, cx),
        Some(Command::Matrix(command)) => matrix::run(command, shared, cx),
        Some(Command::Platforms(command)) => platforms::run(command, shared, cx),
        Some(Command::Stats(command)) => stats::run(command, shared, cx),
        Some(Command::List(command)) => list::run(command, shared, cx),
        Some(Command::Export(command)) => export::run(command, shared, cx),
        Some(Command::Conventions(command)) => conventions::run(command, shared, cx),
        Some(Command::ProposeHandle(command)) => propose::run(command, shared, cx),
        Some(Command::Observe(command)) => observe::run(command, shared, cx),
        #[cfg(feature = "online")]
        Some(Command::Sweep(command)) => sweep::run(command, shared, cx),
        #[cfg(feature = "online")]
        Some(Command::Watch(command)) => watch::run(command, shared, cx),
        #[cfg(feature = "online")]
        Some(Command::Import(command)) => import::run(command, shared, cx),
        Some(Command::Diff(command)) => diff::run(command, shared, cx),
        Some(Command::Add(command)) => add::run(command, shared, cx),
        Some(Command::Review(command)) => review::run(command, shared, cx),
        Some(Command::Merge(command)) => merge::run(command, shared, cx),
        #[cfg(feature = "online")]
        Some(Command::Edition(command)) => edition::run(command, shared, cx),
        Some(Command::Validate(command)) => validate::run(command, shared, cx),
        Some(Command::Serve(_)) => serve::run(shared, cx),
        Some(Command::Config(command)) => config::run(command, shared, cx),
        Some(Command::Doctor(command)) => doctor::run(command, shared, cx),
        Some(Command::Forget(command)) => forget::run(command, cx),
        Some(Command::Completions(command)) => Ok(completions::run(command, cx)?),
        Some(Command::Fmt(command)) => fmt::run(command, shared, cx),
    }
}

fn styled(choice: ColorChoice, is_terminal: bool) -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            is_terminal && !set("NO_COLOR") && !dumb
        }
    }
}

fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::from_unix_seconds(since.as_secs())
}
