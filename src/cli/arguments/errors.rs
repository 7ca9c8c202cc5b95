//! What is wrong with the arguments, in a sentence of the chosen language.

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

use crate::text::sanitise;
use crate::words::Words;

/// The complaint about arguments of a command that can't be used, with where to find help.
pub(super) fn sentence(error: &Error, command: &str, words: &'static Words) -> String {
    let of = |kind| {
        let value = error.get(kind).map(ToString::to_string).unwrap_or_default();
        sanitise::escaped(&value)
    };
    let argument = of(ContextKind::InvalidArg);
    let value = of(ContextKind::InvalidValue);
    let other = of(ContextKind::PriorArg);
    let text = match error.kind() {
        ErrorKind::UnknownArgument => words.cli_fault_unknown(&argument),
        ErrorKind::InvalidValue if value.is_empty() => words.cli_fault_no_value(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if is_day(&argument) => {
            words.cli_fault_day(&argument, &value)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            words.cli_fault_value(&argument, &value)
        }
        ErrorKind::TooManyValues => words.cli_fault_value_too_many(&argument),
        ErrorKind::MissingRequiredArgument => words.cli_fault_missing(&argument),
        ErrorKind::ArgumentConflict if !other.is_empty() && other != argument => {
            words.cli_fault_conflict(&argument, &other)
        }
        ErrorKind::ArgumentConflict => words.cli_fault_twice(&argument),
        ErrorKind::InvalidUtf8 => words.cli_fault_utf8.to_owned(),
        _ => words.cli_fault_other.to_owned(),
    };
    let (known, suggestion) = (of(ContextKind::ValidValue), of(ContextKind::SuggestedArg));
    let hints = [
        (!known.is_empty()).then(|| words.cli_fault_known(&known)),
        (!suggestion.is_empty()).then(|| words.cli_fault_suggestion(&suggestion)),
    ];
    let text: Vec<String> = std::iter::once(text).chain(hints.into_iter().flatten()).collect();
    let text = text.join(" ");
    let help = words.cli_fault_help(command);
    format!("officieel: {text}\n{help}\n")
}

/// Whether an argument takes a day, by what stands for its value in either language.
fn is_day(argument: &str) -> bool {
    ["<DATE>", "<DATUM>"].iter().any(|it| argument.ends_with(it))
}

/// The complaint about two arguments of a command of which only one can be given.
pub(super) fn conflict(
    argument: &str,
    other: &str,
    command: &str,
    words: &'static Words,
) -> String {
    let text = words.cli_fault_conflict(argument, other);
    let help = words.cli_fault_help(command);
    format!("officieel: {text}\n{help}\n")
}

/// What clap writes, with whatever it quotes from the arguments made harmless.
pub(super) fn sanitised_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(sanitise::escaped).collect();
    lines.join("\n")
}
