//! How many colours a terminal has.

use ratatui::style::Color;

use super::palette::Rgb;

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The 16 that its reader chose.
    Ansi,
    /// The 256 of xterm: those 16, a cube of 6 × 6 × 6, and 24 greys.
    Indexed,
    /// All.
    True,
}

/// The light of each step of the cube (xterm's `256colres.pl`).
const STEPS: [u8; 6] = [0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff];

impl Depth {
    /// How many the environment says that there are.
    ///
    /// `COLORTERM` is what terminals set for all colours; `TERM` names the entry of terminfo.
    pub fn of(variable: impl Fn(&str) -> String) -> Self {
        let (term, all) = (variable("TERM"), variable("COLORTERM"));
        let has_all = matches!(all.as_str(), "truecolor" | "24bit") || term.ends_with("-direct");
        if has_all || !variable("WT_SESSION").is_empty() {
            Self::True
        } else if term.contains("256color") || MODERN.contains(&term.as_str()) {
            Self::Indexed
        } else {
            Self::Ansi
        }
    }

    /// A colour as a terminal of this depth is told it. There is none of 16 that looks the same everywhere: those of the
    /// cube are meant then.
    pub fn colour(self, rgb: Rgb) -> Color {
        match self {
            Self::True => Color::Rgb(rgb.0, rgb.1, rgb.2),
            Self::Ansi | Self::Indexed => Color::Indexed(nearest(rgb).0),
        }
    }

    /// What is seen of it.
    pub fn shown(self, rgb: Rgb) -> Rgb {
        if self == Self::True { rgb } else { nearest(rgb).1 }
    }
}

/// Terminals that have 256 colours at least, and a name that doesn't say so.
const MODERN: [&str; 5] = ["xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty"];

/// The nearest of the cube and the greys, by its number.
fn nearest(rgb: Rgb) -> (u8, Rgb) {
    let distance = |it: Rgb| {
        let apart = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
        // An eye tells greens apart best.
        3 * apart(rgb.0, it.0) + 6 * apart(rgb.1, it.1) + apart(rgb.2, it.2)
    };
    let cube = (0..216_u8).map(|at| {
        let step = |it: u8| STEPS.get(usize::from(it)).copied().unwrap_or_default();
        (at + 16, Rgb(step(at / 36), step(at / 6 % 6), step(at % 6)))
    });
    let greys = (0..24_u8).map(|at| {
        let light = 8 + 10 * at;
        (at + 232, Rgb(light, light, light))
    });
    let found = cube.chain(greys).min_by_key(|(_, it)| distance(*it));
    found.unwrap_or((16, Rgb(0, 0, 0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_how_many_there_are() {
        for (term, all, expected) in [
            ("xterm-256color", "truecolor", Depth::True),
            ("xterm-256color", "24bit", Depth::True),
            ("xterm-direct", "", Depth::True),
            ("xterm-256color", "", Depth::Indexed),
            ("tmux-256color", "", Depth::Indexed),
            ("xterm-kitty", "", Depth::Indexed),
            ("xterm", "", Depth::Ansi),
            ("screen", "", Depth::Ansi),
            ("linux", "", Depth::Ansi),
            ("", "", Depth::Ansi),
        ] {
            let variable = |name: &str| match name {
                "TERM" => term.to_owned(),
                "COLORTERM" => all.to_owned(),
                _ => String::new(),
            };
            assert_eq!(Depth::of(variable), expected, "{term} {all}");
        }
    }

    #[test]
    fn the_nearest_of_256_is_taken() {
        for (rgb, expected) in [
            (Rgb(0, 0, 0), 16),
            (Rgb(255, 255, 255), 231),
            (Rgb(0, 255, 255), 51),
            (Rgb(0x16, 0x19, 0x20), 234),
            (Rgb(0x80, 0x80, 0x80), 244),
        ] {
            assert_eq!(nearest(rgb).0, expected, "{rgb:?}");
        }
    }
}
