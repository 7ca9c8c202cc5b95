//! The rules by which links are sorted, in the order in which they are asked.

use std::sync::Arc;

use url::Url;

use officieel_directory::directory::{AccountIndex, Directory, OrganisationIndex};
use officieel_directory::platform::Reference;

use super::address::{Found, What};
use super::names::{self, Distance, Names};
use super::{Outcome, Rule, Sighting, Sorter};
use crate::page::words::{is_credit, is_follow_us, is_of_others, names_office, office_in_handle};
use crate::page::{Entity, Link, LinkKind, Obstacle, Page, Zone, is_broken_into};

/// What the links of one page are judged by.
struct Judge<'a> {
    sorter: &'a Sorter<'a>,
    directory: &'a Directory,
    organisation: OrganisationIndex,
    names: Arc<Names>,
    page: &'a Page,
    obstacle: Option<Obstacle>,
    host: &'a str,
    /// Whether the page names its organisation.
    is_named: bool,
    /// The accounts on the page that are the organisation's by their name or by the directory.
    own: Vec<Reference>,
}

/// An account that is being judged.
#[derive(Clone, Copy)]
struct Seen<'a> {
    link: &'a Link,
    account: &'a Reference,
    distance: Distance,
}

/// Sorts what was found on a page.
pub(super) fn all(
    sorter: &Sorter<'_>,
    page: &Page,
    address: &Url,
    organisation: OrganisationIndex,
    found: &[Found<'_>],
) -> Vec<Sighting> {
    if found.is_empty() {
        return Vec::new();
    }
    let directory = sorter.directory;
    let names = sorter.names_of(organisation);
    let mut judge = Judge {
        sorter,
        directory,
        organisation,
        is_named: page.charset.is_empty() || names.is_named_on(page),
        names,
        page,
        obstacle: sorter.obstacle(page, address),
        host: address.host_str().unwrap_or_default(),
        own: Vec::new(),
    };
    judge.own = two_of_each(found.iter().filter_map(|it| judge.own_account(it)));
    found.iter().filter(|it| judge.is_told(it)).map(|it| judge.sighting(it)).collect()
}

/// Of each platform two accounts: enough to tell whether there is another than one of them.
fn two_of_each(accounts: impl Iterator<Item = Reference>) -> Vec<Reference> {
    let mut kept: Vec<Reference> = Vec::new();
    for account in accounts {
        let of_platform = || kept.iter().filter(|it| it.platform == account.platform);
        if of_platform().count() < 2 && of_platform().all(|it| *it != account) {
            kept.push(account);
        }
    }
    kept
}

impl Judge<'_> {
    /// Of servers that no platform has, only those on the organisation's own hosts are told of.
    fn is_told(&self, found: &Found<'_>) -> bool {
        match &found.what {
            What::Server(address) => Url::parse(address).is_ok_and(|url| {
                let is_own = |host| self.sorter.sites.is_own_host(self.organisation, host);
                url.host_str().is_some_and(|host| host != self.host && is_own(host))
            }),
            _ => true,
        }
    }

    fn sighting(&self, found: &Found<'_>) -> Sighting {
        let link = found.link;
        let (account, listed, url, rule) = match &found.what {
            What::Account(account) => {
                let listed = self.directory.account_by(account);
                (
                    Some(account.clone()),
                    listed,
                    self.url_of(account, listed),
                    self.rule(link, account),
                )
            }
            What::Feed(address, listed) => {
                (None, *listed, address.clone(), self.rule_of_feed(link, *listed))
            }
            What::Server(address) => {
                (None, None, address.clone(), self.unless_silent(link, Rule::OwnServer))
            }
            What::Other(what, address) => {
                let rule = what.map_or(Rule::NoSuchAddress, Rule::NotAnAccount);
                (None, None, address.clone(), self.unless_silent(link, rule))
            }
        };
        let rule = found.detour.map_or(rule, |it| self.unless_silent(link, it.rule()));
        // What nobody may be shown says nothing of the organisation yet.
        let counts = matches!(rule.outcome(), Outcome::Confirms | Outcome::New);
        let rule = if counts && link.may_be_hidden { Rule::MayBeHidden } else { rule };
        Sighting {
            organisation: self.organisation,
            platform: found.platform,
            account,
            listed,
            url,
            outcome: rule.outcome(),
            rule,
            zone: link.zone,
            follow: link.follow,
            rel_me: link.rel_me,
            is_seen: link.is_seen(),
            href: link.href.clone(),
            label: link.label.clone(),
        }
    }

    fn url_of(&self, account: &Reference, listed: Option<AccountIndex>) -> String {
        match listed {
            Some(listed) => self.directory.account(listed).url.clone(),
            None => self.directory.platform(account.platform).address_of(&account.name),
        }
    }

    /// The account of a link that is shown, where it is the organisation's by the directory or by its name.
    fn own_account(&self, found: &Found<'_>) -> Option<Reference> {
        let What::Account(account) = &found.what else { return None };
        let is_shown =
            found.detour.is_none() && !matches!(found.link.zone, Zone::Hidden | Zone::Comments);
        let is_own = || match self.directory.account_by(account) {
            Some(listed) => self.is_of_organisation(listed),
            None => self.distance(account) == Distance::Own,
        };
        (is_shown && is_own()).then(|| account.clone())
    }

    fn distance(&self, account: &Reference) -> Distance {
        let platform = self.directory.platform(account.platform);
        self.names.distance(platform, account, &self.sorter.words)
    }

    fn is_of_organisation(&self, account: AccountIndex) -> bool {
        let it = self.directory.account(account);
        it.organisation == self.organisation || it.shared_with.contains(&self.organisation)
    }

    /// What holds of anything on the page, else another rule.
    fn unless_silent(&self, link: &Link, rule: Rule) -> Rule {
        match self.obstacle.filter(|it| it.silences() && !self.is_spared(*it)) {
            Some(obstacle) => Rule::Obstacle(obstacle),
            None => match link.zone {
                Zone::Hidden => Rule::NotShown,
                Zone::Comments => Rule::InComments,
                _ => rule,
            },
        }
    }

    /// Whether the page is the organisation's by its title, whatever it writes of.
    fn is_spared(&self, obstacle: Obstacle) -> bool {
        // Whoever has the domain writes its name too, but not the whole name of the body.
        obstacle == Obstacle::Hostile
            && self.names.is_named_whole_in(&self.page.title)
            && !is_broken_into(&self.page.title)
    }

    fn rule_of_feed(&self, link: &Link, listed: Option<AccountIndex>) -> Rule {
        let rule = match listed {
            Some(listed) if self.is_of_organisation(listed) => Rule::Listed,
            Some(_) => Rule::ListedForAnother,
            None => Rule::Feed,
        };
        self.unless_silent(link, rule)
    }

    fn rule(&self, link: &Link, account: &Reference) -> Rule {
        let silent = self.unless_silent(link, Rule::Listed);
        if silent != Rule::Listed {
            return silent;
        }
        let seen = Seen { link, account, distance: self.distance(account) };
        self.by_directory(account)
            .or_else(|| self.by_person(seen))
            .or_else(|| self.by_data(link))
            .or_else(|| self.by_words(seen))
            .or_else(|| self.by_kind_of_link(seen))
            .unwrap_or_else(|| self.by_place(seen))
    }

    /// What the directory knows.
    fn by_directory(&self, account: &Reference) -> Option<Rule> {
        if let Some(listed) = self.directory.account_by(account) {
            let is_own = self.is_of_organisation(listed);
            return Some(if is_own { Rule::Listed } else { Rule::ListedForAnother });
        }
        if self.directory.foreign_by(account).is_some() {
            return Some(Rule::ListedAbroad);
        }
        self.directory.formerly(account).map(|_| Rule::FormerHandle)
    }

    /// Whether it is a person's.
    fn by_person(&self, Seen { link, account, distance }: Seen<'_>) -> Option<Rule> {
        let platform = self.directory.platform(account.platform);
        if platform.is_personal(&account.name) {
            return Some(Rule::PersonalAddress);
        }
        let is_office = office_in_handle(account.name.text()).is_some();
        let is_of_body = distance == Distance::OtherKind && !is_office;
        if distance == Distance::Own || is_of_body {
            return None;
        }
        let texts = [&link.label, &link.title, &link.heading, &link.before];
        let has_office = texts.iter().any(|text| names_office(text));
        (has_office || is_office).then_some(Rule::Office)
    }

    /// Whose it is by JSON-LD, where that says that it is another's.
    fn by_data(&self, link: &Link) -> Option<Rule> {
        let LinkKind::SameAs(entity) = &link.kind else { return None };
        if entity.kind.ends_with("Person") {
            return Some(Rule::PersonInData);
        }
        (!self.is_organisation(entity)).then_some(Rule::OtherInData)
    }

    /// Whether something in JSON-LD is the organisation: of a fitting type, and with its name or on its host.
    fn is_organisation(&self, entity: &Entity) -> bool {
        const PARTS: &[&str] = &[
            "Organization",
            "GovernmentOffice",
            "City",
            "AdministrativeArea",
            "State",
            "Country",
            "Place",
            "WebSite",
            "Corporation",
            "NGO",
            "PoliceStation",
            "FireStation",
            "Courthouse",
            "CityHall",
            "CivicStructure",
            "Agency",
            "Business",
            "LocalBusiness",
            "Service",
            "Organisation",
        ];
        let is_fitting = !entity.kind.contains(':')
            && (entity.kind.is_empty() || PARTS.iter().any(|it| entity.kind.ends_with(it)));
        let is_named = entity.name.as_deref().map(|name| self.names.is_named_in(name));
        let is_here = entity.url.as_deref().and_then(|url| self.is_own_site(url));
        is_fitting
            && (is_named == Some(true)
                || (is_here == Some(true) && is_named != Some(false))
                || is_here.or(is_named).is_none())
    }

    /// Whether an address lies on the site of the page; `None` where it is none.
    fn is_own_site(&self, url: &str) -> Option<bool> {
        if url.starts_with('/') {
            return Some(true);
        }
        let url = Url::parse(url).ok()?;
        let host = url.host_str()?;
        let bare = |host: &str| host.trim_start_matches("www.").to_ascii_lowercase();
        Some(
            bare(host) == bare(self.host) || self.sorter.sites.is_own_host(self.organisation, host),
        )
    }

    /// Whose it is by the words around it, where those speak of another.
    fn by_words(&self, Seen { link, distance, .. }: Seen<'_>) -> Option<Rule> {
        if distance == Distance::Own {
            return None;
        }
        if is_credit(&link.before) || is_credit(&link.label) || is_credit(&link.title) {
            return Some(Rule::Credit);
        }
        if distance == Distance::OtherKind {
            return Some(Rule::OtherKind);
        }
        if is_of_others(&link.heading) || is_of_others(&link.before) {
            return Some(Rule::OtherWords);
        }
        let kind = self.directory.organisation(self.organisation).kind;
        let speaks_of_other = |text: &&String| {
            self.sorter.words.names_other_kind(text, kind) && !self.names.is_named_in(text)
        };
        let texts = [&link.label, &link.title, &link.before, &link.heading];
        texts.iter().any(speaks_of_other).then_some(Rule::OtherKind)
    }

    /// What follows from what makes it a link.
    fn by_kind_of_link(&self, Seen { link, account, distance }: Seen<'_>) -> Option<Rule> {
        let is_own = distance == Distance::Own;
        if is_phone_number(self.directory, account) {
            return Some(Rule::PhoneNumber);
        }
        match &link.kind {
            LinkKind::Meta("fediverse:creator") => Some(Rule::WeakStatement),
            LinkKind::Meta(_) => Some(if is_own { Rule::OwnName } else { Rule::WeakStatement }),
            _ if link.zone == Zone::Embedded => {
                Some(if is_own { Rule::OwnName } else { Rule::Embedded })
            }
            LinkKind::SameAs(_) if is_own => Some(Rule::OwnName),
            LinkKind::SameAs(_) if self.has_nearer(account, distance) => Some(Rule::NearerAccount),
            LinkKind::SameAs(_) if distance == Distance::Far && !self.is_named => {
                Some(Rule::Stranger)
            }
            LinkKind::SameAs(_) => Some(Rule::SameAs),
            _ => is_own.then_some(Rule::OwnName),
        }
    }

    /// What follows from where it stands, for an account without the organisation's name.
    fn by_place(&self, seen: Seen<'_>) -> Rule {
        let Seen { link, account, distance } = seen;
        let is_far = distance == Distance::Far;
        let is_site_wide = link.zone.is_site_wide() || link.kind == LinkKind::HeadMe;
        let is_said = link.follow || is_site_wide || (link.rel_me && link.zone != Zone::Text);
        if link.share {
            return Rule::InShareBlock;
        }
        if !is_said {
            return if link.zone == Zone::Text { Rule::InText } else { Rule::Elsewhere };
        }
        if self.has_nearer(account, distance) {
            return Rule::NearerAccount;
        }
        // In the text of a page a block that names nobody may be on following anybody.
        let says_us = || {
            [&link.label, &link.title, &link.heading, &link.before]
                .iter()
                .any(|it| is_follow_us(it))
        };
        if is_far && link.zone == Zone::Text && !says_us() {
            return Rule::InText;
        }
        if is_far && !self.is_named {
            return Rule::Stranger;
        }
        if distance != Distance::Unnamed && !link.rel_me && !self.is_plain(seen) {
            return Rule::OtherWords;
        }
        match (link.rel_me, link.follow) {
            (true, _) => Rule::RelMe,
            (_, true) => Rule::FollowBlock,
            // Where others on the page bear the organisation's name, this is of something beside it.
            _ if is_far || (distance == Distance::Partly && !self.own.is_empty()) => {
                Rule::OtherWords
            }
            _ => Rule::SiteWide,
        }
    }

    fn is_plain(&self, Seen { link, account, .. }: Seen<'_>) -> bool {
        let platform = self.directory.platform(account.platform);
        let is_plain = |text: &String| self.names.is_plain(text, platform, account);
        is_plain(&link.label) && is_plain(&link.title) && !names::is_its_name(&link.label, account)
    }

    /// Whether another account of the same platform on the page is the organisation's by its name, and this has
    /// another.
    fn has_nearer(&self, account: &Reference, distance: Distance) -> bool {
        let is_other = |it: &&Reference| it.platform == account.platform && *it != account;
        distance != Distance::Unnamed && self.own.iter().any(|it| is_other(&it))
    }
}

/// Whether an account is a telephone number, as `wa.me/31612345678` has it.
fn is_phone_number(directory: &Directory, account: &Reference) -> bool {
    let rules = directory.platform(account.platform).name_rules(&account.name);
    let is_digits = account.name.text().bytes().all(|it| it.is_ascii_digit() || it == b'+');
    is_digits && rules.is_some_and(|it| !it.is_platform_id && it.id == "number")
}
