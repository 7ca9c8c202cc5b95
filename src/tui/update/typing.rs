//! Text that is typed or pasted, and the keys that edit it.

use crate::history::is_message;
use crate::tui::input::burst::Burst;
use crate::tui::job::JobKind;
use crate::tui::keys::Action;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Tone};
use crate::tui::screens::start::update as start;
use crate::tui::update::{ask, say};
use crate::tui::widgets::editor::Editor;

/// Typed text goes to the query, wherever the reader was, unless something lies over it.
pub(in crate::tui) fn typed(model: &mut Model, c: char) -> Option<Effect> {
    if let Some(handlers) = model.handlers() {
        return (handlers.typed)(model, c);
    }
    if model.browse.inside {
        return None;
    }
    model.browse.query.insert(c.encode_utf8(&mut [0; 4]));
    changed(model);
    None
}

/// A text that came in one go is text wherever the reader is: it goes where text is typed, and elsewhere
/// does nothing. Where keys in it would have commanded something, that is said.
pub(in crate::tui) fn burst(model: &mut Model, burst: &Burst) {
    let words = model.words;
    let focus = model.focus();
    let earlier = model.before_burst.take().filter(|it| burst.is_more && it.0 == focus);
    let Some(line) = line(model) else {
        say(model, Tone::Note, words.burst_nowhere.to_owned());
        return;
    };
    // What has come so far stands in the place of what had come before.
    if let Some((_, before)) = earlier {
        *line = before;
    }
    let before = line.clone();
    match model.handlers() {
        Some(handlers) => (handlers.paste)(model, burst.text.trim()),
        None => search(model, burst),
    }
    model.before_burst = Some((focus, before));
    if burst.has_commands && model.status.is_none() {
        say(model, Tone::Note, words.burst_is_text.to_owned());
    }
}

/// The line that text goes to, if there is one.
fn line(model: &mut Model) -> Option<&mut Editor> {
    match model.handlers() {
        Some(handlers) => (handlers.line)(model),
        None => (!model.browse.inside).then_some(&mut model.browse.query),
    }
}

/// A message is checked as it came: the query leaves out what is hidden in it, and holds no more than its
/// beginning. A few letters are no message; they may go on.
fn search(model: &mut Model, burst: &Burst) {
    if burst.is_unfinished {
        // Half a message gets no verdict, and none that was told before is about it.
        model.browse.query.insert(&burst.text);
        model.browse.check.typed(&model.browse.query.text());
        model.browse.check.is_message |= is_message(&burst.text);
        model.jobs.cancel(JobKind::Check);
        return;
    }
    if !burst.is_whole() {
        model.browse.query.insert(&burst.text);
        changed(model);
        return;
    }
    let (before, after) = model.browse.query.parts();
    // A line end parts what it stands between.
    let text = if before.is_empty() { burst.text.trim_start() } else { &burst.text };
    let text = if after.is_empty() { text.trim_end() } else { text };
    let text = text.replace("\r\n", "\n");
    let whole = format!("{before}{text}{after}");
    model.browse.query.insert(&text);
    model.browse.check.came(&whole);
    model.screens.clear();
    ask(model);
}

/// The query is another one; whoever jumped here from the audit stays.
pub(in crate::tui) fn changed(model: &mut Model) {
    model.screens.clear();
    model.browse.check.typed(&model.browse.query.text());
    if model.browse.query.is_empty() {
        start::show(model);
    }
    ask(model);
}

/// Does what a key does in the line that text goes to.
pub(in crate::tui) fn edit(model: &mut Model, action: Action) {
    if let Some(handlers) = model.handlers() {
        (handlers.edit)(model, action);
        return;
    }
    let before = model.browse.query.text();
    edit_line(&mut model.browse.query, action);
    if model.browse.query.text() != before {
        changed(model);
    }
}

/// Does what a key does in a line of text.
pub(in crate::tui) fn edit_line(line: &mut Editor, action: Action) {
    match action {
        Action::CursorLeft => line.left(),
        Action::CursorRight => line.right(),
        Action::WordLeft => line.word_left(),
        Action::WordRight => line.word_right(),
        Action::LineStart => line.start(),
        Action::LineEnd => line.end(),
        Action::DeleteBack => line.delete_back(),
        Action::DeleteForward => line.delete_forward(),
        Action::DeleteWord => line.delete_word(),
        Action::DeleteLine => line.delete_to_start(),
        _ => {}
    }
}
