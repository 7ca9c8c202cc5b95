//! The customs of a family on a platform: its templates, and how its names are written in them.

use std::collections::BTreeMap;

use super::Request;
use super::spelling::{Spelling, spellings, words};
use crate::audit::Family;
use crate::audit::conventions::mining::{Mined, by_platform, in_use};
use crate::audit::conventions::template::{Slot, Template};
use crate::audit::conventions::terms::{SHARED_DOMAIN, chosen_part, own_terms};
use crate::audit::share::Share;
use crate::directory::{AccountIndex, Directory};
use crate::platform::AccountName;
use crate::text::fold::fold;

/// A family with fewer accounts on a platform shows no customs there; then those that it has elsewhere count.
const FEWEST: usize = 5;

/// What a proposal follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Convention {
    /// A template of the family.
    Template(Template, Basis),
    /// The body's own domain is the name, where a platform allows that: it proves by itself whose it is.
    OwnDomain,
}

/// Where the customs of a family were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The family has declared it for the platform.
    Declared,
    /// Among its peers on the platform.
    Platform,
    /// Among its peers on all other platforms, for too few are on this one.
    Elsewhere,
    /// Nowhere: it is merely called by its name.
    Name,
}

/// A template of the family.
#[derive(Debug, Clone)]
pub(super) struct Custom {
    pub(super) template: Template,
    pub(super) basis: Basis,
    /// How many of its peers follow it.
    pub(super) share: Share,
    /// Those who fill it with their name, whole or shortened.
    followers: Vec<Follower>,
}

/// How a peer fills a template.
#[derive(Debug, Clone, Copy)]
struct Follower {
    /// The way in which it writes its name; `None` where it is shortened in none of the known ways.
    spelling: Option<Spelling>,
    shape: Shape,
    has_capitals: bool,
}

/// What of a name decides how it is written.
#[derive(Debug, Clone, Copy)]
struct Shape {
    letters: usize,
    /// Whether it has several words.
    is_several: bool,
}

/// What is usual in a family on a platform.
#[derive(Debug, Default)]
pub(super) struct Customs {
    /// The templates, those that are followed before mere names.
    pub(super) templates: Vec<Custom>,
    /// The server that most of them are on, where the platform has several.
    pub(super) host: Option<String>,
    /// How many bear a domain of their own.
    pub(super) own_domain: Share,
}

impl Customs {
    /// The customs of the family that a name is asked for in.
    pub(super) fn of(directory: &Directory, request: &Request<'_>) -> Self {
        let mut accounts = Family::Kind(request.kind).accounts(directory);
        let is_left_out = |it| request.left_out.contains(&directory.account(it).organisation);
        accounts.retain(|&it| !is_left_out(it));
        let is_here = |it: &AccountIndex| directory.account(*it).platform == request.platform;
        let here: Vec<AccountIndex> = accounts.iter().copied().filter(is_here).collect();
        let is_enough = |(_, mined): &(_, Mined)| {
            mined.total >= FEWEST || mined.rows.iter().any(|it| it.is_declared)
        };
        let mut tables = by_platform(directory, &here);
        let basis = if tables.iter().any(is_enough) {
            Basis::Platform
        } else {
            tables = by_platform(directory, &accounts);
            Basis::Elsewhere
        };
        let mut customs = Self::default();
        for (_, mined) in &tables {
            customs.add(directory, mined, basis);
        }
        customs.add_plain_names();
        customs.look_at_domains(directory, request, &accounts);
        customs
    }

    fn add(&mut self, directory: &Directory, mined: &Mined, basis: Basis) {
        let total: usize = self.templates.first().map_or(0, |it| it.share.all);
        // Signs without a letter are nobody's convention.
        let rows = mined.rows.iter().filter(|it| it.template.fixed() > 0 || is_bare(&it.template));
        for row in rows {
            let basis = if row.is_declared { Basis::Declared } else { basis };
            let followers = row.followers.iter().chain(&row.shortened);
            let followers = followers.filter_map(|it| follower(directory, *it, &row.template));
            let known = self.templates.iter_mut().find(|it| it.template == row.template);
            match known {
                Some(custom) => {
                    custom.share.some += row.count();
                    custom.followers.extend(followers);
                }
                None => self.templates.push(Custom {
                    template: row.template.clone(),
                    basis,
                    share: Share { some: row.count(), all: total },
                    followers: followers.collect(),
                }),
            }
        }
        for custom in &mut self.templates {
            custom.share.all += mined.total;
        }
    }

    /// Where no template is left, a body is called by its name.
    fn add_plain_names(&mut self) {
        for slot in [Slot::Place, Slot::Province, Slot::Abbreviation, Slot::Name] {
            let template = Template::new("", slot, "");
            if self.templates.iter().all(|it| it.template != template) {
                let (basis, share) = (Basis::Name, Share::default());
                self.templates.push(Custom { template, basis, share, followers: Vec::new() });
            }
        }
    }

    fn look_at_domains(
        &mut self,
        directory: &Directory,
        request: &Request<'_>,
        accounts: &[AccountIndex],
    ) {
        let is_here = |it: &AccountIndex| directory.account(*it).platform == request.platform;
        let all: Vec<AccountIndex> = directory.account_indexes().filter(is_here).collect();
        let peers: Vec<AccountIndex> =
            in_use(directory, accounts).into_iter().filter(is_here).collect();
        let handle = |it: &AccountIndex| directory.account(*it).handle.as_ref();
        let own = peers.iter().filter_map(handle).map(AccountName::text);
        let own = own.filter(|text| !text.ends_with(SHARED_DOMAIN)).count();
        self.own_domain = Share { some: own, all: peers.len() };
        let mut hosts: BTreeMap<String, usize> = BTreeMap::new();
        // A family that is on no server yet goes where the others are.
        let asked = if peers.is_empty() { &all } else { &peers };
        let server =
            |name: &AccountName| name.text().split_once('@').map(|(_, host)| host.to_owned());
        for host in asked.iter().filter_map(handle).filter_map(server) {
            *hosts.entry(host).or_default() += 1;
        }
        let most = hosts.into_iter().max_by_key(|(_, count)| *count);
        self.host = most.map(|(host, _)| host);
    }
}

impl Custom {
    /// The name that follows it with this in its open place, in the capitals of those who do.
    pub(super) fn filled(&self, text: &str) -> String {
        let capitals = self.followers.iter().filter(|it| it.has_capitals).count();
        let has_capitals = 2 * capitals > self.followers.len();
        let text = if has_capitals { text.to_owned() } else { text.to_lowercase() };
        self.template.filled(&text)
    }

    /// How much speaks for writing a name so in its open place: how many do, and those whose own names are
    /// like it count more. The plain way is always possible; what nobody does is `None`.
    pub(super) fn weight(&self, name: &str, spelling: Spelling) -> Option<usize> {
        let shape = Shape::of(name);
        let does: Vec<&Follower> =
            self.followers.iter().filter(|it| it.spelling == Some(spelling)).collect();
        let followed: usize = does.iter().map(|it| shape.likeness(it.shape)).sum();
        // What was declared goes before what is done.
        let declared = usize::from(self.basis == Basis::Declared) * self.share.all;
        let is_plain = spelling == Spelling::Whole(self.template.joiner_in_names());
        let plain = usize::from(is_plain) + 1;
        let is_known = is_plain || !does.is_empty();
        is_known.then_some((followed + declared) * UNSEEN + self.share.some * plain)
    }
}

/// So much more counts a peer that does something than one that might have.
const UNSEEN: usize = 10;

impl Shape {
    fn of(name: &str) -> Self {
        let words = words(name);
        let letters = words.iter().map(|word| word.chars().count()).sum();
        Self { letters, is_several: words.len() > 1 }
    }

    /// How much a peer with a name of this shape counts: long names are shortened by other customs than short
    /// ones, and a name of one word says nothing of how several are joined.
    fn likeness(self, other: Self) -> usize {
        match self.letters.abs_diff(other.letters) {
            _ if self.is_several != other.is_several => 0,
            0..=2 => 2,
            _ => 1,
        }
    }
}

/// Whether a template is nothing but its open place.
fn is_bare(template: &Template) -> bool {
    template.filled("").is_empty()
}

/// How an account fills a template.
fn follower(directory: &Directory, account: AccountIndex, template: &Template) -> Option<Follower> {
    let opening = template.written_opening(&chosen_part(directory, account)?)?;
    let organisation = directory.organisation(directory.account(account).organisation);
    let terms = own_terms(organisation, template.slot());
    let folded = fold(&opening);
    let is_it = |(_, text): &(Spelling, String)| fold(text) == folded;
    let mut ways = terms
        .iter()
        .flat_map(|term| spellings(term).into_iter().map(move |it| (Shape::of(term), it)));
    let way = ways.find(|(_, way)| is_it(way));
    let shape = way.as_ref().map(|(shape, _)| *shape);
    let shape = shape.or_else(|| terms.first().map(|term| Shape::of(term)))?;
    let has_capitals = opening.chars().any(char::is_uppercase);
    Some(Follower { spelling: way.map(|(_, (spelling, _))| spelling), shape, has_capitals })
}
