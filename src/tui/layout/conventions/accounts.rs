//! The accounts of the selected template: who deviates from it and how, and who follows it.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::audit::conventions::deviation::{Deviation, Excuse};
use crate::audit::conventions::expected::Fit;
use crate::audit::conventions::report::{Entry, Filling, Pattern};
use crate::directory::Directory;
use crate::messages::numbers;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::model::Model;
use crate::tui::screens::conventions::state::Pane;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::handle;
use crate::tui::widgets::spans;
use crate::tui::widgets::spans::gutter;
use crate::words::{WithOnePlace, Words};

/// The cells in which the names of organisations begin, where the handle leaves them free.
const NAMES: usize = 20;
/// The most lines of what is said of an account.
const REMARKS: usize = 2;
/// The cells before what is said of an account.
const INDENT: usize = 4;

/// One line of the list.
pub(in crate::tui) struct Row {
    pub(in crate::tui) line: Line<'static>,
    /// The account that it is about, by position.
    pub(in crate::tui) account: Option<usize>,
}

/// The account on a row of the area.
pub(in crate::tui) fn account_at(model: &Model, area: Rect, row: u16) -> Option<usize> {
    let (pattern, directory) = (model.conventions.pattern()?, model.directory()?);
    let rows = rows(model, &Theme::mono(true), directory, pattern, below_heading(area));
    rows.get(usize::from(row).checked_sub(1)?)?.account
}

pub(in crate::tui) fn below_heading(area: Rect) -> Rect {
    let height = area.height.saturating_sub(1);
    Rect { y: area.y + area.height.min(1), height, ..area }
}

/// Which accounts follow, and how many.
pub(in crate::tui) fn heading(
    words: &Words,
    theme: &Theme,
    pattern: &Pattern,
    is_deviating: bool,
    room: usize,
) -> Line<'static> {
    let entries = if is_deviating { &pattern.deviating } else { &pattern.following };
    let count = numbers::grouped(words, entries.len());
    let template = pattern.template.as_ref().map(|it| escaped(&it.to_string()));
    let text = match (is_deviating, template) {
        (true, template) => words.conventions_deviating(&count, &template.unwrap_or_default()),
        (false, Some(template)) => words.conventions_following(&count, &template),
        (false, None) => words.conventions_unexplained(&count),
    };
    let mut line = vec![Span::raw("  "), Span::styled(text, theme.title)];
    let count = |is_it: &dyn Fn(&Entry) -> bool| entries.iter().filter(|it| is_it(it)).count();
    let is_hindered = |entry: &Entry| {
        let excuse = entry.deviation.as_ref().and_then(|it| it.excuse.as_ref());
        excuse.is_some_and(Excuse::is_hindrance)
    };
    let asides: Vec<(WithOnePlace, usize)> = if is_deviating {
        vec![(Words::conventions_hindered, count(&is_hindered))]
    } else {
        let filled = |filling| count(&|entry: &Entry| entry.filling == Some(filling));
        vec![
            (Words::shortened, filled(Filling::Shortened)),
            (Words::conventions_otherwise, filled(Filling::Otherwise)),
        ]
    };
    for (text, count) in asides.into_iter().filter(|(_, count)| *count > 0) {
        let aside = text(words, &numbers::grouped(words, count));
        let aside = Span::styled(format!(" {} {aside}", theme.glyphs.dot), theme.muted);
        if spans::total(&line) + width(&aside.content) <= room {
            line.push(aside);
        }
    }
    Line::from(spans::cut(theme, line, room))
}

/// The rows from the first on screen: the selected account is among those that fit.
///
/// No more accounts are written out than could be seen, for there may be thousands.
pub(in crate::tui) fn rows(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    pattern: &Pattern,
    list: Rect,
) -> Vec<Row> {
    let (height, room) = (usize::from(list.height), usize::from(list.width).saturating_sub(1));
    let selected = model.conventions.account;
    let is_active = model.conventions.pane == Pane::Accounts;
    let first = selected.saturating_sub(height);
    let mut rows: Vec<Row> = Vec::new();
    for number in first..pattern.len().min(selected + height + 1) {
        let Some(entry) = pattern.entry(number) else {
            break;
        };
        if number == pattern.deviating.len() && number > first {
            let heading = heading(model.words, theme, pattern, false, room);
            rows.extend([Line::default(), heading].map(|line| Row { line, account: None }));
        }
        let written = Written { model, theme, directory, entry, room };
        let lines = written.lines(number == selected && is_active, number == selected);
        rows.extend(lines.into_iter().map(|line| Row { line, account: Some(number) }));
    }
    if rows.is_empty() {
        let nobody = model.words.conventions_nobody;
        let line = Line::styled(format!("  {nobody}"), theme.muted);
        rows.push(Row { line, account: None });
    }
    let start = rows.iter().position(|row| row.account == Some(selected)).unwrap_or_default();
    let lines = rows.iter().filter(|row| row.account == Some(selected)).count();
    let above = (start + lines).saturating_sub(height).min(start);
    rows.drain(..above);
    rows
}

/// An account to be written out.
struct Written<'a> {
    model: &'a Model,
    theme: &'a Theme,
    directory: &'a Directory,
    entry: &'a Entry,
    room: usize,
}

impl Written<'_> {
    /// Name and organisation, and below that what is said of it.
    fn lines(&self, is_acted_on: bool, is_selected: bool) -> Vec<Line<'static>> {
        let theme = self.theme;
        let account = self.directory.account(self.entry.account);
        let handle = escaped(&handle(self.directory, account));
        let organisation = escaped(&self.directory.organisation(account.organisation).name);
        let gap = " ".repeat(NAMES.saturating_sub(width(&handle)).max(2));
        let style = if is_acted_on { theme.selection } else { theme.accent };
        let line = vec![
            gutter(theme, is_selected),
            Span::styled(handle, style),
            Span::raw(gap),
            Span::styled(organisation, theme.base),
        ];
        let mut lines = vec![Line::from(spans::cut(theme, line, self.room))];
        let remarks = spans::flow(theme, &self.remarks(), INDENT, self.room);
        lines.extend(spans::at_most(theme, remarks, REMARKS, self.room));
        lines
    }

    fn remarks(&self) -> Vec<(String, Style)> {
        let (words, muted) = (self.model.words, self.theme.muted);
        let mut remarks = Vec::new();
        if let Some(deviation) = &self.entry.deviation {
            remarks.extend(self.deviation(deviation));
        }
        let filling = match self.entry.filling {
            Some(Filling::Shortened) => Some(words.convention_shortened),
            Some(Filling::Otherwise) => Some(words.convention_otherwise),
            Some(Filling::Whole) | None => None,
        };
        let case = self.entry.is_in_other_case.then_some(words.convention_case);
        let texts = filling.into_iter().chain(case);
        remarks.extend(texts.map(|text| (text.to_owned(), muted)));
        remarks
    }

    fn deviation(&self, deviation: &Deviation) -> Vec<(String, Style)> {
        let (words, theme) = (self.model.words, self.theme);
        let account = self.directory.account(self.entry.account);
        let platform = self.directory.platform(account.platform);
        let mut remarks = Vec::new();
        if deviation.fit == Fit::Separator {
            remarks.push((words.convention_separator.to_owned(), theme.base));
        }
        if let Some(name) = &deviation.proposal {
            remarks.push((words.convention_proposal(name), theme.base));
        }
        let excuse = deviation.excuse.as_ref().map(|excuse| match excuse {
            Excuse::Beside => words.convention_beside.to_owned(),
            Excuse::Purpose => words.convention_purpose.to_owned(),
            Excuse::Unit(unit) => words.convention_unit(&unit.to_string()),
            Excuse::Note(note) => words.convention_note(note),
            Excuse::Unknown => words.convention_unknown.to_owned(),
            Excuse::Long => words.convention_long(platform.name()),
            Excuse::Invalid => words.convention_invalid(platform.name()),
            Excuse::Taken => words.convention_taken.to_owned(),
        });
        remarks.extend(excuse.map(|excuse| (excuse, theme.muted)));
        remarks
    }
}
