//! The arguments of `observe`.

use clap::{ArgGroup, ValueEnum};

use crate::directory::Status;

/// What `observe` understands.
#[derive(Debug, clap::Args)]
#[command(group(
    ArgGroup::new("observed")
        .required(true)
        .multiple(true)
        .args(["badge", "status", "successor", "forget"])
))]
pub struct ObserveArguments {
    /// The account: a handle or address of the directory.
    #[arg(value_name = "ACCOUNT")]
    pub account: String,
    /// The badge next to it: a kind, or none.
    #[arg(long, value_name = "BADGE")]
    pub badge: Option<String>,
    /// What has become of it.
    #[arg(long, value_name = "STATUS")]
    pub status: Option<StatusChoice>,
    /// Where it continues.
    #[arg(long, value_name = "ADDRESS")]
    pub successor: Option<String>,
    /// Take all that was observed of it back.
    #[arg(long, conflicts_with_all = ["badge", "status", "successor"])]
    pub forget: bool,
    /// The platform of a handle that stands without one.
    #[arg(long, short = 'p', value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// What has become of an account, as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StatusChoice {
    /// In use.
    Active,
    /// Kept so that nobody else takes the name.
    Parked,
    /// No longer used.
    Left,
    /// Closed.
    Closed,
    /// Continued elsewhere.
    Moved,
    /// Nobody can say: an earlier observation is taken back.
    Unknown,
}

impl From<StatusChoice> for Status {
    fn from(choice: StatusChoice) -> Self {
        match choice {
            StatusChoice::Active => Self::Active,
            StatusChoice::Parked => Self::Parked,
            StatusChoice::Left => Self::Left,
            StatusChoice::Closed => Self::Closed,
            StatusChoice::Moved => Self::Moved,
            StatusChoice::Unknown => Self::Unknown,
        }
    }
}
