//! One row of the table of keys, and how it is found.

use crossterm::event::KeyEvent;

use super::{Action, Chord, Focus, Keymap};
use crate::compact_sort::CompactSort;
use crate::tui::theme::Glyphs;
use crate::words::Words;

/// What a binding may ask besides its focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Nothing.
    Always,
    /// The query is empty.
    NothingTyped,
    /// The cursor stands at the end of the query.
    AtEnd,
    /// A condition of a filter is being typed that can go on.
    InCondition,
    /// Something is picked for another program.
    Picking,
    /// Several can be marked for it.
    Marking,
}

/// Where the reader is, as far as keys care.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is so or not, whatever the others are")]
pub struct Situation {
    /// What the keys go to.
    pub focus: Focus,
    /// Whether the query is empty.
    pub nothing_typed: bool,
    /// Whether the cursor stands at the end of the query.
    pub at_end: bool,
    /// Whether a condition of a filter is being typed that can go on.
    pub in_condition: bool,
    /// Whether something is picked for another program.
    pub picks: bool,
    /// Whether several can be marked for it.
    pub marks: bool,
    /// The bindings that hold.
    pub keymap: Keymap,
}

impl Binding {
    /// The same row.
    pub(super) fn copy(&self) -> Self {
        Self { ..*self }
    }
}

impl When {
    fn holds(self, situation: Situation) -> bool {
        match self {
            Self::Always => true,
            Self::NothingTyped => situation.nothing_typed,
            Self::AtEnd => situation.at_end,
            Self::InCondition => situation.in_condition,
            Self::Picking => situation.picks,
            Self::Marking => situation.marks,
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// Where it does so.
    pub focus: &'static [Focus],
    /// What else must hold.
    pub when: When,
    /// The keys; the first is the one that is shown.
    pub chords: &'static [Chord],
    /// What it is called.
    pub label: fn(&Words) -> &'static str,
    /// Its weight in the footer, the highest first to stay; 0 for the help only.
    pub weight: u8,
}

/// The action that a key stands for where the reader is.
///
/// A binding that asks for more than its focus goes before one that asks for nothing.
pub fn lookup(event: &KeyEvent, situation: Situation) -> Option<Action> {
    let fits = |binding: &&Binding| {
        binding.focus.contains(&situation.focus)
            && binding.when.holds(situation)
            && binding.chords.iter().any(|chord| chord.is(event))
    };
    let mut fitting = situation.keymap.iter().filter(fits).peekable();
    let first = fitting.peek().copied();
    fitting.find(|binding| binding.when != When::Always).or(first).map(|binding| binding.action)
}

/// The key to show for an action in a focus.
pub fn shown_key(keymap: Keymap, action: Action, focus: Focus, glyphs: &Glyphs) -> Option<String> {
    keymap
        .iter()
        .find(|binding| binding.action == action && binding.focus.contains(&focus))
        .and_then(|binding| binding.chords.first())
        .map(|chord| chord.label(glyphs))
}

/// The bindings of a focus that belong in the footer, the weightiest first.
pub fn footer(keymap: Keymap, focus: Focus) -> Vec<&'static Binding> {
    let mut bindings: Vec<&Binding> = keymap
        .iter()
        .filter(|binding| {
            binding.weight > 0 && !binding.chords.is_empty() && binding.focus.contains(&focus)
        })
        .collect();
    bindings.compact_sort_by_key(|binding| std::cmp::Reverse(binding.weight));
    bindings
}
