//! How what was asked before is drawn: a query a line, with what was met in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::Span;

use crate::tui::keys::Focus;
use crate::tui::model::Model;
use crate::tui::screens::filtered::first;
use crate::tui::screens::history::state::{Entry, asked};
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{put, put_all};
use crate::tui::widgets::filter_line::FilterLine;
use crate::tui::widgets::spans::{self, gutter};

/// Draws the queries around the selected one.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(asked) = asked(model) else { return };
    let entries = asked.entries();
    if entries.is_empty() {
        let said = vec![(model.words.history_nothing.to_owned(), theme.muted)];
        put_all(frame, area, spans::flow(theme, &said, 2, usize::from(area.width)));
        return;
    }
    let first = first(model, usize::from(area.height));
    let shown = entries.iter().enumerate().skip(first);
    for (y, (at, entry)) in (area.top()..area.bottom()).zip(shown) {
        let line = row(theme, entry, at == asked.list.selected, usize::from(area.width));
        put(frame, Rect { y, height: 1, ..area }, line.into_iter().collect());
    }
}

fn row(theme: &Theme, entry: &Entry<'_>, is_selected: bool, room: usize) -> Vec<Span<'static>> {
    let (base, met) = if is_selected {
        (theme.selection, theme.selection.add_modifier(Modifier::UNDERLINED))
    } else {
        (theme.base, theme.matched)
    };
    let query = spans::highlighted(entry.query, &entry.met, base, met);
    let line = spans::apart(theme, query, Vec::new(), room.saturating_sub(2), base);
    std::iter::once(gutter(theme, is_selected)).chain(line.spans).collect()
}

/// Draws the first line, with the cursor in what is typed.
pub fn prompt(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(asked) = asked(model) else { return };
    let (title, has_cursor) = (model.words.history_title, model.focus() == Focus::History);
    let count = asked.entries().len();
    FilterLine { title, filter: &asked.list.filter, count, has_cursor }.draw(theme, frame, area);
}
