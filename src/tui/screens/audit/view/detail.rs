//! The selected finding in full, as far as there is room: what it is, what to do, how sure it is and
//! why it matters.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::messages::finding::RuleText;
use crate::tui::layout::finding;
use crate::tui::model::Model;
use crate::tui::screens::audit::state::Row;
use crate::tui::screens::audit::view::ruled;
use crate::tui::theme::Theme;
use crate::tui::widgets::draw::put_all;
use crate::tui::widgets::spans;

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
        (Row::Finding(_), Some(item)) => {
            let mut blocks = finding::finding(model, theme, directory, &item.finding, cells);
            let why = RuleText::of(model.words, item.finding.rule()).why;
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
