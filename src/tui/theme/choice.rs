//! Which theme is meant, and what it is in a terminal.

use super::Theme;
use super::depth::Depth;
use super::palette::{Palette, Rgb};

/// The themes, by the names that the command line and the settings have for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum ThemeName {
    /// Dark or light, as the terminal says that its background is; the colours of the terminal where it says nothing.
    #[default]
    Auto,
    /// The 16 colours of the terminal.
    Terminal,
    /// Light text on dark.
    Dark,
    /// Dark text on light.
    Light,
    /// White on black, and the clearest colours.
    HighContrast,
    /// No colours.
    Mono,
}

/// What is known of the look before anything is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The theme that is meant.
    pub name: ThemeName,
    /// How many colours there are; `None` where colours are not wanted.
    pub depth: Option<Depth>,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Colours of the reader's own choice, in the place of those of the theme.
    pub own: OwnColours,
}

/// Colours of the reader's own choice, by their names in the settings.
pub type OwnColours = Vec<(&'static str, Rgb)>;

impl Look {
    /// Whether the terminal is to be asked for its background: what it is decides on the theme.
    pub fn depends_on_background(&self) -> bool {
        self.name == ThemeName::Auto && self.depth.is_some_and(|it| it != Depth::Ansi)
    }

    /// The theme on a background; `None` where that isn't known.
    pub fn theme(&self, background: Option<Rgb>) -> Theme {
        let ascii = self.ascii;
        let Some(depth) = self.depth.filter(|_| self.name != ThemeName::Mono) else {
            return Theme::mono(ascii);
        };
        let of = |palette: Palette, is_painted| {
            Theme::of(&self.with_own(palette), depth, is_painted, ascii)
        };
        match (self.name, background) {
            (ThemeName::HighContrast, _) => of(Palette::HIGH_CONTRAST, true),
            // The colours of 16 are the reader's.
            _ if depth == Depth::Ansi => Theme::ansi(ascii),
            (ThemeName::Dark, _) => of(Palette::DARK, true),
            (ThemeName::Light, _) => of(Palette::LIGHT, true),
            (ThemeName::Auto, Some(background)) => {
                let palette = Palette::for_background(background);
                let is_readable = self.with_own(palette).is_readable_on(background);
                of(palette, !is_readable)
            }
            _ => Theme::ansi(ascii),
        }
    }

    fn with_own(&self, mut palette: Palette) -> Palette {
        for (name, colour) in &self.own {
            if let Some(it) = palette.colour_mut(name) {
                *it = *colour;
            }
        }
        palette
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::*;

    fn look(name: ThemeName, depth: Option<Depth>) -> Look {
        Look { name, depth, ascii: false, own: Vec::new() }
    }

    #[test]
    fn a_background_decides_where_nothing_else_is_asked_for() {
        let auto = look(ThemeName::Auto, Some(Depth::True));
        assert!(auto.depends_on_background());
        assert_eq!(auto.theme(None), Theme::ansi(false));
        let dark = auto.theme(Some(Rgb(0x20, 0x20, 0x20)));
        let light = auto.theme(Some(Rgb(0xff, 0xff, 0xff)));
        assert_ne!(dark, light);
        assert_eq!((dark.base.bg, light.base.bg), (None, None), "it is readable as it is");
        let grey = auto.theme(Some(Rgb(0x80, 0x80, 0x80)));
        assert!(grey.base.bg.is_some(), "on a background in between its own is painted");
        for name in [ThemeName::Terminal, ThemeName::Dark, ThemeName::Mono] {
            let it = look(name, Some(Depth::True));
            assert!(!it.depends_on_background());
            assert_eq!(it.theme(None), it.theme(Some(Rgb(255, 255, 255))));
        }
    }

    #[test]
    fn a_terminal_has_no_more_colours_than_it_says() {
        for name in [ThemeName::Auto, ThemeName::Dark, ThemeName::Light] {
            assert_eq!(look(name, Some(Depth::Ansi)).theme(None), Theme::ansi(false));
            assert_eq!(look(name, None).theme(Some(Rgb(0, 0, 0))), Theme::mono(false));
        }
        let indexed = look(ThemeName::Dark, Some(Depth::Indexed)).theme(None);
        assert!(matches!(indexed.good.fg, Some(Color::Indexed(16..))), "{:?}", indexed.good);
        let all = look(ThemeName::Dark, Some(Depth::True)).theme(None);
        assert!(matches!(all.good.fg, Some(Color::Rgb(..))), "{:?}", all.good);
        let clear = look(ThemeName::HighContrast, Some(Depth::Ansi)).theme(None);
        assert!(clear.base.bg.is_some(), "{:?}", clear.base);
        assert_eq!(look(ThemeName::HighContrast, None).theme(None), Theme::mono(false));
    }

    #[test]
    fn own_colours_stand_in_the_place_of_those_of_the_theme() {
        let own = vec![("accent", Rgb(1, 2, 3)), ("background", Rgb(4, 5, 6))];
        let it = Look { own, ..look(ThemeName::Dark, Some(Depth::True)) };
        let theme = it.theme(None);
        assert_eq!(theme.accent.fg, Some(Color::Rgb(1, 2, 3)));
        assert_eq!(theme.base.bg, Some(Color::Rgb(4, 5, 6)));
        assert_eq!(theme.good, look(ThemeName::Dark, Some(Depth::True)).theme(None).good);
    }
}
