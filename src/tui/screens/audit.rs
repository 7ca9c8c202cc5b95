//! The audit: families with their scores, and what stands out in them.

pub mod export;
pub mod job;
pub mod state;
pub mod update;
pub mod view;
