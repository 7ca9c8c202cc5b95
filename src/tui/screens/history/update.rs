//! What keys do in the list of what was asked before.

use std::ops::ControlFlow;

use crate::check::Message;
use crate::search::names_an_account;
use crate::tui::history::state::Remembering;
use crate::tui::history::update::bring;
use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::{Catalogue, Model, Screen, Tone};
use crate::tui::screens::check::update::AT_ONCE;
use crate::tui::screens::filtered;
use crate::tui::screens::history::state::{Asked, selected};
use crate::tui::update::say;

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
            let asked = Asked::of(model.history.queries(), verdicts(model));
            model.push(Screen::History(Box::new(asked)));
            return;
        }
    };
    say(model, Tone::Note, why.to_owned());
}

/// The most queries that are judged anew, the newest of them.
const MOST_JUDGED: usize = 40;

/// What the newest of them come to that name an account or an address. What was said then isn't kept: the directory may
/// know better by now.
fn verdicts(model: &Model) -> Vec<Option<Message>> {
    let Some(catalogue) = &model.catalogue else { return Vec::new() };
    let Catalogue { directory, index, checker, .. } = &**catalogue;
    if directory.organisation_count() > AT_ONCE {
        return Vec::new();
    }
    let verdict = |query: &String| {
        let is_judged = names_an_account(directory, query);
        is_judged.then(|| checker.message(directory, index, query, None))
    };
    model.history.queries().iter().take(MOST_JUDGED).map(verdict).collect()
}

/// Does what a key does there: Enter takes the selected query, and the one that stood there is given up.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate => {
            if let Some(query) = selected(model) {
                bring(model, &query);
            }
        }
        _ if action.moves() => filtered::go(model, action),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}
