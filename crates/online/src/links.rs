//! Links: whose account is it that a page shows?
//!
//! A link on a page is no account of the page's owner: pages show share buttons, posts, the accounts of other
//! bodies, of persons and of whoever built the site. Each link is sorted by one [`Rule`], which explains itself; only
//! what [`Outcome::Confirms`] an account that is listed already may be taken without somebody who looks.
//!
//! ```
//! use officieel_directory::directory::{Date, load::load};
//! use officieel_directory::public_suffixes::PublicSuffixes;
//! use officieel_online::links::Sorter;
//! use officieel_online::page::Page;
//!
//! let directory = load("schema = 1\n", Date::LAST, &PublicSuffixes::default(), &|| None);
//! # let Ok(directory) = directory else { return };
//! let sorter = Sorter::new(&directory);
//! let page = Page::read(b"<footer><a href='https://x.com/POL_Ede'>X</a></footer>", None);
//! let address = "https://www.voorbeeld.example/".parse().unwrap();
//! // The page of a site that is no organisation's says nothing.
//! assert!(sorter.sort(&page, &address).sightings.is_empty());
//! ```

mod address;
mod detour;
mod judge;
mod names;
mod rule;
mod site_map;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use url::Url;

use officieel_directory::directory::{AccountIndex, Directory, OrganisationIndex};
use officieel_directory::platform::{PlatformIndex, Reference};

use crate::page::{Obstacle, Page, Zone};
use address::Found;
use names::{Names, Words};
pub use rule::{Outcome, Rule};
pub use site_map::{SiteMap, Speaker};

/// A link that a page of an organisation has to an account, or to something else of a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The organisation whose page it is.
    pub organisation: OrganisationIndex,
    /// The platform.
    pub platform: PlatformIndex,
    /// The account; `None` where the address is none of an account, and where the account has no name.
    pub account: Option<Reference>,
    /// The account of the directory, where it lists it.
    pub listed: Option<AccountIndex>,
    /// The canonical address of the account, else the address as the page has it.
    pub url: String,
    /// What it means for the organisation.
    pub outcome: Outcome,
    /// Why.
    pub rule: Rule,
    /// Where on the page it stands.
    pub zone: Zone,
    /// Whether it stands where the page says that one can follow its owner.
    pub follow: bool,
    /// Whether the link has `rel="me"`.
    pub rel_me: bool,
    /// Whether a visitor has something of it to see, there or elsewhere on the page.
    pub is_seen: bool,
    /// The address as it stands on the page.
    pub href: String,
    /// The words of the link.
    pub label: String,
}

/// What a page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortedPage {
    /// Whose page it is.
    pub speaker: Speaker,
    /// What keeps it from saying anything, where something does.
    pub obstacle: Option<Obstacle>,
    /// What it shows, in the order of the page; nothing where it is no organisation's.
    pub sightings: Vec<Sighting>,
}

/// Sorts the links of pages by a directory.
#[derive(Debug)]
pub struct Sorter<'d> {
    directory: &'d Directory,
    sites: SiteMap,
    words: Words,
    /// What organisations are called whose pages were met.
    names: Mutex<HashMap<OrganisationIndex, Arc<Names>>>,
}

/// Of more organisations than this the names are not kept.
const MOST_NAMES: usize = 16_384;

impl<'d> Sorter<'d> {
    /// Prepares for the organisations of a directory. This reads all of them once.
    pub fn new(directory: &'d Directory) -> Self {
        let (sites, words) = (SiteMap::new(directory), Words::of(directory));
        Self { directory, sites, words, names: Mutex::default() }
    }

    /// What an organisation is called.
    fn names_of(&self, organisation: OrganisationIndex) -> Arc<Names> {
        let mut known = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_NAMES {
            known.clear();
        }
        let made = || Names::of(self.directory, &self.sites, &self.words, organisation).into();
        Arc::clone(known.entry(organisation).or_insert_with(made))
    }

    /// The directory that it goes by.
    pub fn directory(&self) -> &'d Directory {
        self.directory
    }

    /// Which pages are whose.
    pub fn sites(&self) -> &SiteMap {
        &self.sites
    }

    /// Sorts the links of a page that was at an address, after all redirects.
    pub fn sort(&self, page: &Page, address: &Url) -> SortedPage {
        let speaker = self.sites.speaker(address);
        let sightings = match &speaker {
            Speaker::Organisation(organisation) => self.sort_for(page, address, *organisation),
            Speaker::Several(all) => self.sort_for_several(page, address, all),
            Speaker::Shared | Speaker::Nobody => Vec::new(),
        };
        let obstacle = self.obstacle(page, address);
        SortedPage { speaker, obstacle, sightings }
    }

    /// What keeps a page at an address from saying anything of its owner's accounts. Whether it sends its visitors away is
    /// known only by where it is.
    pub fn obstacle(&self, page: &Page, address: &Url) -> Option<Obstacle> {
        let sent_on = page.sent_on(address);
        let is_away = sent_on.is_some_and(|to| self.sites.is_stranger(address, &to));
        if is_away { Some(Obstacle::SentAway) } else { page.obstacle }
    }

    /// Sorts them as those of an organisation, whoever's page it is by its address.
    pub fn sort_for(
        &self,
        page: &Page,
        address: &Url,
        organisation: OrganisationIndex,
    ) -> Vec<Sighting> {
        let base = page.base_at(address);
        let here = address.host_str();
        let is_own_host =
            |host: &str| Some(host) == here || self.sites.is_own_host(organisation, host);
        let found: Vec<Found<'_>> = page
            .links
            .iter()
            .filter_map(|link| address::read(self.directory, page, link, &base, here, &is_own_host))
            .collect();
        let mut sightings = judge::all(self, page, address, organisation, &found);
        once(&mut sightings);
        sightings
    }

    /// A page of several bodies says whose an account is only where it is listed, or bears the name of one.
    fn sort_for_several(
        &self,
        page: &Page,
        address: &Url,
        all: &[OrganisationIndex],
    ) -> Vec<Sighting> {
        let mut sightings: Vec<Sighting> =
            all.iter().flat_map(|it| self.sort_for(page, address, *it)).collect();
        for it in &mut sightings {
            if it.outcome == Outcome::New && it.rule != Rule::OwnName {
                (it.outcome, it.rule) = (Outcome::Unclear, Rule::SeveralOwners);
            }
        }
        once(&mut sightings);
        sightings
    }
}

/// Leaves the best sighting of each account, in the order in which the accounts first came.
fn once(sightings: &mut Vec<Sighting>) {
    let mut places = HashMap::new();
    let mut kept: Vec<Sighting> = Vec::new();
    for mut it in sightings.drain(..) {
        let name = it.account.clone().map_or_else(|| Err(it.url.clone()), Ok);
        let place = *places.entry((it.platform, name)).or_insert(kept.len());
        match kept.get_mut(place) {
            Some(other) => {
                it.is_seen |= other.is_seen;
                other.is_seen = it.is_seen;
                if it.weight() < other.weight() {
                    *other = it;
                }
            }
            None => kept.push(it),
        }
    }
    *sightings = kept;
}

impl Sighting {
    /// Of two sightings of one account the lighter one tells more.
    fn weight(&self) -> (Outcome, bool, Zone) {
        let is_weak = !self.follow && !self.zone.is_site_wide();
        (self.outcome, is_weak, self.zone)
    }
}
