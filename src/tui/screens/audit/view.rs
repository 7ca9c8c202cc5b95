//! The audit: families with their scores on the left, findings by rule on the right.

pub mod detail;
pub mod export;
pub mod families;
pub mod findings;
pub mod footer;
pub mod prompt;
pub mod rule;
pub mod scores;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::messages::numbers::grouped;
use crate::text::width::width;
use crate::tui::layout::audit::Places;
use crate::tui::model::{Model, Screen};
use crate::tui::screens::audit::state::Pane;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells, put};

/// Draws it.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let places = Places::new(area, model.audit.pane);
    families::draw(model, theme, frame, &places);
    scores::draw(model, theme, frame, places.scores);
    findings::draw_toggles(model, theme, frame, places.toggles);
    findings::draw(model, theme, frame, places.findings);
    detail::draw(model, theme, frame, places.detail);
    divider(theme, frame, &places);
    titles(model, theme, frame, &places);
}

/// Says in the line above each half what it holds, where there is such a line.
fn titles(model: &Model, theme: &Theme, frame: &mut Frame<'_>, places: &Places) {
    let rule = model.layout().rule;
    let count = Some(model.audit.entries.len()).filter(|count| *count > 0);
    let count = count.map(|count| format!("{} ", grouped(model.words, count)));
    let halves = [
        (places.families, format!(" {} {}", model.words.families, count.unwrap_or_default())),
        (places.toggles, format!(" {} ", model.words.findings)),
    ];
    for (half, title) in halves {
        let is_there = !rule.is_empty() && !half.is_empty();
        let room = usize::from(half.width).saturating_sub(4);
        if is_there && width(&title) <= room {
            let area = Rect { x: half.x + 2, width: cells(width(&title)), ..rule };
            put(frame, area, Line::styled(title, theme.muted));
        }
    }
}

fn divider(theme: &Theme, frame: &mut Frame<'_>, places: &Places) {
    let area = places.divider;
    for y in area.top()..area.bottom() {
        put(frame, Rect { y, height: 1, ..area }, Line::styled(theme.glyphs.divider, theme.muted));
    }
    if !area.is_empty() && area.y > 1 {
        let joint = Rect { y: area.y - 1, height: 1, ..area };
        put(frame, joint, Line::styled(theme.glyphs.joint, theme.muted));
    }
}

/// A rule over the whole width of an area, and what is left below it.
fn ruled(theme: &Theme, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let rule = theme.glyphs.rule.repeat(usize::from(area.width));
    put(frame, area, Line::styled(rule, theme.muted));
    let height = area.height.saturating_sub(1);
    Rect { y: area.y.saturating_add(1), height, ..area }
}

/// Whether a half of the audit has the keys.
fn has_keys(model: &Model, pane: Pane) -> bool {
    model.screen() == Some(&Screen::Audit) && model.audit.pane == pane && !model.audit.is_typing
}
