//! What a person set for themselves: selections of organisations by name, and platforms that they prefer or avoid.
//!
//! ```toml
//! [selections]
//! peers = "soort:gemeente in:gelderland"
//!
//! [channels]
//! prefer = ["mastodon"]
//! avoid = ["x"]
//! ask_before_walled = true
//! ```
//!
//! The program reads this file and never writes it.

mod colours;
mod interface;
mod read;

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::dirs;
pub use colours::OwnColour;
pub use interface::Interface;

/// No file of settings is larger than this many bytes.
const LARGEST: u64 = 1 << 20;
/// So many selections may stand within each other.
pub const DEEPEST: usize = 8;

/// What a person set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Filters by name, in the order of the alphabet.
    pub selections: Vec<Selection>,
    /// The platforms that come first, the dearest first.
    pub prefer: Vec<String>,
    /// The platforms that come last.
    pub avoid: Vec<String>,
    /// Whether the screen asks before it opens an account that is read whole with a login only.
    pub ask_before_walled: bool,
    /// How the program shows itself.
    pub interface: Interface,
    /// Colours in the place of those of the theme.
    pub colours: Vec<OwnColour>,
    /// The keys of the person's own choice, in the order of the file.
    pub keys: Vec<ChosenKeys>,
}

/// A filter that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The name, in lower case.
    pub name: String,
    /// What it stands for.
    pub filter: String,
    /// The line, counted from 1, and the column in characters, counted from 1, of the filter.
    pub place: (usize, usize),
}

/// Why a selection stands for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unexpanded {
    /// No selection is called so.
    Unknown(String),
    /// It leads back to itself.
    Circle(String),
    /// It stands within more selections than are followed.
    Deep(String),
}

/// The keys that are chosen for an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenKeys {
    /// The action, or `place.action`.
    pub action: String,
    /// The keys.
    pub keys: Vec<String>,
    /// The line, counted from 1, and the column in characters, counted from 1.
    pub place: (usize, usize),
}

/// Why settings can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The system does not let the file be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Some of what stands in it is none: at least one thing, in the order in which they stand there.
    #[error("{0:?}")]
    Wrong(Vec<Fault>),
}

/// Something in a file that is no setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1, and the column in characters, counted from 1.
    pub place: (usize, usize),
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong in a file of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It is no TOML; what its reader says, in English.
    Syntax(String),
    /// No setting is called so; perhaps this one was meant.
    Key(String, Option<&'static str>),
    /// What stands behind a key is not of the right sort: a text, or a list of texts.
    Value(String),
    /// A value is none of those that a key can have.
    Choice {
        /// The key.
        key: String,
        /// The value.
        given: String,
        /// What it can have.
        known: Vec<&'static str>,
    },
    /// A value is no colour.
    Colour {
        /// The key.
        key: String,
        /// The value.
        given: String,
    },
}

/// The file in the folder for settings, as these variables of the environment tell; `None` where they don't.
pub fn default_path(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(dirs::config(variable)?.join("config.toml"))
}

/// What a file says; nothing is set where there is none.
///
/// # Errors
///
/// Where it can't be read, or something in it is no setting.
pub fn read(path: &Path) -> Result<Settings, SettingsError> {
    sound(inspect(path)?)
}

/// What of a file can be read, and all that is wrong in it, in its order.
///
/// # Errors
///
/// Where it can't be read.
pub fn inspect(path: &Path) -> io::Result<(Settings, Vec<Fault>)> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Default::default()),
        Ok(it) if it.len() > LARGEST => return Err(io::ErrorKind::FileTooLarge.into()),
        // A pipe would never end.
        Ok(it) if !it.is_file() => return Err(io::ErrorKind::InvalidInput.into()),
        _ => {}
    }
    Ok(read::settings(&fs::read_to_string(path)?))
}

fn sound((settings, faults): (Settings, Vec<Fault>)) -> Result<Settings, SettingsError> {
    if faults.is_empty() { Ok(settings) } else { Err(SettingsError::Wrong(faults)) }
}

impl Settings {
    /// Reads settings.
    ///
    /// # Errors
    ///
    /// Where the text is no TOML, or something in it is no setting; with where that is.
    ///
    /// ```
    /// use officieel::settings::{Settings, Unexpanded};
    ///
    /// let settings = Settings::parse("[selections]\npeers = \"in:zeeland\"").unwrap();
    /// assert_eq!(settings.expanded("op:x @peers").unwrap(), "op:x in:zeeland");
    /// assert_eq!(settings.expanded("@others"), Err(Unexpanded::Unknown("others".to_owned())));
    /// ```
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        sound(read::settings(text))
    }

    /// The actions with the keys that are chosen for them, in the order of the file.
    pub fn chosen_keys(&self) -> Vec<(String, Vec<String>)> {
        self.keys.iter().map(|it| (it.action.clone(), it.keys.clone())).collect()
    }

    /// A filter with what its selections (`@peers`) stand for.
    ///
    /// # Errors
    ///
    /// Which selection stands for nothing: one that is not set, leads back to itself, or is nested too deep.
    pub fn expanded(&self, filter: &str) -> Result<String, Unexpanded> {
        self.expand(filter, &mut Vec::new())
    }

    fn expand(&self, filter: &str, within: &mut Vec<String>) -> Result<String, Unexpanded> {
        let mut pieces = Vec::new();
        for piece in filter.split(' ') {
            let Some(name) = piece.strip_prefix('@') else {
                pieces.push(piece.to_owned());
                continue;
            };
            let wanted = name.to_lowercase();
            let found = self.selections.iter().find(|it| it.name == wanted);
            let found = found.ok_or_else(|| Unexpanded::Unknown(name.to_owned()))?;
            if within.contains(&wanted) {
                return Err(Unexpanded::Circle(wanted));
            }
            if within.len() >= DEEPEST {
                return Err(Unexpanded::Deep(wanted));
            }
            within.push(wanted);
            pieces.push(self.expand(&found.filter, within)?);
            within.pop();
        }
        Ok(pieces.join(" "))
    }
}

#[cfg(test)]
mod tests;
