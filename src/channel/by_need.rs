//! Which channel suits a need: an order, and why each stands where it does.
//!
//! A channel that needs a login never comes before one that doesn't, where somebody may be in danger or wants no
//! account; and a part of an organisation without a site of its own leads to the site of what it falls under.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::{Channel, best_of_service, channels};
use crate::compact_sort::CompactSort;
use crate::directory::{
    AccountIndex, Date, Directory, Kind, OrganisationIndex, Owner, PhoneLabel, Purpose,
    ServiceIndex, Trust, Urgency,
};
use crate::platform::{LoginNeeded, PlatformIndex};

/// What somebody needs of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// To read its news.
    News,
    /// To ask something.
    Question,
    /// To report something, such as a broken street lamp.
    Report,
    /// Help at once.
    Emergency,
    /// To follow it without an account of one's own.
    Follow,
}

/// What somebody likes and doesn't like to use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Platforms that come before others that suit as well, the dearest first.
    pub prefer: Vec<PlatformIndex>,
    /// Platforms that come after all others.
    pub avoid: Vec<PlatformIndex>,
}

/// Why a channel stands where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Somebody answers there at once, day and night.
    Emergency,
    /// It can be read, or used, without an account.
    Open,
    /// Some of it can be read without an account.
    PartlyOpen,
    /// It can't be read without an account.
    Walled,
    /// Whether it can be read without an account is not known.
    Unestablished,
    /// Each server has its own owner, and this is one that the organisation chose.
    OwnServer,
    /// It is the organisation's own, with nobody between.
    Own,
    /// It is for this.
    For(ServiceIndex),
    /// It is of what the organisation falls under.
    Of(OrganisationIndex),
    /// Questions are answered there.
    Answers,
    /// It tells of crises.
    Crisis,
    /// How sure it is that it is official, and when that was seen last.
    Seen(Trust, Option<Date>),
    /// The reader likes it.
    Preferred,
    /// The reader doesn't like it.
    Avoided,
}

/// A channel with why it stands where it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suited {
    /// The channel.
    pub channel: Channel,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// The channels of an organisation that suit a need, the one that suits best first. Accounts that are no longer
/// used are none.
///
/// ```
/// use officieel::channel::{Channel, Need, Preferences, by_need};
/// use officieel::directory::Date;
///
/// let directory = officieel::embedded::directory().unwrap();
/// let ede = directory.organisation_by_id("gemeente-ede").unwrap();
/// let today = Date::new(2026, 11, 30).unwrap();
/// let suited = by_need(&directory, ede, Need::Report, &Preferences::default(), today);
/// assert!(matches!(suited[0].channel, Channel::Phone(_) | Channel::Number(..)));
/// ```
pub fn by_need(
    directory: &Directory,
    organisation: OrganisationIndex,
    need: Need,
    preferences: &Preferences,
    today: Date,
) -> Vec<Suited> {
    let chooser = Chooser { directory, organisation, need, preferences, today };
    let mut all = chooser.candidates();
    let mut seen = HashSet::new();
    all.retain(|channel| seen.insert(*channel));
    all.compact_sort_by_key(|channel| chooser.rank(*channel));
    all.into_iter().map(|channel| Suited { channel, reasons: chooser.reasons(channel) }).collect()
}

/// The site to which a part of an organisation leads that has none of its own: that of the nearest which it falls
/// under and that has one.
pub fn site_above(directory: &Directory, organisation: OrganisationIndex) -> Option<Channel> {
    let mut seen = HashSet::from([organisation]);
    let mut at = directory.organisation(organisation).parent;
    while let Some(above) = at.filter(|above| seen.insert(*above)) {
        let it = directory.organisation(above);
        if it.website.is_some() {
            return Some(Channel::Website(above));
        }
        at = it.parent;
    }
    None
}

/// How much of an account a citizen without a login is kept from: less is better.
pub(super) fn walled(login: LoginNeeded) -> u8 {
    match login {
        LoginNeeded::No => 0,
        LoginNeeded::Partly => 1,
        LoginNeeded::Unknown => 2,
        LoginNeeded::Yes => 3,
    }
}

/// Whether people in danger turn to organisations of this kind.
pub fn is_of_emergencies(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::PoliceForce
            | Kind::PoliceUnit
            | Kind::PoliceTeam
            | Kind::PoliceTheme
            | Kind::SafetyRegion
            | Kind::FireService
    )
}

struct Chooser<'c> {
    directory: &'c Directory,
    organisation: OrganisationIndex,
    need: Need,
    preferences: &'c Preferences,
    today: Date,
}

impl Chooser<'_> {
    fn candidates(&self) -> Vec<Channel> {
        let (directory, need) = (self.directory, self.need);
        let mut all = Vec::new();
        if need == Need::Emergency {
            all.extend(self.emergency_services().into_iter().flat_map(|service| {
                best_of_service(directory, service)
                    .into_iter()
                    .filter(|channel| channel.number(directory).is_some())
            }));
        }
        if matches!(need, Need::Emergency | Need::Question | Need::Report) {
            all.extend(self.urgent_services().into_iter().flat_map(|service| {
                best_of_service(directory, service)
                    .into_iter()
                    .filter(|channel| channel.number(directory).is_some())
            }));
        }
        let own = channels(directory, self.organisation, self.today);
        let has_site = own.iter().any(|channel| matches!(channel, Channel::Website(_)));
        all.extend(own.into_iter().filter(|channel| self.suits(*channel)));
        if !has_site {
            all.extend(site_above(directory, self.organisation));
        }
        all
    }

    /// The services that help everybody at once.
    fn emergency_services(&self) -> Vec<ServiceIndex> {
        let directory = self.directory;
        let all = directory.service_indexes();
        all.filter(|it| directory.service(*it).urgency == Some(Urgency::Emergency)).collect()
    }

    /// The services for what is urgent, of the organisation and of all that it falls under: where people are in need,
    /// its part of a town is reached by the number of the whole.
    fn urgent_services(&self) -> Vec<ServiceIndex> {
        let directory = self.directory;
        if !is_of_emergencies(directory.organisation(self.organisation).kind) {
            return Vec::new();
        }
        let mut above = vec![self.organisation];
        while let Some(parent) = above.last().and_then(|it| directory.organisation(*it).parent) {
            if above.contains(&parent) {
                break;
            }
            above.push(parent);
        }
        let is_urgent = |it: &ServiceIndex| {
            let service = directory.service(*it);
            service.urgency == Some(Urgency::Urgent)
                && service.organisation.is_some_and(|owner| above.contains(&owner))
        };
        directory.service_indexes().filter(is_urgent).collect()
    }

    /// Whether a channel is of use for the need at all.
    fn suits(&self, channel: Channel) -> bool {
        let Channel::Account(account) = channel else {
            // A number brings no news, and nobody follows one.
            return match self.need {
                Need::News | Need::Follow => matches!(channel, Channel::Website(_)),
                _ => true,
            };
        };
        let account = self.directory.account(account);
        let is_open = self.login(channel) == Some(LoginNeeded::No);
        !account.status.is_retired() && (self.need != Need::Follow || is_open)
    }

    fn login(&self, channel: Channel) -> Option<LoginNeeded> {
        let Channel::Account(account) = channel else { return None };
        Some(self.rules(account).reading.login)
    }

    fn rules(&self, account: AccountIndex) -> &crate::platform::PlatformRules {
        &self.directory.platform(self.directory.account(account).platform).rules
    }

    fn has_purpose(&self, channel: Channel, purpose: Purpose) -> bool {
        let Channel::Account(account) = channel else { return false };
        self.directory.account(account).purposes.contains(&purpose)
    }

    /// The sort of channel that the need asks for first: less is better.
    fn sort(&self, channel: Channel) -> u8 {
        let is_number = channel.number(self.directory).is_some();
        let is_site = matches!(channel, Channel::Website(_) | Channel::Site(..));
        let is_form = matches!(channel, Channel::ContactForm(_));
        match self.need {
            Need::Emergency => match () {
                () if self.is_emergency_number(channel) => 0,
                () if is_number => 1,
                () if is_site => 2,
                () if self.has_purpose(channel, Purpose::Crisis) => 3,
                () if is_form => 6,
                () => 4,
            },
            Need::Question | Need::Report => match () {
                () if is_number => 0,
                () if is_form => 1,
                () if is_site => 2,
                () if self.has_purpose(channel, Purpose::Webcare) => 3,
                () => 4,
            },
            Need::News | Need::Follow => match channel {
                Channel::Account(account) if self.rules(account).id == "rss" => 0,
                _ if is_site && self.need == Need::News => 1,
                _ if is_site => 3,
                _ => 2,
            },
        }
    }

    fn is_emergency_number(&self, channel: Channel) -> bool {
        let Owner::Service(service) = channel.owner(self.directory) else { return false };
        self.directory.service(service).urgency == Some(Urgency::Emergency)
    }

    /// Whether it is a number for help in one matter, which most people don't need.
    fn is_for_one_matter(&self, channel: Channel) -> bool {
        let label = channel.phone(self.directory).and_then(|phone| phone.label);
        matches!(label, Some(PhoneLabel::Helpline | PhoneLabel::Other))
    }

    fn rank(&self, channel: Channel) -> impl Ord + use<> {
        let wall = self.login(channel).map_or(0, walled);
        // What needs a login comes after all else where nobody should have to stop at one.
        let is_urgent = self.need == Need::Emergency;
        let account = match channel {
            Channel::Account(account) => Some(self.directory.account(account)),
            _ => None,
        };
        let platform = account.map(|it| it.platform);
        let at = |all: &[PlatformIndex]| all.iter().position(|it| Some(*it) == platform);
        let is_avoided = at(&self.preferences.avoid).is_some();
        let liked = at(&self.preferences.prefer).unwrap_or(usize::MAX);
        (
            is_urgent && wall > 0,
            is_avoided,
            self.sort(channel),
            self.is_for_one_matter(channel),
            account.is_some_and(|it| it.is_special() && self.sort(channel) > 3),
            liked,
            wall,
            account.map(|it| (it.trust(self.today), Reverse(it.last_seen()))),
        )
    }

    fn reasons(&self, channel: Channel) -> Vec<Reason> {
        let directory = self.directory;
        let mut reasons = Vec::new();
        if self.is_emergency_number(channel) {
            reasons.push(Reason::Emergency);
        }
        let owner = channel.owner(directory);
        if let Owner::Service(service) = owner {
            reasons.push(Reason::For(service));
        }
        if let Owner::Organisation(own) = owner
            && own != self.organisation
        {
            reasons.push(Reason::Of(own));
        }
        let Channel::Account(account) = channel else {
            if owner == Owner::Organisation(self.organisation) {
                reasons.push(Reason::Own);
            }
            reasons.push(Reason::Open);
            return reasons;
        };
        let it = directory.account(account);
        if self.has_purpose(channel, Purpose::Webcare) {
            reasons.push(Reason::Answers);
        }
        if self.has_purpose(channel, Purpose::Crisis) {
            reasons.push(Reason::Crisis);
        }
        if self.preferences.prefer.contains(&it.platform) {
            reasons.push(Reason::Preferred);
        }
        if self.preferences.avoid.contains(&it.platform) {
            reasons.push(Reason::Avoided);
        }
        let rules = self.rules(account);
        reasons.push(match rules.reading.login {
            LoginNeeded::No => Reason::Open,
            LoginNeeded::Partly => Reason::PartlyOpen,
            LoginNeeded::Yes => Reason::Walled,
            LoginNeeded::Unknown => Reason::Unestablished,
        });
        if rules.country.is_none() {
            reasons.push(Reason::OwnServer);
        }
        reasons.push(Reason::Seen(it.trust(self.today), it.last_seen()));
        reasons
    }
}

#[cfg(test)]
mod tests;
