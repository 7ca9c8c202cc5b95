//! Tests of the whole UI without a terminal: keys in, screens and effects out.

mod add;
mod audit;
mod bursts;
mod check;
mod conventions;
mod doors;
mod favourites;
mod history;
mod hostile;
mod last_edition;
mod layers;
mod observe;
mod palette;
mod presence;
mod question;
mod questions;
mod reach;
mod review;
mod screens;
mod search;
mod sizes;
mod small;
mod start;
mod support;
mod told;
mod updates;
mod verdicts;

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use crate::directory::{Date, Directory};
use crate::tui::input::burst::{Burst, Pressed};
use crate::tui::input::translate;
use crate::tui::message::{Effect, Msg};
use crate::tui::model::{Catalogue, Model};
pub(super) use crate::tui::tests::support::context;
use crate::tui::tests::support::{exported, observed, search_on, send};
use crate::tui::theme::Theme;
use crate::tui::update::update;
use crate::tui::view::view;
use crate::words::Language;

const FIXTURE: &str = include_str!("../../tests/fixtures/small.toml");

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

pub(super) fn catalogue() -> Arc<Catalogue> {
    Arc::new(Catalogue::new(crate::embedded::from_toml(FIXTURE, today()).unwrap()))
}

fn loading(language: Language, width: u16, height: u16) -> Model {
    let mut model = Model::new(language, today(), "");
    send(&mut model, Msg::Resized(Size::new(width, height)));
    model
}

fn load(model: &mut Model, text: &str) {
    let directory = crate::embedded::from_toml(text, today()).unwrap_or_else(|problems| {
        panic!("{problems:#?}");
    });
    send(model, Msg::Loaded(Arc::new(Catalogue::new(directory))));
}

fn fixture_in(language: Language, width: u16, height: u16) -> Model {
    let mut model = loading(language, width, height);
    load(&mut model, FIXTURE);
    model
}

fn fixture(width: u16, height: u16) -> Model {
    fixture_in(Language::Nl, width, height)
}

fn paste(model: &mut Model, text: &str) {
    send(model, Msg::Burst(Burst::pasted(text.to_owned())));
}

/// The keys of a script, such as `zand<down><enter>`.
fn keys(script: &str) -> Vec<Pressed> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|r| r.split_once('>'));
        let (code, modifiers) = if let Some((name, tail)) = name {
            rest = tail;
            named(name)
        } else {
            rest = rest.strip_prefix(c).unwrap();
            (KeyCode::Char(c), KeyModifiers::NONE)
        };
        keys.push(Pressed::Key(KeyEvent::new(code, modifiers)));
    }
    keys
}

/// Plays a script of keys, and gives back what it did outside.
fn play(model: &mut Model, script: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for pressed in keys(script) {
        let msg = translate(pressed, model.situation());
        effects.extend(msg.and_then(|msg| send(model, msg)));
    }
    effects
}

fn named(name: &str) -> (KeyCode, KeyModifiers) {
    if name == "c-end" {
        return (KeyCode::End, KeyModifiers::CONTROL);
    }
    if let Some(letter) = name.strip_prefix("c-") {
        return (KeyCode::Char(letter.chars().next().unwrap()), KeyModifiers::CONTROL);
    }
    let code = match name {
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "s-tab" => KeyCode::BackTab,
        "backspace" => KeyCode::Backspace,
        other => {
            let number = other.strip_prefix('f').and_then(|number| number.parse().ok());
            KeyCode::F(number.unwrap_or_else(|| panic!("no key is called {other}")))
        }
    };
    (code, KeyModifiers::NONE)
}

fn screen(model: &Model, theme: &Theme, width: u16, height: u16) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view(model, theme, frame)).unwrap();
    terminal.backend().buffer().clone()
}

/// The name of the selected organisation.
fn selected(model: &Model) -> &str {
    &model.directory().unwrap().organisation(model.organisation().unwrap()).name
}
