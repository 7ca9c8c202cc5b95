//! What comes to the loop from threads of their own: events of the terminal, signals, the directory.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::Load;
use super::loading::{self, Progress};
use super::message::Msg;
use super::model::Catalogue;

/// What comes from outside to the loop: a message, or an event to be read by where the reader is.
#[derive(Debug)]
pub(super) enum Incoming {
    Event(crossterm::event::Event),
    Msg(Msg),
    Broken(io::Error),
}

/// What a thread tells the loop with; where the thread panics, the loop is told that too.
#[derive(Clone)]
pub(super) struct Voice {
    pub(super) tell: Sender<Incoming>,
    /// The words for that.
    pub(super) stopped: &'static str,
}

impl Voice {
    /// Tells something; the loop is gone only when the program ends.
    pub(super) fn tell(&self, msg: Msg) {
        let _ = self.tell.send(Incoming::Msg(msg));
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.tell.send(Incoming::Broken(io::Error::other(self.stopped)));
        }
    }
}

/// Makes the directory.
pub(super) fn load(load: Load, voice: Voice) {
    thread::spawn(move || {
        let tell = loading::by_percent(|progress| voice.tell(Msg::Loading(progress)));
        let mut notice = None;
        voice.tell(match load(&tell) {
            Ok(loaded) => {
                tell(Progress::begun(loading::Step::Indexing));
                notice = loaded.notice;
                Msg::Loaded(Arc::new(Catalogue::new(loaded.directory)))
            }
            Err(why) => Msg::LoadFailed(why),
        });
        if let Some(notice) = notice {
            voice.tell(Msg::Noticed(notice));
        }
    });
}

/// Reads what the terminal says.
pub(super) fn read_events(voice: Voice) {
    thread::spawn(move || {
        loop {
            let (incoming, broken) = match crossterm::event::read() {
                Ok(event) => (Incoming::Event(event), false),
                Err(error) => (Incoming::Broken(error), true),
            };
            if voice.tell.send(incoming).is_err() || broken {
                return;
            }
        }
    });
}

/// A closed connection or a `kill` must not leave a raw terminal behind.
#[cfg(unix)]
pub(super) fn stop_on_signals(voice: Voice) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            voice.tell(Msg::Signal(signal));
        }
    });
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn stop_on_signals(_voice: Voice) -> io::Result<()> {
    Ok(())
}
