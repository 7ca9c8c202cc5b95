//! The families to choose from, each with how many findings it has and how far it is.

use crate::tui::layout::audit::{Places, Slot, first, slots};
use crate::tui::layout::finding::name_of;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::audit::Severity;
use crate::messages::numbers::grouped;
use crate::tui::model::Model;
use crate::tui::screens::audit::job::{Entry, Group, Tally};
use crate::tui::screens::audit::state::Pane;
use crate::tui::screens::audit::view::{has_keys, scores};
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{point_at, put};
use crate::tui::widgets::spans;

/// Draws those that fit.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, places: &Places) {
    let (area, audit) = (places.families, &model.audit);
    if area.is_empty() {
        return;
    }
    let slots = slots(audit, places.entry_height);
    if slots.is_empty() {
        let pending = format!("  {}", theme.glyphs.pending);
        put(frame, area, Line::styled(pending, theme.muted));
        return;
    }
    let first = first(audit, &slots, usize::from(area.height));
    let mut is_pointed = false;
    for (y, slot) in (area.top()..area.bottom()).zip(slots.iter().skip(first)) {
        let place = Rect { y, height: 1, ..area };
        match slot {
            Slot::Blank => {}
            Slot::Title(group) => {
                let title = format!("  {}", title(model, *group));
                put(frame, place, Line::styled(title, theme.muted));
            }
            Slot::Entry(number, line) => {
                let Some(entry) = audit.entries.get(*number) else { continue };
                put(frame, place, row(model, theme, entry, *line, usize::from(area.width)));
                let is_selected = entry.family == audit.family;
                if is_selected && !is_pointed && has_keys(model, Pane::Families) {
                    point_at(frame, area.x, y);
                    is_pointed = true;
                }
            }
        }
    }
}

fn title(model: &Model, group: Group) -> &'static str {
    let words = model.words;
    match group {
        Group::All => "",
        Group::Own => words.own_family,
        Group::Kinds => words.kinds,
        Group::Heads => words.heads,
    }
}

fn row(model: &Model, theme: &Theme, entry: &Entry, line: u16, cells: usize) -> Line<'static> {
    let is_selected = entry.family == model.audit.family;
    let glyph = if is_selected { theme.glyphs.gutter } else { " " };
    let gutter = Span::styled(format!("{glyph} "), theme.accent);
    let room = cells.saturating_sub(3);
    let tally = model.audit.tallies.get(&entry.family);
    let spans = if line == 0 {
        let is_reversed = is_selected && has_keys(model, Pane::Families);
        let style = match (is_reversed, is_selected) {
            (true, _) => theme.selection,
            (false, true) => theme.title,
            (false, false) => theme.base,
        };
        let name = model.directory().map(|it| name_of(model.words, it, entry.family));
        let accounts = grouped(model.words, entry.accounts);
        let quiet = if is_reversed { style } else { theme.muted };
        let left = vec![
            Span::styled(name.unwrap_or_default(), style),
            Span::styled(format!(" {accounts}"), quiet),
        ];
        let counts = counts(model, theme, tally, is_reversed.then_some(style), room / 2);
        apart(theme, left, counts, room, style)
    } else {
        let compact = tally.map(|tally| scores::compact(model.words, theme, tally, room));
        compact.unwrap_or_else(|| vec![Span::styled(theme.glyphs.pending, theme.muted)])
    };
    std::iter::once(gutter).chain(spans).collect()
}

/// The number behind the name gives way before that is cut.
fn apart(
    theme: &Theme,
    mut left: Vec<Span<'static>>,
    right: Vec<Span<'static>>,
    cells: usize,
    fill: Style,
) -> Vec<Span<'static>> {
    let room = cells.saturating_sub(spans::total(&right) + 1);
    if spans::total(&left) > room {
        left.pop();
    }
    spans::apart(theme, left, right, cells, fill).spans
}

/// How many findings of each severity there are: all where they fit, else the worst.
fn counts(
    model: &Model,
    theme: &Theme,
    tally: Option<&Tally>,
    style: Option<Style>,
    room: usize,
) -> Vec<Span<'static>> {
    let Some(tally) = tally else {
        return vec![Span::styled(theme.glyphs.pending, style.unwrap_or(theme.muted))];
    };
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (severity, count) in Severity::ALL.into_iter().zip(tally.counts).rev() {
        if count == 0 {
            continue;
        }
        let (glyph, own) = theme.severity(severity);
        let gap = if spans.is_empty() { "" } else { " " };
        let piece = [
            Span::styled(format!("{gap}{glyph}"), style.unwrap_or(own)),
            Span::styled(grouped(model.words, count), style.unwrap_or(theme.muted)),
        ];
        if !spans.is_empty() && spans::total(&spans) + spans::total(&piece) > room {
            break;
        }
        spans.extend(piece);
    }
    spans
}
