//! What the mouse does.

use ratatui::layout::Position;

use crate::tui::favourites::update as favourites;
use crate::tui::keys::Action;
use crate::tui::layout::doors::door_at;
use crate::tui::layout::panel;
use crate::tui::model::Model;
use crate::tui::screens::check::update as check;
use crate::tui::screens::start::update as start;
use crate::tui::update::doors::go_through;
use crate::tui::update::{go_inside, move_by, select};

/// A click selects: an organisation in the list, a channel in the panel, the query;
/// on a verdict it shows that in full.
pub(in crate::tui) fn click(model: &mut Model, column: u16, row: u16) {
    let parts = model.layout();
    let position = Position::new(column, row);
    if let Some(door) = door_at(model, &parts, position) {
        go_through(model, door);
        return;
    }
    if let Some(handlers) = model.handlers() {
        (handlers.click)(model, position);
        return;
    }
    if model.is_at_start() {
        return;
    }
    if parts.prompt.contains(position) {
        model.browse.inside = false;
    } else if parts.banner.contains(position) {
        model.browse.inside = false;
        check::show(model);
    } else if parts.list.contains(position) {
        let offset = usize::from((row - parts.list.y) / parts.row_height.max(1));
        let hit = model.browse.first + offset;
        if hit < model.browse.hits.len() {
            select(model, hit);
            model.browse.inside = false;
        }
    } else if parts.panel.contains(position)
        && let Some(channel) = panel::channel_at(model, parts.panel, row - parts.panel.y)
    {
        model.browse.inside = true;
        model.browse.channel = channel;
        favourites::visit(model, model.organisation());
    }
}

/// A notch of the wheel moves one step in what lies under it.
pub(in crate::tui) fn wheel(model: &mut Model, column: u16, row: u16, down: bool) {
    let action = if down { Action::Down } else { Action::Up };
    let parts = model.layout();
    let position = Position::new(column, row);
    if let Some(handlers) = model.handlers() {
        (handlers.wheel)(model, position, action);
        return;
    }
    if model.is_at_start() {
        start::act(model, action);
        return;
    }
    if parts.evidence.contains(position) {
        return;
    }
    let over_panel = parts.panel.contains(position);
    if over_panel && !model.browse.inside {
        go_inside(model);
        return;
    }
    if !over_panel {
        model.browse.inside = false;
    }
    move_by(model, action);
}
