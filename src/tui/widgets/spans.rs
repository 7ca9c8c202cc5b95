//! Styled text: highlighted, cut, aligned and wrapped, with nothing hostile in it.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::sanitise::{escape, escaped, is_hostile};
use crate::text::width::width;
use crate::tui::theme::Theme;

/// The cells up to which a piece of text is kept on one line.
const WHOLE: usize = 32;
/// In fewer cells than this, the beginning of a name says nothing.
const LEAST_STEM: usize = 6;

/// A text in which the characters at these positions (counted in `char`s) stand out.
pub fn highlighted(
    text: &str,
    positions: &[usize],
    base: Style,
    matched: Style,
) -> Vec<Span<'static>> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (position, c) in text.chars().enumerate() {
        let style = if positions.binary_search(&position).is_ok() { matched } else { base };
        match spans.last_mut() {
            Some(last) if last.style == style => push(last.content.to_mut(), c),
            _ => {
                let mut content = String::new();
                push(&mut content, c);
                spans.push(Span::styled(content, style));
            }
        }
    }
    spans
}

fn push(content: &mut String, c: char) {
    if is_hostile(c) {
        content.push_str(&escape(c));
    } else {
        content.push(c);
    }
}

/// The cells that spans take.
pub fn total(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| width(&span.content)).sum()
}

/// Spans cut to a number of cells, with a mark where something was cut.
pub fn cut(theme: &Theme, spans: Vec<Span<'static>>, room: usize) -> Vec<Span<'static>> {
    if total(&spans) <= room {
        return spans;
    }
    let mut left = room.saturating_sub(1);
    let mut kept: Vec<Span<'static>> = Vec::new();
    for span in spans {
        let mut content = String::new();
        let mut full = false;
        for grapheme in span.content.graphemes(true) {
            let cells = width(grapheme);
            if cells > left {
                full = true;
                break;
            }
            left -= cells;
            content.push_str(grapheme);
        }
        kept.push(Span::styled(content, span.style));
        if full {
            break;
        }
    }
    if room > 0
        && let Some(last) = kept.last_mut()
    {
        last.content.to_mut().push_str(theme.glyphs.cut);
    }
    kept
}

/// One line of this width: something on the left, cut where needed, and something on the right.
pub fn apart(
    theme: &Theme,
    left: Vec<Span<'static>>,
    right: Vec<Span<'static>>,
    cells: usize,
    fill: Style,
) -> Line<'static> {
    let right = cut(theme, right, cells);
    let gap = usize::from(!right.is_empty());
    let mut spans = cut(theme, left, cells.saturating_sub(total(&right) + gap));
    let rest = cells.saturating_sub(total(&spans) + total(&right));
    spans.push(Span::styled(" ".repeat(rest), fill));
    spans.extend(right);
    Line::from(spans)
}

/// A name cut to a number of cells before what stands in brackets at its end, for that is what tells it apart from
/// others: `Gemeente Be… (NH)`.
pub fn cut_name(theme: &Theme, name: Vec<Span<'static>>, room: usize) -> Vec<Span<'static>> {
    let text: String = name.iter().map(|span| span.content.as_ref()).collect();
    let start = text.rfind(" (").filter(|_| text.ends_with(')'));
    let Some((stem, end)) = start.and_then(|at| text.split_at_checked(at)) else {
        return cut(theme, name, room);
    };
    let left = room.saturating_sub(width(end));
    if total(&name) <= room || left < LEAST_STEM {
        return cut(theme, name, room);
    }
    let mut at = 0;
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    for span in name {
        let split = stem.len().saturating_sub(at).min(span.content.len());
        at += span.content.len();
        if let Some((one, other)) = span.content.split_at_checked(split) {
            before.push(Span::styled(one.to_owned(), span.style));
            behind.push(Span::styled(other.to_owned(), span.style));
        }
    }
    let mut kept = cut(theme, before, left);
    kept.extend(behind.into_iter().filter(|span| !span.content.is_empty()));
    kept
}

/// Styled pieces, wrapped between words, with a dot between pieces and every line indented.
pub fn flow(
    theme: &Theme,
    pieces: &[(String, Style)],
    indent: usize,
    cells: usize,
) -> Vec<Line<'static>> {
    let room = cells.saturating_sub(indent).max(1);
    let mut lines = vec![Vec::new()];
    let mut used = 0;
    for (number, (text, style)) in pieces.iter().enumerate() {
        let dot = (number > 0).then_some((theme.glyphs.dot, theme.muted));
        // A short piece is not torn apart where it fits whole on the next line.
        let text = escaped(text);
        let whole = width(&text);
        if used > 0 && used + 3 + whole > room && whole <= room && whole <= WHOLE {
            lines.push(Vec::new());
            used = 0;
        }
        for (word, style) in dot.into_iter().chain(text.split_whitespace().map(|w| (w, *style))) {
            let size = width(word);
            if used > 0 && used + 1 + size > room {
                lines.push(Vec::new());
                used = 0;
            }
            // A dot never begins a line.
            if used == 0 && dot.is_some_and(|(glyph, _)| glyph == word) {
                continue;
            }
            for (number, part) in parts(word, room).into_iter().enumerate() {
                if number > 0 {
                    lines.push(Vec::new());
                    used = 0;
                }
                add_word(&mut lines, &mut used, part, style);
            }
        }
    }
    let margin = " ".repeat(indent);
    lines
        .into_iter()
        .filter(|spans| !spans.is_empty())
        .map(|mut spans| {
            spans.insert(0, Span::raw(margin.clone()));
            Line::from(spans)
        })
        .collect()
}

/// A word in parts that fit on a line each; most words are one part.
fn parts(word: &str, room: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    for grapheme in word.graphemes(true) {
        let longer = format!("{part}{grapheme}");
        if width(&longer) <= room {
            part = longer;
        } else if width(grapheme) <= room {
            // Addresses go on behind a slash, where there is one.
            let split = part
                .rsplit_once('/')
                .filter(|(_, behind)| width(&format!("{behind}{grapheme}")) <= room);
            let (kept, rest) = match split {
                Some((before, behind)) => (format!("{before}/"), behind.to_owned()),
                None => (part, String::new()),
            };
            parts.push(kept);
            part = format!("{rest}{grapheme}");
        }
    }
    parts.push(part);
    parts
}

/// No more than so many lines; the last one shows that there was more.
pub fn at_most(
    theme: &Theme,
    lines: Vec<Line<'static>>,
    count: usize,
    cells: usize,
) -> Vec<Line<'static>> {
    let is_more = lines.len() > count;
    let mut kept: Vec<Line<'static>> = lines.into_iter().take(count).collect();
    if is_more && let Some(last) = kept.last_mut() {
        let mut spans = std::mem::take(&mut last.spans);
        spans.push(Span::raw(format!(" {}", theme.glyphs.cut)));
        last.spans = cut(theme, spans, cells);
    }
    kept
}

fn add_word(lines: &mut [Vec<Span<'static>>], used: &mut usize, word: String, style: Style) {
    let Some(line) = lines.last_mut() else { return };
    if *used > 0 {
        // An underlined space would join what does not belong together.
        line.push(Span::styled(" ", style.remove_modifier(Modifier::UNDERLINED)));
        *used += 1;
    }
    *used += width(&word);
    line.push(Span::styled(word, style));
}

/// The two cells before a row.
pub fn gutter(theme: &Theme, selected: bool) -> Span<'static> {
    if selected {
        Span::styled(format!("{} ", theme.glyphs.gutter), theme.accent)
    } else {
        Span::raw("  ")
    }
}

/// The text without its first cells.
pub fn without_start(text: &str, hidden: usize) -> String {
    let mut passed = 0;
    text.graphemes(true)
        .skip_while(|grapheme| {
            let skip = passed < hidden;
            passed += width(grapheme);
            skip
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Color;

    use super::*;

    const PLAIN: Style = Style::new();
    const MATCH: Style = Style::new().fg(Color::Red);

    #[test]
    fn matched_characters_stand_out() {
        let spans = highlighted("Zwolle", &[0, 1, 5], PLAIN, MATCH);
        let parts: Vec<(&str, bool)> =
            spans.iter().map(|s| (s.content.as_ref(), s.style == MATCH)).collect();
        assert_eq!(parts, [("Zw", true), ("oll", false), ("e", true)]);
    }

    #[test]
    fn what_stands_in_brackets_at_the_end_of_a_name_stays() {
        let theme = Theme::ansi(false);
        for (name, room, expected) in [
            ("Gemeente Bergen (NH)", 20, "Gemeente Bergen (NH)"),
            ("Gemeente Bergen (NH)", 16, "Gemeente B… (NH)"),
            ("Gemeente Bergen (NH)", 10, "Gemeente …"),
            ("Gemeente Bergen", 12, "Gemeente Be…"),
            ("Dienst (oud) van Zwolle", 14, "Dienst (oud) …"),
            ("Iets (met een lange uitleg erachter)", 16, "Iets (met een l…"),
        ] {
            for positions in [&[][..], &[9, 10, 17]] {
                let spans = highlighted(name, positions, PLAIN, MATCH);
                let cut = cut_name(&theme, spans, room);
                let text: String = cut.iter().map(|s| s.content.as_ref()).collect();
                assert_eq!(text, expected, "{name} {room}");
            }
        }
    }

    #[test]
    fn hostile_characters_are_written_out() {
        let spans = highlighted("a\u{202E}b\u{1b}", &[1], PLAIN, MATCH);
        let text: String = spans.iter().map(|s| s.content.as_ref()).collect();
        assert_eq!(text, "a‹U+202E›b‹U+001B›");
    }

    #[test]
    fn pieces_wrap_between_words_and_dots_stay_inside() {
        let theme = Theme::ansi(false);
        let pieces =
            ["een twee", "drie vier", "vijf"].map(|text| (text.to_owned(), PLAIN)).to_vec();
        let text =
            |cells| flow(&theme, &pieces, 2, cells).iter().map(Line::to_string).collect::<Vec<_>>();
        assert_eq!(text(80), ["  een twee · drie vier · vijf"]);
        assert_eq!(text(14), ["  een twee", "  drie vier", "  vijf"]);
        assert_eq!(text(8), ["  een", "  twee ·", "  drie", "  vier", "  vijf"]);
    }

    #[test]
    fn a_word_that_is_too_long_goes_on_on_the_next_line() {
        let theme = Theme::ansi(false);
        let lines = flow(&theme, &[("zie example.org/abc".to_owned(), PLAIN)], 0, 8);
        let text: Vec<String> = lines.iter().map(Line::to_string).collect();
        assert_eq!(text, ["zie", "example.", "org/abc"]);
        let address = ("a.example/bcd/efg".to_owned(), PLAIN);
        let lines = flow(&theme, &[address], 0, 12);
        let text: Vec<String> = lines.iter().map(Line::to_string).collect();
        assert_eq!(text, ["a.example/", "bcd/efg"]);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_its_room(text in "\\PC{0,40}", room in 0_usize..30) {
            let theme = Theme::ansi(false);
            let spans = cut(&theme, highlighted(&text, &[1, 2], PLAIN, MATCH), room);
            prop_assert!(total(&spans) <= room);
            let pieces = [(text.clone(), PLAIN), (text, MATCH)];
            for line in flow(&theme, &pieces, 2, room + 3) {
                prop_assert!(line.width() <= room + 3);
            }
        }
    }
}
