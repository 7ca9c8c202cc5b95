//! What the commands about proposals understand.

use std::path::PathBuf;

use crate::directory::Date;

/// What `review` understands.
#[derive(Debug, clap::Args)]
pub struct ReviewArguments {
    /// The file of proposals.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Print what is still to be looked at.
    #[arg(long)]
    pub list: bool,
    /// The numbers of what is right.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    pub accept: Vec<String>,
    /// The numbers of what is not.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    pub reject: Vec<String>,
    /// The numbers of what is to be looked at again.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    pub later: Vec<String>,
    /// The numbers of what is to be undecided again.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    pub undo: Vec<String>,
    /// Print what was decided.
    #[arg(long)]
    pub decided: bool,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What `merge` understands.
#[derive(Debug, clap::Args)]
pub struct MergeArguments {
    /// The files of proposals.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The directory file that they are taken over into.
    #[arg(long, value_name = "FILE", conflicts_with = "join")]
    pub into: Option<PathBuf>,
    /// The file of proposals that they are put together in.
    #[arg(long, value_name = "FILE")]
    pub join: Option<PathBuf>,
    /// Newer evidence of what is listed, too, where nobody rejected it.
    #[arg(long, requires = "into")]
    pub confirmations: bool,
    /// The numbers of what is taken over though something speaks against it, where it was accepted.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',', requires = "into")]
    pub despite: Vec<String>,
    /// Only say what would change.
    #[arg(long)]
    pub dry_run: bool,
}

/// What `add` understands.
#[derive(Debug, clap::Args)]
pub struct AddArguments {
    /// The organisation: its id or an official one.
    #[arg(value_name = "ORGANISATION")]
    pub organisation: String,
    /// The account: its address, or its handle where the platform is told.
    #[arg(value_name = "ACCOUNT")]
    pub account: String,
    /// The platform of a handle.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// The page of the organisation that shows it.
    #[arg(long, value_name = "ADDRESS")]
    pub page: String,
    /// The day on which that was seen; today where none is given.
    #[arg(long, value_name = "DATE")]
    pub seen: Option<Date>,
    /// The file of own additions that it is kept in.
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
}
