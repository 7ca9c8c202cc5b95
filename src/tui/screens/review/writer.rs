//! Writing one decision, on a thread of its own: into the file as it is by then, for others may have changed it since the
//! screen read it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::directory::{Date, Directory};
use crate::own_addition::look_alikes;
use crate::proposals::objection::Objection;
use crate::proposals::{Decision, Proposals, Subject, effect};
use crate::tui::proposals_file::Held;
use crate::tui::screens::observe::writer::OwnFile;
use crate::words::Words;

/// What is known of proposals on screen that their file need not say: what warns of each.
pub type Warnings = BTreeMap<Subject, BTreeSet<String>>;

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// What had been decided, as the screen knew it.
    pub before: Option<Decision>,
    /// What is decided now; `None` takes the last decision back.
    pub after: Option<Decision>,
}

/// A decision to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewWrite {
    /// The file.
    pub file: OwnFile,
    /// The decision.
    pub change: Change,
    /// What the screen knows of what warns.
    pub warnings: Arc<Warnings>,
}

/// Why a decision was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritten {
    /// In a sentence.
    pub why: String,
    /// What the file says, where it can be read.
    pub found: Option<Proposals>,
}

impl ReviewWrite {
    /// Puts the decision into the file, and nothing else; all that it says then comes back.
    ///
    /// # Errors
    ///
    /// Where it can't be put there: the file is no longer there or says nothing of it, somebody else decided meanwhile,
    /// or it can't be read or written. The file is as it was.
    pub fn write(
        self,
        words: &Words,
        directory: &Directory,
        today: Date,
    ) -> Result<Proposals, Unwritten> {
        let Self { file, change: Change { subject, before, after }, warnings } = self;
        let unread = |why: String| Unwritten { why, found: None };
        // A folder that is gone is not made anew: what was in it is gone as well.
        if !file.path.exists() {
            return Err(unread(words.review_gone(&file.name)));
        }
        let held = Held::take(words, &file).map_err(unread)?;
        let mut all = held
            .read(directory, today)
            .map_err(unread)?
            .ok_or_else(|| unread(words.review_gone(&file.name)))?;
        mind(&mut all, &warnings, directory);
        let why = match all.cases.get_mut(&subject) {
            None => words.review_no_longer(&file.name),
            Some(case) if case.decision != before => words.review_by_others(&file.name),
            Some(case) => {
                case.decision = after;
                match held.write(&mut all, directory, today) {
                    Ok(()) => return Ok(all),
                    Err(why) => {
                        if let Some(case) = all.cases.get_mut(&subject) {
                            case.decision = before;
                        }
                        why
                    }
                }
            }
        };
        effect::fill(&mut all, directory, today);
        Err(Unwritten { why, found: Some(all) })
    }
}

/// Warns of what the screen knows, and looks at what is new to it.
fn mind(all: &mut Proposals, known: &Warnings, directory: &Directory) {
    for (subject, case) in &mut all.cases {
        for warning in known.get(subject).into_iter().flatten() {
            match Objection::read(warning) {
                Objection::LookAlike(genuine) => look_alikes::warn(case, genuine),
                _ => {
                    case.against.insert(warning.clone());
                }
            }
        }
    }
    look_alikes::mind(all, directory, &|subject, _| !known.contains_key(subject));
}
