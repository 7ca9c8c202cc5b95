//! How the program shows itself, where a person set that.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::Wrong;
use super::read::{Misplaced, text, texts, truth, unknown};

/// The settings of `[interface]`, each unset where nothing is said. An option on the command line goes before each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interface {
    /// The language, `nl` or `en`.
    pub language: Option<String>,
    /// When there are colours: `auto`, `always` or `never`.
    pub color: Option<String>,
    /// The theme of the screen, one of [`Interface::THEMES`].
    pub theme: Option<String>,
    /// Whether plain letters stand in the place of signs.
    pub ascii: Option<bool>,
    /// Whether lines stand in the place of the screen.
    pub plain: Option<bool>,
    /// Whether the mouse does anything.
    pub mouse: Option<bool>,
    /// Whether nothing is kept of what is looked at.
    pub private: Option<bool>,
    /// Whether the screen remembers what was asked.
    pub history: Option<bool>,
    /// Whether the screen begins with what was asked last.
    pub resume: Option<bool>,
    /// The country whose directory is shown.
    pub country: Option<String>,
    /// The files of own additions.
    pub with: Vec<String>,
}

/// The names of these settings.
const KNOWN: &[&str] = &[
    "language", "color", "theme", "ascii", "plain", "mouse", "private", "history", "resume",
    "country", "with",
];

impl Interface {
    /// The themes of the screen.
    pub const THEMES: &[&'static str] =
        &["auto", "terminal", "dark", "light", "high-contrast", "mono"];

    /// Reads the table, and adds what in it is none, with its place.
    pub(super) fn read(table: &DeTable<'_>, faults: &mut Vec<Misplaced>) -> Self {
        let mut read = Self::default();
        for (key, value) in table {
            faults.extend(read.setting(key, value).err());
        }
        read
    }

    fn setting(
        &mut self,
        key: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), Misplaced> {
        let name = key.get_ref().as_ref();
        match name {
            "language" => self.language = Some(one_of(name, value, &["nl", "en"])?),
            "color" => self.color = Some(one_of(name, value, &["auto", "always", "never"])?),
            "theme" => self.theme = Some(one_of(name, value, Self::THEMES)?),
            "ascii" => self.ascii = Some(truth(name, value)?),
            "plain" => self.plain = Some(truth(name, value)?),
            "mouse" => self.mouse = Some(truth(name, value)?),
            "private" => self.private = Some(truth(name, value)?),
            "history" => self.history = Some(truth(name, value)?),
            "resume" => self.resume = Some(truth(name, value)?),
            "country" => self.country = Some(text(name, value)?),
            "with" => self.with = texts(name, value)?,
            _ => return Err((key.span().start, unknown(name, KNOWN))),
        }
        Ok(())
    }
}

fn one_of(
    name: &str,
    value: &Spanned<DeValue<'_>>,
    known: &[&'static str],
) -> Result<String, Misplaced> {
    let given = text(name, value)?;
    if known.contains(&given.as_str()) {
        return Ok(given);
    }
    Err((value.span().start, Wrong::Choice { key: name.to_owned(), given, known: known.to_vec() }))
}
