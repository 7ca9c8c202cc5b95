//! What comes in (messages) and what goes out (effects).

use std::sync::Arc;

use ratatui::layout::Size;

use crate::pick::Pick;
use crate::tui::input::burst::Burst;
use crate::tui::job::{Answer, Job};
use crate::tui::keys::Action;
use crate::tui::loading::Progress;
use crate::tui::model::Catalogue;
use crate::tui::theme::choice::ThemeName;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key that stands for an action.
    Do(Action),
    /// A key that makes text.
    Type(char),
    /// A text that came in one go: it was pasted.
    Burst(Burst),
    /// Nothing was typed for a moment after the edit of this number.
    Paused(u64),
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
    /// The answer to a job, under the generation of that.
    Done(u64, Answer),
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
    /// Have a thread do a job, and tell under this generation what came of it.
    Run(u64, Job),
    /// Draw with another theme.
    Theme(ThemeName),
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
    /// The reader picked this for another program.
    Picked(Vec<Pick>),
    /// The reader pressed Ctrl-C.
    Interrupted,
    /// A signal asked for it.
    Signal(i32),
    /// The directory can't be had, and why.
    LoadFailed(String),
}
