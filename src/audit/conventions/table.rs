//! The handles of a family on a platform, the templates found in them, and what is expected of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::conventions::expected::{Expected, FEWEST, Fit, LEADS, expected};
use crate::audit::conventions::mining::{Mined, MinedTemplate, by_platform};
use crate::audit::conventions::terms::chosen_part;
use crate::audit::family::Family;
use crate::directory::{AccountIndex, Directory, Kind, OrganisationIndex};
use crate::platform::PlatformIndex;
use crate::text::fold::letters;

/// The conventions of a family on one platform.
#[derive(Debug, Clone)]
pub struct ConventionTable {
    /// The family.
    pub family: Family,
    /// The platform.
    pub platform: PlatformIndex,
    /// The templates that its accounts in use follow.
    pub mined: Mined,
    /// The family and templates that one organisation alone is held against: it shows no convention by
    /// itself, so that they are those of all organisations of its kind, as for its score.
    peers: Option<(Family, Mined)>,
    /// What the accounts of each kind of organisation are expected to follow.
    expected: BTreeMap<Kind, Expected>,
    /// The row of each account that a template explains.
    rows: BTreeMap<AccountIndex, usize>,
}

impl ConventionTable {
    /// The tables of some accounts of a family, one for each platform that they are on, in the order
    /// of platforms.
    pub fn of(directory: &Directory, family: Family, accounts: &[AccountIndex]) -> Vec<Self> {
        let mut kinds = Kinds::default();
        let tables = by_platform(directory, accounts).into_iter().map(|(platform, mined)| {
            let alone = alone(directory, family, &mined);
            let peers = alone.and_then(|kind| {
                Some((Family::Kind(kind), kinds.mined(directory, kind, platform)?))
            });
            Self::new(directory, family, platform, mined, peers)
        });
        tables.collect()
    }

    fn new(
        directory: &Directory,
        family: Family,
        platform: PlatformIndex,
        mined: Mined,
        peers: Option<(Family, Mined)>,
    ) -> Self {
        let accounts = mined.accounts();
        let mined = peers.as_ref().map_or(mined, |(_, peers)| peers.only(&accounts));
        let all = peers.as_ref().map_or(&mined, |(_, peers)| peers);
        let kinds: BTreeSet<Kind> = accounts.iter().map(|it| kind_of(directory, *it)).collect();
        let expected = |kind: Kind| Some((kind, expected(directory, all, kind, platform)?));
        let expected = kinds.into_iter().filter_map(expected).collect();
        let numbered = mined.rows.iter().enumerate();
        let rows = numbered.flat_map(|(at, row)| row.all().into_iter().map(move |it| (it, at)));
        let rows = rows.collect();
        Self { family, platform, mined, peers, expected, rows }
    }

    /// The family that conventions are reckoned in: the one of the table, but for one organisation alone
    /// all of its kind.
    pub fn reckoned_in(&self) -> Family {
        self.peers.as_ref().map_or(self.family, |(family, _)| *family)
    }

    /// The templates of the family that conventions are reckoned in.
    fn all(&self) -> &Mined {
        self.peers.as_ref().map_or(&self.mined, |(_, peers)| peers)
    }

    /// All who follow the template of a row in the family that conventions are reckoned in.
    pub(in crate::audit) fn all_of<'a>(&'a self, row: &'a MinedTemplate) -> &'a MinedTemplate {
        self.all().row_of(&row.template).unwrap_or(row)
    }

    /// What is expected of the accounts of each kind of organisation, where something is.
    pub fn expected(&self) -> impl Iterator<Item = (Kind, &Expected)> {
        self.expected.iter().map(|(kind, expected)| (*kind, expected))
    }

    /// The template that an account is expected to follow.
    pub fn expected_of(&self, directory: &Directory, account: AccountIndex) -> Option<&Expected> {
        self.expected.get(&kind_of(directory, account))
    }

    /// The template that an account follows.
    pub fn row(&self, account: AccountIndex) -> Option<&MinedTemplate> {
        self.mined.rows.get(*self.rows.get(&account)?)
    }

    /// The accounts that bear the whole name of their organisation, where more than half of the family do that
    /// there: no convention with letters of its own, but a custom of the platform, as on `LinkedIn`.
    pub(in crate::audit) fn by_whole_name(&self, directory: &Directory) -> Vec<AccountIndex> {
        let bears = |it: &AccountIndex| bears_whole_name(directory, *it);
        let all: Vec<AccountIndex> = self.all().accounts().into_iter().filter(bears).collect();
        let owners = all.iter().map(|it| directory.account(*it).organisation);
        let owners: BTreeSet<OrganisationIndex> = owners.collect();
        if all.len() * 100 <= self.all().total * LEADS || owners.len() < FEWEST {
            return Vec::new();
        }
        self.mined.accounts().into_iter().filter(bears).collect()
    }

    /// How each account of which something is expected stands to that, in the order of the directory.
    pub fn fits(&self, directory: &Directory) -> Vec<(AccountIndex, Fit)> {
        let fit = |account| {
            let expected = self.expected_of(directory, account)?;
            Some((account, expected.fit(directory, self.all(), account)?))
        };
        self.mined.accounts().into_iter().filter_map(fit).collect()
    }
}

/// Whether a handle is the name of its organisation with all its letters.
fn bears_whole_name(directory: &Directory, account: AccountIndex) -> bool {
    let organisation = directory.organisation(directory.account(account).organisation);
    chosen_part(directory, account).is_some_and(|it| letters(&it) == letters(&organisation.name))
}

/// The templates of kinds, each looked for when it is first asked for.
#[derive(Default)]
struct Kinds(BTreeMap<Kind, Vec<(PlatformIndex, Mined)>>);

impl Kinds {
    fn mined(
        &mut self,
        directory: &Directory,
        kind: Kind,
        platform: PlatformIndex,
    ) -> Option<Mined> {
        let mine = || by_platform(directory, &Family::Kind(kind).accounts(directory));
        let tables = self.0.entry(kind).or_insert_with(mine);
        tables.iter().find(|(on, _)| *on == platform).map(|(_, mined)| mined.clone())
    }
}

/// The kind of the one organisation that all accounts of a table are of.
fn alone(directory: &Directory, family: Family, mined: &Mined) -> Option<Kind> {
    let Family::Under(_) = family else { return None };
    let accounts = mined.accounts();
    let mut owners = accounts.iter().map(|it| directory.account(*it).organisation);
    let first = owners.next()?;
    owners.all(|it| it == first).then(|| directory.organisation(first).kind)
}

fn kind_of(directory: &Directory, account: AccountIndex) -> Kind {
    directory.organisation(directory.account(account).organisation).kind
}
