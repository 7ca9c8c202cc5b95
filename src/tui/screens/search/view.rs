//! How browsing is drawn.

pub mod list;
pub mod loading;
pub mod panel;
pub mod prompt;
