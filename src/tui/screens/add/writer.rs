//! Writing an own addition, on a thread of its own: another program may hold the file for a while.

use std::sync::Arc;

use crate::directory::Date;
use crate::dirs;
use crate::messages::proposal;
use crate::proposals::additions::additions;
use crate::proposals::{Proposals, effect, file};
use crate::replace::lock::{Lock, LockError};
use crate::replace::{Readers, replace, target};
use crate::text::sanitise::{escaped, escaped_path};
use crate::tui::model::Catalogue;
use crate::tui::screens::observe::writer::OwnFile;
use crate::words::Words;

/// An addition to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddWrite {
    /// The file of own additions.
    pub file: OwnFile,
    /// What is added.
    pub addition: Proposals,
}

/// An addition that was written.
#[derive(Debug, Clone)]
pub struct Added {
    /// What is known with it.
    pub catalogue: Arc<Catalogue>,
    /// What is said of it.
    pub told: String,
}

impl AddWrite {
    /// Puts it into the file, with what stands there.
    ///
    /// # Errors
    ///
    /// In a sentence, where it can't be written; the file is as it was.
    pub fn write(
        self,
        words: &Words,
        catalogue: &Arc<Catalogue>,
        today: Date,
    ) -> Result<Added, String> {
        let Self { file: OwnFile { path, name }, addition } = self;
        let unwritable =
            |error: std::io::Error| words.unwritable(&name, &escaped(&error.to_string()));
        if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty() && !it.exists())
        {
            dirs::make_private(folder).map_err(unwritable)?;
        }
        let path = target(&path).map_err(unwritable)?;
        let _held = Lock::take(&path).map_err(|error| match error {
            LockError::Busy => words.busy(&name),
            LockError::Unwritable(error) => unwritable(error),
            LockError::NoFile(lock) => words.no_lock(&escaped_path(&lock)),
        })?;
        let known = match std::fs::read(&path) {
            Ok(bytes) => file::read(&bytes)
                .map_err(|error| escaped(&proposal::fault(words, &name, &error)))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Proposals::default(),
            Err(error) => return Err(words.cli_unreadable(&name, &escaped(&error.to_string()))),
        };
        let mut all = known.join(addition.clone());
        effect::fill(&mut all, &catalogue.directory, today);
        let text = file::write(&all, today);
        replace(&path, text.as_bytes(), Readers::Anyone).map_err(unwritable)?;
        Ok(shown(words, catalogue, &addition, &name))
    }
}

/// What is known with an addition. What looks like a listed account is not shown before somebody looked at it.
fn shown(words: &Words, catalogue: &Arc<Catalogue>, addition: &Proposals, name: &str) -> Added {
    let directory = &catalogue.directory;
    let titles = addition.cases.keys().map(|it| escaped(&proposal::title(directory, it)));
    let told = words.add_added(name, &titles.collect::<Vec<String>>().join(", "));
    let mut plain = addition.clone();
    plain.cases.retain(|_, case| case.warnings().next().is_none());
    let (accounts, _) = additions(directory, &plain, &words.with_note(name));
    let catalogue = if accounts.is_empty() {
        Arc::clone(catalogue)
    } else {
        Arc::new(Catalogue::new(directory.with_accounts(accounts)))
    };
    Added { catalogue, told }
}
