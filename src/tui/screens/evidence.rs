//! The evidence of an account.

pub mod update;
pub mod view;

use crate::tui::keys::Focus;
use crate::tui::screens::{Handlers, Place, Screen};

/// The evidence of an account.
pub const HANDLERS: Handlers = Handlers {
    focus: |_| Focus::Evidence,
    place: Place::Panel,
    draw: |model, theme, frame, area| {
        if let Some(Screen::Evidence { account, selected }) = model.screen() {
            view::draw(model, theme, frame, area, *account, *selected);
        }
    },
    act: update::act,
    ..Handlers::DEFAULT
};
