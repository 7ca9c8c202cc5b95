//! From messages to a changed model: no terminal, no files, no clock.

pub mod doors;
mod mouse;
pub(in crate::tui) mod opening;
pub(in crate::tui) mod typing;

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::tui::favourites::update as favourites;
use crate::tui::history::update as history;
use crate::tui::keys::{Action, Focus};
use crate::tui::layout::{self, first_visible};
use crate::tui::message::{Effect, Ending, Msg};
use crate::tui::model::{Catalogue, Model, Screen, Status, Tone};
use crate::tui::picking;
use crate::tui::screens;
use crate::tui::screens::audit::update as audit;
use crate::tui::screens::check::update as check;
use crate::tui::screens::review::update as review;
use crate::tui::screens::search::update as search;
use crate::tui::screens::start::update as start;

/// Takes a message in; what is to be done outside comes back.
pub fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    let is_from_reader = is_from_reader(&msg);
    let is_back = matches!(msg, Msg::Do(Action::Back));
    // What went wrong or is asked lies over all else: Esc takes that away first.
    let is_told = is_back && model.status.as_ref().is_some_and(|it| it.tone != Tone::Note);
    let is_told = is_told && !model.is_leaving;
    model.is_leaving &= is_back || !is_from_reader;
    if matches!(msg, Msg::Do(_) | Msg::Type(_) | Msg::Burst(_) | Msg::Click { .. }) {
        model.status = None;
    }
    if takes_back(&msg) && model.confirming.take().is_some() {
        // Nor must it stay to be read, beside a selection that it is not about.
        model.status = None;
    }
    let question = model.status.clone().filter(|_| model.confirming.is_some());
    let keeps_text = keeps_text(model, &msg);
    let before = history::Before::of(model, &msg);
    let effect = if is_told { None } else { take(model, msg) };
    before.follow(model, effect.as_ref());
    if !is_from_reader {
        keep_asking(model, question);
    }
    settle(model);
    if !keeps_text {
        model.text_height = layout::text_height(model);
    }
    if effect.is_some() {
        return effect;
    }
    search::grow(model);
    settle(model);
    screens::ask(model);
    model.jobs.next_queued().map(|(generation, job)| Effect::Run(generation, job))
}

/// Whether a message takes back the question that the next Enter, or the key that accepts, would say yes to.
///
/// Only what the reader does is listed. What comes from a thread or from the terminal arrives when it
/// pleases, also between the two Enters, and must not undo the first.
fn takes_back(msg: &Msg) -> bool {
    let asked_twice =
        matches!(msg, Msg::Do(Action::Activate | Action::Open | Action::Mark | Action::Accept));
    is_from_reader(msg) && !asked_twice
}

/// Whether a message leaves the text that is read on screen as it is, so that its rows need not be
/// counted again: laying out a long verdict costs more than all else that a key does. Whatever is not
/// known to leave it has it measured.
fn keeps_text(model: &Model, msg: &Msg) -> bool {
    match msg {
        Msg::Do(action) => action.moves(),
        Msg::Wheel { .. } | Msg::Loading(_) => true,
        Msg::Resized(size) => *size == model.size,
        _ => false,
    }
}

/// Whether the reader did something, rather than a thread or the terminal.
fn is_from_reader(msg: &Msg) -> bool {
    matches!(msg, Msg::Do(_) | Msg::Type(_) | Msg::Burst(_) | Msg::Click { .. } | Msg::Wheel { .. })
}

/// Keeps a question in the last line while it waits for an answer: a reader who can't see it must not
/// say yes to it. What a thread had to say is said when the question is gone.
fn keep_asking(model: &mut Model, question: Option<Status>) {
    if question.is_some() && model.confirming.is_some() {
        if model.status != question {
            model.held_status = std::mem::replace(&mut model.status, question);
        }
    } else if model.status.is_none() {
        model.status = model.held_status.take();
    }
}

fn take(model: &mut Model, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::Do(action) => return act(model, action),
        Msg::Type(c) => return typing::typed(model, c),
        Msg::Burst(burst) => typing::burst(model, &burst),
        Msg::Paused(edit) => check::paused(model, edit),
        Msg::Resized(size) => model.size = size,
        Msg::Click { column, row } => mouse::click(model, column, row),
        Msg::Wheel { column, row, down } => mouse::wheel(model, column, row, down),
        Msg::Loading(progress) => model.loading.progress = progress,
        Msg::Loaded(catalogue) => load(model, catalogue),
        Msg::Done(generation, answer) => {
            // An answer to an earlier question says nothing about the one that stands now.
            if model.jobs.is_answered_by(generation, answer.kind()) {
                screens::answered(model, answer);
            }
        }
        Msg::Noticed(text) => say(model, Tone::Warning, text),
        Msg::LoadFailed(why) => return Some(Effect::End(Ending::LoadFailed(why))),
        Msg::HandedOver(address) => {
            let text = model.words.status_handed_over(&address);
            say(model, Tone::Note, text);
        }
        Msg::OpenFailed { address, why } => opening::failed(model, &address, &why),
        Msg::NoDisplay(address) => opening::no_display(model, &address),
        Msg::Signal(number) => return Some(Effect::End(Ending::Signal(number))),
    }
    None
}

/// Does what a key does: first what the screen on top makes of it, then what it does everywhere.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> Option<Effect> {
    if let Some(handlers) = model.handlers()
        && let ControlFlow::Break(effect) = (handlers.act)(model, action)
    {
        return effect;
    }
    if model.screen().is_none() && model.is_at_start() && start::lacks_selection(model, action) {
        return None;
    }
    if screens::open(model, action) {
        return None;
    }
    let is_browsing = model.screen().is_none();
    if is_browsing && history::act(model, action) {
        return None;
    }
    let is_into = matches!(action, Action::Activate | Action::Down | Action::Into);
    if is_browsing && is_into && model.layer_to_choose().is_some() {
        search::choose_body(model);
        return None;
    }
    if model.is_at_start() && start::act(model, action) {
        return None;
    }
    match action {
        Action::Interrupt => return Some(Effect::End(Ending::Interrupted)),
        Action::Redraw => return Some(Effect::Redraw),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Activate => return opening::activate(model),
        Action::Mark => picking::mark(model),
        Action::Copy => return opening::copy(model),
        Action::Source => return opening::source(model),
        Action::Open => return opening::open_current(model),
        Action::Back => return back(model),
        Action::Into => enter(model),
        Action::Complete => search::complete(model),
        Action::Search => model.browse.inside = false,
        _ if action.moves() => move_by(model, action),
        _ => typing::edit(model, action),
    }
    None
}

/// Says something in the last line.
pub(in crate::tui) fn say(model: &mut Model, tone: Tone, text: String) {
    model.status = Some(Status { tone, text });
}

fn load(model: &mut Model, catalogue: Arc<Catalogue>) {
    let is_among = catalogue.is_among();
    model.catalogue = Some(catalogue);
    screens::outdated(model);
    review::begin(model);
    ask(model);
    // Among what was handed over nothing need be asked first.
    if is_among && model.browse.query.is_empty() {
        select(model, 0);
        model.refresh();
    }
}

/// Searches for another query, and checks what it names.
pub(in crate::tui) fn ask(model: &mut Model) {
    check::begin(model);
    search::search(model);
    check::suggest(model);
}

fn back(model: &mut Model) -> Option<Effect> {
    if model.is_jumped() {
        audit::come_back(model);
        return None;
    }
    if model.pop() {
    } else if model.browse.inside {
        model.browse.inside = false;
    } else if model.browse.query.is_empty() && model.browse.chosen {
        start::show(model);
    } else if model.browse.query.is_empty() {
        // Whoever presses Esc to get out of something presses it once too often. A picker is left at once.
        if model.is_leaving || model.picking.is_some() {
            return Some(Effect::End(Ending::Quit));
        }
        model.is_leaving = true;
        say(model, Tone::Note, model.words.status_leaving.to_owned());
    } else {
        model.browse.query.clear();
        model.browse.chosen = false;
        model.browse.search.choice = None;
        typing::changed(model);
    }
    None
}

/// Goes into the channels, to the one that Enter would open.
pub(in crate::tui) fn go_inside(model: &mut Model) {
    if model.channels().is_empty() {
        if model.hit().is_some() && !model.layout().shows_panel() {
            model.browse.inside = true;
        }
        return;
    }
    let preferred = model.preferred();
    model.browse.channel = model.channels().iter().position(|c| Some(*c) == preferred).unwrap_or(0);
    model.browse.inside = true;
}

/// Goes into the channels because the reader wants to see them.
pub(in crate::tui) fn enter(model: &mut Model) {
    go_inside(model);
    if model.browse.inside {
        favourites::visit(model, model.organisation());
    }
}

/// Moves through the list, or through the channels.
pub(in crate::tui) fn move_by(model: &mut Model, action: Action) {
    let page = page(model);
    if model.browse.inside {
        model.browse.channel = moved(model.browse.channel, model.channels().len(), page, action);
    } else if model.browse.query.is_empty() && start::is_left_upwards(model, action) {
        start::show(model);
    } else if action == Action::Last {
        search::last(model);
    } else {
        select(model, moved(model.browse.selected, model.browse.hits.len(), page, action));
    }
}

/// Moves through a text that is read, no further than to where its last row is seen.
pub(in crate::tui) fn scroll(model: &mut Model, action: Action) {
    let (rows, page) = (model.text_height, page(model));
    if let Some(first) = model.screens.last_mut().and_then(Screen::first_mut) {
        *first = moved(*first, rows.saturating_sub(page), page, action);
    }
}

/// What keys do where a text is read, and nothing else: they scroll, and Enter opens nothing.
pub(in crate::tui) fn read(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate => {}
        _ if action.moves() => scroll(model, action),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// Selects a hit because the reader wants it.
pub(in crate::tui) fn select(model: &mut Model, hit: usize) {
    model.browse.selected = hit;
    model.browse.chosen = !model.browse.hits.is_empty();
    model.browse.search.to_last = false;
}

pub(in crate::tui) fn page(model: &Model) -> usize {
    let layout = model.layout();
    match model.focus() {
        Focus::Query => layout.rows().saturating_sub(1).max(1),
        // A text that is read takes all the room, and its pages overlap by a row.
        _ if model.text_height > 0 => usize::from(layout.body().height).saturating_sub(1).max(1),
        _ => usize::from(layout.panel.height / 4).max(1),
    }
}

pub(in crate::tui) fn moved(at: usize, len: usize, page: usize, action: Action) -> usize {
    let last = len.saturating_sub(1);
    let to = match action {
        Action::Up => at.saturating_sub(1),
        Action::HalfUp => at.saturating_sub(page.div_ceil(2)),
        Action::HalfDown => at.saturating_add(page.div_ceil(2)),
        Action::Down => at.saturating_add(1),
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => at.saturating_add(page),
        Action::First => 0,
        Action::Last => last,
        _ => at,
    };
    to.min(last)
}

/// Keeps every selection on something that is there, and on screen.
fn settle(model: &mut Model) {
    model.browse.selected = model.browse.selected.min(model.browse.hits.len().saturating_sub(1));
    model.keep_up();
    model.browse.channel = model.browse.channel.min(model.channels().len().saturating_sub(1));
    if model.browse.hits.is_empty() {
        model.browse.inside = false;
    }
    screens::settle(model);
    let rows = model.layout().rows();
    if rows > 0 {
        model.browse.first =
            first_visible(model.browse.first, model.browse.selected, rows, model.browse.hits.len());
    }
}
