//! What there is to open: the channels of the selected organisation, and the one that keys act on.

use crate::channel::{self, Asked, Channel, OnPlatform, on_platform};
use crate::check::{Answer, Original, Verdict};
use crate::directory::{AccountIndex, Evidence, OrganisationIndex};
use crate::tui::model::{Model, Screen};

/// What there is to open at the selected hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct ChannelList {
    organisation: OrganisationIndex,
    /// The account or the service that met the query.
    asked: Option<Asked>,
    /// Those of that service, then those of the organisation.
    channels: Vec<Channel>,
    preferred: Option<Channel>,
}

impl Model {
    /// Reckons what there is to open at the selected hit; for whoever changes the selection.
    pub fn refresh(&mut self) {
        let channel_list = self.catalogue.as_deref().zip(self.hit()).map(|(catalogue, hit)| {
            let (directory, organisation) = (&catalogue.directory, hit.organisation);
            let asked = Asked::by(hit);
            let of_service = hit.service().map(|it| channel::of_service(directory, it));
            let mut channels = of_service.unwrap_or_default();
            // A service without a site is reached by its number, rather than by the site of another.
            // Whoever picks a name is not helped by a site, where there is an account.
            let wants_account = self.picking.as_ref().is_some_and(|it| it.of_accounts);
            let wants_account = wants_account && asked.is_none();
            let account = || channel::accounts_in_use(directory, organisation, self.today).next();
            let preferred = || {
                let account = wants_account.then(account).flatten().map(Channel::Account);
                account.or_else(|| channel::preferred(directory, organisation, asked, self.today))
            };
            let preferred = match self.there(organisation).filter(|_| asked.is_none()) {
                Some(OnPlatform::Known(accounts)) => {
                    accounts.first().copied().map(Channel::Account)
                }
                // Who asked for another platform is not sent to this one.
                Some(_) => None,
                None => channels.first().copied().or_else(preferred),
            };
            channels.extend(channel::channels(directory, organisation, self.today));
            // The site of what it falls under is none of its own, but where the reader is led.
            let led = preferred.filter(|it| !channels.contains(it));
            channels.splice(0..0, led);
            ChannelList { organisation, asked, channels, preferred }
        });
        self.browse.channel_list = channel_list;
    }

    /// What is known of an organisation on the platform that the question names, where it names one.
    pub fn there(&self, organisation: OrganisationIndex) -> Option<OnPlatform> {
        let platform = self.browse.search.understood.platform?;
        Some(on_platform(self.directory()?, organisation, platform, self.today))
    }

    /// Whether the question names a platform on which no account of the selected organisation is known: then none of
    /// its channels is what was asked for.
    pub fn lacks_asked_platform(&self) -> bool {
        let there = self.hit().filter(|hit| Asked::by(hit).is_none());
        let there = there.and_then(|hit| self.there(hit.organisation));
        there.is_some_and(|it| !matches!(it, OnPlatform::Known(_)))
    }

    /// Reckons it anew where another hit was selected meanwhile.
    pub fn keep_up(&mut self) {
        if self.hit().is_some() && self.channel_list().is_none() {
            self.refresh();
        }
    }

    fn channel_list(&self) -> Option<&ChannelList> {
        let hit = self.hit()?;
        self.browse
            .channel_list
            .as_ref()
            .filter(|it| (it.organisation, it.asked) == (hit.organisation, Asked::by(hit)))
    }

    /// The channels of the selected organisation.
    pub fn channels(&self) -> &[Channel] {
        self.channel_list().map_or(&[], |it| &it.channels)
    }

    /// The channel that Enter opens from the list.
    pub fn preferred(&self) -> Option<Channel> {
        self.channel_list()?.preferred
    }

    /// Whether the conventions are on screen, or lie next under what is.
    fn shows_conventions(&self) -> bool {
        let mut pile = self.shown().iter().rev();
        let is_place =
            |it: &&Screen| matches!(it, Screen::Audit | Screen::Conventions | Screen::Check { .. });
        pile.find(is_place) == Some(&Screen::Conventions)
    }

    /// The channel that keys act on: the selected one, or from the list the preferred one.
    pub fn current(&self) -> Option<Channel> {
        if let Some(reach) = self.reach() {
            return reach.channel();
        }
        if self.shows_presence() {
            return self.account_on_map().map(Channel::Account);
        }
        if self.shows_conventions() {
            return self.conventions.acted_on().map(Channel::Account);
        }
        if self.is_auditing() {
            return self.audit.channel();
        }
        if let Some((answer, directory)) = self.checked().zip(self.directory()) {
            return answer.channel(directory, self.today);
        }
        if self.check_page().is_some() {
            return self.way();
        }
        if self.browse.inside {
            self.channels().get(self.browse.channel).copied()
        } else {
            self.preferred()
        }
    }

    /// Who says whose the selected site or telephone number is, where one is selected.
    pub fn site_evidence(&self) -> &[Evidence] {
        let is_selected = self.browse.inside || self.reach().is_some();
        let channel = self.current().filter(|it| is_selected && !matches!(it, Channel::Account(_)));
        channel.zip(self.directory()).map_or(&[], |(it, directory)| it.evidence(directory))
    }

    /// The account whose evidence is one key away: the current one, or else the first.
    pub fn account(&self) -> Option<AccountIndex> {
        let account = |channel: &Channel| match channel {
            Channel::Account(account) => Some(*account),
            _ => None,
        };
        if self.shows_presence() {
            return self.account_on_map();
        }
        if self.shows_conventions() {
            return self.conventions.acted_on();
        }
        if self.is_auditing() {
            return self.audit.account();
        }
        let current = self.current();
        if let Some(answer) = self.checked() {
            return judged(answer).or_else(|| current.as_ref().and_then(account));
        }
        match current.as_ref().and_then(account) {
            Some(found) => Some(found),
            None if self.browse.inside => None,
            None => self.channels().iter().find_map(account),
        }
    }
}

/// The listed account that a verdict is about, if there is one.
fn judged(answer: &Answer) -> Option<AccountIndex> {
    match &answer.verdict {
        Verdict::Official(listed) | Verdict::Retired(listed) => Some(listed.account),
        Verdict::Former(former) => former.continued_by,
        Verdict::LookAlike(resemblance) => match resemblance.of {
            Original::Account(account) => Some(account),
            Original::Name(_) => None,
        },
        _ => None,
    }
}
