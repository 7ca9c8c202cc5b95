//! Which template the accounts of a family are expected to follow, and who does not.

use std::collections::BTreeSet;

use super::deviation::{Deviation, Excuse, Units, has_purpose};
use super::survey::Basis;
use super::table::ConventionTable;
use crate::audit::details::Nonconformity;
pub use crate::audit::mining::declared::{declaration, declared};
use crate::audit::mining::{Mined, MinedTemplate, is_shortened, is_spelled};
use crate::audit::score::Share;
use crate::audit::spelling::letters;
use crate::audit::template::Template;
use crate::audit::terms::{chosen_part, terms};
use crate::audit::{Certainty, Details, Finding, Ground, Severity, Subject};
use crate::directory::{AccountIndex, Directory, Kind, OrganisationIndex};
use crate::platform::PlatformIndex;

/// A template leads where more than half of a family follow it. Then who guesses a name by it is more
/// often right than wrong; below that there is no custom that an account could break.
pub(super) const LEADS: usize = 50;

/// In smaller families half is soon a matter of chance.
pub(super) const FEWEST: usize = 5;

/// The template that accounts are expected to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The template.
    pub template: Template,
    /// Whether it was declared; otherwise it leads.
    pub is_declared: bool,
    /// How many of the family on the platform follow it.
    pub share: Share,
    /// The row of the mined table that holds them.
    row: Option<usize>,
}

/// The template that a kind has declared for a platform, else the one that leads in a family.
pub fn expected(
    directory: &Directory,
    mined: &Mined,
    kind: Kind,
    platform: PlatformIndex,
) -> Option<Expected> {
    let declared = declared(directory, kind, platform).map(|template| {
        let row = mined.rows.iter().position(|row| row.template == template);
        let followers = row.and_then(|at| mined.rows.get(at)).map_or(0, MinedTemplate::count);
        let share = Share { some: followers, all: mined.total };
        Expected { template, is_declared: true, share, row }
    });
    declared.or_else(|| leading(directory, mined))
}

/// The template that leads, where one does. One without letters of its own says only that they are
/// called by their names, and is no custom of the family.
pub(super) fn leading(directory: &Directory, mined: &Mined) -> Option<Expected> {
    let row = mined.rows.first().filter(|row| row.template.fixed() > 0)?;
    let owners = row.all().into_iter().map(|it| directory.account(it).organisation);
    let owners: BTreeSet<OrganisationIndex> = owners.collect();
    let leads = row.count() * 100 > mined.total * LEADS && owners.len() >= FEWEST;
    let template = row.template.clone();
    let share = mined.share(row);
    leads.then_some(Expected { template, is_declared: false, share, row: Some(0) })
}

/// How a handle stands to the template that it is expected to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It follows it, in whatever case.
    Follows,
    /// It follows it but for what stands between the words.
    Separator,
    /// It does not.
    Deviates,
}

impl Expected {
    /// How an account's handle stands to the template; `None` where it has no handle that was chosen, or
    /// where it could not follow, as the police as a whole have no place.
    pub fn fit(&self, directory: &Directory, mined: &Mined, account: AccountIndex) -> Option<Fit> {
        let (part, template) = (chosen_part(directory, account)?, &self.template);
        let row = self.row.and_then(|at| mined.rows.get(at));
        let follows = row.is_some_and(|row| row.has(account))
            || template.opening(&part).is_some_and(|it| is_name(directory, account, &it, template));
        if follows {
            return Some(Fit::Follows);
        }
        let organisation = directory.organisation(directory.account(account).organisation);
        if terms(organisation, template.slot()).is_empty() {
            return None;
        }
        let bare = template.without_separators();
        let opening = bare.opening(&letters(&part));
        let is_alike = opening.is_some_and(|it| is_name(directory, account, &it, &bare));
        Some(if is_alike { Fit::Separator } else { Fit::Deviates })
    }
}

/// Whether what stands in the open place is a name of the organisation, whole or shortened.
fn is_name(
    directory: &Directory,
    account: AccountIndex,
    opening: &str,
    template: &Template,
) -> bool {
    is_spelled(directory, account, opening, template.slot())
        || is_shortened(directory, account, opening, template.slot())
}

/// The accounts asked for that follow the custom of their family, or else that of their unit.
pub(super) fn conforming(
    ground: &Ground<'_>,
    fits: &[(AccountIndex, Fit)],
    units: &mut Units,
) -> Vec<AccountIndex> {
    let asked = fits.iter().filter(|(account, _)| ground.asks_for(*account));
    let conforms = |(account, fit): &(AccountIndex, Fit)| {
        let does = *fit == Fit::Follows || units.followed(ground.directory, *account).is_some();
        does.then_some(*account)
    };
    asked.filter_map(conforms).collect()
}

pub(super) fn findings(
    ground: &Ground<'_>,
    table: &ConventionTable,
    fits: &[(AccountIndex, Fit)],
    units: &mut Units,
    findings: &mut Vec<Finding>,
) {
    let directory = ground.directory;
    // Who has an account by the custom may have others beside it.
    let following = following(directory, fits);
    for &(account, fit) in fits {
        let organisation = directory.account(account).organisation;
        let details: fn(Nonconformity) -> Details = match fit {
            Fit::Follows => continue,
            Fit::Separator => Details::NamingSeparator,
            Fit::Deviates => Details::NamingConvention,
        };
        let is_asked = ground.asks_for(account)
            && !following.contains(&organisation)
            && !has_purpose(directory, account);
        if let Some(custom) = table.custom(directory, account).filter(|_| is_asked) {
            let deviation = Deviation::of(directory, table, account, custom, fit, units);
            let Deviation { proposal, excuse, .. } = deviation;
            let has_excuse = excuse.is_some();
            let details = details(nonconformity(directory, table, account, custom, excuse));
            let found = Finding::new(details, Certainty::Certain, Subject::Account(account));
            let found = if has_excuse { found.at_most(Severity::Note) } else { found };
            findings.push(found.proposing(proposal));
        }
    }
}

/// The organisations that have an account which follows the custom.
pub(super) fn following(
    directory: &Directory,
    fits: &[(AccountIndex, Fit)],
) -> BTreeSet<OrganisationIndex> {
    let following = fits.iter().filter(|(_, fit)| *fit == Fit::Follows);
    following.map(|(account, _)| directory.account(*account).organisation).collect()
}

fn nonconformity(
    directory: &Directory,
    table: &ConventionTable,
    account: AccountIndex,
    custom: &Expected,
    excuse: Option<Excuse>,
) -> Nonconformity {
    let platform = directory.platform(table.platform);
    Nonconformity {
        handle: directory.account(account).written(platform),
        template: custom.template.clone(),
        share: custom.share,
        family: table.reckoned_in().id(directory),
        platform: platform.name().to_owned(),
        basis: if custom.is_declared { Basis::Declared } else { Basis::Leading },
        excuse,
    }
}
