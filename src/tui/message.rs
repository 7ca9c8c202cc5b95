//! What comes in (messages) and what goes out (effects).

use std::path::PathBuf;
use std::sync::Arc;

use ratatui::layout::Size;

use super::audit_job::{AuditAnswer, Wanted};
use super::export::Export;
use super::input::burst::Burst;
use super::keys::Action;
use super::loading::Progress;
use super::model::Catalogue;
use super::observation_writer::Outcome;
use crate::audit::{Family, ConventionReport};
use crate::check;
use crate::directory::{AccountIndex, Observed};
use crate::search::Answer;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key that stands for an action.
    Do(Action),
    /// A key that makes text.
    Type(char),
    /// A text that came in one go: it was pasted.
    Burst(Burst),
    /// The screen has this size.
    Resized(Size),
    /// A click on a cell.
    Click {
        /// From the left, 0 first.
        column: u16,
        /// From the top, 0 first.
        row: u16,
    },
    /// One notch of the wheel over a cell.
    Wheel {
        /// From the left, 0 first.
        column: u16,
        /// From the top, 0 first.
        row: u16,
        /// Whether it was turned down.
        down: bool,
    },
    /// Loading the directory came this far.
    Loading(Progress),
    /// The directory is there.
    Loaded(Arc<Catalogue>),
    /// The directory can't be had, and why.
    LoadFailed(String),
    /// What a search met in all.
    Found {
        /// The number of the search.
        generation: u64,
        /// What it met.
        answer: Answer,
    },
    /// What a check came to.
    Checked {
        /// The number of the check.
        generation: u64,
        /// One answer for each thing that was asked about.
        answers: Vec<check::Answer>,
    },
    /// What the conventions of a family were reckoned to be.
    Mined {
        /// The number of the question.
        generation: u64,
        /// The conventions, on each platform by itself.
        surveys: Vec<ConventionReport>,
    },
    /// What a job of the audit came to.
    AuditAnswer {
        /// The number of the job.
        generation: u64,
        /// What it came to.
        reviewed: AuditAnswer,
    },
    /// An export was written to this file, or why it wasn't.
    Exported(Result<PathBuf, String>),
    /// A browser was started with this address.
    HandedOver(String),
    /// No browser could be started.
    OpenFailed {
        /// The address.
        address: String,
        /// Why not.
        why: String,
    },
    /// There is no screen for a browser here; this is the address.
    NoDisplay(String),
    /// What came of an observation.
    Written(Outcome),
    /// Something about the file with observations that the reader must know.
    Noticed(String),
    /// A signal asks the program to end.
    Signal(i32),
}

/// Something to be done to the world outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    End(Ending),
    /// Hand an `https` address to the browser.
    Open(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Search on a thread of its own, and tell what was found.
    Search {
        /// The number of the search.
        generation: u64,
        /// What was typed.
        query: String,
        /// How many hits are wanted.
        limit: usize,
    },
    /// Check on a thread of its own, and tell what came of it.
    Check {
        /// The number of the check.
        generation: u64,
        /// What is asked about, as hostile as it came.
        text: String,
    },
    /// Write what was observed of an account, and tell what came of it.
    Observe {
        /// The account.
        account: AccountIndex,
        /// What was seen of it.
        observed: Observed,
    },
    /// Reckon the conventions of a family on a thread of its own, and tell what came of it.
    ConventionsJob {
        /// The number of the question.
        generation: u64,
        /// The family.
        family: Family,
    },
    /// Look through a family for the audit on a thread of its own, and tell what came of it.
    AuditJob {
        /// The number of the job.
        generation: u64,
        /// What is asked.
        wanted: Wanted,
    },
    /// Write findings to a new file in the working directory, and tell which.
    Export(Box<Export>),
    /// Draw everything anew.
    Redraw,
    /// Give the terminal back, and stop until the shell continues the program.
    Suspend,
}

/// How the UI ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The reader was done.
    Quit,
    /// The reader pressed Ctrl-C.
    Interrupted,
    /// A signal asked for it.
    Signal(i32),
    /// The directory can't be had, and why.
    LoadFailed(String),
}
