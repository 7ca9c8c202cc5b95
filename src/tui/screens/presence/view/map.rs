//! The channel map: a row an organisation, a column a platform.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::cell;
use crate::audit::score::consistency;
use crate::directory::Directory;
use crate::matrix::{Cell, Group, GroupKey, Matrix, Row, Total};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::platform::LoginNeeded;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::layout::presence::{Columns, INDENT, Places, columns, heads};
use crate::tui::model::Model;
use crate::tui::screens::presence::state;
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::percent;
use crate::tui::widgets::draw::{mark_more, point_at, put, put_all};
use crate::tui::widgets::presence::{short_sign, sign};
use crate::tui::widgets::spans::{self, gutter};

/// From this many cells of a column on, a sign has room for all it tells.
const WHOLE: usize = 6;

/// Draws it.
pub(super) fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, places: &Places) {
    let Some((map, directory)) = model.presence.map().zip(model.directory()) else {
        let said = Line::styled(format!("  {}", theme.glyphs.pending), theme.muted);
        put(frame, places.list, said);
        return;
    };
    if map.organisations.is_empty() {
        let said = vec![(model.words.list_nothing.to_owned(), theme.muted)];
        let lines = spans::flow(theme, &said, INDENT, usize::from(places.list.width));
        put_all(frame, places.list, lines);
        return;
    }
    let drawn = Drawn { model, theme, directory, map, columns: columns(model) };
    if map.platforms.is_empty() {
        let said = vec![(model.words.presence_no_columns.to_owned(), theme.base)];
        let room = usize::from(places.heads.width).saturating_sub(1);
        put_all(frame, places.heads, spans::flow(theme, &said, INDENT, room));
        drawn.rows(frame, places.list);
        return;
    }
    put_all(frame, places.heads, drawn.heads(places.heads.height > 2));
    drawn.rows(frame, places.list);
    put_all(frame, places.totals, drawn.totals(places.totals.height > 2));
    put(frame, places.legend, drawn.legend(usize::from(places.legend.width)));
    let room = usize::from(places.detail.width).saturating_sub(1);
    let lines = cell::lines(model, theme, directory, room, usize::from(places.detail.height));
    put_all(frame, places.detail, lines);
}

struct Drawn<'m> {
    model: &'m Model,
    theme: &'m Theme,
    directory: &'m Directory,
    map: &'m Matrix,
    columns: Columns,
}

impl Drawn<'_> {
    /// The columns that are on screen, by their place among all.
    fn shown(&self) -> std::ops::Range<usize> {
        let first = self.model.presence.first_column;
        first..(first + self.columns.shown).min(self.map.platforms.len())
    }

    /// A line: something in place of a name, and something in each column; the selected column stands out.
    fn line(
        &self,
        name: Vec<Span<'static>>,
        cells: impl Iterator<Item = (String, Style)>,
        tail: [String; 2],
    ) -> Line<'static> {
        let mut line = spans::cut(self.theme, name, INDENT + self.columns.name - 1);
        let rest = INDENT + self.columns.name - spans::total(&line);
        line.push(Span::raw(" ".repeat(rest)));
        for (text, style) in cells {
            let text = self.theme.cut(&text, self.columns.each - 1);
            let gap = " ".repeat(self.columns.each - width(&text));
            line.push(Span::styled(text, style));
            line.push(Span::raw(gap));
        }
        for (text, room) in tail.into_iter().zip(self.columns.tail) {
            if room > 0 {
                line.push(Span::styled(format!("{text:>room$}"), self.theme.muted));
            }
        }
        Line::from(line)
    }

    /// The platforms; below them their owners, where there is room, and the countries of these, with a mark where not
    /// all is read without a login.
    fn heads(&self, has_owners: bool) -> Vec<Line<'static>> {
        let (theme, words) = (self.theme, self.model.words);
        let selected = self.model.presence.column;
        let all = heads(self.model);
        let names = self.shown().filter_map(|at| all.get(at).map(|it| (at, it)));
        let names = names.map(|(at, (name, mark))| {
            let text = if self.columns.has_names { name } else { mark };
            let style = if at == selected { theme.selection } else { theme.title };
            (escaped(text), style)
        });
        let rules = self.shown().filter_map(|at| self.map.platforms.get(at));
        let countries = rules.map(|it| {
            let rules = &self.directory.platform(*it).rules;
            let country = rules.country.as_deref().unwrap_or(theme.glyphs.rule);
            let lock = match rules.reading.login {
                LoginNeeded::Yes => theme.glyphs.locked,
                LoginNeeded::Partly => theme.glyphs.half_locked,
                LoginNeeded::Unknown => "?",
                LoginNeeded::No => "",
            };
            (format!("{}{lock}", escaped(country)), theme.muted)
        });
        let owners = self.shown().filter_map(|at| self.map.platforms.get(at));
        let owners =
            owners.map(|it| (escaped(&self.directory.platform(*it).rules.owner), theme.muted));
        let tail = [words.presence_count.to_owned(), words.presence_one_name.to_owned()];
        let mut lines = vec![self.line(Vec::new(), names, tail)];
        if has_owners {
            lines.push(self.line(Vec::new(), owners, Default::default()));
        }
        lines.push(self.line(Vec::new(), countries, Default::default()));
        lines
    }

    fn rows(&self, frame: &mut Frame<'_>, area: Rect) {
        let presence = &self.model.presence;
        for (y, at) in (area.top()..area.bottom()).zip(presence.first..) {
            let line = match presence.line(at) {
                Some(state::Line::Heading(group)) => self.heading(group),
                Some(state::Line::Row(row)) => {
                    if row == presence.row {
                        let before = presence.column.saturating_sub(presence.first_column);
                        let x = INDENT + self.columns.name + before * self.columns.each;
                        point_at(frame, area.x + u16::try_from(x).unwrap_or_default(), y);
                    }
                    self.row(row)
                }
                None => break,
            };
            put(frame, Rect { y, height: 1, ..area }, line);
        }
        let is_more = presence.first + usize::from(area.height) < presence.lines();
        mark_more(frame, self.theme, area, presence.first > 0, is_more);
    }

    fn heading(&self, group: usize) -> Line<'static> {
        let words = self.model.words;
        let groups = &self.map.groups;
        let Some(Group { key, start }) = groups.get(group) else { return Line::default() };
        let end = groups.get(group + 1).map_or(self.map.organisations.len(), |next| next.start);
        let name = match key {
            GroupKey::Kind(kind) => labels::kind(words, *kind).to_owned(),
            GroupKey::Province(Some(province)) => escaped(province),
            GroupKey::Province(None) => words.presence_no_province.to_owned(),
        };
        let count = format!(" {} {}", self.theme.glyphs.dot, grouped(words, end - start));
        let name = vec![
            Span::raw(" "),
            Span::styled(name, self.theme.accent),
            Span::styled(count, self.theme.muted),
        ];
        Line::from(name)
    }

    fn row(&self, at: usize) -> Line<'static> {
        let (theme, presence) = (self.theme, &self.model.presence);
        let Some(organisation) = self.map.organisations.get(at) else { return Line::default() };
        let row = self.map.row(self.directory, *organisation);
        let is_selected = at == presence.row;
        let name = escaped(&self.directory.organisation(*organisation).name);
        let style = if is_selected { theme.selection } else { theme.base };
        let cells = self.shown().filter_map(|at| row.cells.get(at).map(|cell| (at, cell)));
        let cells = cells.map(|(column, cell)| {
            let is_it = is_selected && column == presence.column;
            let style = if is_it { theme.selection } else { self.style(cell) };
            (self.sign(cell), style)
        });
        self.line(
            vec![gutter(theme, is_selected), Span::styled(name, style)],
            cells,
            self.tail(&row),
        )
    }

    fn sign(&self, cell: &Cell) -> String {
        let glyphs = self.theme.glyphs;
        if self.columns.each >= WHOLE { sign(glyphs, cell) } else { short_sign(glyphs, cell) }
    }

    fn style(&self, cell: &Cell) -> Style {
        match cell {
            Cell::Unknown => self.theme.muted,
            Cell::Retired(_) => self.theme.bad,
            Cell::InUse { trust, .. } => {
                self.theme.trust(*trust).remove_modifier(ratatui::style::Modifier::DIM)
            }
        }
    }

    /// On how many platforms an organisation is, and on how many of these it bears one name.
    fn tail(&self, row: &Row) -> [String; 2] {
        let [_, share] = self.columns.tail;
        let share = if share == 0 {
            String::new()
        } else {
            let share = consistency(self.directory, row.organisation);
            let told = (share.all > 0).then(|| percent(self.model.words, share));
            told.unwrap_or_else(|| self.model.words.nothing_to_count.to_owned())
        };
        [grouped(self.model.words, row.count()), share]
    }

    fn totals(&self, has_stopped: bool) -> Vec<Line<'static>> {
        let words = self.model.words;
        let of = |label: &str, count: fn(&Total) -> usize| {
            let totals = self.shown().filter_map(|at| self.map.totals.get(at));
            let cells = totals.map(|total| (self.count(count(total)), self.theme.muted));
            let label = Span::styled(format!("  {label}"), self.theme.muted);
            self.line(vec![label], cells, Default::default())
        };
        let mut lines = vec![of(words.matrix_known, |it| it.known)];
        if has_stopped {
            lines.push(of(words.presence_retired, |it| it.retired));
        }
        lines.push(of(words.matrix_unknown, |it| it.unknown));
        lines
    }

    /// A number, in thousands where there is no room for more.
    fn count(&self, count: usize) -> String {
        let whole = grouped(self.model.words, count);
        let is_wide = width(&whole) >= self.columns.each;
        if is_wide { format!("{}k", (count + 500) / 1000) } else { whole }
    }

    fn legend(&self, room: usize) -> Line<'static> {
        let glyphs = self.theme.glyphs;
        let text = self.model.words.presence_legend(
            glyphs.aged,
            glyphs.favourite,
            glyphs.confirmed,
            glyphs.reported,
            glyphs.failing,
            glyphs.dot,
        );
        let locked = self.model.words.presence_locked(glyphs.half_locked, glyphs.locked);
        // Where there is room for all, also what is the same in most columns.
        let whole = format!("  {text} {locked}");
        let told = if width(&whole) <= room { whole } else { format!("  {text}") };
        Line::styled(self.theme.cut(&told, room), self.theme.muted)
    }
}
