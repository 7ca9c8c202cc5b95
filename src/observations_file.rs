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
use crate::directory::load::{SCHEMA, text_of};
use crate::directory::observations::{NewerStands, Observed, Overlay};
use crate::directory::{AccountIndex, Date, Directory, Problem};
use crate::dirs::make_private;
use crate::replace::{Readers, folder_of, replace, tidy};
use lock::Lock;
pub use place::default_path;

/// Why an overlay file can't be used.
#[derive(Debug)]
pub enum Unread {
    /// The system does not let it be read.
    Unreadable(io::Error),
    /// What it says can't be used.
    Problems(Vec<Problem>),
}

/// Why an observation was not recorded. The file is as it was.
#[derive(Debug)]
pub enum NotRecorded {
    /// The system does not let the file be read or written.
    Unwritable(io::Error),
    /// Another program held the file for too long.
    Busy,
    /// Where the lock of the file belongs, by which programs take turns, is something else: a pipe, a device
    /// or a folder.
    NoLock(PathBuf),
    /// The file has problems of its own.
    Broken(Vec<Problem>),
    /// The file says things of platforms, badge kinds or names that this directory can't have; they would
    /// be lost.
    Foreign(Vec<Problem>),
    /// On this line, counted from 1, stands a comment that would be lost: only those at the top are kept.
    Comment(usize),
    /// The same was observed on a later day.
    Newer(Date),
    /// What was observed can't be: a badge that the platform doesn't have on that day, a successor that is
    /// no `https` address. The places are those of the file as it would have been.
    Unfit(Vec<Problem>),
}

impl From<io::Error> for NotRecorded {
    fn from(fault: io::Error) -> Self {
        Self::Unwritable(fault)
    }
}

/// Reads an overlay file over a directory; `None` where there is no such file.
///
/// # Errors
///
/// Where the file can't be read, or has problems.
pub fn read(path: &Path, over: &Directory) -> Result<Option<Overlay>, Unread> {
    let Some((bytes, _)) = contents(path).map_err(Unread::Unreadable)? else {
        return Ok(None);
    };
    let text = text_of(&bytes).map_err(Unread::Problems)?;
    Overlay::parse(text, over).map(Some).map_err(Unread::Problems)
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
) -> Result<Overlay, NotRecorded> {
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
) -> Result<Overlay, NotRecorded> {
    let path = place::target(path)?;
    make_private(folder_of(&path))?;
    let _lock = Lock::take(&path)?;
    tidy(&path);
    let found = contents(&path)?;
    let (bytes, permissions) = found.unwrap_or_default();
    let text = match &permissions {
        Some(_) => text_of(&bytes).map_err(NotRecorded::Broken)?.to_owned(),
        None => head(today),
    };
    let mut overlay = Overlay::parse(&text, directory).map_err(NotRecorded::Broken)?;
    if !overlay.foreign().is_empty() {
        return Err(NotRecorded::Foreign(overlay.foreign().to_vec()));
    }
    let comments = Comments::of(&text);
    if let Some(line) = comments.elsewhere {
        return Err(NotRecorded::Comment(line));
    }
    for observed in observed {
        overlay = overlay
            .with(directory, account, observed, today)
            .map_err(|NewerStands(day)| NotRecorded::Newer(day))?;
    }
    let laid_out = comments.above(&overlay.to_toml());
    let overlay = Overlay::parse(&laid_out, directory).map_err(NotRecorded::Unfit)?;
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
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
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
