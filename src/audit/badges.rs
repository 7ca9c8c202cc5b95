//! Badges: which accounts of a family have one, of which kind, and how old that news is.

use super::{Finding, Ground};

/// The findings of this topic.
pub(super) fn findings(_ground: &Ground<'_>, _findings: &mut Vec<Finding>) {}
