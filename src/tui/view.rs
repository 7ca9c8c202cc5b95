//! From the model to a frame. Nothing here can change the model.

mod bar;
pub mod status;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::width::width;
use crate::tui::layout::{self, Layout, card, fills_body};
use crate::tui::model::{Model, Screen};
use crate::tui::screens::check::view::banner;
use crate::tui::screens::evidence::view as evidence;
use crate::tui::screens::search::view::{list, panel, prompt};
use crate::tui::screens::start::view as start;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{lettered, letters_told};
use crate::tui::widgets::draw::{cells, put, put_all};

/// Draws everything.
pub fn view(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, theme.base);
    if layout::is_too_small(area.as_size()) {
        let text = theme.cut(model.words.too_small, usize::from(area.width));
        put(frame, Rect { height: 1, ..area }, Line::styled(text, theme.base));
        return;
    }
    let layout = model.layout_at(area.as_size());
    bar::draw(model, theme, frame, &layout);
    // What is put over a screen leaves the way there in sight.
    let mut prompts = model.shown().iter().filter_map(Screen::handlers).filter_map(|it| it.prompt);
    match prompts.next_back() {
        Some(prompt) => prompt(model, theme, frame, layout.prompt),
        None => prompt::draw(model, theme, frame, &layout),
    }
    rule(theme, frame, layout.rule);
    body(model, theme, frame, &layout);
    // A sentence that is longer than the last line lies over what stands above that.
    status::draw(model, theme, frame, layout.footer);
}

fn body(model: &Model, theme: &Theme, frame: &mut Frame<'_>, layout: &Layout) {
    let is_alone = fills_body(model);
    let is_third =
        matches!(model.screen(), Some(Screen::Evidence { .. })) && !layout.evidence.is_empty();
    let area = if is_alone {
        layout.body()
    } else if is_third {
        layout.evidence
    } else {
        layout.panel
    };
    match model.handlers() {
        Some(handlers) => (handlers.draw)(model, theme, frame, area),
        None if model.is_at_start() => start::draw(model, theme, frame, area),
        None => panel::draw(model, theme, frame, area),
    }
    if is_alone {
        return;
    }
    if is_third {
        panel::draw(model, theme, frame, layout.panel);
    } else if model.screen().is_none() {
        evidence::draw_beside(model, theme, frame, layout.evidence);
    }
    banner::draw(model, theme, frame, layout.banner);
    rule(theme, frame, layout.banner_rule);
    put_all(frame, layout.card, card::rows(model, theme, usize::from(layout.card.width)));
    rule(theme, frame, layout.card_rule);
    list::draw(model, theme, frame, layout);
    divider(theme, frame, layout.divider, layout);
    divider(theme, frame, layout.evidence_divider, layout);
    legend(model, theme, frame, layout);
    notice(model, theme, frame, layout.last_rule());
}

pub(in crate::tui) fn rule(theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let rule = theme.glyphs.rule.repeat(usize::from(area.width));
    put(frame, area, Line::styled(rule, theme.muted));
}

/// Says on the rule that all below it is a guess, where it is.
fn notice(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if !model.browse.hits.first().is_some_and(|hit| hit.guess) {
        return;
    }
    let room = usize::from(area.width).saturating_sub(4);
    // The verdict says what it means not to be listed.
    let notices = if model.banner().is_some() {
        [model.words.guess_below; 2]
    } else {
        [model.words.guess_notice, model.words.guess_notice_short]
    };
    if let Some(notice) = notices.into_iter().find(|notice| width(notice) <= room) {
        let area = Rect { x: area.x + 2, width: cells(width(notice) + 2), ..area };
        put(frame, area, Line::styled(format!(" {notice} "), theme.warn));
    }
}

/// Says on the rule what the letters of the list mean, where it is long enough for all of them and says nothing
/// else.
fn legend(model: &Model, theme: &Theme, frame: &mut Frame<'_>, layout: &Layout) {
    let is_guess = model.browse.hits.first().is_some_and(|hit| hit.guess);
    let is_used = is_guess && layout.last_rule() == layout.rule;
    let Some(directory) = model.directory().filter(|_| layout.has_columns() && !is_used) else {
        return;
    };
    let area = layout.rule;
    let room = usize::from(area.width).saturating_sub(4);
    if model.browse.hits.is_empty() {
        return;
    }
    let told = letters_told(model.words, &lettered(directory));
    // Where there is no room for all, what stands for the other platforms explains itself.
    let texts =
        [told.join("  "), told.split_last().map(|(_, rest)| rest.join("  ")).unwrap_or_default()];
    if let Some(text) = texts.into_iter().find(|text| width(text) <= room) {
        let area = Rect { x: area.x + 2, width: cells(width(&text) + 2), ..area };
        put(frame, area, Line::styled(format!(" {text} "), theme.muted));
    }
}

fn divider(theme: &Theme, frame: &mut Frame<'_>, area: Rect, layout: &Layout) {
    if area.is_empty() {
        return;
    }
    if area.width > 1 {
        let line = theme.glyphs.rule.repeat(usize::from(area.width));
        put(frame, area, Line::styled(line, theme.muted));
        return;
    }
    for y in area.top()..area.bottom() {
        put(frame, Rect { y, height: 1, ..area }, Line::styled(theme.glyphs.divider, theme.muted));
    }
    let rule = layout.last_rule();
    if !rule.is_empty() {
        let joint = Rect { y: rule.y, height: 1, ..area };
        put(frame, joint, Line::styled(theme.glyphs.joint, theme.muted));
    }
}
