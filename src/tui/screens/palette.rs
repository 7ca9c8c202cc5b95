//! Everything that can be done where the reader is, by its name: typed words narrow it down, Enter does it.

pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::{Action, Focus};
use crate::tui::screens::{Handlers, filtered};

/// The palette.
pub const HANDLERS: Handlers = Handlers {
    focus: |_| Focus::Palette,
    draw: view::draw,
    prompt: Some(view::prompt),
    act: update::act,
    works: |model, action| Some(action != Action::Activate || state::selected(model).is_some()),
    ..filtered::HANDLERS
};
