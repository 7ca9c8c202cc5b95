//! The findings of a family under their rules, and above them what is left out.

use crate::text::width::width;
use crate::tui::layout::finding::subject;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::audit::{Finding, Rule, Severity};
use crate::directory::Directory;
use crate::messages::finding::{self, RuleText};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::report::counted;
use crate::text::sanitise::escaped;
use crate::tui::layout::first_visible;
use crate::tui::model::Model;
use crate::tui::screens::audit::state::{Pane, Row};
use crate::tui::screens::audit::view::has_keys;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::handle;
use crate::tui::widgets::draw::{point_at, put, put_all};
use crate::tui::widgets::spans;

/// Draws which severities are on, with how many findings each has, and how many rules are hidden.
pub fn draw_toggles(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() || model.audit.findings().is_none() {
        return;
    }
    let room = usize::from(area.width).saturating_sub(1);
    let mut spans = Vec::new();
    for (is_long, names_rules) in [(true, true), (true, false), (false, false)] {
        spans = toggles(model, theme, is_long, names_rules);
        if spans::total(&spans) <= room {
            break;
        }
    }
    let indent = std::iter::once(Span::raw(if area.x == 0 { "  " } else { "" }));
    put(frame, area, indent.chain(spans::cut(theme, spans, room)).collect());
}

/// The toggles, with the severities and the hidden rules in words or in signs.
fn toggles(model: &Model, theme: &Theme, is_long: bool, names_rules: bool) -> Vec<Span<'static>> {
    let (words, audit) = (model.words, &model.audit);
    let mut spans = Vec::new();
    let counts = Severity::ALL.into_iter().zip(audit.grouped.counts).rev();
    for (key, (severity, count)) in (1..).zip(counts) {
        let is_off = audit.muted.contains(&severity);
        let (glyph, style) = theme.severity(severity);
        let gap = match (spans.is_empty(), is_long) {
            (true, _) => "",
            (false, true) => "   ",
            (false, false) => "  ",
        };
        let said = if is_long { counted(words, severity, count) } else { grouped(words, count) };
        let off = if is_off { format!(" {}", words.is_off) } else { String::new() };
        let [glyph_style, said_style] = if is_off { [theme.muted; 2] } else { [style, theme.base] };
        spans.extend([
            Span::styled(format!("{gap}{key} "), theme.accent),
            Span::styled(format!("{glyph} "), glyph_style),
            Span::styled(format!("{said}{off}"), said_style),
        ]);
    }
    let hidden = match audit.hidden.len() {
        0 => return spans,
        count if !names_rules => format!("{count} {}", words.is_off),
        1 => words.rule_hidden.to_owned(),
        count => words.rules_hidden(&count.to_string()),
    };
    let key = if names_rules { "   R " } else { "  R " };
    spans.extend([Span::styled(key, theme.accent), Span::styled(hidden, theme.warn)]);
    spans
}

/// Draws the rows that fit; where there are none, why.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let (Some(directory), audit) = (model.directory(), &model.audit) else {
        return;
    };
    let Some(findings) = audit.findings() else {
        let text = format!("{} {}", model.words.reviewing, theme.glyphs.pending);
        say(theme, frame, area, &[(text, theme.muted)]);
        return;
    };
    let rows = &audit.grouped.rows;
    if rows.is_empty() {
        draw_nothing(model, theme, frame, area, findings.len());
        return;
    }
    let height = usize::from(area.height);
    let first = first_visible(audit.first, audit.selected, height, rows.len());
    let width = usize::from(area.width);
    let shown = rows.iter().enumerate().skip(first);
    for (y, (number, row)) in (area.top()..area.bottom()).zip(shown) {
        let line = Shown { model, theme, directory, is_selected: number == audit.selected, width };
        let line = match row {
            Row::Rule(rule) => line.rule(*rule),
            Row::Finding(number) => match findings.get(*number) {
                Some(item) => line.finding(&item.finding),
                None => continue,
            },
        };
        put(frame, Rect { y, height: 1, ..area }, line);
        if number == audit.selected && has_keys(model, Pane::Findings) {
            point_at(frame, area.x, y);
        }
    }
}

fn draw_nothing(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect, all: usize) {
    let words = model.words;
    let said = if all == 0 {
        [words.none_found.to_owned(), words.none_means.to_owned()]
    } else {
        let all = grouped(model.words, all);
        [words.none_shown(&all), words.none_shown_next.to_owned()]
    };
    let [what, next] = said;
    say(theme, frame, area, &[(what, theme.title), (next, theme.muted)]);
}

/// Sentences below each other, with a blank line between.
fn say(theme: &Theme, frame: &mut Frame<'_>, area: Rect, said: &[(String, Style)]) {
    let room = usize::from(area.width).saturating_sub(1);
    let blocks = said.iter().map(|it| spans::flow(theme, std::slice::from_ref(it), 2, room));
    put_all(frame, area, blocks.collect::<Vec<_>>().join(&Line::default()));
}

/// A row to be drawn.
struct Shown<'a> {
    model: &'a Model,
    theme: &'a Theme,
    directory: &'a Directory,
    is_selected: bool,
    width: usize,
}

impl Shown<'_> {
    fn gutter(&self) -> Span<'static> {
        let glyph = if self.is_selected { self.theme.glyphs.gutter } else { " " };
        Span::styled(format!("{glyph} "), self.theme.accent)
    }

    /// A style, unless the row is selected and has the keys.
    fn style(&self, style: Style) -> Style {
        let is_reversed = self.is_selected && has_keys(self.model, Pane::Findings);
        if is_reversed { self.theme.selection } else { style }
    }

    fn row(&self, left: Vec<Span<'static>>, right: Vec<Span<'static>>) -> Line<'static> {
        let fill = self.style(self.theme.base);
        let line = spans::apart(self.theme, left, right, self.width.saturating_sub(3), fill);
        std::iter::once(self.gutter()).chain(line.spans).collect()
    }

    /// A rule: whether it is folded, how bad it is, what it is about, and how often.
    fn rule(&self, rule: Rule) -> Line<'static> {
        let (words, theme) = (self.model.words, self.theme);
        let Some(group) = self.model.audit.grouped.group(rule) else {
            return Line::default();
        };
        let fold = if group.is_folded { theme.glyphs.folded } else { theme.glyphs.unfolded };
        let (glyph, style) = theme.severity(group.severity);
        let severity = labels::severity(words, group.severity);
        let count = grouped(words, group.count);
        let mut left = vec![
            Span::styled(format!("{fold} "), self.style(theme.accent)),
            Span::styled(format!("{glyph} "), self.style(style)),
            Span::styled(RuleText::of(words, rule).title, self.style(theme.title)),
        ];
        // The sign says it too, where there is no room for the word.
        let severity = format!(" {} {severity}", theme.glyphs.dot);
        let beside = width(&severity) + width(&count) + 4;
        if spans::total(&left) + beside <= self.width {
            left.push(Span::styled(severity, self.style(theme.muted)));
        }
        self.row(left, vec![Span::styled(count, self.style(theme.base))])
    }

    /// A finding: whose, about what, and what is said of it.
    fn finding(&self, finding: &Finding) -> Line<'static> {
        let (words, theme) = (self.model.words, self.theme);
        let (glyph, style) = theme.severity(finding.severity);
        let (whose, what) = subject(self.model, self.directory, finding);
        let mut left = vec![
            Span::styled("  ", self.style(theme.base)),
            Span::styled(format!("{glyph} "), self.style(style)),
            Span::styled(whose, self.style(theme.base)),
        ];
        if !what.is_empty() {
            left.push(Span::styled(format!(" {} ", theme.glyphs.dot), self.style(theme.muted)));
            left.push(Span::styled(what, self.style(theme.accent)));
        }
        let sentence = finding::found(words, finding);
        let sentence = after_subject(self.directory, finding, &sentence);
        left.push(Span::styled(format!("  {sentence}"), self.style(theme.muted)));
        self.row(left, Vec::new())
    }
}

/// A sentence without the name that it begins with, where that stands before it already.
fn after_subject<'s>(directory: &Directory, finding: &Finding, sentence: &'s str) -> &'s str {
    let account =
        finding.subject.accounts().first().map(|it| handle(directory, directory.account(*it)));
    let organisation = finding.subject.organisation(directory);
    let name = organisation.map(|it| directory.organisation(it).name.clone());
    let names = account.into_iter().chain(name).map(|name| escaped(&name));
    let mut rests = names.filter_map(|name| sentence.strip_prefix(name.as_str()));
    rests.find(|rest| rest.starts_with(' ')).map_or(sentence, str::trim_start)
}
