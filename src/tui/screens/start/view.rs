//! How the start page is drawn: as much of it as there is room for, the entries and the numbers for an emergency
//! before all else.

mod at_hand;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::directory::{Directory, Organisation, Service, Trust, Urgency, phone};
use crate::messages::numbers::grouped;
use crate::messages::{dates, labels};
use crate::text::width::width;
use crate::tui::favourites::state::StartRow;
use crate::tui::keys::{Action, Focus, shown_key};
use crate::tui::model::Model;
use crate::tui::screens::start::overview::COUNTRY_OF_EXAMPLES;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::{cells as in_cells, point_at, put_all};
use crate::tui::widgets::spans;
use crate::words::Words;

/// From this width on, what an entry leads to is said too.
const ROOMY: usize = 60;
/// The cells before everything.
const INDENT: usize = 2;
/// The cells of the column with keys.
const KEYS: usize = 6;
/// The cells of the column that names an entry or a fact, behind that of the keys.
const NAMES: usize = 14;
/// Lines are no longer than this, so that the eye finds the next one.
const LONGEST: usize = 110;

/// Lines that stand or fall together.
struct Block {
    /// The higher, the longer it stays where there is little room.
    weight: u8,
    lines: Vec<Line<'static>>,
    /// Whether it goes on with what the block above it says.
    is_joined: bool,
}

/// Draws the page.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let Some(directory) = model.directory() else {
        return;
    };
    let cells = usize::from(area.width).saturating_sub(1).min(LONGEST);
    let page = Page { model, theme, directory, cells };
    let lines = fitted(page.blocks(), usize::from(area.height));
    for (y, line) in (area.top()..area.bottom()).zip(&lines) {
        let is_selected = |span: &Span<'_>| span.style == theme.selection;
        if let Some(at) = line.spans.iter().position(is_selected) {
            let before = line.spans.iter().take(at).map(|span| width(&span.content)).sum();
            point_at(frame, area.x.saturating_add(in_cells(before)), y);
        }
    }
    put_all(frame, area, lines);
}

/// As many of the blocks as fit, with room between them where there is some.
fn fitted(mut blocks: Vec<Block>, height: usize) -> Vec<Line<'static>> {
    blocks.retain(|block| !block.lines.is_empty());
    let total = |blocks: &[Block]| blocks.iter().map(|block| block.lines.len()).sum::<usize>();
    while total(&blocks) > height && blocks.len() > 1 {
        let lightest = blocks.iter().enumerate().min_by_key(|(_, block)| block.weight);
        let Some((at, _)) = lightest else { break };
        blocks.remove(at);
    }
    let gaps = blocks.iter().filter(|block| !block.is_joined).count();
    let is_airy = total(&blocks) + gaps <= height;
    let mut lines = Vec::new();
    for block in blocks {
        if is_airy && !block.is_joined {
            lines.push(Line::default());
        }
        lines.extend(block.lines);
    }
    lines
}

struct Page<'a> {
    model: &'a Model,
    theme: &'a Theme,
    directory: &'a Directory,
    cells: usize,
}

impl Page<'_> {
    fn blocks(&self) -> Vec<Block> {
        let block = |weight, lines| Block { weight, lines, is_joined: false };
        let joined = |weight, lines| Block { weight, lines, is_joined: true };
        let [marked, recent] = [StartRow::Marked, StartRow::Recent].map(|row| self.at_hand(row));
        let is_joined = !marked.is_empty();
        // What is selected must be seen.
        let at_hand = if self.model.favourites.selected.is_some() { 10 } else { 7 };
        // Whoever was here before knows what this is.
        let title = if marked.is_empty() && recent.is_empty() { 7 } else { 5 };
        vec![
            block(title, self.title()),
            block(9, self.entries()),
            block(at_hand, marked),
            Block { weight: at_hand, lines: recent, is_joined },
            block(6, self.edition()),
            joined(3, self.content()),
            joined(4, self.levels()),
            block(2, self.without()),
            block(8, self.urgent()),
        ]
    }

    fn title(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        spans::flow(
            self.theme,
            &[(words.start_title.to_owned(), self.theme.title)],
            INDENT,
            self.cells,
        )
    }

    /// What can be done, each with its key.
    fn entries(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        let key = |action| {
            shown_key(self.model.keymap, action, Focus::Query, self.theme.glyphs)
                .unwrap_or_default()
        };
        // Down leads to what is at hand first, and Enter to what is selected there.
        let is_at_hand = |row| !self.model.at_hand(row).is_empty();
        let is_any_at_hand = [StartRow::Marked, StartRow::Recent].into_iter().any(is_at_hand);
        let to_all = if is_any_at_hand { Action::PageDown } else { Action::Down };
        [
            (words.start_type.to_owned(), words.start_find, self.examples().as_str()),
            (key(Action::Check), words.start_real, words.start_real_how),
            (key(Action::Audit), words.start_order, words.start_order_how),
            (key(to_all), words.start_all, words.start_all_how),
        ]
        .into_iter()
        .map(|(key, name, how)| self.entry(&key, name, how))
        .collect()
    }

    /// What can be typed: of the country whose directory it is.
    fn examples(&self) -> String {
        if self.directory.header.country() == COUNTRY_OF_EXAMPLES {
            return self.model.words.start_find_examples.to_owned();
        }
        let known = self.model.overview.as_deref();
        known.map(|overview| overview.examples.join(" · ")).unwrap_or_default()
    }

    fn entry(&self, key: &str, name: &str, how: &str) -> Line<'static> {
        let theme = self.theme;
        let mut line = vec![
            Span::raw(" ".repeat(INDENT)),
            Span::styled(padded(key, KEYS), theme.accent),
            Span::styled(padded(name, NAMES), theme.title),
        ];
        // A dot between examples is no letter of theirs.
        let how = how.replace('·', theme.glyphs.dot);
        if spans::total(&line) + width(&how) <= self.cells {
            line.push(Span::styled(how, theme.base));
        }
        Line::from(spans::cut(theme, line, self.cells))
    }

    /// The organisations of a line that the reader keeps at hand.
    fn at_hand(&self, row: StartRow) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let name = match row {
            StartRow::Marked => words.start_favourites,
            StartRow::Recent => words.start_recent,
        };
        let key = format!("{}{} ", " ".repeat(INDENT), theme.glyphs.down);
        let column = if self.cells >= ROOMY { INDENT + KEYS + NAMES } else { 0 };
        let name = padded(name, column.saturating_sub(width(&key)));
        let room = self.cells.saturating_sub(width(&key) + width(&name));
        let names = at_hand::names(self.model, theme, row, room);
        if names.is_empty() {
            return Vec::new();
        }
        let head = [Span::styled(key, theme.accent), Span::styled(name, theme.muted)];
        vec![head.into_iter().chain(names).collect()]
    }

    /// Which edition it is, and how old.
    fn edition(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        let edition = self.directory.header.edition;
        let mut told = vec![dates::long(words, edition)];
        told.extend(dates::age(words, edition, self.model.today));
        let mut told = self.plain(told);
        told.extend(self.changed().map(|changed| (changed, self.theme.accent)));
        self.fact(words.start_edition, &told)
    }

    /// That it is another one than the reader looked at last, where something changed.
    fn changed(&self) -> Option<String> {
        let words = self.model.words;
        let since = self.model.last_edition.since()?;
        let edition = since.edition.to_string();
        let key = shown_key(self.model.keymap, Action::Presence, Focus::Query, self.theme.glyphs)
            .unwrap_or_default();
        Some(match since.changes.len() {
            1 => words.since_one(&edition, &key),
            count => words.since_count(&grouped(words, count), &edition, &key),
        })
    }

    /// How much stands in it.
    fn content(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        let organisations = grouped(words, self.directory.organisation_count());
        let mut content = vec![words.start_organisations(&organisations)];
        if let Some(overview) = self.model.overview.as_deref() {
            let [accounts, having] =
                [overview.accounts, overview.having].map(|count| grouped(words, count));
            content.push(words.start_accounts(&accounts, &having));
        }
        self.fact(words.start_content, &self.plain(content))
    }

    /// The share of each trust level.
    fn levels(&self) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let Some(overview) = self.model.overview.as_deref().filter(|it| it.accounts > 0) else {
            return Vec::new();
        };
        let share = |(trust, count): (Trust, usize)| {
            let percent = (count * 100 + overview.accounts / 2) / overview.accounts;
            let share = words.start_share(labels::trust(words, trust), &percent.to_string());
            (format!("{} {share}", theme.trust_glyph(trust)), theme.trust(trust))
        };
        let shares: Vec<_> = Trust::ALL.into_iter().zip(overview.levels).map(share).collect();
        self.fact(words.start_trust, &shares)
    }

    /// The bodies that people need, and for which no account is known.
    fn without(&self) -> Vec<Line<'static>> {
        let Some(overview) = self.model.overview.as_deref() else {
            return Vec::new();
        };
        if overview.without.is_empty() {
            return Vec::new();
        }
        let words = self.model.words;
        let short = |it: &Organisation| it.abbreviation.clone().unwrap_or_else(|| it.name.clone());
        let names: Vec<String> =
            overview.without.iter().map(|it| short(self.directory.organisation(*it))).collect();
        let mut text = names.join(", ");
        let left = overview.without_count.saturating_sub(names.len());
        if left > 0 {
            text = format!("{text} {}", words.start_without_more(&grouped(words, left)));
        }
        self.fact(words.start_without, &[(text, self.theme.base)])
    }

    /// Whom to call, by the services of the directory that are urgent.
    fn urgent(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        let services = self.model.overview.iter().flat_map(|overview| &overview.urgent);
        let mut pieces = Vec::new();
        for service in services.map(|index| self.directory.service(*index)) {
            let number = service.phones.first().map(|it| phone::grouped(&it.number));
            if service.urgency == Some(Urgency::Emergency) {
                let call = number.map(|number| words.start_call(&number));
                pieces.extend(call.map(|call| (call, self.theme.title)));
            } else {
                let called = number.map(|number| called(words, service, &number));
                pieces.extend(called.map(|text| (text, self.theme.base)));
            }
        }
        if self.cells < ROOMY {
            pieces.truncate(2);
        }
        if pieces.is_empty() { Vec::new() } else { self.fact(words.start_urgent, &pieces) }
    }

    fn plain(&self, pieces: Vec<String>) -> Vec<(String, Style)> {
        pieces.into_iter().map(|piece| (piece, self.theme.base)).collect()
    }

    /// A fact with its name before it, in a column of its own where there is room for one.
    fn fact(&self, name: &str, pieces: &[(String, Style)]) -> Vec<Line<'static>> {
        let theme = self.theme;
        let column = KEYS + NAMES;
        let is_roomy = self.cells >= ROOMY;
        if !is_roomy {
            let mut pieces = pieces.to_vec();
            if let Some((first, _)) = pieces.first_mut() {
                *first = format!("{name} {first}");
            }
            return spans::flow(theme, &pieces, INDENT, self.cells);
        }
        let mut lines = spans::flow(theme, pieces, INDENT + column, self.cells);
        if let Some(margin) = lines.first_mut().and_then(|line| line.spans.first_mut()) {
            let name = padded(name, column);
            *margin = Span::styled(format!("{}{name}", " ".repeat(INDENT)), theme.muted);
        }
        lines
    }
}

/// A service with its number, unless its name has that already.
fn called(words: &Words, service: &Service, number: &str) -> String {
    if service.name.contains(number) {
        service.name.clone()
    } else {
        words.question_number(&service.name, number)
    }
}

/// A text with blanks behind it, at least one.
fn padded(text: &str, cells: usize) -> String {
    let blanks = cells.saturating_sub(width(text)).max(1);
    format!("{text}{}", " ".repeat(blanks))
}
