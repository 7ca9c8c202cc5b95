//! What `config`, `doctor` and `serve` understand.

use std::path::PathBuf;

/// What `config` understands.
#[derive(Debug, clap::Args)]
pub struct ConfigArguments {
    /// Another file of settings.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Print a file to begin with.
    #[arg(long, conflicts_with = "check")]
    pub template: bool,
    /// Say what is wrong in the file.
    #[arg(long)]
    pub check: bool,
}

/// What `doctor` understands.
#[derive(Debug, clap::Args)]
pub struct DoctorArguments {
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What `serve` understands.
#[derive(Debug, clap::Args)]
pub struct ServeArguments {
    /// Over standard input and output, which is the one way there is.
    #[arg(long)]
    pub stdio: bool,
}
