//! The selected finding in full, as far as there is room: what it is, what to do, how sure it is and
//! why it matters.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::audit::Finding;
use crate::directory::Directory;
use crate::text::sanitise::escaped;
use crate::tui::model::Model;
use crate::tui::screens::audit::state::Row;
use crate::tui::screens::audit::view::{findings, ruled};
use crate::tui::theme::Theme;
use crate::tui::view::put_all;
use crate::tui::widgets::account::handle;
use crate::tui::widgets::spans;
use crate::words::rules::{self, RuleText};
use crate::words::{Words, fill, labels};

/// Draws it below a rule.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() || model.audit.row().is_none() {
        return;
    }
    let area = ruled(theme, frame, area);
    let cells = usize::from(area.width).saturating_sub(1);
    let (Some(row), Some(directory)) = (model.audit.row(), model.directory()) else {
        return;
    };
    let lines = match (row, model.audit.finding()) {
        (Row::Finding(_), Some(told)) => {
            let mut blocks = finding(model, theme, directory, &told.finding, cells);
            let why = RuleText::of(model.words, told.finding.rule()).why;
            blocks.push(spans::flow(theme, &[(why.to_owned(), theme.muted)], 2, cells));
            let apart = blocks.join(&Line::default());
            if apart.len() <= usize::from(area.height) { apart } else { blocks.concat() }
        }
        (Row::Rule(rule), _) => {
            let text = RuleText::of(model.words, rule);
            let mut lines = spans::flow(theme, &[(text.title.to_owned(), theme.title)], 2, cells);
            lines.extend(spans::flow(theme, &[(text.why.to_owned(), theme.base)], 2, cells));
            lines
        }
        (Row::Finding(_), None) => Vec::new(),
    };
    put_all(frame, area, spans::at_most(theme, lines, usize::from(area.height), cells));
}

/// Whose it is and about which account, and what was found; then what can be done, and how sure it is.
pub fn finding(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    finding: &Finding,
    cells: usize,
) -> Vec<Vec<Line<'static>>> {
    let words = model.words;
    let (whose, what) = findings::subject(model, directory, finding);
    let mut head = vec![(whose, theme.title)];
    match model.audit.account() {
        Some(index) if !finding.subject.accounts().is_empty() => {
            let account = directory.account(index);
            let platform = directory.platform(account.platform).name();
            let named = escaped(&format!("{platform} {}", handle(directory, account)));
            head.push((named, theme.accent));
        }
        _ if !what.is_empty() => head.push((what, theme.accent)),
        _ => {}
    }
    let count = finding.subject.accounts().len();
    if count > 1 {
        let at = model.audit.account.min(count - 1) + 1;
        head.push((one_of(words.verdicts, at, count), theme.muted));
    }
    let mut found = spans::flow(theme, &head, 2, cells);
    found.extend(spans::flow(theme, &[(rules::found(words, finding), theme.base)], 2, cells));
    let advice = (rules::advice(words, finding), theme.base);
    let mut lines = spans::flow(theme, &[advice], 2, cells);
    let severity = labels::severity(words, finding.severity);
    let (_, style) = theme.severity(finding.severity);
    let mut facts = vec![
        (severity.to_owned(), style),
        (labels::certainty(words, finding.certainty).to_owned(), theme.muted),
    ];
    facts.extend(finding.proposal.as_ref().map(|proposal| {
        let proposal = escaped(proposal);
        (fill(words.screen.proposal, &[("proposal", &proposal)]), theme.accent)
    }));
    lines.extend(spans::flow(theme, &facts, 2, cells));
    vec![found, lines]
}

fn one_of(words: &Words, at: usize, count: usize) -> String {
    let (at, count) = (at.to_string(), count.to_string());
    fill(words.one_of_several, &[("at", &at), ("count", &count)])
}
