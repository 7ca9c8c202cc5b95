//! The words in which is said why favourites are not kept.

use crate::favourites::FavouritesError;
use crate::text::sanitise::{escaped, escaped_path};
use crate::words::Words;

/// Why a file of favourites was not read or not changed, in a sentence. Nothing of what stands in the file is
/// repeated.
pub fn not_kept(words: &Words, file: &str, fault: &FavouritesError) -> String {
    match fault {
        FavouritesError::Io(fault) => words.unwritable(file, &escaped(&fault.to_string())),
        FavouritesError::Broken(line) => words.favourites_broken(file, &line.to_string()),
        FavouritesError::Busy => words.busy(file),
        FavouritesError::NoLock(lock) => words.no_lock(&escaped_path(lock)),
    }
}
