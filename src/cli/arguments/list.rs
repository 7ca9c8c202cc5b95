//! What `list` understands.

use clap::ValueEnum;

use super::audit::delimiter;

/// What `list` understands.
#[derive(Debug, clap::Args)]
pub struct ListArguments {
    /// The conditions that all must hold; all accounts where there are none.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// How the list is written.
    #[arg(long, short = 'f', value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
    /// The columns, with commas between.
    #[arg(long, value_name = "COLUMNS")]
    pub fields: Option<String>,
    /// The columns to sort by, with commas between.
    #[arg(long, value_name = "COLUMNS", allow_hyphen_values = true)]
    pub sort: Option<String>,
    /// What stands between the cells of CSV.
    #[arg(long, value_name = "SIGN", default_value = ",", value_parser = delimiter)]
    pub delimiter: u8,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people, in a terminal.
    Text,
    /// For spreadsheets.
    Csv,
    /// For spreadsheets and programs that read lines.
    Tsv,
    /// For programs.
    Json,
    /// For programs, an object a line.
    Jsonl,
    /// For people, to send round.
    Markdown,
}
