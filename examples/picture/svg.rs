//! A picture of a screen: the cells of a buffer as SVG, in the colours of a theme.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use officieel::text::width::width;
use officieel::tui::theme::palette::{Palette, Rgb};

const CELL_WIDTH: f32 = 8.4;
const CELL_HEIGHT: f32 = 19.0;
const MARGIN: f32 = 14.0;
const BASELINE: f32 = 14.0;

/// How long each of several screens is seen, in seconds.
const SEEN: usize = 3;

/// The cells of a buffer as an SVG drawing with a title for those who can't see it.
pub(crate) fn svg(buffer: &Buffer, palette: &Palette, title: &str) -> String {
    let mut out = head(buffer, palette, title);
    cells(&mut out, buffer, palette, "");
    out.push_str("</svg>\n");
    out
}

/// Several screens of one size, one after another and from the beginning again. Whoever wants nothing to move sees the last.
pub(crate) fn animated(buffers: &[Buffer], palette: &Palette, title: &str) -> String {
    let Some(first) = buffers.first() else { return String::new() };
    let mut out = head(first, palette, title);
    let (total, share) =
        (buffers.len() * SEEN, 100.0 / f32::from(u16::try_from(buffers.len()).unwrap_or(u16::MAX)));
    // Writing to a string can't fail.
    let _ = writeln!(
        out,
        "<style>@keyframes seen{{0%{{visibility:visible}}{share:.3}%{{visibility:hidden}}\
         100%{{visibility:hidden}}}}.f{{animation:seen {total}s step-end infinite}}\
         @media(prefers-reduced-motion:reduce){{.f{{animation:none;visibility:hidden}}\
         .last{{visibility:visible}}}}</style>"
    );
    for (at, buffer) in buffers.iter().enumerate() {
        let last = if at + 1 == buffers.len() { " last" } else { "" };
        // It began so long ago that now is its turn.
        let since = (total - at * SEEN) % total;
        let look = format!(" class=\"f{last}\" style=\"animation-delay:-{since}s\"");
        cells(&mut out, buffer, palette, &look);
    }
    out.push_str("</svg>\n");
    out
}

fn head(buffer: &Buffer, palette: &Palette, title: &str) -> String {
    let area = buffer.area;
    let total_width = f32::from(area.width) * CELL_WIDTH + 2.0 * MARGIN;
    let total_height = f32::from(area.height) * CELL_HEIGHT + 2.0 * MARGIN;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {total_width:.1} {total_height:.1}\" \
         role=\"img\" font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" \
         font-size=\"14\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n",
        plain(title),
        hex(palette.background)
    )
}

fn cells(out: &mut String, buffer: &Buffer, palette: &Palette, look: &str) {
    let area = buffer.area;
    // Neighbouring cells must join without a seam.
    let _ = writeln!(out, "<g shape-rendering=\"crispEdges\"{look}>");
    for y in area.top()..area.bottom() {
        for run in runs(buffer, y) {
            draw(out, &run, y - area.top(), palette);
        }
    }
    out.push_str("</g>\n");
}

/// Neighbouring cells that look the same.
struct Run<'a> {
    column: u16,
    cells: usize,
    text: String,
    look: &'a Cell,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut covered = 0;
    for x in buffer.area.left()..buffer.area.right() {
        let Some(cell) = buffer.cell((x, y)) else {
            continue;
        };
        if covered > 0 {
            covered -= 1;
            continue;
        }
        let cells = width(cell.symbol()).max(1);
        covered = cells - 1;
        match runs.last_mut() {
            // Blocks must not drift apart, so each is drawn on its own cell.
            Some(run)
                if run.look.style() == cell.style()
                    && cell.symbol().is_ascii() == run.text.is_ascii()
                    && run.text.is_ascii() =>
            {
                run.text.push_str(cell.symbol());
                run.cells += cells;
            }
            _ => runs.push(Run {
                column: x - buffer.area.left(),
                cells,
                text: cell.symbol().to_owned(),
                look: cell,
            }),
        }
    }
    runs
}

fn draw(out: &mut String, run: &Run<'_>, row: u16, palette: &Palette) {
    let modifier = run.look.modifier;
    let mut ink = colour_of(run.look.fg).unwrap_or_else(|| hex(palette.text));
    let mut paper = colour_of(run.look.bg);
    if modifier.contains(Modifier::REVERSED) {
        let below = paper.unwrap_or_else(|| hex(palette.background));
        paper = Some(ink);
        ink = below;
    }
    let x = MARGIN + f32::from(run.column) * CELL_WIDTH;
    let y = MARGIN + f32::from(row) * CELL_HEIGHT;
    let cells = f32::from(u16::try_from(run.cells).unwrap_or(u16::MAX));
    let wide = cells * CELL_WIDTH;
    if let Some(paper) = paper {
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{CELL_HEIGHT:.1}\" fill=\"{paper}\"/>"
        );
    }
    if block(out, &run.text, (x, y, wide), &ink) || run.text.trim().is_empty() {
        return;
    }
    let mut look = String::new();
    if modifier.contains(Modifier::BOLD) {
        look.push_str(" font-weight=\"bold\"");
    }
    if modifier.contains(Modifier::DIM) {
        look.push_str(" opacity=\"0.62\"");
    }
    if modifier.contains(Modifier::UNDERLINED) {
        look.push_str(" text-decoration=\"underline\"");
    }
    for (start, word) in words(&run.text) {
        let start = f32::from(u16::try_from(start).unwrap_or(u16::MAX));
        let wide = f32::from(u16::try_from(width(word)).unwrap_or(u16::MAX)) * CELL_WIDTH;
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" textLength=\"{wide:.1}\" \
             lengthAdjust=\"spacingAndGlyphs\" fill=\"{ink}\"{look}>{}</text>",
            x + start * CELL_WIDTH,
            y + BASELINE,
            plain(word)
        );
    }
}

/// The words of a text, each with the cells before it: drawings collapse spaces.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut cells = 0;
    for part in text.split(' ') {
        if !part.is_empty() {
            words.push((cells, part));
        }
        cells += width(part) + 1;
    }
    words
}

/// Draws what must join its neighbours without a seam as a shape; whether it was one.
fn block(out: &mut String, text: &str, (x, y, wide): (f32, f32, f32), ink: &str) -> bool {
    let half = CELL_HEIGHT / 2.0;
    let (dx, dy, w, h) = match text {
        "█" => (0.0, 0.0, wide, CELL_HEIGHT),
        "▀" => (0.0, 0.0, wide, half),
        "▄" => (0.0, half, wide, half),
        "▌" => (0.0, 0.0, wide / 2.0, CELL_HEIGHT),
        "─" => (0.0, half, wide, 1.0),
        "│" => (wide / 2.0, 0.0, 1.0, CELL_HEIGHT),
        "┬" => {
            let _ = writeln!(
                out,
                "<path d=\"M{x:.1} {:.1}h{wide:.1}v1h-{wide:.1}zM{:.1} {:.1}h1v{half:.1}h-1z\" fill=\"{ink}\" opacity=\"0.5\"/>",
                y + half,
                x + wide / 2.0,
                y + half
            );
            return true;
        }
        _ => return false,
    };
    let thin = if matches!(text, "─" | "│") { " opacity=\"0.5\"" } else { "" };
    let _ = writeln!(
        out,
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" fill=\"{ink}\"{thin}/>",
        x + dx,
        y + dy
    );
    true
}

/// A colour as SVG writes it; `None` for that of the terminal.
fn colour_of(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(red, green, blue) => Some(hex(Rgb(red, green, blue))),
        Color::Black => Some(hex(Rgb(0, 0, 0))),
        Color::White => Some(hex(Rgb(255, 255, 255))),
        _ => None,
    }
}

fn hex(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A text that can stand in XML.
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn of_several_screens_each_has_its_turn() {
        let screen = |text: &str| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 5, 1));
            buffer.set_string(0, 0, text, Style::new());
            buffer
        };
        let drawing = animated(&[screen("one"), screen("two")], &Palette::DARK, "x");
        assert!(drawing.contains("seen 6s step-end") && drawing.contains("50.000%"), "{drawing}");
        let delays = [
            "class=\"f\" style=\"animation-delay:-0s\"",
            "class=\"f last\" style=\"animation-delay:-3s\"",
        ];
        assert!(delays.iter().all(|it| drawing.contains(it)), "{drawing}");
        assert_eq!(animated(&[], &Palette::DARK, "x"), "");
    }

    #[test]
    fn cells_become_text_and_shapes() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "a<b", Style::new().fg(Color::Rgb(1, 2, 255)));
        buffer.set_string(4, 0, "sel", Style::new().add_modifier(Modifier::REVERSED));
        buffer.set_string(8, 0, "▌中", Style::new());
        let drawing = svg(&buffer, &Palette::DARK, "x & y");
        assert!(drawing.starts_with("<svg") && drawing.ends_with("</svg>\n"));
        assert!(drawing.contains("<title>x &amp; y</title>"));
        assert!(drawing.contains(">a&lt;b</text>") && drawing.contains("#0102ff"));
        let paper = hex(Palette::DARK.background);
        assert!(drawing.contains(&format!("fill=\"{paper}\">sel</text>")));
        assert!(drawing.contains(">中</text>") && !drawing.contains('▌'));
    }
}
