//! Proposals, one at a time: what stands there now, what would, and what it rests on.

pub mod state;
pub mod update;
pub mod view;
pub mod writer;

use crate::tui::keys::{Action, Focus};
use crate::tui::screens::Handlers;

/// Below this many cells, keys are called by short words.
const NARROW: u16 = 60;

/// Proposals, one at a time.
pub const HANDLERS: Handlers = Handlers {
    focus: |model| if model.review.reason.is_some() { Focus::Reason } else { Focus::Review },
    draw: view::draw,
    prompt: Some(view::prompt),
    rows: view::height,
    act: update::act,
    line: |model| model.review.reason.as_mut(),
    typed: |model, c| {
        update::insert(model, c.encode_utf8(&mut [0; 4]));
        None
    },
    paste: update::insert,
    edit: update::edit,
    works: |model, action| {
        let review = &model.review;
        Some(match action {
            Action::Accept | Action::Reject | Action::Later => review.selected().is_some(),
            Action::Undo => review.can_undo(),
            Action::Activate => review.reason.is_some() || review.page().is_some(),
            _ => true,
        })
    },
    // Where there is little room, the keys that decide are worth more than what they are called.
    label: |model, action| match action {
        _ if model.size.width >= NARROW => None,
        Action::Accept => Some(model.words.key_accept_short),
        Action::Reject => Some(model.words.key_reject_short),
        Action::Undo => Some(model.words.key_undo_short),
        _ => None,
    },
    ..Handlers::DEFAULT
};
