//! What `forget` understands.

/// What `forget` understands.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
pub struct ForgetArguments {
    /// Delete what was asked.
    #[arg(long)]
    pub history: bool,
    /// Forget which organisations were looked at last.
    #[arg(long)]
    pub recent: bool,
    /// Delete all of it.
    #[arg(long)]
    pub all: bool,
    /// Only say what would be deleted.
    #[arg(long)]
    pub dry_run: bool,
}
