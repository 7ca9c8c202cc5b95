//! What can be recorded of an account.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::super::model::Model;
use super::super::theme::Theme;
use super::put;

/// Draws it.
pub fn draw(_model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    put(frame, area, Line::styled(theme.glyphs.pending, theme.muted));
}
