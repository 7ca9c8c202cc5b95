//! What the UI does to the world outside: it starts the browser.

use std::thread;
use std::time::{Duration, Instant};

use super::keys::Action;
use super::message::Msg;
use crate::messages::browser;
use crate::opener::{self, BrowserError, Terminal};
use crate::words::Words;

/// Hands an address to the browser, on a thread of its own: starting one can take a while.
///
/// What came of it arrives as a message.
pub fn open(address: String, words: &'static Words, tell: impl FnOnce(Msg) + Send + 'static) {
    thread::spawn(move || tell(hand_over(address, words)));
}

/// How long after it opened something a key counts as still held down: longer than keyboards wait before they
/// repeat one.
const HELD: Duration = Duration::from_millis(750);

/// The key that was pressed last, and when it opened something. A key that is held down must not open one
/// page after another.
#[derive(Debug, Default)]
pub struct Held {
    action: Option<Action>,
    opened: Option<Instant>,
}

impl Held {
    /// Whether a key is still held down since it opened something.
    pub fn is_repeated(&mut self, msg: &Msg, now: Instant) -> bool {
        let action = match msg {
            Msg::Do(action) => Some(*action),
            _ => None,
        };
        let is_recent = self.opened.is_some_and(|at| now.saturating_duration_since(at) < HELD);
        let is_repeated = is_recent && action.is_some() && action == self.action;
        self.action = action;
        self.opened = is_repeated.then_some(now);
        is_repeated
    }

    /// That the key opened something.
    pub fn opened(&mut self, now: Instant) {
        self.opened = Some(now);
    }
}

fn hand_over(address: String, words: &Words) -> Msg {
    match opener::hand_over(&address, Terminal::Taken) {
        Ok(()) => Msg::HandedOver(address),
        Err(BrowserError::NoDisplay) => Msg::NoDisplay(address),
        Err(why) => Msg::OpenFailed { address, why: browser::why(words, &why) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_is_held_down_opens_once() {
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let (enter, open) = (Msg::Do(Action::Activate), Msg::Do(Action::Open));
        let mut held = Held::default();
        assert!(!held.is_repeated(&enter, at(0)));
        // It asked first: the second press is no repetition.
        assert!(!held.is_repeated(&enter, at(100)));
        held.opened(at(100));
        for repeated in [600, 640, 1_300, 2_000] {
            assert!(held.is_repeated(&enter, at(repeated)), "{repeated}");
        }
        assert!(!held.is_repeated(&enter, at(2_800)), "it was let go");
        held.opened(at(2_800));
        assert!(!held.is_repeated(&open, at(2_810)), "another key");
        assert!(!held.is_repeated(&enter, at(2_820)), "something came between");
        held.opened(at(2_820));
        assert!(!held.is_repeated(&Msg::Type('a'), at(2_830)));
        assert!(!held.is_repeated(&Msg::Type('a'), at(2_840)), "text is never held back");
    }

    #[test]
    fn only_https_addresses_are_handed_over() {
        for address in ["http://www.zwolle.nl", "file:///etc/passwd", "javascript:alert(1)", "-x"] {
            let msg = hand_over(address.to_owned(), crate::words::Language::En.words());
            assert!(matches!(msg, Msg::OpenFailed { .. }), "{msg:?}");
        }
    }
}
