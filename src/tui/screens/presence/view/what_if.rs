//! What is left where organisations leave platforms.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::audit::share::Share;
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::report::what_if::{Figure, Report};
use crate::text::sanitise::escaped;
use crate::tui::layout::SENTENCE;
use crate::tui::layout::presence::{INDENT, Places, first_choice, heads};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::padded;
use crate::tui::widgets::draw::{mark_more, point_at, put, put_scrolled};
use crate::tui::widgets::spans::{self, gutter};
use crate::what_if::{Outcome, Question};

/// The most cells of a bar.
const BAR: usize = 24;
/// The fewest cells of a bar that show anything.
const LEAST: usize = 8;
/// The cells of a number.
const NUMBER: usize = 5;

/// Draws the platforms to choose from, and what is left.
pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, places: &Places) {
    choices(model, theme, frame, places.list);
    let area = places.detail;
    let room = usize::from(area.width).saturating_sub(1);
    let lines = match model.presence.outcome() {
        _ if model.presence.leave.is_empty() => {
            let said = vec![(model.words.presence_choose.to_owned(), theme.muted)];
            spans::flow(theme, &said, INDENT, room.min(SENTENCE))
        }
        None => vec![Line::styled(format!("  {}", theme.glyphs.pending), theme.muted)],
        Some(outcome) => told(model, theme, outcome, room),
    };
    put_scrolled(frame, theme, area, lines, model.presence.scrolled);
}

/// The platforms: which are left, and which is gone to.
fn choices(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let presence = &model.presence;
    let Some(map) = presence.map() else { return };
    let height = usize::from(area.height);
    let first = first_choice(model, height);
    let room = usize::from(area.width).saturating_sub(1);
    let all = map.platforms.iter().zip(heads(model)).zip(&map.totals).enumerate();
    for (y, (at, ((platform, (name, _)), total))) in
        (area.top()..area.bottom()).zip(all.skip(first))
    {
        let is_selected = at == presence.column;
        let sign = if presence.leave.contains(platform) {
            "[x]"
        } else if presence.move_to == Some(*platform) {
            "[+]"
        } else {
            "[ ]"
        };
        let style = if is_selected { theme.selection } else { theme.base };
        let left = vec![
            gutter(theme, is_selected),
            Span::styled(format!("{sign} {}", escaped(&name)), style),
        ];
        let count = grouped(model.words, total.known);
        let right = vec![Span::styled(count, theme.muted), Span::raw(" ")];
        put(
            frame,
            Rect { y, height: 1, ..area },
            spans::apart(theme, left, right, room, theme.base),
        );
        if is_selected {
            point_at(frame, area.x, y);
        }
    }
    mark_more(frame, theme, area, first > 0, first + height < map.platforms.len());
}

fn told(model: &Model, theme: &Theme, outcome: &Outcome, room: usize) -> Vec<Line<'static>> {
    let (presence, words) = (&model.presence, model.words);
    let Some(directory) = model.directory() else { return Vec::new() };
    let question =
        Question { filter: presence.asked(), leave: &presence.leave, move_to: presence.move_to };
    let report = Report { directory, question: &question, outcome, words, today: model.today };
    let title = vec![(escaped(&report.title()), theme.title)];
    let mut lines = spans::flow(theme, &title, INDENT, room);
    let figures = report.figures();
    let kinds = outcome.kinds_on_no_platform(directory);
    let rows = Rows { model, theme, room, all: outcome.organisations };
    lines.extend(figures.iter().flat_map(|Figure { label, count }| rows.row(label, *count)));
    if !kinds.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled(format!("  {}", words.what_if_kinds), theme.title));
        let kind = |it| labels::kind(words, it);
        lines.extend(kinds.into_iter().flat_map(|(it, count)| rows.row(kind(it), count)));
    }
    let named = report.named();
    if !named.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled(format!("  {}", words.what_if_named), theme.title));
        let named: Vec<_> = named.iter().map(|name| (escaped(name), theme.base)).collect();
        lines.extend(spans::flow(theme, &named, INDENT, room.min(SENTENCE)));
    }
    lines.push(Line::default());
    let rule = [(words.what_if_rule.to_owned(), theme.muted)];
    lines.extend(spans::flow(theme, &rule, INDENT, room.min(SENTENCE)));
    lines
}

struct Rows<'r> {
    model: &'r Model,
    theme: &'r Theme,
    room: usize,
    /// How many organisations a whole bar stands for.
    all: usize,
}

impl Rows<'_> {
    /// A number with what it counts, and a bar between them where there is room. What is counted goes on below
    /// itself.
    fn row(&self, label: &str, count: usize) -> Vec<Line<'static>> {
        let bar = (self.room / 4).min(BAR);
        let bar = if bar < LEAST { 0 } else { bar };
        let indent = INDENT + NUMBER + 2 + if bar == 0 { 0 } else { bar + 2 };
        let share = Share { some: count.min(self.all), all: self.all };
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
        lines
    }
}
