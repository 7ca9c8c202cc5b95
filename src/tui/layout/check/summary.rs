//! The one answer to a whole message, and what is in it.

use ratatui::text::{Line, Span};

use super::{INDENT, badge, input_cut, place};
use crate::check::{Answer, Message, MessageVerdict};
use crate::directory::Directory;
use crate::messages::summary;
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::layout::SENTENCE;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::spans;

/// The share of a line that a thing in the message takes, in percent, before what is said of it.
const ASKED: usize = 45;

/// The verdict, who the message claims to be from, where it leads and what to do; then what is in it.
pub(super) fn rows(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    message: &Message,
    whole: usize,
) -> Vec<Line<'static>> {
    let words = model.words;
    let cells = whole.saturating_sub(1).min(SENTENCE);
    let mut left = vec![Span::raw(" ".repeat(INDENT))];
    left.extend(label(model, theme, directory, message));
    let right = vec![Span::styled(place(model), theme.muted), Span::raw(" ")];
    let mut lines = vec![spans::apart(theme, left, right, whole, theme.base)];
    let headline = summary::headline(words, directory, message);
    lines.extend(spans::flow(theme, &[(headline, theme.title)], INDENT, cells));
    lines.push(Line::default());
    let facts = [
        (words.do_this, summary::advice(words, directory, message)),
        (words.claims_to_be, summary::claimed(words, directory, &message.summary)),
        (words.leads_to, summary::places(words, directory, message)),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    let facts: Vec<(&str, String)> = facts.collect();
    let widest = facts.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
    for (label, fact) in facts {
        let style = if label == words.do_this { theme.title } else { theme.base };
        let indent = INDENT + widest + 2;
        let mut told = spans::flow(theme, &[(fact, style)], indent, cells);
        if let Some(span) = told.first_mut().and_then(|line| line.spans.first_mut()) {
            let label = format!("{:INDENT$}{label}{:2$}", "", "", widest - width(label) + 2);
            *span = Span::styled(label, theme.muted);
        }
        lines.extend(told);
    }
    if let Some(cut) = input_cut(model) {
        lines.push(Line::default());
        lines.extend(spans::flow(theme, &[(cut, theme.base)], INDENT, cells));
    }
    let pieces: Vec<Line<'static>> = summary::pieces(message)
        .map(|(_, answer)| piece(model, theme, directory, answer, whole))
        .collect();
    if !pieces.is_empty() {
        lines.push(Line::default());
        let title = words.pieces.to_owned();
        lines.extend(spans::flow(theme, &[(title, theme.title)], INDENT, cells));
        lines.extend(pieces);
    }
    lines
}

/// The glyph and the word of the verdict on a message.
pub(in crate::tui) fn label(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    message: &Message,
) -> Vec<Span<'static>> {
    let verdict = message.summary.verdict;
    let word = summary::label(model.words, directory, message);
    let (glyph, style) = theme.message(verdict);
    let text = if verdict == MessageVerdict::Beware {
        format!(" {glyph} {} ", word.to_uppercase())
    } else {
        format!("{glyph} {word}")
    };
    vec![Span::styled(text, style)]
}

/// One thing in the message, and the verdict on it.
fn piece(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    answer: &Answer,
    whole: usize,
) -> Line<'static> {
    let room = whole.saturating_sub(INDENT * 2 + 1);
    let asked = theme.cut(&escaped(&answer.asked), room * ASKED / 100);
    let gap = (room * ASKED / 100).saturating_sub(width(&asked)) + 2;
    let mut told = badge(model, theme, directory, answer);
    if let Some(owner) = answer.organisation(directory) {
        let name = escaped(&directory.organisation(owner).name);
        told.push(Span::styled(format!("  {name}"), theme.muted));
    }
    let asked = format!("{}{asked}{}", " ".repeat(INDENT * 2), " ".repeat(gap));
    let mut all = vec![Span::styled(asked, theme.base)];
    all.extend(told);
    Line::from(spans::cut(theme, all, whole.saturating_sub(1)))
}
