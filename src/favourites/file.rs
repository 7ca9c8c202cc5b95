//! The file of favourites: read whole, changed under a lock, and put back in one step.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Change, Favourites, line_after};
use crate::dirs::{self, make_private};
use crate::replace::lock::{Lock, LockError};
use crate::replace::{Readers, contents, folder_of, replace, target, tidy};

/// No file of favourites is larger than this many bytes: some ten thousand ids.
const LARGEST: u64 = 1 << 20;

/// Why a file of favourites was not read, or not changed. It is as it was.
#[derive(Debug, thiserror::Error)]
pub enum FavouritesError {
    /// The system does not let it be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// What stands on this line, counted from 1, can't be used.
    #[error("line {0} can't be used")]
    Broken(usize),
    /// Another program held the file for too long.
    #[error("another program holds the file")]
    Busy,
    /// Where the lock of the file belongs is something else.
    #[error("{} is no regular file, and can't be the lock", .0.display())]
    NoLock(PathBuf),
}

impl From<LockError> for FavouritesError {
    fn from(fault: LockError) -> Self {
        match fault {
            LockError::Unwritable(fault) => Self::Io(fault),
            LockError::Busy => Self::Busy,
            LockError::NoFile(lock) => Self::NoLock(lock),
        }
    }
}

/// The file in the folder for what a person keeps with this program, as these variables of the environment
/// tell; `None` where they don't.
pub fn default_path(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(dirs::data(variable)?.join("favourites.toml"))
}

/// What a file says; nothing is kept where there is none.
///
/// # Errors
///
/// Where it can't be read, or is broken.
pub fn read(path: &Path) -> Result<Favourites, FavouritesError> {
    Ok(found(path)?.unwrap_or_default())
}

/// Makes changes to a file, which is made where it is not there yet; and what it says then.
///
/// # Errors
///
/// Where it can't be read or written, or is broken; it is as it was.
pub fn write(path: &Path, changes: &[Change]) -> Result<Favourites, FavouritesError> {
    let path = target(path)?;
    make_private(folder_of(&path))?;
    let _lock = Lock::take(&path)?;
    tidy(&path);
    let found = found(&path)?;
    let mut favourites = found.clone().unwrap_or_default();
    for change in changes {
        favourites.apply(change);
    }
    if favourites != found.unwrap_or_default() {
        replace(&path, favourites.to_toml().as_bytes(), Readers::Owner)?;
    }
    Ok(favourites)
}

fn found(path: &Path) -> Result<Option<Favourites>, FavouritesError> {
    if fs::metadata(path).is_ok_and(|about| about.len() > LARGEST) {
        return Err(FavouritesError::Broken(1));
    }
    let Some((bytes, _)) = contents(path)? else {
        return Ok(None);
    };
    let text = str::from_utf8(&bytes).map_err(|fault| {
        let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        FavouritesError::Broken(line_after(before))
    })?;
    Favourites::parse(text).map(Some).map_err(FavouritesError::Broken)
}
