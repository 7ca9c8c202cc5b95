//! The file in which a person keeps what they saw of accounts themselves.
//!
//! It is read whole, changed and put back in one step under a lock, so that no reader ever sees half of it
//! and nothing is lost when two programs write. What it says is in [`crate::directory::observations`].

mod lock;
mod place;
#[cfg(test)]
mod tests;

use std::fs::{self, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use crate::directory::format::Comments;
use crate::directory::load::{SCHEMA, in_lines, text_of};
use crate::directory::observations::{NewerObservationError, Observed, Overlay};
use crate::directory::{AccountIndex, Date, Directory, LoadError};
use crate::dirs::make_private;
use crate::replace::{Readers, folder_of, replace, tidy};
use lock::Lock;
pub use place::default_path;

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
    let path = place::target(path)?;
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

type Contents = (Vec<u8>, Option<Permissions>);

/// The bytes of a file and its permissions; `None` where it is not there.
fn contents(path: &Path) -> io::Result<Option<Contents>> {
    let about = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        about => about?,
    };
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A pipe or a device might never end.
    if !about.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    Ok(Some((fs::read(path)?, Some(about.permissions()))))
}
