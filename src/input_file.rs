//! Opening a file that somebody named, without waiting for ever.
//!
//! Opening a named pipe waits for somebody who writes into it, and a device may never end: neither is the file that
//! was meant. What the shell hands over as a file, as `<(…)` and `/dev/stdin`, is a pipe on purpose.

use std::fs::{self, File, FileType};
use std::io;
use std::path::{Path, PathBuf};

/// Opens a file for reading.
///
/// # Errors
///
/// Where the system does not let it be read; where it is a folder ([`io::ErrorKind::IsADirectory`]); and where it is a
/// named pipe, a socket or a device ([`io::ErrorKind::Unsupported`]), but for those that the shell handed over and for
/// the device that is always empty.
///
/// # Examples
///
/// ```
/// use std::io::ErrorKind;
/// use std::path::Path;
///
/// assert!(officieel::input_file::open(Path::new("Cargo.toml")).is_ok());
/// let folder = officieel::input_file::open(Path::new(".")).unwrap_err();
/// assert_eq!(folder.kind(), ErrorKind::IsADirectory);
/// ```
pub fn open(path: &Path) -> io::Result<File> {
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if is_endless(kind) && !is_handed_over(path) {
        return Err(io::ErrorKind::Unsupported.into());
    }
    File::open(path)
}

/// Whether reading it may wait for ever, or never end.
#[cfg(unix)]
fn is_endless(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    kind.is_fifo() || kind.is_socket() || kind.is_char_device() || kind.is_block_device()
}

/// Elsewhere a path names nothing of the kind.
#[cfg(not(unix))]
fn is_endless(_kind: FileType) -> bool {
    false
}

/// The folders and files under which a system shows what is open already, and the device that is always empty.
const HANDED_OVER: [&str; 5] =
    ["/dev/fd", "/dev/stdin", "/proc/self/fd", "/proc/thread-self/fd", "/dev/null"];

/// No more links than this are followed by the systems that the program runs on.
const MOST_LINKS: usize = 40;

/// Whether a path leads to what the shell handed over.
fn is_handed_over(path: &Path) -> bool {
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        if HANDED_OVER.iter().any(|it| at.starts_with(it)) {
            return true;
        }
        match fs::read_link(&at) {
            Ok(target) => at = beside(&at, target),
            Err(_) => return false,
        }
    }
    false
}

/// What a link in this place leads to.
fn beside(link: &Path, target: PathBuf) -> PathBuf {
    link.parent().map(|folder| folder.join(&target)).unwrap_or(target)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_what_ends_is_opened() {
        for (path, kind) in [
            ("Cargo.toml", None),
            ("/dev/null", None),
            (".", Some(io::ErrorKind::IsADirectory)),
            ("/dev/zero", Some(io::ErrorKind::Unsupported)),
            ("/dev/urandom", Some(io::ErrorKind::Unsupported)),
            ("no-such-file", Some(io::ErrorKind::NotFound)),
        ] {
            assert_eq!(open(Path::new(path)).err().map(|it| it.kind()), kind, "{path}");
        }
    }

    #[test]
    fn a_link_to_what_was_handed_over_is_handed_over() {
        let folder = tempfile::tempdir().unwrap();
        for (target, is_it) in [("/dev/fd/0", true), ("/dev/stdin", true), ("/dev/zero", false)] {
            let link = folder.path().join(target.replace('/', "-"));
            std::os::unix::fs::symlink(target, &link).unwrap();
            assert_eq!(is_handed_over(&link), is_it, "{target}");
        }
        let round = folder.path().join("round");
        std::os::unix::fs::symlink(&round, &round).unwrap();
        assert!(!is_handed_over(&round));
    }
}
