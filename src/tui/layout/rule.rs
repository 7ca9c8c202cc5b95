//! A rule in full: what it looks for, why that matters, what can be done, and who says so; above that
//! the finding that the reader came from.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::audit::Rule;
use crate::messages::finding::{RuleText, without_places};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::text::sanitise::escaped;
use crate::tui::layout::SENTENCE;
use crate::tui::layout::finding;
use crate::tui::model::{Model, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::spans;

/// The rows of the rule on this screen.
pub fn height(model: &Model) -> usize {
    rows(model, &Theme::mono(true), usize::from(model.layout().body().width)).len()
}

pub(in crate::tui) fn rows(model: &Model, theme: &Theme, whole: usize) -> Vec<Line<'static>> {
    let (Some(Screen::Rule { rule, .. }), Some(directory)) = (model.screen(), model.directory())
    else {
        return Vec::new();
    };
    let cells = whole.saturating_sub(1).min(SENTENCE);
    let mut blocks = Vec::new();
    if let Some(item) = model.audit.finding() {
        let mut block = title(theme, model.words.this_finding, cells);
        let item = finding::finding(model, theme, directory, &item.finding, cells);
        block.extend(item.join(&Line::default()));
        blocks.push(block);
    }
    blocks.extend(explained(model, theme, *rule, cells));
    blocks.join(&Line::default())
}

fn title(theme: &Theme, text: &str, cells: usize) -> Vec<Line<'static>> {
    spans::flow(theme, &[(text.to_owned(), theme.muted)], 2, cells)
}

/// The rule itself, in blocks.
fn explained(model: &Model, theme: &Theme, rule: Rule, cells: usize) -> Vec<Vec<Line<'static>>> {
    let words = model.words;
    let text = RuleText::of(words, rule);
    let flow = |text: &str, style: Style| spans::flow(theme, &[(text.to_owned(), style)], 2, cells);
    let (_, style) = theme.severity(rule.severity());
    let count = model.audit.grouped.group(rule).map_or(0, |group| group.count);
    let found = if count == 1 {
        words.finding_of_rule.to_owned()
    } else {
        words.findings_of_rule(&grouped(words, count))
    };
    let facts = [
        (labels::severity(words, rule.severity()).to_owned(), style),
        (labels::topic(words, rule.topic()).to_owned(), theme.muted),
        (rule.id().to_owned(), theme.muted),
        (found, theme.muted),
    ];
    let mut head = title(theme, words.this_rule, cells);
    head.extend(flow(text.title, theme.title));
    head.extend(spans::flow(theme, &facts, 2, cells));
    let named = |name: &str, said: &str| {
        let mut block = flow(&capital(name), theme.title);
        block.extend(flow(said, theme.base));
        block
    };
    let mut blocks = vec![head, named(words.rule_why, text.why)];
    if !text.advice.is_empty() {
        blocks.push(named(words.advice, &without_places(words, text.advice)));
    }
    if !text.otherwise.is_empty() {
        blocks.push(named(words.or_else, &without_places(words, text.otherwise)));
    }
    let mut source = flow(&capital(words.source), theme.title);
    source.extend(flow(&escaped(rule.source()), theme.accent));
    blocks.push(source);
    blocks
}

/// With a capital, as a heading has one.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
