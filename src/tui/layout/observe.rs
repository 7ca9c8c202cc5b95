//! What can be recorded of an account: what is known of it, and the choices.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::directory::{BadgeObservation, Date, Directory, Status};
use crate::messages::labels;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::layout::fills_body;
use crate::tui::layout::first_visible;
use crate::tui::model::Model;
use crate::tui::screens::observe::state::{Asked, Choice, Sheet};
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{handle, short};
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::spans;
use crate::tui::widgets::spans::without_start;

/// Sentences and rows are no longer than this, so that the eye finds the next line.
const WIDEST: usize = 72;
/// As many choices are shown, where there are so many, before what is known of the account is.
const LEAST: usize = 4;
/// The cells before a choice: gutter, number, and a space behind each.
const INDENT: usize = 4;
/// The cells before everything, where it takes all the room.
const MARGIN: u16 = 2;

/// One line on screen.
pub(in crate::tui) struct Row {
    pub(in crate::tui) line: Line<'static>,
    /// The choice that it is, by position.
    pub(in crate::tui) choice: Option<usize>,
    /// Where the cursor stands on it.
    pub(in crate::tui) cursor: Option<usize>,
}

/// The choice on a row.
pub fn choice_at(model: &Model, area: Rect, row: u16) -> Option<usize> {
    rows(model, &Theme::mono(true), inset(model, area)).get(usize::from(row))?.choice
}

/// Where nothing stands to the left, two cells are left free, as by all that takes all the room.
pub(in crate::tui) fn inset(model: &Model, area: Rect) -> Rect {
    let margin = if fills_body(model) { MARGIN.min(area.width) } else { 0 };
    Rect { x: area.x + margin, width: area.width - margin, ..area }
}

pub(in crate::tui) fn rows(model: &Model, theme: &Theme, area: Rect) -> Vec<Row> {
    let (Some(directory), Some(sheet)) = (model.directory(), &model.observe.sheet) else {
        return Vec::new();
    };
    let width = usize::from(area.width).saturating_sub(1).min(WIDEST);
    let page = Page { model, theme, directory, sheet, width };
    let (list, selected) = match &sheet.successor {
        Some(editor) => page.address(editor),
        None => (page.choices(), sheet.selected),
    };
    page.fit(list, selected, usize::from(area.height))
}

struct Page<'a> {
    model: &'a Model,
    theme: &'a Theme,
    directory: &'a Directory,
    sheet: &'a Sheet,
    width: usize,
}

impl Page<'_> {
    fn flow(&self, text: String, style: Style) -> Vec<Line<'static>> {
        spans::flow(self.theme, &[(text, style)], 0, self.width)
    }

    /// The blocks, a blank line apart, as far as there is room: the choices first.
    fn fit(&self, list: Vec<Row>, selected: usize, height: usize) -> Vec<Row> {
        let head = self.head(list.len(), height);
        let gap = usize::from(!head.is_empty() && head.len() + 1 + list.len() <= height);
        let room = height.saturating_sub(head.len() + gap);
        let (len, shown) = (list.len(), list.len().min(room));
        let first = first_visible(0, selected, shown, len);
        let left = room.saturating_sub(shown + 1);
        let foot = spans::at_most(self.theme, self.foot(), left, self.width);
        let foot_gap = usize::from(!foot.is_empty());
        let plain = |line| Row { line, choice: None, cursor: None };
        let blank = |count| std::iter::repeat_with(move || plain(Line::default())).take(count);
        let list = list.into_iter().skip(first).take(shown);
        let head = head.into_iter().map(plain).chain(blank(gap));
        head.chain(list).chain(blank(foot_gap)).chain(foot.into_iter().map(plain)).collect()
    }

    /// What stands above so many choices: as much of it as leaves room for them all, or else for some.
    fn head(&self, choices: usize, height: usize) -> Vec<Line<'static>> {
        let (dated, title, known) = (self.title(true), self.title(false), self.known());
        let first = title.iter().take(1).cloned().collect();
        let heads =
            [[dated, known.clone()].concat(), [title.clone(), known].concat(), title, first];
        let fits = |head: &&Vec<Line<'_>>, choices| head.len() + 1 + choices <= height;
        let all = heads.iter().find(|head| fits(head, choices));
        let some = || heads.iter().find(|head| fits(head, choices.min(LEAST)));
        all.or_else(some).cloned().unwrap_or_default()
    }

    /// What is asked, of which account, and the day that it will be dated.
    fn title(&self, is_dated: bool) -> Vec<Line<'static>> {
        let words = self.model.words;
        let account = self.directory.account(self.sheet.account);
        let platform = self.directory.platform(account.platform).name();
        let handle = handle(self.directory, account);
        let asked = match self.sheet.asked {
            Asked::Badge => words.observe_badge(&handle, platform),
            Asked::Status => words.observe_status(&handle, platform),
        };
        let today = words.observe_today(&self.model.today.to_string());
        let pieces = [(asked, self.theme.title), (today, self.theme.muted)];
        let pieces = pieces.get(..1 + usize::from(is_dated)).unwrap_or_default();
        spans::flow(self.theme, pieces, 0, self.width)
    }

    /// What the directory and the reader said before.
    fn known(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        let listed = self.directory.listed_account(self.sheet.account);
        let own = self.directory.own_observation(self.sheet.account);
        let (listed, own) = match self.sheet.asked {
            Asked::Badge => (
                listed.badge.as_ref().map(|badge| self.badge(badge)),
                own.and_then(|own| Some((self.badge(own.badge.as_ref()?), own.shows_badge()))),
            ),
            Asked::Status => {
                let is_known = listed.status != Status::Unknown;
                let listed =
                    is_known.then(|| self.status(listed.status, listed.successor.as_deref()));
                let own = own.and_then(|own| {
                    let it = own.status.as_ref()?;
                    let what = self.status(it.status, it.successor.as_deref());
                    Some((self.seen(&what, it.seen), own.shows_status()))
                });
                (listed, own)
            }
        };
        let listed = listed.unwrap_or_else(|| words.observe_unknown.to_owned());
        let text = words.observe_listed(&listed);
        let mut lines = self.flow(text, self.theme.base);
        if let Some((own, counts)) = own {
            lines.extend(self.flow(
                if counts { words.observe_own(&own) } else { words.observe_own_older(&own) },
                self.theme.base,
            ));
        }
        lines
    }

    fn seen(&self, what: &str, day: Date) -> String {
        let seen = self.model.words.account_seen(&day.to_string());
        format!("{what}, {seen}")
    }

    fn badge(&self, seen: &BadgeObservation) -> String {
        let choice = seen.kind.map_or(Choice::NoBadge, Choice::Badge);
        let (name, gained) = self.name(choice);
        let what = match gained {
            Some(gained) => format!("{name} ({gained})"),
            None => name,
        };
        self.seen(&what, seen.seen)
    }

    fn status(&self, status: Status, successor: Option<&str>) -> String {
        let word = labels::status(self.model.words, status);
        let Some(address) = successor else { return word.to_owned() };
        let moved = self.model.words.account_moved(&short(address));
        format!("{word}, {moved}")
    }

    /// What a choice is called, and how a badge is come by.
    fn name(&self, choice: Choice) -> (String, Option<&'static str>) {
        let words = self.model.words;
        match choice {
            Choice::NoBadge => (words.observe_no_badge.to_owned(), None),
            Choice::Badge(kind) => match self.directory.badges.get(kind.position()) {
                Some(kind) => (kind.name.clone(), Some(labels::gained(words, kind.gained))),
                None => (String::new(), None),
            },
            Choice::Status(status) => (labels::status(words, status).to_owned(), None),
            Choice::TakeBack => (words.observe_take_back.to_owned(), None),
        }
    }

    fn choices(&self) -> Vec<Row> {
        let choices = self.sheet.choices(self.directory, self.model.today);
        let row = |(position, choice): (usize, Choice)| {
            let line = self.choice(position, choice);
            Row { line, choice: Some(position), cursor: None }
        };
        choices.into_iter().enumerate().map(row).collect()
    }

    fn choice(&self, position: usize, choice: Choice) -> Line<'static> {
        let theme = self.theme;
        let selected = position == self.sheet.selected;
        let glyph = if selected { theme.glyphs.gutter } else { " " };
        let style = |style| if selected { theme.selection } else { style };
        let number = if position < 9 { (position + 1).to_string() } else { " ".to_owned() };
        let (name, gained) = self.name(choice);
        let mut left = vec![
            Span::styled(format!("{number} "), style(theme.muted)),
            Span::styled(escaped(&name), style(theme.base)),
        ];
        if let Some(gained) = gained {
            let text = format!(" {} {gained}", theme.glyphs.dot);
            left.push(Span::styled(text, style(theme.muted)));
        }
        let room = self.width.saturating_sub(2);
        let line = spans::apart(theme, left, Vec::new(), room, style(theme.base));
        let gutter = Span::styled(format!("{glyph} "), theme.accent);
        std::iter::once(gutter).chain(line.spans).collect()
    }

    /// What the selected choice means, or what is asked for.
    fn foot(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        let text = match self.sheet.choice(self.directory, self.model.today) {
            _ if self.sheet.successor.is_some() => words.successor_hint,
            None => return Vec::new(),
            Some(Choice::NoBadge) => words.observe_no_badge_means,
            Some(Choice::Badge(kind)) => {
                self.directory.badges.get(kind.position()).map_or("", |kind| &kind.meaning)
            }
            Some(Choice::TakeBack) => words.observe_take_back_means,
            Some(Choice::Status(status)) => match status {
                Status::Active => words.observe_active_means,
                Status::Parked => words.observe_parked_means,
                Status::Left => words.observe_left_means,
                Status::Closed => words.observe_closed_means,
                Status::Moved => words.observe_moved_means,
                Status::Unknown => "",
            },
        };
        let indent = if self.sheet.successor.is_some() { 0 } else { INDENT };
        spans::flow(self.theme, &[(text.to_owned(), self.theme.muted)], indent, self.width)
    }

    /// The address that is typed, shown around the cursor, and on which row that stands.
    fn address(&self, editor: &Editor) -> (Vec<Row>, usize) {
        let theme = self.theme;
        let room = self.width.saturating_sub(3);
        let hidden = editor.cells_before().saturating_sub(room);
        let text = escaped(&without_start(&editor.text(), hidden));
        let line = vec![
            Span::styled(theme.glyphs.prompt, theme.accent),
            Span::raw(" "),
            Span::styled(text, theme.title),
        ];
        let line = Line::from(spans::cut(theme, line, self.width));
        let cursor = Some(width(theme.glyphs.prompt) + 1 + editor.cells_before() - hidden);
        let asked = self.flow(self.model.words.successor_asked.to_owned(), theme.base);
        let mut rows: Vec<Row> =
            asked.into_iter().map(|line| Row { line, choice: None, cursor: None }).collect();
        let at = rows.len();
        rows.push(Row { line, choice: None, cursor });
        (rows, at)
    }
}
