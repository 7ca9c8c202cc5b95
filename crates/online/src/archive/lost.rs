//! Pages of organisations that are in other hands.

use url::Url;

use officieel_directory::directory::Date;

use super::findings::Findings;
use super::input::ArchivedPage;
use crate::links::{SiteMap, Speaker};
use crate::page::{Obstacle, Page};

/// What a page of an organisation is now. The greater of two tells more: the newer first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    /// The day on which it was seen, where it is known.
    pub seen: Option<Date>,
    /// Whether its domain is for sale.
    pub is_for_sale: bool,
    /// The address of a stranger that it leads to.
    pub to: Option<String>,
}

impl Findings {
    /// The pages of an organisation that lead to a stranger or are for sale, by their addresses.
    pub fn lost_of(&self, organisation: &str) -> impl Iterator<Item = (&str, &Lost)> {
        let own = self.lost().filter(move |((of, _), _)| of == organisation);
        own.map(|((_, page), lost)| (page.as_str(), lost))
    }
}

/// Where a page leads by itself: by a redirect, or as a page that sends its visitors on.
pub(super) fn leads(archived: &ArchivedPage, address: &Url, page: &Page) -> Option<Url> {
    let is_redirect = matches!(archived.status, Some(301 | 302 | 303 | 307 | 308));
    let to = if is_redirect {
        address.join(archived.location.as_deref()?).ok()
    } else {
        page.sent_on(address)
    };
    to.filter(|to| matches!(to.scheme(), "http" | "https") && to.has_host())
}

/// Whether a page is in other hands: its domain is for sale, or it leads its visitors to a site that is no body's.
pub(super) fn lost(
    archived: &ArchivedPage,
    address: &Url,
    to: Option<Url>,
    obstacle: Option<Obstacle>,
    sites: &SiteMap,
) -> Option<Lost> {
    let is_strange =
        |to: &Url| sites.is_stranger(address, to) && sites.speaker(to) == Speaker::Nobody;
    let to = to.filter(is_strange).map(|to| to.to_string());
    let is_for_sale = obstacle == Some(Obstacle::Parked);
    (is_for_sale || to.is_some()).then_some(Lost { seen: archived.seen, is_for_sale, to })
}
