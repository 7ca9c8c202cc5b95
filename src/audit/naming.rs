//! Naming: whether the handles of a family let a citizen find and know them.

use super::{Finding, Ground};

/// The findings of this topic.
pub(super) fn findings(_ground: &Ground<'_>, _findings: &mut Vec<Finding>) {}
