//! How a verdict is drawn: in short above the hits, and in full.

pub mod banner;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::keys::Action;
use crate::tui::layout::check::rows;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_scrolled;

/// Draws the verdict from a row on.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, first: usize) {
    let rows = rows(model, theme, usize::from(area.width));
    put_scrolled(frame, theme, area, rows, first);
}

/// Whether a key does something where a verdict is read.
pub fn works(model: &Model, action: Action) -> Option<bool> {
    match action {
        Action::Activate | Action::Copy => Some(model.current().is_some()),
        Action::PageUp | Action::PageDown => {
            Some(model.text_height > usize::from(model.layout().body().height))
        }
        _ => None,
    }
}
