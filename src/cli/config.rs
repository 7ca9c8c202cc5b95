//! `officieel config`: where the settings are, whether they are sound, and a file to begin with.

use std::path::Path;

use super::arguments::ConfigArguments;
use super::error::Result;
use super::load::name_of;
use super::{Context, ExitStatus, settings};
use crate::settings::{self as set, Settings};
use crate::tui::keys::keymap::keymap;
use crate::tui::keys::told::keymap_fault;

pub(super) fn run(command: &ConfigArguments, cx: &mut Context<'_>) -> Result<ExitStatus> {
    if command.template {
        write!(cx.out, "{}", set::TEMPLATE)?;
        return Ok(ExitStatus::Found);
    }
    let own = set::default_path(|name| std::env::var_os(name));
    let Some(path) = command.file.clone().or(own) else {
        return Err(cx.unusable(cx.words.config_nowhere));
    };
    if command.check {
        return check(&path, cx);
    }
    writeln!(cx.out, "{}", name_of(&path))?;
    let is_there = path.is_file();
    if !is_there {
        writeln!(cx.out, "{}", cx.words.config_none)?;
    }
    Ok(if is_there { ExitStatus::Found } else { ExitStatus::NotFound })
}

/// Says what is wrong in a file of settings; that nothing is where nothing is.
fn check(path: &Path, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let file = name_of(path);
    if !path.exists() {
        writeln!(cx.out, "{}: {}", file, cx.words.config_none)?;
        return Ok(ExitStatus::NotFound);
    }
    let fault = match set::read(path) {
        Ok(settings) => keys(path, &settings, cx),
        Err(error) => Some(settings::why(&file, &error, cx)),
    };
    let is_sound = fault.is_none();
    writeln!(cx.out, "{}", fault.unwrap_or_else(|| cx.words.config_sound(&file)))?;
    Ok(if is_sound { ExitStatus::Found } else { ExitStatus::NotFound })
}

/// What is wrong with the keys of settings.
fn keys(path: &Path, settings: &Settings, cx: &Context<'_>) -> Option<String> {
    let (at, error) = keymap(&settings.chosen_keys()).err()?;
    let (line, column) = settings.keys.get(at)?.place;
    let fault = keymap_fault(cx.words, &error);
    Some(format!("{}:{line}:{column}: {fault}", name_of(path)))
}
