//! What was asked before, the newest first: typed words narrow it down, Enter takes a query.

pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::{Action, Focus};
use crate::tui::screens::{Handlers, filtered};

/// What was asked before.
pub const HANDLERS: Handlers = Handlers {
    focus: |_| Focus::History,
    draw: view::draw,
    prompt: Some(view::prompt),
    act: update::act,
    works: |model, action| Some(action != Action::Activate || state::selected(model).is_some()),
    ..filtered::HANDLERS
};
