//! Listed websites, by their hosts.

use std::collections::HashMap;

use super::Site;
use super::name::Name;
use crate::directory::{Directory, Kind, Organisation, OrganisationIndex};
use crate::platform::{Platform, host_of_address};

/// The listed websites of a directory.
#[derive(Debug, Default)]
pub(super) struct Sites {
    by_host: HashMap<String, Listed>,
}

/// A host that at least one organisation lists.
#[derive(Debug, Clone)]
struct Listed {
    /// Whose it is; `None` where several list a page of it and none all of it.
    owner: Option<OrganisationIndex>,
    /// How far below the front page the nearest listed page is.
    depth: usize,
    /// Whether hosts under it are the owner's too.
    is_whole: bool,
    name: Name,
}

impl Sites {
    /// Reads the websites and contact forms of all organisations; a page on a platform is none.
    pub(super) fn new(directory: &Directory, is_platform: impl Fn(&str) -> bool) -> Self {
        let mut sites = Self::default();
        for index in directory.organisation_indexes() {
            let organisation = directory.organisation(index);
            let page = |address: &Option<String>| {
                page(address.as_deref()?).filter(|(name, _)| !is_platform(&name.host))
            };
            let website = page(&organisation.website);
            let form = page(&organisation.contact_form);
            // A form on a domain of others is not the organisation's own host.
            let form = form.filter(|(form, _)| {
                website.as_ref().is_some_and(|(site, _)| site.domain == form.domain)
            });
            let is_second = form.as_ref().map(|(form, _)| &form.host)
                == website.as_ref().map(|(site, _)| &site.host);
            for (name, depth) in website.into_iter().chain(form.filter(|_| !is_second)) {
                sites.add(directory, index, name, depth);
            }
        }
        for listed in sites.by_host.values_mut() {
            listed.is_whole = listed.owner.is_some() && listed.depth <= 1 && !listed.name.is_hosted;
        }
        sites
    }

    /// Handles that are domain names are their owners' hosts too.
    pub(super) fn add_handles(&mut self, directory: &Directory, is_known: impl Fn(&str) -> bool) {
        for account in directory.accounts() {
            let platform: &Platform = directory.platform(account.platform);
            let Some(handle) = &account.handle else { continue };
            let is_domain = platform.name_rules(handle).is_some_and(|rules| rules.is_domain);
            let name = if is_domain { Name::read(handle.key()) } else { None };
            if let Some(name) = name.filter(|name| !is_known(&name.domain)) {
                self.by_host.entry(name.host.clone()).or_insert(Listed {
                    owner: Some(account.organisation),
                    depth: 0,
                    is_whole: false,
                    name,
                });
            }
        }
    }

    fn add(&mut self, all: &Directory, index: OrganisationIndex, name: Name, depth: usize) {
        let Some(listed) = self.by_host.get_mut(&name.host) else {
            let listed = Listed { owner: Some(index), depth, is_whole: false, name };
            self.by_host.insert(listed.name.host.clone(), listed);
            return;
        };
        if depth > listed.depth {
            return;
        }
        listed.owner = match listed.owner {
            _ if depth < listed.depth => Some(index),
            Some(other) if depth == 0 => Some(senior(all, &listed.name.label, other, index)),
            // Several that have a page each on a host are guests there.
            _ => None,
        };
        listed.depth = depth;
    }

    /// The listed website that a host is or lies under.
    pub(super) fn site(&self, name: &Name) -> Option<Site> {
        let listed = name.and_above().find_map(|host| {
            let listed = self.by_host.get(host)?;
            (host == name.host || listed.is_whole).then_some(listed)
        })?;
        Some(Site { organisation: listed.owner?, host: listed.name.host.clone() })
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

/// The host of a listed page, and how many parts its path has.
fn page(address: &str) -> Option<(Name, usize)> {
    let (_, rest) = address.split_once("//")?;
    let page = rest.split(['?', '#']).next()?;
    let (host, path) = page.split_once('/').unwrap_or((page, ""));
    // Most listed addresses are plain, and there are many of them.
    let name = if host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-') {
        Name::read(host)?
    } else {
        Name::read(&host_of_address(address)?)?
    };
    Some((name, path.split('/').filter(|part| !part.is_empty()).count()))
}

/// Of two organisations with one website, the one whose website it is in the first place. The order
/// of the directory plays no part in it.
fn senior(
    directory: &Directory,
    label: &str,
    one: OrganisationIndex,
    other: OrganisationIndex,
) -> OrganisationIndex {
    let rank = |index: OrganisationIndex| {
        let it = directory.organisation(index);
        (it.ended.is_some(), !is_named(it, label), it.parent.is_some(), it.kind, it.id.as_str())
    };
    let ranks: [(bool, bool, bool, Kind, &str); 2] = [rank(one), rank(other)];
    let [first, second] = ranks;
    if first <= second { one } else { other }
}

/// Whether a label is what an organisation is called.
fn is_named(organisation: &Organisation, label: &str) -> bool {
    let label = letters(label);
    let names = [Some(&organisation.name), organisation.abbreviation.as_ref()];
    let mut names = names.into_iter().flatten().chain(&organisation.aliases);
    names.any(|name| {
        let name = letters(name);
        name == label || name.strip_prefix("gemeente").is_some_and(|rest| rest == label)
    })
}

/// The letters and digits of a name, folded.
pub(super) fn letters(text: &str) -> String {
    if text.is_ascii() {
        let plain = text.chars().filter(char::is_ascii_alphanumeric);
        return plain.map(|c| c.to_ascii_lowercase()).collect();
    }
    crate::text::fold::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
