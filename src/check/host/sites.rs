//! Listed websites, by their hosts.

use std::collections::{BTreeSet, HashMap};

use super::KnownSite;
use super::allowlist::RECRUITMENT_PREFIXES;
use super::name::Name;
use crate::directory::{Directory, Kind, OrganisationIndex, OrganisationSummary, Owner, Site};
use crate::platform::{Platform, host_of_address};
use crate::text::fold::letters;

/// The listed websites of a directory.
#[derive(Debug, Default)]
pub(super) struct Sites {
    by_host: HashMap<String, Listed>,
}

/// A host that at least one organisation lists.
#[derive(Debug, Clone)]
struct Listed {
    /// Whose it is; `None` where only guests have a page of it.
    owner: Option<OrganisationIndex>,
    /// How near the nearest listed page is to all of the host.
    claim: Claim,
    /// How many organisations have a page below it and are called as it is.
    called: usize,
    /// Whether hosts under it are the owner's too.
    is_whole: bool,
    name: Name,
}

/// So many organisations with pages of their own on a host share it.
const MANY: usize = 3;

/// What a listed page says of whose host it is on, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// It is the front page: whose that is, theirs is the host.
    Front,
    /// It is so far below, on a host that is called after the organisation.
    Called(usize),
    /// It is a page on a host of somebody else.
    Guest,
}

impl Sites {
    /// Reads the websites and contact forms of all organisations; a page on a platform is none.
    pub(super) fn new(all: &Organisations<'_>, is_platform: impl Fn(&str) -> bool) -> Self {
        let mut sites = Self::default();
        for (index, organisation) in all.numbered() {
            let page =
                |address: Option<&str>| page(address?).filter(|(name, _)| !is_platform(&name.host));
            let Some((name, path)) = page(organisation.website) else { continue };
            let claim = claim(all.directory, organisation, &name, &path);
            // A form on a domain of others is not the organisation's own host.
            let form = page(organisation.contact_form);
            if let Some((form, path)) = form.filter(|(form, _)| form.domain == name.domain)
                && form.host != name.host
            {
                let own = if path.is_empty() { Claim::Front } else { Claim::Called(path.len()) };
                sites.add(all, index, form, if claim == Claim::Guest { claim } else { own });
            }
            sites.add(all, index, name, claim);
        }
        sites.part_shared();
        sites.add_services(all, &is_platform);
        sites.assign_owners_by_name(all);
        for listed in sites.by_host.values_mut() {
            let is_near = listed.claim <= Claim::Called(1);
            listed.is_whole = listed.owner.is_some() && is_near && !listed.name.is_hosted;
        }
        sites
    }

    /// A host that many have a page on is none of theirs, though all are called as it is: `politie.be` of police zones.
    fn part_shared(&mut self) {
        for listed in self.by_host.values_mut() {
            if matches!(listed.claim, Claim::Called(_)) && listed.called >= MANY {
                (listed.owner, listed.claim) = (None, Claim::Guest);
            }
        }
    }

    /// Hosts of services are those of whoever answers for them, and as worth imitating.
    fn add_services(&mut self, all: &Organisations<'_>, is_platform: impl Fn(&str) -> bool) {
        for service in all.directory.services() {
            let Some(owner) = service.organisation else { continue };
            let is_own =
                |site: &&Site| site.path.is_none() && !site.is_shared && site.is_for_readers();
            for site in service.sites.iter().filter(is_own) {
                // Who has a website there is named already.
                if let Some(name) = Name::read(site.bare_host())
                    && !is_platform(&name.host)
                    && self.by_host.get(&name.host).is_none_or(|known| known.claim > Claim::Front)
                {
                    self.add(all, owner, name, Claim::Front);
                }
            }
        }
    }

    /// Finds the owners of hosts that only guests have pages on: `werkenbijdefensie.nl` is that of Defensie.
    fn assign_owners_by_name(&mut self, all: &Organisations<'_>) {
        let mut wanted: HashMap<String, Option<OrganisationIndex>> = HashMap::new();
        for listed in self.by_host.values().filter(|it| it.owner.is_none()) {
            wanted.entry(letters(without_recruitment_prefix(&listed.name.label))).or_default();
        }
        if wanted.is_empty() {
            return;
        }
        for (index, organisation) in all.numbered() {
            for called in called(all.directory, organisation) {
                if let Some(owner) = wanted.get_mut(&called) {
                    let senior = |other| all.senior(&called, other, index);
                    *owner = Some(owner.map_or(index, senior));
                }
            }
        }
        for family in &all.directory.families {
            if let (Some(owner), Some(organisation)) =
                (wanted.get_mut(&family.word), family.organisation)
            {
                *owner = Some(organisation);
            }
        }
        for listed in self.by_host.values_mut().filter(|it| it.owner.is_none()) {
            let label = letters(without_recruitment_prefix(&listed.name.label));
            if let Some(owner) = wanted.get(&label).copied().flatten() {
                (listed.owner, listed.claim) = (Some(owner), Claim::Called(1));
            }
        }
    }

    /// Handles that are domain names are their owners' hosts too.
    pub(super) fn add_handles(&mut self, directory: &Directory, is_known: impl Fn(&str) -> bool) {
        let may_be_domain =
            |platform: &Platform| platform.rules.names.iter().any(|it| it.is_domain);
        for (index, summary) in directory.account_indexes().zip(directory.summaries().accounts()) {
            let platform = directory.platform(summary.platform);
            if !may_be_domain(platform) {
                continue;
            }
            let account = directory.account(index);
            let Some(handle) = &account.handle else { continue };
            let is_domain = platform.name_rules(handle).is_some_and(|rules| rules.is_domain);
            let name = if is_domain { Name::read(handle.key()) } else { None };
            if let Some(name) = name.filter(|name| !is_known(&name.domain)) {
                self.by_host.entry(name.host.clone()).or_insert(Listed {
                    owner: Some(account.organisation),
                    claim: Claim::Front,
                    called: 0,
                    is_whole: false,
                    name,
                });
            }
        }
    }

    fn add(&mut self, all: &Organisations<'_>, index: OrganisationIndex, name: Name, claim: Claim) {
        let own = (claim != Claim::Guest).then_some(index);
        let Some(listed) = self.by_host.get_mut(&name.host) else {
            let called = usize::from(matches!(claim, Claim::Called(_)));
            let listed = Listed { owner: own, claim, called, is_whole: false, name };
            self.by_host.insert(listed.name.host.clone(), listed);
            return;
        };
        listed.called += usize::from(matches!(claim, Claim::Called(_)));
        if claim > listed.claim {
            return;
        }
        listed.owner = match listed.owner {
            Some(other) if claim == listed.claim => {
                Some(all.senior(&listed.name.label, other, index))
            }
            _ => own,
        };
        listed.claim = claim;
    }

    /// The listed website that a host is or lies under.
    pub(super) fn site(&self, name: &Name) -> Option<KnownSite> {
        name.and_above().find_map(|host| {
            let listed = self.by_host.get(host)?;
            let organisation = listed.owner?;
            let is_it = host == name.host || listed.is_whole;
            is_it.then(|| KnownSite {
                owner: Owner::Organisation(organisation),
                host: listed.name.host.clone(),
                entry: None,
                is_anybodys: false,
            })
        })
    }

    /// The hosts that are an organisation's own, with all that lies under them.
    pub(super) fn own(&self) -> impl Iterator<Item = (OrganisationIndex, &Name)> {
        let whole = self.by_host.values().filter(|listed| listed.is_whole);
        whole.filter_map(|listed| Some((listed.owner?, &listed.name)))
    }

    /// The hosts of all listed websites.
    pub(super) fn names(&self) -> impl Iterator<Item = &Name> {
        self.by_host.values().map(|listed| &listed.name)
    }
}

/// The host of a listed page, and the parts of its path: none where it is the front page, in whatever
/// language.
fn page(address: &str) -> Option<(Name, Vec<String>)> {
    let (_, rest) = address.split_once("//")?;
    let page = rest.split(['?', '#']).next()?;
    let (host, path) = page.split_once('/').unwrap_or((page, ""));
    // Most listed addresses are plain, and there are many of them.
    let name = if host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-') {
        Name::read(host)?
    } else {
        Name::read(&host_of_address(address)?)?
    };
    let parts = path.split('/').filter(|part| !part.is_empty()).map(str::to_lowercase);
    let mut parts: Vec<String> = parts.collect();
    let is_front = |part: &String| FRONT.contains(&part.split('.').next().unwrap_or_default());
    if parts.iter().all(is_front) {
        parts.clear();
    }
    Some((name, parts))
}

/// What stands in the path of a front page, endings of files aside: its language, or that it is the first.
const FRONT: &[&str] = &["de", "default", "en", "fr", "fy", "home", "index", "nl", "pap"];

/// What a page of an organisation says of whose host it is on.
fn claim(
    directory: &Directory,
    organisation: &OrganisationSummary<'_>,
    name: &Name,
    path: &[String],
) -> Claim {
    if path.is_empty() {
        return Claim::Front;
    }
    // `over-ons` is about whoever speaks on the site.
    let is_about = path.first().is_some_and(|part| part.starts_with("over"));
    let mut labels = name.before.iter().chain([&name.label]);
    if is_about || labels.any(|label| is_called_after(directory, label, organisation)) {
        return Claim::Called(path.len());
    }
    Claim::Guest
}

/// Whether a label is made of the name of an organisation.
fn is_called_after(
    directory: &Directory,
    label: &str,
    organisation: &OrganisationSummary<'_>,
) -> bool {
    let begins = |name: &str| {
        let first = name.split_whitespace().next().map(letters).unwrap_or_default();
        first.len() >= 3 && letters(without_recruitment_prefix(label)).starts_with(&first)
    };
    name_match(directory, organisation, label) < NameMatch::Otherwise
        || organisation.names().any(begins)
}

/// A label without what stands in it where a site looks for staff.
fn without_recruitment_prefix(label: &str) -> &str {
    RECRUITMENT_PREFIXES.iter().find_map(|start| label.strip_prefix(start)).unwrap_or(label)
}

/// All organisations of a directory, by what is needed of them here.
pub(super) struct Organisations<'s> {
    pub(super) directory: &'s Directory,
    pub(super) summaries: &'s [OrganisationSummary<'s>],
}

impl<'s> Organisations<'s> {
    /// Each with its index.
    pub(super) fn numbered(
        &self,
    ) -> impl Iterator<Item = (OrganisationIndex, &'s OrganisationSummary<'s>)> + use<'s> {
        self.directory.organisation_indexes().zip(self.summaries)
    }

    /// As [`senior`].
    fn senior(
        &self,
        label: &str,
        one: OrganisationIndex,
        other: OrganisationIndex,
    ) -> OrganisationIndex {
        let of = |index: OrganisationIndex| self.summaries.get(index.position());
        match (of(one), of(other)) {
            (Some(first), Some(second)) if is_senior(self.directory, label, second, first) => other,
            _ => one,
        }
    }
}

/// Of two organisations with one website, the one whose website it is in the first place. The order
/// of the directory plays no part in it.
pub(super) fn senior(
    directory: &Directory,
    label: &str,
    one: OrganisationIndex,
    other: OrganisationIndex,
) -> OrganisationIndex {
    let of = |index: OrganisationIndex| OrganisationSummary::from(directory.organisation(index));
    if is_senior(directory, label, &of(other), &of(one)) { other } else { one }
}

/// Whether a website is that of the first organisation rather than that of the second.
fn is_senior(
    directory: &Directory,
    label: &str,
    first: &OrganisationSummary<'_>,
    second: &OrganisationSummary<'_>,
) -> bool {
    fn rank<'o>(
        directory: &Directory,
        label: &str,
        it: &'o OrganisationSummary<'_>,
    ) -> (bool, NameMatch, bool, Kind, &'o str) {
        (it.has_ended, name_match(directory, it, label), it.has_parent, it.kind, it.id)
    }
    rank(directory, label, first) < rank(directory, label, second)
}

/// How a label stands to the names of an organisation, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameMatch {
    /// It is one of them: `zwolle` of Gemeente Zwolle.
    Exactly,
    /// It is put together from the beginnings of its words, from the first on: `rijksdienstcn`.
    Shortened,
    /// From a later word on: `loodswezen` of Nederlands Loodswezen.
    Partly,
    /// It has nothing to do with them.
    Otherwise,
}

fn name_match(
    directory: &Directory,
    organisation: &OrganisationSummary<'_>,
    label: &str,
) -> NameMatch {
    let label = letters(without_recruitment_prefix(label));
    if called(directory, organisation).any(|name| name == label) {
        return NameMatch::Exactly;
    }
    let of_words = |name: &str| {
        let words: Vec<String> = name.split([' ', '-']).map(letters).collect();
        let words: Vec<&str> =
            words.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        let begins = words
            .first()
            .is_some_and(|first| label.starts_with(first.get(..1).unwrap_or_default()));
        match is_of_beginnings(&label, &words) {
            true if begins => NameMatch::Shortened,
            true => NameMatch::Partly,
            false => NameMatch::Otherwise,
        }
    };
    organisation.names().map(of_words).min().unwrap_or(NameMatch::Otherwise)
}

/// Whether a text is put together from the beginnings of some words, in their order.
fn is_of_beginnings(text: &str, words: &[&str]) -> bool {
    let text: Vec<char> = text.chars().collect();
    // How many letters the beginnings of the words so far can make.
    let mut reached = BTreeSet::from([0]);
    for word in words {
        let further = |&from: &usize| {
            let rest = text.get(from..).unwrap_or_default();
            let same = rest.iter().zip(word.chars()).take_while(|(a, b)| **a == *b).count();
            from..=from + same
        };
        reached = reached.iter().flat_map(further).collect();
    }
    reached.contains(&text.len())
}

/// What an organisation is called, in letters only: its names, and a municipality without that word.
fn called(
    directory: &Directory,
    organisation: &OrganisationSummary<'_>,
) -> impl Iterator<Item = String> {
    let family_words = directory.lexicon.name_words(Kind::Municipality);
    organisation.names().map(letters).flat_map(move |name| {
        let bare = family_words.iter().find_map(|word| name.strip_prefix(word.as_str()));
        let bare = bare.filter(|it| !it.is_empty()).map(str::to_owned);
        std::iter::once(name).chain(bare)
    })
}
