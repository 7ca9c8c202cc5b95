//! The first line: what was typed, and how many organisations it met.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use super::super::keys::Focus;
use super::super::layout::Layout;
use super::super::model::Model;
use super::super::theme::Theme;
use super::{cells, point_at, put, spans};
use crate::text::width::width;

/// The cells before the query.
const INDENT: usize = 4;

/// Draws the query, the count, and the cursor while the query has the keys.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, layout: &Layout) {
    let area = layout.prompt;
    let count = vec![Span::styled(count(model), theme.muted), Span::raw(" ")];
    let room = usize::from(area.width).saturating_sub(spans::total(&count) + INDENT + 1);
    let before = model.query.cells_before();
    // A query that is longer than the line is shown around the cursor.
    let hidden = before.saturating_sub(room.saturating_sub(1));
    let mut left =
        vec![Span::raw("  "), Span::styled(theme.glyphs.prompt, theme.accent), Span::raw(" ")];
    if model.query.is_empty() {
        left.push(Span::styled(model.words.prompt_hint, theme.muted));
    } else {
        left.push(Span::styled(without_start(&model.query.text(), hidden), theme.title));
    }
    let line: Line<'static> = spans::apart(theme, left, count, usize::from(area.width), theme.base);
    put(frame, area, line);
    if model.focus() == Focus::Query {
        point_at(frame, area.x + cells(INDENT + before - hidden), area.y);
    }
}

fn count(model: &Model) -> String {
    match model.directory() {
        Some(directory) => format!("{}/{}", model.hits.len(), directory.organisation_count()),
        None => model.words.loading.to_owned(),
    }
}

/// The text without its first cells.
fn without_start(text: &str, hidden: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let mut passed = 0;
    text.graphemes(true)
        .skip_while(|grapheme| {
            let skip = passed < hidden;
            passed += width(grapheme);
            skip
        })
        .collect()
}
