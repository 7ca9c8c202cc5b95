//! The templates, each with its share as a bar.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::audit::conventions::report::{Basis, ConventionReport, Filling, Pattern};
use crate::messages::numbers;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::layout::first_visible;
use crate::tui::model::Model;
use crate::tui::screens::conventions::state::Pane;
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::{padded, percent};
use crate::tui::widgets::draw::mark_more;
use crate::tui::widgets::draw::{point_at, put};
use crate::tui::widgets::spans;
use crate::tui::widgets::spans::gutter;
use crate::words::{WithOnePlace, Words};

/// The cells between two columns.
const GAP: usize = 2;
/// The cells before everything, and one that stays free at the right edge.
const MARGIN: usize = 3;
/// The cells of a share in percents: `>99%`.
const PERCENT: usize = 4;
/// The most cells of a bar, those that it keeps where others want room, and the fewest that show
/// anything.
const BAR: [usize; 3] = [24, 12, 4];
/// The fewest cells of a template.
const TEMPLATE: usize = 8;
/// From this width on, the accounts behind a share are counted out.
const ROOMY: usize = 56;

/// How wide the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    template: usize,
    bar: usize,
    count: usize,
    remarks: usize,
}

impl Columns {
    /// Columns for templates, counts and remarks that need so many cells.
    fn new(room: usize, template: usize, count: usize, remarks: usize) -> Self {
        let count = if room >= ROOMY { count } else { 0 };
        let beside = MARGIN + GAP + PERCENT + if count > 0 { count + 1 } else { 0 };
        let [most, kept, fewest] = BAR;
        let for_bar = fewest + GAP + 1;
        let widest = room.saturating_sub(beside + for_bar).max(TEMPLATE);
        let template = template.min(widest).min((room / 2).max(TEMPLATE));
        let left = room.saturating_sub(beside + template + GAP + 1);
        let most = most.min(room / 4).max(kept).min(left);
        let bar = left.saturating_sub(remarks + GAP).clamp(kept.min(most), most);
        let bar = if bar < fewest { 0 } else { bar };
        let remarks = left.saturating_sub(bar + GAP);
        Self { template, bar, count, remarks }
    }
}

/// Draws those that fit.
pub(in crate::tui) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let conventions = &model.conventions;
    let Some(report) = conventions.report() else {
        return;
    };
    let height = usize::from(area.height);
    let count = report.patterns.len();
    let first = first_visible(conventions.first, conventions.pattern, height, count);
    let columns = columns(model.words, theme, report, usize::from(area.width));
    let shown = report.patterns.iter().enumerate().skip(first);
    for (y, (number, pattern)) in (area.top()..area.bottom()).zip(shown) {
        let is_selected = number == conventions.pattern;
        let line = line(model, theme, columns, pattern, is_selected);
        put(frame, Rect { y, height: 1, ..area }, line);
        if is_selected && conventions.pane == Pane::Patterns {
            point_at(frame, area.x, y);
        }
    }
    mark_more(frame, theme, area, first > 0, first + height < count);
}

fn columns(words: &Words, theme: &Theme, report: &ConventionReport, room: usize) -> Columns {
    let patterns = report.patterns.iter();
    let remarks = |it: &Pattern| spans::total(&remarks(words, theme, it, room));
    let remarks = patterns.clone().map(remarks).max().unwrap_or_default();
    let template = patterns.clone().map(|it| width(&name(words, it))).max().unwrap_or_default();
    let count = patterns.map(|it| width(&counted(words, it))).max().unwrap_or_default();
    Columns::new(room, template, count, remarks)
}

fn name(words: &Words, pattern: &Pattern) -> String {
    let template = pattern.template.as_ref().map(|it| escaped(&it.to_string()));
    template.unwrap_or_else(|| words.no_template.to_owned())
}

fn counted(words: &Words, pattern: &Pattern) -> String {
    let [some, all] =
        [pattern.share.some, pattern.share.all].map(|count| numbers::grouped(words, count));
    words.conventions_count(&all, &some)
}

fn line(
    model: &Model,
    theme: &Theme,
    columns: Columns,
    pattern: &Pattern,
    is_selected: bool,
) -> Line<'static> {
    let words = model.words;
    let style = style(model, theme, pattern, is_selected);
    let name = theme.cut(&name(words, pattern), columns.template);
    let gap = |count: usize| Span::raw(" ".repeat(count));
    let rest = columns.template.saturating_sub(width(&name));
    let mut line = vec![gutter(theme, is_selected), Span::styled(name, style), gap(rest + GAP)];
    if columns.bar > 0 {
        let bar = padded(theme, pattern.share, columns.bar);
        line.push(Span::styled(
            bar,
            if pattern.template.is_some() { theme.base } else { theme.muted },
        ));
        // Where the bar of all accounts would end.
        line.push(Span::styled(theme.glyphs.bar_end, theme.muted));
    }
    let percent = percent(words, pattern.share);
    line.push(Span::styled(format!("{percent:>PERCENT$}"), theme.base));
    if columns.count > 0 {
        let counted = counted(words, pattern);
        line.push(Span::styled(format!(" {counted:>width$}", width = columns.count), theme.muted));
    }
    line.push(gap(GAP));
    line.extend(remarks(words, theme, pattern, columns.remarks));
    Line::from(line)
}

fn style(model: &Model, theme: &Theme, pattern: &Pattern, is_selected: bool) -> Style {
    match (is_selected, pattern.basis, &pattern.template) {
        (true, ..) if model.conventions.pane == Pane::Patterns => theme.selection,
        (_, Some(_), _) => theme.title,
        (_, None, None) => theme.muted,
        (_, None, Some(_)) => theme.base,
    }
}

/// Why it is expected, and how many fill it with less than a whole name; what fits.
fn remarks(words: &Words, theme: &Theme, pattern: &Pattern, room: usize) -> Vec<Span<'static>> {
    let mut remarks: Vec<(String, Style)> = Vec::new();
    remarks.extend(pattern.basis.map(|basis| {
        let word = match basis {
            Basis::Declared => words.declared,
            Basis::Leading => words.leads,
        };
        (word.to_owned(), theme.good)
    }));
    let fillings: [(_, WithOnePlace); 2] = [
        (Filling::Shortened, Words::shortened),
        (Filling::Otherwise, Words::conventions_otherwise),
    ];
    for (filling, text) in fillings {
        let count = pattern.filled(filling).count();
        if count > 0 {
            let count = numbers::grouped(words, count);
            remarks.push((text(words, &count), theme.muted));
        }
    }
    let mut line: Vec<Span<'static>> = Vec::new();
    for (text, style) in remarks {
        let dot = format!(" {} ", theme.glyphs.dot);
        let gap = if line.is_empty() { 0 } else { width(&dot) };
        if spans::total(&line) + gap + width(&text) > room {
            break;
        }
        if gap > 0 {
            line.push(Span::styled(dot, theme.muted));
        }
        line.push(Span::styled(text, style));
    }
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_bar_gives_way_before_the_template() {
        for (room, remarks, expected) in [
            (72, 0, Columns { template: 16, bar: 18, count: 12, remarks: 11 }),
            (72, 14, Columns { template: 16, bar: 15, count: 12, remarks: 14 }),
            (72, 40, Columns { template: 16, bar: 12, count: 12, remarks: 17 }),
            (80, 16, Columns { template: 16, bar: 20, count: 12, remarks: 17 }),
            (40, 16, Columns { template: 16, bar: 12, count: 0, remarks: 0 }),
            (20, 16, Columns { template: 8, bar: 0, count: 0, remarks: 0 }),
        ] {
            assert_eq!(Columns::new(room, 16, 12, remarks), expected, "{room}");
        }
    }

    proptest! {
        #[test]
        fn columns_never_take_more_than_there_is(
            room in 20_usize..200,
            template in 0_usize..80,
            count in 5_usize..30,
            remarks in 0_usize..60,
        ) {
            let columns = Columns::new(room, template, count, remarks);
            let Columns { template, bar, count, remarks } = columns;
            let count = if count > 0 { count + 1 } else { 0 };
            let bar = if bar > 0 { bar + 1 } else { 0 };
            let all = MARGIN + template + GAP + bar + PERCENT + count + remarks;
            prop_assert!(all <= room, "{columns:?} takes {all}");
        }
    }
}
