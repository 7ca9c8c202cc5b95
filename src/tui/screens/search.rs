//! Browsing: the query, the organisations that it met, and the channels of the selected one.

pub mod channels;
pub mod state;
pub mod update;
pub mod view;
