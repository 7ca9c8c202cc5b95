//! All sites and telephone numbers: a line each, and below them who says so of the selected one.

pub mod prompt;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::channel::Channel;
use crate::directory::evidence::last_seen;
use crate::directory::{Directory, Trust};
use crate::messages::evidence;
use crate::text::sanitise::escaped;
use crate::tui::layout::reach::{Slot, detail, is_roomy, places, slots};
use crate::tui::model::Model;
use crate::tui::screens::reach::state::{Group, Item, Reach};
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{mark_more, point_at, put, put_all};
use crate::tui::widgets::spans;

/// The cells before a name: gutter, trust glyph, and a space behind each.
const INDENT: usize = 4;
/// The cells of a day.
const DAY: usize = 10;
/// The fewest cells in which who says so says anything.
const LEAST: usize = 16;

/// Draws the list, a rule, and what is said of the selected one.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, _: Rect) {
    let (Some(reach), Some(directory)) = (model.reach(), model.directory()) else {
        return;
    };
    let places = places(model);
    let area = places.list;
    if reach.shown.is_empty() {
        let said = vec![(model.words.reach_nothing.to_owned(), theme.muted)];
        put_all(frame, area, spans::flow(theme, &said, 2, usize::from(area.width)));
        return;
    }
    let slots = slots(reach, is_roomy(model));
    let table = Table::new(model, theme, directory, reach, usize::from(area.width));
    let shown = slots.iter().skip(reach.first);
    for (y, slot) in (area.top()..area.bottom()).zip(shown) {
        let line = match *slot {
            Slot::Gap => continue,
            Slot::Heading(group) => table.heading(group),
            Slot::Item(at) => {
                let is_selected = at == reach.selected;
                if is_selected {
                    point_at(frame, area.x, y);
                }
                reach
                    .shown
                    .get(at)
                    .and_then(|it| reach.items.get(*it))
                    .map_or_else(Line::default, |item| table.row(item, is_selected))
            }
        };
        put(frame, Rect { y, height: 1, ..area }, line);
    }
    let below = slots.len() > reach.first + usize::from(area.height);
    mark_more(frame, theme, area, reach.first > 0, below);
    let rule = theme.glyphs.rule.repeat(usize::from(places.rule.width));
    put(frame, places.rule, Line::styled(rule, theme.muted));
    let cells = usize::from(places.detail.width);
    let height = usize::from(places.detail.height);
    let lines = detail(model, theme, directory, reach, cells);
    put_all(frame, places.detail, spans::at_most(theme, lines, height, cells.saturating_sub(1)));
}

struct Table<'a> {
    model: &'a Model,
    theme: &'a Theme,
    directory: &'a Directory,
    /// The cells of a line.
    cells: usize,
    /// Those of the column with names and labels.
    names: usize,
}

impl<'a> Table<'a> {
    fn new(
        model: &'a Model,
        theme: &'a Theme,
        directory: &'a Directory,
        reach: &Reach,
        cells: usize,
    ) -> Self {
        // The last cell is for the mark that there is more.
        let cells = cells.saturating_sub(2);
        let mut table = Self { model, theme, directory, cells, names: 0 };
        let widest = reach.shown().map(|item| spans::total(&table.name(item, false))).max();
        let room = cells.saturating_sub(INDENT);
        let room = if cells >= 60 { room.saturating_sub(DAY + 2) } else { room };
        table.names = widest.unwrap_or_default().min(room);
        table
    }

    fn heading(&self, group: Group) -> Line<'static> {
        let words = self.model.words;
        let text = match group {
            Group::Sites => words.reach_sites.to_owned(),
            Group::Numbers => words.reach_numbers.to_owned(),
            Group::Service(service) => escaped(&self.directory.service(service).name),
        };
        let text = self.theme.cut(&text, self.cells);
        Line::from(vec![Span::raw("  "), Span::styled(text, self.theme.title)])
    }

    /// The name with its label, each in its style.
    fn name(&self, item: &Item, is_selected: bool) -> Vec<Span<'static>> {
        let theme = self.theme;
        let style = |style| if is_selected { theme.selection } else { style };
        let mut name = vec![Span::styled(escaped(&item.name), style(theme.accent))];
        if let Some(label) = item.label {
            let label = format!(" {} {label}", theme.glyphs.dot);
            name.push(Span::styled(label, style(theme.base)));
        }
        name
    }

    fn row(&self, item: &Item, is_selected: bool) -> Line<'static> {
        let theme = self.theme;
        let style = |style| if is_selected { theme.selection } else { style };
        let all = item.channel.evidence(self.directory);
        let trust = (!all.is_empty()).then(|| Trust::of(all, self.model.today));
        let (glyph, look) =
            trust.map_or((" ", theme.base), |it| (theme.trust_glyph(it), theme.trust(it)));
        let mut left = vec![Span::styled(format!("{glyph} "), style(look))];
        let name = spans::cut(theme, self.name(item, is_selected), self.names);
        let gap = self.names.saturating_sub(spans::total(&name));
        left.extend(name);
        left.push(Span::styled(" ".repeat(gap), style(theme.base)));
        let mut room = self.cells.saturating_sub(INDENT + self.names);
        if room >= DAY + 2
            && let Some(seen) = last_seen(all)
        {
            left.push(Span::styled(format!("  {:<DAY$}", seen.to_string()), style(theme.base)));
            room -= DAY + 2;
            let what = self.what(item.channel);
            if room >= LEAST + 2 && !what.is_empty() {
                let what = theme.cut(&what, room - 2);
                left.push(Span::styled(format!("  {what}"), style(theme.muted)));
            }
        }
        let fill = style(theme.base);
        let line = spans::apart(theme, left, Vec::new(), self.cells.saturating_sub(2), fill);
        std::iter::once(spans::gutter(theme, is_selected)).chain(line.spans).collect()
    }

    /// Who says so, in short.
    fn what(&self, channel: Channel) -> String {
        let all = channel.evidence(self.directory);
        let told = all.first().map(|it| evidence::told(self.model.words, self.directory, all, it));
        told.map(|it| escaped(&it.what)).unwrap_or_default()
    }
}
