//! What keys do where it is told who is where.

use std::ops::ControlFlow;

use ratatui::layout::Position;

use crate::filter::Filter;
use crate::tui::job::{Job, JobKind};
use crate::tui::keys::Action;
use crate::tui::layout::first_visible;
use crate::tui::layout::presence::{self, Spot};
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::audit::update::jump;
use crate::tui::screens::presence::export;
use crate::tui::screens::presence::job::PresenceAnswer;
use crate::tui::screens::presence::state::{Line, View};
use crate::tui::update::doors::looked_at;
use crate::tui::update::typing::edit_line;
use crate::tui::update::{moved, say};
use crate::tui::widgets::editor::Editor;

/// Shows who is where: what the question asks for by conditions, or else what was looked at last; with the
/// organisation selected that the reader looks at.
pub(in crate::tui) fn show(model: &mut Model) {
    let query = model.browse.query.text();
    let asks = |directory| !Filter::places(&query, directory).is_empty();
    if model.directory().is_some_and(asks) {
        model.presence.filter = Editor::with(query.trim());
    }
    if let Some(organisation) = looked_at(model) {
        model.presence.look_for(organisation);
    }
    model.push(Screen::Presence);
    read(model);
}

/// Does what a key does there, if that is one of its own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    if model.presence.is_typing {
        match action {
            Action::Activate => model.presence.is_typing = false,
            Action::Complete => complete(model),
            Action::Back => back(model),
            _ => return ControlFlow::Continue(()),
        }
        return ControlFlow::Break(None);
    }
    match action {
        Action::Activate => activate(model),
        Action::Search => model.presence.is_typing = true,
        Action::Next => turn(model, 1),
        Action::Previous => turn(model, View::ALL.len() - 1),
        Action::CursorLeft => move_column(model, Action::Up),
        Action::CursorRight => move_column(model, Action::Down),
        Action::Sort => sort(model),
        Action::Group => group(model),
        Action::Turn => leave(model),
        Action::MoveTo => go_to(model),
        Action::Export => return ControlFlow::Break(export::begin(model)),
        Action::Back => back(model),
        Action::PageUp | Action::PageDown if model.presence.view != View::Map => {
            scroll(model, action);
        }
        _ if action.moves() && model.presence.is_read() => scroll(model, action),
        _ if action.moves() => move_by(model, action),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// Goes to the organisation of the selected cell, and to its account there; Esc leads back.
fn activate(model: &mut Model) {
    match model.presence.view {
        View::Map => {}
        View::WhatIf => return leave(model),
        View::Platforms => return show_on_map(model),
        View::Numbers | View::Changes => return,
    }
    if let Some(organisation) = model.presence.organisation() {
        let account = model.account_on_map();
        jump(model, organisation, account);
    }
}

/// Goes from a platform to its column of the map.
fn show_on_map(model: &mut Model) {
    let presence = &mut model.presence;
    let chosen = presence.choice.checked_sub(1);
    let overview = presence.platforms().zip(presence.map());
    let column = chosen.zip(overview).and_then(|(at, (overview, map))| {
        let platform = overview.platforms.get(at)?.platform;
        map.platforms.iter().position(|it| *it == platform)
    });
    if let Some(column) = column {
        presence.column = column;
        presence.view = View::Map;
    }
}

fn turn(model: &mut Model, by: usize) {
    let presence = &mut model.presence;
    presence.view = presence.view.turned(by);
    presence.scrolled = 0;
}

fn move_by(model: &mut Model, action: Action) {
    let page = presence::page(model);
    match model.presence.view {
        View::Map => {
            let rows = model.presence.map().map_or(0, |map| map.organisations.len());
            model.presence.row = moved(model.presence.row, rows, page, action);
        }
        View::Numbers | View::Changes => {}
        View::Platforms => {
            let lines = model.presence.platforms().map_or(0, |it| it.platforms.len() + 1);
            model.presence.choice = moved(model.presence.choice, lines, page, action);
            model.presence.scrolled = 0;
        }
        View::WhatIf => {
            let platforms = model.presence.map().map_or(0, |map| map.platforms.len());
            model.presence.column = moved(model.presence.column, platforms, page, action);
        }
    }
}

/// Moves through what is left; drawing stops at its end.
fn scroll(model: &mut Model, action: Action) {
    let page = usize::from(presence::places(model).detail.height).saturating_sub(1).max(1);
    // Up from below the end begins at the end.
    let last = presence::told_height(model).saturating_sub(page + 1);
    let scrolled = &mut model.presence.scrolled;
    *scrolled = moved((*scrolled).min(last), last + 1, page, action);
}

fn move_column(model: &mut Model, action: Action) {
    let columns = model.presence.map().map_or(0, |map| map.platforms.len());
    model.presence.column = moved(model.presence.column, columns, 1, action);
}

fn sort(model: &mut Model) {
    model.presence.sort();
    let order = presence::order(model.words, model.presence.arrangement.order);
    say(model, Tone::Note, model.words.presence_sorted(order));
}

fn group(model: &mut Model) {
    model.presence.group();
    let grouping = presence::grouping(model.words, model.presence.arrangement.grouping);
    say(model, Tone::Note, grouping.to_owned());
}

/// Puts the selected platform among those to be left, or takes it back.
fn leave(model: &mut Model) {
    let is_chosen = matches!(model.presence.view, View::Map | View::WhatIf);
    let Some(platform) = model.presence.platform().filter(|_| is_chosen) else { return };
    model.presence.turn(platform);
    if model.presence.view == View::Map {
        let names = presence::left(model).join(", ");
        let words = model.words;
        let said = if names.is_empty() {
            words.presence_leave_none.to_owned()
        } else {
            words.presence_leave(&names)
        };
        say(model, Tone::Note, said);
    }
}

fn go_to(model: &mut Model) {
    if let Some(platform) = model.presence.platform() {
        model.presence.go_to(platform);
        model.presence.view = View::WhatIf;
    }
}

/// Takes the filter back, and then leaves.
fn back(model: &mut Model) {
    let was_typing = std::mem::take(&mut model.presence.is_typing);
    if !model.presence.filter.is_empty() {
        model.presence.filter.clear();
        read(model);
    } else if !was_typing {
        model.pop();
    }
}

/// A click selects.
pub(in crate::tui) fn click(model: &mut Model, position: Position) {
    match presence::spot(model, position) {
        Some(Spot::View(view)) => {
            model.presence.view = view;
            model.presence.scrolled = 0;
        }
        Some(Spot::Platform(choice)) if model.presence.view == View::Platforms => {
            model.presence.choice = choice;
        }
        Some(Spot::Platform(column)) => model.presence.column = column,
        Some(Spot::Cell(row, column)) => {
            model.presence.row = row;
            model.presence.column = column.unwrap_or(model.presence.column);
        }
        None => {}
    }
}

/// The filter, while it is typed.
pub(in crate::tui) fn line(model: &mut Model) -> Option<&mut Editor> {
    model.presence.is_typing.then_some(&mut model.presence.filter)
}

/// Puts a text into the filter, while that is typed.
pub(in crate::tui) fn insert(model: &mut Model, text: &str) {
    if model.presence.is_typing {
        model.presence.filter.insert(text);
        read(model);
    }
}

/// Edits the filter, while that is typed.
pub(in crate::tui) fn edit(model: &mut Model, action: Action) {
    if model.presence.is_typing {
        edit_line(&mut model.presence.filter, action);
        read(model);
    }
}

/// Completes the condition that is typed; where there is more than one way, as far as they agree, and says which
/// there are.
fn complete(model: &mut Model) {
    let Some(directory) = model.directory() else { return };
    let (before, _) = model.presence.filter.parts();
    let found = Filter::complete(before, directory, model.words.language);
    let said = (found.choices.len() > 1).then(|| found.choices.join("  "));
    model.presence.filter.insert(&found.added);
    if let Some(said) = said {
        say(model, Tone::Note, said);
    }
    read(model);
}

fn read(model: &mut Model) {
    if let Some(catalogue) = model.catalogue.clone() {
        model.presence.read(&catalogue.directory, &model.settings);
    }
}

/// Takes in what was worked out.
pub(in crate::tui) fn answered(model: &mut Model, answer: PresenceAnswer) {
    model.presence.take(answer);
}

/// Asks the thread for what is on screen and not yet known, unless it was asked just that.
pub(in crate::tui) fn ask(model: &mut Model) {
    if !model.shows_presence() || model.catalogue.is_none() {
        return;
    }
    let Some(job) = model.presence.wanted().map(Job::Presence) else {
        if model.jobs.is_outstanding(JobKind::Presence) {
            model.jobs.cancel(JobKind::Presence);
        }
        return;
    };
    if !model.jobs.is_asked(&job) {
        model.jobs.queue(job);
    }
}

/// Says that the directory has changed, so that all is reckoned anew.
pub(in crate::tui) fn outdated(model: &mut Model) {
    model.presence.outdate();
    model.jobs.cancel(JobKind::Presence);
    read(model);
}

/// Keeps what is selected on something that is there, and on screen.
pub(in crate::tui) fn settle(model: &mut Model) {
    if !model.shows_presence() {
        return;
    }
    let (rows, columns) =
        model.presence.map().map_or((0, 0), |map| (map.organisations.len(), map.platforms.len()));
    let places = presence::places(model);
    let shown = presence::columns(model).shown;
    let presence = &mut model.presence;
    presence.row = presence.row.min(rows.saturating_sub(1));
    presence.column = presence.column.min(columns.saturating_sub(1));
    let choices = presence.platforms().map_or(0, |it| it.platforms.len());
    presence.choice = presence.choice.min(choices);
    let height = usize::from(places.list.height);
    if height > 0 {
        let line = presence.line_of(presence.row);
        // The heading above the first of a group comes with it, where there is room for both.
        let above = line.checked_sub(1).map(|above| presence.line(above));
        let is_headed = matches!(above, Some(Some(Line::Heading(_)))) && height > 1;
        let first = if is_headed { presence.first.min(line - 1) } else { presence.first };
        presence.first = first_visible(first, line, height, presence.lines());
    }
    if shown > 0 {
        presence.first_column =
            first_visible(presence.first_column, presence.column, shown, columns);
    }
}
