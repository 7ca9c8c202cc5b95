//! How the palette is drawn: what can be done, a line each, with its keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::tui::keys::Focus;
use crate::tui::model::Model;
use crate::tui::screens::filtered::first;
use crate::tui::screens::palette::state::{Entry, palette};
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{put, put_all};
use crate::tui::widgets::filter_line::FilterLine;
use crate::tui::widgets::spans::{self, gutter};

/// Draws the entries around the selected one.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(palette) = palette(model) else { return };
    let entries = palette.entries(model.words, theme.glyphs);
    if entries.is_empty() {
        let said = vec![(model.words.palette_nothing.to_owned(), theme.muted)];
        put_all(frame, area, spans::flow(theme, &said, 2, usize::from(area.width)));
        return;
    }
    let first = first(model, usize::from(area.height));
    let shown = entries.iter().enumerate().skip(first);
    for (y, (at, entry)) in (area.top()..area.bottom()).zip(shown) {
        let is_selected = at == palette.list.selected;
        let line = row(theme, entry, is_selected, usize::from(area.width));
        put(frame, Rect { y, height: 1, ..area }, line.into_iter().collect());
    }
}

fn row(theme: &Theme, entry: &Entry, is_selected: bool, room: usize) -> Vec<Span<'static>> {
    let (name, keys) =
        if is_selected { (theme.selection, theme.selection) } else { (theme.base, theme.accent) };
    let left = vec![Span::styled(entry.name.clone(), name)];
    let right = vec![Span::styled(format!("{} ", entry.keys), keys)];
    let line = spans::apart(theme, left, right, room.saturating_sub(2), name);
    std::iter::once(gutter(theme, is_selected)).chain(line.spans).collect()
}

/// Draws the first line, with the cursor in what is typed.
pub fn prompt(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(palette) = palette(model) else { return };
    let count = Some(palette.entries(model.words, theme.glyphs).len());
    let (title, has_cursor) = (model.words.palette_title, model.focus() == Focus::Palette);
    FilterLine { title, filter: &palette.list.filter, count, has_cursor }.draw(theme, frame, area);
}
