//! A list that is narrowed down by what is typed: the line, and which entry is selected of what is left.

use crate::tui::widgets::editor::Editor;

/// The line and the selection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilteredList {
    /// What was typed.
    pub filter: Editor,
    /// The selected entry of those that are left.
    pub selected: usize,
}

impl FilteredList {
    /// Changes the line. What it leaves then is another list, of which the first is selected.
    pub fn change(&mut self, change: impl FnOnce(&mut Editor)) {
        change(&mut self.filter);
        self.selected = 0;
    }
}
