//! What a person set, where a command asks for it.

use std::io;

use super::Context;
use super::arguments::Command;
use super::error::Result;
use super::load::name_of;
use crate::messages;
use crate::settings::{self, Fault, Interface, Settings, SettingsError};

/// What is set; nothing where that can't be read, which [`complain`] said before.
pub(super) fn read(cx: &Context<'_>) -> Settings {
    read_quietly(cx).0
}

/// Says before a command what is wrong with settings, since without them it may do something else. The screen and the
/// commands that are about them say it themselves.
pub(super) fn complain(command: Option<&Command>, cx: &mut Context<'_>) -> io::Result<()> {
    let says_it_itself = matches!(
        command,
        None | Some(Command::Config(_) | Command::Doctor(_) | Command::Completions(_))
    );
    match read_quietly(cx).1.filter(|_| !says_it_itself) {
        Some(text) => writeln!(cx.err, "officieel: {text}"),
        None => Ok(()),
    }
}

/// How the program shows itself; where settings can't be read, as without them. What is wrong is said by who needs
/// them.
pub(super) fn interface() -> Interface {
    let path = settings::default_path(|name| std::env::var_os(name));
    let read = path.and_then(|path| settings::inspect(&path).ok());
    read.map(|(it, _)| it.interface).unwrap_or_default()
}

/// [`read`], with what is to be said rather than saying it.
pub(super) fn read_quietly(cx: &Context<'_>) -> (Settings, Option<String>) {
    let Some(path) = settings::default_path(|name| std::env::var_os(name)) else {
        return (Settings::default(), None);
    };
    let told = |error: SettingsError| Some(told(&name_of(&path), &error, cx));
    match settings::inspect(&path) {
        Ok((settings, faults)) if faults.is_empty() => (settings, None),
        // What is sound counts: whoever set a language or lines is not left without them for a typing error.
        Ok((settings, faults)) => (settings, told(SettingsError::Wrong(faults))),
        Err(error) => (Settings::default(), told(error.into())),
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
    let settings = read(cx);
    settings.expanded(filter).map_err(|why| {
        let text = messages::settings::unexpanded(cx.words, &settings, &why);
        cx.unusable(&text)
    })
}
