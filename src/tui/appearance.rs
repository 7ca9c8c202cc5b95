//! The theme while the screen is up: what the terminal says of its background may change it.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use super::input::burst::Listener;
use super::keyboard::Keyboard;
use super::terminal::TerminalScreen;
use super::theme::Theme;
use super::theme::choice::{Look, ThemeName};
use super::theme::palette::Rgb;

/// How long after the question the end of the program waits for the answer: one that comes later would be typed into the
/// shell.
const ANSWERED_WITHIN: Duration = Duration::from_millis(200);

/// How often it is looked whether the answer came by then.
const LOOK_AGAIN: Duration = Duration::from_millis(2);

/// The look, and the theme that it is on this terminal.
#[derive(Debug)]
pub(super) struct Appearance {
    look: Look,
    /// What is drawn with.
    pub(super) theme: Theme,
    /// The background of the terminal, once it was told.
    background: Option<Rgb>,
    /// When the terminal was asked, while it hasn't answered.
    asked: Option<Instant>,
}

impl Appearance {
    /// The look before the terminal said anything.
    pub(super) fn new(look: Look) -> Self {
        let theme = look.theme(None);
        Self { look, theme, background: None, asked: None }
    }

    /// Asks the terminal for its background where that decides on the theme, and the answer can be heard.
    pub(super) fn ask(&mut self, screen: &TerminalScreen) -> io::Result<()> {
        if cfg!(unix) && self.look.depends_on_background() {
            self.asked = Some(Instant::now());
            screen.ask_background()?;
        }
        Ok(())
    }

    /// Draws with another theme from now on.
    pub(super) fn choose(&mut self, name: ThemeName, screen: &TerminalScreen) -> io::Result<()> {
        self.look.name = name;
        self.theme = self.look.theme(self.background);
        if self.background.is_none() { self.ask(screen) } else { Ok(()) }
    }

    /// Takes in what the terminal answered.
    pub(super) fn hear(&mut self, listener: &mut Listener) {
        // One that wasn't asked for, by whatever is shown in the terminal, changes nothing.
        if let Some(background) = listener.take_background()
            && self.look.depends_on_background()
        {
            self.asked = None;
            self.background = Some(background);
            self.theme = self.look.theme(self.background);
        }
    }

    /// Waits a moment for an answer that is still on its way.
    pub(super) fn finish(mut self, keyboard: &Keyboard, mut listener: Listener) {
        while let Some(asked) = self.asked
            && asked.elapsed() < ANSWERED_WITHIN
        {
            keyboard.listen(&mut listener);
            self.hear(&mut listener);
            thread::sleep(LOOK_AGAIN);
        }
    }
}
