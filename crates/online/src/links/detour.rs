//! Addresses that lead somewhere by a detour: behind a user name or a port, or by way of a page of the organisation's own.

use url::{Url, form_urlencoded};

use officieel_directory::directory::Directory;
use officieel_directory::platform::{AddressError, PlatformIndex};

use super::Rule;

/// What stands between an address and where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detour {
    /// A user name before the host, which makes the address look as if it led elsewhere.
    UserName,
    /// A port that isn't the one that sites have.
    OtherPort,
    /// A page of the organisation's own, which may send on to what its query holds.
    OwnPage,
}

impl Detour {
    /// What follows from it, whatever else holds.
    pub(super) fn rule(self) -> Rule {
        match self {
            Self::UserName => Rule::UserName,
            Self::OtherPort => Rule::OtherPort,
            Self::OwnPage => Rule::OwnRedirect,
        }
    }
}

/// An address without user name and port, and the detour that they were.
pub(super) fn without_detour(address: &str) -> (String, Option<Detour>) {
    let as_it_is = || (address.to_owned(), None);
    let Some(mut url) = web(address) else { return as_it_is() };
    let detour = match () {
        () if has_user(&url) => Detour::UserName,
        () if url.port().is_some() => Detour::OtherPort,
        () => return as_it_is(),
    };
    let is_plain = url.set_username("").is_ok()
        && url.set_password(None).is_ok()
        && url.set_port(None).is_ok();
    if is_plain { (url.into(), Some(detour)) } else { as_it_is() }
}

/// The platform that the user name before a host passes for, as in `https://x.com@host.example/`.
pub(super) fn pretended(directory: &Directory, address: &str) -> Option<PlatformIndex> {
    let url = web(address).filter(has_user)?;
    let (user, _) = form_urlencoded::parse(url.username().as_bytes()).next()?;
    let user = user.rsplit_once("//").map_or(&*user, |(_, behind)| behind);
    let host = user.split(['/', '?', '#', ':', '@']).next()?;
    match directory.platforms.parse_address(&format!("https://{host}/")) {
        Ok(parsed) => Some(parsed.account.platform),
        Err(
            AddressError::UnknownForm(platform)
            | AddressError::Ambiguous(platform, _)
            | AddressError::NotAnAccount(platform, _)
            | AddressError::BadName(platform, _),
        ) => Some(platform),
        Err(
            AddressError::NotAnAddress
            | AddressError::Disguised(_)
            | AddressError::UserBeforeHost(_)
            | AddressError::UnknownHost(_),
        ) => None,
    }
}

/// The addresses that stand whole in the query of another.
pub(super) fn in_query(url: &Url) -> impl Iterator<Item = String> {
    let is_whole = |it: &String| {
        let start = it.get(..8).unwrap_or_default().to_ascii_lowercase();
        start.starts_with("http://") || start == "https://"
    };
    url.query_pairs().map(|(_, value)| value.trim().to_owned()).filter(is_whole)
}

fn has_user(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

/// An address of the web, which services write without its scheme too.
fn web(address: &str) -> Option<Url> {
    let url = if address.contains("://") {
        Url::parse(address)
    } else {
        Url::parse(&format!("https://{}", address.trim_start_matches('/')))
    };
    url.ok().filter(|it| matches!(it.scheme(), "http" | "https"))
}
