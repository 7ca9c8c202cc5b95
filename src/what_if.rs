//! What happens to the reach of organisations if they leave platforms.
//!
//! Only what is known counts: accounts in use, sites, feeds and telephone numbers of the directory. An
//! organisation of which nothing more is known may have more, so that every number here is an upper limit of the
//! loss as far as the list goes. Feeds and sites are no platforms: nobody stands between them and their readers.

use std::collections::HashMap;

use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Date, Directory, Kind, OrganisationIndex};
use crate::filter::Filter;
use crate::platform::{LoginNeeded, PlatformIndex};
use crate::presence::is_own;

/// What is to be thought through.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// The organisations that would do it.
    pub filter: &'a Filter,
    /// The platforms that they would leave.
    pub leave: &'a [PlatformIndex],
    /// The platform that they would go to, if to any.
    pub move_to: Option<PlatformIndex>,
}

/// What leaving means for one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// The accounts that it would give up.
    pub given_up: Vec<AccountIndex>,
    /// The accounts in use that it keeps on other platforms.
    pub kept: Vec<AccountIndex>,
    /// Whether it loses the last account that can be read without a login, and gets none.
    pub loses_open_account: bool,
    /// What else is known by which it can be followed or reached.
    pub besides: Besides,
    /// Whether it has an account in use on the platform that it would move to.
    pub is_there_already: bool,
}

impl Consequence {
    /// Whether no account that it has now on a platform is left.
    pub fn is_on_no_platform(&self) -> bool {
        self.kept.is_empty()
    }

    /// Whether nothing at all is left that is known.
    pub fn is_out_of_reach(&self) -> bool {
        self.is_on_no_platform() && self.besides == Besides::default()
    }
}

/// Ways to an organisation that no platform stands between.
#[expect(clippy::struct_excessive_bools, reason = "each is a way of its own")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Besides {
    /// A website of its own.
    pub site: bool,
    /// A feed (RSS).
    pub feed: bool,
    /// A telephone number.
    pub phone: bool,
    /// A contact form.
    pub form: bool,
}

/// The consequences for all organisations, and their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// How many organisations were looked at.
    pub organisations: usize,
    /// What it means for each that has an account on a platform to be left, in the order of the directory.
    pub affected: Vec<Consequence>,
    /// How many of all organisations have an account in use on the platform to move to.
    pub there_already: usize,
}

impl Outcome {
    /// Thinks a question through.
    pub fn of(question: &Question<'_>, directory: &Directory, today: Date) -> Self {
        let organisations = question.filter.organisations(directory, today);
        let is_there = |index: &OrganisationIndex| {
            question.move_to.is_some_and(|platform| directory.is_on(*index, platform))
        };
        let there_already = organisations.iter().filter(|index| is_there(index)).count();
        let is_open = question.move_to.is_some_and(|platform| {
            directory.platform(platform).rules.reading.login == LoginNeeded::No
        });
        let consequence = |index: &OrganisationIndex| {
            let found = consequence(directory, *index, question.leave)?;
            Some(Consequence {
                is_there_already: is_there(index),
                loses_open_account: found.loses_open_account && !is_open,
                ..found
            })
        };
        let affected = organisations.iter().filter_map(consequence).collect();
        Self { organisations: organisations.len(), affected, there_already }
    }

    /// Those that are then known on no platform.
    pub fn on_no_platform(&self) -> impl Iterator<Item = &Consequence> {
        self.affected.iter().filter(|it| it.is_on_no_platform())
    }

    /// How many of these there are of each kind, most first.
    pub fn kinds_on_no_platform(&self, directory: &Directory) -> Vec<(Kind, usize)> {
        let mut counts: HashMap<Kind, usize> = HashMap::new();
        for it in self.on_no_platform() {
            *counts.entry(directory.organisation(it.organisation).kind).or_default() += 1;
        }
        let mut counts: Vec<(Kind, usize)> = counts.into_iter().collect();
        counts.compact_sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
        counts
    }
}

/// What leaving means for an organisation; `None` where it has no account in use there.
fn consequence(
    directory: &Directory,
    index: OrganisationIndex,
    leave: &[PlatformIndex],
) -> Option<Consequence> {
    let platform = |account: &AccountIndex| directory.account(*account).platform;
    let is_own = |account: &AccountIndex| is_own(directory.platform(platform(account)));
    let in_use =
        directory.accounts_of(index).filter(|it| !directory.account(*it).status.is_retired());
    let (own, on_platforms): (Vec<_>, Vec<_>) = in_use.partition(is_own);
    let (given_up, kept): (Vec<_>, Vec<_>) =
        on_platforms.into_iter().partition(|it| leave.contains(&platform(it)));
    if given_up.is_empty() {
        return None;
    }
    let is_open =
        |it: &AccountIndex| directory.platform(platform(it)).rules.reading.login == LoginNeeded::No;
    let organisation = directory.organisation(index);
    let has_site = organisation.website.is_some() || !organisation.sites.is_empty();
    Some(Consequence {
        organisation: index,
        loses_open_account: given_up.iter().any(is_open) && !kept.iter().any(is_open),
        given_up,
        kept,
        besides: Besides {
            site: has_site,
            feed: own.iter().any(|it| directory.platform(platform(it)).id() == "rss"),
            phone: organisation.phone.is_some() || !organisation.phones.is_empty(),
            form: organisation.contact_form.is_some(),
        },
        is_there_already: false,
    })
}

#[cfg(test)]
mod tests;
