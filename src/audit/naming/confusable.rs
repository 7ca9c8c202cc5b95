//! Listed handles of different organisations that a citizen easily takes for each other.

use std::collections::{BTreeSet, HashMap};

use crate::audit::mining::in_use;
use crate::audit::spelling::letters;
use crate::audit::terms::chosen_part;
use crate::audit::{Certainty, Finding, Ground, Rule, Subject};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::store::sorted;

pub(super) fn findings(
    ground: &Ground<'_>,
    accounts: &[AccountIndex],
    findings: &mut Vec<Finding>,
) {
    let directory = ground.directory;
    // Each pair once, whichever of the two is met first.
    let mut told: BTreeSet<(OrganisationIndex, OrganisationIndex)> = BTreeSet::new();
    let owner = |account: AccountIndex| directory.account(account).organisation;
    for account in with_neighbours(directory, accounts) {
        let others = ground.likeness.confusable_with(directory, account);
        for other in in_use(directory, &others) {
            let (one, two) = (owner(account), owner(other));
            if !are_close(directory, account, other) || !told.insert((one.min(two), one.max(two))) {
                continue;
            }
            let written = |account: AccountIndex| {
                let it = directory.account(account);
                let platform = directory.platform(it.platform);
                (it.written(platform), platform.name(), directory.organisation(it.organisation))
            };
            let (handle, platform, _) = written(account);
            let (other_handle, other_platform, owner) = written(other);
            let subject = Subject::Accounts(vec![account, other]);
            let finding = Finding::new(Rule::NamingConfusable, Certainty::Possible, subject)
                .with("handle", handle)
                .with("platform", platform)
                .with("other", other_handle)
                .with("other_platform", other_platform)
                .with("organisation", &owner.name);
            findings.push(finding);
        }
    }
}

/// Whether the handles themselves are a letter apart: two organisations may be alike in their
/// abbreviations only, which no reader of the handles sees.
fn are_close(directory: &Directory, one: AccountIndex, two: AccountIndex) -> bool {
    let part = |account| Some(letters(&chosen_part(directory, account)?));
    let slips = part(one).zip(part(two)).map(|(one, two)| strsim::osa_distance(&one, &two));
    slips.is_some_and(|slips| slips <= 1)
}

/// So few accounts are compared with all others soon enough.
const FEW: usize = 500;

/// The accounts of which another organisation has one that is a letter apart: two such names share a
/// name with one letter left out. Only they are worth the comparison with all others.
fn with_neighbours(directory: &Directory, accounts: &[AccountIndex]) -> Vec<AccountIndex> {
    if accounts.len() <= FEW {
        return accounts.to_vec();
    }
    // By each such name the organisation that bears it; none where several do.
    let mut owners: HashMap<u64, Option<OrganisationIndex>> = HashMap::new();
    for account in directory.account_indexes() {
        let owner = directory.account(account).organisation;
        for key in keys(directory, account) {
            let known = owners.entry(key).or_insert(Some(owner));
            if *known != Some(owner) {
                *known = None;
            }
        }
    }
    let is_shared = |key: u64| owners.get(&key) == Some(&None);
    let has_neighbour = |it: &&AccountIndex| keys(directory, **it).into_iter().any(is_shared);
    accounts.iter().filter(has_neighbour).copied().collect()
}

/// The hashes of an account's name, and of the name without each of its letters.
fn keys(directory: &Directory, account: AccountIndex) -> Vec<u64> {
    let part = chosen_part(directory, account).map(|part| letters(&part)).unwrap_or_default();
    let without = |(at, letter): (usize, char)| {
        let (before, behind) = (part.get(..at)?, part.get(at + letter.len_utf8()..)?);
        Some(sorted::hash([format!("{before}{behind}").as_bytes()]))
    };
    let shorter = part.char_indices().filter_map(without);
    shorter.chain((!part.is_empty()).then(|| sorted::hash([part.as_bytes()]))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::mining::in_use;
    use crate::check::likeness::Likeness;

    #[test]
    fn nobody_with_a_close_neighbour_is_passed_over() {
        let directory = Directory::embedded().unwrap();
        let likeness = Likeness::new(&directory);
        let all: Vec<AccountIndex> = directory.account_indexes().collect();
        let all = in_use(&directory, &all);
        let compared = with_neighbours(&directory, &all);
        assert!(all.len() > FEW && compared.len() < all.len() / 2, "{}", compared.len());
        let others = all.iter().filter(|it| compared.binary_search(it).is_err());
        for &account in others {
            for other in likeness.confusable_with(&directory, account) {
                assert!(!are_close(&directory, account, other));
            }
        }
    }
}
