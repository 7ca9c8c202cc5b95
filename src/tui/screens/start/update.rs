//! The way from the start page to the list of everything, and back.

use crate::search::{Field, Hit};
use crate::tui::favourites::state::StartRow;
use crate::tui::job::{Job, JobKind};
use crate::tui::keys::Action;
use crate::tui::model::{Model, Tone};
use crate::tui::screens::check::update as check;
use crate::tui::screens::search::update as search;
use crate::tui::update::{say, select};

/// Whether a key acts on an organisation and none is selected, which is said. Where one of those at hand is, the reader
/// goes there first.
pub(in crate::tui) fn lacks_selection(model: &mut Model, action: Action) -> bool {
    let is_asked = matches!(
        action,
        Action::Evidence
            | Action::QrCode
            | Action::Reach
            | Action::Source
            | Action::Copy
            | Action::Badge
            | Action::Status
    );
    if !is_asked || go(model) {
        return false;
    }
    say(model, Tone::Note, model.words.start_choose.to_owned());
    true
}

/// Does what a key does there, if it is one of its own: down, or Enter, into what is at hand and then the list.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> bool {
    if at_hand(model, action) {
        return true;
    }
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

/// Does what a key does in the lines of what the reader keeps at hand, if it is one of theirs.
fn at_hand(model: &mut Model, action: Action) -> bool {
    let Some((row, at)) = model.favourites.selected else {
        let first = first_from(model, &ROWS).filter(|_| action == Action::Down);
        model.favourites.selected = first;
        return first.is_some();
    };
    let selected = match action {
        Action::Activate => return go(model),
        Action::Into | Action::CursorRight => Some((row, at + 1)),
        Action::CursorLeft => Some((row, at.saturating_sub(1))),
        Action::Up if row == StartRow::Recent => first_from(model, &[StartRow::Marked]),
        Action::Up | Action::PageUp | Action::Back => None,
        Action::Down if row == StartRow::Marked => match first_from(model, &[StartRow::Recent]) {
            None => return false,
            below => below,
        },
        _ => return false,
    };
    model.favourites.selected = selected;
    true
}

/// The lines that can stand there, from above.
const ROWS: [StartRow; 2] = [StartRow::Marked, StartRow::Recent];

/// The first organisation of the first of these lines that has any.
fn first_from(model: &Model, rows: &[StartRow]) -> Option<(StartRow, usize)> {
    rows.iter().find(|row| !model.at_hand(**row).is_empty()).map(|row| (*row, 0))
}

/// Goes to the selected organisation: it stands alone in the list, under its name.
fn go(model: &mut Model) -> bool {
    let Some((organisation, directory)) = model.selected_at_hand().zip(model.directory()) else {
        return false;
    };
    let name = directory.organisation(organisation).name.clone();
    model.browse = search::alone(Hit::direct(organisation, None, Field::Name), &name);
    model.history.given = Some(name);
    model.jobs.cancel(JobKind::Search);
    check::begin(model);
    model.refresh();
    true
}

/// Keeps the selection on an organisation that is there, and only while the page is.
pub(in crate::tui) fn settle(model: &mut Model) {
    let Some((row, at)) = model.favourites.selected else {
        return;
    };
    let last = model.at_hand(row).len().checked_sub(1).filter(|_| model.is_at_start());
    model.favourites.selected = last.map(|last| (row, at.min(last)));
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
