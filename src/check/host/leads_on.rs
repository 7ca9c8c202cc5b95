//! Addresses on official hosts that name what is not official: a site may send its reader on to it.

use percent_encoding::percent_decode_str;

use super::KnownSite;
use crate::check::tokens::hosts_held;
use crate::directory::Directory;
use crate::platform::{host_of_address, is_under};

/// An address on an official host that names another host, or what runs in a browser: the site may send its reader on
/// to that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadsOn {
    /// The host that it is on, as the network asks for it.
    pub host: String,
    /// The listed site on that host; none where it only lies under a domain of the government.
    pub site: Option<KnownSite>,
    /// The host that it names, or the scheme of what runs.
    pub to: String,
    /// Whether that stands there as an address, rather than as a name alone.
    pub is_address: bool,
}

/// The most layers of percent-encoding that are undone.
const MOST_LAYERS: usize = 3;

/// What an address on an official host names that is not official itself, and that its site may send its reader on to.
pub(in crate::check) fn leads_on(
    directory: &Directory,
    host: &str,
    site: Option<&KnownSite>,
    address: &str,
) -> Option<LeadsOn> {
    let of = |to: String, is_address: bool| {
        let host = host.to_owned();
        LeadsOn { host, site: site.cloned(), to, is_address }
    };
    let named = address_named(directory, address).map(|to| of(to, true));
    named.or_else(|| other_held(directory, address).map(|to| of(to, false)))
}

/// The host of another address behind the `?` or `#` of one, that is not listed.
fn address_named(directory: &Directory, address: &str) -> Option<String> {
    let at = address.find(['?', '#'])?;
    let mut rest = address.get(at..).unwrap_or_default().to_owned();
    for _ in 0..MOST_LAYERS {
        rest = percent_decode_str(&rest).decode_utf8_lossy().into_owned();
    }
    let mut named = rest.match_indices("//").filter_map(|(at, sign)| {
        let host = rest.get(at + sign.len()..)?.split(['/', '?', '#', '&', '"']).next()?;
        let host = host.rsplit('@').next()?.split(':').next()?.to_lowercase();
        host.contains('.').then_some(host)
    });
    named.find(|host| !is_listed(directory, host))
}

/// A host that is not listed and that an address names in any other way, or the scheme of what runs there.
fn other_held(directory: &Directory, address: &str) -> Option<String> {
    let own = host_of_address(address).unwrap_or_default();
    let is_own = |host: &str| is_under(&own, host) || is_under(host, &own);
    hosts_held(address).into_iter().find(|host| !is_own(host) && !is_listed(directory, host))
}

/// Whether a host, or one that it lies under, is listed or the government's own.
pub(in crate::check) fn is_listed(directory: &Directory, host: &str) -> bool {
    let above = std::iter::successors(Some(host), |host| host.split_once('.').map(|(_, it)| it));
    let is_site = above.into_iter().any(|host| !directory.sites_on_host(host).is_empty());
    is_site || directory.header.domains.iter().any(|domain| is_under(host, domain))
}
