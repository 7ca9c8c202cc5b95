//! Which addresses are asked for, and where a redirect may lead.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use super::addresses::is_public;
use super::stopped::Stopped;
use crate::fetch::{Failure, Follow, Refusal};

/// Whether an address may be asked for at all. Whether its host lies on the internet is known only once its name is
/// looked up.
pub(super) fn check(url: &Url) -> Result<(), Refusal> {
    if !matches!(url.scheme(), "https" | "http") {
        return Err(Refusal::OtherScheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refusal::UserInfo);
    }
    let is_public = match url.host() {
        Some(Host::Ipv4(address)) => is_public(address.into()),
        Some(Host::Ipv6(address)) => is_public(address.into()),
        Some(Host::Domain(name)) => !is_of_this_network(name),
        None => false,
    };
    if is_public { Ok(()) } else { Err(Refusal::PrivateAddress) }
}

/// Names that no public name server has: RFC 6761, RFC 6762, RFC 8375, and what ICANN keeps for networks.
fn is_of_this_network(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    let Some((_, last)) = name.rsplit_once('.') else {
        return true;
    };
    matches!(last, "localhost" | "local" | "internal") || name.ends_with(".home.arpa")
}

/// Where a redirect leads, if it may be followed.
pub(super) fn target(
    from: &Url,
    location: Option<&str>,
    follow: Follow<'_>,
) -> Result<Url, Stopped> {
    let location = location.ok_or(Failure::BrokenRedirect)?;
    let mut to = from.join(location).ok().ok_or(Failure::BrokenRedirect)?;
    to.set_fragment(None);
    check(&to)?;
    if to.scheme() != "https" {
        return Err(Refusal::NotEncrypted.into());
    }
    let (here, there) = (from.host_str().unwrap_or_default(), to.host_str().unwrap_or_default());
    if here != there && !(follow.to)(here, there) {
        return Err(Refusal::OtherHost(there.to_owned()).into());
    }
    Ok(to)
}

/// Whether an address is one of this machine: what the test switch may map a host to.
pub(super) fn is_loopback(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address == Ipv4Addr::LOCALHOST || address.is_loopback(),
        IpAddr::V6(address) => address == Ipv6Addr::LOCALHOST,
    }
}
