//! Text from outside is hostile: nothing invisible or steering may reach the terminal raw.

/// Whether a character is never shown raw: controls, bidirectional controls, zero-width and other
/// invisible characters, and characters that Unicode reserves for private or no use.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' // soft hyphen
            | '\u{034F}' // combining grapheme joiner
            | '\u{061C}' // Arabic letter mark
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' // Hangul fillers
            | '\u{17B4}' | '\u{17B5}' // Khmer inherent vowels
            | '\u{180B}'..='\u{180F}' // Mongolian selectors and separator
            | '\u{200B}'..='\u{200F}' // zero width, direction marks
            | '\u{2028}'..='\u{202E}' // line separators, embeddings and overrides
            | '\u{2060}'..='\u{206F}' // joiners, isolates, invisible operators
            | '\u{2800}' // empty braille cell
            | '\u{FE00}'..='\u{FE0F}' // variation selectors
            | '\u{FEFF}' // byte order mark
            | '\u{FFF9}'..='\u{FFFB}' // interlinear annotation
            | '\u{E000}'..='\u{F8FF}' // private use
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
