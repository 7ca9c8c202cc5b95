//! What is told beside the choices, in lines: the platforms, what is left, and the numbers.

mod changes;
mod numbers;
mod platforms;
mod what_if;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::audit::share::Share;
use crate::messages::numbers::grouped;
use crate::tui::layout::SENTENCE;
use crate::tui::layout::presence::INDENT;
use crate::tui::model::Model;
use crate::tui::screens::presence::state::View;
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::padded;
use crate::tui::widgets::spans;

/// The most cells of a bar, and the fewest that show anything.
const BAR: [usize; 2] = [24, 8];
/// The cells of a number.
const NUMBER: usize = 5;

/// What is told in the view on screen, with this many cells of room.
pub(in crate::tui) fn lines(model: &Model, theme: &Theme, room: usize) -> Vec<Line<'static>> {
    let pending = || vec![Line::styled(format!("  {}", theme.glyphs.pending), theme.muted)];
    let mut told = Told { model, theme, room, lines: Vec::new() };
    let is_known = match model.presence.view {
        View::Map => true,
        View::Platforms => platforms::tell(&mut told),
        View::WhatIf => what_if::tell(&mut told),
        View::Numbers => numbers::tell(&mut told),
        View::Changes => changes::tell(&mut told),
    };
    if is_known { told.lines } else { pending() }
}

/// What is being told.
struct Told<'t> {
    model: &'t Model,
    theme: &'t Theme,
    room: usize,
    lines: Vec<Line<'static>>,
}

impl Told<'_> {
    /// A heading, with an empty line above it where something stands there.
    fn heading(&mut self, text: &str) {
        if !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        self.say(text, self.theme.title);
    }

    /// A sentence.
    fn say(&mut self, text: &str, style: Style) {
        self.pieces(&[(text.to_owned(), style)]);
    }

    /// Pieces of a sentence.
    fn pieces(&mut self, pieces: &[(String, Style)]) {
        let room = self.room.min(SENTENCE);
        self.lines.extend(spans::flow(self.theme, pieces, INDENT, room));
    }

    /// A number with what it counts, and a bar between them where there is room: a whole one stands for all. What is
    /// counted goes on below itself.
    fn figure(&mut self, label: &str, count: usize, all: usize) {
        let [most, least] = BAR;
        let bar = (self.room / 4).min(most);
        let bar = if bar < least { 0 } else { bar };
        let indent = INDENT + NUMBER + 2 + if bar == 0 { 0 } else { bar + 2 };
        let share = Share { some: count.min(all), all };
        let number = grouped(self.model.words, count);
        let mut head = vec![
            Span::raw(" ".repeat(INDENT)),
            Span::styled(format!("{number:>NUMBER$}  "), self.theme.title),
        ];
        if bar > 0 {
            head.push(Span::styled(padded(self.theme, share, bar), self.theme.accent));
            head.push(Span::raw("  "));
        }
        let said = [(label.to_owned(), self.theme.base)];
        let mut lines = spans::flow(self.theme, &said, indent, self.room);
        if let Some(first) = lines.first_mut() {
            // The blanks at the left give way to the number.
            first.spans.splice(0..1, head);
        }
        self.lines.append(&mut lines);
    }
}
