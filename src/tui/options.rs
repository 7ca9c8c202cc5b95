//! What the terminal UI is started with, and how it went.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::environment::ColorChoice;
use super::loading::Progress;
use super::message::Ending;
use super::model::Catalogue;
use super::picking::Picking;
use super::theme::choice::ThemeName;
use crate::directory::{Date, Directory};
use crate::filter::Among;
use crate::proposals::Proposals;
use crate::settings::Settings;
use crate::words::Language;

/// Makes the directory and tells how far that is, or says why it can't be had.
pub type Load = Box<dyn FnOnce(&(dyn Fn(Progress) + Sync)) -> Result<Loaded, String> + Send>;

/// A directory, and what the reader must know of what was laid over it.
#[derive(Debug)]
pub struct Loaded {
    /// The directory.
    pub directory: Directory,
    /// The organisations among which to search; `None` for all.
    pub among: Option<Among>,
    /// A message to be judged.
    pub message: Option<String>,
    /// What is said once it is there, in a line.
    pub notice: Option<String>,
}

/// What the UI is started with.
pub struct Options {
    /// Makes the directory; called on a thread of its own, while the first frame is drawn.
    pub load: Load,
    /// The name of the file that it comes from, to be shown meanwhile; `None` for the directory
    /// that is built in.
    pub file: Option<String>,
    /// What is searched at first.
    pub query: Option<String>,
    /// The language of the interface.
    pub language: Language,
    /// Whether colour is used.
    pub colour: ColorChoice,
    /// Which theme is meant.
    pub theme: ThemeName,
    /// Whether only ASCII is drawn; also so where the locale can't show more.
    pub ascii: bool,
    /// Whether clicks and the wheel are listened to.
    pub mouse: bool,
    /// What the reader set for themselves.
    pub settings: Settings,
    /// The day on which trust is reckoned.
    pub today: Date,
    /// Where the reader's own observations go; `None` where nothing can be recorded.
    pub own_file: Option<PathBuf>,
    /// Where accounts go that the reader adds; `None` where there is no file for them.
    pub additions_file: Option<PathBuf>,
    /// Where what the reader keeps at hand goes; `None` where there is no folder for it.
    pub favourites_file: Option<PathBuf>,
    /// Where what was asked is kept; `None` where there is no folder for it.
    pub history_file: Option<PathBuf>,
    /// The proposals to look at, and their file.
    pub review: Option<(PathBuf, Proposals)>,
    /// Where the edition is kept that the reader looked at last; `None` where there is no folder for it.
    pub editions_folder: Option<PathBuf>,
    /// Whether nothing of that is to be read or written.
    pub private: bool,
    /// What is to be picked for another program; `None` where Enter opens.
    pub picking: Option<Picking>,
}

/// How it went.
#[derive(Debug)]
pub struct Ended {
    /// Why it ended.
    pub ending: Ending,
    /// Why some of what the reader saw is not recorded, where that could not be said on screen any more.
    pub unrecorded: Vec<String>,
    /// The directory that was shown, where it could be had.
    pub catalogue: Option<Arc<Catalogue>>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("file", &self.file)
            .field("query", &self.query)
            .field("language", &self.language)
            .field("colour", &self.colour)
            .field("theme", &self.theme)
            .field("ascii", &self.ascii)
            .field("mouse", &self.mouse)
            .field("settings", &self.settings)
            .field("today", &self.today)
            .field("own_file", &self.own_file)
            .field("additions_file", &self.additions_file)
            .field("favourites_file", &self.favourites_file)
            .field("history_file", &self.history_file)
            .field("review", &self.review)
            .field("editions_folder", &self.editions_folder)
            .field("private", &self.private)
            .field("picking", &self.picking)
            .finish_non_exhaustive()
    }
}
