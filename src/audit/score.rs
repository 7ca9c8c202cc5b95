//! Scores: how far a family or an organisation is, in shares that say what they count.

use std::collections::BTreeMap;

use crate::audit::conventions::mining::declared::declared;
use crate::audit::conventions::mining::{Mined, by_platform};
use crate::audit::rules::badges;
use crate::audit::rules::naming::consistency::Names;
use crate::audit::share::Share;
use crate::audit::{Family, lifecycle};
use crate::directory::{Account, AccountIndex, Date, Directory, Kind, OrganisationIndex, Trust};
use crate::platform::PlatformIndex;

/// How far a family or an organisation is. Accounts are its own that are in use: not parked, left, closed or moved,
/// and of an organisation that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scores {
    /// Of the accounts whose handle was chosen, on platforms where their kind of organisation declared a template or
    /// at least two organisations share one: those that follow the declared one, or else the one that most follow.
    pub convention: Share,
    /// Of the organisations with main accounts on more than one platform: those that bear one name on all of them,
    /// letter case and the signs between words aside.
    pub consistency: Share,
    /// Of the accounts that somebody has looked at for a badge: those that showed one.
    pub badges: Share,
    /// Of the accounts on platforms that give badges: those that somebody has looked at for one.
    pub observed: Share,
    /// Of the accounts: those of which the government itself said so within
    /// [`FRESH_MONTHS`](crate::directory::evidence::FRESH_MONTHS) months.
    pub freshness: Share,
}

/// The scores of a family.
pub fn of_family(directory: &Directory, today: Date, family: Family) -> Scores {
    of(directory, today, &family.organisations(directory), &mut Tables::new())
}

/// The scores of several families, in their order: those of [`of_family`], but the templates of a kind are looked for
/// once, however many of the families have organisations of it.
pub fn of_families(directory: &Directory, today: Date, families: &[Family]) -> Vec<Scores> {
    let mut tables = Tables::new();
    let scores =
        |family: &Family| of(directory, today, &family.organisations(directory), &mut tables);
    families.iter().map(scores).collect()
}

/// The scores of one organisation, alone. Its accounts are held against the templates of all
/// organisations of its kind.
pub fn of_organisation(
    directory: &Directory,
    today: Date,
    organisation: OrganisationIndex,
) -> Scores {
    of(directory, today, &[organisation], &mut Tables::new())
}

/// Of the platforms on which an organisation has main accounts in use, those on which it bears its most common name;
/// nothing where it is on fewer than two.
pub fn consistency(directory: &Directory, organisation: OrganisationIndex) -> Share {
    Names::of(directory, organisation).consistency()
}

/// The templates of all organisations of a kind, on each platform, where somebody has asked for them.
type Tables = BTreeMap<Kind, Vec<(PlatformIndex, Mined)>>;

fn of(
    directory: &Directory,
    today: Date,
    organisations: &[OrganisationIndex],
    tables: &mut Tables,
) -> Scores {
    let mut scores = Scores::default();
    let mut groups: BTreeMap<(Kind, PlatformIndex), Vec<AccountIndex>> = BTreeMap::new();
    for &organisation in organisations {
        let kind = directory.organisation(organisation).kind;
        for (index, account) in own_in_use(directory, today, organisation) {
            groups.entry((kind, account.platform)).or_default().push(index);
            scores.count(directory, today, account);
        }
        let names = consistency(directory, organisation);
        if names.all > 0 && !lifecycle::has_ended(directory, organisation, today) {
            scores.consistency.count(names.some == names.all);
        }
    }
    scores.convention = convention(directory, &groups, tables);
    scores
}

impl Scores {
    fn count(&mut self, directory: &Directory, today: Date, account: &Account) {
        self.freshness.count(account.trust(today) == Trust::Confirmed);
        if badges::are_given(directory, account.platform, today) {
            self.observed.count(account.badge.is_some());
        }
        if let Some(badge) = &account.badge {
            self.badges.count(badge.kind.is_some());
        }
    }
}

fn own_in_use(
    directory: &Directory,
    today: Date,
    organisation: OrganisationIndex,
) -> impl Iterator<Item = (AccountIndex, &Account)> {
    directory
        .accounts_of(organisation)
        .map(|index| (index, directory.account(index)))
        .filter(move |(_, account)| account.organisation == organisation)
        .filter(move |(_, account)| lifecycle::is_in_use(directory, account, today))
}

/// How many follow the template of their kind on their platform. The templates are those of all organisations of
/// that kind, so that the share of an organisation is part of that of its family.
fn convention(
    directory: &Directory,
    groups: &BTreeMap<(Kind, PlatformIndex), Vec<AccountIndex>>,
    tables: &mut Tables,
) -> Share {
    let mut share = Share::default();
    for ((kind, platform), asked) in groups {
        let tables = tables
            .entry(*kind)
            .or_insert_with(|| by_platform(directory, &Family::Kind(*kind).accounts(directory)));
        if let Some((_, mined)) = tables.iter().find(|(on, _)| on == platform) {
            share.add(followers(directory, *kind, *platform, mined, asked));
        }
    }
    share
}

/// Of the accounts asked for, those that follow the template that their kind declared on the platform, or else the
/// one that most of the kind follow.
fn followers(
    directory: &Directory,
    kind: Kind,
    platform: PlatformIndex,
    mined: &Mined,
    asked: &[AccountIndex],
) -> Share {
    let declared = declared(directory, kind, platform);
    if declared.is_none() && mined.rows.is_empty() {
        return Share::default();
    }
    let mut rows = mined.rows.iter();
    let row = rows.find(|row| declared.as_ref().is_none_or(|declared| row.template == *declared));
    let named = mined.accounts();
    let mut share = Share::default();
    for &index in asked.iter().filter(|index| named.binary_search(index).is_ok()) {
        share.count(row.is_some_and(|row| row.has(index)));
    }
    share
}

#[cfg(test)]
mod tests;
