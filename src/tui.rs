//! The terminal UI.
//!
//! What the terminal sends becomes messages ([`input`]), messages change the model ([`update`](mod@update)), the
//! model is drawn ([`view`](mod@view)). Drawing can't change anything, and changing does nothing to
//! the world: what is to be done outside comes back as an effect and is done here.

mod appearance;
pub mod effects;
pub mod environment;
pub mod favourites;
pub mod history;
pub mod input;
pub mod job;
mod keyboard;
pub mod keys;
pub mod last_edition;
pub mod layout;
pub mod loading;
pub mod message;
pub mod model;
mod new_file;
mod options;
mod pause;
pub mod picking;
mod proposals_file;
pub mod screens;
mod signals;
mod sources;
pub mod terminal;
pub mod theme;
mod tty;
pub mod unwritten;
pub mod update;
pub mod view;
pub mod widgets;
pub mod worker;

#[cfg(test)]
mod tests;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use crate::tui::appearance::Appearance;
pub use crate::tui::environment::ColorChoice;
use crate::tui::favourites::state::Keeping;
use crate::tui::favourites::update as at_hand;
use crate::tui::history::state::Remembering;
use crate::tui::history::update as asked;
use crate::tui::input::burst::Listener;
use crate::tui::job::{Answer, Context, Job, JobKind};
use crate::tui::keyboard::Keyboard;
use crate::tui::keys::keymap::keymap;
use crate::tui::keys::told::keymap_fault;
pub use crate::tui::message::Ending;
use crate::tui::message::{Effect, Msg};
use crate::tui::model::Model;
pub use crate::tui::options::{Ended, Load, Loaded, Options};
use crate::tui::pause::Pause;
use crate::tui::screens::observe::writer::{ObservationWriter, OwnFile};
use crate::tui::screens::review::state::ReviewState;
use crate::tui::signals::Signals;
use crate::tui::sources::{Incoming, Notifier, load};
pub use crate::tui::terminal::terminal_size;
use crate::tui::terminal::{Stop, TerminalScreen};
pub use crate::tui::theme::choice::ThemeName;
use crate::tui::update::update;
use crate::tui::view::view;
use crate::tui::worker::{Task, Workers};

/// How long a thread that panicked may take to write what happened: on a busy machine, long.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// How long the UI waits for something to happen before it looks whether the terminal has another
/// size: a resize before the signal handler stands is never reported.
const IDLE: Duration = Duration::from_millis(500);

/// How long a frame waits for the rest of an answer: longer than that takes in a directory of
/// some thousands, where half an answer would only flicker, and too short to be felt in a larger.
const PATIENCE: Duration = Duration::from_millis(5);

/// How long the loop takes in what comes before it draws again.
const FRAME: Duration = Duration::from_millis(30);

/// How long it may be unclear whether more is being typed: longer than any thread waits for its turn.
const UNCLEAR: Duration = Duration::from_millis(500);

/// The number of the signal for a terminal that is gone.
const HANG_UP: i32 = 1;

/// How long the program waits at its end for what is being recorded: longer than for a file that another
/// program holds.
const LAST_WRITES: Duration = Duration::from_secs(15);

/// Runs the UI until the reader is done. The terminal is given back before this returns.
///
/// # Errors
///
/// Where input or output is no terminal, or one that can't show a screen, or the terminal fails.
pub fn run(options: Options) -> io::Result<Ended> {
    let mut appearance = Appearance::new(environment::look(&options));
    let words = options.language.words();
    environment::check_terminal(words)?;
    let mut model =
        Model::new(options.language, options.today, options.query.as_deref().unwrap_or_default());
    model.loading.file = options.file;
    let chosen = keymap(&options.settings.chosen_keys());
    let keys_fault = chosen.as_ref().err().map(|(_, error)| keymap_fault(words, error));
    model.keymap = chosen.unwrap_or(model.keymap);
    model.settings = options.settings;
    model.picking = options.picking;
    let own = |path: PathBuf| OwnFile { name: environment::short_name(&path), path };
    if let Some((path, proposals)) = options.review {
        model.review = ReviewState::new(own(path), proposals);
    }
    model.add.file = options.additions_file.map(own);
    let writer = options.own_file.map(|path| ObservationWriter {
        file: own(path),
        today: options.today,
        words,
    });
    let favourites = options.favourites_file.filter(|_| !options.private).map(own);
    model.favourites.keeping = match &favourites {
        Some(file) => Keeping::File(file.name.clone()),
        None if options.private => Keeping::Private,
        None => Keeping::Nowhere,
    };
    let history = options.history_file.map(own);
    model.history.remembering = Remembering::of(
        options.private,
        model.settings.interface.history,
        history.as_ref().map(|file| file.name.clone()),
    );
    let history = history.filter(|_| model.history.is_kept());
    model.observe.file = writer.as_ref().map(|writer| writer.file.name.clone());
    let (sender, inbox) = channel();
    let notifier = Notifier { sender, stopped: words.stopped };
    let signals = signals::listen(notifier.clone())?;
    let mut screen = TerminalScreen::enter(options.mouse)?;
    appearance.ask(&screen)?;
    load(options.load, notifier.clone());
    if let Some(fault) = keys_fault {
        notifier.notify(Msg::Noticed(words.settings_keys_left_out(&fault)));
    }
    let keyboard = Keyboard::start(notifier.clone());
    let editions = options.editions_folder.filter(|_| !options.private);
    model.last_edition.is_kept = editions.is_some();
    let context = Context { words, today: options.today, writer, favourites, history, editions };
    let answers = notifier.clone();
    let workers = Workers::start(&context, move |generation, answer| {
        answers.notify(Msg::Done(generation, answer));
    });
    let patience = Instant::now();
    let mut all = Loop {
        model: &mut model,
        appearance,
        screen: &mut screen,
        inbox,
        signals,
        keyboard,
        listener: Listener::default(),
        notifier,
        workers,
        held: effects::Held::default(),
        pause: Pause::default(),
        patience,
    };
    let ending = all.run();
    let Loop { inbox, workers, appearance, keyboard, listener, .. } = all;
    appearance.finish(&keyboard, listener);
    drop(screen);
    let unrecorded = finish(workers, &inbox, &mut model);
    Ok(Ended { ending: ending?, unrecorded, catalogue: model.catalogue.take() })
}

/// Waits for what is being written, so that nothing is lost by leaving; what could not be, in sentences.
fn finish(workers: Workers, inbox: &Receiver<Incoming>, model: &mut Model) -> Vec<String> {
    let words = model.words;
    for (generation, job) in at_hand::last(model).into_iter().chain(asked::last(model)) {
        if let Some(catalogue) = model.catalogue.clone() {
            workers.take_on(Task { catalogue, words, generation, job });
        }
    }
    let written =
        [JobKind::Observe, JobKind::Favourites, JobKind::History, JobKind::Review, JobKind::Add];
    let unfinished = workers.finish(&written, LAST_WRITES);
    let failed = inbox.try_iter().filter_map(|incoming| match incoming {
        Incoming::Msg(Msg::Done(_, Answer::Observe(Err(why)))) => Some(words.not_recorded(&why)),
        Incoming::Msg(Msg::Done(_, Answer::Review(outcome))) => outcome.err().map(|it| it.why),
        Incoming::Msg(Msg::Done(_, Answer::Add(added))) => added.err(),
        Incoming::Msg(Msg::Done(_, Answer::Favourites(kept))) => at_hand::failed(model, kept),
        Incoming::Msg(Msg::Done(_, Answer::History(kept))) => asked::failed(model, kept),
        _ => None,
    });
    let mut all: Vec<String> = failed.collect();
    if unfinished.contains(&JobKind::Observe) {
        let file = model.observe.file.as_deref().unwrap_or_default();
        all.push(words.observe_unfinished(file));
    }
    if unfinished.contains(&JobKind::Add) {
        let file = model.add.file.as_ref().map_or("", |file| &file.name);
        all.push(words.observe_unfinished(file));
    }
    if unfinished.contains(&JobKind::Review) {
        let file = model.review.file.as_ref().map_or("", |file| &file.name);
        all.push(words.observe_unfinished(file));
    }
    all
}

/// Takes what else there is, as long as the frame can wait. What is taken is acted on: later it stays where it is.
fn in_time<T>(elapsed: Duration, more: impl FnOnce() -> Option<T>) -> Option<T> {
    if elapsed > FRAME { None } else { more() }
}

struct Loop<'a> {
    model: &'a mut Model,
    appearance: Appearance,
    screen: &'a mut TerminalScreen,
    inbox: Receiver<Incoming>,
    signals: Arc<Signals>,
    keyboard: Keyboard,
    listener: Listener,
    notifier: Notifier,
    workers: Workers,
    /// The key that was pressed last.
    held: effects::Held,
    /// What waits until nothing is typed for a moment.
    pause: Pause,
    /// Until when a frame waits for an answer that is outstanding.
    patience: Instant,
}

impl Loop<'_> {
    /// Draws, waits, takes in all that has come, and draws once again.
    fn run(&mut self) -> io::Result<Ending> {
        loop {
            let size = self.screen.size()?;
            self.update(Msg::Resized(size))?;
            self.hold()?;
            self.screen.draw(size, |frame| view(self.model, &self.appearance.theme, frame))?;
            environment::panic_if_asked("draw");
            let mut next = self.wait(size)?;
            let start = Instant::now();
            loop {
                if let Some(ending) = self.heed()? {
                    return Ok(ending);
                }
                if let Some(msg) = next
                    && let Some(ending) = self.take(msg)?
                {
                    return Ok(ending);
                }
                if let Some(ending) = self.press()? {
                    return Ok(ending);
                }
                if let Some(edit) = self.pause.over(Instant::now()) {
                    self.update(Msg::Paused(edit))?;
                }
                next = in_time(start.elapsed(), || self.more());
                if next.is_none() {
                    break;
                }
            }
        }
    }

    /// What comes next; nothing where the terminal has got another size without saying so, or time decides
    /// what keys mean.
    fn wait(&self, drawn: Size) -> io::Result<Option<Incoming>> {
        loop {
            let due = [self.listener.deadline(), self.pause.deadline()].into_iter().flatten().min();
            let due = due.map(|it| it.saturating_duration_since(Instant::now()));
            // Never without a break: what is on its way must get here.
            let limit = due.map_or(IDLE, |due| due.clamp(Duration::from_millis(1), IDLE));
            match self.inbox.recv_timeout(limit) {
                Ok(incoming) => return Ok(Some(incoming)),
                Err(_) => self.hold()?,
            }
            if due.is_some() || self.screen.size()? != drawn {
                return Ok(None);
            }
        }
    }

    /// What else is to be taken in before a frame is worth drawing.
    fn more(&self) -> Option<Incoming> {
        let patience = self.patience.saturating_duration_since(Instant::now());
        if self.model.is_waiting() && !patience.is_zero() {
            self.inbox.recv_timeout(patience).ok()
        } else {
            self.inbox.try_recv().ok()
        }
    }

    /// Does what signals ask for, before all else.
    fn heed(&mut self) -> io::Result<Option<Ending>> {
        if let Some(number) = self.signals.ending() {
            return self.update(Msg::Signal(number));
        }
        if self.signals.is_to_stop() {
            self.screen.stop(Stop::FromOutside)?;
        }
        if self.signals.goes_on() {
            self.screen.go_on()?;
        }
        Ok(None)
    }

    /// Acts on what was pressed, as far as that is known by now.
    fn press(&mut self) -> io::Result<Option<Ending>> {
        loop {
            if let Some(ending) = self.heed()? {
                return Ok(Some(ending));
            }
            let clear = self.keyboard.listen(&mut self.listener).or_else(|| {
                let now = Instant::now();
                let since = self.listener.deadline()?;
                (now.saturating_duration_since(since) > UNCLEAR).then_some(now)
            });
            self.appearance.hear(&mut self.listener);
            let situation = self.model.situation();
            let Some(pressed) = self.listener.next(clear, situation) else {
                return Ok(None);
            };
            let msg = input::translate(pressed, situation);
            let msg = msg.filter(|msg| !self.held.is_repeated(msg, Instant::now()));
            if let Some(msg) = msg
                && let Some(ending) = self.update(msg)?
            {
                return Ok(Some(ending));
            }
        }
    }

    /// Stops where the terminal is no longer ours, because a thread panicked.
    fn hold(&self) -> io::Result<()> {
        if self.screen.is_taken() {
            return Ok(());
        }
        // The thread says so when it has written what happened.
        while let Ok(incoming) = self.inbox.recv_timeout(LAST_WORDS) {
            if let Incoming::Broken(error) = incoming {
                return Err(error);
            }
        }
        Err(io::Error::other(self.model.words.stopped))
    }

    fn take(&mut self, incoming: Incoming) -> io::Result<Option<Ending>> {
        let msg = match incoming {
            Incoming::Msg(msg) => Some(msg),
            Incoming::Woken => None,
            Incoming::HungUp => Some(Msg::Signal(HANG_UP)),
            Incoming::Broken(error) => return Err(error),
        };
        msg.map_or(Ok(None), |msg| self.update(msg))
    }

    /// Takes a message in, and does outside what comes of it.
    fn update(&mut self, msg: Msg) -> io::Result<Option<Ending>> {
        let effect = update(self.model, msg);
        self.workers.follow(&self.model.jobs);
        self.pause.follow(self.model.awaits_pause(), Instant::now());
        match effect {
            Some(Effect::End(ending)) => return Ok(Some(ending)),
            Some(Effect::Run(generation, job)) => self.run_job(generation, job),
            Some(Effect::Open(address)) => {
                self.held.opened(Instant::now());
                let notifier = self.notifier.clone();
                let words = self.model.words;
                effects::open(address, words, move |msg| notifier.notify(msg));
            }
            Some(Effect::Copy(text)) => self.screen.copy(&text)?,
            Some(Effect::Theme(name)) => self.appearance.choose(name, self.screen)?,
            Some(Effect::Redraw) => self.screen.clear()?,
            Some(Effect::Suspend) => self.screen.stop(Stop::FromInside)?,
            None => {}
        }
        Ok(None)
    }
    /// Hands a job to the thread that does such work. A frame waits a moment for the answer to a question.
    fn run_job(&mut self, generation: u64, job: Job) {
        if let Some(catalogue) = self.model.catalogue.clone() {
            if job.kind().is_newest_only() {
                self.patience = Instant::now() + PATIENCE;
            }
            let words = self.model.words;
            self.workers.take_on(Task { catalogue, words, generation, job });
        }
    }
}
