//! The file in which a person keeps what they saw of accounts themselves.
//!
//! It is read whole, changed and put back in one step under a lock, so that no reader ever sees half of it
//! and nothing is lost when two programs write. What it says is in [`crate::directory::observations`].

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use crate::directory::format::Comments;
use crate::directory::load::{SCHEMA, in_lines, text_of};
use crate::directory::observations::{NewerObservationError, Observed, Overlay};
use crate::directory::{AccountIndex, Date, Directory, LoadError};
use crate::dirs::{self, make_private};
use crate::replace::lock::{Lock, LockError};
use crate::replace::{Readers, contents, folder_of, replace, target, tidy};

/// Why an overlay file can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system does not let it be read.
    #[error(transparent)]
    Unreadable(io::Error),
    /// What it says can't be used.
    #[error("{}", in_lines(.0))]
    Problems(Vec<LoadError>),
}

/// Why an observation was not recorded. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ObserveError {
    /// The system does not let the file be read or written.
    #[error(transparent)]
    Unwritable(#[from] io::Error),
    /// Another program held the file for too long.
    #[error("another program holds the file")]
    Busy,
    /// Where the lock of the file belongs, by which programs take turns, is something else: a pipe, a device
    /// or a folder.
    #[error("{} is no regular file, and can't be the lock", .0.display())]
    NoLock(PathBuf),
    /// The file has problems of its own.
    #[error("{}", in_lines(.0))]
    Broken(Vec<LoadError>),
    /// The file says things of platforms, badge kinds or names that this directory can't have; they would
    /// be lost.
    #[error("{}", in_lines(.0))]
    Foreign(Vec<LoadError>),
    /// On this line, counted from 1, stands a comment that would be lost: only those at the top are kept.
    #[error("the comment on line {0} would be lost; move it to the top")]
    Comment(usize),
    /// An observation of the same thing on a later day stands in the file.
    #[error(transparent)]
    Newer(#[from] NewerObservationError),
    /// What was observed can't be: a badge that the platform doesn't have on that day, a successor that is
    /// no `https` address. The places are those of the file as it would have been.
    #[error("{}", in_lines(.0))]
    Invalid(Vec<LoadError>),
}

impl From<LockError> for ObserveError {
    fn from(fault: LockError) -> Self {
        match fault {
            LockError::Unwritable(fault) => Self::Unwritable(fault),
            LockError::Busy => Self::Busy,
            LockError::NoFile(lock) => Self::NoLock(lock),
        }
    }
}

/// The file in the folder for what a person keeps with this program, as these variables of the environment
/// tell; `None` where they don't.
pub fn default_path(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(dirs::data(variable)?.join("observations.toml"))
}

/// Reads an overlay file over a directory; `None` where there is no such file.
///
/// # Errors
///
/// Where the file can't be read, or has problems.
pub fn read(path: &Path, over: &Directory) -> Result<Option<Overlay>, ReadError> {
    let Some((bytes, _)) = contents(path).map_err(ReadError::Unreadable)? else {
        return Ok(None);
    };
    let text = text_of(&bytes).map_err(ReadError::Problems)?;
    Overlay::parse(text, over).map(Some).map_err(ReadError::Problems)
}

/// Writes what was observed of an account today into an overlay file, which is made where it is not there
/// yet; and the overlay as it is then.
///
/// # Errors
///
/// Where it was not recorded; the file is as it was.
pub fn record(
    path: &Path,
    directory: &Directory,
    account: AccountIndex,
    observed: &Observed,
    today: Date,
) -> Result<Overlay, ObserveError> {
    record_all(path, directory, account, std::slice::from_ref(observed), today)
}

/// [`record`] of several things at once: all of them, or none.
///
/// # Errors
///
/// As [`record`].
pub fn record_all(
    path: &Path,
    directory: &Directory,
    account: AccountIndex,
    observed: &[Observed],
    today: Date,
) -> Result<Overlay, ObserveError> {
    let path = target(path)?;
    make_private(folder_of(&path))?;
    let _lock = Lock::take(&path)?;
    tidy(&path);
    let found = contents(&path)?;
    let (bytes, permissions) = found.unwrap_or_default();
    let text = match &permissions {
        Some(_) => text_of(&bytes).map_err(ObserveError::Broken)?.to_owned(),
        None => head(today),
    };
    let mut overlay = Overlay::parse(&text, directory).map_err(ObserveError::Broken)?;
    if !overlay.foreign().is_empty() {
        return Err(ObserveError::Foreign(overlay.foreign().to_vec()));
    }
    let comments = Comments::of(&text);
    if let Some(line) = comments.elsewhere {
        return Err(ObserveError::Comment(line));
    }
    for observed in observed {
        overlay = overlay.with(directory, account, observed, today)?;
    }
    let laid_out = comments.above(&overlay.to_toml());
    let overlay = Overlay::parse(&laid_out, directory).map_err(ObserveError::Invalid)?;
    let is_nothing = permissions.is_none() && overlay.account_count() == 0;
    if laid_out != text && !is_nothing {
        replace(&path, laid_out.as_bytes(), Readers::Owner)?;
    }
    Ok(overlay)
}

/// What a new file begins with.
fn head(today: Date) -> String {
    format!(
        "schema = {SCHEMA}\ntitle = \"Eigen waarnemingen\"\nedition = \"{today}\"\nlicence = \"eigen gebruik\"\n"
    )
}
