//! An account of one's own organisation, added by whoever speaks for it, to a file of their own.

pub mod state;
pub mod update;
pub mod view;
pub mod writer;

use crate::tui::keys::{Action, Focus};
use crate::tui::screens::{Handlers, Place};

/// The form, and what would be written.
pub const HANDLERS: Handlers = Handlers {
    focus: |model| if model.add.is_confirming() { Focus::Confirm } else { Focus::Add },
    place: Place::Panel,
    draw: view::draw,
    act: update::act,
    line: |model| model.add.editor(),
    typed: |model, c| {
        update::insert(model, c.encode_utf8(&mut [0; 4]));
        None
    },
    paste: update::insert,
    edit: update::edit,
    works: |_, action| matches!(action, Action::Next | Action::Previous).then_some(true),
    ..Handlers::DEFAULT
};
