//! Which template the accounts of a family are expected to follow, and how a handle stands to it.

use std::collections::BTreeSet;

pub use crate::audit::conventions::mining::declared::{declaration, declared};
use crate::audit::conventions::mining::{Mined, MinedTemplate, is_shortened, is_spelled};
use crate::audit::conventions::template::Template;
use crate::audit::conventions::terms::{chosen_part, terms};
use crate::audit::share::Share;
use crate::directory::{AccountIndex, Directory, Kind, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::text::fold::letters;

/// A template leads where more than half of a family follow it. Then who guesses a name by it is more
/// often right than wrong; below that there is no convention that an account could break.
pub(in crate::audit) const LEADS: usize = 50;

/// In smaller families half is soon a matter of chance.
pub(in crate::audit) const FEWEST: usize = 5;

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
/// called by their names, and is no convention of the family.
pub(in crate::audit) fn leading(directory: &Directory, mined: &Mined) -> Option<Expected> {
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

/// The organisations that have an account which follows the convention.
pub(in crate::audit) fn following(
    directory: &Directory,
    fits: &[(AccountIndex, Fit)],
) -> BTreeSet<OrganisationIndex> {
    let following = fits.iter().filter(|(_, fit)| *fit == Fit::Follows);
    following.map(|(account, _)| directory.account(*account).organisation).collect()
}
