//! By what organisations and services are reached besides accounts: whose host or telephone number is it?

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::organisation::OrganisationIndex;
use super::phone::{Phone, PhoneNumber};
use super::service::{Owner, Service, ServiceIndex, Urgency};
use super::site::{Site, and_above, bare_host};
use super::topic::{Topic, TopicIndex};
use super::{Directory, records};
use crate::compact_sort::CompactSort;
use crate::platform::host_of_address;
use crate::text::fold::fold;

/// A site with whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnedSite<'d> {
    /// Whose it is.
    pub owner: Owner,
    /// The site.
    pub site: &'d Site,
}

/// A telephone number with whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnedPhone<'d> {
    /// Whose it is.
    pub owner: Owner,
    /// The number as the directory has it.
    pub number: &'d str,
    /// What is said of it; nothing but the number where it is the general one of an organisation only.
    pub phone: Option<&'d Phone>,
}

/// Where a website is, as sites are compared.
struct WebsitePlace {
    host: String,
    path: String,
}

impl WebsitePlace {
    /// Whether a site is that page, or all of its host.
    fn is_site(&self, site: &Site) -> bool {
        let path = site.bare_path().trim_start_matches('/');
        site.bare_host() == self.host && (site.path.is_none() || path == self.path)
    }
}

impl Directory {
    /// How many services there are.
    pub fn service_count(&self) -> usize {
        self.records.service_count()
    }

    /// The service at an index of this directory.
    pub fn service(&self, index: ServiceIndex) -> &Service {
        self.records.service(index.position())
    }

    /// The indexes of all services, in file order.
    pub fn service_indexes(&self) -> impl Iterator<Item = ServiceIndex> + use<> {
        records::small_numbers(self.service_count()).map(ServiceIndex)
    }

    /// All services, in file order. This reads all of them.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.service_indexes().map(|index| self.service(index))
    }

    /// The services that an organisation answers for, in file order.
    pub fn services_of(
        &self,
        organisation: OrganisationIndex,
    ) -> impl Iterator<Item = ServiceIndex> + '_ {
        self.records.lookups().answered_by(organisation)
    }

    /// How many topics there are.
    pub fn topic_count(&self) -> usize {
        self.records.topic_count()
    }

    /// The topic at an index of this directory.
    pub fn topic(&self, index: TopicIndex) -> &Topic {
        self.records.topic(index.position())
    }

    /// The indexes of all topics, in file order.
    pub fn topic_indexes(&self) -> impl Iterator<Item = TopicIndex> + use<> {
        records::small_numbers(self.topic_count()).map(TopicIndex)
    }

    /// All topics, in file order. This reads all of them.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.topic_indexes().map(|index| self.topic(index))
    }

    /// The organisation that an owner is, or that answers for it.
    pub fn organisation_of(&self, owner: Owner) -> Option<OrganisationIndex> {
        match owner {
            Owner::Organisation(organisation) => Some(organisation),
            Owner::Service(service) => self.service(service).organisation,
        }
    }

    /// The sites of an owner.
    pub fn sites_of(&self, owner: Owner) -> &[Site] {
        match owner {
            Owner::Organisation(organisation) => &self.organisation(organisation).sites,
            Owner::Service(service) => &self.service(service).sites,
        }
    }

    /// The sites of an owner beside the website of an organisation, as they are worth showing: of a service
    /// what is called as it is, then whole hosts of its own, then parts and shared ones, those for tests last;
    /// each by host.
    pub fn other_sites(&self, owner: Owner) -> Vec<&Site> {
        let all = self.sites_of(owner);
        self.other_site_positions(owner).into_iter().filter_map(|at| all.get(at)).collect()
    }

    /// The places of [`Directory::other_sites`] among the sites of their owner.
    pub fn other_site_positions(&self, owner: Owner) -> Vec<usize> {
        let website = self.website_place(owner);
        let is_website = |site: &Site| website.as_ref().is_some_and(|it| it.is_site(site));
        let is_other = |site: &Site| !is_website(site);
        let all = self.sites_of(owner).iter().enumerate();
        let mut sites: Vec<(usize, &Site)> = all.filter(|(_, site)| is_other(site)).collect();
        sites.compact_sort_by_key(|(_, site)| {
            (
                site.is_test,
                self.is_called_otherwise(&OwnedSite { owner, site }),
                site.is_shared || site.path.is_some(),
                site.bare_host(),
                &site.path,
            )
        });
        sites.into_iter().map(|(at, _)| at).collect()
    }

    /// Where the website of an organisation is.
    fn website_place(&self, owner: Owner) -> Option<WebsitePlace> {
        let Owner::Organisation(index) = owner else { return None };
        let address = self.organisation(index).website.as_deref()?;
        let host = host_of_address(address)?;
        let path = address.splitn(4, '/').nth(3).unwrap_or_default();
        let path = path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        Some(WebsitePlace { host: bare_host(&host).to_owned(), path: path.to_owned() })
    }

    /// What the directory says of an organisation's website, where it lists that page or its host among the
    /// sites.
    pub fn website_as_site(&self, organisation: OrganisationIndex) -> Option<&Site> {
        let website = self.website_place(Owner::Organisation(organisation))?;
        let sites = || self.organisation(organisation).sites.iter();
        let is_it = |site: &&Site| website.is_site(site);
        sites().filter(is_it).max_by_key(|site| site.path.is_some())
    }

    /// The telephone numbers of an owner, without the general one of an organisation.
    pub fn phones_of(&self, owner: Owner) -> &[Phone] {
        match owner {
            Owner::Organisation(organisation) => &self.organisation(organisation).phones,
            Owner::Service(service) => &self.service(service).phones,
        }
    }

    fn rank_of_number(&self, owner: Owner, is_of_one: bool) -> u8 {
        match owner {
            Owner::Service(service) => match self.service(service).urgency {
                Some(Urgency::Emergency) => 0,
                Some(Urgency::Urgent) => 1,
                None => {
                    if is_of_one {
                        5
                    } else {
                        2
                    }
                }
            },
            Owner::Organisation(it) if self.organisation(it).ended.is_some() => 6,
            Owner::Organisation(it) if self.organisation(it).parent.is_none() => 3,
            Owner::Organisation(_) => 4,
        }
    }

    /// Every telephone number of an owner once, in any spelling, as the directory has it: that of an
    /// organisation for everything first.
    pub fn numbers_of(&self, owner: Owner) -> Vec<OwnedPhone<'_>> {
        let mut seen = HashSet::new();
        let phones = self.phones_of(owner);
        let general = match owner {
            Owner::Organisation(organisation) => self.organisation(organisation).phone.as_deref(),
            Owner::Service(_) => None,
        };
        // What is said of the general number stands in the list, if it does.
        let said = |number: &str| {
            let read = PhoneNumber::read(number);
            phones.iter().find(|it| PhoneNumber::read(&it.number) == read)
        };
        let general = general.map(|number| (number, said(number)));
        let listed = phones.iter().map(|phone| (phone.number.as_str(), Some(phone)));
        let all = general.into_iter().chain(listed);
        let mut is_new = |number: &str| {
            let read = PhoneNumber::read(number);
            seen.insert(read.map_or_else(|| number.to_owned(), |it| it.key()))
        };
        let once = all.filter(|(number, _)| is_new(number));
        once.map(|(number, phone)| OwnedPhone { owner, number, phone }).collect()
    }

    /// The sites that a host is, or lies under: first the parts of it, which have a path and say nothing of
    /// hosts below, then the sites of the most exact host that has any.
    pub fn sites_on_host(&self, host: &str) -> Vec<OwnedSite<'_>> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let host = bare_host(&host);
        let on = |level: &str, is_part: bool| -> Vec<OwnedSite<'_>> {
            let owners = self.records.lookups().with_host(level);
            let sites = owners.flat_map(|owner| {
                self.sites_of(owner).iter().map(move |site| OwnedSite { owner, site })
            });
            let is_it = |it: &OwnedSite<'_>| {
                it.site.bare_host() == level && it.site.path.is_some() == is_part
            };
            sites.filter(is_it).collect()
        };
        let mut found = on(host, true);
        let mut levels = and_above(host).map(|level| on(level, false));
        found.extend(levels.find(|sites| !sites.is_empty()).unwrap_or_default());
        found.compact_sort_by_key(|it| self.is_called_otherwise(it));
        found
    }

    /// Whether a site is that of a service with another name: of two services on one host, the other is
    /// meant.
    fn is_called_otherwise(&self, it: &OwnedSite<'_>) -> bool {
        let letters = |text: &str| fold(text).replace(|c: char| !c.is_alphanumeric(), "");
        match it.owner {
            Owner::Organisation(_) => false,
            Owner::Service(service) => {
                let host = it.site.bare_host().rsplit_once('.').map_or("", |(before, _)| before);
                letters(host) != letters(&self.service(service).name)
            }
        }
    }

    /// Everyone who has a telephone number, whatever its spelling: first a service that is called when
    /// something is pressing, then a service where several organisations have it, then organisations, then
    /// other services.
    pub fn phones_with(&self, number: &PhoneNumber) -> Vec<OwnedPhone<'_>> {
        let is_it = |written: &str| PhoneNumber::read(written).as_ref() == Some(number);
        let mut all = Vec::new();
        for owner in self.records.lookups().with_number(number) {
            let known = all.len();
            let phones = self.phones_of(owner).iter().filter(|phone| is_it(&phone.number));
            all.extend(phones.map(|phone| OwnedPhone {
                owner,
                number: phone.number.as_str(),
                phone: Some(phone),
            }));
            if let Owner::Organisation(organisation) = owner
                && all.len() == known
                && let Some(general) = self.organisation(organisation).phone.as_deref()
                && is_it(general)
            {
                all.push(OwnedPhone { owner, number: general, phone: None });
            }
        }
        let owners = all.iter().filter(|it| matches!(it.owner, Owner::Organisation(_)));
        let is_of_one = owners.count() < 2;
        all.compact_sort_by_key(|it| self.rank_of_number(it.owner, is_of_one));
        all
    }
}
