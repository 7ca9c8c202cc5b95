//! What the findings that are shown can be exported as.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::messages::numbers::grouped;
use crate::tui::model::Model;
use crate::tui::screens::audit::export::{Format, file_name};
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{point_at, put};
use crate::tui::widgets::spans;

/// The cells of the names.
const NAMES: usize = 10;

/// Draws the formats, with one selected and the name of the file that it makes.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, selected: usize) {
    let words = model.words;
    let cells = usize::from(area.width).saturating_sub(1);
    let title = match model.audit.grouped.shown.len() {
        1 => words.export_title_one.to_owned(),
        count => words.export_title(&grouped(model.words, count)),
    };
    let mut rows: Vec<(Option<usize>, Line<'static>)> = Vec::new();
    let title = spans::flow(theme, &[(title, theme.title)], 2, cells);
    rows.extend(title.into_iter().map(|line| (None, line)));
    rows.push((None, Line::default()));
    for (number, format) in Format::ALL.into_iter().enumerate() {
        rows.push((Some(number), row(model, theme, format, number == selected, cells)));
    }
    rows.push((None, Line::default()));
    if let Some((directory, format)) = model.directory().zip(Format::ALL.get(selected)) {
        let name = file_name(*format, model.audit.family, directory, model.today);
        let text = words.export_file(&name);
        let lines = spans::flow(theme, &[(text, theme.muted)], 2, cells);
        rows.extend(lines.into_iter().map(|line| (None, line)));
    }
    let at = rows.iter().position(|(number, _)| *number == Some(selected)).unwrap_or_default();
    let first = (at + 1).saturating_sub(usize::from(area.height));
    for (y, (number, line)) in (area.top()..area.bottom()).zip(rows.into_iter().skip(first)) {
        put(frame, Rect { y, height: 1, ..area }, line);
        if number == Some(selected) {
            point_at(frame, area.x, y);
        }
    }
}

fn row(
    model: &Model,
    theme: &Theme,
    format: Format,
    is_selected: bool,
    cells: usize,
) -> Line<'static> {
    let glyph = if is_selected { theme.glyphs.gutter } else { " " };
    let [name, purpose] =
        if is_selected { [theme.selection; 2] } else { [theme.base, theme.muted] };
    let left = vec![
        Span::styled(format!("{:NAMES$}", format.name()), name),
        Span::styled(format.purpose(model.words), purpose),
    ];
    let line = spans::apart(theme, left, Vec::new(), cells.saturating_sub(2), name);
    std::iter::once(Span::styled(format!("{glyph} "), theme.accent)).chain(line.spans).collect()
}
