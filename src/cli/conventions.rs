//! `officieel conventions`: after which templates the accounts of a family are named.

mod json;
mod text;

use std::collections::BTreeSet;

use super::arguments::{ConventionsArguments, Shared};
use super::audit::family_named;
use super::error::Result;
use super::{Context, ExitStatus, list, load};
use crate::audit::{ConventionReport, Family};
use crate::directory::{AccountIndex, Date, Directory, Kind};
use crate::filter::{Filter, FilteredWords};
use crate::json::write as write_json;

/// Without a family, only those that have so many accounts on a platform: fewer have no convention.
const FEWEST: usize = 5;

pub(super) fn run(
    command: &ConventionsArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let platform = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    let typed = command.family.join(" ");
    let split = Filter::split(&typed, &directory);
    let FilteredWords { filter, words } =
        split.map_err(|error| list::complaint(&typed, &error, cx))?;
    let name = words.trim();
    let family = (!name.is_empty()).then(|| family_named(&directory, name, cx)).transpose()?;
    let fewest = if family.is_some() { 1 } else { FEWEST };
    let families = family.map_or_else(all_kinds, |family| vec![family]);
    let mut reports: Vec<ConventionReport> =
        families.into_iter().flat_map(|it| of(&directory, it, &filter, cx.today)).collect();
    reports
        .retain(|report| platform.is_none_or(|it| it == report.platform) && report.total >= fewest);
    if command.json {
        let tables: Vec<_> = reports.iter().map(|it| json::table(&directory, it)).collect();
        write_json(cx.out, &tables)?;
    } else {
        text::write(&directory, &reports, family.is_some(), cx)?;
        if reports.is_empty() {
            writeln!(cx.err, "{}", cx.words.nothing)?;
        }
    }
    Ok(if reports.is_empty() { ExitStatus::NotFound } else { ExitStatus::Found })
}

/// The conventions of those accounts of a family that a filter lets through.
fn of(
    directory: &Directory,
    family: Family,
    filter: &Filter,
    today: Date,
) -> Vec<ConventionReport> {
    if filter.is_empty() {
        return ConventionReport::of(directory, family);
    }
    let mut accounts = family.accounts(directory);
    let passing: BTreeSet<AccountIndex> = filter
        .organisations(directory, today)
        .into_iter()
        .flat_map(|it| filter.accounts(directory, it, today))
        .collect();
    accounts.retain(|account| passing.contains(account));
    ConventionReport::of_accounts(directory, family, &accounts)
}

fn all_kinds() -> Vec<Family> {
    Kind::ALL.iter().copied().map(Family::Kind).collect()
}
