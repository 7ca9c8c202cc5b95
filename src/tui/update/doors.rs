//! Going from one door of the program to another.

use crate::tui::layout::doors::Door;
use crate::tui::model::{Model, Screen};
use crate::tui::screens;

/// Goes where a door leads, and leaves all else, unless something is being written or decided.
pub(in crate::tui) fn go_through(model: &mut Model, door: Door) {
    let is_busy = matches!(
        model.screen(),
        Some(Screen::Add | Screen::Observe | Screen::Review | Screen::Palette(_))
    );
    if is_busy || Door::current(model) == Some(door) {
        return;
    }
    while model.pop() {}
    if let Some(action) = door.action() {
        screens::open(model, action);
    }
}

/// Turns from what is on screen to a door: comes back to it where it lies below, and else goes through it; whether
/// that was done. From the audit, who is where is only looked up.
pub(in crate::tui) fn turn_to(model: &mut Model, door: Door) -> bool {
    let Some(on_screen) = model.screen() else { return false };
    let current = Door::current(model);
    if *on_screen == Screen::Audit && door == Door::Presence {
        return false;
    }
    if come_back_to(model, door) {
        return true;
    }
    let is_other = current.is_some() && current != Some(door);
    if is_other {
        go_through(model, door);
    }
    is_other
}

/// Comes back to the screen behind a door that lies below the one on screen; whether there is one.
fn come_back_to(model: &mut Model, door: Door) -> bool {
    let is_it = |screen: &Screen| match door {
        Door::Search => false,
        Door::Check => matches!(screen, Screen::Check { .. }),
        Door::Audit => *screen == Screen::Audit,
        Door::Presence => *screen == Screen::Presence,
    };
    let above = model.shown().iter().rev().position(is_it).filter(|above| *above > 0);
    for _ in 0..above.unwrap_or_default() {
        model.pop();
    }
    above.is_some()
}
