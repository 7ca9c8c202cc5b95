//! Going from one door of the program to another.
//!
//! A door lies over the one that the reader came from: Esc leads back there, and so does the key of any door that
//! lies below, with all as it was left.

use crate::audit::Family;
use crate::directory::OrganisationIndex;
use crate::tui::layout::doors::Door;
use crate::tui::model::{Model, Screen};
use crate::tui::screens;
use crate::tui::screens::audit::update::come_back;

/// Goes where a door leads, unless something is being written or decided, or the reader is there.
pub(in crate::tui) fn go_through(model: &mut Model, door: Door) {
    let is_busy = matches!(
        model.screen(),
        Some(Screen::Add | Screen::Observe | Screen::Review | Screen::Palette(_))
    );
    if is_busy || Door::current(model) == Some(door) {
        return;
    }
    match door.action() {
        Some(action) => {
            screens::open(model, action);
        }
        None => while model.pop() {},
    }
}

/// Comes back to a door that lies below what is on screen, through whatever the reader jumped to; whether there is one.
pub(in crate::tui) fn come_back_to(model: &mut Model, door: Door) -> bool {
    // A verdict is on what was asked there, and not where the reader jumped from.
    let since = model.screens.len() - model.layers().len();
    let is_it = |(at, screen): (usize, &Screen)| {
        Door::behind(screen) == Some(door) && (door != Door::Check || at >= since)
    };
    let Some(at) = model.screens.iter().enumerate().rposition(is_it) else { return false };
    let is_below = at + 1 < model.screens.len();
    while model.screens.len() > at + 1 {
        if model.is_jumped() {
            come_back(model);
        } else {
            model.screens.pop();
        }
    }
    is_below
}

/// The organisation that the reader looks at, through whichever door.
pub(in crate::tui) fn looked_at(model: &Model) -> Option<OrganisationIndex> {
    if model.shows_presence() {
        return model.presence.organisation();
    }
    let directory = model.directory()?;
    let owner = model.account().map(|it| directory.account(it).organisation);
    match model.ground() {
        Some(Screen::Audit) => {
            let found = model.audit.finding();
            let found = found.and_then(|it| it.finding.subject.organisation(directory));
            owner.or(found).or(match model.audit.family {
                Some(Family::Under(head)) => Some(head),
                _ => None,
            })
        }
        Some(_) => owner,
        None if model.check_page().is_some() => owner.or_else(|| model.organisation()),
        None => model.selected_at_hand().or_else(|| model.organisation()),
    }
}
