//! What `variants` understands.

use std::ffi::OsString;

/// What `variants` understands.
#[derive(Debug, clap::Args)]
pub struct VariantsArguments {
    /// The names whose look-alikes are wanted, each for itself; `-` reads lines from standard input.
    #[arg(value_name = "HANDLE", required_unless_present = "family")]
    pub handle: Vec<OsString>,
    /// The family whose names they are.
    #[arg(long, value_name = "FAMILY", alias = "convention", conflicts_with = "handle")]
    pub family: Option<String>,
    /// The platform that must be able to have them.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// How many names to give; 0 for all.
    #[arg(long, short = 'n', value_name = "NUMBER", default_value_t = 50)]
    pub limit: usize,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}
