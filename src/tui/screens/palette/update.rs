//! What keys do in the palette.

use std::ops::ControlFlow;

use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::filtered::{self, list_mut};
use crate::tui::screens::outdated;
use crate::tui::screens::palette::state::{Deed, Palette, palette, selected};
use crate::tui::screens::search::update as search;
use crate::tui::update::{act as act_below, say};
use crate::tui::widgets::editor::Editor;
use crate::words::Language;

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
            return ControlFlow::Break(match entry.deed {
                Deed::Action(action) => act_below(model, action),
                Deed::Theme(theme) => {
                    say(model, Tone::Note, entry.name);
                    Some(Effect::Theme(theme))
                }
                Deed::Language(language) => {
                    speak(model, language);
                    None
                }
                Deed::Command(command) => {
                    say(model, Tone::Note, model.words.status_copied(command));
                    Some(Effect::Copy(command.to_owned()))
                }
            });
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

/// Says everything in another language, also what was worked out in this one.
fn speak(model: &mut Model, language: Language) {
    model.words = language.words();
    outdated(model);
    // What one jumped to was not searched for.
    if model.screens.iter().all(|it| !matches!(it, Screen::Browse(_))) {
        search::search(model);
    }
}
