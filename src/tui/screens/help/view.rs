//! How the help is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::help::rows;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_all;

/// Draws the help from a row on.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, first: usize) {
    let rows = rows(model.words, model.keymap, theme, usize::from(area.width));
    put_all(frame, area, rows.into_iter().skip(first));
}
