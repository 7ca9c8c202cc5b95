//! Putting a file in the place of another in one step, so that no reader ever sees half of it.
//!
//! What is new is written to a file beside it, which then takes its name. A program that is killed before
//! that leaves such a file behind; the next one that writes the same file removes it. Whoever writes holds
//! a lock on theirs for as long, and the system lets a lock go when a program ends, however it ends: what
//! nobody holds nobody needs.

pub(crate) mod lock;
#[cfg(test)]
mod tests;

use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How the names of files end that are being written.
const BEGUN: &str = ".new";

/// The number of random letters and digits in the name of a temporary file.
const CHANCE: usize = 6;

/// No file system takes names of much more than this many bytes, marks around it included.
const LONGEST: usize = 200;

/// The most links that are followed one after the other, as a circle of links has no end.
const MOST_LINKS: usize = 40;

/// So often a file that was begun may be lost before it has its lock.
const ATTEMPTS: usize = 10;

/// Who may read a file that was not there before. One that was keeps its permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Its owner.
    Owner,
    /// Whoever may read the files that its owner makes.
    Anyone,
}

/// Puts a content in the place of a file, which is no link, or makes the file.
///
/// # Errors
///
/// Where it can't be written; the file is as it was.
pub(crate) fn replace(path: &Path, content: &[u8], readers: Readers) -> io::Result<()> {
    tidy(path);
    for _ in 0..ATTEMPTS {
        if attempt(path, content, readers)? {
            return Ok(());
        }
    }
    Err(io::Error::other("other programs remove what is being written"))
}

/// Removes what programs left behind that were killed while they wrote this file.
pub(crate) fn tidy(path: &Path) {
    // What can't be seen or removed now can be the next time.
    let Ok(entries) = fs::read_dir(folder_of(path)) else { return };
    let begun = beginning(path);
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| is_begun(name, &begun));
        // A link may lead anywhere; nothing here is one.
        if is_ours && entry.file_type().is_ok_and(|it| it.is_file()) {
            remove_if_idle(&entry.path());
        }
    }
}

/// The folder of a file.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The file itself where a path is a link to it, whether that file is there or not: the link stays.
pub(crate) fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            // It is no link, or not there.
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links"))
}

/// The bytes of a file, and its permissions.
pub(crate) type Contents = (Vec<u8>, Option<Permissions>);

/// The bytes of a file and its permissions; `None` where it is not there.
pub(crate) fn contents(path: &Path) -> io::Result<Option<Contents>> {
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

/// Writes the file; `false` where what was begun is gone, because another program took it for left behind
/// before it had its lock.
fn attempt(path: &Path, content: &[u8], readers: Readers) -> io::Result<bool> {
    let folder = folder_of(path);
    let begun = beginning(path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&begun).suffix(BEGUN).rand_bytes(CHANCE);
    #[cfg(unix)]
    if readers == Readers::Anyone {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = readers;
    let mut beside = builder.tempfile_in(folder)?;
    if matches!(beside.as_file().try_lock(), Err(TryLockError::WouldBlock)) {
        return Ok(false);
    }
    beside.write_all(content)?;
    if let Ok(about) = fs::metadata(path) {
        beside.as_file().set_permissions(about.permissions())?;
    }
    beside.as_file().sync_all()?;
    let is_there = beside.path().exists();
    match beside.persist(path) {
        Ok(_file) => {}
        Err(fault) if is_there => return Err(fault.error),
        Err(_gone) => return Ok(false),
    }
    // The new name outlives a crash only if the folder is on the disk too; where the system can't say
    // so, the file is whole all the same.
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(true)
}

/// How the names begin of what is being written of a file.
fn beginning(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let end = (0..=LONGEST.min(name.len())).rev().find(|at| name.is_char_boundary(*at));
    format!(".{}.", name.get(..end.unwrap_or_default()).unwrap_or_default())
}

/// Whether a name is one that [`attempt`] gives.
fn is_begun(name: &str, begun: &str) -> bool {
    let chance = name.strip_prefix(begun).and_then(|rest| rest.strip_suffix(BEGUN));
    chance.is_some_and(|it| it.len() == CHANCE && it.bytes().all(|it| it.is_ascii_alphanumeric()))
}

fn remove_if_idle(path: &Path) {
    let opened = OpenOptions::new().read(true).write(true).open(path);
    // The lock is held until the file is gone.
    if let Ok(file) = opened
        && file.try_lock().is_ok()
    {
        let _ = fs::remove_file(path);
    }
}
