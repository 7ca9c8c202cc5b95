//! Telling keys that were pressed from text that came in one go.
//!
//! A terminal without bracketed paste hands over a pasted message as if somebody had typed it, and a message
//! holds line ends and letters that command something elsewhere. But nobody types several keys within
//! a few milliseconds. So a key commands only where nothing came shortly before it and nothing comes
//! shortly after it; keys that come together are text. What can't do harm is not held up: letters where
//! text is typed, and the keys that only move, which a keyboard repeats faster than any hand.
//!
//! No clock is read here: when something came, and what time it is, is told.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};

use super::decoder::{Decoder, Heard, LONGEST_PASTE, QUIET};
pub use super::text::Burst;
use super::text::{Steering, steers};
use crate::tui::keys::{Action, Situation, lookup};
use crate::tui::theme::palette::Rgb;

/// How long after text that came in one go a key is still a part of it: a connection may hand over what
/// was pasted in pieces.
const AFTERMATH: Duration = Duration::from_millis(60);

/// How long a text may go on coming before what came of it is shown.
const SHOWN_AFTER: Duration = Duration::from_millis(250);

/// The most keys of one go that wait to be told from text.
const MOST_HELD: usize = 4096;

/// The most of what the terminal sent that waits to be taken in. Nobody presses an arrow so many times
/// ahead.
const MOST_WAITING: usize = 2048;

/// Something for the program to act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// A key that was pressed, or one that is the same either way.
    Key(KeyEvent),
    /// The mouse.
    Mouse(MouseEvent),
    /// A text that came in one go.
    Burst(Burst),
}

/// What came in one go so far.
#[derive(Debug)]
struct Run {
    /// When the first and the last of it came.
    first: Instant,
    last: Instant,
    /// How many keys it has.
    keys: usize,
    /// Whether each came by itself, so that a keyboard may repeat it.
    is_one_by_one: bool,
    /// Whether all only steer.
    only_steers: bool,
    /// The first, while all others are the same.
    same: Option<KeyEvent>,
    /// The key presses that are not acted on yet.
    held: Vec<KeyEvent>,
    /// The text, once it is known to be some.
    text: Option<Burst>,
    /// Whether the program was told of it.
    is_told: bool,
}

/// Hears what the terminal sends, and tells what to act on.
#[derive(Debug, Default)]
pub struct Listener {
    decoder: Decoder,
    /// When the last byte came.
    last: Option<Instant>,
    /// When the first byte of what is still incomplete came: a key belongs to what came just before that, however
    /// long the rest of it takes.
    begun: Option<Instant>,
    /// What was heard, when that began, and when it was whole.
    waiting: VecDeque<(Vec<Heard>, Instant, Instant)>,
    /// How much that is.
    count: usize,
    run: Option<Run>,
    told: VecDeque<Pressed>,
    /// When Ctrl-C came, while nothing came behind it.
    interrupt: Option<Instant>,
}

impl Listener {
    /// Bytes came.
    pub fn hear(&mut self, bytes: &[u8], at: Instant) {
        self.give_up(at);
        let mut heard = Vec::new();
        self.decoder.read(bytes, &mut heard);
        self.last = Some(at);
        let begun = self.begun.take().unwrap_or(at);
        if self.decoder.patience().is_some() {
            self.begun = Some(if heard.is_empty() { begun } else { at });
        }
        self.wait_for(heard, begun, at);
    }

    /// The background that the terminal said it has, once after each time that it said so.
    pub fn take_background(&mut self) -> Option<Rgb> {
        self.decoder.take_background()
    }

    /// The events as they are, where crossterm read them.
    pub fn take_in(&mut self, heard: Vec<Heard>, at: Instant) {
        self.wait_for(heard, at, at);
    }

    fn wait_for(&mut self, mut heard: Vec<Heard>, begun: Instant, at: Instant) {
        match heard.last() {
            Some(Heard::Key(key)) if is_interrupt(key) => self.interrupt = Some(at),
            Some(_) => self.interrupt = None,
            None => return,
        }
        if self.count >= MOST_WAITING {
            heard.retain(|it| matches!(it, Heard::Key(key) if steers(key).is_none()));
            heard.truncate(LONGEST_PASTE.saturating_sub(self.count));
        }
        self.count += heard.len();
        self.waiting.push_back((heard, begun, at));
    }

    /// What is incomplete for too long is no longer waited for.
    fn give_up(&mut self, now: Instant) {
        let Some(last) = self.last else {
            return;
        };
        while let Some(heard) = self.decoder.wait(now.saturating_duration_since(last)) {
            let begun = self.begun.take().unwrap_or(last);
            self.wait_for(vec![heard], begun, last);
        }
    }

    /// The next thing to act on where the reader is. All that came until `now` was heard; where that is
    /// not known, nothing is decided by the time.
    pub fn next(&mut self, now: Option<Instant>, situation: Situation) -> Option<Pressed> {
        if let Some(now) = now {
            self.give_up(now);
            if self.interrupt.is_some_and(|at| is_past(at, QUIET, now)) {
                *self = Self::default();
                let key = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
                return Some(Pressed::Key(key));
            }
        }
        loop {
            if let Some(pressed) = self.told.pop_front() {
                return Some(pressed);
            }
            // Up to when it is known that nothing else came.
            let begun = self.begun.into_iter().chain(now).min();
            let until = self.waiting.front().map(|(_, begun, _)| *begun).or(now.and(begun))?;
            if self.settle(until, situation) {
                continue;
            }
            let (heard, _, at) = self.waiting.pop_front()?;
            self.count -= heard.len();
            self.join(heard, at, situation);
        }
    }

    /// When to ask again, if nothing else comes.
    pub fn deadline(&self) -> Option<Instant> {
        let incomplete = self.decoder.patience().zip(self.last).map(|(long, last)| last + long);
        let undecided = self.run.as_ref().filter(|run| run.is_open()).map(|run| run.last + QUIET);
        // What began in time belongs to it, and is waited for.
        let undecided = undecided.filter(|due| self.begun.is_none_or(|begun| begun >= *due));
        let interrupt = self.interrupt.map(|at| at + QUIET);
        [incomplete, undecided, interrupt].into_iter().flatten().min()
    }

    /// Nothing came until then: whether that decides something.
    fn settle(&mut self, until: Instant, situation: Situation) -> bool {
        let Some(run) = &mut self.run else {
            return false;
        };
        if run.is_open() && is_past(run.last, QUIET, until) {
            self.told.extend(run.resolve(situation, false));
            return true;
        }
        if is_past(run.last, run.reach(), until) {
            self.run = None;
        }
        false
    }

    /// More came: to what came just before, or as the first.
    fn join(&mut self, heard: Vec<Heard>, at: Instant, situation: Situation) {
        let keys = heard.iter().filter(|it| !matches!(it, Heard::Mouse(_))).count();
        for one in &heard {
            if let Heard::Mouse(mouse) = one {
                self.told.push_back(Pressed::Mouse(*mouse));
            }
        }
        if keys == 0 {
            return;
        }
        let run = self.run.get_or_insert_with(|| Run::begun(at));
        run.last = at;
        run.is_one_by_one &= keys == 1;
        for one in heard {
            run.add(one);
        }
        self.told.extend(run.act_at_once(situation));
        if run.is_long() {
            self.told.extend(run.resolve(situation, true));
        }
    }
}

fn is_past(at: Instant, long: Duration, now: Instant) -> bool {
    now.saturating_duration_since(at) >= long
}

impl Run {
    fn begun(at: Instant) -> Self {
        Self {
            first: at,
            last: at,
            keys: 0,
            is_one_by_one: true,
            only_steers: true,
            same: None,
            held: Vec::new(),
            text: None,
            is_told: true,
        }
    }

    /// Whether something of it is not acted on yet.
    fn is_open(&self) -> bool {
        !self.held.is_empty() || !self.is_told
    }

    /// Until how long after its last key another belongs to it.
    fn reach(&self) -> Duration {
        if self.text.is_some() { AFTERMATH } else { QUIET }
    }

    /// Whether it is no longer waited for what else it holds.
    fn is_long(&self) -> bool {
        let is_slow = self.is_open() && self.last.duration_since(self.first) >= SHOWN_AFTER;
        self.held.len() > MOST_HELD || (is_slow && !self.is_one_by_one)
    }

    fn add(&mut self, heard: Heard) {
        match heard {
            Heard::Key(key) => {
                self.only_steers &= steers(&key).is_some();
                self.same =
                    if self.keys == 0 { Some(key) } else { self.same.filter(|it| *it == key) };
                self.keys += 1;
                self.held.push(key);
                if self.text.is_some() {
                    self.become_text();
                }
            }
            Heard::Paste(text) => {
                self.become_text();
                let burst = self.text.get_or_insert_default();
                burst.is_pasted = true;
                burst.push(&text);
                self.is_told = false;
            }
            Heard::PasteEnd => self.become_text(),
            Heard::Mouse(_) => {}
        }
    }

    /// All of it is text, whatever comes.
    fn become_text(&mut self) {
        let burst = self.text.get_or_insert_default();
        for key in self.held.drain(..) {
            self.is_told = false;
            let only_moves = steers(&key) == Some(Steering::Moving);
            if only_moves && key.code != KeyCode::Backspace {
                // A selection that a text moved is one that nobody chose.
                burst.has_commands = true;
            } else {
                burst.add(&key);
            }
        }
    }

    /// What makes no difference whether it was pressed or is a part of a text: keys that only move, and
    /// letters where text is typed. A letter that moves does so once a keyboard repeats it.
    fn act_at_once(&mut self, situation: Situation) -> Vec<Pressed> {
        if let Some(burst) = &self.text {
            // A paste is whole as it comes.
            let is_whole = burst.is_pasted && !burst.is_more;
            return if is_whole { self.tell(false) } else { Vec::new() };
        }
        let only_moves = |key: &KeyEvent| steers(key) == Some(Steering::Moving);
        let moving = if self.held.iter().all(only_moves) { self.held.len() } else { 0 };
        let mut pressed: Vec<Pressed> = self.held.drain(..moving).map(Pressed::Key).collect();
        let is_typed = |key: &KeyEvent| {
            matches!(key.code, KeyCode::Char(_))
                && situation.focus.is_text()
                && lookup(key, situation).is_none()
        };
        let is_repeated = self.keys > 1 && self.repeats(situation);
        if self.is_one_by_one && (is_repeated || self.held.iter().all(is_typed)) {
            pressed.extend(self.held.drain(..).map(Pressed::Key));
        }
        pressed
    }

    /// Whether all of it is one key that moves.
    fn repeats(&self, situation: Situation) -> bool {
        self.same.and_then(|key| lookup(&key, situation)).is_some_and(Action::moves)
    }

    /// Nothing came for a while: one key alone was pressed, and so were keys that only move; all else is
    /// text.
    fn resolve(&mut self, situation: Situation, is_unfinished: bool) -> Vec<Pressed> {
        if self.text.is_none() {
            if self.keys == 1 || self.only_steers || self.repeats(situation) {
                return self.held.drain(..).map(Pressed::Key).collect();
            }
            self.become_text();
        }
        self.tell(is_unfinished)
    }

    fn tell(&mut self, is_unfinished: bool) -> Vec<Pressed> {
        self.first = self.last;
        let Some(burst) = self.text.as_mut().filter(|_| !self.is_told) else {
            return Vec::new();
        };
        self.is_told = !is_unfinished;
        burst.is_unfinished = is_unfinished;
        let told = vec![Pressed::Burst(burst.clone())];
        burst.is_more = true;
        told
    }
}

fn is_interrupt(key: &KeyEvent) -> bool {
    matches!(key.code, KeyCode::Char('c' | 'C')) && key.modifiers == KeyModifiers::CONTROL
}

#[cfg(test)]
mod tests;
