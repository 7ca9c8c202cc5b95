//! What keys do in the help: it is scrolled, and narrowed down.

use std::ops::ControlFlow;

use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::screens::Screen;
use crate::tui::screens::help::state::Help;
use crate::tui::update::read;
use crate::tui::widgets::editor::Editor;

/// Does what a key does here, if that is one of its own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    let Some(help) = help(model) else { return ControlFlow::Continue(()) };
    match action {
        Action::Search => help.is_typing = true,
        Action::Activate => help.is_typing = false,
        Action::Help if help.is_typing => {}
        Action::Back if help.has_line() => {
            help.is_typing = false;
            help.filter.clear();
            help.first = 0;
        }
        _ => return read(model, action),
    }
    ControlFlow::Break(None)
}

fn help(model: &mut Model) -> Option<&mut Help> {
    match model.screens.last_mut()? {
        Screen::Help(help) => Some(help),
        _ => None,
    }
}

/// What narrows it down, while that is typed.
pub(in crate::tui) fn line(model: &mut Model) -> Option<&mut Editor> {
    help(model).filter(|it| it.is_typing).map(|it| &mut it.filter)
}

/// Changes what narrows it down: what is left then is another text, which is read from its first row.
pub(in crate::tui) fn change(model: &mut Model, change: impl FnOnce(&mut Editor)) {
    if let Some(help) = help(model).filter(|it| it.is_typing) {
        change(&mut help.filter);
        help.first = 0;
    }
}
