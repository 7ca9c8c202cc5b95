//! Writing a file that isn't there yet into the working directory.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::text::sanitise::{escaped, escaped_path};
use crate::words::Words;

/// The most files of one name that may stand side by side.
pub(in crate::tui) const MOST: usize = 99;

/// Writes bytes to a new file in a folder, beside those that are there already: with a number behind its name where
/// the name is taken.
///
/// # Errors
///
/// In a sentence, where the bytes could not be had, or the file can't be made or written. No half file is left
/// behind.
pub(in crate::tui) fn write(
    words: &Words,
    folder: &Path,
    name: &str,
    bytes: io::Result<Vec<u8>>,
) -> Result<PathBuf, String> {
    let reason = |error: io::Error| match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            let shown = escaped_path(folder);
            words.export_denied(&shown)
        }
        ErrorKind::AlreadyExists => words.export_taken(name),
        _ => {
            let why = escaped(&error.to_string());
            words.export_failed(name, &why)
        }
    };
    bytes.and_then(|bytes| write_new(folder, name, &bytes)).map_err(reason)
}

fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut number = 1;
    loop {
        let numbered = format!("{stem}-{number}.{extension}");
        let path = folder.join(if number == 1 { name } else { &numbered });
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync_all());
                if let Err(error) = written {
                    // What is there of it is of no use; that it failed is what matters.
                    let _ = fs::remove_file(&path);
                    return Err(error);
                }
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < MOST => number += 1,
            Err(error) => return Err(error),
        }
    }
}
