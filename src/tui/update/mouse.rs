//! What the mouse does.

use ratatui::layout::Position;

use super::super::keys::Action;
use super::super::model::{Model, Screen};
use super::super::view::{self, panel};
use super::{audit, check, conventions, go_inside, move_by, observe, select};

/// A click selects: an organisation in the list, a channel in the panel, the query;
/// on a verdict it shows that in full.
pub(super) fn click(model: &mut Model, column: u16, row: u16) {
    let layout = model.layout();
    let position = Position::new(column, row);
    if model.overlay == Some(Screen::Observe) {
        let area = if view::fills_body(model) { layout.body() } else { layout.panel };
        let is_inside = area.contains(position);
        let choice =
            is_inside.then(|| view::observe::choice_at(model, area, row - area.y)).flatten();
        if let Some(choice) = choice {
            observe::select(model, choice);
        }
        return;
    }
    if model.overlay == Some(Screen::Conventions) {
        conventions::click(model, position);
    }
    if model.overlay == Some(Screen::Audit) {
        audit::click(model, column, row);
    }
    if model.overlay.is_some() {
        return;
    }
    if layout.prompt.contains(position) {
        model.inside = false;
    } else if layout.banner.contains(position) {
        model.inside = false;
        check::show(model);
    } else if layout.list.contains(position) {
        let offset = usize::from((row - layout.list.y) / layout.row_height.max(1));
        let hit = model.first + offset;
        if hit < model.hits.len() {
            select(model, hit);
            model.inside = false;
        }
    } else if layout.panel.contains(position)
        && let Some(channel) = panel::channel_at(model, layout.panel, row - layout.panel.y)
    {
        model.inside = true;
        model.channel = channel;
    }
}

/// A notch of the wheel moves one step in what lies under it.
pub(super) fn wheel(model: &mut Model, column: u16, row: u16, down: bool) {
    let action = if down { Action::Down } else { Action::Up };
    let layout = model.layout();
    let over_panel = layout.panel.contains(Position::new(column, row));
    match model.overlay {
        Some(Screen::QrCode { .. }) => return,
        Some(Screen::Audit) => {
            audit::wheel(model, column, row, down);
            return;
        }
        None if over_panel && !model.inside => {
            go_inside(model);
            return;
        }
        None if !over_panel => model.inside = false,
        _ => {}
    }
    move_by(model, action);
}
