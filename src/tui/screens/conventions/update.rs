//! The conventions of a family.

use std::ops::ControlFlow;

use ratatui::layout::Position;

use crate::audit::Family;
use crate::audit::conventions::report::{ConventionReport, Pattern};
use crate::channel::Channel;
use crate::tui::job::{Job, JobKind};
use crate::tui::keys::Action;
use crate::tui::layout::conventions::{self, Spot};
use crate::tui::layout::first_visible;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::screens::audit::update::jump;
use crate::tui::screens::conventions::state::Pane;
use crate::tui::update::moved;

/// Shows those of the selected organisation's kind; from its channels, where the account stands.
pub(in crate::tui) fn show(model: &mut Model) {
    let Some(directory) = model.directory() else {
        return;
    };
    let account = match (model.browse.inside, model.current()) {
        (true, Some(Channel::Account(account))) => Some(account),
        _ => None,
    };
    let owner = account.map(|account| directory.account(account).organisation);
    let kind = |organisation| Family::Kind(directory.organisation(organisation).kind);
    // With nothing selected, the reader stays where they were, or begins at the first.
    let family = owner
        .or_else(|| model.organisation())
        .map(kind)
        .or(model.conventions.family)
        .or_else(|| directory.organisation_indexes().next().map(kind));
    if let Some(family) = family {
        model.push(Screen::Conventions);
        model.conventions.turn_to(family, account);
    }
}

/// Does what a key does there, if that is one of the conventions' own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate => activate(model),
        Action::Next => turn_platform(model, true),
        Action::Previous => turn_platform(model, false),
        Action::Into => turn(model),
        Action::Back if model.conventions.pane == Pane::Accounts => {
            model.conventions.pane = Pane::Patterns;
        }
        _ if action.moves() => move_by(model, action),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// What Enter does there: from a template to its accounts, from an account to its organisation, where
/// Esc leads back.
fn activate(model: &mut Model) {
    let Some((account, directory)) = model.conventions.acted_on().zip(model.directory()) else {
        turn(model);
        return;
    };
    let organisation = directory.account(account).organisation;
    jump(model, organisation, Some(account));
}

/// Goes from the templates to the accounts of the selected one, or back.
fn turn(model: &mut Model) {
    let conventions = &mut model.conventions;
    conventions.pane = match conventions.pane {
        Pane::Patterns => Pane::Accounts,
        Pane::Accounts => Pane::Patterns,
    };
}

/// Goes to the next platform, or back to the one before; round where there are no more.
fn turn_platform(model: &mut Model, forward: bool) {
    let conventions = &mut model.conventions;
    let count = conventions.reports().map_or(0, <[ConventionReport]>::len);
    if let Some(at) = conventions.position() {
        let step = if forward { 1 } else { count - 1 };
        conventions.select_platform((at + step) % count);
    }
}

/// Moves in the half that has the keys.
fn move_by(model: &mut Model, action: Action) {
    let page = conventions::page(model);
    let conventions = &mut model.conventions;
    match conventions.pane {
        Pane::Patterns => {
            let count = conventions.report().map_or(0, |report| report.patterns.len());
            conventions.select_pattern(moved(conventions.pattern, count, page, action));
        }
        Pane::Accounts => {
            let count = conventions.pattern().map_or(0, Pattern::len);
            conventions.account = moved(conventions.account, count, page, action);
        }
    }
}

/// A click selects what it is on, and gives the keys to that half.
pub(in crate::tui) fn click(model: &mut Model, position: Position) {
    let spot = conventions::spot(model, position);
    let conventions = &mut model.conventions;
    match spot {
        Some(Spot::Platform(platform)) => conventions.select_platform(platform),
        Some(Spot::Pattern(pattern)) => {
            conventions.select_pattern(pattern);
            conventions.pane = Pane::Patterns;
        }
        Some(Spot::Account(account)) => {
            conventions.account = account;
            conventions.pane = Pane::Accounts;
        }
        None => {}
    }
}

/// Asks the thread for what is on screen and not yet known, unless it was asked just that.
pub(in crate::tui) fn ask(model: &mut Model) {
    let Some(job) = model.conventions.wanted().map(Job::Conventions) else {
        if model.jobs.is_outstanding(JobKind::Conventions) {
            model.jobs.cancel(JobKind::Conventions);
        }
        return;
    };
    if !model.jobs.is_asked(&job) {
        model.jobs.queue(job);
    }
}

/// Says that the directory has changed, so that all is reckoned anew.
pub(in crate::tui) fn outdated(model: &mut Model) {
    model.conventions.outdate();
    model.jobs.cancel(JobKind::Conventions);
}

/// Keeps every selection on something that is there, and on screen.
pub(in crate::tui) fn settle(model: &mut Model) {
    if model.screen() != Some(&Screen::Conventions) {
        return;
    }
    model.conventions.settle();
    let rows = conventions::rows(model);
    let conventions = &mut model.conventions;
    let count = conventions.report().map_or(0, |report| report.patterns.len());
    if rows > 0 {
        conventions.first = first_visible(conventions.first, conventions.pattern, rows, count);
    }
}
