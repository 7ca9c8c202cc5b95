//! What `sweep` understands.

use std::path::PathBuf;

use crate::directory::Date;

/// What `sweep` understands.
#[derive(Debug, clap::Args)]
pub struct SweepArguments {
    /// The conditions on organisations that all must hold; all organisations where there are none.
    #[arg(value_name = "FILTER", required_unless_present = "from")]
    pub filter: Vec<String>,
    /// Archives, pages and folders of them, instead of the network.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub from: Vec<PathBuf>,
    /// The address that pages without one were at.
    #[arg(long, value_name = "ADDRESS")]
    pub site: Option<String>,
    /// The day on which pages without one were seen.
    #[arg(long, value_name = "DATE")]
    pub seen: Option<Date>,
    /// The archive that the pages of a visit are kept in.
    #[arg(long, value_name = "FILE", conflicts_with = "from")]
    pub archive: Option<PathBuf>,
    /// The folder of the run, by which it goes on.
    #[arg(long, value_name = "FOLDER", conflicts_with = "from")]
    pub state: Option<PathBuf>,
    /// How many hosts are visited at most.
    #[arg(long, value_name = "NUMBER", conflicts_with = "from")]
    pub limit: Option<usize>,
    /// Only say what would be asked for.
    #[arg(long, conflicts_with = "from")]
    pub dry_run: bool,
    /// No socket is opened.
    #[arg(long, conflicts_with = "from")]
    pub offline: bool,
    /// The file of proposals that what was found is put in.
    #[arg(long, value_name = "FILE")]
    pub proposals: Option<PathBuf>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}
