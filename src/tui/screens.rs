//! The screens, a folder each: what a screen knows (`state`), what keys and answers change of that
//! (`update`), and how it is drawn (`view`).

pub mod audit;
pub mod check;
pub mod conventions;
pub mod evidence;
pub mod help;
pub mod observe;
pub mod search;
