//! What the reader records of an account.

use crate::tui::editor::Editor;

/// What is about to be recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recording {
    /// The address where the account continues, while it is typed.
    pub successor: Option<Editor>,
}

impl Recording {
    /// Whether the address has the keys.
    pub fn is_typing(&self) -> bool {
        self.successor.is_some()
    }
}
