//! What keys do with the evidence of an account.

use std::ops::ControlFlow;

use crate::channel::Channel;
use crate::tui::favourites::update as favourites;
use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::reach::update as reach;
use crate::tui::update::opening::source;
use crate::tui::update::{moved, page, say};

/// Puts the evidence of the account over the organisation.
pub(in crate::tui) fn show(model: &mut Model) {
    // Of a site or a number that stands there by itself, who says so stands beside all of them.
    if matches!(model.current(), Some(Channel::Site(..) | Channel::Number(..))) {
        return reach::show(model);
    }
    match model.account() {
        Some(account) => {
            let organisation = model.directory().map(|it| it.account(account).organisation);
            favourites::visit(model, organisation);
            model.push(Screen::Evidence { account, selected: 0 });
        }
        // Who says so stands beside all of them.
        None if !model.site_evidence().is_empty() => reach::show(model),
        None => say(model, Tone::Note, model.words.status_no_evidence.to_owned()),
    }
}

/// Does what a key does there, if that is one of its own: Enter opens the selected piece.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    if action == Action::Activate {
        return ControlFlow::Break(source(model));
    }
    let page = page(model);
    let Some(Screen::Evidence { account, selected }) = model.screens.last_mut() else {
        return ControlFlow::Continue(());
    };
    if !action.moves() {
        return ControlFlow::Continue(());
    }
    let directory = model.catalogue.as_ref().map(|catalogue| &catalogue.directory);
    let pieces = directory.map_or(0, |directory| directory.account(*account).evidence.len());
    *selected = moved(*selected, pieces, page, action);
    ControlFlow::Break(None)
}
