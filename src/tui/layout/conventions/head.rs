//! Above the templates: which family on which platform, and what is expected of it.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::audit::Family;
use crate::audit::conventions::expected::declaration;
use crate::audit::conventions::report::{Basis, ConventionReport, ExpectedTemplate};
use crate::directory::Directory;
use crate::messages::{labels, numbers};
use crate::text::sanitise::escaped;
use crate::text::width::width;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::short;
use crate::tui::widgets::spans;
use crate::words::Words;

/// The cells before everything.
const INDENT: usize = 2;
/// The cells between two platforms.
const GAP: usize = 3;

/// The family with the number of its accounts, and the template that is expected.
pub(in crate::tui) fn lines(model: &Model, theme: &Theme, area: Rect) -> Vec<Line<'static>> {
    let room = usize::from(area.width).saturating_sub(1);
    let Some((family, directory)) = model.conventions.family.zip(model.directory()) else {
        return Vec::new();
    };
    let words = model.words;
    let name = family_name(words, directory, family);
    let Some(report) = model.conventions.report() else {
        let nothing = match model.conventions.reports() {
            Some(_) => words.nothing,
            None => theme.glyphs.pending,
        };
        let title = spans::flow(theme, &[(name, theme.title)], INDENT, room);
        let rest = spans::flow(theme, &[(nothing.to_owned(), theme.muted)], INDENT, room);
        return title.into_iter().chain(rest).collect();
    };
    let platform = directory.platform(report.platform).name();
    let title = (escaped(&words.conventions_of(&name, platform)), theme.title);
    let pieces = [title, (accounts(words, report.total), theme.muted)];
    let mut lines = spans::at_most(theme, spans::flow(theme, &pieces, INDENT, room), 1, room);
    let below = usize::from(area.height).saturating_sub(1);
    let conventions = conventions(words, theme, directory, report);
    lines.extend(spans::at_most(
        theme,
        spans::flow(theme, &conventions, INDENT, room),
        below,
        room,
    ));
    lines
}

/// What a family is called, as the beginning of a title.
fn family_name(words: &Words, directory: &Directory, family: Family) -> String {
    let name = match family {
        Family::Kind(kind) => labels::kind(words, kind).to_owned(),
        Family::Under(head) => directory.organisation(head).name.clone(),
    };
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn accounts(words: &Words, count: usize) -> String {
    if count == 1 {
        return words.account.to_owned();
    }
    words.accounts(&numbers::grouped(words, count))
}

/// What is expected, and where that was declared.
fn conventions(
    words: &Words,
    theme: &Theme,
    directory: &Directory,
    report: &ConventionReport,
) -> Vec<(String, Style)> {
    if report.expected.is_empty() {
        return vec![(words.conventions_none.to_owned(), theme.base)];
    }
    let is_only = report.expected.len() == 1;
    let mut pieces = Vec::new();
    for ExpectedTemplate { kind, template, basis } in &report.expected {
        let template = escaped(&template.to_string());
        pieces.push((
            match basis {
                Basis::Declared => {
                    words.conventions_declared(labels::kind(words, *kind), &template)
                }
                Basis::Leading if is_only => words.conventions_leads(&template),
                Basis::Leading => {
                    words.conventions_leads_for(labels::kind(words, *kind), &template)
                }
            },
            theme.base,
        ));
        let declared = declaration(directory, *kind, report.platform);
        if let Some((_, source)) = declared.filter(|_| *basis == Basis::Declared) {
            let seen = source.seen.to_string();
            pieces.push((words.account_seen(&seen), theme.muted));
            pieces.push((short(&source.url), theme.accent));
            pieces.extend(source.note.clone().map(|note| (note, theme.muted)));
        }
    }
    pieces
}

/// The platforms with their numbers of accounts, from the first that leaves room for the one on
/// screen: position and text of each.
fn shown(model: &Model, room: usize) -> Vec<(usize, String)> {
    let (Some(reports), Some(directory)) = (model.conventions.reports(), model.directory()) else {
        return Vec::new();
    };
    let label = |report: &ConventionReport| {
        let name = escaped(directory.platform(report.platform).name());
        format!("{name} {}", numbers::grouped(model.words, report.total))
    };
    let mut labels: Vec<(usize, String)> = reports.iter().map(label).enumerate().collect();
    let current = model.conventions.position().unwrap_or_default();
    let cells = |labels: &[(usize, String)]| {
        let upto = labels.iter().filter(|(at, _)| *at <= current);
        upto.map(|(_, label)| width(label) + GAP).sum::<usize>() + INDENT
    };
    while labels.len() > 1 && labels.first().is_some_and(|(at, _)| *at < current) {
        if cells(&labels) <= room + GAP {
            break;
        }
        labels.remove(0);
    }
    labels
}

/// The platforms, the one on screen marked.
pub(in crate::tui) fn platforms(model: &Model, theme: &Theme, room: usize) -> Line<'static> {
    let current = model.conventions.position();
    let mut line = vec![Span::raw(" ".repeat(INDENT))];
    for (number, (at, label)) in shown(model, room).into_iter().enumerate() {
        if number > 0 {
            line.push(Span::raw(" ".repeat(GAP)));
        }
        let style = if Some(at) == current { theme.selection } else { theme.muted };
        line.push(Span::styled(label, style));
    }
    Line::from(spans::cut(theme, line, room))
}

/// The platform on a column.
pub(in crate::tui) fn platform_at(model: &Model, room: usize, column: usize) -> Option<usize> {
    let mut start = INDENT;
    shown(model, room).into_iter().find_map(|(at, label)| {
        let end = start + width(&label);
        let is_it = (start..end).contains(&column);
        start = end + GAP;
        is_it.then_some(at)
    })
}
