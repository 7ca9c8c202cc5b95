//! A small file of what a person keeps: read whole, changed under a lock, and put back in one step.
//!
//! Several programs may change one at a time: each changes what is there by then, so that nothing of the others is
//! lost. What stands in a file and can't be used is told by its line, and never written over.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::dirs::make_private;
use crate::replace::lock::{Lock, LockError};
use crate::replace::{Readers, contents, folder_of, replace, target, tidy};

/// No such file is larger than this many bytes.
const LARGEST: u64 = 1 << 20;

/// Why a file was not read, or not changed. It is as it was.
#[derive(Debug, thiserror::Error)]
pub enum KeptFileError {
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

impl From<LockError> for KeptFileError {
    fn from(fault: LockError) -> Self {
        match fault {
            LockError::Unwritable(fault) => Self::Io(fault),
            LockError::Busy => Self::Busy,
            LockError::NoFile(lock) => Self::NoLock(lock),
        }
    }
}

/// What stands in such a file.
pub(crate) trait Kept: Sized + Clone + Default + PartialEq {
    /// Reads what a file says.
    ///
    /// # Errors
    ///
    /// The line of what can't be used, counted from 1.
    fn parse(text: &str) -> Result<Self, usize>;

    /// The file that says this.
    fn to_toml(&self) -> String;
}

/// What a file says; nothing where there is none.
///
/// # Errors
///
/// Where it can't be read, or is broken.
pub(crate) fn read<K: Kept>(path: &Path) -> Result<K, KeptFileError> {
    Ok(found(path)?.unwrap_or_default())
}

/// Changes a file, which is made where it is not there yet; and what it says then.
///
/// # Errors
///
/// Where it can't be read or written, or is broken; it is as it was.
pub(crate) fn change<K: Kept>(
    path: &Path,
    change: impl FnOnce(&mut K),
) -> Result<K, KeptFileError> {
    let path = target(path)?;
    make_private(folder_of(&path))?;
    let _lock = Lock::take(&path)?;
    tidy(&path);
    let found: K = found(&path)?.unwrap_or_default();
    let mut changed = found.clone();
    change(&mut changed);
    if changed != found {
        replace(&path, changed.to_toml().as_bytes(), Readers::Owner)?;
    }
    Ok(changed)
}

/// Removes a file, whatever stands in it, once nobody else changes it.
///
/// # Errors
///
/// Where it can't be removed.
pub(crate) fn remove(path: &Path) -> Result<(), KeptFileError> {
    let path = target(path)?;
    let _lock = Lock::take(&path)?;
    tidy(&path);
    Ok(fs::remove_file(&path)?)
}

fn found<K: Kept>(path: &Path) -> Result<Option<K>, KeptFileError> {
    if fs::metadata(path).is_ok_and(|about| about.len() > LARGEST) {
        return Err(KeptFileError::Broken(1));
    }
    let Some((bytes, _)) = contents(path)? else {
        return Ok(None);
    };
    let text = str::from_utf8(&bytes).map_err(|fault| {
        let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        KeptFileError::Broken(line_after(before))
    })?;
    K::parse(text).map(Some).map_err(KeptFileError::Broken)
}

/// The lists of texts that stand under these keys of a file, which it need not have. What else stands there is passed
/// over.
///
/// # Errors
///
/// The line, counted from 1, of what is no TOML, or no list of texts.
pub(crate) fn lists<const N: usize>(
    text: &str,
    keys: [&str; N],
) -> Result<[Vec<String>; N], usize> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let line_at = |at: usize| line_after(text.as_bytes().get(..at).unwrap_or_default());
    let document =
        DeTable::parse(text).map_err(|fault| line_at(fault.span().map_or(0, |span| span.start)))?;
    let mut all = [const { Vec::new() }; N];
    for (list, key) in all.iter_mut().zip(keys) {
        if let Some(value) = document.get_ref().get(key) {
            *list = texts(value).map_err(line_at)?;
        }
    }
    Ok(all)
}

/// The texts in a list; where it is none, the place of the fault.
fn texts(value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, usize> {
    let DeValue::Array(values) = value.get_ref() else {
        return Err(value.span().start);
    };
    let text = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
        DeValue::String(text) => Ok(text.to_string()),
        _ => Err(value.span().start),
    };
    values.iter().map(text).collect()
}

/// The line, counted from 1, on which what follows these bytes stands.
fn line_after(before: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', before).count() + 1
}
