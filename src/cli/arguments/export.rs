//! What `export` understands.

use std::path::PathBuf;

use clap::ValueEnum;

/// What `export` understands.
#[derive(Debug, clap::Args)]
pub struct ExportArguments {
    /// The conditions that all must hold; all accounts where there are none.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// For which program.
    #[arg(long, short = 'f', value_name = "FORMAT", required = true)]
    pub format: ExportFormat,
    /// The file to write, which isn't there yet; the output where none is named, or `-`.
    #[arg(long, short = 'o', value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// For which program something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// For search engines.
    Jsonld,
    /// For address books.
    Vcard,
    /// For readers of feeds.
    Opml,
    /// For servers of the fediverse.
    Mastodon,
    /// For spreadsheets.
    Csv,
    /// For browsers.
    Html,
}
