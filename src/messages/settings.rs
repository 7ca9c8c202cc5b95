//! What is wrong with settings, in sentences.

use crate::settings::{DEEPEST, Settings, Unexpanded, Wrong};
use crate::text::sanitise::escaped;
use crate::words::Words;

/// What is wrong at a place of the file.
pub(crate) fn fault(words: &Words, wrong: &Wrong) -> String {
    match wrong {
        Wrong::Syntax(why) => words.settings_syntax(&escaped(why)),
        Wrong::Key(given, Some(meant)) => words.settings_key_meant(&escaped(given), meant),
        Wrong::Key(given, None) => words.settings_key(&escaped(given)),
        Wrong::Choice { key, given, known } => {
            words.settings_choice(&escaped(given), &escaped(key), &known.join(", "))
        }
        Wrong::Colour { key, given } => words.settings_colour(&escaped(given), &escaped(key)),
        Wrong::Value(key) => words.settings_value(&escaped(key)),
    }
}

/// Why a selection stands for nothing.
pub(crate) fn unexpanded(words: &Words, settings: &Settings, why: &Unexpanded) -> String {
    match why {
        Unexpanded::Unknown(name) => unknown_selection(words, settings, name),
        Unexpanded::Circle(name) => words.selection_circle(&escaped(name)),
        Unexpanded::Deep(name) => words.selection_deep(&DEEPEST.to_string(), &escaped(name)),
    }
}

/// That no selection is called so, and which there are.
fn unknown_selection(words: &Words, settings: &Settings, name: &str) -> String {
    let known: Vec<String> =
        settings.selections.iter().map(|it| format!("@{}", escaped(&it.name))).collect();
    if known.is_empty() {
        return words.selection_unset(&escaped(name));
    }
    words.selection_unknown(&known.join(", "), &escaped(name))
}
