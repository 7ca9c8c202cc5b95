//! Evidence: what the claim that an account is official rests on.

use super::{Finding, Ground};

/// The findings of this topic.
pub(super) fn findings(_ground: &Ground<'_>, _findings: &mut Vec<Finding>) {}
