//! What counts as asked, the keys that go through it, and having it written.

use crate::history::History;
use crate::tui::favourites::writer::Kept;
use crate::tui::history::walk::Walk;
use crate::tui::job::{Job, JobKind};
use crate::tui::keys::Action;
use crate::tui::message::{Effect, Msg};
use crate::tui::model::{Browse, Model, Screen, Tone};
use crate::tui::update::say;
use crate::tui::update::typing::changed;
use crate::tui::widgets::editor::Editor;

/// What stood there before a message came in, by which it is known what was done with it.
#[derive(Debug)]
pub(in crate::tui) struct Before {
    query: String,
    is_message: bool,
    inside: bool,
    screens: usize,
    marked: usize,
    did: Did,
}

/// What a message does to the query, as far as that is known from it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Did {
    /// It puts text into it.
    Typed,
    /// It may clear it.
    Back,
    /// Neither.
    Other,
}

impl Before {
    /// What stands there.
    pub(in crate::tui) fn of(model: &Model, msg: &Msg) -> Self {
        let browse = standing(model);
        Self {
            query: browse.query.text(),
            is_message: browse.check.is_message,
            inside: browse.inside,
            screens: model.screens.len(),
            marked: marked(model),
            did: match msg {
                Msg::Type(_) | Msg::Burst(_) => Did::Typed,
                Msg::Do(Action::Back) => Did::Back,
                _ => Did::Other,
            },
        }
    }

    /// Remembers the query where the message did something with what it led to, or ended it.
    pub(in crate::tui) fn follow(&self, model: &mut Model, effect: Option<&Effect>) {
        if self.did == Did::Typed {
            model.history.given = None;
        }
        let is_given = model.history.given.as_ref() == Some(&self.query);
        if !self.is_message && !is_given && self.is_asked(model, effect) {
            model.history.ask(&self.query);
        }
        let goes_on = self.did != Did::Typed && stands_untouched(model, effect);
        model.history.walk.take_if(|_| !goes_on);
    }

    fn is_asked(&self, model: &Model, effect: Option<&Effect>) -> bool {
        if matches!(effect, Some(Effect::End(_))) {
            return true;
        }
        // What is done on a screen over the query is about what stands there; that it was opened counted already.
        if self.screens > 0 {
            return false;
        }
        let is_handed_over = matches!(effect, Some(Effect::Open(_) | Effect::Copy(_)));
        let is_gone_into = !self.inside && model.browse.inside && model.screens.is_empty();
        let is_looked_at = model.screens.last().is_some_and(is_of_hit);
        let is_marked = marked(model) > self.marked;
        // One that was only brought back was asked before.
        let is_cleared =
            self.did == Did::Back && model.browse.query.is_empty() && model.history.walk.is_none();
        is_handed_over || is_gone_into || is_looked_at || is_marked || is_cleared
    }
}

/// What the reader browses, or would after coming back from where they jumped to.
fn standing(model: &Model) -> &Browse {
    let below = model.screens.iter().find_map(|screen| match screen {
        Screen::Browse(below) => Some(&**below),
        _ => None,
    });
    below.unwrap_or(&model.browse)
}

fn marked(model: &Model) -> usize {
    model.picking.as_ref().map_or(0, |picking| picking.marked.len())
}

/// Whether a screen shows something of what the query led to.
fn is_of_hit(screen: &Screen) -> bool {
    matches!(
        screen,
        Screen::Evidence { .. }
            | Screen::QrCode { .. }
            | Screen::Reach(_)
            | Screen::Check { .. }
            | Screen::Observe
            | Screen::Add
    )
}

/// Whether the query is as the walk brought it back, and nothing was done with it.
fn stands_untouched(model: &Model, effect: Option<&Effect>) -> bool {
    let is_left = effect.is_some_and(|it| !matches!(it, Effect::Redraw | Effect::Suspend));
    let browse = &model.browse;
    let walk = model.history.walk.as_ref();
    let is_reached = walk.is_some_and(|walk| walk.query() == browse.query.text());
    is_reached && !is_left && !browse.chosen && !browse.inside && model.screens.is_empty()
}

/// Does what a key does in the query, if it goes through what was asked: up from an empty line at the start, and on from
/// there while what it brought back stands as it is.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> bool {
    let walk = match (model.history.walk.take(), action) {
        (Some(mut walk), Action::Up) => {
            walk.older();
            Some(walk)
        }
        (Some(mut walk), Action::Down) => walk.newer().then_some(walk),
        (None, Action::Up) if is_free(model) => match Walk::begin(model.history.queries()) {
            None => return false,
            begun => begun,
        },
        (walk, _) => {
            model.history.walk = walk;
            return false;
        }
    };
    bring(model, walk.as_ref().map_or("", Walk::query));
    model.history.walk = walk;
    true
}

/// Whether up does nothing else: nothing is typed or selected, and no way to the end of the list to be taken back.
fn is_free(model: &Model) -> bool {
    let is_start = model.is_at_start() && model.screens.is_empty();
    is_start && model.favourites.selected.is_none() && !model.browse.search.to_last
}

/// Puts a query into the line.
pub(in crate::tui) fn bring(model: &mut Model, query: &str) {
    model.browse.query = Editor::with(query);
    model.browse.inside = false;
    model.browse.chosen = false;
    model.browse.search.choice = None;
    changed(model);
}

/// Has the file read where it was not yet, and queries written where there are any.
pub(in crate::tui) fn ask(model: &mut Model) {
    let is_wanted = model.history.is_kept() && model.catalogue.is_some();
    // What waits for its thread keeps its place.
    if !is_wanted || model.jobs.is_queued(JobKind::History) {
        return;
    }
    if let Some(asked) = model.history.unwritten.next() {
        model.jobs.queue(Job::History(asked));
    }
}

/// What no thread has yet when the program ends.
pub(in crate::tui) fn last(model: &mut Model) -> Vec<(u64, Job)> {
    let queued = model.jobs.next_of(JobKind::History);
    ask(model);
    queued.into_iter().chain(model.jobs.next_of(JobKind::History)).collect()
}

/// Takes in what the file says now. That it can't be used is told once.
pub(in crate::tui) fn answered(model: &mut Model, kept: Kept<History>) {
    if let Some(why) = failed(model, kept) {
        say(model, Tone::Warning, why);
    }
}

/// [`answered`], with what is to be told rather than telling it.
pub(in crate::tui) fn failed(model: &mut Model, kept: Kept<History>) -> Option<String> {
    let Kept { count, outcome } = kept;
    let (kept, fault) = match outcome {
        Ok(kept) => (Some(kept), None),
        Err(why) => (None, Some(why)),
    };
    model.history.answered(count, kept);
    let unwritten = &mut model.history.unwritten;
    let was_told = std::mem::replace(&mut unwritten.is_told, fault.is_some());
    fault.filter(|_| !was_told)
}
