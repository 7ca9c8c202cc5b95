//! How things look: styles by meaning, and the glyphs.
//!
//! Without a theme of its own the screen has the 16 colours of the terminal and its modifiers, and the background is not
//! painted: the reader chose those to be readable. Meaning never hangs on colour alone.

pub mod choice;
pub mod depth;
pub mod glyphs;
pub mod palette;

use ratatui::style::{Color, Modifier, Style};

use crate::audit::Severity;
use crate::check::{Instead, MessageVerdict, Verdict};
use crate::directory::Trust;
use crate::text::width::ellipsis;
use depth::Depth;
pub use glyphs::Glyphs;
use glyphs::glyphs;
use palette::Palette;

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

    /// The colours of a palette, in as many as a terminal has. Its background is painted where the terminal's own may be another.
    pub fn of(palette: &Palette, depth: Depth, is_painted: bool, ascii: bool) -> Self {
        let colour = |it| depth.colour(it);
        let plain = Style::new().fg(colour(palette.text));
        let base = if is_painted { plain.bg(colour(palette.background)) } else { plain };
        let of = |it| Style::new().fg(colour(it));
        let selected = of(palette.selected_text).bg(colour(palette.selection));
        Self {
            base,
            muted: of(palette.muted),
            title: plain.add_modifier(Modifier::BOLD),
            accent: of(palette.accent),
            condition: of(palette.accent).add_modifier(Modifier::UNDERLINED),
            matched: of(palette.matched).add_modifier(Modifier::BOLD),
            selection: selected.add_modifier(Modifier::BOLD),
            good: of(palette.good),
            warn: of(palette.warn),
            bad: of(palette.bad),
            unknown: of(palette.muted),
            qr: Some((Color::Black, Color::White)),
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
            Verdict::NotListed(_)
            | Verdict::LookAlike(_)
            | Verdict::UnknownHost(_)
            | Verdict::NotAnAccount(Instead::Shortened(_)) => (glyphs.unlisted, self.warn),
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
