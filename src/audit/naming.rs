//! Naming: whether the handles of a family let a citizen find and know them.

mod case;
mod confusable;
mod consistency;
pub(crate) mod convention;
mod family_word;
mod proposal;
mod shortened;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::mining::{Mined, MinedTemplate, by_platform, in_use};
use super::{Family, Finding, Ground};
use crate::directory::{AccountIndex, Directory, Kind};
use crate::platform::PlatformIndex;
use convention::{Expected, expected};

/// The handles of a family on a platform, and the templates found in them.
struct Table<'a> {
    family: Family,
    platform: PlatformIndex,
    mined: &'a Mined,
    /// What the accounts of each kind are expected to follow.
    customs: BTreeMap<Kind, Option<Expected>>,
    /// The row of each account that a template explains.
    rows: BTreeMap<AccountIndex, usize>,
}

impl<'a> Table<'a> {
    fn new(
        directory: &Directory,
        family: Family,
        platform: PlatformIndex,
        mined: &'a Mined,
    ) -> Self {
        let accounts = mined.accounts();
        let kinds = accounts.iter().map(|it| kind_of(directory, *it));
        let kinds: BTreeSet<Kind> = kinds.collect();
        let customs = kinds.into_iter().map(|it| (it, expected(directory, mined, it, platform)));
        let numbered = mined.rows.iter().enumerate();
        let rows = numbered.flat_map(|(at, row)| row.all().into_iter().map(move |it| (it, at)));
        Self { family, platform, mined, customs: customs.collect(), rows: rows.collect() }
    }

    /// The template that an account is expected to follow.
    fn custom(&self, directory: &Directory, account: AccountIndex) -> Option<&Expected> {
        self.customs.get(&kind_of(directory, account))?.as_ref()
    }

    /// The template that an account follows.
    fn row(&self, account: AccountIndex) -> Option<&MinedTemplate> {
        self.mined.rows.get(*self.rows.get(&account)?)
    }
}

fn kind_of(directory: &Directory, account: AccountIndex) -> Kind {
    directory.organisation(directory.account(account).organisation).kind
}

/// The findings of this topic. Who no longer exists or no longer uses an account need not rename it.
pub(super) fn findings(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let mut units = convention::Units::default();
    for (family, accounts) in &ground.families {
        for (platform, mined) in by_platform(ground.directory, accounts) {
            let table = Table::new(ground.directory, *family, platform, &mined);
            convention::findings(ground, &table, &mut units, findings);
            case::findings(ground, &table, findings);
            shortened::findings(ground, &table, findings);
            family_word::findings(ground, &table, findings);
        }
    }
    let accounts = in_use(ground.directory, &ground.accounts);
    consistency::findings(ground, findings);
    confusable::findings(ground, &accounts, findings);
}
