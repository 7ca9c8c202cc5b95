//! The directory on its way: which file, what is being done to it, and how much of that is done.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::loading::Step;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_all;
use crate::tui::widgets::spans;

/// The cells before each line.
const INDENT: usize = 2;
/// The widest bar: longer says no more.
const WIDEST: usize = 48;

/// Draws how far the directory is, where it comes from a file; the one that is built in is there
/// before this could be read.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(file) = &model.loading.file else {
        return;
    };
    let room = usize::from(area.width).saturating_sub(INDENT + 1).min(WIDEST);
    let name = spans::cut(theme, spans::highlighted(file, &[], theme.title, theme.title), room);
    let lines = [Vec::new(), name, step(model, theme, room), bar(model, theme, room)];
    put_all(
        frame,
        area,
        lines.into_iter().map(|line| {
            std::iter::once(Span::raw(" ".repeat(INDENT))).chain(line).collect::<Line<'static>>()
        }),
    );
}

fn step(model: &Model, theme: &Theme, room: usize) -> Vec<Span<'static>> {
    let words = model.words;
    let step = match model.loading.progress.step {
        Step::Reading => words.loading_reading,
        Step::Checking => words.loading_checking,
        Step::Indexing => words.loading_indexing,
    };
    let share = model.loading.progress.percent().map(|percent| {
        let text = words.loading_share(&percent.to_string());
        Span::styled(text, theme.base)
    });
    let left = vec![Span::styled(step, theme.muted)];
    spans::apart(theme, left, share.into_iter().collect(), room, theme.base).spans
}

fn bar(model: &Model, theme: &Theme, room: usize) -> Vec<Span<'static>> {
    let percent = model.loading.progress.percent().unwrap_or_default();
    let done = usize::try_from(percent).unwrap_or_default() * room / 100;
    vec![
        Span::styled(theme.glyphs.done.repeat(done), theme.accent),
        Span::styled(theme.glyphs.to_do.repeat(room.saturating_sub(done)), theme.muted),
    ]
}
