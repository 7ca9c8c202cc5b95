//! Who is where: the channel map, and what would be left if organisations left platforms. All views are about the
//! same filter.

pub mod export;
pub mod job;
pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::Focus;
use crate::tui::screens::Handlers;

/// Who is where.
pub const HANDLERS: Handlers = Handlers {
    focus: |model| {
        if model.presence.is_typing { Focus::Conditions } else { Focus::Presence }
    },
    draw: view::draw,
    prompt: Some(view::prompt::draw),
    act: update::act,
    click: update::click,
    line: update::line,
    typed: |model, c| {
        update::insert(model, c.encode_utf8(&mut [0; 4]));
        None
    },
    paste: update::insert,
    edit: update::edit,
    works: view::works,
    label: view::label,
    ..Handlers::DEFAULT
};
