//! Sites that the directory lists with their evidence, told apart by host and path.

use std::cmp::Reverse;

use super::KnownSite;
use super::name::Name;
use super::sites::senior;
use crate::directory::{Directory, OrganisationIndex, OwnedSite, Owner};

/// The listed site that a host with a path is on.
///
/// A path that is listed says more than the host that it is on. Of several owners of one host it is
/// that of the organisation which has its website there, else of a service, else of the organisation
/// that it is called after.
pub(super) fn site(directory: &Directory, name: &Name, path: &str) -> Option<KnownSite> {
    let all = directory.sites_on_host(&name.host);
    let on_path =
        all.iter().filter(|it| it.site.path.is_some() && covers(it.site.bare_path(), path));
    if let Some(found) = on_path.min_by_key(|it| Reverse(it.site.bare_path().len())) {
        return Some(known(directory, found, false));
    }
    let whole = || all.iter().filter(|it| it.site.path.is_none());
    let host = whole().next()?.site.bare_host();
    // Many bodies have hosts under a domain of the government.
    if host != name.host && directory.header.domains.iter().any(|domain| domain == host) {
        return None;
    }
    let own = whole().filter(|it| !it.site.is_shared);
    if let Some(found) = own.reduce(|one, other| first(directory, one, other)) {
        return Some(known(directory, found, false));
    }
    let is_service = |it: &&OwnedSite<'_>| matches!(it.owner, Owner::Service(_));
    Some(known(directory, whole().find(is_service).or(whole().next())?, true))
}

/// The site that is listed by this host exactly, as all of it, and the organisation that it is of.
pub(super) fn of_host(directory: &Directory, host: &str) -> Option<(String, OrganisationIndex)> {
    let all = directory.sites_on_host(host);
    let is_it = |it: &&OwnedSite<'_>| {
        it.site.path.is_none() && !it.site.is_shared && it.site.bare_host() == host
    };
    let own = all.iter().filter(is_it).reduce(|one, other| first(directory, one, other))?;
    let organisation = known(directory, own, false).organisation(directory)?;
    Some((own.site.bare_host().to_owned(), organisation))
}

/// Whether a path is a listed one or lies below it, whatever its capitals. One that steps up leads elsewhere.
fn covers(listed: &str, path: &str) -> bool {
    if steps(path) {
        return false;
    }
    let begins = path.get(..listed.len()).is_some_and(|start| start.eq_ignore_ascii_case(listed));
    begins && path.get(listed.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a path has a step in it, plain or encoded, or an encoded sign that a server may read as one.
fn steps(path: &str) -> bool {
    let path = path.to_ascii_lowercase().replace("%2e", ".");
    ["\\", "%2f", "%5c", "%25"].iter().any(|sign| path.contains(sign))
        || path.split('/').any(|part| matches!(part, "." | ".."))
}

/// Of two owners of one host, the one to name.
fn first<'a, 'd>(
    directory: &Directory,
    one: &'a OwnedSite<'d>,
    other: &'a OwnedSite<'d>,
) -> &'a OwnedSite<'d> {
    let rank = |it: &OwnedSite<'_>| match it.owner {
        Owner::Organisation(index) if has_website_on(directory, index, it.site.bare_host()) => 0,
        Owner::Service(_) => 1,
        Owner::Organisation(_) => 2,
    };
    match (one.owner, other.owner, rank(one).cmp(&rank(other))) {
        (Owner::Organisation(a), Owner::Organisation(b), std::cmp::Ordering::Equal) => {
            let label = Name::read(one.site.bare_host()).map(|name| name.label);
            let senior = senior(directory, &label.unwrap_or_default(), a, b);
            if senior == a { one } else { other }
        }
        (.., std::cmp::Ordering::Greater) => other,
        _ => one,
    }
}

fn has_website_on(directory: &Directory, organisation: OrganisationIndex, host: &str) -> bool {
    let website = directory.organisation(organisation).website.as_deref();
    let own = website.and_then(crate::platform::host_of_address);
    own.is_some_and(|own| own.strip_prefix("www.").unwrap_or(&own) == host)
}

fn known(directory: &Directory, found: &OwnedSite<'_>, is_anybodys: bool) -> KnownSite {
    let all = directory.sites_of(found.owner);
    KnownSite {
        owner: found.owner,
        host: found.site.bare_host().to_owned(),
        entry: all.iter().position(|site| site == found.site),
        is_anybodys,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_covers_what_lies_below_it_and_nothing_else() {
        for (path, is_covered) in [
            ("/ministeries/wind", true),
            ("/Ministeries/Wind/contact", true),
            ("/ministeries/wind.html", false),
            ("/ministeries/windkracht", false),
            ("/ministeries", false),
            // Where a browser goes elsewhere, or a server may.
            ("/ministeries/wind/../water", false),
            ("/ministeries/wind/./..", false),
            ("/ministeries/wind/%2e%2E/water", false),
            ("/ministeries/wind/.%2e", false),
            ("/ministeries/wind%2F..%2fwater", false),
            ("/ministeries/wind/%252e%252e/water", false),
            ("/ministeries/wind/\\..\\water", false),
            ("/ministeries/wind/%5c..", false),
        ] {
            assert_eq!(covers("/ministeries/wind", path), is_covered, "{path}");
        }
    }
}
