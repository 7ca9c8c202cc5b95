//! What is wrong with keys of one's own choice, in a sentence.

use super::keymap::KeymapError;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// What is wrong with keys of one's own choice.
pub fn keymap_fault(words: &Words, error: &KeymapError) -> String {
    match error {
        KeymapError::Action(given, None) => words.keymap_action(&escaped(given)),
        KeymapError::Action(given, Some(meant)) => {
            words.keymap_action_meant(&escaped(given), meant)
        }
        KeymapError::Place(given, None) => words.keymap_place(&escaped(given)),
        KeymapError::Place(given, Some(meant)) => words.keymap_place_meant(&escaped(given), meant),
        KeymapError::Key(given) => words.keymap_key(&escaped(given)),
        KeymapError::Conflict { key, action, other } => words.keymap_conflict(action, key, other),
        KeymapError::Text { key, action } => words.keymap_text(action, key),
        KeymapError::Needed(action) => words.keymap_needed(action),
    }
}
