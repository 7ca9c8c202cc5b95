//! The audit on the screen: what was found, and where the reader is in it.

/// The audit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Auditing {
    /// Whether the filter has the keys.
    pub is_typing: bool,
}
