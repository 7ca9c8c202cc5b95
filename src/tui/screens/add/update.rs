//! What keys do with an account that is added.

use std::ops::ControlFlow;

use crate::own_addition::genuine;
use crate::proposals::Confidence;
use crate::proposals::objection::Objection;
use crate::tui::job::Job;
use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::{Catalogue, Model, Screen, Tone};
use crate::tui::screens::add::state::{Field, Form};
use crate::tui::screens::add::writer::{AddWrite, Added};
use crate::tui::screens::check::update as check;
use crate::tui::screens::outdated;
use crate::tui::update::say;
use crate::tui::update::typing::edit_line;

/// Asks for an account of the organisation that the reader looks at.
pub(in crate::tui) fn show(model: &mut Model) {
    if model.add.file.is_none() {
        return say(model, Tone::Error, model.words.add_nowhere.to_owned());
    }
    if let Some(organisation) = model.organisation() {
        model.add.form = Some(Form::new(organisation, model.today));
        model.push(Screen::Add);
    }
}

/// Does what a key does there, if that is one of its own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    let Some(form) = &mut model.add.form else { return ControlFlow::Continue(()) };
    if action != Action::Back {
        form.is_leaving = false;
    }
    match action {
        Action::Next => form.field = form.field.next(),
        Action::Previous => form.field = form.field.previous(),
        Action::Activate if form.confirming.is_some() => return ControlFlow::Break(write(model)),
        Action::Activate => confirm(model),
        Action::Back => back(model),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// Goes back to the form, or away; what was typed is thrown away by the second time alone.
fn back(model: &mut Model) {
    let today = model.today;
    let Some(form) = &mut model.add.form else { return };
    if form.confirming.take().is_some() {
        return;
    }
    if form.is_touched(today) && !form.is_leaving {
        form.is_leaving = true;
        let text = model.words.add_leaving.to_owned();
        return say(model, Tone::Note, text);
    }
    model.add.form = None;
    model.pop();
}

/// From this height on, what is wrong has room below the fields.
const ROOMY: u16 = 12;

/// Shows what would be written, or what is wrong.
fn confirm(model: &mut Model) {
    let today = model.today;
    let Some((form, catalogue)) = model.add.form.as_mut().zip(model.catalogue.as_deref()) else {
        return;
    };
    match form.addition(&catalogue.directory, today) {
        Ok(mut addition) => {
            let Catalogue { directory, index, checker, .. } = catalogue;
            for (subject, case) in &mut addition.cases {
                let address = case.url.clone().unwrap_or_default();
                let own = directory.organisation_by_id(&subject.organisation);
                if let Some(genuine) = genuine(directory, index, checker, own, &address) {
                    case.against.insert(Objection::LookAlike(&genuine).to_string());
                    case.confidence = Some(Confidence::Low);
                }
            }
            form.confirming = Some(Box::new(addition));
        }
        Err(wrong) => {
            // What is wrong is where to go on, or else the first field that is still empty.
            let is_empty = |field: &Field| form.text(*field).is_empty();
            let empty = [Field::Account, Field::Page].into_iter().find(is_empty);
            let about = wrong.field();
            form.field = empty.filter(|_| is_empty(&about)).unwrap_or(about);
            let is_below = form.wrong(&catalogue.directory, today) == Some(wrong);
            // What stands below the fields is not said a second time, where there is room for it.
            if !(is_below && model.size.height >= ROOMY) {
                let text = form.told(model.words, &catalogue.directory, wrong);
                say(model, Tone::Error, text);
            }
        }
    }
}

/// Has it written.
fn write(model: &mut Model) -> Option<Effect> {
    let file = model.add.file.clone()?;
    let addition = model.add.form.take()?.confirming?;
    model.pop();
    say(model, Tone::Note, model.words.add_writing.to_owned());
    Some(Effect::Run(0, Job::Add(Box::new(AddWrite { file, addition: *addition }))))
}

/// Takes in what came of it: it is shown at once, as an own addition.
pub(in crate::tui) fn written(model: &mut Model, outcome: Result<Added, String>) {
    match outcome {
        Err(why) => say(model, Tone::Error, why),
        Ok(added) => {
            let channel = model.channels().get(model.browse.channel).copied();
            model.catalogue = Some(added.catalogue);
            outdated(model);
            model.refresh();
            let place = channel.and_then(|it| model.channels().iter().position(|at| *at == it));
            model.browse.channel = place.unwrap_or(model.browse.channel);
            check::again(model);
            say(model, Tone::Note, added.told);
        }
    }
}

/// Puts a text into the field. Half an address is another address, so none is cut.
pub(in crate::tui) fn insert(model: &mut Model, text: &str) {
    if let Some(form) = &mut model.add.form {
        form.is_leaving = false;
    }
    let Some(editor) = model.add.editor() else { return };
    let before = editor.clone();
    editor.insert(text);
    if editor.is_full() {
        *editor = before;
        say(model, Tone::Error, model.words.successor_too_long.to_owned());
    }
}

/// Edits the field.
pub(in crate::tui) fn edit(model: &mut Model, action: Action) {
    if let Some(editor) = model.add.editor() {
        edit_line(editor, action);
    }
}
