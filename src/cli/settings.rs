//! What a person set, where a command asks for it.

use super::Context;
use super::error::Result;
use super::load::name_of;
use crate::messages;
use crate::settings::{self, Fault, Interface, Settings, SettingsError};

/// What is set. Where that can't be read, nothing is, and it is said.
pub(super) fn read(cx: &mut Context<'_>) -> Result<Settings> {
    let (settings, fault) = read_quietly(cx);
    if let Some(text) = fault {
        writeln!(cx.err, "officieel: {text}")?;
    }
    Ok(settings)
}

/// How the program shows itself; where settings can't be read, as without them. What is wrong is said by who needs
/// them.
pub(super) fn interface() -> Interface {
    let path = settings::default_path(|name| std::env::var_os(name));
    let read = path.and_then(|path| settings::read(&path).ok());
    read.map(|it| it.interface).unwrap_or_default()
}

/// [`read`], with what is to be said rather than saying it.
pub(super) fn read_quietly(cx: &Context<'_>) -> (Settings, Option<String>) {
    let Some(path) = settings::default_path(|name| std::env::var_os(name)) else {
        return (Settings::default(), None);
    };
    match settings::read(&path) {
        Ok(settings) => (settings, None),
        Err(error) => (Settings::default(), Some(told(&name_of(&path), &error, cx))),
    }
}

/// Why settings don't count.
fn told(file: &str, error: &SettingsError, cx: &Context<'_>) -> String {
    cx.words.settings_left_out(&why(file, error, cx))
}

/// What is wrong first in a file of settings, and where.
pub(super) fn why(file: &str, error: &SettingsError, cx: &Context<'_>) -> String {
    let words = cx.words;
    match error {
        SettingsError::Io(error) => words.cli_unreadable(file, &error.to_string()),
        SettingsError::Wrong(faults) => {
            let told =
                |it: &Fault| placed(file, it.place, &messages::settings::fault(words, &it.wrong));
            faults.first().map(told).unwrap_or_default()
        }
    }
}

/// What is wrong at a line and a column of a file.
pub(super) fn placed(file: &str, (line, column): (usize, usize), fault: &str) -> String {
    format!("{file}:{line}:{column}: {fault}")
}

/// A filter with what its selections stand for; one that is not set is complained of.
pub(super) fn expanded(filter: &str, cx: &mut Context<'_>) -> Result<String> {
    if !filter.split(' ').any(|piece| piece.starts_with('@')) {
        return Ok(filter.to_owned());
    }
    let settings = read(cx)?;
    settings.expanded(filter).map_err(|why| {
        let text = messages::settings::unexpanded(cx.words, &settings, &why);
        cx.unusable(&text)
    })
}
