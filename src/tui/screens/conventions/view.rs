//! The conventions of a family: templates as bars, and who deviates.

mod patterns;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::text::width::width;
use crate::tui::layout::conventions::panes::Panes;
use crate::tui::layout::conventions::{accounts, head};
use crate::tui::model::Model;
use crate::tui::screens::audit::view::name_of;
use crate::tui::screens::conventions::state::Pane;
use crate::tui::theme::Theme;
use crate::tui::view::{cells, put, put_all};
use crate::tui::widgets::spans;

/// What stands on a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// One of the platforms, by position.
    Platform(usize),
    /// One of the patterns.
    Pattern(usize),
    /// One of the accounts of the selected pattern.
    Account(usize),
}

/// Draws it.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let panes = Panes::new(model, area);
    put_all(frame, panes.head, head::lines(model, theme, panes.head));
    put(frame, panes.platforms, head::platforms(model, theme, usize::from(panes.platforms.width)));
    patterns::draw(model, theme, frame, panes.patterns);
    if panes.divider.width == 1 {
        for y in panes.divider.top()..panes.divider.bottom() {
            let glyph = Line::styled(theme.glyphs.divider, theme.muted);
            put(frame, Rect { y, height: 1, ..panes.divider }, glyph);
        }
    }
    accounts::draw(model, theme, frame, panes.accounts);
}

/// Draws the first line: where the reader is.
pub fn draw_prompt(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let family = model.conventions.family;
    let name = model.directory().map(|it| name_of(model.words, it, family)).unwrap_or_default();
    let line = vec![
        Span::raw("  "),
        Span::styled(model.words.screen.key_conventions, theme.accent),
        Span::styled(format!(" {} ", theme.glyphs.prompt), theme.muted),
        Span::styled(name, theme.base),
    ];
    put(frame, area, Line::from(spans::cut(theme, line, usize::from(area.width))));
}

/// What stands on a cell of the screen.
pub fn spot(model: &Model, position: Position) -> Option<Spot> {
    let panes = Panes::new(model, model.layout().body());
    if panes.platforms.contains(position) {
        let room = usize::from(panes.platforms.width);
        let column = usize::from(position.x - panes.platforms.x);
        return head::platform_at(model, room, column).map(Spot::Platform);
    }
    if panes.patterns.contains(position) {
        let pattern = model.conventions.first + usize::from(position.y - panes.patterns.y);
        let count = model.conventions.survey().map_or(0, |survey| survey.patterns.len());
        return (pattern < count).then_some(Spot::Pattern(pattern));
    }
    let row = position.y.saturating_sub(panes.accounts.y);
    let is_there = panes.accounts.contains(position);
    is_there.then(|| accounts::account_at(model, panes.accounts, row))?.map(Spot::Account)
}

/// How many patterns fit on the screen.
pub fn rows(model: &Model) -> usize {
    usize::from(Panes::new(model, model.layout().body()).patterns.height)
}

/// How far a page goes in the half that has the keys.
pub fn page(model: &Model) -> usize {
    let panes = Panes::new(model, model.layout().body());
    let height = match model.conventions.pane {
        Pane::Patterns => panes.patterns.height,
        // An account takes up to two lines, and there is a heading.
        Pane::Accounts => panes.accounts.height.saturating_sub(1) / 2,
    };
    usize::from(height).saturating_sub(1).max(1)
}

/// Says at the right edge that there is more above or below.
pub(in crate::tui) fn mark_more(
    frame: &mut Frame<'_>,
    theme: &Theme,
    area: Rect,
    above: bool,
    below: bool,
) {
    let glyphs = theme.glyphs;
    let last = area.bottom().saturating_sub(1);
    for (glyph, y, is_more) in [(glyphs.up, area.top(), above), (glyphs.down, last, below)] {
        let x = area.right().saturating_sub(cells(width(glyph)));
        if is_more {
            put(frame, Rect { x, y, ..area }.intersection(area), Line::styled(glyph, theme.accent));
        }
    }
}

/// The two cells before a row.
pub(in crate::tui) fn gutter(theme: &Theme, selected: bool) -> Span<'static> {
    if selected {
        Span::styled(format!("{} ", theme.glyphs.gutter), theme.accent)
    } else {
        Span::raw("  ")
    }
}
