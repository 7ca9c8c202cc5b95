//! What is left where organisations leave platforms.

use super::Told;
use crate::messages::labels;
use crate::report::what_if::{Figure, Report};
use crate::text::sanitise::escaped;
use crate::what_if::Question;

/// Tells it; whether it is known.
pub(super) fn tell(told: &mut Told<'_>) -> bool {
    let (model, theme) = (told.model, told.theme);
    let (presence, words) = (&model.presence, model.words);
    if presence.leave.is_empty() {
        told.say(words.presence_choose, theme.muted);
        return true;
    }
    let Some((outcome, directory)) = presence.outcome().zip(model.directory()) else {
        return false;
    };
    let question =
        Question { filter: presence.asked(), leave: &presence.leave, move_to: presence.move_to };
    let report = Report { directory, question: &question, outcome, words, today: model.today };
    told.heading(&escaped(&report.title()));
    for Figure { label, count } in report.figures() {
        told.figure(label, count, outcome.organisations);
    }
    let kinds = outcome.kinds_on_no_platform(directory);
    if !kinds.is_empty() {
        told.heading(report.kinds_heading());
    }
    for (kind, count) in kinds {
        told.figure(labels::kind(words, kind), count, outcome.organisations);
    }
    let named = report.named();
    if !named.is_empty() {
        told.heading(report.named_heading());
        let named: Vec<_> = named.iter().map(|name| (escaped(name), theme.base)).collect();
        told.pieces(&named);
    }
    told.lines.push(ratatui::text::Line::default());
    told.say(words.what_if_rule, theme.muted);
    true
}
