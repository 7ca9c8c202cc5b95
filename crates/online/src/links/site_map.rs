//! Which organisation speaks through a page, by its address.

use std::collections::HashMap;

use url::Url;

use officieel_directory::directory::{Directory, OrganisationIndex, Owner};
use officieel_directory::platform::{hides_slash, host_of_address};

/// Who speaks through a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// One organisation.
    Organisation(OrganisationIndex),
    /// Several, none of which the page is closer to.
    Several(Vec<OrganisationIndex>),
    /// Many, each by its own part of the host, and this is none of these parts.
    Shared,
    /// No organisation of the directory.
    Nobody,
}

/// A part of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// The path without a slash at its end; empty for all of the host.
    path: String,
    organisation: OrganisationIndex,
    /// Whether the bare host says nothing of one body.
    is_shared: bool,
    /// Whether the hosts below are its owner's too.
    is_above: bool,
    /// Whether the organisation no longer exists.
    is_ended: bool,
}

/// The hosts of all organisations of a directory: their websites, their sites, and those of the services that they
/// answer for.
#[derive(Debug, Clone, Default)]
pub struct SiteMap {
    hosts: HashMap<String, Vec<Part>>,
    /// The hosts that are all of one organisation's, by organisation.
    own: HashMap<OrganisationIndex, Vec<String>>,
}

impl SiteMap {
    /// Reads a directory. A page on a platform is none of a site.
    pub fn new(directory: &Directory) -> Self {
        let mut map = Self::default();
        for organisation in directory.organisation_indexes() {
            let it = directory.organisation(organisation);
            let is_ended = it.ended.is_some();
            if let Some(website) = it.website.as_deref() {
                map.add_website(directory, website, organisation, is_ended);
            }
            map.add_sites(directory, Owner::Organisation(organisation), organisation, is_ended);
        }
        for service in directory.service_indexes() {
            if let Some(organisation) = directory.service(service).organisation {
                map.add_sites(directory, Owner::Service(service), organisation, false);
            }
        }
        map.hosts.values_mut().for_each(settle);
        let owned = map.hosts.iter().filter_map(|(host, parts)| Some((owner(parts)?, host)));
        for (organisation, host) in owned {
            map.own.entry(organisation).or_default().push(host.clone());
        }
        map.own.values_mut().for_each(|hosts| hosts.sort_unstable());
        map
    }

    fn add_website(
        &mut self,
        directory: &Directory,
        website: &str,
        organisation: OrganisationIndex,
        is_ended: bool,
    ) {
        let Some(host) = host_of_address(website) else { return };
        let Ok(url) = Url::parse(website) else { return };
        if directory.platforms.of_host(&host).is_some() {
            return;
        }
        let path = url.path().trim_end_matches('/').to_owned();
        let part = Part { path, organisation, is_shared: false, is_above: false, is_ended };
        self.hosts.entry(bare(&host).to_owned()).or_default().push(part);
    }

    fn add_sites(
        &mut self,
        directory: &Directory,
        owner: Owner,
        organisation: OrganisationIndex,
        is_ended: bool,
    ) {
        for site in directory.sites_of(owner).iter().filter(|site| site.is_for_readers()) {
            let part = Part {
                path: site.bare_path().to_owned(),
                organisation,
                is_shared: site.is_shared && site.path.is_none(),
                is_above: site.path.is_none(),
                is_ended,
            };
            self.hosts.entry(site.bare_host().to_owned()).or_default().push(part);
        }
    }

    /// Who speaks through the page at an address. On a host with parts, the longest part that the page lies in
    /// decides; of hosts, the most exact one that is known.
    pub fn speaker(&self, address: &Url) -> Speaker {
        let Some(host) = address.host_str().filter(|_| is_plain(address)) else {
            return Speaker::Nobody;
        };
        let host = host.trim_end_matches('.');
        for (level, host) in and_above(bare(host)).enumerate() {
            let parts = self.hosts.get(host).map(Vec::as_slice).unwrap_or_default();
            let fits = |part: &&Part| {
                if level == 0 { is_below(address.path(), &part.path) } else { part.is_above }
            };
            let fitting: Vec<&Part> = parts.iter().filter(fits).collect();
            if !fitting.is_empty() {
                return closest(&fitting);
            }
        }
        Speaker::Nobody
    }

    /// Whether a host is one that the organisation speaks through, or lies under one.
    pub fn is_own_host(&self, organisation: OrganisationIndex, host: &str) -> bool {
        and_above(bare(host)).any(|host| {
            let parts = self.hosts.get(host).map(Vec::as_slice).unwrap_or_default();
            let mut whole = parts.iter().filter(|part| part.path.is_empty());
            whole.any(|part| part.organisation == organisation && !part.is_shared)
        })
    }

    /// Whether an address that a page leads on to is on another host than the page, and on none of whoever speaks through
    /// the page.
    pub fn is_stranger(&self, page: &Url, to: &Url) -> bool {
        let (here, there) =
            (page.host_str().unwrap_or_default(), to.host_str().unwrap_or_default());
        let is_own = |it: &OrganisationIndex| self.is_own_host(*it, there);
        let is_of_speaker = || match self.speaker(page) {
            Speaker::Organisation(one) => is_own(&one),
            Speaker::Several(all) => all.iter().any(is_own),
            Speaker::Shared | Speaker::Nobody => false,
        };
        bare(here) != bare(there) && !is_of_speaker()
    }

    /// The hosts that are an organisation's as a whole, and nobody else's.
    pub fn own_hosts(&self, organisation: OrganisationIndex) -> impl Iterator<Item = &str> {
        self.own.get(&organisation).into_iter().flatten().map(String::as_str)
    }
}

/// The one organisation that has all of a host.
fn owner(parts: &[Part]) -> Option<OrganisationIndex> {
    let mut whole = parts.iter().filter(|part| part.path.is_empty());
    let first = whole.next().filter(|part| !part.is_shared)?;
    let is_same = |part: &Part| part.organisation == first.organisation && !part.is_shared;
    whole.all(is_same).then_some(first.organisation)
}

/// A website that is a page of a host which nobody else has is the host.
fn settle(parts: &mut Vec<Part>) {
    let first = parts.first().map(|part| part.organisation);
    let is_of_one = parts.iter().all(|part| Some(part.organisation) == first && !part.is_shared);
    for part in parts.iter_mut().filter(|part| is_of_one && !part.is_above) {
        // A body may speak on one page of a host that is no body's.
        if part.path.matches('/').count() <= 1 {
            part.path.clear();
        }
    }
    let key = |part: &Part| (part.organisation, part.path.clone(), part.is_shared);
    let mut seen = std::collections::HashSet::new();
    parts.retain(|part| seen.insert(key(part)));
}

fn closest(fitting: &[&Part]) -> Speaker {
    let is_live = fitting.iter().any(|part| !part.is_ended);
    let live = || fitting.iter().filter(|part| !is_live || !part.is_ended);
    let longest = live().map(|part| part.path.len()).max().unwrap_or_default();
    let close = || live().filter(|part| part.path.len() == longest);
    // Where many bodies speak by their paths, what all of them have is none of theirs.
    if close().any(|part| part.is_shared) {
        return Speaker::Shared;
    }
    let mut all: Vec<OrganisationIndex> = close().map(|part| part.organisation).collect();
    all.sort_unstable();
    all.dedup();
    match all.as_slice() {
        [] => Speaker::Shared,
        [one] => Speaker::Organisation(*one),
        _ => Speaker::Several(all),
    }
}

/// Whether a path is that of a part or lies below it. A step up in disguise leads out of it with some servers.
fn is_below(path: &str, part: &str) -> bool {
    if !part.is_empty() && hides_slash(path) {
        return false;
    }
    path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether an address is one of the web, on a port that sites have and with no user name. Another port may be anybody's
/// who can log on to the machine.
fn is_plain(address: &Url) -> bool {
    matches!(address.scheme(), "http" | "https")
        && matches!(address.port(), None | Some(80 | 443))
        && address.username().is_empty()
        && address.password().is_none()
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host)
}

/// A host and those that it lies under, down to the last two labels.
fn and_above<'h>(host: &'h str) -> impl Iterator<Item = &'h str> {
    let above = |host: &&'h str| Some(host.split_once('.')?.1);
    std::iter::successors(Some(host), above).take_while(|host| host.contains('.'))
}
