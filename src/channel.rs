//! Channels: by which way an organisation is reached, and which one to open first.

use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};

/// One way to reach an organisation.
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
}

impl Channel {
    /// The `https` address to open, where the channel has one.
    pub fn url(self, directory: &Directory) -> Option<&str> {
        match self {
            Self::Website(o) => directory.organisation(o).website.as_deref(),
            Self::Phone(_) => None,
            Self::ContactForm(o) => directory.organisation(o).contact_form.as_deref(),
            Self::Account(a) => Some(&directory.account(a).url),
        }
    }
}

/// All channels of an organisation: website, phone and contact form first, then its accounts as
/// they are worth opening: its own before those that it shares.
pub fn channels(
    directory: &Directory,
    organisation: OrganisationIndex,
    today: Date,
) -> Vec<Channel> {
    let it = directory.organisation(organisation);
    let mut all = Vec::new();
    all.extend(it.website.as_ref().map(|_| Channel::Website(organisation)));
    all.extend(it.phone.as_ref().map(|_| Channel::Phone(organisation)));
    all.extend(
        it.contact_form
            .as_ref()
            .map(|_| Channel::ContactForm(organisation)),
    );
    let mut accounts: Vec<AccountIndex> = directory.accounts_of(organisation).collect();
    accounts.sort_by_key(|&a| {
        let account = directory.account(a);
        (
            account.status.is_retired(),
            account.organisation != organisation,
            account.trust(today),
            account.platform,
            a,
        )
    });
    all.extend(accounts.into_iter().map(Channel::Account));
    all
}

/// The channel to open for an organisation: the account that was asked for, else its website, else
/// its most trusted account that is still in use; `None` where nothing can be opened.
pub fn preferred(
    directory: &Directory,
    organisation: OrganisationIndex,
    asked: Option<AccountIndex>,
    today: Date,
) -> Option<Channel> {
    if let Some(account) = asked {
        return Some(Channel::Account(account));
    }
    channels(directory, organisation, today)
        .into_iter()
        .find(|channel| match channel {
            Channel::Website(_) | Channel::ContactForm(_) => true,
            Channel::Phone(_) => false,
            Channel::Account(a) => !directory.account(*a).status.is_retired(),
        })
}
