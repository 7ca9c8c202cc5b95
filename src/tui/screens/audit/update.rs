//! The audit: families, findings, filter, export.

mod export;
mod folding;
mod jump;
mod moving;

use std::ops::ControlFlow;

use crate::audit::{Family, Severity, Subject};
use crate::filter::Filter;
use crate::tui::job::{Job, JobKind};
use crate::tui::keys::Action;
use crate::tui::layout;
use crate::tui::layout::first_visible;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::audit::export::Format;
use crate::tui::screens::audit::job::AuditAnswer;
use crate::tui::screens::audit::state::{Pane, Row, Sought};
pub(in crate::tui) use crate::tui::screens::audit::update::export::{exported, show_export};
use crate::tui::screens::audit::update::folding::{fold, fold_all, turn_over, unfold};
pub(in crate::tui) use crate::tui::screens::audit::update::jump::{come_back, jump};
use crate::tui::screens::audit::update::moving::move_by;
pub(in crate::tui) use crate::tui::screens::audit::update::moving::{click, wheel};
use crate::tui::screens::conventions::update as conventions;
use crate::tui::update::doors::looked_at;
use crate::tui::update::typing::edit_line;
use crate::tui::update::{moved, page, say};
use crate::tui::widgets::editor::Editor;

/// Shows the audit, or leaves it: with the organisation that the reader looks at selected, and all under it, unless
/// that is the one that the audit was last opened for. Then, or with none, it is as it was left.
pub(in crate::tui) fn show(model: &mut Model) {
    if model.screen() == Some(&Screen::Audit) {
        model.pop();
        return;
    }
    let own = looked_at(model);
    if own.is_some() && own != model.audit.own {
        model.audit.own = own;
        choose(model, own.map(Family::Under));
    } else if own.is_none() && model.ground() == Some(&Screen::Conventions) {
        choose(model, model.conventions.family);
    }
    model.audit.is_typing = false;
    model.push(Screen::Audit);
}

/// Asks the thread for what is looked at and not yet known, unless it was asked just that.
pub(in crate::tui) fn ask(model: &mut Model) {
    if !model.is_auditing() || model.catalogue.is_none() {
        return;
    }
    if let Some(job) = model.audit.wanted().map(Job::Audit)
        && !model.jobs.is_asked(&job)
    {
        model.jobs.queue(job);
    }
}

/// Takes in what a job of the audit came to.
pub(in crate::tui) fn answered(model: &mut Model, answer: AuditAnswer) {
    let audit = &mut model.audit;
    match answer {
        AuditAnswer::Families(entries) => {
            audit.entries = entries;
            if audit.entry().is_none() {
                choose(model, None);
            }
        }
        AuditAnswer::Findings(family, findings) => {
            if audit.is_old {
                audit.is_old = false;
                audit.findings.clear();
            }
            audit.findings.insert(family, findings);
            if family == audit.family {
                audit.regroup();
                find_again(model);
            }
        }
        AuditAnswer::Tallies(tallies) => {
            audit.has_old_tallies = false;
            audit.tallies.extend(tallies);
        }
    }
}

/// The directory changed: all is worked out anew, and the selected finding stays selected. What was
/// found stays on screen until then.
pub(in crate::tui) fn outdated(model: &mut Model) {
    if let Some(directory) = model.directory() {
        let fingerprint = model.audit.finding().map(|item| item.finding.fingerprint(directory));
        model.audit.kept = model.audit.rule().map(|rule| (rule, fingerprint));
    }
    let audit = &mut model.audit;
    audit.is_old = true;
    audit.has_old_tallies = true;
    model.audit.sought = Sought::read(&model.audit.filter.text(), model);
    model.jobs.cancel(JobKind::Audit);
}

/// Selects the finding that was selected before all was worked out anew.
fn find_again(model: &mut Model) {
    let Some((rule, fingerprint)) = model.audit.kept.take() else {
        return;
    };
    let Some(directory) = model.catalogue.as_ref().map(|catalogue| &catalogue.directory) else {
        return;
    };
    let audit = &mut model.audit;
    let findings = audit.findings().unwrap_or_default();
    let is_it = |row: &Row| match (row, &fingerprint) {
        (Row::Rule(it), None) => *it == rule,
        (Row::Finding(number), Some(fingerprint)) => findings.get(*number).is_some_and(|item| {
            item.finding.rule() == rule && item.finding.fingerprint(directory) == *fingerprint
        }),
        _ => false,
    };
    let rows = &audit.grouped.rows;
    let of_rule = || rows.iter().position(|row| *row == Row::Rule(rule));
    if let Some(found) = rows.iter().position(is_it).or_else(of_rule) {
        audit.selected = found;
    }
}

/// Selects a family.
fn choose(model: &mut Model, family: Option<Family>) {
    let audit = &mut model.audit;
    if audit.family != family {
        audit.family = family;
        audit.grouped = crate::tui::screens::audit::state::Grouped::default();
        audit.selected = 0;
        audit.first = 0;
        audit.account = 0;
        audit.kept = None;
        audit.regroup();
    }
}

/// Does what a key does in the audit, if that is one of the audit's own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate => return ControlFlow::Break(activate(model)),
        Action::Back => back(model),
        Action::Complete => complete(model),
        _ if model.audit.is_typing => return ControlFlow::Continue(()),
        Action::Conventions => show_conventions(model),
        _ if action.moves() => move_by(model, action),
        Action::Into => turn_to(model, other(model.audit.pane)),
        Action::Search => model.audit.is_typing = true,
        Action::Errors => toggle(model, Severity::Error),
        Action::Warnings => toggle(model, Severity::Warning),
        Action::Notes => toggle(model, Severity::Note),
        Action::HideRule => hide_rule(model),
        Action::AllRules => {
            model.audit.hidden.clear();
            model.audit.regroup();
        }
        Action::Fold => fold(model),
        Action::Unfold => unfold(model),
        Action::Turn => turn_over(model),
        Action::FoldAll => fold_all(model),
        Action::Explain => explain(model),
        Action::Next => turn_account(model),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// Does what a key does among the formats of an export.
pub(in crate::tui) fn act_in_export(
    model: &mut Model,
    action: Action,
) -> ControlFlow<Option<Effect>> {
    let page = page(model);
    match model.screens.last_mut() {
        Some(Screen::Export { selected }) if action.moves() => {
            *selected = moved(*selected, Format::ALL.len(), page, action);
            ControlFlow::Break(None)
        }
        Some(&mut Screen::Export { selected }) if action == Action::Activate => {
            ControlFlow::Break(export::export(model, selected))
        }
        _ => ControlFlow::Continue(()),
    }
}

fn other(pane: Pane) -> Pane {
    match pane {
        Pane::Families => Pane::Findings,
        Pane::Findings => Pane::Families,
    }
}

fn turn_to(model: &mut Model, pane: Pane) {
    model.audit.pane = pane;
}

fn toggle(model: &mut Model, severity: Severity) {
    let muted = &mut model.audit.muted;
    if !muted.remove(&severity) {
        muted.insert(severity);
    }
    model.audit.regroup();
}

fn hide_rule(model: &mut Model) {
    match model.audit.rule().filter(|_| model.audit.pane == Pane::Findings) {
        Some(rule) => {
            model.audit.hidden.insert(rule);
            model.audit.regroup();
        }
        None => say(model, Tone::Note, model.words.no_finding.to_owned()),
    }
}

/// Lays the rule of the selected row over the audit, with the finding.
fn explain(model: &mut Model) {
    match model.audit.rule().filter(|_| model.audit.pane == Pane::Findings) {
        Some(rule) => model.push(Screen::Rule { rule, first: 0 }),
        None => say(model, Tone::Note, model.words.no_finding.to_owned()),
    }
}

/// Turns to the next account of a finding that is about several.
fn turn_account(model: &mut Model) {
    let audit = &model.audit;
    let count = audit.finding().map_or(0, |item| item.finding.subject.accounts().len());
    if count > 1 && audit.pane == Pane::Findings {
        model.audit.account = (model.audit.account + 1) % count;
    }
}

/// Does what Enter does there.
fn activate(model: &mut Model) -> Option<Effect> {
    if model.audit.is_typing {
        model.audit.is_typing = false;
        turn_to(model, Pane::Findings);
        complain(model);
        return None;
    }
    if model.audit.pane == Pane::Families {
        turn_to(model, Pane::Findings);
        return None;
    }
    match model.audit.row()? {
        Row::Rule(_) => turn_over(model),
        Row::Finding(_) => {
            let account = model.audit.account();
            let subject = model.audit.finding()?.finding.subject.clone();
            let organisation = match (&subject, account, model.directory()) {
                (Subject::Family(..), ..) => {
                    show_conventions(model);
                    return None;
                }
                (_, Some(account), Some(directory)) => directory.account(account).organisation,
                (_, _, directory) => subject.organisation(directory?)?,
            };
            jump(model, organisation, account);
        }
    }
    None
}

/// Shows the conventions of the family that the selected finding is about, or that is selected; there
/// the account that it is about.
pub(in crate::tui) fn show_conventions(model: &mut Model) {
    let audit = &model.audit;
    let finding = audit.finding().filter(|_| audit.pane == Pane::Findings);
    if let Some(Subject::Family(family, platform)) = finding.map(|item| &item.finding.subject) {
        let (family, platform) = (*family, *platform);
        model.push(Screen::Conventions);
        model.conventions.turn_to_platform(family, platform);
        return;
    }
    let Some(directory) = model.directory() else {
        return;
    };
    let organisation = finding.and_then(|item| item.finding.subject.organisation(directory));
    let kind = organisation.map(|it| Family::Kind(directory.organisation(it).kind));
    let account = audit.account();
    match audit.family.or(kind) {
        Some(family) => {
            model.push(Screen::Conventions);
            model.conventions.turn_to(family, account);
        }
        None => conventions::show(model),
    }
}

/// Leaves the filter, whether typed or done, the findings where they are alone, and then the audit.
fn back(model: &mut Model) {
    let is_narrow = layout::audit::places(model).is_single();
    let audit = &mut model.audit;
    let was_typing = std::mem::take(&mut audit.is_typing);
    if !audit.filter.is_empty() {
        audit.filter.clear();
        read_filter(model);
    } else if was_typing {
    } else if is_narrow && audit.pane == Pane::Findings {
        audit.pane = Pane::Families;
    } else {
        model.pop();
    }
}

/// The filter, while it is typed.
pub(in crate::tui) fn line(model: &mut Model) -> Option<&mut Editor> {
    model.audit.is_typing.then_some(&mut model.audit.filter)
}

/// Puts a text into the filter, while that is typed.
pub(in crate::tui) fn insert(model: &mut Model, text: &str) {
    if model.audit.is_typing {
        filter(model, |filter| filter.insert(text));
    }
}

/// Edits the filter, while that is typed.
pub(in crate::tui) fn edit(model: &mut Model, action: Action) {
    if model.audit.is_typing {
        filter(model, |filter| edit_line(filter, action));
    }
}

/// Changes what is typed as a filter.
fn filter(model: &mut Model, change: impl FnOnce(&mut Editor)) {
    change(&mut model.audit.filter);
    read_filter(model);
    // What is still being typed may become a condition.
    if model.audit.filter.text().ends_with(' ') {
        complain(model);
    }
}

/// Reads the filter, and shows what it lets through.
fn read_filter(model: &mut Model) {
    model.audit.sought = Sought::read(&model.audit.filter.text(), model);
    model.audit.regroup();
}

/// Says what is wrong with the filter, if something is.
fn complain(model: &mut Model) {
    if let Some(fault) = model.audit.sought.fault.clone() {
        say(model, Tone::Note, fault);
    }
}

/// Completes the condition that is typed; where there is more than one way, as far as they agree, and says which
/// there are.
fn complete(model: &mut Model) {
    let Some(directory) = model.directory() else { return };
    let found = Filter::complete(model.audit.filter.parts().0, directory, model.words.language);
    filter(model, |filter| filter.insert(&found.added));
    if found.choices.len() > 1 {
        say(model, Tone::Note, found.choices.join("  "));
    }
}

/// Keeps what is selected on something that is there, and on screen.
pub(in crate::tui) fn settle(model: &mut Model) {
    if !model.is_auditing() {
        return;
    }
    let places = layout::audit::places(model);
    let slots = layout::audit::slots(&model.audit, places.entry_height);
    let audit = &mut model.audit;
    let rows = audit.grouped.rows.len();
    audit.selected = audit.selected.min(rows.saturating_sub(1));
    let height = usize::from(places.findings.height);
    if height > 0 {
        audit.first = first_visible(audit.first, audit.selected, height, rows);
    }
    let height = usize::from(places.families.height);
    if height > 0 {
        audit.first_family = layout::audit::first(audit, &slots, height);
    }
}
