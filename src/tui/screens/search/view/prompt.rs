//! The first line: what was typed, and how many organisations it met.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use crate::messages::numbers::grouped;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::keys::Focus;
use crate::tui::layout::Layout;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::conditions::marked;
use crate::tui::widgets::draw::{cells, point_at, put};
use crate::tui::widgets::spans;

/// The cells before the query.
const INDENT: usize = 4;

/// Draws the query, the count, and the cursor while the query has the keys.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, layout: &Layout) {
    let area = layout.prompt;
    let count = count(model, theme, usize::from(area.width) / 2);
    let count = vec![Span::styled(count, theme.muted), Span::raw(" ")];
    let room = usize::from(area.width).saturating_sub(spans::total(&count) + INDENT + 1);
    let before = model.browse.query.cells_before();
    // A query that is longer than the line is shown around the cursor; what was pasted and nobody typed at since, from
    // its beginning.
    let is_as_it_came = model.browse.check.is_whole && model.browse.query.is_at_end();
    let hidden = if is_as_it_came { 0 } else { before.saturating_sub(room.saturating_sub(1)) };
    let mut left =
        vec![Span::raw("  "), Span::styled(theme.glyphs.prompt, theme.accent), Span::raw(" ")];
    if model.browse.query.is_empty() {
        let hints = [model.words.prompt_hint_long, model.words.prompt_hint];
        let hint = hints.into_iter().find(|hint| width(hint) <= room);
        left.push(Span::styled(hint.unwrap_or(model.words.prompt_hint), theme.muted));
    } else {
        let query = model.browse.query.text();
        let query = marked(theme, model.directory(), &query, hidden, theme.title);
        left.extend(spans::cut(theme, query, room));
    }
    let told = model.browse.search.told.searched.as_ref();
    let told = told.map(|told| Span::styled(format!("{}   ", escaped(told)), theme.muted));
    let is_room = |told: &Span<'_>| {
        let cells = spans::total(&left) + spans::total(&count) + width(&told.content) + 2;
        cells <= usize::from(area.width)
    };
    let told = told.filter(is_room);
    let count: Vec<Span<'static>> = told.into_iter().chain(count).collect();
    let line: Line<'static> = spans::apart(theme, left, count, usize::from(area.width), theme.base);
    put(frame, area, line);
    if model.focus() == Focus::Query {
        point_at(frame, area.x + cells(INDENT + (before - hidden).min(room)), area.y);
    }
}

/// How many organisations the query met, and of how many; shorter where that takes too much room.
fn count(model: &Model, theme: &Theme, room: usize) -> String {
    let (words, search) = (model.words, &model.browse.search);
    let Some(catalogue) = &model.catalogue else {
        return words.loading.to_owned();
    };
    let (total, all) = (search.total, catalogue.searched_count());
    let more = if model.is_searching() { theme.glyphs.pending } else { "" };
    // Nothing yet is not nothing.
    let is_open = model.is_searching() && total == 0;
    let met = |number: String| if is_open { more.to_owned() } else { format!("{number}{more}") };
    let apart = met(grouped(words, total));
    let long = format!("{apart}/{}", grouped(words, all));
    let short = format!("{}/{all}", met(total.to_string()));
    [long, short].into_iter().find(|count| width(count) <= room).unwrap_or(apart)
}
