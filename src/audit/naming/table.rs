//! The handles of a family on a platform, the templates found in them, and what is expected of them.

use std::collections::{BTreeMap, BTreeSet};

use super::convention::{Expected, Fit, expected};
use crate::audit::family::Family;
use crate::audit::mining::{Mined, MinedTemplate, by_platform};
use crate::directory::{AccountIndex, Directory, Kind};
use crate::platform::PlatformIndex;

/// The conventions of a family on one platform.
#[derive(Debug, Clone)]
pub struct ConventionTable {
    /// The family.
    pub family: Family,
    /// The platform.
    pub platform: PlatformIndex,
    /// The templates that its accounts in use follow.
    pub mined: Mined,
    /// What the accounts of each kind of organisation are expected to follow.
    customs: BTreeMap<Kind, Expected>,
    /// The row of each account that a template explains.
    rows: BTreeMap<AccountIndex, usize>,
}

impl ConventionTable {
    /// The tables of some accounts of a family, one for each platform that they are on, in the order
    /// of platforms.
    pub fn of(directory: &Directory, family: Family, accounts: &[AccountIndex]) -> Vec<Self> {
        let mined = by_platform(directory, accounts).into_iter();
        mined.map(|(platform, mined)| Self::new(directory, family, platform, mined)).collect()
    }

    fn new(directory: &Directory, family: Family, platform: PlatformIndex, mined: Mined) -> Self {
        let accounts = mined.accounts();
        let kinds: BTreeSet<Kind> = accounts.iter().map(|it| kind_of(directory, *it)).collect();
        let custom = |kind: Kind| Some((kind, expected(directory, &mined, kind, platform)?));
        let customs = kinds.into_iter().filter_map(custom).collect();
        let numbered = mined.rows.iter().enumerate();
        let rows = numbered.flat_map(|(at, row)| row.all().into_iter().map(move |it| (it, at)));
        let rows = rows.collect();
        Self { family, platform, mined, customs, rows }
    }

    /// What is expected of the accounts of each kind of organisation, where something is.
    pub fn expected(&self) -> impl Iterator<Item = (Kind, &Expected)> {
        self.customs.iter().map(|(kind, custom)| (*kind, custom))
    }

    /// The template that an account is expected to follow.
    pub fn custom(&self, directory: &Directory, account: AccountIndex) -> Option<&Expected> {
        self.customs.get(&kind_of(directory, account))
    }

    /// The template that an account follows.
    pub fn row(&self, account: AccountIndex) -> Option<&MinedTemplate> {
        self.mined.rows.get(*self.rows.get(&account)?)
    }

    /// How each account of which something is expected stands to that, in the order of the directory.
    pub fn fits(&self, directory: &Directory) -> Vec<(AccountIndex, Fit)> {
        let fit = |account| {
            let custom = self.custom(directory, account)?;
            Some((account, custom.fit(directory, &self.mined, account)?))
        };
        self.mined.accounts().into_iter().filter_map(fit).collect()
    }
}

fn kind_of(directory: &Directory, account: AccountIndex) -> Kind {
    directory.organisation(directory.account(account).organisation).kind
}
