//! What the reader saw of an account, to be written to a file of their own.

pub mod state;
pub mod update;
pub mod view;
pub mod writer;

use crate::tui::keys::Focus;
use crate::tui::screens::{Handlers, Place};

/// What can be observed of an account.
pub const HANDLERS: Handlers = Handlers {
    focus: |model| if model.observe.is_typing() { Focus::Successor } else { Focus::Observe },
    place: Place::Panel,
    draw: view::draw,
    act: update::act,
    click: update::click,
    line: update::line,
    typed: update::typed,
    paste: update::insert,
    edit: update::edit,
    ..Handlers::DEFAULT
};
