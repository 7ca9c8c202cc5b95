//! How what was asked before is drawn: a query a line, with what was met in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::Span;

use crate::check::Message;
use crate::tui::keys::Focus;
use crate::tui::layout::check;
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
        let told = entry.verdict.map(|it| told(model, theme, it)).unwrap_or_default();
        let is_selected = at == asked.list.selected;
        let line = row(theme, entry, told, is_selected, usize::from(area.width));
        put(frame, Rect { y, height: 1, ..area }, line.into_iter().collect());
    }
}

/// The verdict on what was asked.
fn told(model: &Model, theme: &Theme, message: &Message) -> Vec<Span<'static>> {
    let Some(directory) = model.directory() else { return Vec::new() };
    match message.answers.as_slice() {
        [only] => check::badge(model, theme, directory, only),
        _ => check::message_label(model, theme, directory, message),
    }
}

fn row(
    theme: &Theme,
    entry: &Entry<'_>,
    told: Vec<Span<'static>>,
    is_selected: bool,
    room: usize,
) -> Vec<Span<'static>> {
    let (base, met) = if is_selected {
        (theme.selection, theme.selection.add_modifier(Modifier::UNDERLINED))
    } else {
        (theme.base, theme.matched)
    };
    let query = spans::highlighted(entry.query, &entry.met, base, met);
    let line = spans::apart(theme, query, told, room.saturating_sub(2), base);
    std::iter::once(gutter(theme, is_selected)).chain(line.spans).collect()
}

/// Draws the first line, with the cursor in what is typed.
pub fn prompt(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(asked) = asked(model) else { return };
    let (title, has_cursor) = (model.words.history_title, model.focus() == Focus::History);
    let count = asked.entries().len();
    FilterLine { title, filter: &asked.list.filter, count: Some(count), has_cursor }
        .draw(theme, frame, area);
}
