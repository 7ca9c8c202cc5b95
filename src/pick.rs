//! What a person picks on the screen for another program.

use std::borrow::Cow;

use crate::channel::Channel;
use crate::directory::{Account, Directory, OrganisationIndex};

/// An organisation, or one of its channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pick {
    /// The organisation, whatever channels it has.
    Organisation(OrganisationIndex),
    /// One channel, with the organisation that it was picked for; it may be of one above, such as the site of the police for
    /// a team of it.
    Channel(OrganisationIndex, Channel),
}

impl Pick {
    /// The organisation that was picked, or that the channel was picked for.
    pub fn organisation(self) -> OrganisationIndex {
        let (Self::Organisation(organisation) | Self::Channel(organisation, _)) = self;
        organisation
    }

    /// The account, where that was picked.
    pub fn account(self, directory: &Directory) -> Option<&Account> {
        match self {
            Self::Channel(_, Channel::Account(account)) => Some(directory.account(account)),
            _ => None,
        }
    }

    /// The name of that organisation.
    pub fn name(self, directory: &Directory) -> &str {
        &directory.organisation(self.organisation()).name
    }

    /// The address of the channel, or its telephone number where it has none; of an organisation its website.
    pub fn address(self, directory: &Directory) -> Option<Cow<'_, str>> {
        let channel = match self {
            Self::Organisation(organisation) => Channel::Website(organisation),
            Self::Channel(_, channel) => channel,
        };
        channel.url(directory).or_else(|| channel.number(directory).map(Cow::from))
    }
}
