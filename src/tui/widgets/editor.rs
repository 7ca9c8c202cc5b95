//! The line editor of the query: whole graphemes, and nothing hostile.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::sanitise;
use crate::text::width::width;

/// The most graphemes a query can have; a longer paste is cut.
const LIMIT: usize = 200;

/// One line of text with a cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editor {
    before: String,
    after: String,
}

impl Editor {
    /// An editor that holds a text, with the cursor at its end.
    pub fn with(text: &str) -> Self {
        let mut editor = Self::default();
        editor.insert(text);
        editor
    }

    /// The whole text.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// What stands before the cursor, and behind it.
    pub fn parts(&self) -> (&str, &str) {
        (&self.before, &self.after)
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// Whether there is room for nothing more.
    pub fn is_full(&self) -> bool {
        self.text().graphemes(true).count() >= LIMIT
    }

    /// Whether the cursor stands behind the last character.
    pub fn is_at_end(&self) -> bool {
        self.after.is_empty()
    }

    /// The cells between the start of the line and the cursor.
    pub fn cells_before(&self) -> usize {
        width(&self.before)
    }

    /// Puts a text in at the cursor: line ends and tabs become spaces, hostile characters go.
    pub fn insert(&mut self, text: &str) {
        let clean: String = text
            .chars()
            .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
            .filter(|c| !sanitise::is_hostile(*c))
            .collect();
        let room = LIMIT.saturating_sub(self.text().graphemes(true).count());
        self.before.extend(clean.graphemes(true).take(room));
    }

    /// Moves the cursor one grapheme to the left.
    pub fn left(&mut self) {
        if let Some(last) = take_last(&mut self.before) {
            self.after.insert_str(0, &last);
        }
    }

    /// Moves the cursor one grapheme to the right.
    pub fn right(&mut self) {
        if let Some(first) = take_first(&mut self.after) {
            self.before.push_str(&first);
        }
    }

    /// Moves the cursor to the start of the word before it.
    pub fn word_left(&mut self) {
        let kept = self.before.trim_end().trim_end_matches(|c: char| !c.is_whitespace()).len();
        let passed = self.before.split_off(kept);
        self.after.insert_str(0, &passed);
    }

    /// Moves the cursor behind the word that comes next.
    pub fn word_right(&mut self) {
        let rest = self.after.trim_start().trim_start_matches(|c: char| !c.is_whitespace());
        let passed = self.after.len() - rest.len();
        let rest = self.after.split_off(passed);
        self.before.push_str(&std::mem::replace(&mut self.after, rest));
    }

    /// Moves the cursor to the start.
    pub fn start(&mut self) {
        self.after = self.text();
        self.before.clear();
    }

    /// Moves the cursor to the end.
    pub fn end(&mut self) {
        self.before = self.text();
        self.after.clear();
    }

    /// Deletes the grapheme before the cursor.
    pub fn delete_back(&mut self) {
        take_last(&mut self.before);
    }

    /// Deletes the grapheme behind the cursor.
    pub fn delete_forward(&mut self) {
        take_first(&mut self.after);
    }

    /// Deletes the word before the cursor, with the spaces behind that word.
    pub fn delete_word(&mut self) {
        let kept = self.before.trim_end();
        let kept = kept.trim_end_matches(|c: char| !c.is_whitespace());
        self.before = kept.to_owned();
    }

    /// Deletes everything before the cursor.
    pub fn delete_to_start(&mut self) {
        self.before.clear();
    }

    /// Deletes everything.
    pub fn clear(&mut self) {
        self.before.clear();
        self.after.clear();
    }
}

fn take_last(text: &mut String) -> Option<String> {
    let (at, last) = text.grapheme_indices(true).next_back()?;
    let last = last.to_owned();
    text.truncate(at);
    Some(last)
}

fn take_first(text: &mut String) -> Option<String> {
    let first = text.graphemes(true).next()?.to_owned();
    *text = text.strip_prefix(first.as_str())?.to_owned();
    Some(first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn edits_by_whole_graphemes() {
        let mut editor = Editor::with("Súdwest e\u{301}n 🇳🇱");
        editor.delete_back();
        assert_eq!(editor.text(), "Súdwest e\u{301}n ");
        editor.delete_back();
        editor.left();
        editor.delete_back();
        assert_eq!(editor.text(), "Súdwest n");
        editor.start();
        editor.delete_forward();
        assert_eq!(editor.text(), "údwest n");
        assert_eq!(editor.cells_before(), 0);
    }

    #[test]
    fn deletes_words_and_lines() {
        let mut editor = Editor::with("politie  zwolle  ");
        editor.delete_word();
        assert_eq!(editor.text(), "politie  ");
        editor.delete_word();
        assert_eq!(editor.text(), "");
        editor.insert("de meern");
        editor.left();
        editor.left();
        editor.delete_to_start();
        assert_eq!(editor.text(), "rn");
        editor.end();
        assert!(editor.is_at_end());
        editor.clear();
        assert!(editor.is_empty());
    }

    #[test]
    fn a_paste_is_one_line_without_hostile_characters() {
        let mut editor = Editor::default();
        editor.insert("pol\u{202E}itie\nede\u{1b}[31m\tx");
        assert_eq!(editor.text(), "politie ede[31m x");
        editor.insert(&"a".repeat(1_000));
        assert_eq!(editor.text().chars().count(), LIMIT);
    }

    proptest! {
        #[test]
        fn moving_loses_nothing(text in "\\PC{0,40}", moves in proptest::collection::vec(any::<bool>(), 0..60)) {
            let mut editor = Editor::with(&text);
            let whole = editor.text();
            for left in moves {
                if left { editor.left() } else { editor.right() }
                prop_assert_eq!(editor.text(), whole.clone());
            }
        }
    }
}
