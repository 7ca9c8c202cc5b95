//! How the verdict on what the query names is drawn.

pub mod banner;
