//! The first line: the filter, and how many organisations it lets through.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::messages::numbers::grouped;
use crate::text::width::width;
use crate::tui::keys::Focus;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::conditions::marked;
use crate::tui::widgets::draw::{cells, point_at, put};
use crate::tui::widgets::spans;

/// From this width on, the screen is named.
const NAMED: usize = 60;

/// Draws it, with the cursor while the filter is typed.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let words = model.words;
    let presence = &model.presence;
    let all = usize::from(area.width);
    let count = vec![Span::styled(count(model, theme), theme.muted), Span::raw(" ")];
    let mut left = vec![Span::raw("  ")];
    if all >= NAMED {
        left.push(Span::styled(words.presence_prompt, theme.accent));
        left.push(Span::raw(" "));
    }
    left.push(Span::styled(theme.glyphs.prompt, theme.accent));
    left.push(Span::raw(" "));
    let indent = spans::total(&left);
    let room = all.saturating_sub(spans::total(&count) + indent + 1);
    let before = presence.filter.cells_before();
    // A filter that is longer than the line is shown around the cursor.
    let hidden = before.saturating_sub(room.saturating_sub(1));
    if presence.filter.is_empty() {
        let hints = [words.presence_hint, words.presence_hint_short];
        let hint = hints.into_iter().find(|hint| width(hint) <= room);
        left.push(Span::styled(hint.unwrap_or_default(), theme.muted));
    } else {
        let style = if presence.error.is_some() { theme.warn } else { theme.title };
        left.extend(marked(theme, model.directory(), &presence.filter.text(), hidden, style));
    }
    put(frame, area, spans::apart(theme, left, count, all, theme.base));
    if model.focus() == Focus::Conditions {
        point_at(frame, area.x + cells(indent + before - hidden), area.y);
    }
}

/// How many organisations pass, and of how many.
fn count(model: &Model, theme: &Theme) -> String {
    let (words, presence) = (model.words, &model.presence);
    let Some(map) = presence.map() else {
        return theme.glyphs.pending.to_owned();
    };
    let shown = grouped(words, map.organisations.len());
    if presence.asked().is_empty() {
        return shown;
    }
    words.found_of(&grouped(words, map.chosen_from), &shown)
}
