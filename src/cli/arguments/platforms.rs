//! What `platforms` and `stats` understand.

use std::path::PathBuf;

use clap::ValueEnum;

use super::audit::delimiter;

/// What `platforms` understands.
#[derive(Debug, clap::Args)]
pub struct PlatformsArguments {
    /// The conditions that all must hold; all organisations where there are none.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// The only platform to show.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// How the overview is written.
    #[arg(long, short = 'f', value_name = "FORMAT", default_value = "text")]
    pub format: NumbersFormat,
    /// What stands between the cells of CSV.
    #[arg(long, value_name = "SIGN", default_value = ",", value_parser = delimiter)]
    pub delimiter: u8,
}

/// What `stats` understands.
#[derive(Debug, clap::Args)]
pub struct StatsArguments {
    /// The conditions that all must hold; all organisations where there are none.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// An earlier edition to compare with.
    #[arg(long, value_name = "OLD")]
    pub against: Option<PathBuf>,
    /// How the numbers are written.
    #[arg(long, short = 'f', value_name = "FORMAT", default_value = "text")]
    pub format: NumbersFormat,
    /// What stands between the cells of CSV.
    #[arg(long, value_name = "SIGN", default_value = ",", value_parser = delimiter)]
    pub delimiter: u8,
}

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NumbersFormat {
    /// For people, in a terminal.
    Text,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// For people, to send round.
    Markdown,
}
