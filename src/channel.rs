//! Channels: by which way an organisation or a service is reached, and which one to open first.

mod by_need;
mod on_platform;
mod site_and_number;

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::compact_sort::CompactSort;
use crate::directory::{
    AccountIndex, Date, Directory, Evidence, OrganisationIndex, OwnedPhone, Owner, Phone,
    PhoneLabel, ServiceIndex, Site, Urgency,
};
use crate::search::Hit;
use by_need::walled;
pub use by_need::{Need, Preferences, Reason, Suited, by_need, is_of_emergencies, site_above};
pub use on_platform::{OnPlatform, accounts_in_use, on_platform};
pub use site_and_number::site_and_number;

/// One way to reach an organisation or a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// Its own website.
    Website(OrganisationIndex),
    /// Its general telephone number.
    Phone(OrganisationIndex),
    /// Its contact form.
    ContactForm(OrganisationIndex),
    /// One of its accounts.
    Account(AccountIndex),
    /// A site of an organisation or a service, by its place among theirs.
    Site(Owner, usize),
    /// A telephone number of an organisation or a service, by its place among theirs.
    Number(Owner, usize),
}

impl Channel {
    /// The `https` address to open, where the channel has one.
    pub fn url(self, directory: &Directory) -> Option<Cow<'_, str>> {
        Some(match self {
            Self::Website(o) => directory.organisation(o).website.as_deref()?.into(),
            Self::Phone(_) | Self::Number(..) => return None,
            Self::ContactForm(o) => directory.organisation(o).contact_form.as_deref()?.into(),
            Self::Account(a) => directory.account(a).url.as_str().into(),
            Self::Site(..) => {
                let site = self.site(directory)?;
                format!("https://{}{}", site.host, site.path.as_deref().unwrap_or_default()).into()
            }
        })
    }

    /// The telephone number, where the channel is one.
    pub fn number(self, directory: &Directory) -> Option<&str> {
        match self {
            Self::Phone(o) => directory.organisation(o).phone.as_deref(),
            Self::Number(..) => self.phone(directory).map(|it| it.number.as_str()),
            Self::Website(_) | Self::ContactForm(_) | Self::Account(_) | Self::Site(..) => None,
        }
    }

    /// The listed site that it is, where it is one: of a website the one of that host.
    pub fn site(self, directory: &Directory) -> Option<&Site> {
        match self {
            Self::Website(o) => directory.website_as_site(o),
            Self::Site(owner, at) => directory.sites_of(owner).get(at),
            Self::Phone(_) | Self::ContactForm(_) | Self::Account(_) | Self::Number(..) => None,
        }
    }

    /// What is said of the telephone number that it is, where anything is.
    pub fn phone(self, directory: &Directory) -> Option<&Phone> {
        match self {
            Self::Phone(o) => {
                let numbers = directory.numbers_of(Owner::Organisation(o));
                let general = self.number(directory);
                numbers.iter().find(|it| Some(it.number) == general)?.phone
            }
            Self::Number(owner, at) => directory.phones_of(owner).get(at),
            Self::Website(_) | Self::ContactForm(_) | Self::Account(_) | Self::Site(..) => None,
        }
    }

    /// Whose it is: a service's, or an organisation's.
    pub fn owner(self, directory: &Directory) -> Owner {
        match self {
            Self::Website(o) | Self::Phone(o) | Self::ContactForm(o) => Owner::Organisation(o),
            Self::Account(a) => Owner::Organisation(directory.account(a).organisation),
            Self::Site(owner, _) | Self::Number(owner, _) => owner,
        }
    }

    /// Who says whose it is; nothing where the directory has it from no page of its own.
    pub fn evidence(self, directory: &Directory) -> &[Evidence] {
        match self {
            Self::Account(a) => &directory.account(a).evidence,
            Self::Website(_) | Self::Site(..) => {
                self.site(directory).map_or(&[], |it| &it.evidence)
            }
            Self::Phone(_) | Self::Number(..) => {
                self.phone(directory).map_or(&[], |it| &it.evidence)
            }
            Self::ContactForm(_) => &[],
        }
    }
}

/// All sites of an owner, the website of an organisation first, then as they are worth showing.
pub fn sites(directory: &Directory, owner: Owner) -> Vec<Channel> {
    let others = directory.other_site_positions(owner).into_iter();
    website(directory, owner).into_iter().chain(others.map(|at| Channel::Site(owner, at))).collect()
}

fn website(directory: &Directory, owner: Owner) -> Option<Channel> {
    let Owner::Organisation(organisation) = owner else { return None };
    directory.organisation(organisation).website.as_ref().map(|_| Channel::Website(organisation))
}

/// All telephone numbers of an owner, each once; the general one of an organisation first.
pub fn numbers(directory: &Directory, owner: Owner) -> Vec<Channel> {
    let phones = directory.phones_of(owner);
    let channel = |it: &OwnedPhone<'_>| match owner {
        Owner::Organisation(o) if directory.organisation(o).phone.as_deref() == Some(it.number) => {
            Some(Channel::Phone(o))
        }
        _ => {
            let at = phones.iter().position(|phone| phone.number == it.number)?;
            Some(Channel::Number(owner, at))
        }
    };
    directory.numbers_of(owner).iter().filter_map(channel).collect()
}

/// The channels of a service: the sites that anybody can be sent to, then its telephone numbers.
pub fn of_service(directory: &Directory, service: ServiceIndex) -> Vec<Channel> {
    let owner = Owner::Service(service);
    let mut all = sites(directory, owner);
    all.retain(|it| it.site(directory).is_some_and(Site::is_for_readers));
    all.extend(numbers(directory, owner));
    all
}

/// The two channels of a service that most people are sent to: its site, then its number; where a life is in
/// danger, the number first.
pub fn best_of_service(directory: &Directory, service: ServiceIndex) -> Vec<Channel> {
    let owner = Owner::Service(service);
    let site = best_site(directory, service);
    let number = number_of(directory, service).map(|at| Channel::Number(owner, at));
    let mut all: Vec<Channel> = site.into_iter().chain(number).collect();
    if directory.service(service).urgency == Some(Urgency::Emergency) {
        all.reverse();
    }
    all
}

/// The site of a service that most people are sent to: the first of its channels that is its own.
pub fn best_site(directory: &Directory, service: ServiceIndex) -> Option<Channel> {
    let is_own = |site: &Site| !site.is_shared || site.path.is_some();
    let mut all = of_service(directory, service).into_iter();
    all.find(|channel| channel.site(directory).is_some_and(is_own))
}

/// The number of a service that most people are to call.
fn number_of(directory: &Directory, service: ServiceIndex) -> Option<usize> {
    let rank = |phone: &Phone| match phone.label {
        Some(PhoneLabel::General | PhoneLabel::Emergency | PhoneLabel::Helpline) => 0,
        None => 1,
        Some(PhoneLabel::Other) => 2,
        Some(PhoneLabel::Abroad) => 3,
        Some(PhoneLabel::Press) => 4,
    };
    let phones = directory.service(service).phones.iter().enumerate();
    phones.min_by_key(|(_, phone)| rank(phone)).map(|(at, _)| at)
}

/// The number of a service that most people are to call, as it is written.
pub fn number_of_service(directory: &Directory, service: ServiceIndex) -> Option<&str> {
    let phone = directory.service(service).phones.get(number_of(directory, service)?)?;
    Some(&phone.number)
}

/// All channels of an organisation: website, phone and contact form first, then its accounts as
/// they are worth opening: those in use, its own before those that it shares, those for the organisation as a
/// whole before one of a district or a theme, the surest, the ones seen last, and of those the ones that can be read without a login.
pub fn channels(
    directory: &Directory,
    organisation: OrganisationIndex,
    today: Date,
) -> Vec<Channel> {
    let it = directory.organisation(organisation);
    let mut all = Vec::new();
    all.extend(it.website.as_ref().map(|_| Channel::Website(organisation)));
    all.extend(it.phone.as_ref().map(|_| Channel::Phone(organisation)));
    all.extend(it.contact_form.as_ref().map(|_| Channel::ContactForm(organisation)));
    let mut accounts: Vec<AccountIndex> = directory.accounts_of(organisation).collect();
    accounts.compact_sort_by_key(|&a| {
        let account = directory.account(a);
        (
            account.status.is_retired(),
            account.organisation != organisation,
            account.is_special(),
            account.trust(today),
            Reverse(account.last_seen()),
            walled(directory.platform(account.platform).rules.reading.login),
            account.platform,
            a,
        )
    });
    all.extend(accounts.into_iter().map(Channel::Account));
    all
}

/// What was asked for of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    /// One of its accounts.
    Account(AccountIndex),
    /// A service that it answers for.
    Service(ServiceIndex),
}

impl Asked {
    /// What a query asked for of the organisation that it met, where that was not the organisation itself.
    pub fn by(hit: &Hit) -> Option<Self> {
        hit.account.map(Self::Account).or_else(|| hit.service().map(Self::Service))
    }
}

/// The channel to open for an organisation: the account or the site of the service that was asked for, else
/// its website, else its most trusted account that is still in use; of police and fire services without a site that of
/// what they fall under, rather than an account that is read with a login. `None` where nothing can be opened.
pub fn preferred(
    directory: &Directory,
    organisation: OrganisationIndex,
    asked: Option<Asked>,
    today: Date,
) -> Option<Channel> {
    let of_asked = match asked {
        Some(Asked::Account(account)) => Some(Channel::Account(account)),
        Some(Asked::Service(service)) => best_site(directory, service),
        None => None,
    };
    if of_asked.is_some() {
        return of_asked;
    }
    let all = channels(directory, organisation, today);
    let first = all.into_iter().find(|channel| match channel {
        Channel::Website(_) | Channel::ContactForm(_) | Channel::Site(..) => true,
        Channel::Phone(_) | Channel::Number(..) => false,
        Channel::Account(a) => !directory.account(*a).status.is_retired(),
    })?;
    // Whom people turn to in danger never leads to a login before all else.
    let is_walled = match first {
        Channel::Account(a) => {
            walled(directory.platform(directory.account(a).platform).rules.reading.login) > 0
        }
        _ => false,
    };
    let is_urgent = is_of_emergencies(directory.organisation(organisation).kind);
    let above = (is_walled && is_urgent).then(|| site_above(directory, organisation)).flatten();
    above.or(Some(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = include_str!("../tests/fixtures/small.toml");

    fn small() -> (Directory, Date) {
        let today = "2026-11-21".parse().unwrap();
        (crate::embedded::from_toml(SMALL, today).unwrap(), today)
    }

    /// The addresses of all channels of an organisation; a telephone number for one without.
    fn shown(id: &str) -> Vec<String> {
        let (directory, today) = small();
        let index = directory.organisation_by_id(id).unwrap();
        let phone = directory.organisation(index).phone.clone();
        channels(&directory, index, today)
            .into_iter()
            .map(|c| c.url(&directory).map(Cow::into_owned).or(phone.clone()).unwrap())
            .collect()
    }

    #[test]
    fn open_ways_come_first_then_accounts_as_they_are_worth_opening() {
        assert_eq!(
            shown("gemeente-zandmeer"),
            [
                "https://www.zandmeer.example",
                "14 099",
                "https://www.zandmeer.example/contact",
                "https://x.com/GemZandmeer",
                // Two independent reports outweigh one.
                "https://www.instagram.com/gemeente.zandmeer/",
                "https://www.facebook.com/gemeentezandmeer",
                "https://x.com/zandmeer_oud",
            ]
        );
        // Both are confirmed; Mastodon can be read without a login.
        assert_eq!(
            shown("ministerie-van-wind").split_off(2),
            ["https://social.overheid.example/@wind", "https://x.com/MinWind"]
        );
        assert_eq!(
            shown("politie-zandmeer"),
            ["https://x.com/POL_Zandmeer", "https://x.com/POL_Oostmeer"]
        );
    }

    #[test]
    fn the_account_of_a_part_never_comes_before_that_of_the_whole() {
        let mut text = SMALL.to_owned();
        // The surest of all becomes that of a district.
        let surest = "handle = \"GemZandmeer\"\n";
        assert_eq!(text.matches(surest).count(), 1);
        text = text.replace(surest, &format!("{surest}purposes = [\"place\"]\n"));
        let today = "2026-11-21".parse().unwrap();
        let directory = crate::embedded::from_toml(&text, today).unwrap();
        let index = directory.organisation_by_id("gemeente-zandmeer").unwrap();
        let accounts = channels(&directory, index, today).into_iter().skip(3);
        let urls: Vec<_> = accounts.filter_map(|it| it.url(&directory)).collect();
        assert_eq!(
            urls,
            [
                "https://www.instagram.com/gemeente.zandmeer/",
                "https://www.facebook.com/gemeentezandmeer",
                "https://x.com/GemZandmeer",
                "https://x.com/zandmeer_oud",
            ]
        );
    }

    #[test]
    fn the_preferred_channel_is_what_was_asked_for_or_the_website_or_an_account_in_use() {
        let (directory, today) = small();
        let preferred = |id: &str, asked: Option<&str>| {
            let asked = asked.map(|url| {
                let is_it = |a: &AccountIndex| directory.account(*a).url == url;
                Asked::Account(directory.account_indexes().find(is_it).unwrap())
            });
            let index = directory.organisation_by_id(id).unwrap();
            preferred(&directory, index, asked, today)?.url(&directory).map(Cow::into_owned)
        };
        for (id, asked, expected) in [
            ("gemeente-zandmeer", None, Some("https://www.zandmeer.example")),
            (
                "gemeente-zandmeer",
                Some("https://x.com/GemZandmeer"),
                Some("https://x.com/GemZandmeer"),
            ),
            // What its account says is partly read with a login only; the site of its unit isn't.
            ("politie-zandmeer", None, Some("https://www.politie.example/oostmeer")),
            // Its only account is closed.
            ("gemeente-kleinmeer", None, None),
            ("waterkring", None, None),
        ] {
            assert_eq!(preferred(id, asked).as_deref(), expected, "{id}");
        }
    }

    const SERVICES: &str = include_str!("../tests/fixtures/services.toml");

    #[test]
    fn sites_and_numbers_stand_once_each_with_who_says_so() {
        let directory = crate::embedded::from_toml(SERVICES, Date::LAST).unwrap();
        let zandmeer = directory.organisation_by_id("gemeente-zandmeer").unwrap();
        let service = directory.services_of(zandmeer).next().unwrap();
        let told = |all: Vec<Channel>| -> Vec<String> {
            let of = |it: Channel| {
                let name = it.number(&directory).map(Cow::from).or_else(|| it.url(&directory));
                format!("{} {}", name.unwrap(), it.evidence(&directory).len())
            };
            all.into_iter().map(of).collect()
        };
        let owner = Owner::Organisation(zandmeer);
        assert_eq!(
            told(sites(&directory, owner)),
            ["https://www.zandmeer.example 1", "https://gedeeld.example/zandmeer 1"]
        );
        assert_eq!(told(numbers(&directory, owner)), ["038 123 45 67 1", "038 123 45 68 1"]);
        // Nobody is sent to a site for tests.
        assert_eq!(
            told(of_service(&directory, service)),
            ["https://meldpunt.example 2", "https://mijn.zandmeer.example 1", "0900 1234 1"]
        );
        let politie = directory.organisation_by_id("politie-zandmeer").unwrap();
        assert_eq!(told(numbers(&directory, Owner::Organisation(politie))), ["(038) 1234568 0"]);
        let asked = Some(Asked::Service(service));
        let preferred = |asked| preferred(&directory, zandmeer, asked, Date::LAST);
        assert_eq!(preferred(asked), Some(Channel::Site(Owner::Service(service), 0)));
        assert_eq!(preferred(None), Some(Channel::Website(zandmeer)));
    }
}
