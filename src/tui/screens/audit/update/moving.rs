//! Moving through families and findings, by keys and by pointing.

use crate::tui::layout;
use ratatui::layout::Position;

use crate::tui::keys::Action;
use crate::tui::model::Model;
use crate::tui::screens::audit::state::{Pane, Row};
use crate::tui::screens::audit::update::{choose, turn_over, turn_to};
use crate::tui::update::moved;

/// Moves through the half that has the keys.
pub(super) fn move_by(model: &mut Model, action: Action) {
    let places = layout::audit::places(model);
    match model.audit.pane {
        Pane::Families => {
            let height = places.families.height / places.entry_height.max(1);
            let page = usize::from(height).saturating_sub(1).max(1);
            let entries = &model.audit.entries;
            let at = entries.iter().position(|entry| entry.family == model.audit.family);
            let to = moved(at.unwrap_or_default(), entries.len(), page, action);
            if let Some(family) = entries.get(to).map(|entry| entry.family) {
                choose(model, family);
            }
        }
        Pane::Findings => {
            let page = usize::from(places.findings.height).saturating_sub(1).max(1);
            let audit = &mut model.audit;
            let rows = audit.grouped.rows.len();
            let to = moved(audit.selected, rows, page, action);
            if to != audit.selected {
                audit.selected = to;
                audit.account = 0;
            }
        }
    }
}

/// A click selects a family or a finding; on a rule it folds or unfolds that too.
pub(in crate::tui) fn click(model: &mut Model, position: Position) {
    let places = layout::audit::places(model);
    if places.families.contains(position) {
        let slots = layout::audit::slots(&model.audit, places.entry_height);
        let line = model.audit.first_family + usize::from(position.y - places.families.y);
        let entry = slots.get(line).and_then(layout::audit::Slot::entry);
        let family = entry.and_then(|entry| model.audit.entries.get(entry)).map(|it| it.family);
        if let Some(family) = family {
            turn_to(model, Pane::Families);
            choose(model, family);
        }
    } else if places.findings.contains(position) {
        let line = model.audit.first + usize::from(position.y - places.findings.y);
        let Some(clicked) = model.audit.grouped.rows.get(line).copied() else {
            return;
        };
        turn_to(model, Pane::Findings);
        model.audit.selected = line;
        model.audit.account = 0;
        if matches!(clicked, Row::Rule(_)) {
            turn_over(model);
        }
    }
}

/// A notch of the wheel moves one step in the half that lies under it.
pub(in crate::tui) fn wheel(model: &mut Model, position: Position, action: Action) {
    let places = layout::audit::places(model);
    let is_left = places.families.contains(position) || places.scores.contains(position);
    turn_to(model, if is_left { Pane::Families } else { Pane::Findings });
    move_by(model, action);
}
