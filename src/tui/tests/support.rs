//! What stands in for the threads: jobs that are done at once.

use std::path::PathBuf;

use crate::tui::job::{Answer, Context, Job};
use crate::tui::message::{Effect, Msg};
use crate::tui::model::Model;
use crate::tui::screens::observe::writer::Outcome;
use crate::tui::tests::today;
use crate::tui::update::update;
use crate::words::Language;

/// What jobs are done with, without a file for observations.
pub(in crate::tui) fn context() -> Context {
    Context {
        words: Language::Nl.words(),
        today: today(),
        writer: None,
        favourites: None,
        history: None,
        editions: None,
    }
}

/// Takes a message in where there are no threads: what they would answer is answered here. What would write
/// a file comes back.
pub(super) fn send(model: &mut Model, msg: Msg) -> Option<Effect> {
    let mut effect = update(model, msg);
    loop {
        match effect {
            Some(Effect::Run(generation, job)) if job.kind().is_newest_only() => {
                let context = Context { words: model.words, ..context() };
                let answer = job.run(&context, model.catalogue.as_ref()?, &|| false)?;
                effect = update(model, Msg::Done(generation, answer));
            }
            other => return other,
        }
    }
}

/// Has a search run whose answer is still to come, whatever is on screen.
pub(super) fn search_on(model: &mut Model) {
    let query = model.browse.query.text().trim().to_owned();
    model.jobs.queue(Job::Search { query, limit: model.browse.search.limit });
    while model.jobs.next_queued().is_some() {}
}

/// The message that an observation was written, or was not.
pub(super) fn observed(outcome: Outcome) -> Msg {
    Msg::Done(0, Answer::Observe(outcome))
}

/// The message that an export was written, or was not.
pub(super) fn exported(written: Result<PathBuf, String>) -> Msg {
    Msg::Done(0, Answer::Export(written))
}
