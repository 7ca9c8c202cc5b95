//! What `edition` understands.

use std::path::PathBuf;

/// What `edition` understands.
#[derive(Debug, clap::Args)]
pub struct EditionArguments {
    /// The directory file; the directory in use where none is given.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The folder that the edition is written to.
    #[arg(long, short = 'o', value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// The secret key that signs it.
    #[arg(long, value_name = "FILE", requires = "output")]
    pub sign: Option<PathBuf>,
    /// Whether the file was signed with this key.
    #[arg(long, value_name = "FILE", requires = "file", conflicts_with = "output")]
    pub verify: Option<PathBuf>,
    /// Where a new pair of keys is written.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "output", "verify"])]
    pub new_keys: Option<PathBuf>,
    /// The file with the password of the secret key.
    #[arg(long, value_name = "FILE")]
    pub password: Option<PathBuf>,
}
