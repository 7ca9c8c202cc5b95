//! The conventions of a family.

use ratatui::layout::Position;

use super::super::keys::{Action, Focus};
use super::super::layout::first_visible;
use super::super::message::Effect;
use super::super::model::customs::{Pane, Stage};
use super::super::model::{Model, Overlay};
use super::super::view::conventions::{self, Spot};
use super::auditing::jump;
use super::moved;
use crate::audit::Family;
use crate::audit::conventions::report::{ConventionReport, Pattern};
use crate::channel::Channel;

/// Shows those of the selected organisation's kind; from its channels, where the account stands.
pub(super) fn show(model: &mut Model) -> Option<Effect> {
    let directory = model.directory()?;
    let account = match (model.inside, model.current()) {
        (true, Some(Channel::Account(account))) => Some(account),
        _ => None,
    };
    let owner = account.map(|account| directory.account(account).organisation);
    let kind = |organisation| Family::Kind(directory.organisation(organisation).kind);
    // With nothing selected, the reader stays where they were, or begins at the first.
    let family = owner
        .or_else(|| model.organisation())
        .map(kind)
        .or(model.customs.family)
        .or_else(|| directory.organisation_indexes().next().map(kind))?;
    model.lay(Overlay::Conventions);
    model.customs.turn_to(family, account);
    None
}

/// What Enter does there: from a template to its accounts, from an account to its organisation, where
/// Esc leads back.
pub(super) fn activate(model: &mut Model) -> Option<Effect> {
    let Some(account) = model.customs.acted_on() else {
        turn(model);
        return None;
    };
    let organisation = model.directory()?.account(account).organisation;
    jump(model, organisation, Some(account));
    None
}

/// Goes from the templates to the accounts of the selected one, or back.
pub(super) fn turn(model: &mut Model) {
    let customs = &mut model.customs;
    customs.pane = match customs.pane {
        Pane::Patterns => Pane::Accounts,
        Pane::Accounts => Pane::Patterns,
    };
}

/// Goes back from the accounts to the templates; whether the reader was there.
pub(super) fn leave(model: &mut Model) -> bool {
    let is_there = model.focus() == Focus::Conventions && model.customs.pane == Pane::Accounts;
    if is_there {
        model.customs.pane = Pane::Patterns;
    }
    is_there
}

/// Goes to the next platform, or back to the one before; round where there are no more.
pub(super) fn turn_platform(model: &mut Model, forward: bool) {
    let customs = &mut model.customs;
    let count = customs.surveys().map_or(0, <[ConventionReport]>::len);
    if let Some(at) = customs.position() {
        let step = if forward { 1 } else { count - 1 };
        customs.select_platform((at + step) % count);
    }
}

/// Moves in the half that has the keys.
pub(super) fn move_by(model: &mut Model, action: Action) {
    let page = conventions::page(model);
    let customs = &mut model.customs;
    match customs.pane {
        Pane::Patterns => {
            let count = customs.survey().map_or(0, |survey| survey.patterns.len());
            customs.select_pattern(moved(customs.pattern, count, page, action));
        }
        Pane::Accounts => {
            let count = customs.pattern().map_or(0, Pattern::len);
            customs.account = moved(customs.account, count, page, action);
        }
    }
}

/// A click selects what it is on, and gives the keys to that half.
pub(super) fn click(model: &mut Model, position: Position) {
    let spot = conventions::spot(model, position);
    let customs = &mut model.customs;
    match spot {
        Some(Spot::Platform(platform)) => customs.select_platform(platform),
        Some(Spot::Pattern(pattern)) => {
            customs.select_pattern(pattern);
            customs.pane = Pane::Patterns;
        }
        Some(Spot::Account(account)) => {
            customs.account = account;
            customs.pane = Pane::Accounts;
        }
        None => {}
    }
}

/// Takes in what was reckoned, unless it answers an earlier question.
pub(super) fn mined(model: &mut Model, generation: u64, surveys: Vec<ConventionReport>) {
    let customs = &mut model.customs;
    if generation == customs.generation && customs.stage == Stage::Asked {
        customs.take(surveys);
    }
}

/// Asks the thread that reckons, where it is still to be asked.
pub(super) fn ask(model: &mut Model) -> Option<Effect> {
    let customs = &mut model.customs;
    let family = customs.family.filter(|_| customs.stage == Stage::ToAsk)?;
    customs.stage = Stage::Asked;
    Some(Effect::Mine { generation: customs.generation, family })
}

/// Says that the directory has changed, so that all is reckoned anew.
pub(super) fn outdated(model: &mut Model) {
    model.customs.outdate();
}

/// Keeps every selection on something that is there, and on screen.
pub(super) fn settle(model: &mut Model) {
    model.customs.settle();
    let rows = conventions::rows(model);
    let customs = &mut model.customs;
    let count = customs.survey().map_or(0, |survey| survey.patterns.len());
    if rows > 0 {
        customs.first = first_visible(customs.first, customs.pattern, rows, count);
    }
}
