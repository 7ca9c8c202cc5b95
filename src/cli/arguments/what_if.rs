//! What `what-if` understands.

/// What `what-if` understands.
#[derive(Debug, clap::Args)]
pub struct WhatIfArguments {
    /// Which organisations; all where no condition is given.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// The platforms that they leave.
    #[arg(long, value_name = "PLATFORMS", value_delimiter = ',', required = true)]
    pub leave: Vec<String>,
    /// The platform that they go to.
    #[arg(long, value_name = "PLATFORM")]
    pub move_to: Option<String>,
    /// A report to send round, as Markdown.
    #[arg(long, conflicts_with = "json")]
    pub report: bool,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}
