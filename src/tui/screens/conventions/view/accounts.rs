//! How the accounts of the selected template are drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::conventions::accounts::{below_heading, heading, rows};
use crate::tui::model::Model;
use crate::tui::screens::conventions::state::Pane;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{mark_more, point_at, put};

/// Draws the heading and the accounts that fit.
pub(in crate::tui) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let (Some(pattern), Some(directory)) = (model.conventions.pattern(), model.directory()) else {
        return;
    };
    if area.is_empty() {
        return;
    }
    let below = below_heading(area);
    let rows = rows(model, theme, directory, pattern, below);
    let top = rows.first().and_then(|row| row.account).unwrap_or_default();
    let is_deviating = top < pattern.deviating.len();
    let room = usize::from(area.width).saturating_sub(1);
    put(frame, area, heading(model.words, theme, pattern, is_deviating, room));
    let last = rows.iter().take(usize::from(below.height)).rev().find_map(|row| row.account);
    let is_cut = rows.len() > usize::from(below.height);
    let mut is_pointed = false;
    for (y, row) in (below.top()..below.bottom()).zip(rows) {
        put(frame, Rect { y, height: 1, ..below }, row.line);
        let is_it = row.account == Some(model.conventions.account);
        if model.conventions.pane == Pane::Accounts && is_it && !is_pointed {
            point_at(frame, below.x, y);
            is_pointed = true;
        }
    }
    let is_more = is_cut || last.is_some_and(|last| last + 1 < pattern.len());
    mark_more(frame, theme, below, top > 0, is_more);
}
