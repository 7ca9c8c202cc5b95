//! How much a directory knows, and what must be at hand: counted once, on a thread, for it reads all of it.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::compact_sort::CompactSort;
use crate::directory::{
    Account, Date, Directory, HandledBy, Kind, Organisation, OrganisationIndex, PhoneLabel,
    ServiceIndex, Trust, Urgency,
};

/// How many of the bodies without an account are named at most.
const NAMED: usize = 8;
/// After how many accounts it is seen whether anybody still waits.
const CHECKED_EVERY: usize = 256;

/// How much a directory knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// How many accounts there are.
    pub accounts: usize,
    /// How many of these are of each level, in the order of [`Trust::ALL`].
    pub levels: [usize; Trust::ALL.len()],
    /// How many organisations have an account.
    pub having: usize,
    /// Bodies for which no account is known, those that most people need first.
    pub without: Vec<OrganisationIndex>,
    /// How many of those there are in all.
    pub without_count: usize,
    /// The services that must be at hand, the most pressing first.
    pub urgent: Vec<ServiceIndex>,
    /// What can be typed into a directory of another country than the one that the words of the interface have examples
    /// of: a place, a body and an account, of those that are known best.
    pub examples: Vec<String>,
}

impl Overview {
    /// Counts; `None` where nobody waits for it any more.
    pub fn of(directory: &Directory, today: Date, is_stale: &dyn Fn() -> bool) -> Option<Self> {
        let mut it = Self { urgent: urgent(directory), ..Self::default() };
        for account in directory.accounts() {
            it.accounts += 1;
            let trust = account.trust(today);
            let level = Trust::ALL.iter().position(|level| *level == trust);
            if let Some(count) = level.and_then(|level| it.levels.get_mut(level)) {
                *count += 1;
            }
            if it.accounts.is_multiple_of(CHECKED_EVERY) && is_stale() {
                return None;
            }
        }
        let needed = needed(directory);
        for index in directory.organisation_indexes() {
            let organisation = directory.organisation(index);
            if !organisation.accounts.is_empty() {
                it.having += 1;
            } else if organisation.ended.is_none() {
                it.without_count += 1;
                if needed.contains_key(&index) {
                    it.without.push(index);
                }
            }
        }
        it.examples = examples(directory);
        it.without.compact_sort_by_key(|index| Reverse(needed.get(index).copied()));
        it.without.truncate(NAMED);
        Some(it)
    }
}

/// The country that the words of the interface have examples of.
pub(in crate::tui) const COUNTRY_OF_EXAMPLES: &str = "NL";

/// Examples of what can be typed: of the municipality with the most accounts, and of the other body with the most.
fn examples(directory: &Directory) -> Vec<String> {
    if directory.header.country() == COUNTRY_OF_EXAMPLES {
        return Vec::new();
    }
    let most = |is_town: bool| {
        let all = directory.organisation_indexes().map(|index| directory.organisation(index));
        let all = all.filter(|it| it.ended.is_none() && !it.accounts.is_empty());
        let all = all.filter(|it| (it.kind == Kind::Municipality) == is_town);
        // Of two with as many, the first in the order of the directory.
        all.max_by_key(|it| (it.accounts.len(), Reverse(it.id.clone())))
    };
    let (town, body) = (most(true), most(false));
    let called = |it: &Organisation| {
        let bare = directory.lexicon.bare_name(it.kind, &it.name).unwrap_or(&it.name);
        it.abbreviation.clone().unwrap_or_else(|| bare.to_owned())
    };
    let handle = |it: &Organisation| {
        let mut accounts = it.accounts.iter().map(|index| directory.account(*index));
        let written = |it: &Account| {
            let name = it.handle.as_ref()?;
            let written = directory.platform(it.platform).written(name);
            written.starts_with('@').then_some(written)
        };
        accounts.find_map(written)
    };
    let account = town.and_then(handle);
    town.map(called).into_iter().chain(body.map(called)).chain(account).collect()
}

/// For how much people need each organisation: the topics that it handles and the services it answers for.
/// Nothing else in a directory says who is well known.
fn needed(directory: &Directory) -> HashMap<OrganisationIndex, usize> {
    let mut needed = HashMap::new();
    for handler in directory.topics().flat_map(|topic| &topic.handlers) {
        if let HandledBy::Organisation(organisation) = handler.by {
            *needed.entry(organisation).or_default() += 1;
        }
    }
    for organisation in directory.services().filter_map(|service| service.organisation) {
        *needed.entry(organisation).or_default() += 1;
    }
    needed
}

/// The services with an urgency and a number: emergencies first, then those of the government with a general
/// number, then the others.
fn urgent(directory: &Directory) -> Vec<ServiceIndex> {
    let mut found: Vec<(Reverse<bool>, Reverse<bool>, ServiceIndex)> = Vec::new();
    for index in directory.service_indexes() {
        let service = directory.service(index);
        if service.urgency.is_some() && !service.phones.is_empty() {
            let is_emergency = service.urgency == Some(Urgency::Emergency);
            let is_general =
                service.phones.iter().any(|phone| phone.label == Some(PhoneLabel::General));
            found.push((Reverse(is_emergency), Reverse(is_general), index));
        }
    }
    found.compact_sort();
    found.into_iter().map(|(_, _, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-28";

    #[test]
    fn the_directory_that_is_built_in_is_counted_whole() {
        let directory = crate::embedded::directory().unwrap();
        let it = Overview::of(&directory, TODAY.parse().unwrap(), &|| false).unwrap();
        assert_eq!(it.accounts, directory.account_count());
        assert_eq!(it.levels.iter().sum::<usize>(), it.accounts);
        assert!(it.having + it.without_count <= directory.organisation_count());
        let name = |index: &OrganisationIndex| directory.organisation(*index).name.as_str();
        assert!(it.without.iter().all(|it| directory.organisation(*it).accounts.is_empty()));
        assert!(it.without.len() <= NAMED && !it.without.is_empty(), "{:?}", it.without);
        assert!(!name(&it.without[0]).is_empty());
        let urgent: Vec<&str> =
            it.urgent.iter().map(|it| directory.service(*it).id.as_str()).collect();
        assert_eq!(urgent[..2], ["alarmnummer-112", "politie-geen-spoed"]);
    }

    #[test]
    fn the_examples_are_of_the_country_of_the_directory() {
        let today = TODAY.parse().unwrap();
        let belgium = crate::embedded::of_country("be").unwrap().unwrap();
        let it = Overview::of(&belgium, today, &|| false).unwrap();
        assert_eq!(it.examples.len(), 3, "{:?}", it.examples);
        let index = crate::search::Index::new(&belgium);
        for example in &it.examples {
            let found = index.search(&belgium, example, 1);
            assert!(found.hits.first().is_some_and(|hit| !hit.guess), "{example}");
        }
        let urgent: Vec<&str> =
            it.urgent.iter().map(|it| belgium.service(*it).name.as_str()).collect();
        assert_eq!(urgent, ["112"]);
        let dutch = crate::embedded::directory().unwrap();
        assert_eq!(Overview::of(&dutch, today, &|| false).unwrap().examples, [""; 0]);
    }

    #[test]
    fn what_nobody_waits_for_is_given_up() {
        let directory = crate::embedded::directory().unwrap();
        assert_eq!(Overview::of(&directory, TODAY.parse().unwrap(), &|| true), None);
    }
}
