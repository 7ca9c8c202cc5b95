//! Writing what the reader keeps at hand, on a thread: another program may hold the file for a while.

use crate::favourites::{self, Change, Favourites};
use crate::messages::kept_file::not_kept;
use crate::tui::screens::observe::writer::OwnFile;
use crate::words::Words;

/// What came of reading or writing it.
#[derive(Debug)]
pub struct Kept<K> {
    /// How many changes were to be written.
    pub count: usize,
    /// What the file says now, or a sentence that says why it is as it was.
    pub outcome: Result<K, String>,
}

/// Writes changes to the file, or where there are none, reads it.
pub fn keep(words: &Words, file: &OwnFile, changes: &[Change]) -> Kept<Favourites> {
    let outcome = if changes.is_empty() {
        favourites::read(&file.path)
    } else {
        favourites::write(&file.path, changes)
    };
    let broken = Words::favourites_broken;
    let outcome = outcome.map_err(|fault| not_kept(words, &file.name, &fault, broken));
    Kept { count: changes.len(), outcome }
}
