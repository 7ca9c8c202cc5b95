//! From what the terminal sends to messages: the only place that knows the quirks of terminals.
//!
//! Bytes become keys, pastes and the mouse ([`decoder`]), what comes in one go is told from what was
//! pressed ([`burst`]), and that becomes a message by where the reader is.

pub mod burst;
pub mod decoder;
mod sequence;
mod text;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};

use super::keys::{self, Situation};
use super::message::Msg;
use burst::Pressed;

/// The message that something pressed stands for where the reader is.
pub fn translate(pressed: Pressed, situation: Situation) -> Option<Msg> {
    match pressed {
        Pressed::Key(key) => {
            keys::lookup(&key, situation).map(Msg::Do).or_else(|| typed(&key).map(Msg::Type))
        }
        Pressed::Burst(burst) => Some(Msg::Burst(burst)),
        Pressed::Mouse(mouse) => {
            let (column, row) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Msg::Click { column, row }),
                MouseEventKind::ScrollDown => Some(Msg::Wheel { column, row, down: true }),
                MouseEventKind::ScrollUp => Some(Msg::Wheel { column, row, down: false }),
                _ => None,
            }
        }
    }
}

/// The character that a key makes, if it makes text.
fn typed(key: &KeyEvent) -> Option<char> {
    let KeyCode::Char(c) = key.code else {
        return None;
    };
    // AltGr arrives as Ctrl and Alt together on some systems, with the character it makes.
    let command = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    (command.is_empty() || command == alt_gr).then_some(c)
}

#[cfg(test)]
mod tests {
    use crossterm::event::MouseEvent;

    use super::super::keys::{Action, Focus};
    use super::*;

    const TYPING: Situation = Situation {
        focus: Focus::Query,
        nothing_typed: false,
        at_end: true,
        in_condition: false,
        picks: false,
        marks: false,
        keymap: crate::tui::keys::TABLE,
    };

    fn key(c: char, modifiers: KeyModifiers) -> Pressed {
        Pressed::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    #[test]
    fn only_text_is_typed() {
        assert!(translate(key('t', KeyModifiers::ALT), TYPING).is_none());
        assert!(translate(key('t', KeyModifiers::CONTROL), TYPING).is_none());
        let alt_gr = key('x', KeyModifiers::CONTROL | KeyModifiers::ALT);
        assert!(matches!(translate(alt_gr, TYPING), Some(Msg::Type('x'))));
        let quit = key('C', KeyModifiers::CONTROL);
        assert!(matches!(translate(quit, TYPING), Some(Msg::Do(Action::Interrupt))));
    }

    #[test]
    fn the_mouse_clicks_and_turns() {
        let mouse = |kind| {
            Pressed::Mouse(MouseEvent { kind, column: 3, row: 4, modifiers: KeyModifiers::NONE })
        };
        let click = mouse(MouseEventKind::Down(MouseButton::Left));
        assert!(matches!(translate(click, TYPING), Some(Msg::Click { column: 3, row: 4 })));
        let wheel = mouse(MouseEventKind::ScrollUp);
        assert!(matches!(translate(wheel, TYPING), Some(Msg::Wheel { down: false, .. })));
        assert!(translate(mouse(MouseEventKind::Moved), TYPING).is_none());
    }
}
