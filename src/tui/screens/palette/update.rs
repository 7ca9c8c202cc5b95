//! What keys do in the palette.

use std::ops::ControlFlow;

use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::screens::filtered::{self, list_mut};
use crate::tui::screens::palette::state::{Palette, palette, selected};
use crate::tui::update::act as act_below;
use crate::tui::widgets::editor::Editor;

/// Puts the palette over what the reader looks at.
pub(in crate::tui) fn show(model: &mut Model) {
    let palette = Palette::of(model.focus(), model.keymap, model.situation().marks);
    model.push(Screen::Palette(Box::new(palette)));
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
        _ if action.moves() => filtered::go(model, action),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}
