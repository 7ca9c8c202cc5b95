//! What the commands about directory files understand.

use std::path::PathBuf;

/// What `validate` understands.
#[derive(Debug, clap::Args)]
pub struct ValidateArguments {
    /// The file; the directory in use where none is given.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What `fmt` understands.
#[derive(Debug, clap::Args)]
pub struct FmtArguments {
    /// The file; `-` reads standard input and writes standard output.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Change nothing, only say whether the file is laid out.
    #[arg(long)]
    pub check: bool,
}
