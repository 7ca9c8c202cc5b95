//! Writing an own addition, on a thread of its own: another program may hold the file for a while.

use std::sync::Arc;

use crate::directory::Date;
use crate::messages::own_addition;
use crate::own_addition::joined;
use crate::proposals::Proposals;
use crate::proposals::additions::additions;
use crate::text::sanitise::escaped;
use crate::tui::model::Catalogue;
use crate::tui::proposals_file::Held;
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
        let Self { file, addition } = self;
        let directory = &catalogue.directory;
        let held = Held::take(words, &file)?;
        let known = held.read(directory, today)?.unwrap_or_default();
        let (mut all, stood) = joined(directory, known, &addition);
        held.write(&mut all, directory, today)?;
        Ok(shown(words, catalogue, &addition, (&file.name, stood)))
    }
}

/// What is known with an addition. What looks like a listed account is not shown before somebody looked at it.
fn shown(
    words: &Words,
    catalogue: &Arc<Catalogue>,
    addition: &Proposals,
    (name, stood): (&str, bool),
) -> Added {
    let directory = &catalogue.directory;
    let told = addition.cases.iter().map(|(subject, case)| {
        escaped(&own_addition::added(words, directory, addition, subject, case, (name, stood)))
    });
    let told = told.collect::<Vec<String>>().join(" ");
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
