//! The platforms side by side: whose they are, what holds on them on a day, and who is known to be on them.

use crate::compact_sort::CompactSort;
use crate::directory::{BadgeKind, Date, Directory, Inventory, Policy};
use crate::filter::{Filter, is_in_union};
use crate::platform::{Platform, PlatformIndex};
use crate::presence::{Presence, Selection, is_own, percents};

/// Everything about the platforms on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformOverview {
    /// The day.
    pub today: Date,
    /// Who is known on any platform.
    pub all: Presence,
    /// The platforms, in the order of the directory.
    pub platforms: Vec<PlatformFacts>,
    /// By owner, the one with most accounts in use first.
    pub owners: Vec<Portion<String>>,
    /// By where the owner is, in the order of [`Jurisdiction::ALL`].
    pub jurisdictions: Vec<Portion<Jurisdiction>>,
    /// The published counts, each beside what is known here.
    pub inventories: Vec<InventoryComparison>,
    /// The positions of the policies that are about no platform in particular and hold on that day.
    pub general_policies: Vec<usize>,
}

/// What is known of one platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformFacts {
    /// The platform.
    pub platform: PlatformIndex,
    /// Where its owner is.
    pub jurisdiction: Jurisdiction,
    /// Who is known on it.
    pub presence: Presence,
    /// The positions of its badge kinds in [`Directory::badges`], with whether they are given on that day.
    pub badges: Vec<(usize, InTime)>,
    /// The positions of the policies about it in [`Directory::policies`], with whether they hold on that day.
    pub policies: Vec<(usize, InTime)>,
}

/// Where a day lies in the life of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InTime {
    /// Before it began.
    Ahead,
    /// In it.
    Now,
    /// After it ended.
    Past,
}

impl InTime {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Now => "now",
            Self::Past => "past",
        }
    }

    /// Where a day lies in the time of a badge kind.
    pub fn of_badge(badge: &BadgeKind, today: Date) -> Self {
        Self::of(badge.is_given(today), badge.from, today)
    }

    /// Where a day lies in the time of a policy.
    pub fn of_policy(policy: &Policy, today: Date) -> Self {
        Self::of(policy.holds(today), Some(policy.from), today)
    }

    fn of(is_now: bool, from: Option<Date>, today: Date) -> Self {
        if is_now {
            Self::Now
        } else if from.is_some_and(|from| from > today) {
            Self::Ahead
        } else {
            Self::Past
        }
    }
}

/// Where who owns a platform is, as far as the directory tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Jurisdiction {
    /// The United States.
    UnitedStates,
    /// A member of the European Union.
    Union,
    /// Nowhere in particular: each server has an owner of its own, or it is the organisation's own.
    OwnServers,
    /// Any other country.
    Other,
}

impl Jurisdiction {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::UnitedStates, Self::Union, Self::OwnServers, Self::Other];

    /// That of a platform.
    pub fn of(platform: &Platform) -> Self {
        let country = platform.rules.country.as_deref().filter(|_| !is_own(platform));
        match country {
            None => Self::OwnServers,
            Some("US") => Self::UnitedStates,
            Some(code) if is_in_union(code) => Self::Union,
            Some(_) => Self::Other,
        }
    }

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::UnitedStates => "united-states",
            Self::Union => "european-union",
            Self::OwnServers => "own-servers",
            Self::Other => "other",
        }
    }
}

/// Several platforms together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portion<T> {
    /// What they have in common.
    pub of: T,
    /// The platforms.
    pub platforms: Vec<PlatformIndex>,
    /// Who is known on any of them.
    pub presence: Presence,
    /// Their part of all accounts in use, in whole percents that add up to 100. An organisation may be in several
    /// portions, so that theirs don't.
    pub percent_of_accounts: usize,
}

/// A published count beside what is known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventoryComparison {
    /// The position in [`Directory::inventories`].
    pub inventory: usize,
    /// A row a platform, in the order of the directory.
    pub rows: Vec<InventoryRow>,
}

/// One platform of a published count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InventoryRow {
    /// The platform.
    pub platform: PlatformIndex,
    /// How many organisations were published to have an account there.
    pub published: usize,
    /// Of how many selected organisations an account in use is known there.
    pub known: usize,
}

impl PlatformOverview {
    /// Looks at all platforms on a day, with the organisations that a filter lets through.
    pub fn of(directory: &Directory, filter: &Filter, today: Date) -> Self {
        let selection = Selection::of(directory, filter, today);
        let all = selection.presence(None, &|_| true);
        let platforms: Vec<PlatformFacts> = directory
            .platforms
            .iter()
            // Sites stand with their organisations, not among accounts: to count none would be untrue.
            .filter(|(_, it)| it.id() != "website")
            .map(|(index, it)| facts(directory, &selection, index, it, today))
            .collect();
        let owner = |it: &PlatformFacts| directory.platform(it.platform).rules.owner.clone();
        let mut names: Vec<String> = Vec::new();
        for name in platforms.iter().map(owner) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let mut owners = portions(&selection, names, &platforms, &owner);
        owners.compact_sort_by_key(|it| std::cmp::Reverse(it.presence.accounts.in_use()));
        let all_of_them = Jurisdiction::ALL.to_vec();
        let jurisdictions = portions(&selection, all_of_them, &platforms, &|it| it.jurisdiction);
        let policies = directory.policies.iter().enumerate();
        let concerns = |it: &Policy| concerns(directory, &selection, it);
        let general =
            policies.filter(|(_, it)| it.platforms.is_empty() && it.holds(today) && concerns(it));
        let general_policies = general.map(|(at, _)| at).collect();
        let inventories = inventories(directory, &platforms);
        Self { today, all, platforms, owners, jurisdictions, inventories, general_policies }
    }

    /// What is known of one platform.
    pub fn platform(&self, platform: PlatformIndex) -> Option<&PlatformFacts> {
        self.platforms.iter().find(|it| it.platform == platform)
    }
}

fn facts(
    directory: &Directory,
    selection: &Selection,
    index: PlatformIndex,
    platform: &Platform,
    today: Date,
) -> PlatformFacts {
    let badges = directory.badges.iter().enumerate().filter(|(_, it)| it.platform == index);
    let policies = directory.policies.iter().enumerate();
    let policies =
        policies.filter(|(_, it)| it.is_about(index) && concerns(directory, selection, it));
    PlatformFacts {
        platform: index,
        jurisdiction: Jurisdiction::of(platform),
        presence: selection.presence(None, &|it| it == index),
        badges: badges.map(|(at, it)| (at, InTime::of_badge(it, today))).collect(),
        policies: policies.map(|(at, it)| (at, InTime::of_policy(it, today))).collect(),
    }
}

/// Whether a policy binds any of the selected organisations, as far as it says whom it binds by kind or by name.
fn concerns(directory: &Directory, selection: &Selection, policy: &Policy) -> bool {
    let is_told = !policy.kinds.is_empty() || !policy.organisations.is_empty();
    let mut all = selection.organisations.iter();
    !is_told
        || all.any(|index| {
            let kind = directory.organisation(*index).kind;
            policy.kinds.contains(&kind) || policy.organisations.contains(index)
        })
}

/// The platforms by what they have in common.
fn portions<T: PartialEq>(
    selection: &Selection,
    all: Vec<T>,
    platforms: &[PlatformFacts],
    of: &dyn Fn(&PlatformFacts) -> T,
) -> Vec<Portion<T>> {
    let portion = |common: T| {
        let is_its = |it: &&PlatformFacts| of(it) == common;
        let platforms: Vec<PlatformIndex> =
            platforms.iter().filter(is_its).map(|it| it.platform).collect();
        let presence = selection.presence(None, &|it| platforms.contains(&it));
        Portion { of: common, platforms, presence, percent_of_accounts: 0 }
    };
    let mut portions: Vec<Portion<T>> = all.into_iter().map(portion).collect();
    let counts: Vec<usize> = portions.iter().map(|it| it.presence.accounts.in_use()).collect();
    for (portion, percent) in portions.iter_mut().zip(percents(&counts)) {
        portion.percent_of_accounts = percent;
    }
    portions
}

fn inventories(directory: &Directory, platforms: &[PlatformFacts]) -> Vec<InventoryComparison> {
    let compare = |(inventory, it): (usize, &Inventory)| {
        let row = |facts: &PlatformFacts| {
            let published = it.counts.iter().find(|(platform, _)| *platform == facts.platform);
            let (_, published) = published?;
            Some(InventoryRow {
                platform: facts.platform,
                published: usize::try_from(*published).unwrap_or(usize::MAX),
                known: facts.presence.organisations.in_use(),
            })
        };
        InventoryComparison { inventory, rows: platforms.iter().filter_map(row).collect() }
    };
    directory.inventories.iter().enumerate().map(compare).collect()
}

#[cfg(test)]
mod tests;
