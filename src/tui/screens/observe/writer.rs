//! Writing what the reader saw, one observation after another, on a thread of its own.
//!
//! The file is locked while it is written, and another program may hold it for a while; the screen goes
//! on meanwhile.

use std::path::PathBuf;
use std::sync::Arc;

use crate::directory::{AccountIndex, Date, Observed};
use crate::messages::observation;
use crate::observations_file;
use crate::text::sanitise::escaped;
use crate::tui::model::Catalogue;
use crate::words::Words;

/// Where observations are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    /// The file.
    pub path: PathBuf,
    /// Its name as it is shown.
    pub name: String,
}

/// An observation to be written.
#[derive(Debug)]
pub struct Write {
    /// What is known.
    pub catalogue: Arc<Catalogue>,
    /// The account that was looked at.
    pub account: AccountIndex,
    /// What was seen of it.
    pub observed: Observed,
}

/// An observation that was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// What is known with it, and with all else that stands in the file by now.
    pub catalogue: Arc<Catalogue>,
    /// The account that was looked at.
    pub account: AccountIndex,
    /// What was seen of it.
    pub observed: Observed,
}

/// What came of an observation: it was written, or a sentence says why not.
pub type Outcome = Result<Written, String>;

/// Writes observations where they go, in their order.
#[derive(Debug, Clone)]
pub struct ObservationWriter {
    /// Where they go.
    pub file: OwnFile,
    /// The day of what is seen.
    pub today: Date,
    /// The words to say why one was not written.
    pub words: &'static Words,
}

impl ObservationWriter {
    /// Writes one observation.
    ///
    /// # Errors
    ///
    /// Where it was not written, a sentence that says why.
    pub fn write(&self, write: Write) -> Outcome {
        let Write { catalogue, account, observed } = write;
        let directory = &catalogue.directory;
        match observations_file::record(&self.file.path, directory, account, &observed, self.today)
        {
            Ok(overlay) => {
                let catalogue = Arc::new(catalogue.with_overlay(&overlay, self.today));
                Ok(Written { catalogue, account, observed })
            }
            Err(fault) => {
                // The first problem of a file is where to begin; the command line tells them all.
                let lines = observation::not_recorded(self.words, &self.file.name, &fault);
                let lines: Vec<String> = lines.iter().take(2).map(|it| escaped(it)).collect();
                Err(lines.join(" "))
            }
        }
    }
}
