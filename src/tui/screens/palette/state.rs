//! What the palette lists.

use clap::ValueEnum;

use crate::compact_sort::CompactSort;
use crate::text::fold::fold;
use crate::tui::keys::{Action, Binding, Focus, Keymap, When};
use crate::tui::layout::doors::Door;
use crate::tui::model::{Model, Screen};
use crate::tui::theme::choice::ThemeName;
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

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// What a key does below the palette.
    Action(Action),
    /// Draws with another theme.
    Theme(ThemeName),
    /// Says everything in another language.
    Language(Language),
    /// Copies a command, for what the screen doesn't do.
    Command(&'static str),
}

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub deed: Deed,
    /// What it is called.
    pub name: String,
    /// The keys that do it, or the command.
    pub keys: String,
}

impl Palette {
    /// All that can be done in a focus.
    pub fn of(focus: Focus, keymap: Keymap, marks: bool) -> Self {
        Self { focus, keymap, marks, list: FilteredList::default() }
    }

    /// The entries that what was typed leaves, the most useful first: each word of it stands in the name, in whichever
    /// language, or among the keys.
    pub fn entries(&self, words: &'static Words, glyphs: &Glyphs) -> Vec<Entry> {
        let typed = fold(&self.list.filter.text());
        let wanted: Vec<&str> = typed.split_whitespace().collect();
        let is_wanted = |keys: &str, name: &dyn Fn(&'static Words) -> String| {
            let names = Language::ALL.iter().map(|language| name(language.words()));
            let text: String = names.chain([keys.to_owned()]).map(|it| fold(&it) + "\n").collect();
            wanted.iter().all(|word| text.contains(word))
        };
        let mut entries: Vec<Entry> = Vec::new();
        for binding in self.keymap.iter().filter(|it| it.focus.contains(&self.focus)) {
            let (action, keys) = (binding.action, keys(binding, glyphs));
            let name = (binding.label)(words).to_owned();
            let known_as = |words: &'static Words| {
                let also = if action == Action::Presence { words.palette_map } else { "" };
                format!("{}\n{also}", (binding.label)(words))
            };
            let is_off = binding.when == When::Marking && !self.marks;
            if is_off || !is_listed(action) || !is_wanted(&keys, &known_as) {
                continue;
            }
            let deed = Deed::Action(action);
            match entries.iter_mut().find(|it| it.deed == deed && it.name == name) {
                Some(entry) => entry.keys = format!("{}, {keys}", entry.keys),
                None => entries.push(Entry { deed, name, keys }),
            }
        }
        let mut add = |deed, keys: &str, name: &dyn Fn(&'static Words) -> String| {
            if is_wanted(keys, name) {
                let own = if let Deed::Language(it) = deed { it.words() } else { words };
                entries.push(Entry { deed, name: name(own), keys: keys.to_owned() });
            }
        };
        for theme in ThemeName::value_variants() {
            let id = theme.to_possible_value().map(|it| it.get_name().to_owned());
            let id = id.unwrap_or_default();
            add(Deed::Theme(*theme), "", &|words| words.palette_theme(&id));
        }
        for language in Language::ALL {
            let name = |words: &'static Words| words.palette_language.to_owned();
            add(Deed::Language(*language), language.words().palette_language_own, &name);
        }
        for (command, name) in COMMANDS {
            add(Deed::Command(command), command, &|words| name(words).to_owned());
        }
        entries.compact_sort_by_key(|entry| rank(entry.deed));
        entries
    }
}

/// What something is called.
type Named = fn(&Words) -> &'static str;

/// What the screen doesn't do, and the command that does.
const COMMANDS: [(&str, Named); 2] = [
    ("officieel export --format csv", |words| words.palette_export),
    ("officieel forget", |words| words.palette_forget),
];

/// How far down an entry stands: what leads somewhere first, what only moves last.
fn rank(deed: Deed) -> u8 {
    match deed {
        Deed::Action(Action::Conventions) => 0,
        Deed::Action(action) if Door::of(action).is_some() => 0,
        Deed::Action(action) if action.moves() || action == Action::DeleteLine => 4,
        Deed::Action(
            Action::Back | Action::Help | Action::Redraw | Action::Suspend | Action::Interrupt,
        ) => 3,
        Deed::Action(_) => 1,
        _ => 2,
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

    fn names(focus: Focus, typed: &str) -> Vec<String> {
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
                name => assert!(found.iter().any(|it| it == name), "{typed}: {found:?}"),
            }
        }
    }

    #[test]
    fn what_leads_somewhere_stands_before_what_only_moves() {
        let words = Language::En.words();
        for focus in [Focus::Query, Focus::Channels, Focus::Audit, Focus::Presence] {
            let all = names(focus, "");
            let at = |name: &str| all.iter().position(|it| it == name);
            let door = at(words.key_check);
            assert!(door.is_some_and(|it| it < 4), "{focus:?} {all:?}");
            assert!(at(words.key_up) > at(words.palette_forget), "{focus:?} {all:?}");
            assert!(at(words.key_help) < at(words.key_up), "{focus:?} {all:?}");
        }
    }

    #[test]
    fn what_has_no_key_is_found_in_either_language() {
        for (typed, count) in [
            ("theme", 6),
            ("thema", 6),
            ("thema dark", 1),
            ("language", 2),
            ("taal", 2),
            ("nederlands", 1),
            ("map", 1),
            ("kaart", 1),
            ("export csv", 1),
            ("clear history", 1),
            ("wis geschiedenis", 1),
        ] {
            for focus in [Focus::Query, Focus::Channels] {
                assert_eq!(names(focus, typed).len(), count, "{typed}: {:?}", names(focus, typed));
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
                assert!(!seen.contains(&entry), "{focus:?} {entry:?}");
                seen.push(entry);
            }
        }
    }
}
