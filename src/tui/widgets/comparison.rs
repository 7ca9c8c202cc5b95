//! Two names one above the other, character by character, with what differs marked.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::check::{Change, Step};
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::theme::Theme;

/// The two names, and under them carets where they differ: whoever sees neither colour nor weight
/// still sees where to look. The first two are what the two are called. Names that are too long for the width go on below.
pub fn lines(
    (written, genuine): (&str, &str),
    theme: &Theme,
    steps: &[Step],
    cells: usize,
) -> Vec<Line<'static>> {
    let label = width(written).max(width(genuine)) + 2;
    let columns: Vec<Column> = steps.iter().map(Column::new).collect();
    let room = cells.saturating_sub(label).max(1);
    let mut lines = Vec::new();
    for part in parts(&columns, room) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let bad = theme.bad.add_modifier(Modifier::REVERSED);
        let good = theme.good.add_modifier(Modifier::REVERSED);
        lines.push(row(theme, written, label, part, |column| (column.written.clone(), bad)));
        lines.push(row(theme, genuine, label, part, |column| (column.genuine.clone(), good)));
        lines.push(row(theme, "", label, part, |column| {
            let caret = if column.differs { theme.glyphs.caret } else { " " };
            (caret.repeat(column.cells), theme.bad)
        }));
    }
    lines
}

/// One place of the two names.
struct Column {
    written: String,
    genuine: String,
    cells: usize,
    differs: bool,
}

impl Column {
    fn new(step: &Step) -> Self {
        let (written, genuine) = (escaped(&step.written), escaped(&step.genuine));
        let cells = width(&written).max(width(&genuine)).max(1);
        Self { written, genuine, cells, differs: step.change != Change::None }
    }
}

/// The places in parts that are no wider than the room.
fn parts(columns: &[Column], room: usize) -> Vec<&[Column]> {
    let mut parts = Vec::new();
    let mut rest = columns;
    while !rest.is_empty() {
        let mut cells = 0;
        let fitting = rest.iter().take_while(|column| {
            cells += column.cells;
            cells <= room
        });
        let (part, tail) = rest.split_at(fitting.count().max(1));
        parts.push(part);
        rest = tail;
    }
    parts
}

fn row(
    theme: &Theme,
    label: &str,
    indent: usize,
    columns: &[Column],
    look: impl Fn(&Column) -> (String, Style),
) -> Line<'static> {
    let mut spans = vec![Span::styled(pad(label.to_owned(), indent), theme.muted)];
    for column in columns {
        let (text, marked) = look(column);
        let style = if column.differs { marked } else { theme.base };
        let text = pad(text, column.cells);
        match spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push_str(&text),
            _ => spans.push(Span::styled(text, style)),
        }
    }
    Line::from(spans)
}

fn pad(mut text: String, cells: usize) -> String {
    text.push_str(&" ".repeat(cells.saturating_sub(width(&text))));
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn step(written: &str, genuine: &str, change: Change) -> Step {
        Step { written: written.to_owned(), genuine: genuine.to_owned(), change }
    }

    fn text(steps: &[Step], cells: usize) -> Vec<String> {
        let lines = lines(("gevraagd", "echt"), &Theme::mono(true), steps, cells);
        lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn what_differs_stands_above_a_caret() {
        let steps = [
            step("p", "p", Change::None),
            step("0", "o", Change::Alike),
            step("l", "l", Change::None),
            step("rn", "m", Change::Alike),
            step("", "t", Change::Missing),
            step("_", "", Change::Separator),
            step("\u{200B}", "", Change::Hidden),
            step("e", "e", Change::None),
        ];
        assert_eq!(
            text(&steps, 60),
            [
                "gevraagd  p0lrn _‹U+200B›e",
                "echt      polm t         e", //
                "           ^ ^^^^^^^^^^^^",
            ]
        );
    }

    #[test]
    fn long_names_go_on_below() {
        let steps: Vec<Step> =
            "abcdefgh".chars().map(|c| step(&c.to_string(), "x", Change::Replaced)).collect();
        assert_eq!(
            text(&steps, 15),
            [
                "gevraagd  abcde",
                "echt      xxxxx",
                "          ^^^^^",
                "",
                "gevraagd  fgh",
                "echt      xxx",
                "          ^^^"
            ]
        );
    }

    proptest! {
        #[test]
        fn the_rows_stay_aligned(
            steps in proptest::collection::vec(("\\PC{0,3}", "\\PC{0,3}", any::<bool>()), 0..30),
            cells in 16_usize..60,
        ) {
            let change = |differs| if differs { Change::Replaced } else { Change::None };
            let steps: Vec<Step> = steps.iter().map(|(w, g, d)| step(w, g, change(*d))).collect();
            let lines = lines(("gevraagd", "echt"), &Theme::ansi(false), &steps, cells);
            for block in lines.split(|line| line.spans.is_empty()) {
                prop_assert!(block.windows(2).all(|pair| pair[0].width() == pair[1].width()));
            }
        }
    }
}
