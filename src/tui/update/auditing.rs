//! The audit: families, findings, filter, export.

mod jumping;
mod moving;
mod telling;

use super::super::editor::Editor;
use super::super::keys::Action;
use super::super::layout::first_visible;
use super::super::message::Effect;
use super::super::model::auditing::{Pane, Row};
use super::super::model::{Model, Overlay, Tone};
use super::super::review::Reviewed;
use super::super::view::audit;
use super::{conventions, say};
use crate::audit::{Family, Severity, Subject};
pub(super) use jumping::{come_back, is_away, jump};
pub(super) use moving::{click, move_by, wheel};
pub(super) use telling::{exported, show_export};

/// Shows the audit where it was left, or leaves it; from the channels of an organisation with that
/// selected, and all under it.
pub(super) fn show(model: &mut Model) -> Option<Effect> {
    if is_away(model) {
        return come_back(model);
    }
    if model.overlay == Some(Overlay::Audit) {
        model.lift();
        return None;
    }
    if let Some(organisation) = model.organisation().filter(|_| model.inside) {
        model.auditing.own = Some(organisation);
        choose(model, Some(Family::Under(organisation)));
    }
    model.auditing.is_typing = false;
    model.lay(Overlay::Audit);
    None
}

/// Asks the thread for what is looked at and not yet known, unless it was asked just that.
pub(super) fn ask(model: &mut Model) -> Option<Effect> {
    if !model.is_auditing() || model.catalogue.is_none() {
        return None;
    }
    let auditing = &mut model.auditing;
    let wanted = auditing.wanted()?;
    if auditing.outstanding.as_ref() == Some(&wanted) {
        return None;
    }
    auditing.generation += 1;
    auditing.outstanding = Some(wanted.clone());
    Some(Effect::Review { generation: auditing.generation, wanted })
}

/// Takes in what a review came to, unless it answers an earlier question.
pub(super) fn reviewed(model: &mut Model, generation: u64, reviewed: Reviewed) {
    let auditing = &mut model.auditing;
    if generation != auditing.generation || auditing.outstanding.take().is_none() {
        return;
    }
    match reviewed {
        Reviewed::Families(entries) => {
            auditing.entries = entries;
            if auditing.entry().is_none() {
                choose(model, None);
            }
        }
        Reviewed::Findings(family, review) => {
            if auditing.is_old {
                auditing.is_old = false;
                auditing.reviews.clear();
            }
            auditing.reviews.insert(family, review);
            if family == auditing.family {
                auditing.regroup();
                find_again(model);
            }
        }
        Reviewed::Tallies(tallies) => {
            auditing.has_old_tallies = false;
            auditing.tallies.extend(tallies);
        }
    }
}

/// The directory changed: all is worked out anew, and the selected finding stays selected. What was
/// found stays on screen until then.
pub(super) fn outdated(model: &mut Model) {
    if let Some(directory) = model.directory() {
        let fingerprint = model.auditing.finding().map(|told| told.finding.fingerprint(directory));
        model.auditing.kept = model.auditing.rule().map(|rule| (rule, fingerprint));
    }
    let auditing = &mut model.auditing;
    auditing.generation += 1;
    auditing.outstanding = None;
    auditing.is_old = true;
    auditing.has_old_tallies = true;
}

/// Selects the finding that was selected before all was worked out anew.
fn find_again(model: &mut Model) {
    let Some((rule, fingerprint)) = model.auditing.kept.take() else {
        return;
    };
    let Some(directory) = model.catalogue.as_ref().map(|catalogue| &catalogue.directory) else {
        return;
    };
    let auditing = &mut model.auditing;
    let review = auditing.review().unwrap_or_default();
    let is_it = |row: &Row| match (row, &fingerprint) {
        (Row::Rule(it), None) => *it == rule,
        (Row::Finding(number), Some(fingerprint)) => review.get(*number).is_some_and(|told| {
            told.finding.rule() == rule && told.finding.fingerprint(directory) == *fingerprint
        }),
        _ => false,
    };
    let rows = &auditing.grouped.rows;
    let of_rule = || rows.iter().position(|row| *row == Row::Rule(rule));
    if let Some(found) = rows.iter().position(is_it).or_else(of_rule) {
        auditing.selected = found;
    }
}

/// Selects a family.
fn choose(model: &mut Model, family: Option<Family>) {
    let auditing = &mut model.auditing;
    if auditing.family != family {
        auditing.family = family;
        auditing.grouped = super::super::model::auditing::Grouped::default();
        auditing.selected = 0;
        auditing.first = 0;
        auditing.account = 0;
        auditing.kept = None;
        auditing.regroup();
    }
}

/// Does what a key does in the audit; whether it is one of the audit's own.
pub(super) fn act(model: &mut Model, action: Action) -> bool {
    match action {
        Action::Into => turn_to(model, other(model.auditing.pane)),
        Action::Search => model.auditing.is_typing = true,
        Action::Errors => toggle(model, Severity::Error),
        Action::Warnings => toggle(model, Severity::Warning),
        Action::Notes => toggle(model, Severity::Note),
        Action::HideRule => hide_rule(model),
        Action::AllRules => {
            model.auditing.hidden.clear();
            model.auditing.regroup();
        }
        Action::Fold => fold(model),
        Action::Unfold => unfold(model),
        Action::Turn => turn_over(model),
        Action::FoldAll => fold_all(model),
        Action::Explain => explain(model),
        Action::Next => turn_account(model),
        _ => return false,
    }
    true
}

fn other(pane: Pane) -> Pane {
    match pane {
        Pane::Families => Pane::Findings,
        Pane::Findings => Pane::Families,
    }
}

fn turn_to(model: &mut Model, pane: Pane) {
    model.auditing.pane = pane;
}

fn toggle(model: &mut Model, severity: Severity) {
    let muted = &mut model.auditing.muted;
    if !muted.remove(&severity) {
        muted.insert(severity);
    }
    model.auditing.regroup();
}

fn hide_rule(model: &mut Model) {
    match model.auditing.rule().filter(|_| model.auditing.pane == Pane::Findings) {
        Some(rule) => {
            model.auditing.hidden.insert(rule);
            model.auditing.regroup();
        }
        None => say(model, Tone::Note, model.words.screen.no_finding.to_owned()),
    }
}

/// Folds the findings of the selected rule; where they are, goes to the families.
fn fold(model: &mut Model) {
    match model.auditing.row().filter(|_| model.auditing.pane == Pane::Findings) {
        Some(Row::Finding(_)) => set_folded(model, true),
        Some(Row::Rule(_)) if !is_folded(model) => set_folded(model, true),
        _ => turn_to(model, Pane::Families),
    }
}

/// Goes to the findings; there unfolds those of the selected rule, or goes to the first of them.
fn unfold(model: &mut Model) {
    if model.auditing.pane == Pane::Families {
        turn_to(model, Pane::Findings);
    } else if matches!(model.auditing.row(), Some(Row::Rule(_))) {
        if is_folded(model) {
            set_folded(model, false);
        } else {
            model.auditing.selected += 1;
            model.auditing.account = 0;
        }
    }
}

fn turn_over(model: &mut Model) {
    if model.auditing.pane == Pane::Families {
        turn_to(model, Pane::Findings);
    } else {
        let is_folded = is_folded(model);
        set_folded(model, !is_folded);
    }
}

fn is_folded(model: &Model) -> bool {
    let group = model.auditing.rule().and_then(|rule| model.auditing.grouped.group(rule));
    group.is_some_and(|group| group.is_folded)
}

fn set_folded(model: &mut Model, is_folded: bool) {
    if let Some(rule) = model.auditing.rule() {
        model.auditing.folded.insert(rule, is_folded);
        model.auditing.regroup();
    }
}

/// Unfolds all rules, or where all are, folds them.
fn fold_all(model: &mut Model) {
    let auditing = &mut model.auditing;
    let is_any_folded = auditing.grouped.groups.iter().any(|group| group.is_folded);
    let rules = auditing.grouped.groups.iter().map(|group| (group.rule, !is_any_folded));
    auditing.folded.extend(rules);
    auditing.regroup();
}

/// Lays the rule of the selected row over the audit, with the finding.
fn explain(model: &mut Model) {
    match model.auditing.rule().filter(|_| model.auditing.pane == Pane::Findings) {
        Some(rule) => model.lay(Overlay::Rule { rule, first: 0 }),
        None => say(model, Tone::Note, model.words.screen.no_finding.to_owned()),
    }
}

/// Turns to the next account of a finding that is about several.
fn turn_account(model: &mut Model) {
    let auditing = &model.auditing;
    let count = auditing.finding().map_or(0, |told| told.finding.subject.accounts().len());
    if count > 1 && auditing.pane == Pane::Findings {
        model.auditing.account = (model.auditing.account + 1) % count;
    }
}

/// Does what Enter does there.
pub(super) fn activate(model: &mut Model) -> Option<Effect> {
    if let Some(Overlay::Export { selected }) = model.overlay {
        return telling::export(model, selected);
    }
    if model.auditing.is_typing {
        model.auditing.is_typing = false;
        turn_to(model, Pane::Findings);
        return None;
    }
    if model.auditing.pane == Pane::Families {
        turn_to(model, Pane::Findings);
        return None;
    }
    match model.auditing.row()? {
        Row::Rule(_) => turn_over(model),
        Row::Finding(_) => {
            let account = model.auditing.account();
            let subject = model.auditing.finding()?.finding.subject.clone();
            let organisation = match (&subject, account, model.directory()) {
                (Subject::Family(..), ..) => return show_conventions(model),
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
pub(super) fn show_conventions(model: &mut Model) -> Option<Effect> {
    let auditing = &model.auditing;
    let finding = auditing.finding().filter(|_| auditing.pane == Pane::Findings);
    if let Some(Subject::Family(family, platform)) = finding.map(|told| &told.finding.subject) {
        let (family, platform) = (*family, *platform);
        model.lay(Overlay::Conventions);
        model.conventions.turn_to_platform(family, platform);
        return None;
    }
    let directory = model.directory()?;
    let organisation = finding.and_then(|told| told.finding.subject.organisation(directory));
    let kind = organisation.map(|it| Family::Kind(directory.organisation(it).kind));
    let account = auditing.account();
    match auditing.family.or(kind) {
        Some(family) => {
            model.lay(Overlay::Conventions);
            model.conventions.turn_to(family, account);
            None
        }
        None => conventions::show(model),
    }
}

/// Leaves the filter, whether typed or done, the findings where they are alone, and then the audit;
/// whether it was on top.
pub(super) fn back(model: &mut Model) -> bool {
    if model.overlay != Some(Overlay::Audit) {
        return false;
    }
    let is_narrow = audit::places(model).is_single();
    let auditing = &mut model.auditing;
    let was_typing = std::mem::take(&mut auditing.is_typing);
    if !auditing.filter.is_empty() {
        auditing.filter.clear();
        auditing.regroup();
    } else if was_typing {
        return true;
    } else if is_narrow && auditing.pane == Pane::Findings {
        auditing.pane = Pane::Families;
    } else {
        model.lift();
    }
    true
}

/// Changes what is typed as a filter.
pub(super) fn filter(model: &mut Model, change: impl FnOnce(&mut Editor)) {
    change(&mut model.auditing.filter);
    model.auditing.regroup();
}

/// Keeps what is selected on something that is there, and on screen.
pub(super) fn settle(model: &mut Model) {
    if !model.is_auditing() {
        return;
    }
    let places = audit::places(model);
    let slots = audit::families::slots(&model.auditing, places.entry_height);
    let auditing = &mut model.auditing;
    let rows = auditing.grouped.rows.len();
    auditing.selected = auditing.selected.min(rows.saturating_sub(1));
    let height = usize::from(places.findings.height);
    if height > 0 {
        auditing.first = first_visible(auditing.first, auditing.selected, height, rows);
    }
    let height = usize::from(places.families.height);
    if height > 0 {
        auditing.first_family = audit::families::first(auditing, &slots, height);
    }
}
