//! The terminal UI.
//!
//! Events become messages ([`input`]), messages change the model ([`update`](mod@update)), the
//! model is drawn ([`view`](mod@view)). Drawing can't change anything, and changing does nothing to
//! the world: what is to be done outside comes back as an effect and is done here.

pub mod editor;
pub mod effects;
pub mod environment;
pub mod input;
pub mod keys;
pub mod layout;
pub mod message;
pub mod model;
pub mod picture;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;

#[cfg(test)]
mod tests;

use std::fmt;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;

use crate::directory::{Date, Directory};
use crate::words::Language;
pub use environment::ColourChoice;
pub use message::Ending;
use message::{Effect, Msg};
use model::{Catalogue, Model};
use terminal::Screen;
use theme::Theme;
use update::update;
use view::view;

/// How long the UI waits for something to happen before it looks whether the terminal has another
/// size: a resize before the signal handler stands is never reported.
const IDLE: Duration = Duration::from_millis(500);

/// Makes the directory, or says why it can't be had.
pub type Load = Box<dyn FnOnce() -> Result<Directory, String> + Send>;

/// What the UI is started with.
pub struct Options {
    /// Makes the directory; called on a thread of its own, while the first frame is drawn.
    pub load: Load,
    /// What is searched at first.
    pub query: Option<String>,
    /// The language of the interface.
    pub language: Language,
    /// Whether colour is used.
    pub colour: ColourChoice,
    /// Whether only ASCII is drawn; also so where the locale can't show more.
    pub ascii: bool,
    /// Whether clicks and the wheel are listened to.
    pub mouse: bool,
    /// The day on which trust is reckoned.
    pub today: Date,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("query", &self.query)
            .field("language", &self.language)
            .field("colour", &self.colour)
            .field("ascii", &self.ascii)
            .field("mouse", &self.mouse)
            .field("today", &self.today)
            .finish_non_exhaustive()
    }
}

/// Runs the UI until the reader is done. The terminal is given back before this returns.
///
/// # Errors
///
/// Where input or output is no terminal, or the terminal fails.
pub fn run(options: Options) -> io::Result<Ending> {
    let theme = environment::theme(options.colour, options.ascii);
    let words = options.language.words();
    let mut model =
        Model::new(options.language, options.today, options.query.as_deref().unwrap_or_default());
    let (tell, inbox) = channel();
    stop_on_signals(tell.clone())?;
    let mut screen = Screen::enter(options.mouse, words.no_terminal)?;
    load(options.load, tell.clone());
    read_events(tell.clone());
    Loop { model: &mut model, theme: &theme, screen: &mut screen, inbox, tell }.run()
}

/// What comes from outside to the loop: a message, or an event to be read by where the reader is.
#[derive(Debug)]
enum Incoming {
    Event(crossterm::event::Event),
    Msg(Msg),
    Broken(io::Error),
}

fn load(load: Load, tell: Sender<Incoming>) {
    thread::spawn(move || {
        let msg = match load() {
            Ok(directory) => Msg::Loaded(Box::new(Catalogue::new(directory))),
            Err(why) => Msg::LoadFailed(why),
        };
        let _ = tell.send(Incoming::Msg(msg));
    });
}

fn read_events(tell: Sender<Incoming>) {
    thread::spawn(move || {
        loop {
            let (incoming, broken) = match crossterm::event::read() {
                Ok(event) => (Incoming::Event(event), false),
                Err(error) => (Incoming::Broken(error), true),
            };
            if tell.send(incoming).is_err() || broken {
                return;
            }
        }
    });
}

/// A closed connection or a `kill` must not leave a raw terminal behind.
#[cfg(unix)]
fn stop_on_signals(tell: Sender<Incoming>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            if tell.send(Incoming::Msg(Msg::Signal(signal))).is_err() {
                return;
            }
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn stop_on_signals(_tell: Sender<Incoming>) -> io::Result<()> {
    Ok(())
}

struct Loop<'a> {
    model: &'a mut Model,
    theme: &'a Theme,
    screen: &'a mut Screen,
    inbox: Receiver<Incoming>,
    tell: Sender<Incoming>,
}

impl Loop<'_> {
    /// Draws, waits, takes in all that has come, and draws once again.
    fn run(&mut self) -> io::Result<Ending> {
        loop {
            let size = self.screen.size()?;
            update(self.model, Msg::Resized(size));
            let drawn = self.screen.draw(|frame| view(self.model, self.theme, frame))?;
            environment::panic_if_asked();
            let mut next = self.wait(drawn)?;
            while let Some(incoming) = next {
                if let Some(ending) = self.take(incoming)? {
                    return Ok(ending);
                }
                next = self.inbox.try_recv().ok();
            }
        }
    }

    /// What comes next; nothing where the terminal has got another size without saying so.
    fn wait(&self, drawn: Size) -> io::Result<Option<Incoming>> {
        loop {
            match self.inbox.recv_timeout(IDLE) {
                Ok(incoming) => return Ok(Some(incoming)),
                Err(_) if !self.screen.is_taken() => {
                    return Err(io::Error::other(self.model.words.stopped));
                }
                Err(RecvTimeoutError::Timeout) if self.screen.size()? == drawn => {}
                Err(_) => return Ok(None),
            }
        }
    }

    fn take(&mut self, incoming: Incoming) -> io::Result<Option<Ending>> {
        let msg = match incoming {
            Incoming::Event(event) => input::translate(&event, self.model.situation()),
            Incoming::Msg(msg) => Some(msg),
            Incoming::Broken(error) => return Err(error),
        };
        match msg.and_then(|msg| update(self.model, msg)) {
            Some(Effect::End(ending)) => return Ok(Some(ending)),
            Some(Effect::Open(address)) => {
                let tell = self.tell.clone();
                effects::open(address, move |msg| {
                    // The loop is gone only when the program ends.
                    let _ = tell.send(Incoming::Msg(msg));
                });
            }
            Some(Effect::Copy(text)) => self.screen.copy(&text)?,
            Some(Effect::Redraw) => self.screen.clear()?,
            Some(Effect::Suspend) => self.screen.suspend()?,
            None => {}
        }
        Ok(None)
    }
}
