//! The help of every command, in the chosen language.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::Arguments;
use crate::words::{Language, Words};

/// What every command understands, in the order of the help: after what is its own.
const SHARED: &[&str] = &[
    "directory",
    "key",
    "country",
    "overlay",
    "no_overlay",
    "additions",
    "lang",
    "today",
    "color",
    "theme",
    "ascii",
    "no_mouse",
    "private",
    "help",
    "version",
];

/// How much the help tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// What a command is for and what is its own (`-h`).
    Short,
    /// What every command understands as well, and examples (`--help`).
    Long,
}

impl Length {
    /// The help that is asked for: the short one by `-h` where nothing asks for the long one.
    pub(super) fn asked(given: &[OsString]) -> Self {
        let options = given.iter().take_while(|it| *it != "--");
        let mut asked = options.filter(|it| *it == "-h" || *it == "--help");
        if asked.next().is_some_and(|first| first == "-h") { Self::Short } else { Self::Long }
    }
}

/// The whole command line with its help in a language.
pub(super) fn command(language: Language, length: Length) -> Command {
    let words = language.words();
    let command = Arguments::command().subcommand_help_heading(words.cli_commands);
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(texts(command, words, length), |command, name| {
        command.mut_subcommand(name, |sub| texts(sub, words, length))
    })
}

/// The template, usage, headings, examples and argument texts of one command.
fn texts(command: Command, words: &'static Words, length: Length) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}\n",
        words.cli_usage
    );
    let usage = usage(&command, words);
    let name = key(command.get_name());
    let of_command = |what: &str| words.help(&format!("{what}_{name}")).unwrap_or_default();
    let below = match length {
        Length::Long => of_command("examples").to_owned(),
        Length::Short if command.get_name() == "officieel" => words.cli_help_more("officieel"),
        Length::Short => words.cli_help_more(&format!("officieel {}", command.get_name())),
    };
    command
        .about(of_command("about"))
        .after_help(below)
        .help_template(template)
        .override_usage(usage)
        .mut_args(|argument| {
            let id = argument.get_id().as_str();
            let help = of_argument(&name, id, words);
            let heading =
                if argument.is_positional() { words.cli_arguments } else { words.cli_options };
            let value = value_name(&argument, words);
            let order = SHARED.iter().position(|shared| *shared == id);
            let argument = argument.help(help).help_heading(heading);
            let argument = match order {
                Some(order) => argument.display_order(100 + order).hide(length == Length::Short),
                None => argument,
            };
            match value {
                // The help of an argument tells its values and what holds without it.
                Some(value) => {
                    argument.value_name(value).hide_possible_values(true).hide_default_value(true)
                }
                None => argument,
            }
        })
}

/// The name of a command as a part of keys, which have no dashes.
fn key(name: &str) -> String {
    name.replace('-', "_")
}

/// How a command is written, as in `officieel search [OPTIONS] <QUERY>...`.
fn usage(command: &Command, words: &'static Words) -> String {
    let options = words.cli_usage_options;
    let positionals = command.get_positionals().map(|argument| {
        let value = value_name(argument, words).unwrap_or_default();
        let more = if matches!(argument.get_action(), ArgAction::Append) { "..." } else { "" };
        if argument.is_required_set() {
            format!("<{value}>{more}")
        } else {
            format!("[{value}]{more}")
        }
    });
    let positionals: Vec<String> = positionals.collect();
    let positionals = positionals.join(" ");
    if command.get_name() == "officieel" {
        let verb = words.cli_usage_command;
        return format!("officieel [{options}] {positionals}\n  officieel [{options}] {verb} …");
    }
    format!("officieel {} [{options}] {positionals}", command.get_name())
}

/// What the value of an argument is called: a key of the words for the name that the argument gives it.
fn value_name(argument: &Arg, words: &'static Words) -> Option<&'static str> {
    let name = argument.get_value_names()?.first()?;
    words.help(&format!("value_{}", name.as_str().to_lowercase()))
}

/// What an argument is for: a key of its own, or one that it shares with other commands.
fn of_argument(command: &str, id: &str, words: &'static Words) -> &'static str {
    words
        .help(&format!("help_{command}_{id}"))
        .or_else(|| words.help(&format!("help_any_{id}")))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::HELP;

    /// The keys of the help that a command uses.
    fn keys_of(command: &Command) -> Vec<String> {
        let name = key(command.get_name());
        let mut keys = vec![format!("about_{name}"), format!("examples_{name}")];
        for argument in command.get_arguments() {
            let id = argument.get_id();
            let own = format!("help_{name}_{id}");
            keys.push(if HELP.contains(&own.as_str()) { own } else { format!("help_any_{id}") });
            // An argument without a value has none of the names that clap makes up.
            if argument.get_action().takes_values() {
                let names = argument.get_value_names().unwrap_or_default();
                keys.extend(names.iter().map(|it| format!("value_{}", it.to_lowercase())));
            }
        }
        keys
    }

    #[test]
    fn the_first_that_is_asked_for_decides_how_much_is_told() {
        for (line, expected) in [
            ("officieel -h", Length::Short),
            ("officieel search -h", Length::Short),
            ("officieel --help", Length::Long),
            ("officieel search --help -h", Length::Long),
            ("officieel check -- -h", Length::Long),
            ("officieel knmi", Length::Long),
        ] {
            let given: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(Length::asked(&given), expected, "{line}");
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help_and_no_help_is_left_over() {
        let mut command = Arguments::command();
        command.build();
        let mut used: Vec<String> = keys_of(&command);
        used.extend(command.get_subcommands().flat_map(keys_of));
        for key in &used {
            assert!(HELP.contains(&key.as_str()), "locales/*.toml lack {key}");
        }
        for key in HELP {
            assert!(used.iter().any(|it| it == key), "no command or argument uses {key}");
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_all_languages() {
        for &language in Language::ALL {
            let mut command = command(language, Length::Long);
            command.build();
            for part in std::iter::once(&command).chain(command.get_subcommands()) {
                assert!(
                    part.get_about().is_some_and(|about| !about.to_string().is_empty()),
                    "{part}"
                );
                for argument in part.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(
                        !help.is_empty(),
                        "{language:?} {} {}",
                        part.get_name(),
                        argument.get_id()
                    );
                }
            }
        }
    }
}
