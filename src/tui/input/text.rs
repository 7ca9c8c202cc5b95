//! What keys that come in one go are as a text.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::decoder::LONGEST_PASTE;

/// A text that came in one go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is so or not, whatever the others are")]
pub struct Burst {
    /// The text.
    pub text: String,
    /// Whether it is the one before, with more behind it.
    pub is_more: bool,
    /// Whether still more of it is coming.
    pub is_unfinished: bool,
    /// Whether the terminal said that it was pasted.
    pub is_pasted: bool,
    /// Whether there were keys in it that command something when they are pressed alone.
    pub has_commands: bool,
}

/// From this many characters on, no hand typed what came in one go.
const PASTED: usize = 8;

impl Burst {
    /// A text that the terminal says was pasted.
    pub fn pasted(text: String) -> Self {
        Self { text, is_pasted: true, ..Self::default() }
    }

    /// Whether it is all that the reader means to say, such as a message, and not what was typed so far.
    pub fn is_whole(&self) -> bool {
        self.is_pasted
            || self.text.contains(['\n', '\r'])
            || self.text.chars().nth(PASTED - 1).is_some()
    }
}

impl Burst {
    pub(super) fn push(&mut self, text: &str) {
        let room = LONGEST_PASTE.saturating_sub(self.text.len());
        let end = (0..=room.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
        self.text.push_str(text.get(..end.unwrap_or_default()).unwrap_or_default());
    }

    /// A key as the text that it makes; one that makes none does nothing.
    pub(super) fn add(&mut self, key: &KeyEvent) {
        let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => self.push("\n"),
            KeyCode::Char('j') if is_control => self.push("\n"),
            KeyCode::Tab => self.push("\t"),
            KeyCode::Backspace => {
                self.text.pop();
            }
            KeyCode::Char(c) if super::typed(key).is_some() => {
                self.push(c.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
        let is_text = matches!(key.code, KeyCode::Char(_)) && !is_control;
        self.has_commands |= !is_text && steers(key) != Some(Steering::Moving);
    }
}

/// What a key does that never does more than to move, wherever the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Steering {
    /// It moves, or edits a line; a text never holds it.
    Moving,
    /// It goes to the next half or field; a text may hold it.
    Turning,
}

pub(super) fn steers(key: &KeyEvent) -> Option<Steering> {
    match key.code {
        KeyCode::Up
        | KeyCode::Down
        | KeyCode::Left
        | KeyCode::Right
        | KeyCode::Home
        | KeyCode::End
        | KeyCode::PageUp
        | KeyCode::PageDown
        | KeyCode::Backspace
        | KeyCode::Delete => Some(Steering::Moving),
        KeyCode::Tab | KeyCode::BackTab => Some(Steering::Turning),
        _ => None,
    }
}
