//! A file of proposals as the screen changes it: held, read anew and written, so that what others write in the meantime
//! stays.

use std::path::PathBuf;

use crate::directory::{Date, Directory};
use crate::dirs;
use crate::messages::proposal;
use crate::proposals::{Proposals, effect, file};
use crate::replace::lock::{Lock, LockError};
use crate::replace::{Readers, contents, replace, target};
use crate::text::sanitise::{escaped, escaped_path};
use crate::tui::screens::observe::writer::OwnFile;
use crate::words::Words;

/// A file of proposals that no other program changes until this is dropped.
pub(in crate::tui) struct Held<'f> {
    words: &'f Words,
    name: &'f str,
    path: PathBuf,
    _lock: Lock,
}

impl<'f> Held<'f> {
    /// Waits for the file and holds it. It need not be there yet.
    ///
    /// # Errors
    ///
    /// In a sentence, where it can't be held.
    pub(in crate::tui) fn take(words: &'f Words, file: &'f OwnFile) -> Result<Self, String> {
        let OwnFile { path, name } = file;
        let unwritable = |error: std::io::Error| unwritable(words, name, &error);
        if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty() && !it.exists())
        {
            dirs::make_private(folder).map_err(unwritable)?;
        }
        let path = target(path).map_err(unwritable)?;
        let lock = Lock::take(&path).map_err(|error| match error {
            LockError::Busy => words.busy(name),
            LockError::Unwritable(error) => unwritable(error),
            LockError::NoFile(lock) => words.no_lock(&escaped_path(&lock)),
        })?;
        Ok(Self { words, name, path, _lock: lock })
    }

    /// What it says now; `None` where it isn't there.
    ///
    /// # Errors
    ///
    /// In a sentence, where it can't be read, is no file of proposals, or is for the directory of another country.
    pub(in crate::tui) fn read(
        &self,
        directory: &Directory,
        today: Date,
    ) -> Result<Option<Proposals>, String> {
        let unreadable = |error: std::io::Error| {
            self.words.cli_unreadable(self.name, &escaped(&error.to_string()))
        };
        let Some((bytes, _)) = contents(&self.path).map_err(unreadable)? else { return Ok(None) };
        let mut known = file::read(&bytes)
            .map_err(|error| escaped(&proposal::fault(self.words, self.name, &error)))?;
        known.forget_later_decisions(today);
        match proposal::of_another(self.words, self.name, &known, directory) {
            Some(why) => Err(escaped(&why)),
            None => Ok(Some(known)),
        }
    }

    /// Puts proposals in the place of what it says, with what they would do.
    ///
    /// # Errors
    ///
    /// In a sentence, where it can't be written; the file is as it was.
    pub(in crate::tui) fn write(
        &self,
        proposals: &mut Proposals,
        directory: &Directory,
        today: Date,
    ) -> Result<(), String> {
        effect::fill(proposals, directory, today);
        let text = proposal::file_of(self.words, proposals, today);
        let written = replace(&self.path, text.as_bytes(), Readers::Anyone);
        written.map_err(|error| unwritable(self.words, self.name, &error))
    }
}

fn unwritable(words: &Words, name: &str, error: &std::io::Error) -> String {
    words.unwritable(name, &escaped(&error.to_string()))
}
