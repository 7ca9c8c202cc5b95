//! The arguments: one table, from which usage and help follow.

mod alone;
mod asked_help;
mod audit;
mod channels;
mod completions;
mod config;
mod diff;
#[cfg(feature = "online")]
mod edition;
mod errors;
mod export;
mod files;
mod forget;
mod help;
#[cfg(feature = "online")]
mod import;
mod list;
mod matrix;
mod observe;
mod picker;
mod platforms;
#[cfg(feature = "online")]
mod proof;
mod proposals;
mod radar;
mod search;
mod settings;
#[cfg(feature = "online")]
mod sweep;
mod values;
mod variants;
#[cfg(feature = "online")]
mod verify;
#[cfg(feature = "online")]
mod watch;
mod what_if;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use audit::{AuditArguments, ExplainArguments, FormatChoice, SeverityChoice};
pub use channels::{ChannelsArguments, NeedChoice};
pub use completions::{CompletionsArguments, ShellChoice};
pub use config::{ConfigArguments, DoctorArguments, ServeArguments};
pub use diff::{DiffArguments, DiffFormat};
#[cfg(feature = "online")]
pub use edition::EditionArguments;
pub use export::{ExportArguments, ExportFormat};
pub use files::{FmtArguments, ValidateArguments};
pub use forget::ForgetArguments;
#[cfg(feature = "online")]
pub use import::{ImportArguments, ImportFormat, SourceChoice};
pub use list::{ListArguments, ListFormat};
pub use matrix::{MatrixArguments, MatrixFormat, OrderChoice};
pub use observe::{ObserveArguments, StatusChoice};
pub use picker::{PickerArguments, PrintChoice};
pub use platforms::{NumbersFormat, PlatformsArguments, StatsArguments};
#[cfg(feature = "online")]
pub use proof::ProofArguments;
pub use proposals::{AddArguments, MergeArguments, ReviewArguments};
pub use radar::{KindChoice, RadarArguments, RadarFormat};
pub use search::{SearchArguments, ShowArguments};
pub use settings::language;
#[cfg(feature = "online")]
pub use sweep::SweepArguments;
pub use variants::VariantsArguments;
#[cfg(feature = "online")]
pub use verify::VerifyArguments;
#[cfg(feature = "online")]
pub use watch::{WatchArguments, WatchFormat};
pub use what_if::WhatIfArguments;

use super::ExitStatus;
use super::load::is_stream;
use crate::directory::Date;
use crate::text::suggest::mistyped;
pub use crate::tui::{ColorChoice, ThemeName};
use crate::words::Language;
use help::Length;

/// Everything that can be asked for. The words of the help are in [`crate::words`].
#[derive(Debug, Parser)]
#[command(name = "officieel", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, max_term_width = 100)]
pub struct Arguments {
    /// What the screen starts with.
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// What is picked on the screen for another program.
    #[command(flatten)]
    pub picker: PickerArguments,
    /// What every command understands.
    #[command(flatten)]
    pub shared: Shared,
    /// The command; without one the screen starts.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, Clone, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
pub struct Shared {
    /// Another directory file.
    #[arg(long, short = 'd', value_name = "FILE", global = true)]
    pub directory: Option<PathBuf>,
    /// The directory of another country's government, by its code.
    #[arg(long, value_name = "COUNTRY", global = true)]
    pub country: Option<String>,
    /// The public key by which a directory from the web is trusted.
    #[cfg(feature = "online")]
    #[arg(long, value_name = "KEY", global = true)]
    pub key: Option<String>,
    /// The file with what the person saw of accounts themselves.
    #[arg(long, value_name = "FILE", global = true)]
    pub overlay: Option<PathBuf>,
    /// Nothing of what they saw themselves.
    #[arg(long, global = true)]
    pub no_overlay: bool,
    /// Files of own additions.
    #[arg(long = "with", value_name = "FILE", global = true)]
    pub additions: Vec<PathBuf>,
    /// The language of the interface.
    #[arg(long, value_name = "LANGUAGE", global = true)]
    pub lang: Option<Language>,
    /// When to use colours.
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: ColorChoice,
    /// The theme of the screen.
    #[arg(long, value_name = "NAME", global = true, default_value = "auto")]
    pub theme: ThemeName,
    /// Plain letters instead of signs.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// No mouse.
    #[arg(long, global = true)]
    pub no_mouse: bool,
    /// Neither favourites nor what was looked at last.
    #[arg(long, global = true)]
    pub private: bool,
    /// The day on which trust is judged.
    #[arg(long, value_name = "DATE", global = true)]
    pub today: Option<Date>,
    /// The day up to which the directory is known.
    #[arg(long, value_name = "DATE", global = true)]
    pub as_of: Option<Date>,
    #[arg(long, short = 'h', global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find organisations.
    Search(SearchArguments),
    /// Show one organisation.
    Show(ShowArguments),
    /// Say whether something is the real account.
    Check(CheckArguments),
    /// List the accounts that a filter lets through.
    List(ListArguments),
    /// Write the accounts that a filter lets through for another program.
    Export(ExportArguments),
    /// Show organisations by platforms.
    Matrix(MatrixArguments),
    /// Tell which channel suits a need.
    Channels(ChannelsArguments),
    /// Show the platforms side by side.
    Platforms(PlatformsArguments),
    /// Count what is known.
    Stats(StatsArguments),
    /// Open a channel.
    Open(OpenArguments),
    /// List the look-alikes of a name.
    Variants(VariantsArguments),
    /// Think through what leaving platforms means.
    WhatIf(WhatIfArguments),
    /// Find what passes itself off as others among many names.
    Radar(RadarArguments),
    /// Find what a citizen stumbles over.
    Audit(AuditArguments),
    /// Explain a rule of the audit.
    Explain(ExplainArguments),
    /// Verify accounts from both sides.
    #[cfg(feature = "online")]
    Verify(VerifyArguments),
    /// Write what an organisation can publish to be verified.
    #[cfg(feature = "online")]
    Proof(ProofArguments),
    /// Show the naming conventions of families.
    Conventions(ConventionsArguments),
    /// Propose names for a new account.
    ProposeHandle(ProposeHandleArguments),
    /// Record what was seen of an account.
    Observe(ObserveArguments),
    /// Read what pages of organisations show.
    #[cfg(feature = "online")]
    Sweep(SweepArguments),
    /// Tell what changed for some organisations since the last run.
    #[cfg(feature = "online")]
    Watch(WatchArguments),
    /// Hold what a register says against the directory.
    #[cfg(feature = "online")]
    Import(ImportArguments),
    /// Tell what changed between two editions.
    Diff(DiffArguments),
    /// Add an account that the site of its organisation shows.
    Add(AddArguments),
    /// Decide on proposals.
    Review(ReviewArguments),
    /// Take over what was accepted.
    Merge(MergeArguments),
    /// Write a directory as a signed edition.
    #[cfg(feature = "online")]
    Edition(EditionArguments),
    /// Check a directory file.
    Validate(ValidateArguments),
    /// Lay a directory file out.
    Fmt(FmtArguments),
    /// Answer questions of another program.
    Serve(ServeArguments),
    /// Tell where the settings are, and whether they are sound.
    Config(ConfigArguments),
    /// Tell what the program finds around it.
    Doctor(DoctorArguments),
    /// Tell what the program keeps of whoever runs it, and delete that.
    Forget(ForgetArguments),
    /// Print the script by which a shell completes.
    Completions(CompletionsArguments),
}

/// What `check` understands.
#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    /// What to judge as one message: an address, a handle, or a text with any of these in it. Without
    /// one, all of standard input is the message; `-` reads its lines, and judges each for itself.
    /// Whatever bytes people are sent can be asked about.
    #[arg(value_name = "INPUT")]
    pub input: Vec<OsString>,
    /// A table of accounts, to be given back with a verdict on each row.
    #[arg(long, short = 't', value_name = "FILE", conflicts_with = "input")]
    pub table: Option<PathBuf>,
    /// The platform of handles that stand without one.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// Other directories that are asked as well.
    #[arg(long, value_name = "FILE")]
    pub also_directory: Vec<PathBuf>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What `open` understands.
#[derive(Debug, clap::Args)]
pub struct OpenArguments {
    /// The words that find the organisation or account.
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// The platform to open.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// Only print the address.
    #[arg(long)]
    pub print: bool,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What `conventions` understands.
#[derive(Debug, clap::Args)]
pub struct ConventionsArguments {
    /// The family, each kind with enough accounts where none is given; and the conditions that its organisations
    /// must hold.
    #[arg(value_name = "FAMILY")]
    pub family: Vec<String>,
    /// The only platform to show.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What `propose-handle` understands.
#[derive(Debug, clap::Args)]
pub struct ProposeHandleArguments {
    /// The organisation by its id or an official one; several merge.
    #[arg(value_name = "ORGANISATION", required_unless_present = "name")]
    pub organisation: Vec<String>,
    /// What the organisation will be called.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The kind of an organisation that is not listed.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// The platform of the account.
    #[arg(long, short = 'p', value_name = "PLATFORM", required = true)]
    pub platform: String,
    /// How many names to give; 0 for all.
    #[arg(long, short = 'n', value_name = "NUMBER", default_value_t = 5)]
    pub limit: usize,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Why the program stops before it starts: help or version was asked for, or an argument is wrong.
#[derive(Debug, thiserror::Error)]
#[error("{text}")]
pub struct ArgumentsError {
    text: String,
    asked_for: bool,
}

impl ArgumentsError {
    /// Prints the help to the output, or the complaint to the error output.
    pub fn print(&self, out: &mut dyn Write, err: &mut dyn Write) -> ExitStatus {
        if !self.asked_for {
            // Nobody is left to tell where even this can't be written.
            let _ = write!(err, "{}", self.text);
            return ExitStatus::Unusable;
        }
        let written = write!(out, "{}", self.text).and_then(|()| out.flush());
        let written =
            written.map(|()| ExitStatus::Found).map_err(|error| (error, ExitStatus::Found));
        super::status_of(written, err)
    }
}

impl Arguments {
    /// Reads the arguments, the program's name first. Values may stand in the words of the language.
    ///
    /// # Errors
    ///
    /// Where help or version was asked for, or where an argument is wrong.
    pub fn read(given: Vec<OsString>, language: Language) -> Result<Self, ArgumentsError> {
        let command = help::command(language, Length::asked(&given));
        let given = asked_help::with_option(&command, given);
        let called = asked_help::called(&command, &given);
        let arguments = command
            .try_get_matches_from(values::with_ids(given, language.words()))
            .and_then(|matches| Self::from_arg_matches(&matches))
            .map_err(|error| {
                let asked_for =
                    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
                let text = if asked_for {
                    errors::sanitised_lines(&error.render().to_string())
                } else {
                    errors::sentence(&error, &called, language.words())
                };
                ArgumentsError { text, asked_for }
            })?;
        let wrong = |text: &str| {
            Err(ArgumentsError { text: format!("officieel: {text}\n"), asked_for: false })
        };
        if !arguments.query.is_empty() && arguments.command.is_some() {
            return wrong(language.words().cli_query_before_command);
        }
        if let Some(option) = arguments.picker.given().filter(|_| arguments.command.is_some()) {
            return wrong(&language.words().pick_with_command(option));
        }
        // One may stand before a command and the other behind it.
        if arguments.shared.overlay.is_some() && arguments.shared.no_overlay {
            let text = errors::conflict("--overlay", "--no-overlay", &called, language.words());
            return Err(ArgumentsError { text, asked_for: false });
        }
        if arguments.shared.overlay.as_deref().is_some_and(is_stream) {
            return wrong(language.words().no_stream);
        }
        Ok(arguments)
    }
}

/// The whole command line, with its help in a language.
pub fn command(language: Language) -> clap::Command {
    help::command(language, Length::Long)
}

/// The command that a word was meant to be, where it is none but for a typing error.
pub fn mistyped_command(word: &str) -> Option<String> {
    let command = Arguments::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    let known = names.chain(["help"]).map(|name| (name, name));
    let word = word.to_lowercase();
    mistyped(&word, known).filter(|name| *name != word).map(str::to_owned)
}
