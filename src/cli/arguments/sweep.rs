//! What `sweep` understands.

use std::path::PathBuf;

use crate::directory::Date;

/// What `sweep` understands.
#[derive(Debug, clap::Args)]
pub struct SweepArguments {
    /// The conditions on organisations that all must hold; all organisations where there are none.
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// Archives, pages and folders of them, instead of the network.
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    pub from: Vec<PathBuf>,
    /// The address that pages without one were at.
    #[arg(long, value_name = "ADDRESS")]
    pub site: Option<String>,
    /// The day on which pages without one were seen.
    #[arg(long, value_name = "DATE")]
    pub seen: Option<Date>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}
