//! What the keys of the audit do now.

use crate::audit::Subject;
use crate::tui::keys::Action;
use crate::tui::model::Model;
use crate::tui::screens::audit::state::Pane;

/// Whether a key does something in the audit, where most are about the selected finding.
pub fn works(model: &Model, action: Action) -> Option<bool> {
    let audit = &model.audit;
    if audit.is_typing {
        return None;
    }
    let rule = audit.rule().filter(|_| audit.pane == Pane::Findings);
    Some(match action {
        Action::Explain | Action::HideRule | Action::Turn => rule.is_some(),
        Action::Next => audit
            .finding()
            .is_some_and(|item| rule.is_some() && item.finding.subject.accounts().len() > 1),
        Action::Search => audit.findings().is_some_and(|it| !it.is_empty()),
        Action::Export => {
            audit.findings().is_some() && (!audit.grouped.shown.is_empty() || !audit.is_sifted())
        }
        Action::Evidence => audit.account().is_some(),
        Action::Badge | Action::Status => audit.account().is_some() && model.observe.file.is_some(),
        Action::Open | Action::Copy => audit.channel().is_some(),
        Action::Activate => audit.pane == Pane::Families || rule.is_some(),
        _ => true,
    })
}

/// What a key does there, where that depends on what is selected or typed.
pub fn label(model: &Model, action: Action) -> Option<&'static str> {
    let audit = &model.audit;
    match action {
        Action::Activate if !audit.is_typing => Some(enter(model)),
        Action::Back if !audit.filter.is_empty() => Some(model.words.key_clear_filter),
        _ => None,
    }
}

/// What Enter does in the audit.
fn enter(model: &Model) -> &'static str {
    let words = model.words;
    let audit = &model.audit;
    match audit.finding().map(|item| &item.finding.subject) {
        _ if audit.pane == Pane::Families => words.key_to_findings,
        None => words.key_turn,
        Some(Subject::Family(..)) => words.key_to_conventions,
        Some(Subject::Organisation(..)) => words.key_to_organisation,
        Some(_) => words.key_jump,
    }
}
