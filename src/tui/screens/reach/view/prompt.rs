//! The first line: whose sites and numbers these are, the filter, and how many are shown.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::messages::numbers::grouped;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::keys::Focus;
use crate::tui::model::{Model, Screen};
use crate::tui::screens::reach::state::Reach;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells, point_at, put};
use crate::tui::widgets::spans::{self, without_start};

/// Draws it, with the cursor in the filter.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let lies_under = model.shown().iter().find_map(|screen| match screen {
        Screen::Reach(reach) => Some(reach),
        _ => None,
    });
    let (Some(reach), Some(directory)) = (lies_under, model.directory()) else {
        return;
    };
    let all = usize::from(area.width);
    let count = vec![Span::styled(count(model, reach), theme.muted), Span::raw(" ")];
    let name = escaped(&directory.organisation(reach.organisation).name);
    let left = vec![
        Span::raw("  "),
        Span::styled(theme.cut(&name, all / 2), theme.base),
        Span::raw(" "),
        Span::styled(theme.glyphs.prompt, theme.accent),
        Span::raw(" "),
    ];
    let indent = spans::total(&left);
    let room = all.saturating_sub(spans::total(&count) + indent + 1);
    let before = reach.filter.cells_before();
    // A filter that is longer than the line is shown around the cursor.
    let hidden = before.saturating_sub(room.saturating_sub(1));
    let mut line = left;
    if reach.filter.is_empty() {
        let hint = if width(model.words.reach_hint) <= room { model.words.reach_hint } else { "" };
        line.push(Span::styled(hint, theme.muted));
    } else {
        let text = without_start(&reach.filter.text(), hidden);
        line.push(Span::styled(text, theme.title));
    }
    put(frame, area, spans::apart(theme, line, count, all, theme.base));
    if model.focus() == Focus::Reach {
        point_at(frame, area.x + cells(indent + before - hidden), area.y);
    }
}

/// How many are shown, and of how many.
fn count(model: &Model, reach: &Reach) -> String {
    let words = model.words;
    let all = grouped(words, reach.items.len());
    if reach.filter.is_empty() {
        return all;
    }
    words.found_of(&all, &grouped(words, reach.shown.len()))
}
