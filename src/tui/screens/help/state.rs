//! What the help knows: where it is read, and what narrows it down.

use crate::tui::widgets::editor::Editor;

/// The help, as far as it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Help {
    /// The first row shown.
    pub first: usize,
    /// The words that narrow it down.
    pub filter: Editor,
    /// Whether these are being typed.
    pub is_typing: bool,
}

impl Help {
    /// Whether its first row is the line that narrows it down.
    pub fn has_line(&self) -> bool {
        self.is_typing || !self.filter.is_empty()
    }
}
