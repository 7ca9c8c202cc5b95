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

use crate::tui::layout::audit::Places;
use crate::tui::model::{Model, Screen};
use crate::tui::screens::audit::state::Pane;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put;

/// Draws it.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let places = Places::new(area, model.audit.pane);
    families::draw(model, theme, frame, &places);
    scores::draw(model, theme, frame, places.scores);
    findings::draw_toggles(model, theme, frame, places.toggles);
    findings::draw(model, theme, frame, places.findings);
    detail::draw(model, theme, frame, places.detail);
    divider(theme, frame, &places);
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
