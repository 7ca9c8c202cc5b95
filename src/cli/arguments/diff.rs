//! What `diff` understands.

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::changes::Kind;

/// What `diff` understands.
#[derive(Debug, clap::Args)]
pub struct DiffArguments {
    /// The older edition: a file, or `built-in`.
    #[arg(value_name = "OLD", required = true, display_order = 1)]
    pub old: PathBuf,
    /// The newer one; the directory in use where none is given.
    #[arg(value_name = "NEW", display_order = 2)]
    pub new: Option<PathBuf>,
    /// Only this organisation, by its id or an official one.
    #[arg(long, value_name = "ORGANISATION")]
    pub organisation: Option<String>,
    /// Only accounts on this platform.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// Only changes of these kinds.
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<Kind>,
    /// How changes are told.
    #[arg(long, short = 'f', value_name = "FORMAT", default_value = "text")]
    pub format: DiffFormat,
    /// JSON instead of text.
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
}

/// How changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people, in a terminal.
    Text,
    /// For programs.
    Json,
    /// For people, to send round.
    Markdown,
    /// For readers of feeds (RFC 4287).
    Atom,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}
