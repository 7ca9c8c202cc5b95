//! Where an overlay file is.

use std::ffi::OsString;
use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use crate::replace::folder_of;

/// So many links may lead one to the other.
const MOST_LINKS: usize = 40;

/// The file that is customary for what a person keeps with this program, as these variables of the
/// environment tell; `None` where they don't.
///
/// Source: XDG Base Directory Specification 0.8, <https://specifications.freedesktop.org/basedir-spec/0.8/>,
/// by which a relative path is to be ignored.
pub fn default_path(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let path = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let customary = || {
        if cfg!(windows) {
            path("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            path("HOME").map(|home| home.join("Library").join("Application Support"))
        } else {
            path("HOME").map(|home| home.join(".local").join("share"))
        }
    };
    let data = path("XDG_DATA_HOME").or_else(customary)?;
    Some(data.join("officieel").join("observations.toml"))
}

/// The file itself where a path is a link to it, whether that file is there or not: the link stays.
pub(super) fn target(path: &Path) -> io::Result<PathBuf> {
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

/// Makes the folder of a file, for nobody else, where it is not there yet.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder_of(path))
}
