//! Keys with their modifiers, and how they are written.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::theme::Glyphs;

/// One key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    pub(super) code: KeyCode,
    pub(super) modifiers: KeyModifiers,
}

pub(super) const fn key(code: KeyCode) -> Chord {
    Chord { code, modifiers: KeyModifiers::NONE }
}

pub(super) const fn letter(c: char) -> Chord {
    key(KeyCode::Char(c))
}

pub(super) const fn function(number: u8) -> Chord {
    key(KeyCode::F(number))
}

pub(super) const fn ctrl(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), modifiers: KeyModifiers::CONTROL }
}

pub(super) const fn ctrl_key(code: KeyCode) -> Chord {
    Chord { code, modifiers: KeyModifiers::CONTROL }
}

impl Chord {
    pub(super) fn is(self, event: &KeyEvent) -> bool {
        // Shift is part of the character it makes, and some terminals report it besides.
        let ignored = match self.code {
            KeyCode::Char(_) | KeyCode::BackTab => KeyModifiers::SHIFT,
            _ => KeyModifiers::NONE,
        };
        let code = match (event.code, event.modifiers.contains(KeyModifiers::CONTROL)) {
            (KeyCode::Char(c), true) => KeyCode::Char(c.to_ascii_lowercase()),
            (code, _) => code,
        };
        code == self.code && event.modifiers - ignored == self.modifiers
    }

    /// The key as it is shown.
    pub fn label(self, glyphs: &Glyphs) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) if self.modifiers.is_empty() => c.to_string(),
            KeyCode::Char(c) => c.to_ascii_uppercase().to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Up => glyphs.up.to_owned(),
            KeyCode::Down => glyphs.down.to_owned(),
            KeyCode::Left => glyphs.left.to_owned(),
            KeyCode::Right => glyphs.right.to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::Delete => "Del".to_owned(),
            other => format!("{other:?}"),
        };
        match self.modifiers {
            KeyModifiers::CONTROL => format!("Ctrl-{name}"),
            KeyModifiers::ALT => format!("Alt-{name}"),
            _ => name,
        }
    }
}
