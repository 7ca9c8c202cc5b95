//! The table claims no key twice, and every place can be left.

use crossterm::event::{KeyCode, KeyModifiers};

use crossterm::event::KeyEvent;

use super::super::theme::Theme;
use super::*;

const TYPED: Situation = Situation {
    focus: Focus::Query,
    nothing_typed: false,
    at_end: true,
    in_condition: false,
    picks: false,
    marks: false,
    keymap: crate::tui::keys::TABLE,
};
const EMPTY: Situation = Situation { nothing_typed: true, ..TYPED };

fn press(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(code, modifiers)
}

#[test]
fn no_two_bindings_claim_one_key() {
    for focus in Focus::ALL {
        for when in [When::Always, When::NothingTyped, When::AtEnd] {
            let mut seen: Vec<Chord> = Vec::new();
            for binding in TABLE.iter().filter(|b| b.focus.contains(&focus) && b.when == when) {
                for chord in binding.chords {
                    assert!(!seen.contains(chord), "{chord:?} twice in {focus:?}");
                    seen.push(*chord);
                }
            }
        }
    }
}

#[test]
fn letters_are_text_while_typing() {
    for c in "yqoejkgG/".chars() {
        assert_eq!(lookup(&press(KeyCode::Char(c), KeyModifiers::NONE), EMPTY), None, "{c}");
    }
    let question = press(KeyCode::Char('?'), KeyModifiers::SHIFT);
    assert_eq!(lookup(&question, EMPTY), Some(Action::Help));
    assert_eq!(lookup(&question, TYPED), None);
}

#[test]
fn what_a_key_does_depends_on_the_query() {
    let right = press(KeyCode::Right, KeyModifiers::NONE);
    assert_eq!(lookup(&right, TYPED), Some(Action::Into));
    assert_eq!(lookup(&right, Situation { at_end: false, ..TYPED }), Some(Action::CursorRight));
    let home = press(KeyCode::Home, KeyModifiers::NONE);
    assert_eq!(lookup(&home, EMPTY), Some(Action::First));
    assert_eq!(lookup(&home, TYPED), Some(Action::LineStart));
}

#[test]
fn every_focus_can_be_left_and_quit() {
    for focus in Focus::ALL {
        let situation = Situation { focus, ..TYPED };
        let escape = press(KeyCode::Esc, KeyModifiers::NONE);
        assert_eq!(lookup(&escape, situation), Some(Action::Back), "{focus:?}");
        let interrupt = press(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert_eq!(lookup(&interrupt, situation), Some(Action::Interrupt), "{focus:?}");
    }
}

#[test]
fn keys_have_readable_names() {
    let glyphs = Theme::mono(true).glyphs;
    let names = |action, focus| shown_key(TABLE, action, focus, glyphs).unwrap_or_default();
    assert_eq!(names(Action::Copy, Focus::Query), "Ctrl-Y");
    assert_eq!(names(Action::Copy, Focus::Channels), "y");
    assert_eq!(names(Action::QrCode, Focus::Query), "F4");
    assert_eq!(names(Action::Last, Focus::Query), "Ctrl-End");
}
