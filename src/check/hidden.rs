//! Characters that nobody sees, in what was asked about.

use super::{Change, Step};
use crate::text::sanitise;

/// The hostile characters of a text, each once, in their order.
pub(super) fn hidden(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars().filter(|&c| sanitise::is_hostile(c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// The hostile characters of a whole input, where line breaks and tabs hide nothing.
pub(super) fn hidden_around(input: &str) -> Vec<char> {
    let mut found = hidden(input);
    found.retain(|c| !matches!(c, '\n' | '\r' | '\t'));
    found
}

/// The text that is left without them.
pub(super) fn without(text: &str) -> String {
    text.chars().filter(|&c| !sanitise::is_hostile(c)).collect()
}

/// The text beside itself without them, character by character.
pub(super) fn steps(text: &str) -> Vec<Step> {
    let step = |c: char| {
        let (genuine, change) = if sanitise::is_hostile(c) {
            (String::new(), Change::Hidden)
        } else {
            (c.to_string(), Change::None)
        };
        Step { written: c.to_string(), genuine, change }
    };
    text.chars().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_found_and_shown_beside_the_plain_text() {
        use Change::{Hidden, None};
        let text = "P\u{200B}O\u{202E}L\u{200B}";
        assert_eq!(hidden(text), ['\u{200B}', '\u{202E}']);
        assert_eq!(without(text), "POL");
        let changes: Vec<Change> = steps(text).iter().map(|step| step.change).collect();
        assert_eq!(changes, [None, Hidden, None, Hidden, None, Hidden]);
        assert!(hidden("POL_Ede").is_empty());
    }
}
