//! Where the parts of the conventions stand, and what stands on their rows.

pub mod accounts;
pub mod head;
pub mod panes;
