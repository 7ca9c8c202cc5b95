//! What comes to the loop from threads of their own.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::Load;
use super::environment;
use super::input::burst::Burst;
use super::loading::{self, Progress};
use super::message::Msg;
use super::model::Catalogue;

/// What comes from outside to the loop.
#[derive(Debug)]
pub(super) enum Incoming {
    Msg(Msg),
    /// The keyboard or a signal has something to tell.
    Woken,
    /// The terminal is gone.
    HungUp,
    Broken(io::Error),
}

/// The way from a thread to the loop; where the thread panics, the loop learns that too.
#[derive(Clone)]
pub(super) struct Notifier {
    pub(super) sender: Sender<Incoming>,
    /// The words for that.
    pub(super) stopped: &'static str,
}

impl Notifier {
    /// Sends a message; the loop is gone only when the program ends.
    pub(super) fn notify(&self, msg: Msg) {
        self.send(Incoming::Msg(msg));
    }

    /// Makes the loop look for what there is.
    pub(super) fn wake(&self) {
        self.send(Incoming::Woken);
    }

    pub(super) fn send(&self, incoming: Incoming) {
        let _ = self.sender.send(incoming);
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.sender.send(Incoming::Broken(io::Error::other(self.stopped)));
        }
    }
}

/// Makes the directory.
pub(super) fn load(load: Load, notifier: Notifier) {
    thread::spawn(move || {
        environment::panic_if_asked("load");
        let pass_on = loading::by_percent(|progress| notifier.notify(Msg::Loading(progress)));
        let (mut notice, mut message) = (None, None);
        notifier.notify(match load(&pass_on) {
            Ok(loaded) => {
                pass_on(Progress::begun(loading::Step::Indexing));
                notice = loaded.notice;
                message = loaded.message;
                let catalogue = Catalogue::new(loaded.directory).among(loaded.among);
                Msg::Loaded(Arc::new(catalogue))
            }
            Err(why) => Msg::LoadFailed(why),
        });
        if let Some(message) = message {
            notifier.notify(Msg::Burst(Burst::pasted(message)));
        }
        if let Some(notice) = notice {
            notifier.notify(Msg::Noticed(notice));
        }
    });
}
