//! What keys do with all sites and telephone numbers of an organisation.

use std::ops::ControlFlow;

use ratatui::layout::Position;

use crate::search::Hit;
use crate::tui::keys::Action;
use crate::tui::layout;
use crate::tui::layout::first_visible;
use crate::tui::layout::reach::Slot;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::reach::state::Reach;
use crate::tui::update::opening::open_current;
use crate::tui::update::typing::edit_line;
use crate::tui::update::{moved, say};
use crate::tui::widgets::editor::Editor;

/// Puts all that the selected organisation is reached by over it; from its channels with the selected one.
pub(in crate::tui) fn show(model: &mut Model) {
    let Some((directory, organisation)) = model.directory().zip(model.organisation()) else {
        return;
    };
    let asked = model.hit().and_then(Hit::service);
    let mut reach = Reach::of(model.words, directory, organisation, asked);
    if reach.items.is_empty() {
        say(model, Tone::Note, model.words.no_reach.to_owned());
        return;
    }
    if let Some(channel) = model.current().filter(|_| model.browse.inside) {
        reach.select(channel);
    }
    model.push(Screen::Reach(Box::new(reach)));
}

/// Does what a key does there, if that is one of its own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate => return ControlFlow::Break(open_current(model)),
        Action::Back => back(model),
        _ if action.moves() => {
            let page = usize::from(layout::reach::places(model).list.height).saturating_sub(1);
            if let Some(reach) = model.reach_mut() {
                reach.selected = moved(reach.selected, reach.shown.len(), page.max(1), action);
            }
        }
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// Takes the filter back, and then leaves.
fn back(model: &mut Model) {
    match model.reach_mut().filter(|reach| !reach.filter.is_empty()) {
        Some(reach) => {
            reach.filter.clear();
            reach.sift();
        }
        None => {
            model.pop();
        }
    }
}

/// A click selects.
pub(in crate::tui) fn click(model: &mut Model, position: Position) {
    let list = layout::reach::places(model).list;
    if !list.contains(position) {
        return;
    }
    let roomy = layout::reach::is_roomy(model);
    let Some(reach) = model.reach_mut() else { return };
    let line = reach.first + usize::from(position.y - list.y);
    if let Some(Slot::Item(at)) = layout::reach::slots(reach, roomy).get(line) {
        reach.selected = *at;
    }
}

/// The filter.
pub(in crate::tui) fn line(model: &mut Model) -> Option<&mut Editor> {
    model.reach_mut().map(|reach| &mut reach.filter)
}

/// Puts a text into the filter.
pub(in crate::tui) fn insert(model: &mut Model, text: &str) {
    change(model, |filter| filter.insert(text));
}

/// Edits the filter.
pub(in crate::tui) fn edit(model: &mut Model, action: Action) {
    change(model, |filter| edit_line(filter, action));
}

fn change(model: &mut Model, change: impl FnOnce(&mut Editor)) {
    if let Some(reach) = model.reach_mut() {
        change(&mut reach.filter);
        reach.sift();
    }
}

/// Keeps the selected item on screen, and as much of what is above it as there is room for.
pub(in crate::tui) fn settle(model: &mut Model) {
    if model.reach().is_none() {
        return;
    }
    let height = usize::from(layout::reach::places(model).list.height);
    let roomy = layout::reach::is_roomy(model);
    let Some(reach) = model.reach_mut() else { return };
    let slots = layout::reach::slots(reach, roomy);
    let is_it = |slot: &Slot| *slot == Slot::Item(reach.selected);
    let selected = slots.iter().position(is_it).unwrap_or_default();
    // The heading above the first of a group comes with it, where there is room for both.
    let above = slots.iter().take(selected).rev();
    let heads = above.take_while(|slot| !matches!(slot, Slot::Item(_))).count();
    let first = if heads < height { reach.first.min(selected - heads) } else { reach.first };
    reach.first = first_visible(first, selected, height, slots.len());
}
