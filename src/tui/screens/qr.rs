//! An address as a QR code.

pub mod update;

use std::ops::ControlFlow;

use crate::tui::keys::{Action, Focus};
use crate::tui::screens::{Handlers, Place, Screen};
use crate::tui::widgets::qr;

/// A QR code.
pub const HANDLERS: Handlers = Handlers {
    focus: |_| Focus::QrCode,
    // A code needs all the room that there is.
    place: Place::PanelAlone,
    draw: |model, theme, frame, area| {
        if let Some(Screen::QrCode { address }) = model.screen() {
            qr::draw(model.words, theme, frame, area, address);
        }
    },
    act: |_, action| {
        if action == Action::Activate || action.moves() {
            ControlFlow::Break(None)
        } else {
            ControlFlow::Continue(())
        }
    },
    ..Handlers::DEFAULT
};
