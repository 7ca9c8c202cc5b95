//! From the terminal's events to messages: the only place that knows the quirks of terminals.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use ratatui::layout::Size;

use super::keys::{self, Situation};
use super::message::Msg;

/// The message that an event stands for where the reader is.
pub fn translate(event: &Event, situation: Situation) -> Option<Msg> {
    match event {
        // Some terminals report both edges of a key.
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => {
            keys::lookup(key, situation).map(Msg::Do).or_else(|| typed(key).map(Msg::Type))
        }
        Event::Paste(text) => Some(Msg::Paste(text.clone())),
        Event::Resize(width, height) => Some(Msg::Resized(Size::new(*width, *height))),
        Event::Mouse(mouse) => {
            let (column, row) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Msg::Click { column, row }),
                MouseEventKind::ScrollDown => Some(Msg::Wheel { column, row, down: true }),
                MouseEventKind::ScrollUp => Some(Msg::Wheel { column, row, down: false }),
                _ => None,
            }
        }
        Event::FocusGained | Event::FocusLost => None,
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
    use crossterm::event::{KeyEventState, MouseEvent};

    use super::super::keys::{Action, Focus};
    use super::*;

    const TYPING: Situation = Situation { focus: Focus::Query, nothing_typed: false, at_end: true };

    fn key(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Event {
        Event::Key(KeyEvent { code, modifiers, kind, state: KeyEventState::NONE })
    }

    #[test]
    fn a_released_key_does_nothing_and_a_repeated_one_does() {
        let event = |kind| key(KeyCode::Char('a'), KeyModifiers::NONE, kind);
        assert!(translate(&event(KeyEventKind::Release), TYPING).is_none());
        for kind in [KeyEventKind::Press, KeyEventKind::Repeat] {
            assert!(matches!(translate(&event(kind), TYPING), Some(Msg::Type('a'))));
        }
    }

    #[test]
    fn only_text_is_typed() {
        let event = |modifiers| key(KeyCode::Char('x'), modifiers, KeyEventKind::Press);
        assert!(translate(&event(KeyModifiers::ALT), TYPING).is_none());
        assert!(translate(&event(KeyModifiers::CONTROL), TYPING).is_none());
        let alt_gr = event(KeyModifiers::CONTROL | KeyModifiers::ALT);
        assert!(matches!(translate(&alt_gr, TYPING), Some(Msg::Type('x'))));
        let quit = key(KeyCode::Char('C'), KeyModifiers::CONTROL, KeyEventKind::Press);
        assert!(matches!(translate(&quit, TYPING), Some(Msg::Do(Action::Interrupt))));
    }

    #[test]
    fn the_mouse_clicks_and_turns() {
        let mouse = |kind| {
            Event::Mouse(MouseEvent { kind, column: 3, row: 4, modifiers: KeyModifiers::NONE })
        };
        let click = mouse(MouseEventKind::Down(MouseButton::Left));
        assert!(matches!(translate(&click, TYPING), Some(Msg::Click { column: 3, row: 4 })));
        let wheel = mouse(MouseEventKind::ScrollUp);
        assert!(matches!(translate(&wheel, TYPING), Some(Msg::Wheel { down: false, .. })));
        assert!(translate(&mouse(MouseEventKind::Moved), TYPING).is_none());
    }
}
