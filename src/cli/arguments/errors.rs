//! What is wrong with the arguments, in a sentence of the chosen language.

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

use crate::text::sanitise;
use crate::words::{Words, fill};

/// The complaint about arguments that can't be used, with where to find help.
pub(super) fn sentence(error: &Error, words: &'static Words) -> String {
    let of = |kind| {
        let value = error.get(kind).map(ToString::to_string).unwrap_or_default();
        sanitise::escaped(&value)
    };
    let argument = of(ContextKind::InvalidArg);
    let value = of(ContextKind::InvalidValue);
    let other = of(ContextKind::PriorArg);
    let text = match error.kind() {
        ErrorKind::UnknownArgument => words.cli_fault_unknown,
        ErrorKind::InvalidValue if value.is_empty() => words.cli_fault_no_value,
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words.cli_fault_value,
        ErrorKind::TooManyValues => words.cli_fault_value_too_many,
        ErrorKind::MissingRequiredArgument => words.cli_fault_missing,
        ErrorKind::ArgumentConflict if !other.is_empty() && other != argument => {
            words.observations.cli_fault_conflict
        }
        ErrorKind::ArgumentConflict => words.cli_fault_twice,
        ErrorKind::InvalidUtf8 => words.cli_fault_utf8,
        _ => words.cli_fault_other,
    };
    let mut text = fill(text, &[("argument", &argument), ("value", &value), ("other", &other)]);
    for (kind, more, key) in [
        (ContextKind::ValidValue, words.cli_fault_known, "known"),
        (ContextKind::SuggestedArg, words.cli_fault_suggestion, "suggestion"),
    ] {
        let found = of(kind);
        if !found.is_empty() {
            text.push(' ');
            text.push_str(&fill(more, &[(key, &found)]));
        }
    }
    let help = words.cli_fault_help("officieel");
    format!("officieel: {text}\n{help}\n")
}

/// The complaint about two arguments of which only one can be given.
pub(super) fn conflict(argument: &str, other: &str, words: &'static Words) -> String {
    let text = words.observations.cli_fault_conflict(argument, other);
    let help = words.cli_fault_help("officieel");
    format!("officieel: {text}\n{help}\n")
}

/// What clap writes, with whatever it quotes from the arguments made harmless.
pub(super) fn sanitised_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(sanitise::escaped).collect();
    lines.join("\n")
}
