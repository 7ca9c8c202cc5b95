//! `officieel doctor`: what the program finds around it, for whoever asks why something does not work.

use std::env;
use std::io::{self, IsTerminal};
use std::path::Path;

use serde::Serialize;

use super::arguments::{DoctorArguments, Shared};
use super::error::Result;
use super::load::name_of;
use super::style::plain;
use super::{Context, ExitStatus, json, load, settings};
use crate::messages::dates;
use crate::opener;
use crate::{favourites, history, last_edition, settings as set, tui};

/// One thing that was looked at.
#[derive(Serialize)]
struct Found {
    /// What it is, in English, for programs.
    id: &'static str,
    #[serde(skip)]
    name: &'static str,
    value: String,
    /// Whether it is in order.
    is_sound: bool,
}

pub(super) fn run(
    command: &DoctorArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let mut all = program(shared, cx)?;
    all.extend(places(shared, cx));
    all.extend(terminal(shared, cx));
    let is_sound = all.iter().all(|it| it.is_sound);
    if command.json {
        json::write(cx.out, &all)?;
    } else {
        let widest = all.iter().map(|it| it.name.chars().count()).max().unwrap_or_default();
        for Found { name, value, is_sound, .. } in &all {
            let mark = if *is_sound { " " } else { "!" };
            writeln!(cx.out, "{mark} {name:<widest$}  {}", plain(value))?;
        }
    }
    Ok(if is_sound { ExitStatus::Found } else { ExitStatus::NotFound })
}

fn found(id: &'static str, name: &'static str, value: impl Into<String>) -> Found {
    Found { id, name, value: value.into(), is_sound: true }
}

/// The program itself and its directory.
fn program(shared: &Shared, cx: &mut Context<'_>) -> Result<Vec<Found>> {
    let words = cx.words;
    let directory = load::listed_directory_with_notice(shared, cx)?;
    let edition = directory.header.edition;
    let online = if cfg!(feature = "online") { words.doctor_yes } else { words.doctor_no };
    let age = dates::age(words, edition, cx.today).map_or(String::new(), |it| format!(" ({it})"));
    Ok(vec![
        found("version", words.doctor_version, env!("CARGO_PKG_VERSION")),
        found("system", words.doctor_system, format!("{} {}", env::consts::OS, env::consts::ARCH)),
        found("online", words.doctor_online, online),
        found("edition", words.doctor_edition, format!("{edition}{age}")),
        found(
            "organisations",
            words.doctor_organisations,
            directory.organisation_count().to_string(),
        ),
        found("accounts", words.doctor_accounts, directory.account_count().to_string()),
    ])
}

/// The files and folders.
fn places(shared: &Shared, cx: &Context<'_>) -> Vec<Found> {
    let words = cx.words;
    let variable = |name: &str| env::var_os(name);
    let told = |path: Option<&Path>| match path {
        Some(path) if path.exists() => name_of(path),
        Some(path) => format!("{} ({})", name_of(path), words.doctor_not_there),
        None => words.doctor_nowhere.to_owned(),
    };
    let (_, fault) = settings::read_quietly(cx);
    let config = set::default_path(variable);
    let config = match &fault {
        Some(fault) => fault.clone(),
        None => told(config.as_deref()),
    };
    let own = load::overlay_path(shared);
    let favourites = favourites::default_path(variable);
    let history = history::default_path(variable);
    let editions = last_edition::default_folder(variable);
    vec![
        Found { is_sound: fault.is_none(), ..found("settings", words.doctor_settings, config) },
        found("observations", words.doctor_observations, told(own.as_deref())),
        found("favourites", words.doctor_favourites, told(favourites.as_deref())),
        found("history", words.doctor_history, told(history.as_deref())),
        found("editions", words.doctor_editions, told(editions.as_deref())),
    ]
}

/// The terminal, and what opens addresses.
fn terminal(shared: &Shared, cx: &Context<'_>) -> Vec<Found> {
    let words = cx.words;
    let set = |name: &str| env::var(name).unwrap_or_default();
    let is_terminal = io::stdout().is_terminal() || io::stderr().is_terminal();
    let term = set("TERM");
    let term = if term.is_empty() { words.doctor_unset.to_owned() } else { term };
    let size = tui::terminal_size().filter(|_| is_terminal);
    let size = size.map_or(words.doctor_no.to_owned(), |(w, h)| format!("{w}×{h}"));
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(set).into_iter().find(|it| !it.is_empty());
    let locale = locale.unwrap_or_else(|| words.doctor_unset.to_owned());
    let multiplexer = [("TMUX", "tmux"), ("STY", "screen"), ("ZELLIJ", "zellij")];
    let within = multiplexer.into_iter().find(|(name, _)| env::var_os(name).is_some());
    let clipboard = match within {
        Some((_, name)) => words.doctor_clipboard_within(name),
        None => "OSC 52".to_owned(),
    };
    let is_set = |name: &str| env::var_os(name).is_some_and(|it| !it.is_empty());
    let browser = set("BROWSER");
    let opener = match browser.as_str() {
        "" if opener::is_remote_without_display(is_set) => words.doctor_no_display.to_owned(),
        "" => words.doctor_opener_system.to_owned(),
        chosen => format!("BROWSER={chosen}"),
    };
    let colour =
        if super::styled(shared.color, is_terminal) { words.doctor_yes } else { words.doctor_no };
    vec![
        found("terminal", words.doctor_terminal, term),
        found("size", words.doctor_size, size),
        found("colour", words.doctor_colour, colour),
        found("locale", words.doctor_locale, locale),
        found("clipboard", words.doctor_clipboard, clipboard),
        found("opener", words.doctor_opener, opener),
    ]
}
