//! Where an overlay file is.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::dirs;
use crate::replace::folder_of;

/// The most links that are followed one after the other, as a circle of links has no end.
const MOST_LINKS: usize = 40;

/// The file in the folder for what a person keeps with this program, as these variables of the environment
/// tell; `None` where they don't.
pub fn default_path(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(dirs::data(variable)?.join("observations.toml"))
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
