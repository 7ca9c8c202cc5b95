//! What keys do with proposals.

use std::ops::ControlFlow;

use crate::messages::numbers::grouped;
use crate::messages::proposal;
use crate::proposals::{Proposals, Verdict};
use crate::text::sanitise::escaped;
use crate::tui::job::Job;
use crate::tui::keys::Action;
use crate::tui::message::{Effect, Ending};
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::review::writer::{ReviewWrite, Unwritten};
use crate::tui::update::opening::open;
use crate::tui::update::typing::edit_line;
use crate::tui::update::{moved, page, say};
use crate::tui::widgets::editor::Editor;

/// Shows the proposals that the program was started with, once the directory is there.
pub(in crate::tui) fn begin(model: &mut Model) {
    let Some(catalogue) = model.catalogue.clone().filter(|_| model.review.file.is_some()) else {
        return;
    };
    model.review.fill(&catalogue.directory, model.today);
    if !model.shown().contains(&Screen::Review) {
        model.push(Screen::Review);
    }
}

/// Does what a key does there, if that is one of its own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    if model.review.reason.is_some() {
        return match action {
            Action::Activate => {
                let reason = model.review.reason.take().map(|it| it.text().trim().to_owned());
                let reason = reason.filter(|it| !it.is_empty());
                ControlFlow::Break(decide(model, Verdict::Rejected, reason))
            }
            Action::Back => {
                model.review.reason = None;
                ControlFlow::Break(None)
            }
            _ => ControlFlow::Continue(()),
        };
    }
    ControlFlow::Break(match action {
        Action::Accept if asks_first(model) => None,
        Action::Accept => {
            model.confirming = None;
            decide(model, Verdict::Accepted, None)
        }
        Action::Later => decide(model, Verdict::Later, None),
        Action::Reject => {
            model.review.reason = model.review.selected().map(|_| Editor::default());
            None
        }
        Action::Undo => save(model.review.undo()),
        Action::Activate => {
            model.confirming = None;
            let address = model.review.page().map(str::to_owned);
            address.and_then(|address| open(model, address))
        }
        Action::PageUp | Action::PageDown => {
            let (rows, page) = (model.text_height, page(model));
            model.review.first = moved(model.review.first, rows, page, action);
            None
        }
        _ if action.moves() => {
            let (at, count) = model.review.place();
            model.review.go_to(moved(at, count, 1, action));
            None
        }
        // The program was started for it: behind it is the shell.
        Action::Back => Some(Effect::End(Ending::Quit)),
        _ => return ControlFlow::Continue(()),
    })
}

fn decide(model: &mut Model, verdict: Verdict, reason: Option<String>) -> Option<Effect> {
    model.review.selected()?;
    let today = model.today;
    let write = model.review.decide(verdict, reason, today);
    let [_, _, open] = model.review.numbers();
    let words = model.words;
    if open == 0 {
        say(model, Tone::Note, words.review_all_done.to_owned());
    }
    save(write)
}

/// Asks once more before what may be a stranger's is accepted; whether it was asked.
fn asks_first(model: &mut Model) -> bool {
    let Some((directory, (subject, case))) = model.directory().zip(model.review.selected()) else {
        return false;
    };
    let Some(warning) = case.warnings().next() else { return false };
    let number = model.review.numbers()[0];
    let question = format!("{number} {warning}");
    if model.confirming.as_ref() == Some(&question) {
        return false;
    }
    let why = proposal::objection(model.words, directory, subject, warning);
    let text = model.words.review_confirm(&escaped(&why));
    say(model, Tone::Warning, text);
    model.confirming = Some(question);
    true
}

/// Has a decision written into the file as it is by then.
fn save(write: Option<ReviewWrite>) -> Option<Effect> {
    Some(Effect::Run(0, Job::Review(Box::new(write?))))
}

/// Takes in whether it was written, and what others wrote there.
pub(in crate::tui) fn written(model: &mut Model, outcome: Result<Proposals, Unwritten>) {
    let words = model.words;
    let (why, found) = match outcome {
        Ok(found) => (None, Some(found)),
        Err(Unwritten { why, found }) => (Some(why), found),
    };
    let new = model.review.written(why.is_none(), found);
    match why {
        Some(why) => say(model, Tone::Error, why),
        None if new > 0 => say(model, Tone::Note, words.review_new(&grouped(words, new))),
        None => {}
    }
}

/// Puts a text into the reason.
pub(in crate::tui) fn insert(model: &mut Model, text: &str) {
    if let Some(editor) = &mut model.review.reason {
        editor.insert(text);
    }
}

/// Edits the reason.
pub(in crate::tui) fn edit(model: &mut Model, action: Action) {
    if let Some(editor) = &mut model.review.reason {
        edit_line(editor, action);
    }
}
