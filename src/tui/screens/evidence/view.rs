//! The evidence of an account: who says so, where, and when that was seen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::directory::{Account, AccountIndex, Directory, Evidence};
use crate::messages::{evidence, labels};
use crate::platform::LoginNeeded;
use crate::text::sanitise::escaped;
use crate::text::width::width as cells_of;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{named, short};
use crate::tui::widgets::draw::{point_at, put, put_all};
use crate::tui::widgets::spans;

/// Draws the evidence of an account with one piece selected.
pub fn draw(
    model: &Model,
    theme: &Theme,
    frame: &mut Frame<'_>,
    area: Rect,
    account: AccountIndex,
    selected: usize,
) {
    let rows = rows(model, theme, usize::from(area.width), account, Some(selected));
    let start = rows.iter().position(|(number, _)| *number == Some(selected)).unwrap_or(0);
    let end = rows
        .iter()
        .position(|(number, _)| number.is_some_and(|number| number > selected))
        .unwrap_or(rows.len());
    let first = end.saturating_sub(usize::from(area.height)).min(start);
    for (y, (number, line)) in (area.top()..area.bottom()).zip(rows.into_iter().skip(first)) {
        put(frame, Rect { y, height: 1, ..area }, line);
        if number == Some(selected) && start >= first && usize::from(y - area.y) == start - first {
            point_at(frame, area.x, y);
        }
    }
}

/// Draws the evidence of the account that keys act on beside its organisation, with nothing selected.
pub fn draw_beside(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if let Some(account) = model.account().filter(|_| !area.is_empty()) {
        let rows = rows(model, theme, usize::from(area.width), account, None);
        put_all(frame, area, rows.into_iter().map(|(_, line)| line));
    }
}

/// All that is said of it, each line with the piece that it is about.
fn rows(
    model: &Model,
    theme: &Theme,
    width: usize,
    account: AccountIndex,
    selected: Option<usize>,
) -> Vec<(Option<usize>, Line<'static>)> {
    let Some(directory) = model.directory() else {
        return Vec::new();
    };
    let account = directory.account(account);
    let mut rows: Vec<(Option<usize>, Line<'static>)> =
        head(model, theme, directory, account, width).into_iter().map(|l| (None, l)).collect();
    for (number, it) in account.evidence.iter().enumerate() {
        let lines = piece(model, theme, account, it, Some(number) == selected, width);
        rows.extend(lines.into_iter().map(|line| (Some(number), line)));
        rows.push((None, Line::default()));
    }
    let platform = reading(model, theme, directory, account, width);
    rows.extend(platform.into_iter().map(|line| (None, line)));
    rows
}

fn head(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    account: &Account,
    width: usize,
) -> Vec<Line<'static>> {
    let words = model.words;
    let trust = account.trust(model.today);
    let platform = directory.platform(account.platform).name();
    let title = words.evidence_title(&named(words, directory, account), platform);
    let mut lines = spans::flow(theme, &[(title, theme.title)], 0, width.saturating_sub(1));
    let why = evidence::means(words, account, model.today);
    let word = format!("{} {}", theme.trust_glyph(trust), labels::trust(words, trust));
    let pieces = [(word, theme.trust(trust)), (why.to_owned(), theme.base)];
    lines.extend(spans::flow(theme, &pieces, 0, width.saturating_sub(1)));
    let withdrawn = evidence::withdrawn(words, account).map(|text| (text, theme.bad));
    let purposes = labels::purposes(words, account).map(|text| (text, theme.base));
    let since = account.since.map(|day| (words.account_since(&day.to_string()), theme.muted));
    for piece in [withdrawn, purposes, since].into_iter().flatten() {
        lines.extend(spans::flow(theme, &[piece], 0, width.saturating_sub(1)));
    }
    lines.push(Line::default());
    lines
}

fn piece(
    model: &Model,
    theme: &Theme,
    account: &Account,
    it: &Evidence,
    selected: bool,
    width: usize,
) -> Vec<Line<'static>> {
    let Some(directory) = model.directory() else {
        return Vec::new();
    };
    let style = |style| if selected { theme.selection } else { style };
    let glyph = if selected { theme.glyphs.gutter } else { " " };
    let told = evidence::told(model.words, directory, &account.evidence, it);
    let seen = it.seen.to_string();
    let roomy = cells_of(&told.what) + cells_of(&seen) + 6 <= width;
    let left = vec![Span::styled(told.what, style(theme.base))];
    let date = roomy.then(|| Span::styled(seen.clone(), style(theme.base)));
    let right = date.into_iter().collect();
    let line = spans::apart(theme, left, right, width.saturating_sub(3), style(theme.base));
    let gutter = Span::styled(format!("{glyph} "), theme.accent);
    let mut lines = vec![std::iter::once(gutter).chain(line.spans).collect()];
    let mut below = |text: String, style| {
        lines.extend(spans::flow(theme, &[(text, style)], 2, width.saturating_sub(1)));
    };
    if !roomy {
        below(seen, theme.base);
    }
    if let Some(title) = told.title {
        below(title.to_owned(), theme.base);
    }
    if let Some(kept) = told.kept {
        below(kept, theme.base);
    }
    below(escaped(&short(&it.url)), theme.accent);
    if let Some(note) = told.remark {
        below(note.to_owned(), theme.muted);
    }
    lines
}

/// Who owns the platform, and whether a reader must log in there.
fn reading(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    account: &Account,
    width: usize,
) -> Vec<Line<'static>> {
    let rules = &directory.platform(account.platform).rules;
    let owner = match &rules.country {
        Some(country) => format!("{}: {} ({country})", rules.name, rules.owner),
        None => format!("{}: {}", rules.name, rules.owner),
    };
    let login = labels::login(model.words, rules.reading.login);
    let login = match (rules.reading.login, rules.reading.seen) {
        (LoginNeeded::Unknown, _) | (_, None) => login.to_owned(),
        (_, Some(seen)) => format!("{login} ({seen})"),
    };
    let pieces = [(owner, theme.muted), (login, theme.muted)];
    spans::flow(theme, &pieces, 0, width.saturating_sub(1))
}
