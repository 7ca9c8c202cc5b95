//! `officieel conventions`: after which templates the accounts of a family are named.

mod as_json;
mod as_text;

use std::io;

use super::arguments::{ConventionsArguments, Shared};
use super::audit::family_named;
use super::{Outcome, Surroundings, json, subject};
use crate::audit::{Family, Survey};
use crate::directory::Kind;

/// Without a family, only those that have so many accounts on a platform: fewer have no custom.
const FEWEST: usize = 5;

pub(super) fn run(
    command: &ConventionsArguments,
    shared: &Shared,
    to: &mut Surroundings<'_>,
) -> io::Result<Outcome> {
    let Some(directory) = subject::load(shared, to)? else {
        return Ok(Outcome::Unusable);
    };
    let mut platform = None;
    if let Some(name) = &command.platform {
        platform = subject::platform(&directory, name, to)?;
        if platform.is_none() {
            return Ok(Outcome::Unusable);
        }
    }
    let family = match &command.family {
        Some(name) => match family_named(&directory, name, to)? {
            Some(family) => Some(family),
            None => return Ok(Outcome::Unusable),
        },
        None => None,
    };
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
