//! Searching: what is met at once, what comes later, and how far down the hits go.
//!
//! A search takes two steps. What stands in the index under the letters that were typed is met within
//! the key press, so that the list follows the typing in any directory; guesses, places and what stands inside
//! of words take a scan, which a thread does. Its answer takes the place of the first only where the query
//! is still the same: the newest job counts, and an older one gives up by itself.

use crate::directory::OrganisationIndex;
use crate::messages::{numbers, question};
use crate::search::{Answer, Field, First, Hit, Understood};
use crate::tui::job::{Job, JobKind};
use crate::tui::model::{Browse, Catalogue, Choice, Model, Tone};
use crate::tui::screens::check::update as check;
use crate::tui::screens::search::state::{Search, Told};
use crate::tui::update::typing::changed;
use crate::tui::update::{say, select};
use crate::words::Words;

/// How many hits are asked for at first: more than fit on a screen.
pub const START: usize = 200;
/// How many times more are asked for when the reader comes near the end of them.
const GROWTH: usize = 4;
/// How far down the key for the last hit goes.
pub const END: usize = 10_000;

/// Searches anew, because another query was typed or the directory came.
pub(in crate::tui) fn search(model: &mut Model) {
    if let Some(first) = first(model, START) {
        begin(model, first);
    }
}

fn first(model: &mut Model, limit: usize) -> Option<First> {
    let catalogue = model.catalogue.as_ref()?;
    let Catalogue { directory, index, .. } = &**catalogue;
    let query = model.browse.query.text();
    model.browse.search.limit = limit;
    let (asked, fault) = catalogue.split(query.trim());
    let first = asked.first(directory, index, limit, model.today);
    model.browse.search.told = told(model.words, catalogue, &first.understood);
    if !asked.filter.is_empty() {
        // What the place has besides was not asked for.
        model.browse.search.told.place = None;
    }
    let unknown = asked.of_unknown_province(directory, index, model.today);
    let unknown = question::of_unknown_province(model.words, unknown);
    model.browse.search.told.which.extend(unknown);
    model.browse.search.told.fault = fault.map(|fault| fault.text(model.words));
    model.browse.search.words = asked.words;
    model.browse.search.understood = first.understood.clone();
    Some(first)
}

/// What is told of a question.
fn told(words: &Words, catalogue: &Catalogue, it: &Understood) -> Told {
    let Catalogue { directory, index, .. } = catalogue;
    Told {
        fault: None,
        searched: question::searched_for(words, directory, it),
        urgent: question::urgent(words, directory, it),
        genuine: it.asks_if_genuine.then_some(words.question_genuine_short),
        topic: question::topic(words, directory, index, it),
        which: question::which_of_kind(words, directory, index, it)
            .into_iter()
            .chain(question::of_place(words, directory, it))
            .collect(),
        place: question::bodies_of_place(words, directory, index, it),
    }
}

/// Shows what another query met at once. The rest is asked for, where there may be more.
pub(in crate::tui) fn begin(model: &mut Model, first: First) {
    let choice = if model.browse.chosen {
        model.selected_choice()
    } else {
        model.browse.search.choice.take()
    };
    // Where nothing is met yet, the guesses to come may still hold the hit that was chosen.
    let is_open = !first.is_whole && first.answer.hits.is_empty();
    show(model, first.answer, choice);
    model.browse.channel = 0;
    model.browse.search.choice = choice.filter(|_| is_open);
    model.browse.search.to_last = false;
    ask(model, first.is_whole);
}

/// Puts the bodies that a place falls under behind what its name met, unless they are met already: whoever types
/// a village looks for its police and its water board too.
fn add_bodies(model: &mut Model) {
    let Browse { hits, search, .. } = &mut model.browse;
    // Where there is more than is shown, they would stand in the middle.
    if hits.len() < search.total || hits.iter().any(|hit| hit.guess) {
        return;
    }
    let rows = search.told.place.iter().flat_map(|place| &place.rows);
    let bodies = rows.flat_map(|row| row.bodies.iter().map(|body| (*body, row.is_perhaps)));
    for (organisation, is_perhaps) in bodies {
        if hits.iter().all(|hit| hit.organisation != organisation) {
            // Of what only lies in the province it is not known whether the place falls under it.
            let field = if is_perhaps { Field::Province } else { Field::Name };
            let mut hit = Hit::direct(organisation, None, field);
            hit.guess = is_perhaps;
            hits.push(hit);
        }
    }
    search.total = hits.len();
}

/// Completes the condition that is typed in the query; where there is more than one way, as far as they agree, and
/// says which there are.
pub(in crate::tui) fn complete(model: &mut Model) {
    let Some(found) = model.goes_on() else { return };
    model.browse.query.insert(&found.added);
    changed(model);
    if found.choices.len() > 1 {
        say(model, Tone::Note, found.choices.join("  "));
    }
}

/// Browsing one hit alone, and nothing that a search would find beside it, under this query.
pub(in crate::tui) fn alone(hit: Hit, query: &str) -> Browse {
    Browse {
        hits: vec![hit],
        search: Search { total: 1, limit: START, words: query.to_owned(), ..Search::default() },
        chosen: true,
        ..Browse::of(query)
    }
}

/// Shows all bodies of the layer that handles what was asked about, with the first selected.
pub(in crate::tui) fn choose_body(model: &mut Model) {
    let Some((layer, directory)) = model.layer_to_choose().zip(model.directory()) else {
        return;
    };
    let kind = question::kind_of(layer);
    let is_one = |index: &OrganisationIndex| {
        let it = directory.organisation(*index);
        it.ended.is_none() && kind == Some(it.kind)
    };
    let all = directory.organisation_indexes().filter(is_one);
    let hits: Vec<Hit> = all.map(|index| Hit::direct(index, None, Field::Name)).collect();
    model.browse.search.total = hits.len();
    model.browse.search.limit = hits.len();
    model.browse.hits = hits;
    select(model, 0);
    model.refresh();
}

/// Takes in the whole answer. The selected row stays where it is; where the reader chose none, the best is selected.
pub(in crate::tui) fn answered(model: &mut Model, answer: Answer) {
    let is_kept = model.browse.chosen || model.browse.inside || model.screen().is_some();
    let chosen = model.browse.chosen || model.browse.search.choice.is_some();
    let choice = model.browse.search.choice.take();
    let choice = model.selected_choice().filter(|_| is_kept).or(choice);
    merge(model, answer, choice);
    model.browse.chosen &= chosen;
    check::suggest(model);
    if model.browse.search.to_last {
        go_to_last(model);
    }
}

/// Shows an answer in place of another to the same query.
fn merge(model: &mut Model, answer: Answer, choice: Option<Choice>) {
    let before = model.organisation();
    show(model, answer, choice);
    if model.organisation() != before {
        model.browse.channel = 0;
        model.browse.inside = false;
    }
}

/// Shows an answer: with the chosen hit selected on the line of the list where it was, or else with
/// the best.
fn show(model: &mut Model, answer: Answer, choice: Option<Choice>) {
    model.browse.hits = answer.hits;
    model.browse.search.total = answer.total;
    add_bodies(model);
    let kept = choice.and_then(|choice| {
        let is_it = |hit: &Hit| hit.organisation == choice.organisation;
        Some((model.browse.hits.iter().position(is_it)?, choice.line))
    });
    model.browse.chosen = kept.is_some();
    let (selected, line) = kept.unwrap_or_default();
    model.browse.selected = selected;
    model.browse.first = selected.saturating_sub(line);
    model.refresh();
}

/// Asks for the rest where the answer is not whole; whatever was asked for before is stale.
fn ask(model: &mut Model, is_whole: bool) {
    if is_whole {
        model.jobs.cancel(JobKind::Search);
        return;
    }
    let query = model.browse.query.text().trim().to_owned();
    model.jobs.queue(Job::Search { query, limit: model.browse.search.limit });
}

/// Asks for more hits where the reader comes within a screen of the end of them.
pub(in crate::tui) fn grow(model: &mut Model) {
    let (search, hits) = (&model.browse.search, model.browse.hits.len());
    let is_near = model.browse.selected.saturating_add(model.layout().rows()) >= hits;
    let is_more = hits < search.total && search.limit < search.total;
    if hits == 0 || model.is_searching() || !is_near || !is_more {
        return;
    }
    let limit = search.limit.saturating_mul(GROWTH);
    extend(model, limit);
}

/// Asks for this many hits of the same query. Those that are shown stay until there are more.
fn extend(model: &mut Model, limit: usize) {
    let Some(first) = first(model, limit) else {
        return;
    };
    if first.is_whole {
        let chosen = model.browse.chosen;
        let choice = model.selected_choice();
        merge(model, first.answer, choice);
        model.browse.chosen &= chosen;
    }
    ask(model, first.is_whole);
}

/// Goes to the last hit, or as far down as is still quick.
pub(in crate::tui) fn last(model: &mut Model) {
    if model.browse.hits.is_empty() {
        return;
    }
    model.browse.chosen = true;
    if model.browse.hits.len() >= reach(model) {
        go_to_last(model);
        return;
    }
    model.browse.search.to_last = true;
    // Somewhat further, so that the way down goes on from there.
    extend(model, END + START);
    if !model.is_searching() {
        go_to_last(model);
    }
}

/// How many hits from the first the key for the last one goes: never up.
fn reach(model: &Model) -> usize {
    model.browse.search.total.min(END.max(model.browse.selected + 1))
}

fn go_to_last(model: &mut Model) {
    model.browse.search.to_last = false;
    let last = reach(model).min(model.browse.hits.len());
    model.browse.selected = last.saturating_sub(1);
    model.browse.chosen = !model.browse.hits.is_empty();
    if last < model.browse.search.total {
        let words = model.words;
        let (at, total) =
            (numbers::grouped(words, last), numbers::grouped(words, model.browse.search.total));
        let text = words.status_not_last(&at, &total);
        say(model, Tone::Note, text);
    }
}
