//! Names beside the one that is asked about: the same elsewhere, like ones, and legitimate siblings.

use super::Original;
use super::align::align;
use super::edit_distance::edit_distance;
use super::neighbours::Neighbours;
use super::skeleton::{Skeleton, is_same_plain, merged};
use super::targets::{ABBREVIATION, Target, Targets, account_of, handle_of, split};
use super::thresholds::{SHORTEST_CONFUSABLE, is_confusable};
use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Directory, OrganisationIndex};

/// Like names are at most so many typos away.
const FAR: usize = 3;

/// A name stands inside another where it has at least so many letters.
const INSIDE: usize = 5;

/// The listed names that are the same but for separators and case.
fn same<'a>(targets: &'a Targets, name: &str) -> Vec<&'a Target> {
    let name = Skeleton::new(split(name).0);
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
    found.compact_sort_by_key(|index| order(directory, *index));
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
    found.compact_sort_by_key(|(index, item)| {
        let it = directory.organisation(*index);
        (it.ended.is_some(), *item, it.id.as_str())
    });
    without_repeats(found.into_iter().map(|(index, _)| index))
}

/// Each organisation once, where it comes first.
pub(super) fn without_repeats(
    found: impl IntoIterator<Item = OrganisationIndex>,
) -> Vec<OrganisationIndex> {
    let mut all: Vec<OrganisationIndex> = Vec::new();
    for index in found {
        if !all.contains(&index) {
            all.push(index);
        }
    }
    all
}

/// An order of accounts that does not depend on that of the directory: those in use first, and of these the
/// ones with a handle that speak for all of their organisation.
pub(super) fn order(
    directory: &Directory,
    index: AccountIndex,
) -> (bool, bool, String, String, String) {
    let account = directory.account(index);
    let owner = directory.organisation(account.organisation);
    let is_retired = account.status.is_retired() || owner.ended.is_some();
    let platform = directory.platform(account.platform).id().to_owned();
    let is_aside = account.is_special() || account.handle.is_none();
    (is_retired, is_aside, account.name().to_lowercase(), platform, owner.id.clone())
}

/// Listed accounts of like names, the likest first.
pub(super) fn similar(
    directory: &Directory,
    targets: &Targets,
    name: &str,
    limit: usize,
) -> Vec<AccountIndex> {
    let name = Skeleton::new(split(name).0);
    let letters = &name.letters;
    if !name.rest.is_empty() || letters.len() < 3 {
        return Vec::new();
    }
    // A third of the letters may differ.
    let far = FAR.min(letters.len() / 3);
    let close = targets.close_handles(letters, far);
    let close = close.filter_map(|(typos, target)| Some((typos, account_of(target.original)?)));
    let inside = targets.all.iter().filter_map(|target| {
        let index = account_of(target.original)?;
        let other: &[u8] = &target.letters;
        let (short, long) =
            if letters.len() < other.len() { (&letters[..], other) } else { (other, &letters[..]) };
        let stands = short.len() >= INSIDE && (long.starts_with(short) || long.ends_with(short));
        // They stand behind those that are a typo or two away.
        stands.then(|| (FAR + long.len() - short.len(), index))
    });
    let mut found: Vec<(usize, AccountIndex)> = close.chain(inside).collect();
    found.compact_sort_by_key(|(far, index)| (*far, order(directory, *index)));
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

/// Listed accounts of other organisations that are easily taken for a listed one. Who asks for one
/// account needs no neighbours: then they are looked for.
pub(super) fn confusable_with(
    directory: &Directory,
    targets: &Targets,
    neighbours: Option<&Neighbours>,
    account: AccountIndex,
) -> Vec<AccountIndex> {
    let own = directory.account(account);
    let owner = directory.organisation(own.organisation);
    let handle = handle_of(own).map(|handle| (split(handle).0, true));
    let abbreviation = owner.abbreviation.as_deref().map(|name| (name, false));
    let mut found = Vec::new();
    for (name, is_handle) in handle.into_iter().chain(abbreviation) {
        let skeleton = Skeleton::new(name);
        if skeleton.letters.len() < SHORTEST_CONFUSABLE {
            continue;
        }
        let both = merged(&skeleton.letters);
        let near = near(targets, neighbours, &skeleton.letters, is_handle);
        for target in near.into_iter().chain(targets.exact(&both)) {
            let Some(genuine) = siblings_name(directory, account, target) else { continue };
            // The very same name is no other one.
            if name.eq_ignore_ascii_case(genuine) {
                continue;
            }
            let path = align(&skeleton.cells, &Skeleton::new(genuine).cells);
            if is_confusable(targets, &skeleton, target, &path, is_handle) {
                let weight = path.iter().map(|step| step.weight()).sum::<u32>();
                found.extend(sibling(directory, account, target).map(|index| (weight, index)));
            }
        }
    }
    found.compact_sort_by_key(|(weight, index)| (*weight, order(directory, *index)));
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

/// The names that are at most a typo away. An abbreviation is compared with handles only: those of
/// two are often a letter apart.
fn near<'a>(
    targets: &'a Targets,
    neighbours: Option<&Neighbours>,
    letters: &[u8],
    is_handle: bool,
) -> Vec<&'a Target> {
    let Some(neighbours) = neighbours else {
        let is_near = |target: &&Target| edit_distance(letters, &target.letters, 1).is_some();
        let abbreviations = targets.abbreviations().filter(|_| is_handle).filter(is_near);
        let handles = targets.close_handles(letters, 1).map(|(_, target)| target);
        return handles.chain(abbreviations).collect();
    };
    let mut near = neighbours.handles(targets, letters);
    if is_handle {
        near.extend(neighbours.abbreviations(targets, letters));
    }
    near
}

/// The name of a target to compare, where it is another organisation's: a handle, or an abbreviation,
/// which the organisation is known by whatever its account is called.
fn siblings_name<'a>(
    directory: &'a Directory,
    account: AccountIndex,
    target: &Target,
) -> Option<&'a str> {
    let own = directory.account(account);
    let is_own =
        |owner: OrganisationIndex| owner == own.organisation || own.shared_with.contains(&owner);
    match target.original {
        Original::Account(index) => {
            let other = directory.account(index);
            let is_shared = other.shared_with.contains(&own.organisation);
            let is_other = !is_own(other.organisation) && !is_shared;
            is_other.then(|| handle_of(other)).flatten().map(|handle| split(handle).0)
        }
        Original::Name(owner) if target.item == ABBREVIATION && !is_own(owner) => {
            directory.organisation(owner).abbreviation.as_deref()
        }
        Original::Name(_) => None,
    }
}

/// The account behind a target: of an organisation, the first of its own in the order of accounts.
fn sibling(directory: &Directory, account: AccountIndex, target: &Target) -> Option<AccountIndex> {
    match target.original {
        Original::Account(index) => Some(index),
        Original::Name(owner) => {
            let is_its =
                |&&it: &&AccountIndex| directory.account(it).organisation == owner && it != account;
            let accounts = directory.organisation(owner).accounts.iter().filter(is_its).copied();
            accounts.min_by_key(|index| order(directory, *index))
        }
    }
}
