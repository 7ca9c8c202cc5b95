//! Names beside the one that is asked about: the same elsewhere, like ones, and legitimate siblings.

use super::Original;
use super::align::align;
use super::fold::{Folded, is_same_plain, merged};
use super::rules::is_confusable;
use super::slip::{mask, slips};
use super::targets::{Target, Targets, account_of, handle_of, split};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};

/// Like names are at most so many slips away.
const FAR: usize = 3;

/// A name stands inside another where it has at least so many letters.
const INSIDE: usize = 5;

/// The listed names that are the same but for separators and case.
fn same<'a>(targets: &'a Targets, name: &str) -> Vec<&'a Target> {
    let name = Folded::new(split(name).0);
    if !name.rest.is_empty() || name.has_hidden() || name.letters.is_empty() {
        return Vec::new();
    }
    let both = merged(&name.letters);
    let found = targets.exact(&both);
    found.filter(|target| is_same_plain(&target.plain, &name.plain)).collect()
}

/// Listed accounts of the same name but for separators and case.
pub(super) fn namesakes(directory: &Directory, targets: &Targets, name: &str) -> Vec<AccountIndex> {
    let found = same(targets, name);
    let mut found: Vec<_> = found.iter().filter_map(|it| account_of(it.original)).collect();
    found.sort_by_cached_key(|index| order(directory, *index));
    found
}

/// Organisations of the same name but for separators and case.
pub(super) fn named(
    directory: &Directory,
    targets: &Targets,
    name: &str,
) -> Vec<OrganisationIndex> {
    let organisation = |target: &Target| match target.original {
        Original::Name(index) => Some(index),
        Original::Account(_) => None,
    };
    let mut found: Vec<_> = same(targets, name)
        .into_iter()
        .filter_map(|it| organisation(it).zip(Some(it.item)))
        .collect();
    // Who bears it as a name before who bears it as an abbreviation or alias.
    found.sort_by_key(|(index, item)| {
        let it = directory.organisation(*index);
        (it.ended.is_some(), *item, it.id.as_str())
    });
    let mut all: Vec<OrganisationIndex> = Vec::new();
    for (index, _) in found {
        if !all.contains(&index) {
            all.push(index);
        }
    }
    all
}

/// An order of accounts that does not depend on that of the directory: those in use first.
pub(super) fn order(directory: &Directory, index: AccountIndex) -> (bool, String, String, String) {
    let account = directory.account(index);
    let owner = directory.organisation(account.organisation);
    let is_retired = account.status.is_retired() || owner.ended.is_some();
    let platform = directory.platform(account.platform).id().to_owned();
    (is_retired, account.name().to_lowercase(), platform, owner.id.clone())
}

/// Listed accounts of like names, the likest first.
pub(super) fn similar(
    directory: &Directory,
    targets: &Targets,
    name: &str,
    limit: usize,
) -> Vec<AccountIndex> {
    let name = Folded::new(split(name).0);
    let letters = &name.letters;
    if !name.rest.is_empty() || letters.len() < 3 {
        return Vec::new();
    }
    // A third of the letters may differ.
    let far = FAR.min(letters.len() / 3);
    let own = mask(letters);
    let close = targets.of_length(letters.len(), far).filter_map(|target| {
        let index = account_of(target.original)?;
        if (target.mask ^ own).count_ones() as usize > 2 * far {
            return None;
        }
        Some((slips(letters, &target.letters, far)?, index))
    });
    let inside = targets.all.iter().filter_map(|target| {
        let index = account_of(target.original)?;
        let shared = if target.mask & own == own { letters } else { &target.letters[..] };
        let (short, long) = if letters.len() < target.letters.len() {
            (letters.as_slice(), &*target.letters)
        } else {
            (&*target.letters, letters.as_slice())
        };
        let stands = shared.len() >= INSIDE
            && short.len() >= INSIDE
            && (long.starts_with(short) || long.ends_with(short));
        // They stand behind those that are a slip or two away.
        stands.then_some((FAR + long.len() - short.len(), index))
    });
    let mut found: Vec<(usize, AccountIndex)> = close.chain(inside).collect();
    found.sort_by_cached_key(|(far, index)| (*far, order(directory, *index)));
    let mut all: Vec<AccountIndex> = Vec::new();
    for (_, index) in found {
        if all.len() < limit && !all.contains(&index) {
            all.push(index);
        }
    }
    all
}

/// No more siblings than this are named.
const MOST: usize = 3;

/// Listed accounts of other organisations that are easily taken for a listed one.
pub(super) fn confusable_with(
    directory: &Directory,
    targets: &Targets,
    account: AccountIndex,
) -> Vec<AccountIndex> {
    let own = directory.account(account);
    let owner = directory.organisation(own.organisation);
    let names = handle_of(own).map(|handle| split(handle).0).into_iter();
    let mut found = Vec::new();
    for name in names.chain(owner.abbreviation.as_deref()) {
        found.extend(confusable_names(directory, targets, account, name));
    }
    found.sort_by_cached_key(|(weight, index)| (*weight, order(directory, *index)));
    let mut all: Vec<AccountIndex> = Vec::new();
    for (_, index) in found {
        let owner = directory.account(index).organisation;
        let is_new = all.iter().all(|known| directory.account(*known).organisation != owner);
        if is_new && all.len() < MOST {
            all.push(index);
        }
    }
    all
}

/// The accounts of others whose name is easily taken for this one, with how far they are.
fn confusable_names(
    directory: &Directory,
    targets: &Targets,
    account: AccountIndex,
    name: &str,
) -> Vec<(u32, AccountIndex)> {
    let name = Folded::new(name);
    let letters = &name.letters;
    let (bits, both) = (mask(letters), merged(letters));
    let close = targets.of_length(letters.len(), 1).filter(|target| {
        (target.mask ^ bits).count_ones() <= 2 && slips(letters, &target.letters, 1).is_some()
    });
    let close = close.chain(targets.exact(&both)).filter_map(|target| {
        let (index, genuine) = sibling(directory, account, target)?;
        let path = align(&name.cells, &Folded::new(&genuine).cells);
        let weight = path.iter().map(|step| step.weight()).sum();
        is_confusable(targets, &name, target, &path).then_some((weight, index))
    });
    close.collect()
}

/// The account behind a target, where it is another organisation's, and the name to compare.
fn sibling(
    directory: &Directory,
    account: AccountIndex,
    target: &Target,
) -> Option<(AccountIndex, String)> {
    let own = directory.account(account);
    let is_own =
        |owner: OrganisationIndex| owner == own.organisation || own.shared_with.contains(&owner);
    match target.original {
        Original::Account(index) => {
            let other = directory.account(index);
            let is_shared = other.shared_with.contains(&own.organisation);
            let handle = split(handle_of(other)?).0;
            (!is_own(other.organisation) && !is_shared).then(|| (index, handle.to_owned()))
        }
        // An abbreviation, which the organisation is known by whatever its account is called.
        Original::Name(owner) if target.item == 1 && !is_own(owner) => {
            let it = directory.organisation(owner);
            let mut accounts: Vec<AccountIndex> = it.accounts.clone();
            accounts.sort_by_cached_key(|index| order(directory, *index));
            let first = accounts.into_iter().find(|index| {
                directory.account(*index).organisation == owner && *index != account
            })?;
            Some((first, it.abbreviation.clone()?))
        }
        Original::Name(_) => None,
    }
}
