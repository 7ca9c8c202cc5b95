//! Lines of text on a frame, never outside of it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::width::width;
use crate::tui::theme::Theme;

/// Draws one line into the first row of an area, never outside the frame.
pub fn put(frame: &mut Frame<'_>, area: Rect, line: Line<'_>) {
    let area = area.intersection(frame.area());
    if !area.is_empty() {
        frame.render_widget(line, Rect { height: 1, ..area });
    }
}

/// Draws lines from the top of an area, as many as fit.
pub fn put_all(frame: &mut Frame<'_>, area: Rect, lines: impl IntoIterator<Item = Line<'static>>) {
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        put(frame, Rect { y, height: 1, ..area }, line);
    }
}

/// Draws text to be read from a row on, and says at the edge that there is more above or below, whatever
/// the lines there have room for.
pub fn put_scrolled(
    frame: &mut Frame<'_>,
    theme: &Theme,
    area: Rect,
    rows: Vec<Line<'static>>,
    first: usize,
) {
    let last = rows.len().saturating_sub(usize::from(area.height));
    let first = first.min(last);
    put_all(frame, area, rows.into_iter().skip(first));
    let glyphs = theme.glyphs;
    for (glyph, y, is_more) in [
        (glyphs.up, area.top(), first > 0),
        (glyphs.down, area.bottom().saturating_sub(1), first < last),
    ] {
        let x = area.right().saturating_sub(cells(width(glyph)));
        if is_more {
            put(frame, Rect { x, y, ..area }, Line::styled(glyph, theme.accent));
        }
    }
    point_at(frame, area.x, area.y);
}

/// Puts the terminal's cursor on a cell, for readers and magnifiers that follow it.
pub fn point_at(frame: &mut Frame<'_>, x: u16, y: u16) {
    let area = frame.area();
    if x < area.right() && y < area.bottom() {
        frame.set_cursor_position((x, y));
    }
}

/// A number of cells as the screen counts them.
pub fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Says at the right edge that there is more above or below.
pub fn mark_more(frame: &mut Frame<'_>, theme: &Theme, area: Rect, above: bool, below: bool) {
    let glyphs = theme.glyphs;
    let last = area.bottom().saturating_sub(1);
    for (glyph, y, is_more) in [(glyphs.up, area.top(), above), (glyphs.down, last, below)] {
        let x = area.right().saturating_sub(cells(width(glyph)));
        if is_more {
            put(frame, Rect { x, y, ..area }.intersection(area), Line::styled(glyph, theme.accent));
        }
    }
}
