//! How the selected organisation is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::panel::{focused, rows, seen};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{point_at, put};

/// Draws the selected organisation.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let rows = rows(model, theme, usize::from(area.width));
    let seen = seen(rows, focused(model), usize::from(area.height));
    let mut pointed = false;
    for (y, row) in (area.top()..area.bottom()).zip(seen) {
        put(frame, Rect { y, height: 1, ..area }, row.line);
        if model.browse.inside && !pointed && row.channel == Some(model.browse.channel) {
            point_at(frame, area.x, y);
            pointed = true;
        }
    }
}
