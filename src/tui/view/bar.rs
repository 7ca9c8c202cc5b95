//! The bar above everything: the doors, and the one that the reader went through.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::text::width::width;
use crate::tui::layout::Layout;
use crate::tui::layout::doors::{Door, labels};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells, put};

/// What the program is called, at the end of the bar.
const NAME: &str = "officieel";

/// Draws the bar, where the layout has one.
pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, layout: &Layout) {
    let bar = layout.bar;
    let labels = labels(model, theme, layout);
    let current = Door::current(model);
    let mut end = bar.x;
    for label in &labels {
        let is_current = current == Some(label.door);
        let [key, name] =
            if is_current { [theme.selection; 2] } else { [theme.accent, theme.muted] };
        let mut spans = vec![Span::styled(" ", name)];
        if let Some(text) = &label.key {
            spans.push(Span::styled(text.clone(), key));
            spans.push(Span::styled(" ", name));
        }
        spans.extend([Span::styled(label.name, name), Span::styled(" ", name)]);
        let area = Rect { x: label.column, width: label.width(), ..bar };
        put(frame, area, Line::from(spans));
        end = area.right();
    }
    let room = cells(width(NAME) + 2);
    if !labels.is_empty() && end + room + 2 <= bar.right() {
        let area = Rect { x: bar.right() - room, width: room, ..bar };
        put(frame, area, Line::styled(NAME, theme.muted));
    }
}
