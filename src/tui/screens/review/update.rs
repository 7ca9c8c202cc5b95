//! What keys do with proposals.

use std::ops::ControlFlow;

use crate::proposals::Verdict;
use crate::replace::{Readers, replace, target};
use crate::text::sanitise::escaped;
use crate::tui::job::Job;
use crate::tui::keys::Action;
use crate::tui::message::{Effect, Ending};
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::observe::writer::OwnFile;
use crate::tui::update::opening::open;
use crate::tui::update::typing::edit_line;
use crate::tui::update::{moved, page, say};
use crate::tui::widgets::editor::Editor;
use crate::words::Words;

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
        Action::Accept => decide(model, Verdict::Accepted, None),
        Action::Later => decide(model, Verdict::Later, None),
        Action::Reject => {
            model.review.reason = model.review.selected().map(|_| Editor::default());
            None
        }
        Action::Undo if model.review.can_undo() => {
            model.review.undo();
            save(model)
        }
        Action::Undo => None,
        Action::Activate => {
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
    model.review.decide(verdict, reason, today);
    let [_, _, open] = model.review.numbers();
    let words = model.words;
    if open == 0 {
        say(model, Tone::Note, words.review_all_done.to_owned());
    }
    save(model)
}

/// Has the file written as it is now.
fn save(model: &mut Model) -> Option<Effect> {
    let file = model.review.file.clone()?;
    let text = model.review.text(model.today);
    Some(Effect::Run(0, Job::Review(Box::new(ReviewWrite { file, text }))))
}

/// A file of proposals with decisions, to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewWrite {
    /// The file.
    pub file: OwnFile,
    /// What it says.
    pub text: String,
}

impl ReviewWrite {
    /// Puts it in the place of what stands there.
    ///
    /// # Errors
    ///
    /// In a sentence, where it can't be written; the file is as it was.
    pub fn write(&self, words: &Words) -> Result<(), String> {
        let path = target(&self.file.path);
        let written = path.and_then(|it| replace(&it, self.text.as_bytes(), Readers::Anyone));
        written.map_err(|error| words.unwritable(&self.file.name, &escaped(&error.to_string())))
    }
}

/// Takes in whether it was written.
pub(in crate::tui) fn written(model: &mut Model, outcome: Result<(), String>) {
    if let Err(why) = outcome {
        say(model, Tone::Error, why);
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
