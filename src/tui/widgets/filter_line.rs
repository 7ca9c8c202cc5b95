//! The first line of a list that typed words narrow down.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells, point_at, put};
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::spans::{self, without_start};

/// Such a line.
#[derive(Debug)]
pub struct FilterLine<'a> {
    /// What the list is called.
    pub title: &'static str,
    /// What is typed.
    pub filter: &'a Editor,
    /// How many entries are left, where they are counted.
    pub count: Option<usize>,
    /// Whether the cursor stands in it.
    pub has_cursor: bool,
}

impl FilterLine<'_> {
    /// Draws it.
    pub fn draw(&self, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
        let all = usize::from(area.width);
        let count = self.count.map(|count| Span::styled(format!("{count} "), theme.muted));
        let count: Vec<Span<'static>> = count.into_iter().collect();
        let mut line = vec![
            Span::raw("  "),
            Span::styled(self.title, theme.base),
            Span::raw(" "),
            Span::styled(theme.glyphs.prompt, theme.accent),
            Span::raw(" "),
        ];
        let indent = spans::total(&line);
        let room = all.saturating_sub(indent + spans::total(&count) + 1);
        let before = self.filter.cells_before();
        let hidden = before.saturating_sub(room.saturating_sub(1));
        let text = without_start(&self.filter.text(), hidden);
        line.push(Span::styled(text, theme.title));
        put(frame, area, spans::apart(theme, line, count, all, theme.base));
        if self.has_cursor {
            point_at(frame, area.x + cells(indent + before - hidden), area.y);
        }
    }
}
