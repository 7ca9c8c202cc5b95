//! What one character is taken for by someone who reads quickly.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

use crate::text::fold::fold_char;
use crate::text::sanitise;

/// What a character is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glyph {
    /// Nothing that can be seen, or something that steers the text.
    Hidden,
    /// A sign on the letter before it.
    Mark,
    /// A point, dash, underscore or other sign between letters.
    Separator,
    /// One letter or digit, or a few.
    Letters(Letters),
}

/// Up to three letters or digits.
///
/// Latin letters are in lower case and digits as they are. [`FOREIGN`] is set where the letter was
/// written as something else than that; for letters that look like no Latin one, the other bits are
/// a few of its code, and no letter or digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Letters {
    bytes: [u8; 3],
    length: u8,
}

/// The bit of a letter that is written as no plain Latin letter or digit.
pub(super) const FOREIGN: u8 = 0x80;

impl Letters {
    fn one(byte: u8) -> Self {
        Self { bytes: [byte, 0, 0], length: 1 }
    }

    /// A few letters; `None` where there are none, more than fit, or others than Latin ones.
    fn foreign(letters: impl Iterator<Item = char>) -> Option<Self> {
        let mut all = Self::default();
        for letter in letters.filter(|&c| !is_combining_mark(c)) {
            let letter = u8::try_from(letter).ok().filter(u8::is_ascii_alphanumeric)?;
            *all.bytes.get_mut(usize::from(all.length))? = letter.to_ascii_lowercase() | FOREIGN;
            all.length += 1;
        }
        (all.length > 0).then_some(all)
    }

    /// The letters.
    pub(super) fn iter(&self) -> impl Iterator<Item = u8> + '_ {
        self.bytes.iter().copied().take(usize::from(self.length))
    }
}

/// Signs that stand for a letter in made-up names.
const SIGNS: [(char, u8); 7] =
    [('$', b's'), ('!', b'i'), ('|', b'i'), ('@', b'a'), ('€', b'e'), ('£', b'l'), ('¡', b'i')];

/// Letters that the table of confusable characters leaves out, because they are small capitals or
/// like a Latin letter only in some fonts.
const MORE: [(char, u8); 20] = [
    ('ᴀ', b'a'),
    ('ʙ', b'b'),
    ('ᴅ', b'd'),
    ('ᴇ', b'e'),
    ('ꜰ', b'f'),
    ('ɢ', b'g'),
    ('ʜ', b'h'),
    ('ᴊ', b'j'),
    ('ᴋ', b'k'),
    ('ʟ', b'l'),
    ('ᴍ', b'm'),
    ('ɴ', b'n'),
    ('ᴘ', b'p'),
    ('ʀ', b'r'),
    ('ᴛ', b't'),
    ('п', b'n'),
    ('и', b'u'),
    ('г', b'r'),
    ('з', b'e'),
    ('ь', b'b'),
];

/// What a character is taken for. It is the same for both cases of a letter.
pub(super) fn read(c: char) -> Glyph {
    if c.is_ascii_alphanumeric() {
        let byte = u8::try_from(c).unwrap_or_default();
        return Glyph::Letters(Letters::one(byte.to_ascii_lowercase()));
    }
    if sanitise::is_hostile(c) {
        return Glyph::Hidden;
    }
    if let Some((_, byte)) = SIGNS.iter().find(|(sign, _)| *sign == c) {
        return Glyph::Letters(Letters::one(byte | FOREIGN));
    }
    if c.is_ascii() {
        return Glyph::Separator;
    }
    if is_combining_mark(c) {
        return Glyph::Mark;
    }
    if let Some(letters) = latin(c) {
        return Glyph::Letters(letters);
    }
    if !c.is_alphanumeric() {
        return Glyph::Separator;
    }
    let [low, ..] = c.to_lowercase().next().map_or(0, u32::from).to_le_bytes();
    Glyph::Letters(Letters::one(low & 0x1f | FOREIGN))
}

/// The Latin letters that a character is taken for: by what it is made of, by the skeleton of
/// Unicode Technical Standard #39 in either case, or by our own table.
fn latin(c: char) -> Option<Letters> {
    let lower: String = c.to_lowercase().collect();
    let upper: String = c.to_uppercase().collect();
    Letters::foreign(lower.nfkd())
        .or_else(|| Letters::foreign(fold_char(c).into_iter()))
        .or_else(|| Letters::foreign(skeleton(&lower)))
        .or_else(|| Letters::foreign(skeleton(&upper)))
        .or_else(|| {
            let (_, byte) = MORE.iter().find(|(own, _)| lower.starts_with(*own))?;
            Some(Letters::one(byte | FOREIGN))
        })
        .or_else(|| enclosed(c))
}

/// White letters on a dark circle or square, and the halves of flags.
fn enclosed(c: char) -> Option<Letters> {
    const ALPHABETS: [u32; 3] = [0x1F150, 0x1F170, 0x1F1E6];
    let offset = |start: &u32| u32::from(c).checked_sub(*start).filter(|offset| *offset < 26);
    let offset = ALPHABETS.iter().find_map(offset)?;
    Some(Letters::one((b'a' + u8::try_from(offset).ok()?) | FOREIGN))
}

/// The letter that stands for all that look like this one.
///
/// Case is folded before, so that capital I and small l are one. Of the digits, `6` is left out: it
/// is taken for two letters, and for neither by many.
pub(in crate::check) fn class(letter: u8) -> u8 {
    match letter & !FOREIGN {
        b'l' | b'1' => b'i',
        b'0' => b'o',
        b'5' => b's',
        b'3' => b'e',
        b'4' => b'a',
        b'8' => b'b',
        b'9' | b'q' => b'g',
        b'7' => b't',
        b'2' => b'z',
        other if other.is_ascii_alphanumeric() => other,
        _ => letter,
    }
}

/// Two classes that together are taken for one letter.
pub(super) fn pair(first: u8, second: u8) -> Option<u8> {
    match (first, second) {
        (b'r', b'n') => Some(b'm'),
        (b'v', b'v') => Some(b'w'),
        // `cl`; small l and capital I are one class.
        (b'c', b'i') => Some(b'd'),
        // Dutch writes ij and y for one another.
        (b'i', b'j') => Some(b'y'),
        _ => None,
    }
}
