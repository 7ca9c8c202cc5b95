//! Folding the findings of a rule away, and unfolding them.

use crate::tui::model::Model;
use crate::tui::screens::audit::state::{Pane, Row};
use crate::tui::screens::audit::update::turn_to;

/// Folds the findings of the selected rule; where they are, goes to the families.
pub(super) fn fold(model: &mut Model) {
    match model.audit.row().filter(|_| model.audit.pane == Pane::Findings) {
        Some(Row::Finding(_)) => set_folded(model, true),
        Some(Row::Rule(_)) if !is_folded(model) => set_folded(model, true),
        _ => turn_to(model, Pane::Families),
    }
}

/// Goes to the findings; there unfolds those of the selected rule, or goes to the first of them.
pub(super) fn unfold(model: &mut Model) {
    if model.audit.pane == Pane::Families {
        turn_to(model, Pane::Findings);
    } else if matches!(model.audit.row(), Some(Row::Rule(_))) {
        if is_folded(model) {
            set_folded(model, false);
        } else {
            model.audit.selected += 1;
            model.audit.account = 0;
        }
    }
}

pub(super) fn turn_over(model: &mut Model) {
    if model.audit.pane == Pane::Families {
        turn_to(model, Pane::Findings);
    } else {
        let is_folded = is_folded(model);
        set_folded(model, !is_folded);
    }
}

pub(super) fn is_folded(model: &Model) -> bool {
    let group = model.audit.rule().and_then(|rule| model.audit.grouped.group(rule));
    group.is_some_and(|group| group.is_folded)
}

pub(super) fn set_folded(model: &mut Model, is_folded: bool) {
    if let Some(rule) = model.audit.rule() {
        model.audit.folded.insert(rule, is_folded);
        model.audit.regroup();
    }
}

/// Unfolds all rules, or where all are, folds them.
pub(super) fn fold_all(model: &mut Model) {
    let audit = &mut model.audit;
    let is_any_folded = audit.grouped.groups.iter().any(|group| group.is_folded);
    let rules = audit.grouped.groups.iter().map(|group| (group.rule, !is_any_folded));
    audit.folded.extend(rules);
    audit.regroup();
}
