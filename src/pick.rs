//! What a person picks on the screen for another program.

use std::borrow::Cow;

use crate::channel::Channel;
use crate::directory::{Account, Directory, OrganisationIndex, Owner};

/// An organisation, or one of its channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pick {
    /// The organisation, whatever channels it has.
    Organisation(OrganisationIndex),
    /// One channel of an organisation or a service.
    Channel(Channel),
}

impl Pick {
    /// The organisation that was picked, or that the channel is of; none where nobody is listed who answers for a
    /// service.
    pub fn organisation(self, directory: &Directory) -> Option<OrganisationIndex> {
        match self {
            Self::Organisation(organisation) => Some(organisation),
            Self::Channel(channel) => directory.organisation_of(channel.owner(directory)),
        }
    }

    /// The account, where that was picked.
    pub fn account(self, directory: &Directory) -> Option<&Account> {
        match self {
            Self::Channel(Channel::Account(account)) => Some(directory.account(account)),
            _ => None,
        }
    }

    /// The name of whose it is.
    pub fn name(self, directory: &Directory) -> Cow<'_, str> {
        match self {
            Self::Organisation(it) => directory.organisation(it).name.as_str().into(),
            Self::Channel(channel) => match channel.owner(directory) {
                Owner::Organisation(it) => directory.organisation(it).name.as_str().into(),
                Owner::Service(it) => directory.service(it).name.as_str().into(),
            },
        }
    }

    /// The address of the channel, or its telephone number where it has none; of an organisation its website.
    pub fn address(self, directory: &Directory) -> Option<Cow<'_, str>> {
        let channel = match self {
            Self::Organisation(organisation) => Channel::Website(organisation),
            Self::Channel(channel) => channel,
        };
        channel.url(directory).or_else(|| channel.number(directory).map(Cow::from))
    }
}
