//! Whether a page may say what it is said to: the organisation's own words stand on its own site.

use url::Url;

use crate::directory::{Directory, Method, OrganisationIndex};
use crate::platform::hides_slash;

use super::{Case, Subject};

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

/// Whether a page stands on a site of the organisation itself; on a host that many share, below its own path.
pub fn is_own(directory: &Directory, organisation: OrganisationIndex, page: &str) -> bool {
    let Some((on, page)) = host(page) else { return false };
    let it = directory.organisation(organisation);
    let is_under = |own: &str| {
        let own = own.trim_start_matches("www.");
        on == own || on.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'))
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
    let mut above = Some(organisation);
    // A chain of parents has no circle in a directory that loaded.
    while let Some(index) = above {
        if is_own(directory, index, page) {
            return true;
        }
        above = directory.organisation(index).parent;
    }
    false
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
pub fn carried(directory: &Directory, whose: &Whose, method: Method, page: &str) -> Method {
    let is_carried = match method {
        Method::OfficialSite | Method::TwoWay => {
            whose.organisation.is_some_and(|it| is_of_family(directory, it, page))
        }
        Method::Register => {
            let sources = directory.sources.iter().filter_map(|source| host(&source.url));
            let own = directory.header.domains.iter().map(|domain| domain.as_str().to_owned());
            let known: Vec<String> = sources.map(|(host, _)| host).chain(own).collect();
            let is_another = whose.is_of_another(directory, page);
            !is_another
                && host(page).is_some_and(|(on, _)| {
                    known.iter().any(|it| {
                        on == *it
                            || on.strip_suffix(it.as_str()).is_some_and(|it| it.ends_with('.'))
                    })
                })
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
