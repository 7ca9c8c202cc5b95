//! The help: every key, from the one table.

pub mod state;
pub mod update;
pub mod view;

use crate::tui::keys::Focus;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::screens::{Handlers, Screen};
use crate::tui::update::typing::edit_line;
use state::Help;

/// The help.
pub const HANDLERS: Handlers = Handlers {
    focus: |model| {
        if help(model).is_some_and(|it| it.is_typing) { Focus::Filter } else { Focus::Help }
    },
    draw: |model, theme, frame, area| {
        if let Some(help) = help(model) {
            view::draw(model, theme, frame, area, help);
        }
    },
    rows: |model| {
        let (filter, line) =
            help(model).map_or_else(Default::default, |it| (it.filter.text(), it.has_line()));
        let rows = layout::help::height(model.words, model.keymap, model.size.width, &filter);
        rows + usize::from(line)
    },
    act: update::act,
    line: update::line,
    typed: |model, c| {
        update::change(model, |filter| filter.insert(c.encode_utf8(&mut [0; 4])));
        None
    },
    paste: |model, text| update::change(model, |filter| filter.insert(text)),
    edit: |model, action| update::change(model, |filter| edit_line(filter, action)),
    ..Handlers::DEFAULT
};

fn help(model: &Model) -> Option<&Help> {
    match model.screen()? {
        Screen::Help(help) => Some(help),
        _ => None,
    }
}
