//! From a link to what of which platform it is.

use url::Url;

use officieel_directory::directory::{AccountIndex, Directory};
use officieel_directory::platform::{
    AddressError, NotAnAccount, PlatformIndex, Reference, Wrapped, WrapperKind,
};

use super::detour::{Detour, in_query, pretended, without_detour};
use crate::page::{Link, LinkKind, Page};

/// The most services that stand around an address that is followed.
const MOST_LAYERS: usize = 4;

/// The id of the platform of feeds.
const FEEDS: &str = "rss";

/// A link that is something of a platform.
#[derive(Debug)]
pub(super) struct Found<'p> {
    pub(super) link: &'p Link,
    pub(super) platform: PlatformIndex,
    pub(super) what: What,
    /// What stands between the address and where it leads.
    pub(super) detour: Option<Detour>,
}

/// What of a platform.
#[derive(Debug)]
pub(super) enum What {
    Account(Reference),
    /// A feed at this address, with the account that lists it.
    Feed(String, Option<AccountIndex>),
    Other(Option<NotAnAccount>, String),
    /// An address with the form of an account of the fediverse, on a host that is no platform's.
    Server(String),
}

/// The id of the platform of servers that anybody can run.
const SERVERS: &str = "mastodon";

/// What a link of a page on a host is on a platform; `None` where it leads to none of them. Some hosts are the
/// organisation's own.
pub(super) fn read<'p>(
    directory: &Directory,
    page: &Page,
    link: &'p Link,
    base: &Url,
    host: Option<&str>,
    is_own_host: &dyn Fn(&str) -> bool,
) -> Option<Found<'p>> {
    if let LinkKind::Meta(name) = link.kind {
        return meta(directory, link, name, base);
    }
    let target = page.target(link, base)?;
    if link.kind == LinkKind::Feed {
        return feed(directory, link, &target);
    }
    // Most links lead to pages of the same site.
    let is_here = target.host_str() == host;
    let found = if is_here { None } else { led_to(directory, link, target.as_str()) };
    found
        .or_else(|| disguised(directory, link, &target))
        .or_else(|| redirected(directory, link, &target, is_own_host))
}

/// The account in the query of a page of the organisation's own, which may send on to it. Only who asks that page knows.
fn redirected<'p>(
    directory: &Directory,
    link: &'p Link,
    target: &Url,
    is_own_host: &dyn Fn(&str) -> bool,
) -> Option<Found<'p>> {
    let mut behind = in_query(target).peekable();
    behind.peek()?;
    if !target.host_str().is_some_and(is_own_host) {
        return None;
    }
    let is_account = |it: &Found<'_>| matches!(it.what, What::Account(_));
    let found = behind.filter_map(|it| led_to(directory, link, &it)).find(is_account)?;
    Some(Found { detour: found.detour.or(Some(Detour::OwnPage)), ..found })
}

/// What an address with a user name passes for, where it leads to nothing of a platform.
fn disguised<'p>(directory: &Directory, link: &'p Link, target: &Url) -> Option<Found<'p>> {
    let platform = pretended(directory, target.as_str())?;
    let what = What::Other(None, target.to_string());
    Some(Found { link, platform, what, detour: Some(Detour::UserName) })
}

/// What an address leads to behind services that only send on, and without what disguises it. Where a copy or a
/// shortener leads can't be seen.
fn led_to<'p>(directory: &Directory, link: &'p Link, address: &str) -> Option<Found<'p>> {
    let (mut address, mut detour) = without_detour(address);
    for _ in 0..MOST_LAYERS {
        match directory.wrappers.unwrap(&address) {
            Some(Wrapped::Around(index, target))
                if directory.wrappers.get(index).is_some_and(|it| it.kind == WrapperKind::Link) =>
            {
                let inner = without_detour(&target);
                (address, detour) = (inner.0, detour.or(inner.1));
            }
            _ => break,
        }
    }
    Some(Found { detour, ..of_address(directory, link, &address)? })
}

fn of_address<'p>(directory: &Directory, link: &'p Link, address: &str) -> Option<Found<'p>> {
    let other = |platform, what| (platform, What::Other(what, address.to_owned()));
    let (platform, what) = match directory.platforms.parse_address(address) {
        Ok(parsed) => match parsed.part {
            None => (parsed.account.platform, What::Account(parsed.account)),
            Some(part) => other(parsed.account.platform, Some(part)),
        },
        Err(AddressError::NotAnAccount(platform, what)) => other(platform, Some(what)),
        Err(
            AddressError::UnknownForm(platform)
            | AddressError::Ambiguous(platform, _)
            | AddressError::BadName(platform, _),
        ) => other(platform, None),
        Err(AddressError::UnknownHost(_)) if is_of_server(address) => {
            (directory.platforms.by_id(SERVERS)?, What::Server(address.to_owned()))
        }
        Err(_) => return None,
    };
    Some(Found { link, platform, what, detour: None })
}

/// Whether an address is that of an account on a server of the fediverse, by its form.
fn is_of_server(address: &str) -> bool {
    let path = Url::parse(address).map(|url| url.path().trim_end_matches('/').to_owned());
    path.is_ok_and(|path| {
        let name = path.strip_prefix("/@").unwrap_or_default();
        !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_')
    })
}

/// A feed on the host of the page.
fn feed<'p>(directory: &Directory, link: &'p Link, target: &Url) -> Option<Found<'p>> {
    let platform = directory.platforms.by_id(FEEDS)?;
    let listed = directory.account_by_address(target.as_str());
    let what = What::Feed(target.to_string(), listed);
    Some(Found { link, platform, what, detour: None })
}

/// What `<meta>` names: an address, or a handle on the platform that the name says.
fn meta<'p>(directory: &Directory, link: &'p Link, name: &str, base: &Url) -> Option<Found<'p>> {
    if link.href.contains("//") {
        let target = base.join(&link.href).ok()?;
        return led_to(directory, link, target.as_str());
    }
    let id = match name {
        "twitter:site" => "x",
        "fediverse:creator" => "mastodon",
        _ => return None,
    };
    let platform = directory.platforms.by_id(id)?;
    let name = directory.platform(platform).parse_name(&link.href).ok()?;
    let what = What::Account(Reference { platform, name });
    Some(Found { link, platform, what, detour: None })
}
