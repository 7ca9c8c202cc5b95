//! Hosts: whose site an address leads to, and which one it passes itself off as.
//!
//! A host is only said to imitate another where that is plain to see. Names that others rightly bear,
//! such as those of towns, prove nothing; nor does a part of a host that belongs to a listed one.

mod allowlist;
mod authority;
mod disguise;
mod embedded;
mod genuine;
mod homograph;
mod imitation;
mod leads_on;
mod listed;
mod lures;
mod name;
mod near;
mod ordinary;
mod port;
mod put_before;
mod sites;
#[cfg(test)]
mod tests;
mod typo;
mod written;

use super::registered::registered;
use std::collections::HashSet;

use super::similarity::{Change, Step};
use crate::directory::{Directory, OrganisationIndex, Owner, Site};
use crate::platform::{PlatformIndex, is_under};
use allowlist::PLATFORM_DOMAINS;
pub(super) use authority::with_false_points;
use authority::{Authority, Oddity, seeming};
use genuine::{Names, Weight};
use homograph::skeleton;
use imitation::{Against, Whole};
pub use leads_on::LeadsOn;
pub(super) use leads_on::{is_listed, leads_on};
use name::Name;
pub use port::OtherPort;
pub(super) use port::{has_own_program, split_port};
use sites::{Organisations, Sites};
pub(super) use written::{Writing, letters_of_other_script, writing};

/// A site that the directory knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownSite {
    /// Whose it is.
    pub owner: Owner,
    /// Its host, as the directory has it, without `www.`.
    pub host: String,
    /// Its place among the sites of its owner; none where it is only known as a website or form.
    pub entry: Option<usize>,
    /// Whether several bodies speak on this host, and nothing says which of them does.
    pub is_anybodys: bool,
}

impl KnownSite {
    /// What the directory says of it, with its evidence.
    pub fn listed<'d>(&self, directory: &'d Directory) -> Option<&'d Site> {
        directory.sites_of(self.owner).get(self.entry?)
    }

    /// The organisation that speaks there, or that answers for the service which does.
    pub fn organisation(&self, directory: &Directory) -> Option<OrganisationIndex> {
        if self.is_anybodys { None } else { directory.organisation_of(self.owner) }
    }
}

/// A host that passes itself off as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostImitation {
    /// Whose host is imitated.
    pub of: Imitated,
    /// That host, or the word that is borrowed.
    pub genuine: String,
    /// The domain that the address belongs to in truth, such as `evil.co.uk`.
    pub domain: String,
    /// How it is done.
    pub technique: HostTechnique,
    /// Character by character, where the two are alike throughout.
    pub steps: Vec<Step>,
}

impl HostImitation {
    /// Whether nobody may have meant it: what is not [`Likelihood::Certain`].
    pub fn may_be_chance(&self, directory: &Directory) -> bool {
        self.likelihood(directory) < Likelihood::Certain
    }

    /// How sure it is that it was meant, by how it is done and the letters of the genuine name (without its
    /// ending):
    ///
    /// - A slip is possible; from eight letters on it is likely.
    /// - The name under another ending, or in a longer name, is certain; in fewer than five letters, or
    ///   where it is a word that others rightly use, it is possible.
    /// - Characters that look like others are certain; where one plain letter stands for another (`b` for
    ///   `d`) they are likely, and in three letters possible.
    /// - A genuine host in the path of another is possible: sites about sites have such pages.
    /// - Everything else is certain.
    pub fn likelihood(&self, directory: &Directory) -> Likelihood {
        const FEW: usize = 5;
        const MANY: usize = 8;
        const ABBREVIATION: usize = 3;
        let name = Name::read(&self.genuine);
        let label = name.as_ref().map_or(self.genuine.as_str(), |name| name.label.as_str());
        let length = label.chars().count();
        let is_generic = || directory.families.iter().any(|it| it.is_generic && it.word == label);
        let is_alike = |step: &Step| matches!(step.change, Change::None | Change::Alike);
        match self.technique {
            HostTechnique::Typo if length >= MANY => Likelihood::Likely,
            HostTechnique::Typo | HostTechnique::InPath => Likelihood::Possible,
            HostTechnique::OtherEnding | HostTechnique::EmbeddedName
                if length < FEW || is_generic() =>
            {
                Likelihood::Possible
            }
            HostTechnique::Characters if length <= ABBREVIATION => Likelihood::Possible,
            HostTechnique::Characters if !self.steps.iter().all(is_alike) => Likelihood::Likely,
            HostTechnique::OtherEnding
            | HostTechnique::EmbeddedName
            | HostTechnique::Characters
            | HostTechnique::EmbeddedHost
            | HostTechnique::BeforeHost
            | HostTechnique::Backslash
            | HostTechnique::Ambiguous => Likelihood::Certain,
        }
    }
}

/// How sure it is that a host was made to be taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likelihood {
    /// Others have such names without a thought of the genuine one.
    Possible,
    /// Hardly anybody has; but it may be another's name.
    Likely,
    /// Nobody does that by chance.
    Certain,
}

impl Likelihood {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// Whose host is imitated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Imitated {
    /// A platform's.
    Platform(PlatformIndex),
    /// That of an organisation of the directory.
    Organisation(OrganisationIndex),
}

/// How a host passes itself off as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HostTechnique {
    /// Characters that look like others: `0verheid.nl`, or letters of another script.
    Characters,
    /// A letter doubled, dropped, added or swapped.
    Typo,
    /// The genuine name, under another ending: `belastingdienst.com`.
    OtherEnding,
    /// The whole genuine host stands before a domain of others: `belastingdienst.nl.example`.
    EmbeddedHost,
    /// The genuine name stands inside a domain of others: `digid-form-site.xyz`.
    EmbeddedName,
    /// A genuine host where the path begins: `example.com/digid.nl`.
    InPath,
    /// The genuine host stands before an `@`, where a user name does: `x.com@evil.nl`.
    BeforeHost,
    /// The genuine host stands behind a backslash, which browsers take for a slash: `evil.nl\@x.com`.
    Backslash,
    /// Signs that programs read differently, so that nobody can say where it leads: `x.com\@evil.nl`.
    Ambiguous,
}

/// The hosts of platforms and of listed websites, ready to be compared with.
#[derive(Debug, Default)]
pub struct Hosts {
    sites: Sites,
    names: Names,
    whole: Whole,
    /// The registered parts of all hosts that are known: nobody else can have a host under them.
    known: HashSet<String>,
    /// Domains of the government itself.
    domains: Vec<String>,
}

impl Hosts {
    /// Reads all hosts of a directory.
    pub fn new(directory: &Directory) -> Self {
        let of_platforms: Vec<(PlatformIndex, Name)> = directory
            .platforms
            .iter()
            .flat_map(|(index, platform)| {
                platform.rules.hosts.iter().map(move |host| (index, host))
            })
            .filter_map(|(index, host)| Some((index, Name::read(&host.replace(['*', '?'], "a"))?)))
            .collect();
        let is_platform = |host: &str| of_platforms.iter().any(|(_, name)| name.host == host);
        let summaries = directory.summaries();
        let all = Organisations { directory, summaries: &summaries.organisations() };
        let mut sites = Sites::new(&all, is_platform);
        let mut known: HashSet<String> = PLATFORM_DOMAINS.iter().map(|&it| it.to_owned()).collect();
        known.extend(of_platforms.iter().map(|(_, name)| name.domain.clone()));
        known.extend(sites.names().map(|name| name.domain.clone()));
        known.extend(own_domains(&all, is_platform));
        sites.add_handles(directory, |domain| known.contains(domain));
        known.extend(sites.names().map(|name| name.domain.clone()));
        let names = Names::new(&all, &sites);
        let mut hosts = Self {
            whole: Whole::new(),
            domains: directory.header.domains.clone(),
            sites,
            names,
            known,
        };
        hosts.add_whole(&of_platforms);
        hosts
    }

    fn add_whole(&mut self, of_platforms: &[(PlatformIndex, Name)]) {
        let of_sites = self.sites.own().map(|(owner, it)| (Imitated::Organisation(owner), it));
        let platforms = of_platforms.iter().map(|(index, it)| (Imitated::Platform(*index), it));
        let hosts = platforms.chain(of_sites).map(|(of, name)| (of, &name.host, &name.shown));
        let words = self.names.all.iter().filter(|it| it.host.contains('.'));
        let words = words.filter_map(|it| Some((it.of?, &it.host, &it.host)));
        for (of, host, shown) in hosts.chain(words) {
            let held = self.whole.entry(skeleton(shown)).or_insert_with(|| (host.clone(), of));
            // Of two that look alike, the same one whatever the order of the directory.
            if *host < held.0 {
                *held = (host.clone(), of);
            }
        }
    }

    /// The known site that a host is, or lies under. `host` may stand as it was typed; `path` begins with
    /// `/` or is empty.
    pub fn site(&self, directory: &Directory, host: &str, path: &str) -> Option<KnownSite> {
        let name = Name::read(host)?;
        let claimed = self.sites.site(&name);
        let Some(listed) = listed::site(directory, &name, path) else { return claimed };
        // The more exact host counts.
        claimed.filter(|claimed| claimed.host.len() > listed.host.len()).or(Some(listed))
    }

    /// The domain of the government itself that a host is, or lies under. `host` may stand as it was
    /// typed.
    pub fn government_domain(&self, host: &str) -> Option<&str> {
        let host = Name::read(host)?.host;
        self.domains.iter().map(String::as_str).find(|domain| is_under(&host, domain))
    }

    /// What a host that is no platform's and no listed site passes itself off as. `host` may stand as
    /// it was typed.
    ///
    /// What comes into question is looked up and never gone through, so that this takes some microseconds,
    /// however many names the directory has: lists of a million hosts can be judged.
    pub fn imitated(&self, directory: &Directory, host: &str) -> Option<HostImitation> {
        let name = Name::read(host)?;
        if self.is_known(&name) || !directory.sites_on_host(&name.host).is_empty() {
            return None;
        }
        Against { directory, names: &self.names, whole: &self.whole }.imitated(&name)
    }

    /// The genuine host that the path of an address on an unknown host begins with.
    pub fn imitated_in_path(
        &self,
        directory: &Directory,
        host: &str,
        path: &str,
    ) -> Option<HostImitation> {
        let name = Name::read(host).filter(|name| !self.is_known(name))?;
        Against { directory, names: &self.names, whole: &self.whole }.in_path(&name, path)
    }

    /// What the signs around a host pass it off as: a user name before it that is a known host, or a
    /// backslash. `address` is the whole address as it was written.
    pub fn imitated_in_authority(
        &self,
        _directory: &Directory,
        address: &str,
    ) -> Option<HostImitation> {
        let authority = Authority::of(address);
        let (found, domain, technique) = match authority.oddity()? {
            Oddity::UserBefore(user, host) => {
                let host = host?;
                let found =
                    seeming(&user).find_map(|part| self.meant(part, authority.has_scheme))?;
                if self.is_known(&host) {
                    return None;
                }
                (found, host.domain, HostTechnique::BeforeHost)
            }
            Oddity::Backslash(first, hosts) if !self.is_known(&first) => {
                let found = hosts.iter().find_map(|host| self.meant(&host.host, false))?;
                (found, first.domain, HostTechnique::Backslash)
            }
            Oddity::Ambiguous(hosts) | Oddity::Backslash(_, hosts) => {
                let found = hosts.iter().find_map(|host| self.meant(&host.host, false))?;
                let last = hosts.last().map(|host| host.domain.clone()).unwrap_or_default();
                (found, last, HostTechnique::Ambiguous)
            }
        };
        let (of, genuine) = found;
        Some(HostImitation { of, genuine, domain, technique, steps: Vec::new() })
    }

    /// Whether nobody but a known owner can have this host.
    fn is_known(&self, name: &Name) -> bool {
        self.known.contains(&name.domain) || self.government_domain(&name.host).is_some()
    }

    /// The platform or organisation that a text seems to lead to: as a host, or where names count,
    /// as a name that nobody else has.
    fn meant(&self, text: &str, by_name: bool) -> Option<(Imitated, String)> {
        if let Some(name) = Name::read(text) {
            let hosts = name.and_above().map(|host| self.whole.get(&skeleton(host)));
            return hosts.flatten().map(|(host, of)| (*of, host.clone())).next();
        }
        let text = text.to_lowercase();
        let mut names = self.names.like(&skeleton(&text)).filter(|it| it.weight < Weight::Label);
        let found = names.find(|it| by_name && it.label == text)?;
        Some((found.of?, found.host.clone()))
    }
}

/// The domains of listed sites that their owners registered themselves. Under a domain of somebody else,
/// others may have sites too.
fn own_domains(all: &Organisations<'_>, is_platform: impl Fn(&str) -> bool) -> HashSet<String> {
    let of_organisations = all.summaries.iter().flat_map(|it| it.hosts.iter().copied());
    let of_services = all.directory.services().flat_map(|service| &service.sites);
    let of_services = of_services.filter(|site| site.path.is_none()).map(Site::bare_host);
    let is_registered = |host: &&str| {
        registered(host).is_some_and(|(domain, _)| domain == *host) && !is_platform(host)
    };
    of_organisations.chain(of_services).filter(is_registered).map(str::to_owned).collect()
}

/// The label that somebody registered, where nothing stands before it and nobody gives away names there.
pub(super) fn label_alone(host: &str) -> Option<String> {
    let name = Name::read(host)?;
    (name.before.is_empty() && !name.is_hosted).then_some(name.label)
}

/// The path of an address, from its `/` on; nothing where it has none.
pub(super) fn path_of(address: &str) -> &str {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    let page = rest.split(['?', '#']).next().unwrap_or_default();
    page.find('/').and_then(|at| page.get(at..)).unwrap_or_default().trim_end_matches('/')
}
