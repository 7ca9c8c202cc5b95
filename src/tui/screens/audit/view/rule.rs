//! A rule in full, and above that the finding that the reader came from.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::rule::rows;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_scrolled;

/// Draws it from a row on.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, first: usize) {
    let rows = rows(model, theme, usize::from(area.width));
    put_scrolled(frame, theme, area, rows, first);
}
