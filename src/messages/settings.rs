//! What is wrong with settings, in sentences.

use crate::settings::{Settings, Wrong};
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
        Wrong::Value(key) => words.settings_value(&escaped(key)),
    }
}

/// That no selection is called so, and which there are.
pub(crate) fn unknown_selection(words: &Words, settings: &Settings, name: &str) -> String {
    let known: Vec<String> =
        settings.selections.iter().map(|(name, _)| format!("@{}", escaped(name))).collect();
    if known.is_empty() {
        return words.selection_unset(&escaped(name));
    }
    words.selection_unknown(&known.join(", "), &escaped(name))
}
