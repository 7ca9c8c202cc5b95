//! Whether what the query names is the real one: in short above the hits, and in full.

pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::Focus;
use crate::tui::layout;
use crate::tui::screens::{Handlers, Screen};

/// One verdict in full.
pub const HANDLERS: Handlers = Handlers {
    focus: |_| Focus::Check,
    draw: |model, theme, frame, area| {
        if let Some(Screen::Check { first, .. }) = model.screen() {
            view::draw(model, theme, frame, area, *first);
        }
    },
    rows: layout::check::height,
    act: update::act,
    works: view::works,
    ..Handlers::DEFAULT
};
