//! `officieel [QUERY]`: the screen.

use std::io;

use super::arguments::Arguments;
use super::{Outcome, Surroundings};

pub(super) fn run(_arguments: &Arguments, _to: &mut Surroundings<'_>) -> io::Result<Outcome> {
    Ok(Outcome::Unusable)
}
