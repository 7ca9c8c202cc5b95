//! Text that is safe to compare and safe to show: folding, sanitising, width.

pub mod fold;
pub mod message;
pub mod sanitise;
pub mod suggest;
pub mod width;
