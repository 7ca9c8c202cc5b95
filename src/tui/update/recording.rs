//! Recording what the reader sees of an account.

use super::super::message::Effect;
use super::super::model::{Model, Overlay};

/// Shows it.
pub(super) fn show(model: &mut Model) -> Option<Effect> {
    model.lay(Overlay::Record);
    None
}

/// Does what Enter does there.
pub(super) fn activate(model: &mut Model) -> Option<Effect> {
    model.lift();
    None
}
