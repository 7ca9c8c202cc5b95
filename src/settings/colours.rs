//! Colours of a person's own choice.

use toml::Spanned;
use toml::de::{DeString, DeValue};

use super::Wrong;
use super::read::{Misplaced, text, unknown};

/// A colour that stands in the place of one of the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnColour {
    /// Which, one of [`OwnColour::NAMES`].
    pub name: &'static str,
    /// Its red, green and blue light.
    pub rgb: [u8; 3],
}

impl OwnColour {
    /// The colours of a theme.
    pub const NAMES: &[&'static str] = &[
        "background",
        "text",
        "muted",
        "accent",
        "matched",
        "good",
        "warn",
        "bad",
        "selection",
        "selected_text",
    ];

    /// Reads one, such as `accent = "#74c7dd"`.
    pub(super) fn read(
        key: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Self, Misplaced> {
        let given = key.get_ref().as_ref();
        let Some(name) = Self::NAMES.iter().find(|it| **it == given) else {
            return Err((key.span().start, unknown(given, Self::NAMES)));
        };
        let written = text(given, value)?;
        let rgb = read_rgb(&written);
        let wrong = || {
            (value.span().start, Wrong::Colour { key: given.to_owned(), given: written.clone() })
        };
        Ok(Self { name, rgb: rgb.ok_or_else(wrong)? })
    }
}

/// Reads `#rrggbb`.
fn read_rgb(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#')?;
    let is_hex = digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    let [_, rgb @ ..] = number.to_be_bytes();
    Some(rgb)
}
