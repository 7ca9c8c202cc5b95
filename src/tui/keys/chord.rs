//! Keys with their modifiers, and how they are written.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::theme::{Glyphs, Theme};

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

pub(super) const fn alt(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), modifiers: KeyModifiers::ALT }
}

pub(super) const fn ctrl_key(code: KeyCode) -> Chord {
    Chord { code, modifiers: KeyModifiers::CONTROL }
}

/// The letters that stand for function keys together with Alt: for keyboards without those, and terminals that keep
/// them for themselves.
const FUNCTIONS: [(u8, char); 9] =
    [(1, 'h'), (2, 'i'), (3, 'e'), (4, 'q'), (5, 'a'), (6, 'n'), (7, 'w'), (8, 'v'), (9, 's')];

impl Chord {
    /// The letter that does the same together with Alt, of a function key.
    pub fn letter(self) -> Option<char> {
        let KeyCode::F(own) = self.code else { return None };
        FUNCTIONS.iter().find(|(number, _)| *number == own).map(|(_, letter)| *letter)
    }

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
        let is_letter = event.modifiers == KeyModifiers::ALT
            && self.letter().is_some_and(|letter| code == KeyCode::Char(letter));
        is_letter || code == self.code && event.modifiers - ignored == self.modifiers
    }

    /// Whether it types text.
    pub(super) fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    /// The key as settings write it.
    pub(super) fn name(self) -> String {
        self.label(Theme::mono(true).glyphs).to_lowercase()
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
