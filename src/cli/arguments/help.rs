//! The help of every command, in the chosen language.

use clap::{ArgAction, Command, CommandFactory};

use super::Arguments;
use crate::words::{Language, Words};

/// What every command understands, in the order of the help: after what is its own.
const SHARED: &[&str] = &[
    "directory",
    "overlay",
    "no_overlay",
    "lang",
    "today",
    "color",
    "ascii",
    "no_mouse",
    "help",
    "version",
];

/// The whole command line with its help in a language.
pub(super) fn command(language: Language) -> Command {
    let words = language.words();
    let mut command = Arguments::command();
    command = texts(command, words)
        .about(words.cli_about)
        .subcommand_help_heading(words.cli_commands)
        .after_help(words.cli_examples);
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| {
            let (about, examples) = of_command(&name, words);
            texts(sub, words).about(about).after_help(examples)
        });
    }
    command
}

/// The template, usage, headings and argument texts of one command.
fn texts(command: Command, words: &'static Words) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}\n",
        words.cli_usage
    );
    let usage = usage(&command, words);
    let name = command.get_name().to_owned();
    command.help_template(template).override_usage(usage).mut_args(|argument| {
        let id = argument.get_id().as_str();
        let help = of_argument(&name, id, words);
        let heading =
            if argument.is_positional() { words.cli_arguments } else { words.cli_options };
        let value = value_name(id, words);
        let order = SHARED.iter().position(|shared| *shared == id);
        let argument = argument.help(help).help_heading(heading);
        let argument = match order {
            Some(order) => argument.display_order(100 + order),
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

/// How a command is written, as in `officieel search [OPTIONS] <QUERY>...`.
fn usage(command: &Command, words: &'static Words) -> String {
    let options = words.cli_value_options;
    if command.get_name() == "officieel" {
        let (query, verb) = (words.cli_value_query, words.cli_value_command);
        return format!("officieel [{options}] [{query}]...\n  officieel [{options}] {verb} …");
    }
    let positionals: Vec<String> = command
        .get_positionals()
        .map(|argument| {
            let value = value_name(argument.get_id().as_str(), words).unwrap_or_default();
            let more = if matches!(argument.get_action(), ArgAction::Append) { "..." } else { "" };
            if argument.is_required_set() {
                format!("<{value}>{more}")
            } else {
                format!("[{value}]")
            }
        })
        .collect();
    let positionals = positionals.join(" ");
    format!("officieel {} [{options}] {positionals}", command.get_name())
}

/// What the value of an argument is called.
fn value_name(id: &str, words: &'static Words) -> Option<&'static str> {
    Some(match id {
        "query" => words.cli_value_query,
        "input" => words.verdicts.cli_value_input,
        "handle" => words.verdicts.cli_value_handle,
        "organisation" => words.cli_value_organisation,
        "family" => words.audit.cli_value_family,
        "kind" => words.audit.cli_value_kind,
        "rule" => words.audit.cli_value_rule,
        "severity" | "fail_on" => words.audit.cli_value_severity,
        "format" => words.audit.cli_value_format,
        "delimiter" => words.audit.cli_value_sign,
        "file" | "directory" | "overlay" | "register" | "baseline" | "write_baseline" => {
            words.cli_value_file
        }
        "lang" => words.cli_value_language,
        "color" => words.cli_value_when,
        "today" => words.cli_value_date,
        "limit" => words.cli_value_number,
        "account" => words.observations.cli_value_account,
        "badge" => words.observations.cli_value_badge,
        "status" => words.observations.cli_value_status,
        "successor" => words.observations.cli_value_address,
        "platform" => "PLATFORM",
        _ => return None,
    })
}

fn of_command(name: &str, words: &'static Words) -> (&'static str, &'static str) {
    match name {
        "search" => (words.cli_search, words.cli_search_examples),
        "show" => (words.cli_show, words.cli_show_examples),
        "check" => (words.verdicts.cli_check, words.verdicts.cli_check_examples),
        "open" => (words.cli_open, words.cli_open_examples),
        "variants" => (words.verdicts.cli_variants, words.verdicts.cli_variants_examples),
        "audit" => (words.audit.cli_audit, words.audit.cli_audit_examples),
        "explain" => (words.audit.cli_explain, words.audit.cli_explain_examples),
        "conventions" => (words.conventions.cli, words.conventions.cli_examples),
        "observe" => (words.observations.cli, words.observations.cli_examples),
        "validate" => (words.cli_validate, words.cli_validate_examples),
        "fmt" => (words.cli_fmt, words.cli_fmt_examples),
        _ => ("", ""),
    }
}

fn of_argument(command: &str, id: &str, words: &'static Words) -> &'static str {
    match id {
        "organisation" if command == "audit" => words.audit.cli_arg_organisation,
        "platform" if command == "audit" => words.audit.cli_arg_platform,
        "rule" if command == "explain" => words.audit.cli_arg_rule_explained,
        "family" if command == "conventions" => words.conventions.cli_arg_family,
        "family" => words.audit.cli_arg_family,
        "kind" => words.audit.cli_arg_kind,
        "rule" => words.audit.cli_arg_rule,
        "severity" => words.audit.cli_arg_severity,
        "register" => words.audit.cli_arg_register,
        "format" => words.audit.cli_arg_format,
        "delimiter" => words.audit.cli_arg_delimiter,
        "fail_on" => words.audit.cli_arg_fail_on,
        "baseline" => words.audit.cli_arg_baseline,
        "write_baseline" => words.audit.cli_arg_write_baseline,
        "account" => words.observations.cli_arg_account,
        "badge" => words.observations.cli_arg_badge,
        "status" => words.observations.cli_arg_status,
        "successor" => words.observations.cli_arg_successor,
        "forget" => words.observations.cli_arg_forget,
        "platform" if command == "check" || command == "observe" => {
            words.verdicts.cli_arg_platform_of_names
        }
        "platform" if command == "variants" => words.verdicts.cli_arg_platform_of_variants,
        "limit" if command == "variants" => words.verdicts.cli_arg_limit_of_variants,
        "input" => words.verdicts.cli_arg_input,
        "handle" => words.verdicts.cli_arg_handle,
        "query" => words.cli_arg_query,
        "organisation" => words.cli_arg_organisation,
        "file" => words.cli_arg_file,
        "directory" => words.cli_arg_directory,
        "overlay" => words.observations.cli_arg_overlay,
        "no_overlay" => words.observations.cli_arg_no_overlay,
        "lang" => words.cli_arg_lang,
        "color" => words.cli_arg_color,
        "ascii" => words.cli_arg_ascii,
        "no_mouse" => words.cli_arg_no_mouse,
        "today" => words.cli_arg_today,
        "help" => words.cli_arg_help,
        "version" => words.cli_arg_version,
        "limit" => words.cli_arg_limit,
        "json" => words.cli_arg_json,
        "platform" => words.cli_arg_platform,
        "print" => words.cli_arg_print,
        "check" => words.cli_arg_check,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            let mut command = command(language);
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
