//! The way from the start page to the list of everything, and back.

use crate::tui::job::{Job, JobKind};
use crate::tui::keys::Action;
use crate::tui::model::Model;
use crate::tui::screens::search::update as search;
use crate::tui::update::select;

/// Does what a key does there, if it is one of its own: down, or Enter, into the list.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> bool {
    match action {
        Action::Down | Action::PageDown | Action::First | Action::Activate | Action::Into => {
            select(model, 0);
        }
        Action::Last => search::last(model),
        Action::Up | Action::PageUp => model.browse.search.to_last = false,
        _ => return false,
    }
    true
}

/// Whether a key leads out of the list of everything at its top.
pub(in crate::tui) fn is_left_upwards(model: &Model, action: Action) -> bool {
    model.browse.selected == 0 && matches!(action, Action::Up | Action::PageUp)
}

/// Goes back to the start page, which stands there while nothing is typed and nothing chosen.
pub(in crate::tui) fn show(model: &mut Model) {
    model.browse.chosen = false;
    model.browse.search.choice = None;
    model.browse.search.to_last = false;
    model.browse.selected = 0;
    model.browse.first = 0;
}

/// Has the directory counted where the page is looked at.
pub(in crate::tui) fn ask(model: &mut Model) {
    let is_known = model.overview.is_some() || model.jobs.is_outstanding(JobKind::Overview);
    if model.is_at_start() && !is_known {
        model.jobs.queue(Job::Overview);
    }
}
