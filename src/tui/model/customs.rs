//! The conventions of a family on the screen.

/// The conventions, and where the reader is in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Customs {}
