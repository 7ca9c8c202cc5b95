//! Where the parts of the conventions stand, and what stands on their rows.

pub mod accounts;
pub mod head;
pub mod panes;

use ratatui::layout::Position;

use crate::tui::model::Model;
use crate::tui::screens::conventions::state::Pane;
use panes::Panes;

/// What stands on a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// One of the platforms, by position.
    Platform(usize),
    /// One of the patterns.
    Pattern(usize),
    /// One of the accounts of the selected pattern.
    Account(usize),
}

/// What stands on a cell of the screen.
pub fn spot(model: &Model, position: Position) -> Option<Spot> {
    let panes = Panes::new(model, model.layout().body());
    if panes.platforms.contains(position) {
        let room = usize::from(panes.platforms.width);
        let column = usize::from(position.x - panes.platforms.x);
        return head::platform_at(model, room, column).map(Spot::Platform);
    }
    if panes.patterns.contains(position) {
        let pattern = model.conventions.first + usize::from(position.y - panes.patterns.y);
        let count = model.conventions.report().map_or(0, |report| report.patterns.len());
        return (pattern < count).then_some(Spot::Pattern(pattern));
    }
    let row = position.y.saturating_sub(panes.accounts.y);
    let is_there = panes.accounts.contains(position);
    is_there.then(|| accounts::account_at(model, panes.accounts, row))?.map(Spot::Account)
}

/// How many patterns fit on the screen.
pub fn rows(model: &Model) -> usize {
    usize::from(Panes::new(model, model.layout().body()).patterns.height)
}

/// How far a page goes in the half that has the keys.
pub fn page(model: &Model) -> usize {
    let panes = Panes::new(model, model.layout().body());
    let height = match model.conventions.pane {
        Pane::Patterns => panes.patterns.height,
        // An account takes up to two lines, and there is a heading.
        Pane::Accounts => panes.accounts.height.saturating_sub(1) / 2,
    };
    usize::from(height).saturating_sub(1).max(1)
}
