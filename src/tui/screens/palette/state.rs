//! What the palette lists.

use crate::text::fold::fold;
use crate::tui::keys::{Action, Binding, Focus, Keymap, When};
use crate::tui::model::{Model, Screen};
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::widgets::filtered_list::FilteredList;
use crate::words::{Language, Words};

/// The palette: what was typed, and what is selected of what is left.
#[derive(Debug, Clone)]
pub struct Palette {
    /// What the keys go to below it.
    pub focus: Focus,
    /// The bindings that hold.
    pub keymap: Keymap,
    /// Whether something can be marked.
    pub marks: bool,
    /// What was typed, and the selected entry.
    pub list: FilteredList,
}

impl PartialEq for Palette {
    fn eq(&self, other: &Self) -> bool {
        // The bindings are the same for as long as the program runs.
        (self.focus, &self.list) == (other.focus, &other.list)
    }
}

impl Eq for Palette {}

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub action: Action,
    /// What it is called.
    pub name: &'static str,
    /// The keys that do it.
    pub keys: String,
}

impl Palette {
    /// All that can be done in a focus.
    pub fn of(focus: Focus, keymap: Keymap, marks: bool) -> Self {
        Self { focus, keymap, marks, list: FilteredList::default() }
    }

    /// The entries that what was typed leaves: each word of it stands in the name, in whichever language, or among
    /// the keys.
    pub fn entries(&self, words: &Words, glyphs: &Glyphs) -> Vec<Entry> {
        let typed = fold(&self.list.filter.text());
        let wanted: Vec<&str> = typed.split_whitespace().collect();
        let mut entries: Vec<Entry> = Vec::new();
        for binding in self.keymap.iter().filter(|it| it.focus.contains(&self.focus)) {
            let keys = keys(binding, glyphs);
            let name = (binding.label)(words);
            let names = Language::ALL.iter().map(|language| (binding.label)(language.words()));
            let text: String = names.chain([keys.as_str()]).map(|it| fold(it) + "\n").collect();
            let is_off = binding.when == When::Marking && !self.marks;
            if is_off
                || !is_listed(binding.action)
                || !wanted.iter().all(|word| text.contains(word))
            {
                continue;
            }
            match entries.iter_mut().find(|it| it.action == binding.action && it.name == name) {
                Some(entry) => entry.keys = format!("{}, {keys}", entry.keys),
                None => entries.push(Entry { action: binding.action, name, keys }),
            }
        }
        entries
    }
}

/// The palette, where it is on screen.
pub(in crate::tui) fn palette(model: &Model) -> Option<&Palette> {
    match model.screen() {
        Some(Screen::Palette(palette)) => Some(palette),
        _ => None,
    }
}

/// The entries that are left.
pub(in crate::tui) fn entries(model: &Model) -> Vec<Entry> {
    let glyphs = Theme::mono(true).glyphs;
    palette(model).map_or_else(Vec::new, |palette| palette.entries(model.words, glyphs))
}

/// The selected entry.
pub(in crate::tui) fn selected(model: &Model) -> Option<Entry> {
    let at = palette(model)?.list.selected;
    entries(model).into_iter().nth(at)
}

/// Whether an action is worth a name: what edits the line that is typed can't be done from elsewhere.
fn is_listed(action: Action) -> bool {
    !matches!(
        action,
        Action::Palette
            | Action::CursorLeft
            | Action::CursorRight
            | Action::WordLeft
            | Action::WordRight
            | Action::LineStart
            | Action::LineEnd
            | Action::DeleteBack
            | Action::DeleteForward
            | Action::DeleteWord
    )
}

fn keys(binding: &Binding, glyphs: &Glyphs) -> String {
    let keys: Vec<String> = binding.chords.iter().map(|chord| chord.label(glyphs)).collect();
    keys.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::TABLE;

    fn names(focus: Focus, typed: &str) -> Vec<&'static str> {
        let mut palette = Palette::of(focus, TABLE, true);
        palette.list.filter.insert(typed);
        let entries = palette.entries(Language::En.words(), Theme::mono(true).glyphs);
        entries.into_iter().map(|entry| entry.name).collect()
    }

    #[test]
    fn an_action_is_found_by_its_name_in_either_language_and_by_its_key() {
        let words = Language::En.words();
        for (typed, name) in [
            ("conv", words.key_conventions),
            ("patron", words.key_conventions),
            ("F6", words.key_conventions),
            ("QR", words.key_qr),
            ("klembord", ""),
            ("kopie", words.key_copy),
        ] {
            let found = names(Focus::Query, typed);
            match name {
                "" => assert!(found.is_empty(), "{typed}: {found:?}"),
                name => assert!(found.contains(&name), "{typed}: {found:?}"),
            }
        }
    }

    #[test]
    fn every_focus_has_its_own_entries_each_once() {
        for focus in Focus::ALL {
            let all = names(focus, "");
            assert!(!all.is_empty(), "{focus:?}");
            let mut seen = Vec::new();
            let palette = Palette::of(focus, TABLE, true);
            for entry in palette.entries(Language::Nl.words(), Theme::mono(true).glyphs) {
                assert!(!seen.contains(&(entry.action, entry.name)), "{focus:?} {entry:?}");
                seen.push((entry.action, entry.name));
            }
        }
    }
}
