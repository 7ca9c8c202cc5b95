//! What `radar` understands.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::radar::Kind;

/// What `radar` understands.
#[derive(Debug, clap::Args)]
pub struct RadarArguments {
    /// The names, one a line; standard input where no file is given, or `-`.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// What the names are, where that can't be told.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<KindChoice>,
    /// The platform that names of accounts are on.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// How many suspects to tell; 0 for all.
    #[arg(long, short = 'n', value_name = "NUMBER", default_value_t = 1000)]
    pub limit: usize,
    /// Each suspect as it is found.
    #[arg(long, conflicts_with = "limit")]
    pub stream: bool,
    /// How suspects are told.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: RadarFormat,
    /// JSON instead of text.
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
}

/// What names are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindChoice {
    /// Hosts, such as domains.
    Hosts,
    /// Accounts.
    Handles,
}

impl From<KindChoice> for Kind {
    fn from(choice: KindChoice) -> Self {
        match choice {
            KindChoice::Hosts => Self::Host,
            KindChoice::Handles => Self::Account,
        }
    }
}

/// How suspects are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RadarFormat {
    /// For people, in a terminal.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}
