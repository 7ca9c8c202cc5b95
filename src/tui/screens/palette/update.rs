//! What keys do in the palette.

use std::ops::ControlFlow;

use ratatui::layout::Position;

use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::screens::palette::state::{Palette, entries, first, palette, selected};
use crate::tui::update::typing::edit_line;
use crate::tui::update::{act as act_below, moved};
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::filtered_list::FilteredList;

/// Puts the palette over what the reader looks at.
pub(in crate::tui) fn show(model: &mut Model) {
    let palette = Palette::of(model.focus(), model.keymap, model.situation().marks);
    model.push(Screen::Palette(Box::new(palette)));
}

fn list_mut(model: &mut Model) -> Option<&mut FilteredList> {
    match model.screens.last_mut() {
        Some(Screen::Palette(palette)) => Some(&mut palette.list),
        _ => None,
    }
}

/// Does what a key does there: Enter leaves the palette, and does what is selected below it.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate => {
            let Some(entry) = selected(model) else { return ControlFlow::Break(None) };
            model.pop();
            return ControlFlow::Break(act_below(model, entry.action));
        }
        Action::Palette => {
            model.pop();
        }
        Action::Back if palette(model).is_some_and(|it| !it.list.filter.is_empty()) => {
            if let Some(list) = list_mut(model) {
                list.change(Editor::clear);
            }
        }
        _ if action.moves() => {
            let page = usize::from(model.layout().body().height).saturating_sub(1).max(1);
            let len = entries(model).len();
            if let Some(list) = list_mut(model) {
                list.selected = moved(list.selected, len, page, action);
            }
        }
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// A click selects.
pub(in crate::tui) fn click(model: &mut Model, position: Position) {
    let body = model.layout().body();
    let at =
        first(model, usize::from(body.height)) + usize::from(position.y.saturating_sub(body.y));
    let is_there = body.contains(position) && at < entries(model).len();
    if let Some(list) = list_mut(model).filter(|_| is_there) {
        list.selected = at;
    }
}

/// The line that narrows it down.
pub(in crate::tui) fn line(model: &mut Model) -> Option<&mut Editor> {
    list_mut(model).map(|list| &mut list.filter)
}

/// Puts a text into that line.
pub(in crate::tui) fn insert(model: &mut Model, text: &str) {
    if let Some(list) = list_mut(model) {
        list.change(|filter| filter.insert(text));
    }
}

/// Edits it.
pub(in crate::tui) fn edit(model: &mut Model, action: Action) {
    if let Some(list) = list_mut(model) {
        list.change(|filter| edit_line(filter, action));
    }
}
