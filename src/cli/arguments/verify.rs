//! What `verify` understands.

use std::path::PathBuf;

/// What `verify` understands.
#[derive(Debug, clap::Args)]
pub struct VerifyArguments {
    /// The conditions that all must hold.
    #[arg(value_name = "FILTER", required = true)]
    pub filter: Vec<String>,
    /// The file that tells what the last run found, and is told this one.
    #[arg(long, value_name = "FILE")]
    pub last_run: Option<PathBuf>,
    /// No socket is opened.
    #[arg(long)]
    pub offline: bool,
    /// The file of proposals that what was found is put in.
    #[arg(long, value_name = "FILE")]
    pub proposals: Option<PathBuf>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}
