//! Writing what was asked, on a thread: another program may hold the file for a while.

use crate::history::{self, History};
use crate::messages::kept_file::not_kept;
use crate::tui::favourites::writer::Kept;
use crate::tui::screens::observe::writer::OwnFile;
use crate::words::Words;

/// Joins what was asked with what the file says, or where nothing was, reads it.
pub fn keep(words: &Words, file: &OwnFile, asked: &[String]) -> Kept<History> {
    let outcome = if asked.is_empty() {
        history::read(&file.path)
    } else {
        history::write(&file.path, asked)
    };
    let broken = Words::history_broken;
    let outcome = outcome.map_err(|fault| not_kept(words, &file.name, &fault, broken));
    Kept { count: asked.len(), outcome }
}
