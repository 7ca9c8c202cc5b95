//! How things look: styles by meaning, and the glyphs.
//!
//! Only the 16 colours of the terminal and its modifiers are used, and the background is never
//! painted: the reader chose those to be readable. Meaning never hangs on colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::audit::Severity;
use crate::check::{MessageVerdict, Verdict};
use crate::directory::Trust;
use crate::text::width::ellipsis;

/// The look of everything on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Plain text.
    pub base: Style,
    /// What can be passed over.
    pub muted: Style,
    /// The name of what is shown.
    pub title: Style,
    /// What leads somewhere: handles, addresses, keys.
    pub accent: Style,
    /// A condition of a filter among what is typed.
    pub condition: Style,
    /// The characters that a query met.
    pub matched: Style,
    /// The selected row.
    pub selection: Style,
    /// Sure.
    pub good: Style,
    /// Sure once, or not quite.
    pub warn: Style,
    /// Gone, ended, failed.
    pub bad: Style,
    /// Nobody knows.
    pub unknown: Style,
    /// The dark and the light cells of a QR code; without colour it is drawn with glyphs alone.
    pub qr: Option<(Color, Color)>,
    /// The characters that draw everything but text.
    pub glyphs: &'static Glyphs,
}

/// The characters that draw everything but text.
#[derive(Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say what they draw")]
pub struct Glyphs {
    pub gutter: &'static str,
    pub preferred: &'static str,
    pub favourite: &'static str,
    pub marked: &'static str,
    pub confirmed: &'static str,
    pub aged: &'static str,
    pub reported: &'static str,
    pub warning: &'static str,
    pub unlisted: &'static str,
    pub failing: &'static str,
    pub locked: &'static str,
    pub half_locked: &'static str,
    pub folded: &'static str,
    pub unfolded: &'static str,
    pub caret: &'static str,
    pub prompt: &'static str,
    pub rule: &'static str,
    pub divider: &'static str,
    pub joint: &'static str,
    pub dot: &'static str,
    pub cut: &'static str,
    pub pending: &'static str,
    pub done: &'static str,
    pub to_do: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    pub left: &'static str,
    pub right: &'static str,
    /// The parts of a cell of a bar, the smallest first; the last fills it.
    pub bar: &'static [&'static str],
    pub bar_end: &'static str,
    /// Upper half, lower half and whole cell; `None` where only ASCII can be shown.
    pub blocks: Option<[&'static str; 3]>,
}

static UNICODE: Glyphs = Glyphs {
    gutter: "▌",
    preferred: "→",
    favourite: "★",
    marked: "●",
    confirmed: "✓",
    aged: "◐",
    reported: "○",
    warning: "!",
    unlisted: "?",
    failing: "✗",
    locked: "⊘",
    half_locked: "½",
    folded: "▸",
    unfolded: "▾",
    caret: "^",
    prompt: "›",
    rule: "─",
    divider: "│",
    joint: "┬",
    dot: "·",
    cut: "…",
    pending: "…",
    done: "━",
    to_do: "─",
    up: "↑",
    down: "↓",
    left: "←",
    right: "→",
    bar: &["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    bar_end: "▏",
    blocks: Some(["▀", "▄", "█"]),
};

static ASCII: Glyphs = Glyphs {
    gutter: ">",
    preferred: "*",
    favourite: "*",
    marked: "o",
    confirmed: "+",
    aged: "~",
    reported: "?",
    warning: "!",
    unlisted: "?",
    failing: "x",
    locked: "L",
    half_locked: "l",
    folded: "+",
    unfolded: "-",
    caret: "^",
    prompt: ">",
    rule: "-",
    divider: "|",
    joint: "+",
    dot: "-",
    cut: "~",
    pending: "...",
    done: "=",
    to_do: "-",
    up: "Up",
    down: "Down",
    left: "Left",
    right: "Right",
    bar: &["#"],
    bar_end: "|",
    blocks: None,
};

impl Theme {
    /// Colours of the terminal's own palette.
    pub fn ansi(ascii: bool) -> Self {
        let plain = Style::new();
        Self {
            base: plain,
            muted: plain.add_modifier(Modifier::DIM),
            title: plain.add_modifier(Modifier::BOLD),
            accent: plain.fg(Color::Cyan),
            condition: plain.fg(Color::Cyan).add_modifier(Modifier::UNDERLINED),
            matched: plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
            selection: plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            good: plain.fg(Color::Green),
            warn: plain.fg(Color::Yellow),
            bad: plain.fg(Color::Red),
            unknown: plain.add_modifier(Modifier::DIM),
            qr: Some((Color::Black, Color::White)),
            glyphs: glyphs(ascii),
        }
    }

    /// No colour at all: weight, underlining and glyphs carry the meaning.
    pub fn mono(ascii: bool) -> Self {
        let plain = Style::new();
        Self {
            base: plain,
            muted: plain.add_modifier(Modifier::DIM),
            title: plain.add_modifier(Modifier::BOLD),
            accent: plain,
            condition: plain.add_modifier(Modifier::UNDERLINED),
            matched: plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            selection: plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            good: plain.add_modifier(Modifier::BOLD),
            warn: plain,
            bad: plain.add_modifier(Modifier::BOLD),
            unknown: plain.add_modifier(Modifier::DIM),
            qr: None,
            glyphs: glyphs(ascii),
        }
    }

    /// The style of a trust level.
    pub fn trust(&self, trust: Trust) -> Style {
        match trust {
            Trust::Confirmed => self.good,
            Trust::Aged => self.warn,
            Trust::Reported => self.unknown,
        }
    }

    /// The glyph of a trust level.
    pub fn trust_glyph(&self, trust: Trust) -> &'static str {
        match trust {
            Trust::Confirmed => self.glyphs.confirmed,
            Trust::Aged => self.glyphs.aged,
            Trust::Reported => self.glyphs.reported,
        }
    }

    /// How a verdict looks: its glyph, and the style of its glyph and its word.
    ///
    /// Only what passes itself off as something else is alarming. That something is not listed is no
    /// news about it, neither good nor bad.
    pub fn verdict(&self, verdict: &Verdict, trust: Option<Trust>) -> (&'static str, Style) {
        let glyphs = self.glyphs;
        match verdict {
            it if it.is_imitation() => (glyphs.warning, self.alarm()),
            Verdict::Official(_) => {
                let trust = trust.unwrap_or(Trust::Reported);
                (self.trust_glyph(trust), self.trust(trust).remove_modifier(Modifier::DIM))
            }
            Verdict::Retired(_) | Verdict::Former(_) => (glyphs.aged, self.muted),
            Verdict::NotListed(_) | Verdict::LookAlike(_) | Verdict::UnknownHost(_) => {
                (glyphs.unlisted, self.warn)
            }
            Verdict::NotAnAccount(it) if it.is_official() => self.message(MessageVerdict::Official),
            Verdict::NotAnAccount(_) => (glyphs.dot, self.muted),
        }
    }

    /// How the verdict on a whole message looks: its glyph, and the style of that.
    pub fn message(&self, verdict: MessageVerdict) -> (&'static str, Style) {
        match verdict {
            MessageVerdict::Beware => (self.glyphs.warning, self.alarm()),
            MessageVerdict::Official => {
                (self.trust_glyph(Trust::Confirmed), self.trust(Trust::Confirmed))
            }
            MessageVerdict::Unconfirmed => (self.glyphs.unlisted, self.warn),
            MessageVerdict::Nothing => (self.glyphs.dot, self.muted),
        }
    }

    /// How a finding of a severity looks: its glyph, and the style of that.
    pub fn severity(&self, severity: Severity) -> (&'static str, Style) {
        match severity {
            Severity::Error => (self.glyphs.failing, self.bad),
            Severity::Warning => (self.glyphs.warning, self.warn),
            Severity::Note => (self.glyphs.dot, self.muted),
        }
    }

    /// What must not be passed over.
    pub fn alarm(&self) -> Style {
        self.bad.add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }

    /// A text cut to a number of cells, with this theme's mark where something was cut.
    pub fn cut(&self, text: &str, cells: usize) -> String {
        let cut = ellipsis(text, cells);
        match cut.strip_suffix('…') {
            Some(kept) if cut != text => format!("{kept}{}", self.glyphs.cut),
            _ => cut,
        }
    }
}

fn glyphs(ascii: bool) -> &'static Glyphs {
    if ascii { &ASCII } else { &UNICODE }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::width;

    #[test]
    fn mono_has_no_colour() {
        let theme = Theme::mono(false);
        for style in [
            theme.base,
            theme.muted,
            theme.title,
            theme.accent,
            theme.condition,
            theme.matched,
            theme.selection,
            theme.good,
            theme.warn,
            theme.bad,
            theme.unknown,
        ] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert_eq!(theme.qr, None);
    }

    #[test]
    fn the_background_is_never_painted() {
        let theme = Theme::ansi(false);
        for style in [theme.base, theme.selection, theme.matched, theme.good, theme.bad] {
            assert_eq!(style.bg, None);
        }
    }

    #[test]
    fn glyphs_are_one_cell_and_tell_the_levels_apart() {
        for ascii in [false, true] {
            let theme = Theme::ansi(ascii);
            let levels = Trust::ALL.map(|trust| theme.trust_glyph(trust));
            assert!(levels.iter().all(|glyph| width(glyph) == 1));
            assert!(levels[0] != levels[1] && levels[1] != levels[2] && levels[0] != levels[2]);
            let glyphs = theme.glyphs;
            for glyph in [
                glyphs.gutter,
                glyphs.favourite,
                glyphs.marked,
                glyphs.preferred,
                glyphs.prompt,
                glyphs.rule,
                glyphs.cut,
                glyphs.done,
                glyphs.to_do,
                glyphs.locked,
            ] {
                assert_eq!(width(glyph), 1);
                assert_eq!(glyph.is_ascii(), ascii);
            }
        }
    }

    #[test]
    fn a_cut_shows() {
        assert_eq!(Theme::ansi(false).cut("Gemeente Zwolle", 8), "Gemeent…");
        assert_eq!(Theme::ansi(true).cut("Gemeente Zwolle", 8), "Gemeent~");
        assert_eq!(Theme::ansi(true).cut("Zwolle", 8), "Zwolle");
    }
}
