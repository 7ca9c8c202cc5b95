//! The conventions of a family: templates, and who deviates from them.

pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::Focus;
use crate::tui::screens::Handlers;

/// The conventions of a family.
pub const HANDLERS: Handlers = Handlers {
    focus: |_| Focus::Conventions,
    draw: view::draw,
    prompt: Some(view::draw_prompt),
    act: update::act,
    click: update::click,
    works: view::works,
    label: view::label,
    ..Handlers::DEFAULT
};
