//! What `watch` understands.

use std::path::PathBuf;

use clap::ValueEnum;

use super::audit::SeverityChoice;

/// What `watch` understands.
#[derive(Debug, clap::Args)]
pub struct WatchArguments {
    /// The conditions on organisations that all must hold; all organisations where there are none.
    #[arg(value_name = "FILTER", required_unless_present_any = ["from", "offline", "baseline"])]
    pub filter: Vec<String>,
    /// What is known from the runs before.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Whether that is told this run, and made where it is not there.
    #[arg(long, requires = "baseline")]
    pub update_baseline: bool,
    /// How changes are told.
    #[arg(long, short = 'f', value_name = "FORMAT", default_value = "text")]
    pub format: WatchFormat,
    /// From which severity on the status is 1.
    #[arg(long, value_name = "SEVERITY", default_value = "note")]
    pub fail_on: SeverityChoice,
    /// Archives, pages and folders of them, instead of the network.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub from: Vec<PathBuf>,
    /// The archive that the pages of a visit are kept in.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["from", "offline"])]
    pub archive: Option<PathBuf>,
    /// The folder of the visit, by which it goes on.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["from", "offline"])]
    pub state: Option<PathBuf>,
    /// No socket is opened.
    #[arg(long)]
    pub offline: bool,
    /// The file of proposals that what was found is put in.
    #[arg(long, value_name = "FILE")]
    pub proposals: Option<PathBuf>,
}

/// How changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WatchFormat {
    /// For people, in a terminal or a mail.
    Text,
    /// For people, to send round.
    Markdown,
    /// For programs.
    Json,
    /// For tools that show the findings of static analysis (SARIF 2.1.0).
    Sarif,
    /// For tools that show test results.
    Junit,
}
