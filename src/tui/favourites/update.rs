//! Marking organisations, remembering which were looked at, and having that written.

use crate::directory::OrganisationIndex;
use crate::favourites::{Change, Favourites};
use crate::text::sanitise::escaped;
use crate::tui::favourites::state::Keeping;
use crate::tui::favourites::writer::Kept;
use crate::tui::job::{Job, JobKind};
use crate::tui::model::{Model, Tone};
use crate::tui::update::say;

/// Marks the selected organisation as a favourite, or takes the mark away.
pub(in crate::tui) fn toggle(model: &mut Model) {
    let words = model.words;
    let selected = model.selected_at_hand().or_else(|| model.organisation());
    let Some((organisation, directory)) = selected.zip(model.directory()) else {
        say(model, Tone::Note, words.favourite_nothing.to_owned());
        return;
    };
    let it = directory.organisation(organisation);
    let (id, name) = (it.id.clone(), escaped(&it.name));
    match model.favourites.keeping {
        Keeping::File(_) => {}
        Keeping::Private => return say(model, Tone::Note, words.favourite_private.to_owned()),
        Keeping::Nowhere => return say(model, Tone::Note, words.favourite_nowhere.to_owned()),
    }
    if model.favourites.is_marked(&id) {
        model.favourites.change(Change::Unmark(id));
        say(model, Tone::Note, words.favourite_unmarked(&name));
    } else {
        model.favourites.change(Change::Mark(id));
        say(model, Tone::Note, words.favourite_marked(&name));
    }
}

/// Remembers that an organisation was looked at. Whoever goes through findings of the audit looks at none for
/// its own sake, and where nothing can be kept that is told once.
pub(in crate::tui) fn visit(model: &mut Model, organisation: Option<OrganisationIndex>) {
    let Some((organisation, directory)) = organisation.zip(model.directory()) else {
        return;
    };
    let id = directory.organisation(organisation).id.clone();
    let favourites = &model.favourites;
    let is_known =
        favourites.is_newest(&id) || favourites.unwritten.is_told || !favourites.is_kept();
    if !is_known && !model.is_auditing() {
        model.favourites.change(Change::Visit(id));
    }
}

/// Has the file read where it was not yet, and changes written where there are any.
pub(in crate::tui) fn ask(model: &mut Model) {
    // What waits for its thread keeps its place.
    if model.catalogue.is_none() || model.jobs.is_queued(JobKind::Favourites) {
        return;
    }
    if let Some(changes) = model.favourites.next() {
        model.jobs.queue(Job::Favourites(changes));
    }
}

/// What no thread has yet when the program ends.
pub(in crate::tui) fn last(model: &mut Model) -> Vec<(u64, Job)> {
    let queued = model.jobs.next_of(JobKind::Favourites);
    ask(model);
    queued.into_iter().chain(model.jobs.next_of(JobKind::Favourites)).collect()
}

/// Takes in what the file says now. That it can't be used is told once, and again to whoever marks something.
pub(in crate::tui) fn answered(model: &mut Model, kept: Kept<Favourites>) {
    if let Some(why) = failed(model, kept) {
        say(model, Tone::Warning, why);
    }
}

/// [`answered`], with what is to be told rather than telling it.
pub(in crate::tui) fn failed(model: &mut Model, kept: Kept<Favourites>) -> Option<String> {
    let Kept { count, outcome } = kept;
    let (kept, fault) = match outcome {
        Ok(kept) => (Some(kept), None),
        Err(why) => (None, Some(why)),
    };
    let done = model.favourites.answered(count, kept);
    let is_asked = done.iter().any(|change| !matches!(change, Change::Visit(_)));
    let was_told = std::mem::replace(&mut model.favourites.unwritten.is_told, fault.is_some());
    fault.filter(|_| is_asked || !was_told)
}
