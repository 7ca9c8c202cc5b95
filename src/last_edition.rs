//! The edition of a directory that a person looked at last, kept so that they can be told what changed since.
//!
//! It is kept whole, as a directory file in a folder of their own, one for each directory by its title: whatever a
//! later program asks of it can be read from it, and `officieel diff` reads it as well.

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::changes::{Change, between};
use crate::directory::{Date, Directory};
use crate::dirs::{self, make_private};
use crate::embedded;
use crate::replace::{Readers, contents, replace, target};

/// Of a directory with more organisations no edition is kept: writing it out would take longer than it is worth.
const MOST: usize = 20_000;

/// What changed since a person looked last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The edition that they looked at.
    pub edition: Date,
    /// What is different now, as [`between`] has it.
    pub changes: Vec<Change>,
}

/// The folder of editions, as these variables of the environment tell; `None` where they don't.
pub fn default_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(dirs::data(variable)?.join("editions"))
}

/// What changed since this directory was looked at last; `None` where it is looked at for the first time, where
/// nothing did, or where it is too large. Then this edition is kept as the one that was looked at.
///
/// An edition that can't be read any more counts as none.
///
/// # Errors
///
/// Where the folder can't be read or written.
pub fn changes(folder: &Path, directory: &Directory, today: Date) -> io::Result<Option<Since>> {
    if directory.organisation_count() > MOST {
        return Ok(None);
    }
    let text = directory.to_toml();
    let Some((bytes, _)) = contents(&file(folder, directory))? else {
        return write(folder, directory, &text).map(|()| None);
    };
    if bytes == text.as_bytes() {
        return Ok(None);
    }
    let Ok(old) = embedded::from_bytes(&bytes, Date::LAST) else {
        return write(folder, directory, &text).map(|()| None);
    };
    let since = Since { edition: old.header.edition, changes: between(&old, directory, today) };
    // Whoever goes back to an older edition is told nothing new by it.
    if since.changes.is_empty() || since.edition > directory.header.edition {
        return write(folder, directory, &text).map(|()| None);
    }
    Ok(Some(since))
}

/// Keeps an edition as the one that was looked at last.
///
/// # Errors
///
/// Where it can't be written.
pub fn keep(folder: &Path, directory: &Directory) -> io::Result<()> {
    write(folder, directory, &directory.to_toml())
}

/// Whether a file in the folder of editions bears such a name as this program gives.
pub(crate) fn is_name(name: &str) -> bool {
    let stem = name.strip_suffix(".toml");
    stem.is_some_and(|it| it.len() == HASH && it.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// How many digits of the hash of a title name its file.
const HASH: usize = 16;

fn write(folder: &Path, directory: &Directory, text: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    make_private(folder)?;
    replace(&target(&file(folder, directory))?, text.as_bytes(), Readers::Owner)
}

/// The file of a directory, by its title: a title is no name of a file.
fn file(folder: &Path, directory: &Directory) -> PathBuf {
    let hash = blake3::hash(directory.header.title.as_bytes()).to_hex();
    let short: String = hash.chars().take(HASH).collect();
    folder.join(format!("{short}.toml"))
}
