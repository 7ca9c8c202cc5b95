//! How browsing is drawn.

pub mod columns;
pub mod list;
pub mod loading;
pub mod nothing;
pub mod panel;
pub mod prompt;
pub mod row;
