//! Whether a page may say what it is said to: the organisation's own words stand on its own site.

use url::Url;

use crate::directory::{Directory, Method, OrganisationIndex};
use crate::platform::hides_slash;

use super::{Case, Kind, Subject};

/// A host without `www.`, of an address that anybody can open: `https`, its usual port, and no user name.
fn host(address: &str) -> Option<(String, Url)> {
    let url = Url::parse(address).ok()?;
    let is_open = url.scheme() == "https"
        && url.port().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    let host = url.domain()?.trim_start_matches("www.").to_owned();
    is_open.then_some((host, url))
}

/// Whether a page stands on a site of the organisation itself, or on a host below one; on a host that many share, below its
/// own path.
pub fn is_own(directory: &Directory, organisation: OrganisationIndex, page: &str) -> bool {
    is_on(directory, organisation, page, true)
}

/// Whether it does; hosts below its own may count as well.
fn is_on(
    directory: &Directory,
    organisation: OrganisationIndex,
    page: &str,
    is_below_enough: bool,
) -> bool {
    let Some((on, page)) = host(page) else { return false };
    let it = directory.organisation(organisation);
    let is_under = |own: &str| {
        let own = own.trim_start_matches("www.");
        let is_below = || on.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'));
        on == own || (is_below_enough && is_below())
    };
    let is_below = |path: &str| {
        let path = path.trim_end_matches('/');
        let rest = page.path().strip_prefix(path);
        let is_in_it = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        is_in_it && (path.is_empty() || !hides_slash(page.path()))
    };
    let website = it.website.as_deref().and_then(host);
    let by_website = website.is_some_and(|(own, url)| is_under(&own) && is_below(url.path()));
    let by_site = it.sites.iter().any(|site| {
        let path = site.path.as_deref();
        let is_meant = if site.is_shared { path.is_some_and(is_below) } else { true };
        is_under(&site.host) && is_meant && path.is_none_or(is_below)
    });
    by_website || by_site
}

/// The same, or on a site of one that it falls under.
pub fn is_of_family(directory: &Directory, organisation: OrganisationIndex, page: &str) -> bool {
    family(directory, organisation).any(|it| is_own(directory, it, page))
}

/// The host of a page on a site of the family, where no site of it that is listed has that host: only one above it does. What
/// is below a domain is often in the same hands, and was taken over by strangers where it lapsed.
pub(super) fn unlisted_host(
    directory: &Directory,
    organisation: OrganisationIndex,
    page: &str,
) -> Option<String> {
    let is_listed = family(directory, organisation).any(|it| is_on(directory, it, page, false));
    if is_listed || !is_of_family(directory, organisation, page) {
        return None;
    }
    host(page).map(|(host, _)| host)
}

/// An organisation and those that it falls under.
fn family(
    directory: &Directory,
    organisation: OrganisationIndex,
) -> impl Iterator<Item = OrganisationIndex> {
    // A chain of parents has no circle in a directory that loaded.
    std::iter::successors(Some(organisation), |it| directory.organisation(*it).parent)
}

/// The platforms on which anybody can check both sides.
const OPEN: [&str; 2] = ["bluesky", "mastodon"];

/// Whether an account would be believed that nothing proves from both sides, for its platform shows a stranger nothing that
/// would.
pub(super) fn is_beyond_proof(subject: &Subject) -> bool {
    let is_to_be_believed =
        matches!(subject.kind, Kind::New | Kind::Confirms | Kind::Renamed | Kind::Moved);
    is_to_be_believed && subject.platform.as_deref().is_some_and(|it| !OPEN.contains(&it))
}

/// Whose pages those of a proposal would have to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The organisation, where the directory lists it.
    organisation: Option<OrganisationIndex>,
    /// Its Wikidata item, where that is known.
    item: Option<String>,
    /// Its number in the register, where that is known.
    register_id: Option<String>,
    /// Whether nothing can prove from both sides whose it is.
    is_beyond_proof: bool,
}

impl Whose {
    /// Those of the organisation of a proposal. One that would be new has no site that is known to be its own.
    pub fn of(directory: &Directory, subject: &Subject, case: &Case) -> Self {
        let organisation = directory.organisation_by_id(&subject.organisation);
        let listed = organisation.map(|it| directory.organisation(it));
        let profile = case.profile.as_ref().filter(|_| organisation.is_none());
        let item = listed.map(|it| &it.wikidata).or(profile.map(|it| &it.wikidata));
        let register_id = listed.map(|it| &it.register_id).or(profile.map(|it| &it.register_id));
        Self {
            organisation,
            item: item.cloned().flatten(),
            register_id: register_id.cloned().flatten(),
            is_beyond_proof: is_beyond_proof(subject),
        }
    }

    /// Whether an address is that of an account, or of the entry of another organisation in a register: entries begin with
    /// the number of whom they are about.
    fn is_of_another(&self, directory: &Directory, page: &str) -> bool {
        let Some((_, url)) = host(page) else { return true };
        let first = url.path().split('/').nth(1).unwrap_or_default();
        let is_number = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit());
        let is_entry = is_number && self.register_id.as_deref().is_some_and(|own| own != first);
        is_entry || directory.platforms.parse_address(page).is_ok()
    }

    /// Whether an address is that of its item on Wikidata; of any, where its own isn't known.
    fn is_item(&self, page: &str) -> bool {
        let Some((on, url)) = host(page) else { return false };
        let path = url.path();
        let named = path.strip_prefix("/wiki/").or_else(|| path.strip_prefix("/entity/"));
        let item = named.map(|it| it.trim_start_matches("Special:EntityData/"));
        let is_number = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        on == "wikidata.org"
            && item.is_some_and(|it| match &self.item {
                Some(own) => it == own,
                None => it.strip_prefix('Q').is_some_and(is_number),
            })
    }
}

/// The step of the ladder that a page can carry: whoever says that an organisation's site, a register or Wikidata shows an
/// account must name a page there. Else it is the word of others.
///
/// Where nothing proves an account from both sides, a page of its organisation says one.
pub fn carried(directory: &Directory, whose: &Whose, method: Method, page: &str) -> Method {
    let method = match method {
        Method::TwoWay if whose.is_beyond_proof => Method::OfficialSite,
        method => method,
    };
    let is_carried = match method {
        Method::OfficialSite | Method::TwoWay => {
            whose.organisation.is_some_and(|it| is_of_family(directory, it, page))
        }
        Method::Register => {
            !whose.is_of_another(directory, page) && is_of_register(directory, page)
        }
        Method::Wikidata => whose.is_item(page),
        // The platform's own register of advertisers.
        Method::AdRegister => host(page).is_some_and(|(_, url)| {
            url.domain().is_some_and(|on| directory.platforms.of_host(on).is_some())
        }),
        _ => true,
    };
    if is_carried { method } else { Method::ThirdParty }
}

/// Whether a page is one of a work that the directory cites, or on a domain of the government.
fn is_of_register(directory: &Directory, page: &str) -> bool {
    let Some((on, page)) = host(page) else { return false };
    let is_under =
        |own: &str| on == own || on.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'));
    let is_of_work = |(own, work): (String, Url)| {
        // A work that is one among others on its host is no more than what stands below it.
        let path = work.path().trim_end_matches('/');
        let rest = page.path().strip_prefix(path);
        let is_below = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        is_under(&own) && is_below && (path.is_empty() || !hides_slash(page.path()))
    };
    let mut works = directory.sources.iter().filter_map(|source| host(&source.url));
    works.any(is_of_work) || directory.header.domains.iter().any(|it| is_under(it.as_str()))
}
