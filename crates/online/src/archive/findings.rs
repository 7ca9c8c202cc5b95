//! What pages show, in a form that merges.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use officieel_directory::directory::{Date, Directory};

use super::input::Skipped;
use super::lost::Lost;
use crate::links::{Outcome, Sighting};
use crate::page::{Obstacle, Zone};

/// How many pages that show an account are kept.
const MOST_PAGES: usize = 8;

/// How many pages that couldn't be looked at are kept of those that are no organisation's.
const MOST_FOREIGN: usize = 64;

/// What a finding is of: an account of a platform, or an address that is none, on the pages of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FindingKey {
    /// The id of the organisation.
    pub organisation: String,
    /// The id of the platform.
    pub platform: String,
    /// The name of the account as the platform compares it; the address where it has no name.
    pub name: String,
}

/// The best that one page says. The least of several tells most.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Observation {
    /// What it means.
    pub outcome: Outcome,
    /// Whether it stands in the text of a page rather than all over the site.
    pub is_weak: bool,
    /// The day on which the page was seen, where it is known; the newest first.
    pub seen: Reverse<Option<Date>>,
    /// The address of the page.
    pub page: String,
    /// Where on it.
    pub zone: Zone,
    /// Whether it stands where the page says that one can follow its owner.
    pub follow: bool,
    /// The id of the rule.
    pub rule: &'static str,
    /// The name of the account as the directory or the page writes it; `None` where the address is none of one.
    pub account: Option<String>,
    /// The canonical address of the account, else the address on the page.
    pub url: String,
    /// The address as it stands on the page.
    pub href: String,
    /// The words of the link.
    pub label: String,
}

/// What all pages together say of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The best of what the pages say.
    pub best: Observation,
    /// Pages that show it, the first by their addresses.
    pub pages: BTreeSet<String>,
    /// Whether a visitor of one of them has something of it to see.
    pub is_seen: bool,
    /// The last day on which it stood on one of them, shown or not.
    pub stood: Option<Date>,
}

/// Why a page says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NotLooked {
    /// Its site is no organisation's of the directory.
    Nobody,
    /// Many bodies speak on its host, and it is none of their parts.
    Shared,
    /// Its address isn't known.
    NoAddress,
    /// It was answered with this status.
    Status(u16),
    /// It leads elsewhere.
    Redirect,
    /// It is no page.
    NotAPage,
    /// It was the same as before, and the archive has it elsewhere.
    Revisit,
    /// It can't be read.
    Broken,
    /// Its head has a field twice that stands there once.
    FieldTwice,
    /// The file ends in the middle of it.
    EndsEarly,
    /// It is what follows in a file where nothing tells where a record begins.
    Rest,
    /// The day on which it was seen isn't known, or lies ahead.
    NoDay,
    /// It isn't what its archive says that it was.
    Checksum,
    /// This stands in the way.
    Obstacle(Obstacle),
}

impl NotLooked {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Shared => "shared-host",
            Self::NoAddress => "no-address",
            Self::Status(_) => "status",
            Self::Redirect => "redirect",
            Self::NotAPage => "not-a-page",
            Self::Revisit => "revisit",
            Self::Broken => "broken",
            Self::FieldTwice => "field-twice",
            Self::EndsEarly => "ends-early",
            Self::Rest => "rest",
            Self::NoDay => "no-day",
            Self::Checksum => "checksum",
            Self::Obstacle(obstacle) => obstacle.id(),
        }
    }

    /// Whether it is of what couldn't be read, and may be anybody's.
    pub fn is_unread(self) -> bool {
        matches!(self, Self::Broken | Self::EndsEarly | Self::FieldTwice | Self::NoAddress)
    }

    /// Whether an obstacle keeps from looking. The links of an error page are looked at.
    pub(super) fn by(obstacle: Obstacle) -> Option<Self> {
        (obstacle != Obstacle::Cut).then_some(Self::Obstacle(obstacle))
    }
}

/// A look at a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Whether the page was whole.
    pub(super) is_whole: bool,
    /// The day of it, where it is known.
    pub(super) seen: Option<Date>,
}

/// The looks at a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Looks {
    /// Whether it was whole at one of them.
    is_whole: bool,
    /// The day of the last, where it is known.
    last: Option<Date>,
    /// The days on which it was whole.
    whole: BTreeSet<Date>,
}

/// What pages show. Merging is associative and commutative, and merging the same again changes nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    found: BTreeMap<FindingKey, Finding>,
    /// By organisation, the pages that were looked at, with the looks at each.
    looked: BTreeMap<String, BTreeMap<String, Looks>>,
    /// Pages that weren't, with whose each is and why.
    not_looked: BTreeMap<(Option<String>, String), NotLooked>,
    /// Pages of which only they themselves say that they are.
    named_by_itself: BTreeSet<String>,
    /// The pages that are somebody else's now, by organisation and address, as they were last.
    lost: BTreeMap<(String, String), Lost>,
    /// Where pages that only lead elsewhere lead, by their addresses; of several, the first in the order of letters.
    leads: BTreeMap<String, String>,
}

impl Findings {
    /// What was found, by organisation, platform and name.
    pub fn found(&self) -> impl Iterator<Item = (&FindingKey, &Finding)> {
        self.found.iter()
    }

    /// What was found of one thing.
    pub fn get(&self, key: &FindingKey) -> Option<&Finding> {
        self.found.get(key)
    }

    /// The ids of the organisations of which pages were looked at or couldn't be.
    pub fn organisations(&self) -> BTreeSet<&str> {
        let not_looked =
            self.not_looked.keys().filter_map(|(organisation, _)| organisation.as_deref());
        self.looked.keys().map(String::as_str).chain(not_looked).collect()
    }

    /// The pages of an organisation that were looked at, each with whether it was whole.
    pub fn looked_at(&self, organisation: &str) -> impl Iterator<Item = (&str, bool)> {
        let pages = self.looked.get(organisation).into_iter().flatten();
        pages.map(|(page, looks)| (page.as_str(), looks.is_whole))
    }

    /// The pages of an organisation that were looked at as a whole, each with the days of that.
    pub(super) fn whole_pages(
        &self,
        organisation: &str,
    ) -> impl Iterator<Item = (&str, &BTreeSet<Date>)> {
        let pages = self.looked.get(organisation).into_iter().flatten();
        pages.map(|(page, looks)| (page.as_str(), &looks.whole))
    }

    /// The last day on which a page of an organisation was looked at as a whole, where it was and the day is known.
    pub fn whole_on(&self, organisation: &str, page: &str) -> Option<Date> {
        self.looked.get(organisation)?.get(page)?.whole.last().copied()
    }

    /// Whether a page, or what was taken for it, said itself at which address it was, and nobody else did.
    pub fn is_named_by_itself(&self, page: &str) -> bool {
        self.named_by_itself.contains(page)
    }

    /// A page said itself at which address it was.
    pub(super) fn names_itself(&mut self, page: &str) {
        self.named_by_itself.insert(page.to_owned());
    }

    /// The pages that weren't looked at, with why: of an organisation, or with `None` those of nobody.
    pub fn not_looked_at(
        &self,
        organisation: Option<&str>,
    ) -> impl Iterator<Item = (&str, NotLooked)> {
        let first = (organisation.map(str::to_owned), String::new());
        let own = self.not_looked.range(first..);
        let own = own.take_while(move |((of, _), _)| of.as_deref() == organisation);
        own.map(|((_, page), why)| (page.as_str(), *why))
    }

    /// Merges others.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (key, finding) in other.found {
            self.take(key, finding);
        }
        self.named_by_itself.extend(other.named_by_itself);
        for (organisation, pages) in other.looked {
            let own = self.looked.entry(organisation).or_default();
            for (page, looks) in pages {
                let known = own.entry(page).or_default();
                known.is_whole |= looks.is_whole;
                known.last = known.last.max(looks.last);
                known.whole.extend(looks.whole);
            }
        }
        for ((organisation, page), why) in other.not_looked {
            self.not_looked(&page, organisation.as_deref(), why);
        }
        for (page, to) in other.leads {
            self.leads_to(&page, &to);
        }
        for ((organisation, page), lost) in other.lost {
            self.lose(&page, &organisation, lost);
        }
        self
    }

    fn take(&mut self, key: FindingKey, finding: Finding) {
        let Some(own) = self.found.get_mut(&key) else {
            self.found.insert(key, finding);
            return;
        };
        own.pages.extend(finding.pages);
        own.is_seen |= finding.is_seen;
        own.stood = own.stood.max(finding.stood);
        while own.pages.len() > MOST_PAGES {
            own.pages.pop_last();
        }
        if finding.best < own.best {
            own.best = finding.best;
        }
    }

    /// Adds what a page shows.
    pub(super) fn add(
        &mut self,
        directory: &Directory,
        it: &Sighting,
        page: &str,
        seen: Option<Date>,
    ) {
        let platform = directory.platform(it.platform);
        let listed = it.listed.map(|listed| directory.account(listed));
        let named = listed.map(|listed| listed.name().to_owned());
        let account = named.or_else(|| Some(it.account.as_ref()?.name.text().to_owned()));
        let name = match (&it.account, it.listed) {
            // By handle and by id, a listed account is one.
            (_, Some(_)) => account.clone().unwrap_or_default(),
            (Some(account), None) => format!("{}:{}", account.name.space(), account.name.key()),
            (None, None) => it.url.clone(),
        };
        let organisation = directory.organisation(it.organisation).id.clone();
        let key = FindingKey { organisation, platform: platform.id().to_owned(), name };
        let best = Observation {
            outcome: it.outcome,
            is_weak: !it.follow && !it.zone.is_site_wide(),
            seen: Reverse(seen),
            page: page.to_owned(),
            zone: it.zone,
            follow: it.follow,
            rule: it.rule.id(),
            account,
            url: it.url.clone(),
            href: it.href.clone(),
            label: it.label.clone(),
        };
        let pages = BTreeSet::from([page.to_owned()]);
        let stood = seen.filter(|_| it.stands());
        self.take(key, Finding { best, pages, is_seen: it.is_seen, stood });
    }

    /// A page was looked at.
    pub(super) fn looked(&mut self, page: &str, organisation: &str, look: Look) {
        let pages = self.looked.entry(organisation.to_owned()).or_default();
        let looks = pages.entry(page.to_owned()).or_default();
        looks.is_whole |= look.is_whole;
        looks.last = looks.last.max(look.seen);
        looks.whole.extend(look.seen.filter(|_| look.is_whole));
    }

    /// Where a page leads that shows nothing itself, where it does.
    pub fn lead_of(&self, page: &str) -> Option<&str> {
        self.leads.get(page).map(String::as_str)
    }

    /// A page only leads elsewhere.
    pub(super) fn leads_to(&mut self, page: &str, to: &str) {
        let kept = self.leads.entry(page.to_owned()).or_insert_with(|| to.to_owned());
        if to < kept.as_str() {
            to.clone_into(kept);
        }
    }

    /// A page is somebody else's.
    pub(super) fn lose(&mut self, page: &str, organisation: &str, lost: Lost) {
        let key = (organisation.to_owned(), page.to_owned());
        let kept = self.lost.entry(key).or_insert_with(|| lost.clone());
        if *kept < lost {
            *kept = lost;
        }
    }

    /// What is known of a page that is somebody else's, unless it was its owner's again on a later day.
    pub(super) fn lost(&self) -> impl Iterator<Item = (&(String, String), &Lost)> {
        self.lost.iter().filter(|((organisation, page), lost)| {
            let look = self.looked.get(organisation).and_then(|pages| pages.get(page));
            look.is_none_or(|look| look.last <= lost.seen)
        })
    }

    /// A page couldn't be looked at. Of several reasons, the first in their order is kept.
    pub(super) fn not_looked(&mut self, page: &str, organisation: Option<&str>, why: NotLooked) {
        let key = (organisation.map(str::to_owned), page.to_owned());
        let kept = self.not_looked.entry(key).or_insert(why);
        *kept = (*kept).min(why);
        let kept = *kept;
        if organisation.is_none() {
            self.forget_foreign(kept);
        }
    }

    /// Keeps only the first pages that are no organisation's: an archive of the web is full of them. What couldn't be read
    /// is counted apart, and may be anybody's.
    fn forget_foreign(&mut self, of: NotLooked) {
        let is_unread = NotLooked::is_unread;
        let foreign =
            self.not_looked.iter().take_while(|((organisation, _), _)| organisation.is_none());
        let alike = foreign.filter(|(_, why)| is_unread(**why) == is_unread(of));
        let excess = alike.map(|(key, _)| key).nth(MOST_FOREIGN).cloned();
        if let Some(excess) = excess {
            self.not_looked.remove(&excess);
        }
    }

    /// A record that says nothing.
    pub(super) fn skip(&mut self, skipped: &Skipped) {
        self.not_looked(&skipped.place, None, skipped.why);
    }
}
