//! Searching: what is met at once, what comes later, and how far down the hits go.
//!
//! A search takes two steps. What stands in the index under the letters that were typed is met within
//! the key press, so that the list follows the typing in any directory; guesses, places and what stands inside
//! of words take a scan, which a thread does. Its answer takes the place of the first only where the query
//! is still the same: the newest job counts, and an older one gives up by itself.

use crate::messages::numbers;
use crate::search::{Answer, First};
use crate::tui::job::{Job, JobKind};
use crate::tui::model::{Choice, Model, Tone};
use crate::tui::screens::check::update as check;
use crate::tui::screens::search::state::WordAlone;
use crate::tui::update::say;

/// How many hits are asked for at first: more than fit on a screen.
pub const START: usize = 200;
/// How many times more are asked for when the reader comes near the end of them.
const GROWTH: usize = 4;
/// How many words are searched for by themselves.
const MOST_WORDS: usize = 8;
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
    let query = model.browse.query.text();
    model.browse.search.limit = limit;
    Some(catalogue.index.first(&catalogue.directory, query.trim(), limit))
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
    if first.is_whole {
        search_word_by_word(model);
    }
    ask(model, first.is_whole);
}

/// Searches for each word by itself, where several met nothing together: that shows which of them is in the
/// way. What takes longer than a key press is not waited for.
fn search_word_by_word(model: &mut Model) {
    let Some(catalogue) = model.catalogue.as_ref().filter(|_| model.browse.hits.is_empty()) else {
        return;
    };
    let query = model.browse.query.text();
    let words: Vec<&str> = query.split_whitespace().collect();
    if words.len() < 2 {
        return;
    }
    let alone = words.into_iter().take(MOST_WORDS).map(|word| {
        let met = catalogue.index.first(&catalogue.directory, word, 1);
        WordAlone { text: word.to_owned(), total: met.answer.total }
    });
    model.browse.search.alone = alone.collect();
}

/// Takes in the whole answer. The selected row stays where it is; where the reader chose none, the best is selected.
pub(in crate::tui) fn answered(model: &mut Model, answer: Answer) {
    let is_kept = model.browse.chosen || model.browse.inside || model.screen().is_some();
    let chosen = model.browse.chosen || model.browse.search.choice.is_some();
    let choice = model.browse.search.choice.take();
    let choice = model.selected_choice().filter(|_| is_kept).or(choice);
    merge(model, answer, choice);
    search_word_by_word(model);
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
    model.browse.search.alone.clear();
    let kept = choice.and_then(|choice| {
        let is_it = |hit: &crate::search::Hit| hit.organisation == choice.organisation;
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
