//! Websites that an organisation is said to have now, and that are somebody else's: whatever page shows them.

use std::collections::HashMap;

use url::Url;

use crate::directory::{Directory, OrganisationIndex};
use crate::embedded::suffixes;

use super::objection::Objection;
use super::own_page::is_of_family;
use super::{Case, Kind, Subject};

/// The site that a proposal would give an organisation: its website, or an account that is nothing but an address.
pub(super) fn given<'s>(
    directory: &Directory,
    subject: &'s Subject,
    case: &'s Case,
) -> Option<&'s str> {
    match subject.kind {
        Kind::WebsiteMoved => subject.value.as_deref(),
        Kind::New => bare_account(directory, subject, case),
        _ => None,
    }
}

/// The address of an account on what has no names, so that nothing but its address tells whose it is.
pub(super) fn bare_account<'s>(
    directory: &Directory,
    subject: &Subject,
    case: &'s Case,
) -> Option<&'s str> {
    let platform = directory.platforms.by_id(subject.platform.as_deref()?)?;
    let has_names = !directory.platform(platform).rules.names.is_empty();
    case.url.as_deref().filter(|_| !has_names)
}

/// The organisations of a directory by the hosts of their websites.
pub(super) struct Websites {
    by_host: HashMap<String, OrganisationIndex>,
}

impl Websites {
    pub(super) fn of(directory: &Directory) -> Self {
        let host_of = |index: OrganisationIndex| {
            let website = Url::parse(directory.organisation(index).website.as_deref()?).ok()?;
            // Below a path is a part of a host that has others besides.
            let is_whole = website.path() == "/";
            is_whole.then(|| Some((bare_host(&website)?, index))).flatten()
        };
        Self { by_host: directory.organisation_indexes().filter_map(host_of).collect() }
    }

    /// What speaks against the website that a proposal would give: it is on a platform, another's, or on a host that is
    /// nobody's alone.
    pub(super) fn objection(
        &self,
        directory: &Directory,
        subject: &Subject,
        case: &Case,
    ) -> Option<String> {
        let organisation = directory.organisation_by_id(&subject.organisation)?;
        let website = given(directory, subject, case)?;
        let url = Url::parse(website).ok()?;
        let host = bare_host(&url)?;
        if is_of_family(directory, organisation, website) {
            return None;
        }
        let of_host = |host| directory.platforms.of_host(host);
        if let Some(platform) = url.domain().and_then(of_host).or_else(|| of_host(&host)) {
            return Some(Objection::SiteOf(platform.name()).to_string());
        }
        if let Some(owner) = self.owner(directory, organisation, &url, &host) {
            return Some(Objection::SiteOf(owner).to_string());
        }
        let is_shared = suffixes().registered(&host).is_none();
        is_shared.then(|| Objection::SharedHost(&host).to_string())
    }

    /// The name of another one that has the site.
    fn owner<'d>(
        &self,
        directory: &'d Directory,
        organisation: OrganisationIndex,
        url: &Url,
        host: &str,
    ) -> Option<&'d str> {
        let sites = directory.sites_on_host(host).into_iter().filter(|it| {
            let is_there = |path: &String| url.path().starts_with(path.as_str());
            !it.site.is_shared && it.site.path.as_ref().is_none_or(is_there)
        });
        let of_sites = sites.filter_map(|it| directory.organisation_of(it.owner));
        let mut owners = of_sites.chain(self.by_host.get(host).copied());
        let other = owners.find(|it| *it != organisation)?;
        Some(&directory.organisation(other).name)
    }
}

/// The host of an address without `www.`; an address of numbers has none.
fn bare_host(url: &Url) -> Option<String> {
    Some(url.domain()?.trim_start_matches("www.").to_owned())
}
