//! The conventions of a family: templates as bars, and who deviates.

mod accounts;
mod patterns;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::keys::Action;
use crate::tui::layout::conventions::head;
use crate::tui::layout::conventions::panes::Panes;
use crate::tui::layout::finding::name_of;
use crate::tui::model::Model;
use crate::tui::screens::conventions::state::Pane;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{put, put_all};
use crate::tui::widgets::spans;

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
        Span::styled(model.words.key_conventions, theme.accent),
        Span::styled(format!(" {} ", theme.glyphs.prompt), theme.muted),
        Span::styled(name, theme.base),
    ];
    put(frame, area, Line::from(spans::cut(theme, line, usize::from(area.width))));
}

/// Whether a key does something among the conventions.
pub fn works(model: &Model, action: Action) -> Option<bool> {
    match action {
        Action::Activate | Action::Into => Some(model.conventions.entry().is_some()),
        Action::Copy | Action::Open => Some(model.current().is_some()),
        Action::Next => Some(model.conventions.reports().is_some_and(|reports| reports.len() > 1)),
        _ => None,
    }
}

/// What a key does there, where that depends on which half has the keys.
pub fn label(model: &Model, action: Action) -> Option<&'static str> {
    let leads_to_accounts = matches!(action, Action::Activate | Action::Into)
        && model.conventions.pane == Pane::Patterns;
    leads_to_accounts.then_some(model.words.key_who)
}
