//! A line of organisations that the reader keeps at hand.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::directory::Organisation;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::favourites::state::StartRow;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::spans;

/// A name takes no more cells than this, so that the next ones are seen too.
const LONGEST_NAME: usize = 32;

/// The organisations of a line in so many cells, from one on that leaves the selected one in sight; nothing where
/// there are none.
pub(super) fn names(
    model: &Model,
    theme: &Theme,
    row: StartRow,
    room: usize,
) -> Vec<Span<'static>> {
    let Some(directory) = model.directory() else {
        return Vec::new();
    };
    let organisations = model.at_hand(row).into_iter().map(|it| directory.organisation(it));
    let names: Vec<String> = organisations.map(|it| name(theme, it)).collect();
    let selected = model.favourites.selected.filter(|it| it.0 == row).map(|(_, at)| at);
    let mark = if row == StartRow::Marked { theme.glyphs.favourite } else { "" };
    let line_from = |first: usize| line(theme, mark, &names, first, selected);
    let is_seen = |first: &usize| {
        let to_selected = names.get(..=selected.unwrap_or_default()).unwrap_or_default();
        let whole = spans::total(&line(theme, mark, to_selected, *first, selected));
        whole + usize::from(to_selected.len() < names.len()) <= room
    };
    if names.is_empty() {
        return Vec::new();
    }
    let first = (0..=selected.unwrap_or_default()).find(is_seen);
    spans::cut(theme, line_from(first.or(selected).unwrap_or_default()), room)
}

/// What an organisation is called in such a line: its name, or where that is long, its abbreviation.
fn name(theme: &Theme, it: &Organisation) -> String {
    let name = escaped(&it.name);
    let short = it.abbreviation.as_deref().filter(|_| width(&name) > LONGEST_NAME);
    theme.cut(&short.map_or(name, escaped), LONGEST_NAME)
}

/// The names from one on, with a sign where some are left out before it.
fn line(
    theme: &Theme,
    mark: &'static str,
    names: &[String],
    first: usize,
    selected: Option<usize>,
) -> Vec<Span<'static>> {
    let blank = |text: &str, style: Style| Span::styled(format!("{text} "), style);
    let mut line = Vec::new();
    if width(mark) > 0 {
        line.push(blank(mark, theme.accent));
    }
    if first > 0 {
        line.push(blank(theme.glyphs.cut, theme.muted));
    }
    for (at, name) in names.iter().enumerate().skip(first) {
        if at > first {
            line.push(Span::styled(format!(" {} ", theme.glyphs.dot), theme.muted));
        }
        let style = if selected == Some(at) { theme.selection } else { theme.base };
        line.push(Span::styled(name.clone(), style));
    }
    line
}
