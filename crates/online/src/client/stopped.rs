//! Why there is no answer, within the client.

use crate::fetch::{Failure, Outcome, Refusal};

/// What ends the way to a page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Stopped {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl From<Stopped> for Outcome {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Refused(refusal) => Self::Refused(refusal),
            Stopped::Failed(failure) => Self::CouldNotLook(failure),
        }
    }
}
