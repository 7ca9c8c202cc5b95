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

    /// The sites of an owner beside the website of an organisation, as they are worth showing: whole hosts
    /// of its own, then parts and shared ones, those for tests last; each by host.
    pub fn other_sites(&self, owner: Owner) -> Vec<&Site> {
        let website = match owner {
            Owner::Organisation(index) => self.organisation(index).website.as_deref(),
            Owner::Service(_) => None,
        };
        let website = website.and_then(host_of_address);
        let website = website.as_deref().map(bare_host);
        let is_other = |site: &&Site| site.path.is_some() || Some(site.bare_host()) != website;
        let mut sites: Vec<&Site> = self.sites_of(owner).iter().filter(is_other).collect();
        sites.sort_by_key(|site| {
            (site.is_test, site.is_shared || site.path.is_some(), site.bare_host(), &site.path)
        });
        sites
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
        found.sort_by_key(|it| self.is_called_otherwise(it));
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
        all.sort_by_key(|it| self.rank_of_number(it.owner, is_of_one));
        all
    }
}
