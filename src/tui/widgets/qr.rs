//! An address as a QR code, to be opened with a telephone.

use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells, put_all};
use crate::tui::widgets::spans;
use crate::words::Words;

/// The light modules around a code; four is what ISO/IEC 18004 asks for.
const QUIET: usize = 4;
/// The fewest that scanners put up with, where there is little room.
const LEAST_QUIET: usize = 2;

/// Draws the code with its address under it, or says that there is no room for it.
pub fn draw(words: &Words, theme: &Theme, frame: &mut Frame<'_>, area: Rect, address: &str) {
    let width = usize::from(area.width);
    let height = usize::from(area.height);
    let line =
        |text: String, style| spans::flow(theme, &[(text, style)], 0, width.saturating_sub(1));
    let mut caption = line(address.to_owned(), theme.accent);
    caption.extend(line(words.qr_scan.to_owned(), theme.muted));
    let room = height.saturating_sub(caption.len());
    let drawn = [QUIET, LEAST_QUIET]
        .into_iter()
        .filter_map(|quiet| lines(theme, address, quiet))
        .find(|lines| lines.len() <= room && lines.iter().all(|line| line.width() <= width));
    let lines = drawn.unwrap_or_else(|| {
        spans::flow(theme, &[(words.qr_no_room.to_owned(), theme.warn)], 0, width.saturating_sub(1))
    });
    let drawn = cells(lines.len());
    put_all(frame, area, lines);
    let below = Rect {
        y: area.y.saturating_add(drawn).min(area.bottom()),
        height: area.height.saturating_sub(drawn),
        ..area
    };
    put_all(frame, below, caption);
}

/// The code, line by line; `None` where the address is too long for any code.
fn lines(theme: &Theme, address: &str, quiet: usize) -> Option<Vec<Line<'static>>> {
    let code = QrCode::with_error_correction_level(address, EcLevel::L).ok()?;
    let size = code.width();
    let modules = code.into_colors();
    let whole = size + 2 * quiet;
    let dark = |x: usize, y: usize| {
        let (Some(x), Some(y)) = (x.checked_sub(quiet), y.checked_sub(quiet)) else {
            return false;
        };
        x < size && y < size && modules.get(y * size + x) == Some(&Module::Dark)
    };
    let lines = match (theme.glyphs.blocks, theme.qr) {
        (Some(blocks), Some(colours)) => (0..whole)
            .step_by(2)
            .map(|y| {
                (0..whole).map(|x| coloured(blocks, colours, dark(x, y), dark(x, y + 1))).collect()
            })
            .collect(),
        (Some(blocks), None) => (0..whole)
            .step_by(2)
            .map(|y| (0..whole).map(|x| plain(blocks, dark(x, y), dark(x, y + 1))).collect())
            .collect(),
        (None, colours) => {
            (0..whole).map(|y| (0..whole).map(|x| wide(colours, dark(x, y))).collect()).collect()
        }
    };
    Some(lines)
}

/// Two modules in one cell, dark on light whatever the terminal's own colours are.
fn coloured(
    blocks: [&'static str; 3],
    (dark, light): (Color, Color),
    upper: bool,
    lower: bool,
) -> Span<'static> {
    let colour = |is_dark| if is_dark { dark } else { light };
    let [upper_half, ..] = blocks;
    Span::styled(upper_half, Style::new().fg(colour(upper)).bg(colour(lower)))
}

/// Two modules in one cell without colour: light ones are drawn, as most terminals are dark.
fn plain(
    [upper_half, lower_half, whole]: [&'static str; 3],
    upper: bool,
    lower: bool,
) -> Span<'static> {
    Span::raw(match (upper, lower) {
        (false, false) => whole,
        (false, true) => upper_half,
        (true, false) => lower_half,
        (true, true) => " ",
    })
}

/// One module in two cells, for terminals that only have ASCII.
fn wide(colours: Option<(Color, Color)>, is_dark: bool) -> Span<'static> {
    match colours {
        Some((dark, light)) => {
            Span::styled("  ", Style::new().bg(if is_dark { dark } else { light }))
        }
        None => Span::raw(if is_dark { "  " } else { "##" }),
    }
}
