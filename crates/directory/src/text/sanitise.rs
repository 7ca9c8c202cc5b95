//! Text from outside is hostile: nothing invisible or steering may reach the terminal raw.
//!
//! What is hostile follows from Unicode's own lists, which a test holds this table against, code point by
//! code point: the characters that may be ignored (`Default_Ignorable_Code_Point`), controls (`Cc`),
//! format characters (`Cf`, those that are seen among them), separators of lines and paragraphs (`Zl`,
//! `Zp`), private use (`Co`) and noncharacters. Surrogates can't be in a text.
//!
//! Source: Unicode Character Database, <https://www.unicode.org/reports/tr44/>.

/// Whether a character is never shown raw: controls, bidirectional controls, zero-width and other
/// invisible characters, and characters that Unicode reserves for private or no use.
pub fn is_hostile(c: char) -> bool {
    match c {
        // Nearly all text is of these.
        ' '..='~' | '\u{AE}'..='\u{33F}' => false,
        '\0'..='\u{AD}' => c.is_control() || c == '\u{AD}',
        '\u{340}'..='\u{FFFF}' => is_hostile_in_plane_0(c),
        _ => is_hostile_above(c),
    }
}

fn is_hostile_in_plane_0(c: char) -> bool {
    matches!(c,
        '\u{34F}' // combining grapheme joiner
        | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' // Arabic numbers, letter mark, end of verse
        | '\u{70F}' // Syriac abbreviations
        | '\u{890}' | '\u{891}' | '\u{8E2}' // Arabic currencies, disputed end of verse
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' // Hangul fillers
        | '\u{17B4}' | '\u{17B5}' // Khmer inherent vowels
        | '\u{180B}'..='\u{180F}' // Mongolian selectors and separator
        | '\u{200B}'..='\u{200F}' // zero width, direction marks
        | '\u{2028}'..='\u{202E}' // line separators, embeddings and overrides
        | '\u{2060}'..='\u{206F}' // joiners, isolates, invisible operators
        | '\u{2800}' // empty braille cell
        | '\u{E000}'..='\u{F8FF}' // private use
        | '\u{FDD0}'..='\u{FDEF}' // noncharacters
        | '\u{FE00}'..='\u{FE0F}' // variation selectors
        | '\u{FEFF}' // byte order mark
        | '\u{FFF0}'..='\u{FFFB}' // reserved to be ignored, interlinear annotation
        | '\u{FFFE}' | '\u{FFFF}' // noncharacters
    )
}

fn is_hostile_above(c: char) -> bool {
    // The last two code points of every plane are noncharacters.
    u32::from(c) & 0xFFFE == 0xFFFE
        || matches!(c,
            '\u{110BD}' | '\u{110CD}' // Kaithi numbers
            | '\u{13430}'..='\u{1343F}' // joiners of Egyptian hieroglyphs
            | '\u{16FE4}' // Khitan filler
            | '\u{1BCA0}'..='\u{1BCA3}' // shorthand formatting
            | '\u{1D159}' // musical null notehead
            | '\u{1D173}'..='\u{1D17A}' // musical formatting
            | '\u{E0000}'..='\u{E0FFF}' // tags and further selectors
            | '\u{F0000}'..='\u{10FFFF}' // private use
        )
}

/// The text with every hostile character written out, as in `‹U+202E›`.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hostile(c) {
            out.push_str(&escape(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// The name of a file as it may be shown.
pub fn escaped_path(path: &std::path::Path) -> String {
    escaped(&path.to_string_lossy())
}

/// How one hostile character is written out.
pub fn escape(c: char) -> String {
    format!("‹U+{:04X}›", u32::from(c))
}

#[cfg(test)]
mod tests {
    use icu_properties::props::{
        DefaultIgnorableCodePoint, GeneralCategory, NoncharacterCodePoint,
    };
    use icu_properties::{CodePointMapData, CodePointSetData};

    use super::*;

    /// Seen as nothing or as a space by any font, though Unicode has them among letters and signs: the
    /// empty braille cell, the Khitan filler and the null notehead.
    const BLANK: [char; 3] = ['\u{2800}', '\u{16FE4}', '\u{1D159}'];

    #[test]
    fn what_is_hostile_follows_from_the_lists_of_unicode() {
        let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        let noncharacter = CodePointSetData::new::<NoncharacterCodePoint>();
        let category = CodePointMapData::<GeneralCategory>::new();
        let is_steering = |c| {
            use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator, PrivateUse};
            matches!(
                category.get(c),
                Control | Format | LineSeparator | ParagraphSeparator | PrivateUse
            )
        };
        let mut noncharacters = 0;
        for c in '\0'..=char::MAX {
            let is_listed = ignorable.contains(c) || noncharacter.contains(c) || is_steering(c);
            let expected = is_listed || BLANK.contains(&c);
            assert_eq!(is_hostile(c), expected, "{}: {:?}", escape(c), category.get(c));
            noncharacters += usize::from(noncharacter.contains(c));
        }
        assert_eq!(noncharacters, 66);
    }

    #[test]
    fn what_is_hostile_is_written_out() {
        assert_eq!(escaped("a\u{202E}b\0é\u{10FFFF}"), "a‹U+202E›b‹U+0000›é‹U+10FFFF›");
    }
}
