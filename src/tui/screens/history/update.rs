//! What keys do in the list of what was asked before.

use std::ops::ControlFlow;

use ratatui::layout::Position;

use crate::tui::history::state::Remembering;
use crate::tui::history::update::bring;
use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::history::state::{Asked, count, first, selected};
use crate::tui::update::typing::edit_line;
use crate::tui::update::{moved, say};
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::filtered_list::FilteredList;

/// Puts the list over what the reader looks at; where nothing is remembered, that is said.
pub(in crate::tui) fn show(model: &mut Model) {
    let words = model.words;
    let why = match model.history.remembering {
        Remembering::Private => words.history_private,
        Remembering::Off => words.history_off,
        Remembering::File(_) | Remembering::Here if model.history.queries().is_empty() => {
            words.history_empty
        }
        Remembering::File(_) | Remembering::Here => {
            let asked = Asked::of(model.history.queries());
            model.push(Screen::History(Box::new(asked)));
            return;
        }
    };
    say(model, Tone::Note, why.to_owned());
}

fn list_mut(model: &mut Model) -> Option<&mut FilteredList> {
    match model.screens.last_mut() {
        Some(Screen::History(asked)) => Some(&mut asked.list),
        _ => None,
    }
}

/// Does what a key does there: Enter takes the selected query, and the one that stood there is given up.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate => {
            if let Some(query) = selected(model) {
                bring(model, &query);
            }
        }
        _ if action.moves() => {
            let page = usize::from(model.layout().body().height).saturating_sub(1).max(1);
            let len = count(model);
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
    let is_there = body.contains(position) && at < count(model);
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
