//! Families that have no convention at all on a platform, although their handles show that several were
//! tried: then nobody can guess a name, and no account can be blamed for its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::conventions::expected::{FEWEST, LEADS};
use crate::audit::conventions::mining::Mined;
use crate::audit::conventions::table::ConventionTable;
use crate::audit::conventions::template::Template;
use crate::audit::details::NoConvention;
use crate::audit::{Certainty, Context, Details, Finding, Subject};
use crate::directory::{Directory, Kind, OrganisationIndex};

/// In a family with fewer organisations a template that more than half of it follow may still be too
/// rare to lead. From here on it is only the share that decides, so that its lack says something.
const LARGE: usize = 2 * FEWEST;

/// How many of the templates are told.
const SHOWN: usize = 3;

/// With fewer templates that have letters of their own there is nothing to agree on: the organisations
/// are called by their names.
const RIVALS: usize = 2;

pub(super) fn finding(cx: &Context<'_>, table: &ConventionTable) -> Option<Finding> {
    let directory = cx.directory;
    let mined = &table.mined;
    let accounts = mined.accounts();
    let owners = accounts.iter().map(|it| directory.account(*it).organisation);
    let owners: BTreeSet<OrganisationIndex> = owners.collect();
    let leading = mined.rows.first()?;
    let rivals = mined.rows.iter().filter(|row| row.template.fixed() > 0).count();
    let is_asked = accounts.iter().any(|it| cx.asks_for(*it));
    let has_convention = table.expected().next().is_some();
    if !is_asked
        || has_convention
        || has_lead(&table.mined)
        || rivals < RIVALS
        || owners.len() < LARGE
        || !are_comparable(directory, &owners)
    {
        return None;
    }
    let common = mined.rows.iter().take(SHOWN);
    let share = mined.share(leading);
    let details = Details::NamingNoConvention(NoConvention {
        family: table.family.name(directory),
        platform: cx.platform_name(table.platform),
        total: share.all,
        template: leading.template.clone(),
        count: share.some,
        share: share.percent().unwrap_or(0),
        templates: common.map(|row| format!("{} ({})", row.template, row.count())).collect(),
    });
    let subject = Subject::Family(table.family, table.platform);
    Some(Finding::new(details, Certainty::Certain, subject))
}

/// Whether more than half of some organisations are of one kind that has words in common. Where each has a
/// name of its own, as national bodies have, there is no form that fits them all.
fn are_comparable(directory: &Directory, owners: &BTreeSet<OrganisationIndex>) -> bool {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for owner in owners {
        *kinds.entry(directory.organisation(*owner).kind).or_default() += 1;
    }
    let is_most = |(kind, count): (Kind, usize)| {
        count * 100 > owners.len() * LEADS && directory.lexicon.has_words(kind)
    };
    kinds.into_iter().any(is_most)
}

/// Whether half of a family follow one template. Templates that only a separator parts are one to a
/// reader.
fn has_lead(mined: &Mined) -> bool {
    let mut counts: BTreeMap<Template, usize> = BTreeMap::new();
    for row in &mined.rows {
        *counts.entry(row.template.without_separators()).or_default() += row.count();
    }
    counts.values().any(|count| count * 100 >= mined.total * LEADS)
}
