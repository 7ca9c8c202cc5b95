//! A lock on a file, so that one program at a time changes it.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// How long to wait for the lock that another program holds; each holds it for some milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait between two attempts to take the lock.
const PAUSE: Duration = Duration::from_millis(5);

/// Why the lock of a file was not taken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LockError {
    /// The system does not let it be made or taken.
    #[error(transparent)]
    Unwritable(#[from] io::Error),
    /// Another program held it for too long.
    #[error("another program holds the file")]
    Busy,
    /// Something else is where it belongs: a pipe, a device or a folder.
    #[error("{} is no regular file, and can't be the lock", .0.display())]
    NoFile(PathBuf),
}

/// Holds the lock until it is dropped.
///
/// It is a file of its own beside the one that is changed, which is another file after every change. It
/// stays there: to remove it would let two programs hold two locks. The system lets a lock go when a program
/// ends, however it ends, so one that was left behind locks nothing.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock on a file and takes it.
    pub(crate) fn take(path: &Path) -> Result<Self, LockError> {
        let mut options = OpenOptions::new();
        options.create(true).write(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let path = beside(path);
        // To open a pipe waits for whoever reads it, perhaps for ever.
        if fs::metadata(&path).is_ok_and(|about| !about.is_file()) {
            return Err(LockError::NoFile(path));
        }
        let file = options.open(&path)?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::Error(error)) => return Err(error.into()),
                Err(TryLockError::WouldBlock) if begun.elapsed() > PATIENCE => {
                    return Err(LockError::Busy);
                }
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            }
        }
    }
}

/// The lock of a file.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".lock");
    path.with_file_name(name)
}
