//! Channels: by which way an organisation is reached, and which one to open first.

use std::cmp::Reverse;

use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};
use crate::platform::LoginNeeded;

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
    accounts.sort_by_key(|&a| {
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

/// How much of an account a citizen without a login is kept from: less is better.
fn walled(login: LoginNeeded) -> u8 {
    match login {
        LoginNeeded::No => 0,
        LoginNeeded::Partly => 1,
        LoginNeeded::Unknown => 2,
        LoginNeeded::Yes => 3,
    }
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
    channels(directory, organisation, today).into_iter().find(|channel| match channel {
        Channel::Website(_) | Channel::ContactForm(_) => true,
        Channel::Phone(_) => false,
        Channel::Account(a) => !directory.account(*a).status.is_retired(),
    })
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
            .map(|c| c.url(&directory).map(str::to_owned).or(phone.clone()).unwrap())
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
        let urls: Vec<&str> = accounts.filter_map(|it| it.url(&directory)).collect();
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
                directory.account_indexes().find(is_it).unwrap()
            });
            let index = directory.organisation_by_id(id).unwrap();
            preferred(&directory, index, asked, today)?.url(&directory)
        };
        for (id, asked, expected) in [
            ("gemeente-zandmeer", None, Some("https://www.zandmeer.example")),
            (
                "gemeente-zandmeer",
                Some("https://x.com/GemZandmeer"),
                Some("https://x.com/GemZandmeer"),
            ),
            ("politie-zandmeer", None, Some("https://x.com/POL_Zandmeer")),
            // Its only account is closed.
            ("gemeente-kleinmeer", None, None),
            ("waterkring", None, None),
        ] {
            assert_eq!(preferred(id, asked), expected, "{id}");
        }
    }
}
