//! `officieel conventions`: after which templates the accounts of a family are named.

mod as_json;
mod as_text;

use super::arguments::{ConventionsArguments, Shared};
use super::audit::family_named;
use super::error::Result;
use super::{Outcome, Surroundings, json, subject};
use crate::audit::{Family, Survey};
use crate::directory::Kind;

/// Without a family, only those that have so many accounts on a platform: fewer have no custom.
const FEWEST: usize = 5;

pub(super) fn run(
    command: &ConventionsArguments,
    shared: &Shared,
    to: &mut Surroundings<'_>,
) -> Result<Outcome> {
    let directory = subject::load(shared, to)?;
    let platform = subject::platform_asked(&directory, command.platform.as_deref(), to)?;
    let family = command.family.as_ref().map(|name| family_named(&directory, name, to));
    let family = family.transpose()?;
    let fewest = if family.is_some() { 1 } else { FEWEST };
    let families = family.map_or_else(all_kinds, |family| vec![family]);
    let mut surveys: Vec<Survey> =
        families.into_iter().flat_map(|it| Survey::of(&directory, it)).collect();
    surveys
        .retain(|survey| platform.is_none_or(|it| it == survey.platform) && survey.total >= fewest);
    if command.json {
        let tables: Vec<_> = surveys.iter().map(|it| as_json::table(&directory, it)).collect();
        json::write(to.out, &tables)?;
    } else {
        as_text::write(&directory, &surveys, family.is_some(), to)?;
        if surveys.is_empty() {
            writeln!(to.err, "{}", to.words.conventions.nothing)?;
        }
    }
    Ok(if surveys.is_empty() { Outcome::NotFound } else { Outcome::Found })
}

fn all_kinds() -> Vec<Family> {
    Kind::ALL.iter().copied().map(Family::Kind).collect()
}
