//! `officieel completions SHELL`: the script by which a shell asks the program how a line can go on, and the answer.
//!
//! Options and commands come from the table of arguments, names and conditions from the built-in directory.

use std::ffi::OsStr;
use std::io;

use clap::Command;
use clap::builder::StyledStr;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, Shells};

use super::arguments::{self, CompletionsArguments};
use super::{Context, ExitStatus};
use crate::directory::Directory;
use crate::embedded;
use crate::filter::Filter;
use crate::text::fold::fold;
use crate::text::sanitise::escaped;
use crate::words::Language;

/// The variable in which a shell names itself when it asks.
const ASKED: &str = "OFFICIEEL_COMPLETE";

/// In bash a colon parts words, so that what is asked for behind `kind:` would be anything.
const WHOLE_CONDITIONS: &str = "COMP_WORDBREAKS=${COMP_WORDBREAKS//:/}";

/// No more organisations than this are offered: a longer list helps nobody.
const MOST: usize = 200;

/// Prints the script for a shell.
pub(super) fn run(command: &CompletionsArguments, cx: &mut Context<'_>) -> io::Result<ExitStatus> {
    let shells = Shells::builtins();
    let Some(shell) = shells.completer(command.shell.id()) else {
        return Ok(ExitStatus::Unusable);
    };
    let mut script = Vec::new();
    shell.write_registration(ASKED, "officieel", "officieel", "officieel", &mut script)?;
    cx.out.write_all(&script)?;
    if command.shell.id() == "bash" {
        writeln!(cx.out, "{WHOLE_CONDITIONS}")?;
    }
    Ok(ExitStatus::Found)
}

/// Answers a shell that asks; whether one does.
pub(super) fn answer(given: &[std::ffi::OsString], language: Language) -> bool {
    if std::env::var_os(ASKED).is_none() {
        return false;
    }
    let folder = std::env::current_dir().ok();
    let env = CompleteEnv::with_factory(|| with_values(arguments::command(language), language));
    // A shell that gets no answer offers files.
    env.var(ASKED).try_complete(given.iter().cloned(), folder.as_deref()).unwrap_or(true)
}

/// The command line with what its values can be.
fn with_values(command: Command, language: Language) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    names.into_iter().fold(values_of(command, language), |command, name| {
        command.mut_subcommand(name, |it| values_of(it, language))
    })
}

fn values_of(command: Command, language: Language) -> Command {
    let with = |completer: fn(&str, &Directory, Language) -> Vec<CompletionCandidate>| {
        ArgValueCompleter::new(move |typed: &OsStr| {
            let directory = embedded::directory().ok();
            let typed = typed.to_str().zip(directory);
            typed.map_or_else(Vec::new, |(typed, directory)| completer(typed, &directory, language))
        })
    };
    command.mut_args(|argument| match argument.get_id().as_str() {
        "query" | "filter" | "family" => argument.add(with(question)),
        "organisation" => argument.add(with(organisations)),
        "platform" | "platforms" => argument.add(with(platforms)),
        "province" => argument.add(with(provinces)),
        _ => argument,
    })
}

/// The conditions that a word can become, then the organisations.
fn question(typed: &str, directory: &Directory, language: Language) -> Vec<CompletionCandidate> {
    let found = Filter::complete(typed, directory, language);
    let key = typed.rfind(['|', ':']).map_or(0, |at| at + 1);
    let key = typed.get(..key).unwrap_or_default();
    let conditions = found.choices.iter().map(|it| CompletionCandidate::new(format!("{key}{it}")));
    let mut all: Vec<CompletionCandidate> = conditions.collect();
    if !typed.contains(':') {
        all.extend(organisations(typed, directory, language));
    }
    all
}

/// The organisations whose id begins so, or has a part that does, each with its name.
fn organisations(typed: &str, directory: &Directory, _: Language) -> Vec<CompletionCandidate> {
    let typed = fold(typed);
    let all = directory.organisation_indexes().map(|index| directory.organisation(index));
    let living = all.filter(|it| it.ended.is_none() && it.id.starts_with(&typed));
    let candidate = |id: &str, help: &str| {
        CompletionCandidate::new(id).help(Some(StyledStr::from(escaped(help))))
    };
    living.take(MOST).map(|it| candidate(&it.id, &it.name)).collect()
}

fn platforms(typed: &str, directory: &Directory, _: Language) -> Vec<CompletionCandidate> {
    let all = directory.platforms.iter().map(|(_, it)| it.id());
    all.filter(|id| id.starts_with(typed)).map(CompletionCandidate::new).collect()
}

fn provinces(typed: &str, directory: &Directory, _: Language) -> Vec<CompletionCandidate> {
    let typed = fold(typed);
    let all = directory.organisation_indexes().filter_map(|index| {
        directory.organisation(index).province.as_ref().filter(|it| fold(it).starts_with(&typed))
    });
    let all: std::collections::BTreeSet<&String> = all.collect();
    all.into_iter().map(CompletionCandidate::new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(
        completer: fn(&str, &Directory, Language) -> Vec<CompletionCandidate>,
        typed: &str,
    ) -> Vec<String> {
        let directory = embedded::directory().unwrap();
        let found = completer(typed, &directory, Language::Nl);
        found.iter().map(|it| it.get_value().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn names_and_conditions_go_on_as_they_are_typed() {
        for (typed, expected) in [
            ("gemeente-zwol", "gemeente-zwolle"),
            ("belastingdienst", "belastingdienst"),
            ("soo", "soort:"),
            ("soort:gem", "soort:gemeente"),
            ("op:x|mast", "op:x|mastodon"),
            ("in:geld", "in:gelderland"),
        ] {
            let found = offered(question, typed);
            assert!(found.iter().any(|it| it == expected), "{typed}: {found:?}");
        }
        assert_eq!(offered(provinces, "gel"), ["Gelderland"]);
        assert!(offered(platforms, "mast").contains(&"mastodon".to_owned()));
        assert!(offered(organisations, "zzz").is_empty());
    }

    #[test]
    fn every_command_completes_its_values() {
        for &language in Language::ALL {
            with_values(arguments::command(language), language).debug_assert();
        }
    }
}
