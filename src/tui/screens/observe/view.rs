//! How what can be observed of an account is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::observe::{inset, rows};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells, point_at, put};

/// Draws it.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let area = inset(model, area);
    let selected = model.observe.sheet.as_ref().map(|sheet| sheet.selected);
    for (y, row) in (area.top()..area.bottom()).zip(rows(model, theme, area)) {
        put(frame, Rect { y, height: 1, ..area }, row.line);
        let is_selected = row.choice.is_some() && row.choice == selected;
        if let Some(x) = row.cursor.or(is_selected.then_some(0)) {
            point_at(frame, area.x + cells(x), y);
        }
    }
}
