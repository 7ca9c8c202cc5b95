//! Styles for text that goes to a terminal: few, and none where they aren't wanted.

use crate::audit::Severity;
use crate::directory::Trust;
use crate::text::sanitise;

/// Puts styles around texts, or leaves them plain; whatever it prints is harmless.
#[derive(Debug, Clone, Copy)]
pub(super) struct Styles {
    on: bool,
}

/// How a verdict is meant; its word says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// An account that is as sure as this.
    Trust(Trust),
    /// Neither good nor bad.
    Plain,
    /// A warning.
    Alarm,
}

/// A text made harmless, without a style.
pub(super) fn plain(text: &str) -> String {
    sanitise::escaped(text)
}

impl Styles {
    pub(super) fn new(on: bool) -> Self {
        Self { on }
    }

    pub(super) fn bold(self, text: &str) -> String {
        self.styled("1", text)
    }

    pub(super) fn dim(self, text: &str) -> String {
        self.styled("2", text)
    }

    /// The word of a trust level in its colour: the same three as on the screen.
    pub(super) fn trust(self, trust: Trust, word: &str) -> String {
        self.styled(colour(trust), word)
    }

    /// Words about findings of a severity, in its colour.
    pub(super) fn severity(self, severity: Severity, text: &str) -> String {
        let colour = match severity {
            Severity::Note => "36",
            Severity::Warning => "33",
            Severity::Error => "31",
        };
        self.styled(colour, text)
    }

    /// The word for a verdict, bold and in the colour of its tone.
    pub(super) fn bold_in(self, tone: Tone, word: &str) -> String {
        let colour = match tone {
            Tone::Trust(trust) => colour(trust),
            Tone::Alarm => "31",
            Tone::Plain => return self.bold(word),
        };
        self.styled(&format!("1;{colour}"), word)
    }

    fn styled(self, code: &str, text: &str) -> String {
        let text = sanitise::escaped(text);
        if self.on && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text }
    }
}

fn colour(trust: Trust) -> &'static str {
    match trust {
        Trust::Confirmed => "32",
        Trust::Aged => "33",
        Trust::Reported => "36",
    }
}
