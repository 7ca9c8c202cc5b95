//! How the help is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::help::rows;
use crate::tui::model::Model;
use crate::tui::screens::help::state::Help;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_all;
use crate::tui::widgets::filter_line::FilterLine;

/// Draws the help from its first row on, below the line that narrows it down.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, help: &Help) {
    let filter = help.filter.text();
    let rows = rows(model.words, model.keymap, theme, usize::from(area.width), &filter);
    let mut body = area;
    if help.has_line() {
        let line = Rect { height: area.height.min(1), ..area };
        body = Rect { y: area.y + line.height, height: area.height - line.height, ..area };
        let (title, has_cursor) = (model.words.key_filter, help.is_typing);
        FilterLine { title, filter: &help.filter, count: None, has_cursor }
            .draw(theme, frame, line);
    }
    put_all(frame, body, rows.into_iter().skip(help.first));
}
