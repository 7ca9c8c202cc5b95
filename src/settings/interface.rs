//! How the program shows itself, where a person set that.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Wrong, unknown};

/// The settings of `[interface]`, each unset where nothing is said. An option on the command line goes before each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interface {
    /// The language, `nl` or `en`.
    pub language: Option<String>,
    /// When there are colours: `auto`, `always` or `never`.
    pub color: Option<String>,
    /// Whether plain letters stand in the place of signs.
    pub ascii: Option<bool>,
    /// Whether the mouse does anything.
    pub mouse: Option<bool>,
    /// Whether nothing is kept of what is looked at.
    pub private: Option<bool>,
    /// The country whose directory is shown.
    pub country: Option<String>,
    /// The files of own additions.
    pub with: Vec<String>,
}

/// The names of these settings.
const KNOWN: &[&str] = &["language", "color", "ascii", "mouse", "private", "country", "with"];

impl Interface {
    /// Reads the table; where something in it is none, its place and what is wrong.
    pub(super) fn read(table: &DeTable<'_>) -> Result<Self, (usize, Wrong)> {
        let mut read = Self::default();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name {
                "language" => read.language = Some(one_of(name, value, &["nl", "en"])?),
                "color" => read.color = Some(one_of(name, value, &["auto", "always", "never"])?),
                "ascii" => read.ascii = Some(truth(name, value)?),
                "mouse" => read.mouse = Some(truth(name, value)?),
                "private" => read.private = Some(truth(name, value)?),
                "country" => read.country = Some(text(name, value)?),
                "with" => read.with = texts(name, value)?,
                _ => return Err((key.span().start, unknown(name, KNOWN))),
            }
        }
        Ok(read)
    }
}

fn wrong(name: &str, value: &Spanned<DeValue<'_>>) -> (usize, Wrong) {
    (value.span().start, Wrong::Value(name.to_owned()))
}

fn truth(name: &str, value: &Spanned<DeValue<'_>>) -> Result<bool, (usize, Wrong)> {
    value.get_ref().as_bool().ok_or_else(|| wrong(name, value))
}

fn text(name: &str, value: &Spanned<DeValue<'_>>) -> Result<String, (usize, Wrong)> {
    value.get_ref().as_str().map(str::to_owned).ok_or_else(|| wrong(name, value))
}

fn one_of(
    name: &str,
    value: &Spanned<DeValue<'_>>,
    known: &[&'static str],
) -> Result<String, (usize, Wrong)> {
    let given = text(name, value)?;
    if known.contains(&given.as_str()) {
        return Ok(given);
    }
    Err((value.span().start, Wrong::Choice { key: name.to_owned(), given, known: known.to_vec() }))
}

/// A text, or a list of them.
pub(super) fn texts(
    name: &str,
    value: &Spanned<DeValue<'_>>,
) -> Result<Vec<String>, (usize, Wrong)> {
    match value.get_ref() {
        DeValue::Array(all) => all.iter().map(|it| text(name, it)).collect(),
        _ => Ok(vec![text(name, value)?]),
    }
}
