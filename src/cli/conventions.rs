//! `officieel conventions`: after which templates the accounts of a family are named.

mod json;
mod text;

use super::arguments::{ConventionsArguments, Shared};
use super::audit::family_named;
use super::error::Result;
use super::{Context, ExitStatus, load};
use crate::audit::{Family, Survey};
use crate::directory::Kind;
use crate::json::write as write_json;

/// Without a family, only those that have so many accounts on a platform: fewer have no custom.
const FEWEST: usize = 5;

pub(super) fn run(
    command: &ConventionsArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let platform = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    let family = command.family.as_ref().map(|name| family_named(&directory, name, cx));
    let family = family.transpose()?;
    let fewest = if family.is_some() { 1 } else { FEWEST };
    let families = family.map_or_else(all_kinds, |family| vec![family]);
    let mut surveys: Vec<Survey> =
        families.into_iter().flat_map(|it| Survey::of(&directory, it)).collect();
    surveys
        .retain(|survey| platform.is_none_or(|it| it == survey.platform) && survey.total >= fewest);
    if command.json {
        let tables: Vec<_> = surveys.iter().map(|it| json::table(&directory, it)).collect();
        write_json(cx.out, &tables)?;
    } else {
        text::write(&directory, &surveys, family.is_some(), cx)?;
        if surveys.is_empty() {
            writeln!(cx.err, "{}", cx.words.conventions.nothing)?;
        }
    }
    Ok(if surveys.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found })
}

fn all_kinds() -> Vec<Family> {
    Kind::ALL.iter().copied().map(Family::Kind).collect()
}
