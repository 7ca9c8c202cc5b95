//! The first line of the audit: the family, the filter, and how much of what was found is shown.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::messages::numbers::grouped;
use crate::text::width::width;
use crate::tui::keys::Focus;
use crate::tui::layout::finding::name_of;
use crate::tui::model::{Model, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::conditions::marked;
use crate::tui::widgets::draw::{cells, point_at, put};
use crate::tui::widgets::spans;

/// Draws it, with the cursor while the filter is typed.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let words = model.words;
    let audit = &model.audit;
    let all = usize::from(area.width);
    let count = vec![Span::styled(count(model, theme), theme.muted), Span::raw(" ")];
    let name = model.directory().map(|it| name_of(model.words, it, audit.family));
    let name = theme.cut(&name.unwrap_or_default(), all / 3);
    let mut left = vec![Span::raw("  ")];
    if all > 60 {
        left.push(Span::styled(words.audit_prompt, theme.accent));
        left.push(Span::styled(format!(" {} ", theme.glyphs.prompt), theme.muted));
    }
    left.push(Span::styled(name, theme.base));
    left.push(Span::raw(" "));
    left.push(Span::styled(theme.glyphs.prompt, theme.accent));
    left.push(Span::raw(" "));
    let indent = spans::total(&left);
    let room = all.saturating_sub(spans::total(&count) + indent + 1);
    let before = audit.filter.cells_before();
    // A filter that is longer than the line is shown around the cursor.
    let hidden = before.saturating_sub(room.saturating_sub(1));
    if audit.filter.is_empty() {
        let is_on_top = model.screen() == Some(&Screen::Audit);
        let hints = [words.filter_hint, words.presence_hint_short];
        let hint = hints.into_iter().find(|hint| is_on_top && width(hint) <= room);
        left.push(Span::styled(hint.unwrap_or_default(), theme.muted));
    } else {
        let style = if audit.sought.fault.is_some() { theme.warn } else { theme.title };
        left.extend(marked(theme, model.directory(), &audit.filter.text(), hidden, style));
    }
    put(frame, area, spans::apart(theme, left, count, all, theme.base));
    if model.focus() == Focus::Conditions {
        point_at(frame, area.x + cells(indent + before - hidden), area.y);
    }
}

/// How many findings are shown, and of how many.
fn count(model: &Model, theme: &Theme) -> String {
    let Some(findings) = model.audit.findings() else {
        return theme.glyphs.pending.to_owned();
    };
    let more = if model.audit.is_old { theme.glyphs.pending } else { "" };
    let all = grouped(model.words, findings.len());
    if !model.audit.is_sifted() {
        return format!("{all}{more}");
    }
    let shown = grouped(model.words, model.audit.grouped.shown.len());
    let text = model.words.found_of(&all, &shown);
    format!("{text}{more}")
}
