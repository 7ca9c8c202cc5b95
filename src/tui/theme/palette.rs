//! The colours of a theme, by meaning, and whether they can be read on each other.

/// A colour by its red, green and blue light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Reads what a terminal answers when it is asked for a colour, such as `rgb:1a1a/2b2b/3c3c`: one to four hexadecimal
    /// digits for each (`XParseColor`, X11).
    pub fn read_answer(text: &str) -> Option<Self> {
        let parts = text.strip_prefix("rgba:").or_else(|| text.strip_prefix("rgb:"))?;
        let mut parts = parts.split('/').map(|part| {
            let is_hex = part.bytes().all(|it| it.is_ascii_hexdigit());
            let digits =
                u32::try_from(part.len()).ok().filter(|it| (1..=4).contains(it) && is_hex)?;
            let most = 16_u32.pow(digits) - 1;
            u8::try_from((u32::from_str_radix(part, 16).ok()? * 255 + most / 2) / most).ok()
        });
        Some(Self(parts.next()??, parts.next()??, parts.next()??))
    }

    /// How much light it gives, from 0 to 1 (relative luminance, WCAG 2.2).
    pub fn luminance(self) -> f64 {
        let Self(red, green, blue) = self;
        let linear = |it: u8| {
            let it = f64::from(it) / 255.0;
            if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// How well one is read on the other, from 1 to 21 (contrast ratio, WCAG 2.2); 4.5 is enough for text.
    ///
    /// ```
    /// use officieel::tui::theme::palette::Rgb;
    ///
    /// let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
    /// assert!((black.contrast(white) - 21.0).abs() < 1e-9);
    /// ```
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

/// The least contrast with which text is read well (WCAG 2.2, 1.4.3).
pub const ENOUGH: f64 = 4.5;

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// What all stands on.
    pub background: Rgb,
    /// Plain text.
    pub text: Rgb,
    /// What can be passed over.
    pub muted: Rgb,
    /// What leads somewhere.
    pub accent: Rgb,
    /// The characters that a query met.
    pub matched: Rgb,
    /// Sure.
    pub good: Rgb,
    /// Sure once, or not quite.
    pub warn: Rgb,
    /// Gone, ended, failed.
    pub bad: Rgb,
    /// What a selected row stands on.
    pub selection: Rgb,
    /// Its text.
    pub selected_text: Rgb,
}

impl Palette {
    /// Calm colours on a dark background.
    pub const DARK: Self = Self {
        background: Rgb(0x16, 0x19, 0x20),
        text: Rgb(0xd8, 0xdc, 0xe4),
        muted: Rgb(0x9a, 0xa4, 0xb4),
        accent: Rgb(0x74, 0xc7, 0xdd),
        matched: Rgb(0xf2, 0xa6, 0xd3),
        good: Rgb(0x93, 0xd1, 0x86),
        warn: Rgb(0xe8, 0xc2, 0x6e),
        bad: Rgb(0xff, 0x95, 0x92),
        selection: Rgb(0x2b, 0x3d, 0x5c),
        selected_text: Rgb(0xff, 0xff, 0xff),
    };

    /// Calm colours on a light background.
    pub const LIGHT: Self = Self {
        background: Rgb(0xfb, 0xfb, 0xf9),
        text: Rgb(0x1f, 0x24, 0x30),
        muted: Rgb(0x57, 0x60, 0x70),
        accent: Rgb(0x0b, 0x61, 0x77),
        matched: Rgb(0x9b, 0x1f, 0x69),
        good: Rgb(0x26, 0x66, 0x1c),
        warn: Rgb(0x79, 0x52, 0x00),
        bad: Rgb(0xb0, 0x22, 0x1a),
        selection: Rgb(0xd3, 0xe2, 0xf6),
        selected_text: Rgb(0x0e, 0x16, 0x26),
    };

    /// The clearest colours that every terminal has.
    pub const HIGH_CONTRAST: Self = Self {
        background: Rgb(0x00, 0x00, 0x00),
        text: Rgb(0xff, 0xff, 0xff),
        muted: Rgb(0xff, 0xff, 0xff),
        accent: Rgb(0x00, 0xff, 0xff),
        matched: Rgb(0xff, 0x00, 0xff),
        good: Rgb(0x00, 0xff, 0x00),
        warn: Rgb(0xff, 0xff, 0x00),
        bad: Rgb(0xff, 0x87, 0x87),
        selection: Rgb(0xff, 0xff, 0xff),
        selected_text: Rgb(0x00, 0x00, 0x00),
    };

    /// The colour of a name in the settings.
    pub(super) fn colour_mut(&mut self, name: &str) -> Option<&mut Rgb> {
        Some(match name {
            "background" => &mut self.background,
            "text" => &mut self.text,
            "muted" => &mut self.muted,
            "accent" => &mut self.accent,
            "matched" => &mut self.matched,
            "good" => &mut self.good,
            "warn" => &mut self.warn,
            "bad" => &mut self.bad,
            "selection" => &mut self.selection,
            "selected_text" => &mut self.selected_text,
            _ => return None,
        })
    }

    /// The colours of text that stands on the background, each with its name in the settings.
    pub fn texts(&self) -> [(&'static str, Rgb); 7] {
        [
            ("text", self.text),
            ("muted", self.muted),
            ("accent", self.accent),
            ("matched", self.matched),
            ("good", self.good),
            ("warn", self.warn),
            ("bad", self.bad),
        ]
    }

    /// Whether all of it is read well on a background.
    pub fn is_readable_on(&self, background: Rgb) -> bool {
        let mut texts = self.texts().into_iter();
        texts.all(|(_, colour)| colour.contrast(background) >= ENOUGH)
    }

    /// The palette for a background: that for light ones where dark text is read better on it.
    pub fn for_background(background: Rgb) -> Self {
        let on = |it: Self| it.text.contrast(background);
        if on(Self::LIGHT) > on(Self::DARK) { Self::LIGHT } else { Self::DARK }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::depth::Depth;

    #[test]
    fn everything_is_read_well_on_what_it_stands_on() {
        for (name, palette) in [
            ("dark", Palette::DARK),
            ("light", Palette::LIGHT),
            ("high-contrast", Palette::HIGH_CONTRAST),
        ] {
            for depth in [Depth::True, Depth::Indexed] {
                let shown = |it| depth.shown(it);
                let least = if name == "high-contrast" { 6.5 } else { ENOUGH };
                for (meaning, colour) in palette.texts() {
                    let found = shown(colour).contrast(shown(palette.background));
                    assert!(found >= least, "{name}, {depth:?}: {meaning} {found:.2}");
                }
                let found = shown(palette.selected_text).contrast(shown(palette.selection));
                assert!(found >= 7.0, "{name}, {depth:?}: the selection {found:.2}");
            }
            // What is selected is seen without colours as well: its weight, and how light it is.
            let found = palette.selection.contrast(palette.background);
            assert!(found >= 1.25, "{name}: the selection stands out by {found:.2}");
        }
    }

    #[test]
    fn each_colour_of_the_settings_is_one_of_the_palette() {
        for name in crate::settings::OwnColour::NAMES {
            let mut palette = Palette::DARK;
            let colour = palette.colour_mut(name).unwrap_or_else(|| panic!("{name}"));
            *colour = Rgb(1, 2, 3);
            assert_ne!(palette, Palette::DARK, "{name}");
        }
        let mut palette = Palette::DARK;
        assert_eq!(palette.colour_mut("border"), None);
    }

    #[test]
    fn answers_of_terminals_are_read() {
        for (answer, expected) in [
            ("rgb:ffff/ffff/ffff", Some(Rgb(255, 255, 255))),
            ("rgb:1a/2b/3c", Some(Rgb(0x1a, 0x2b, 0x3c))),
            ("rgb:f/0/8", Some(Rgb(255, 0, 136))),
            ("rgba:1a1a/2b2b/3c3c/ffff", Some(Rgb(0x1a, 0x2b, 0x3c))),
            ("rgb:1a1a/2b2b", None),
            ("rgb:+1a/2b/3c", None),
            ("rgb:/2b/3c", None),
            ("rgb:12345/2b/3c", None),
            ("#1a2b3c", None),
            ("?", None),
        ] {
            assert_eq!(Rgb::read_answer(answer), expected, "{answer}");
        }
    }

    #[test]
    fn a_background_has_the_palette_that_is_read_on_it() {
        for (background, expected) in [
            (Rgb(0, 0, 0), Palette::DARK),
            (Rgb(0x28, 0x2c, 0x34), Palette::DARK),
            (Rgb(0x00, 0x2b, 0x36), Palette::DARK),
            (Rgb(0xff, 0xff, 0xff), Palette::LIGHT),
            (Rgb(0xfd, 0xf6, 0xe3), Palette::LIGHT),
        ] {
            let found = Palette::for_background(background);
            assert_eq!(found, expected, "{background:?}");
            assert!(found.is_readable_on(background), "{background:?}");
        }
        let grey = Rgb(0x80, 0x80, 0x80);
        assert!(!Palette::for_background(grey).is_readable_on(grey));
    }
}
