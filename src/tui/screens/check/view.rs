//! How a verdict is drawn: in short above the hits, and in full.

pub mod banner;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::keys::Action;
use crate::tui::layout::check::rows;
use crate::tui::model::Model;
use crate::tui::screens::check::state::is_asking;
use crate::tui::screens::search::view::prompt as query;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_scrolled;
use crate::tui::widgets::filter_line::FilterLine;

/// Draws the first line: the query, or what is typed where it is asked what to check.
pub fn prompt(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if is_asking(model) {
        let (title, filter) = (model.words.start_real, &model.browse.check.line);
        FilterLine { title, filter, count: None, has_cursor: true }.draw(theme, frame, area);
    } else {
        query::draw(model, theme, frame, &model.layout_at(frame.area().as_size()));
    }
}

/// Draws the verdict from a row on.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, first: usize) {
    let rows = rows(model, theme, usize::from(area.width));
    put_scrolled(frame, theme, area, rows, first);
}

/// Whether a key does something where a verdict is read.
pub fn works(model: &Model, action: Action) -> Option<bool> {
    match action {
        _ if is_asking(model) => None,
        Action::Activate | Action::Copy => Some(model.current().is_some()),
        Action::PageUp | Action::PageDown => {
            Some(model.text_height > usize::from(model.layout().body().height))
        }
        _ => None,
    }
}
