//! Display names: what a reader sees before the handle.

use super::{Finding, Ground};

/// The findings of this topic.
pub(super) fn findings(_ground: &Ground<'_>, _findings: &mut Vec<Finding>) {}
