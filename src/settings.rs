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

mod interface;

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::dirs;
use crate::text::suggest::nearest;
pub use interface::Interface;

/// No file of settings is larger than this many bytes.
const LARGEST: u64 = 1 << 20;
/// So many selections may stand within each other; more is a circle.
const DEEPEST: usize = 8;

/// What a person set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Filters by name, in the order of the alphabet.
    pub selections: Vec<(String, String)>,
    /// The platforms that come first, the dearest first.
    pub prefer: Vec<String>,
    /// The platforms that come last.
    pub avoid: Vec<String>,
    /// Whether the screen asks before it opens an account that is read whole with a login only.
    pub ask_before_walled: bool,
    /// How the program shows itself.
    pub interface: Interface,
    /// The keys of the person's own choice: `[place.]action` and the keys that do it, each with where that stands.
    pub keys: Vec<ChosenKeys>,
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

/// A file of settings in which each stands as it is without one.
pub const TEMPLATE: &str = include_str!("settings/template.toml");

/// Why settings can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The system does not let the file be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Something in it is none.
    #[error("{line}:{column}: {wrong:?}")]
    Wrong {
        /// The line, counted from 1.
        line: usize,
        /// The column in characters, counted from 1.
        column: usize,
        /// What is wrong there.
        wrong: Wrong,
    },
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
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Settings::default()),
        Ok(it) if it.len() > LARGEST => {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge).into());
        }
        // A pipe would never end.
        Ok(it) if !it.is_file() => {
            return Err(io::Error::from(io::ErrorKind::InvalidInput).into());
        }
        _ => {}
    }
    Settings::parse(&fs::read_to_string(path)?)
}

impl Settings {
    /// Reads settings.
    ///
    /// # Errors
    ///
    /// Where the text is no TOML, or something in it is no setting; with where that is.
    ///
    /// ```
    /// use officieel::settings::Settings;
    ///
    /// let settings = Settings::parse("[selections]\npeers = \"in:zeeland\"").unwrap();
    /// assert_eq!(settings.expanded("op:x @peers").unwrap(), "op:x in:zeeland");
    /// assert_eq!(settings.expanded("@others"), Err("others".to_owned()));
    /// ```
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let wrong = |at: usize, wrong| {
            let (line, column) = place(text, at);
            SettingsError::Wrong { line, column, wrong }
        };
        let whole = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            wrong(at, Wrong::Syntax(error.message().to_owned()))
        })?;
        let mut settings = Self::default();
        for (key, value) in whole.get_ref() {
            let at = key.span().start;
            let name = key.get_ref().as_ref();
            let found = match name {
                "selections" => settings.read_selections(value),
                "channels" => settings.read_channels(value),
                "interface" => table(value, "interface")
                    .and_then(Interface::read)
                    .map(|it| settings.interface = it),
                "keys" => settings.read_keys(value, text),
                _ => Err((at, unknown(name, &["selections", "channels", "interface", "keys"]))),
            };
            found.map_err(|(at, fault)| wrong(at, fault))?;
        }
        Ok(settings)
    }

    fn read_selections(&mut self, value: &Spanned<DeValue<'_>>) -> Result<(), (usize, Wrong)> {
        for (key, value) in table(value, "selections")? {
            let name = key.get_ref().as_ref();
            let Some(text) = value.get_ref().as_str() else {
                return Err((value.span().start, Wrong::Value(name.to_owned())));
            };
            self.selections.push((name.to_lowercase(), text.to_owned()));
        }
        Ok(())
    }

    /// The actions with the keys that are chosen for them, in the order of the file.
    pub fn chosen_keys(&self) -> Vec<(String, Vec<String>)> {
        self.keys.iter().map(|it| (it.action.clone(), it.keys.clone())).collect()
    }

    fn read_keys(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        text: &str,
    ) -> Result<(), (usize, Wrong)> {
        for (key, value) in table(value, "keys")? {
            let action = key.get_ref().as_ref().to_owned();
            let keys = interface::texts(&action, value)?;
            let place = place(text, key.span().start);
            self.keys.push(ChosenKeys { action, keys, place });
        }
        Ok(())
    }

    fn read_channels(&mut self, value: &Spanned<DeValue<'_>>) -> Result<(), (usize, Wrong)> {
        for (key, value) in table(value, "channels")? {
            let name = key.get_ref().as_ref();
            let wrong = || (value.span().start, Wrong::Value(name.to_owned()));
            let to = match name {
                "prefer" => &mut self.prefer,
                "avoid" => &mut self.avoid,
                "ask_before_walled" => {
                    self.ask_before_walled = value.get_ref().as_bool().ok_or_else(wrong)?;
                    continue;
                }
                _ => {
                    let known = ["prefer", "avoid", "ask_before_walled"];
                    return Err((key.span().start, unknown(name, &known)));
                }
            };
            for it in value.get_ref().as_array().ok_or_else(wrong)? {
                to.push(it.get_ref().as_str().ok_or_else(wrong)?.to_owned());
            }
        }
        Ok(())
    }

    /// A filter with what its selections (`@peers`) stand for; the name of one that is none where there is such.
    ///
    /// # Errors
    ///
    /// The name of a selection that is not set, or stands within itself.
    pub fn expanded(&self, filter: &str) -> Result<String, String> {
        self.expand(filter, 0)
    }

    fn expand(&self, filter: &str, depth: usize) -> Result<String, String> {
        let piece = |piece: &str| match piece.strip_prefix('@') {
            None => Ok(piece.to_owned()),
            Some(name) => {
                let wanted = name.to_lowercase();
                let found = self.selections.iter().find(|(own, _)| *own == wanted);
                match found.filter(|_| depth < DEEPEST) {
                    Some((_, text)) => self.expand(text, depth + 1),
                    None => Err(name.to_owned()),
                }
            }
        };
        let pieces: Result<Vec<String>, String> = filter.split(' ').map(piece).collect();
        Ok(pieces?.join(" "))
    }
}

/// The line and the column of a place in a text, both counted from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

fn table<'t, 'i>(
    value: &'t Spanned<DeValue<'i>>,
    name: &str,
) -> Result<&'t DeTable<'i>, (usize, Wrong)> {
    let wrong = || (value.span().start, Wrong::Value(name.to_owned()));
    value.get_ref().as_table().ok_or_else(wrong)
}

fn unknown(given: &str, known: &[&'static str]) -> Wrong {
    let meant = nearest(given, known.iter().map(|own| (*own, *own)));
    Wrong::Key(given.to_owned(), meant)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn settings_are_read_whole() {
        let text = "[selections]\npeers = \"soort:gemeente in:gelderland\"\nMine = \"@peers op:x\"\n\n\
                    [channels]\nprefer = [\"mastodon\", \"bluesky\"]\navoid = [\"x\"]\nask_before_walled = true\n";
        let settings = Settings::parse(text).unwrap();
        assert_eq!(settings.prefer, ["mastodon", "bluesky"]);
        assert_eq!(settings.avoid, ["x"]);
        assert!(settings.ask_before_walled && !Settings::default().ask_before_walled);
        for (filter, expanded) in [
            ("@peers", "soort:gemeente in:gelderland"),
            ("zonder:x @PEERS", "zonder:x soort:gemeente in:gelderland"),
            ("@mine", "soort:gemeente in:gelderland op:x"),
            ("naam:ede", "naam:ede"),
        ] {
            assert_eq!(settings.expanded(filter).as_deref(), Ok(expanded), "{filter}");
        }
        assert_eq!(Settings::parse("").unwrap(), Settings::default());
    }

    #[test]
    fn the_template_changes_nothing_and_each_of_its_settings_can_be_taken() {
        assert_eq!(Settings::parse(TEMPLATE).unwrap(), Settings::default());
        let taken: String = TEMPLATE
            .lines()
            .map(|line| match line.strip_prefix("# ").filter(|it| it.contains(" = ")) {
                Some(setting) => format!("{setting}\n"),
                None => format!("{line}\n"),
            })
            .collect();
        let settings = Settings::parse(&taken).unwrap();
        assert_eq!(settings.interface.language.as_deref(), Some("nl"));
        assert_eq!(settings.interface.with, ["~/additions.toml"]);
        assert_eq!(settings.keys.len(), 2);
    }

    #[test]
    fn faults_are_told_with_their_place_and_what_was_meant() {
        for (text, place, expected) in [
            ("[selection]\n", (1, 2), Wrong::Key("selection".to_owned(), Some("selections"))),
            ("[channels]\nprefr = []\n", (2, 1), Wrong::Key("prefr".to_owned(), Some("prefer"))),
            ("[selections]\npeers = 3\n", (2, 9), Wrong::Value("peers".to_owned())),
            ("channels = 1", (1, 12), Wrong::Value("channels".to_owned())),
            ("[channels]\navoid = \"x\"\n", (2, 9), Wrong::Value("avoid".to_owned())),
            (
                "[interface]\nlanguage = \"de\"\n",
                (2, 12),
                Wrong::Choice {
                    key: "language".to_owned(),
                    given: "de".to_owned(),
                    known: vec!["nl", "en"],
                },
            ),
            ("[interface]\nmouze = true\n", (2, 1), Wrong::Key("mouze".to_owned(), Some("mouse"))),
            ("[keys]\ncopy = 3\n", (2, 8), Wrong::Value("copy".to_owned())),
            ("[channels]\navoid = [1]\n", (2, 9), Wrong::Value("avoid".to_owned())),
            (
                "[channels]\nask_before_walled = 1\n",
                (2, 21),
                Wrong::Value("ask_before_walled".to_owned()),
            ),
        ] {
            match Settings::parse(text) {
                Err(SettingsError::Wrong { line, column, wrong }) => {
                    assert_eq!(((line, column), wrong), (place, expected), "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        assert!(matches!(
            Settings::parse("a = = 3"),
            Err(SettingsError::Wrong { line: 1, wrong: Wrong::Syntax(_), .. })
        ));
    }

    #[test]
    fn selections_in_a_circle_end() {
        let settings = Settings::parse("[selections]\na = \"@b\"\nb = \"@a\"\n").unwrap();
        assert!(settings.expanded("@a").is_err());
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "\\PC{0,80}|[\\[\\]a-z=\" \n@]{0,80}") {
            if let Ok(settings) = Settings::parse(&text) {
                let _ = settings.expanded(&text);
            }
        }
    }
}
