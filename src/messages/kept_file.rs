//! The words in which is said why what a person keeps is not kept.

use crate::kept_file::KeptFileError;
use crate::text::sanitise::{escaped, escaped_path};
use crate::words::Words;

/// Why a file was not read or not changed, in a sentence; `broken` is what is said of a fault on a line of it. Nothing of
/// what stands in the file is repeated.
pub fn not_kept(
    words: &Words,
    file: &str,
    fault: &KeptFileError,
    broken: fn(&Words, &str, &str) -> String,
) -> String {
    match fault {
        KeptFileError::Io(fault) => words.unwritable(file, &escaped(&fault.to_string())),
        KeptFileError::Broken(line) => broken(words, file, &line.to_string()),
        KeptFileError::Busy => words.busy(file),
        KeptFileError::NoLock(lock) => words.no_lock(&escaped_path(lock)),
    }
}
