//! The conventions of a family: templates, and who deviates from them.

pub mod state;
pub mod update;
pub mod view;
