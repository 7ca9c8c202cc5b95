//! What keys do in a list that is narrowed down by what is typed: the palette, and what was asked before.

use ratatui::layout::Position;

use super::{Handlers, Screen, palette};
use crate::tui::keys::Action;
use crate::tui::layout::first_visible;
use crate::tui::model::Model;
use crate::tui::update::moved;
use crate::tui::update::typing::edit_line;
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::filtered_list::FilteredList;

/// What such a list does whatever it lists; the rest is its own.
pub(super) const HANDLERS: Handlers = Handlers {
    click,
    line,
    typed: |model, c| {
        insert(model, c.encode_utf8(&mut [0; 4]));
        None
    },
    paste: insert,
    edit,
    ..Handlers::DEFAULT
};

/// The list on screen, if there is one.
fn list(model: &Model) -> Option<&FilteredList> {
    match model.screen()? {
        Screen::History(asked) => Some(&asked.list),
        Screen::Palette(palette) => Some(&palette.list),
        _ => None,
    }
}

/// The same, to change it.
pub(in crate::tui) fn list_mut(model: &mut Model) -> Option<&mut FilteredList> {
    match model.screens.last_mut()? {
        Screen::History(asked) => Some(&mut asked.list),
        Screen::Palette(palette) => Some(&mut palette.list),
        _ => None,
    }
}

/// How many entries are left.
fn count(model: &Model) -> usize {
    match model.screen() {
        Some(Screen::History(asked)) => asked.entries().len(),
        Some(Screen::Palette(_)) => palette::state::entries(model).len(),
        _ => 0,
    }
}

/// The first entry on screen, where there is room for so many.
pub(in crate::tui) fn first(model: &Model, rows: usize) -> usize {
    let selected = list(model).map_or(0, |list| list.selected);
    first_visible(0, selected, rows, count(model))
}

/// Moves the selection.
pub(in crate::tui) fn go(model: &mut Model, action: Action) {
    let page = usize::from(model.layout().body().height).saturating_sub(1).max(1);
    let len = count(model);
    if let Some(list) = list_mut(model) {
        list.selected = moved(list.selected, len, page, action);
    }
}

/// A click selects.
fn click(model: &mut Model, position: Position) {
    let body = model.layout().body();
    let at =
        first(model, usize::from(body.height)) + usize::from(position.y.saturating_sub(body.y));
    let is_there = body.contains(position) && at < count(model);
    if let Some(list) = list_mut(model).filter(|_| is_there) {
        list.selected = at;
    }
}

/// The line that narrows it down.
fn line(model: &mut Model) -> Option<&mut Editor> {
    list_mut(model).map(|list| &mut list.filter)
}

/// Puts a text into that line.
fn insert(model: &mut Model, text: &str) {
    if let Some(list) = list_mut(model) {
        list.change(|filter| filter.insert(text));
    }
}

/// Edits it.
fn edit(model: &mut Model, action: Action) {
    if let Some(list) = list_mut(model) {
        list.change(|filter| edit_line(filter, action));
    }
}
