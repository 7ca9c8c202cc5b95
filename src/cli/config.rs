//! `officieel config`: where the settings are, whether they are sound, and a file to begin with.

use std::path::Path;

use super::arguments::{ConfigArguments, Shared};
use super::error::Result;
use super::load::name_of;
use super::{Context, ExitStatus, list, load, settings};
use crate::filter::Filter;
use crate::messages;
use crate::settings::{self as set, Fault, Selection, Settings, Unexpanded};
use crate::tui::keys::keymap::keymap;
use crate::tui::keys::told::keymap_fault;

pub(super) fn run(
    command: &ConfigArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    if command.template {
        write!(cx.out, "{}", cx.words.config_template)?;
        return Ok(ExitStatus::Found);
    }
    let own = set::default_path(|name| std::env::var_os(name));
    let Some(path) = command.file.clone().or(own) else {
        return Err(cx.unusable(cx.words.config_nowhere));
    };
    if command.check {
        return check(&path, shared, cx);
    }
    writeln!(cx.out, "{}", name_of(&path))?;
    let is_there = path.is_file();
    if !is_there {
        writeln!(cx.out, "{}", cx.words.config_none)?;
    }
    Ok(if is_there { ExitStatus::Found } else { ExitStatus::NotFound })
}

/// Says what is wrong in a file of settings, in its order; that nothing is where nothing is.
fn check(path: &Path, shared: &Shared, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let file = name_of(path);
    if !path.exists() {
        writeln!(cx.out, "{}: {}", file, cx.words.config_none)?;
        return Ok(ExitStatus::NotFound);
    }
    let (read, wrong) = match set::inspect(path) {
        Ok(found) => found,
        Err(error) => {
            writeln!(cx.out, "{}", settings::why(&file, &error.into(), cx))?;
            return Ok(ExitStatus::NotFound);
        }
    };
    let told = |it: &Fault| (it.place, messages::settings::fault(cx.words, &it.wrong));
    let mut faults: Vec<Told> = wrong.iter().map(told).collect();
    faults.extend(keys(&read, cx));
    faults.extend(selections(&read, shared, cx)?);
    faults.sort_by_key(|(place, _)| *place);
    for (place, fault) in &faults {
        writeln!(cx.out, "{}", settings::placed(&file, *place, fault))?;
    }
    if faults.is_empty() {
        writeln!(cx.out, "{}", cx.words.config_sound(&file))?;
    }
    Ok(if faults.is_empty() { ExitStatus::Found } else { ExitStatus::NotFound })
}

/// What is wrong, with the line and the column.
type Told = ((usize, usize), String);

/// What is wrong with the keys of settings: each choice that can't be used beside those that can.
fn keys(settings: &Settings, cx: &Context<'_>) -> Vec<Told> {
    let mut chosen = settings.keys.clone();
    let mut faults = Vec::new();
    loop {
        let pairs: Vec<_> = chosen.iter().map(|it| (it.action.clone(), it.keys.clone())).collect();
        let Err((at, error)) = keymap(&pairs) else { return faults };
        if at >= chosen.len() {
            return faults;
        }
        faults.push((chosen.remove(at).place, keymap_fault(cx.words, &error)));
    }
}

/// What is wrong with the selections of settings, by the directory that they are for.
fn selections(settings: &Settings, shared: &Shared, cx: &mut Context<'_>) -> Result<Vec<Told>> {
    if settings.selections.is_empty() {
        return Ok(Vec::new());
    }
    let mut shared = shared.clone();
    if shared.directory.is_none() && shared.country.is_none() {
        shared.country.clone_from(&settings.interface.country);
    }
    let directory = load::directory(&shared, cx)?;
    let fault = |it: &Selection| {
        let own = format!("@{}", it.name);
        let text = match settings.expanded(&own) {
            Ok(text) => text,
            // A circle is told where it is, and not wherever it is led into.
            Err(Unexpanded::Circle(name)) if name != it.name => return None,
            Err(why) => {
                return Some((it.place, messages::settings::unexpanded(cx.words, settings, &why)));
            }
        };
        let error = Filter::parse(&text, &directory).err()?;
        Some((it.place, list::fault_in(&text, &error, cx.words)))
    };
    Ok(settings.selections.iter().filter_map(fault).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn the_template_changes_nothing_and_each_of_its_settings_can_be_taken() {
        for language in Language::ALL {
            let template = language.words().config_template;
            assert_eq!(Settings::parse(template).unwrap(), Settings::default());
            let taken: String = template
                .lines()
                .map(|line| match line.strip_prefix("# ").filter(|it| it.contains(" = ")) {
                    Some(setting) => format!("{setting}\n"),
                    None => format!("{line}\n"),
                })
                .collect();
            let settings = Settings::parse(&taken).unwrap();
            assert_eq!(settings.interface.language.as_deref(), Some("nl"), "{language:?}");
            assert_eq!(settings.interface.with, ["~/additions.toml"], "{language:?}");
            assert_eq!((settings.keys.len(), settings.selections.len()), (2, 1), "{language:?}");
            assert!(keymap(&settings.chosen_keys()).is_ok(), "{language:?}");
        }
    }
}
