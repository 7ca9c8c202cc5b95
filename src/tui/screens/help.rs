//! The help: every key, from the one table.

pub mod view;

use crate::tui::keys::Focus;
use crate::tui::layout;
use crate::tui::screens::{Handlers, Screen};
use crate::tui::update::read;

/// The help.
pub const HANDLERS: Handlers = Handlers {
    focus: |_| Focus::Help,
    draw: |model, theme, frame, area| {
        if let Some(Screen::Help { first }) = model.screen() {
            view::draw(model, theme, frame, area, *first);
        }
    },
    rows: |model| layout::help::height(model.words, model.keymap, model.size.width),
    act: read,
    ..Handlers::DEFAULT
};
