//! Whether what the query names is the real one: in short above the hits, and in full.

pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::{Action, Focus};
use crate::tui::layout;
use crate::tui::screens::{Handlers, Screen};
use crate::tui::update::typing::edit_line;

/// One verdict in full.
pub const HANDLERS: Handlers = Handlers {
    focus: |model| if state::is_asking(model) { Focus::Filter } else { Focus::Check },
    prompt: Some(view::prompt),
    draw: |model, theme, frame, area| {
        if let Some(Screen::Check { first, .. }) = model.screen() {
            view::draw(model, theme, frame, area, *first);
        }
    },
    rows: layout::check::height,
    act: update::act,
    line: |model| state::is_asking(model).then_some(&mut model.browse.check.line),
    typed: |model, c| {
        update::change(model, |line| line.insert(c.encode_utf8(&mut [0; 4])));
        None
    },
    paste: update::insert,
    edit: |model, action| update::change(model, |line| edit_line(line, action)),
    works: view::works,
    label: |model, action| {
        let is_it = action == Action::Activate && state::is_asking(model);
        is_it.then_some(model.words.key_check)
    },
    ..Handlers::DEFAULT
};
