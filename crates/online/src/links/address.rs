//! From a link to what of which platform it is.

use url::Url;

use officieel_directory::directory::{AccountIndex, Directory};
use officieel_directory::platform::{
    AddressError, NotAnAccount, PlatformIndex, Reference, Wrapped, WrapperKind,
};

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

/// What a link of a page on a host is on a platform; `None` where it leads to none of them.
pub(super) fn read<'p>(
    directory: &Directory,
    page: &Page,
    link: &'p Link,
    base: &Url,
    host: Option<&str>,
) -> Option<Found<'p>> {
    if let LinkKind::Meta(name) = link.kind {
        return meta(directory, link, name, base);
    }
    let target = page.target(link, base)?;
    if link.kind == LinkKind::Feed {
        return feed(directory, link, &target);
    }
    // Most links lead to pages of the same site.
    if target.host_str() == host {
        return None;
    }
    let address = unwrapped(directory, target.as_str());
    of_address(directory, link, &address)
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
    Some(Found { link, platform, what })
}

/// Whether an address is that of an account on a server of the fediverse, by its form.
fn is_of_server(address: &str) -> bool {
    let path = Url::parse(address).map(|url| url.path().trim_end_matches('/').to_owned());
    path.is_ok_and(|path| {
        let name = path.strip_prefix("/@").unwrap_or_default();
        !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_')
    })
}

/// The address behind services that only send on. Where a copy or a shortener leads can't be seen.
fn unwrapped(directory: &Directory, address: &str) -> String {
    let mut address = address.to_owned();
    for _ in 0..MOST_LAYERS {
        match directory.wrappers.unwrap(&address) {
            Some(Wrapped::Around(index, target))
                if directory.wrappers.get(index).is_some_and(|it| it.kind == WrapperKind::Link) =>
            {
                address = target;
            }
            _ => break,
        }
    }
    address
}

/// A feed on the host of the page.
fn feed<'p>(directory: &Directory, link: &'p Link, target: &Url) -> Option<Found<'p>> {
    let platform = directory.platforms.by_id(FEEDS)?;
    let listed = directory.account_by_address(target.as_str());
    Some(Found { link, platform, what: What::Feed(target.to_string(), listed) })
}

/// What `<meta>` names: an address, or a handle on the platform that the name says.
fn meta<'p>(directory: &Directory, link: &'p Link, name: &str, base: &Url) -> Option<Found<'p>> {
    if link.href.contains("//") {
        let target = base.join(&link.href).ok()?;
        return of_address(directory, link, &unwrapped(directory, target.as_str()));
    }
    let id = match name {
        "twitter:site" => "x",
        "fediverse:creator" => "mastodon",
        _ => return None,
    };
    let platform = directory.platforms.by_id(id)?;
    let name = directory.platform(platform).parse_name(&link.href).ok()?;
    Some(Found { link, platform, what: What::Account(Reference { platform, name }) })
}
