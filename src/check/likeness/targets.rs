//! The listed names that others are compared with.

use std::collections::HashSet;

use super::Original;
use super::fold::{Folded, merged};
use super::glyph::FOREIGN;
use super::slip::mask;
use crate::directory::{Account, AccountIndex, Directory, Kind, Organisation, OrganisationIndex};
use crate::store::sorted;

/// What the names of many accounts begin with that a place follows: two of them differ only by the
/// place. Longer ones stand before those that they begin with.
const HEADS: [&str; 16] = [
    "politie",
    "pol",
    "gemeente",
    "gem",
    "provincie",
    "prov",
    "brandweer",
    "ggd",
    "veiligheidsregio",
    "vr",
    "omgevingsdienst",
    "waterschap",
    "rechtbank",
    "rb",
    "stad",
    "boa",
];

/// What stands behind the place in some of them.
const TAILS: [&str; 3] = ["gemeente", "gem", "info"];

/// A listed name.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) original: Original,
    /// Its letters as they are written, in lower case.
    pub(super) plain: Box<[u8]>,
    /// Their classes.
    pub(super) letters: Box<[u8]>,
    /// The same with pairs drawn together, where there are any.
    merged: Option<Box<[u8]>>,
    /// Which letters stand in it.
    pub(super) mask: u64,
    /// How many of its letters are those of a family, so that the others tell it from its siblings.
    pub(super) head: usize,
    /// Whether it is the name of a place and nothing else.
    pub(super) is_place: bool,
    /// Which of the names of its organisation it is: 0 the name, 1 the abbreviation, then aliases.
    pub(super) item: usize,
}

impl Target {
    pub(super) fn merged(&self) -> &[u8] {
        self.merged.as_deref().unwrap_or(&self.letters)
    }
}

/// All listed names, ready to be looked up.
#[derive(Debug, Default)]
pub(super) struct Targets {
    pub(super) all: Vec<Target>,
    /// Hashes of the merged classes, sorted, with the position of the name.
    exact: Vec<(u64, u32)>,
    /// Positions by the number of letters.
    by_length: Vec<Vec<u32>>,
    /// Hashes of the names of places.
    places: HashSet<u64>,
}

impl Targets {
    pub(super) fn new(directory: &Directory) -> Self {
        let mut targets = Self::default();
        for index in directory.organisation_indexes() {
            let it = directory.organisation(index);
            targets.places.extend(place_names(it).map(|name| hash(&plain_of_name(name))));
        }
        for index in directory.account_indexes() {
            let account = directory.account(index);
            if let Some(handle) = handle_of(account) {
                targets.push(Original::Account(index), split(handle).0, 0);
            }
        }
        for index in directory.organisation_indexes() {
            for (item, name) in names_of(directory.organisation(index)) {
                targets.push(Original::Name(index), name, item);
            }
        }
        targets.exact.sort_unstable();
        targets
    }

    fn push(&mut self, original: Original, name: &str, item: usize) {
        let Folded { mut plain, letters, rest, .. } = Folded::new(name);
        let is_name = matches!(original, Original::Name(_));
        let is_number = plain.iter().all(u8::is_ascii_digit);
        if is_number || !rest.is_empty() {
            return;
        }
        if is_name {
            plain.iter_mut().for_each(|letter| *letter &= !FOREIGN);
        }
        let Ok(position) = u32::try_from(self.all.len()) else { return };
        let both = merged(&letters);
        self.exact.push((hash(&both), position));
        if self.by_length.len() <= letters.len() {
            self.by_length.resize_with(letters.len() + 1, Vec::new);
        }
        if let Some(bucket) = self.by_length.get_mut(letters.len()) {
            bucket.push(position);
        }
        self.all.push(Target {
            original,
            mask: mask(&letters),
            head: head(&plain),
            is_place: self.is_place(&plain),
            merged: (both.len() != letters.len()).then(|| both.into()),
            plain: plain.into(),
            letters: letters.into(),
            item,
        });
    }

    /// The names whose classes, with pairs drawn together, are these.
    pub(super) fn exact<'a, 'm>(
        &'a self,
        merged: &'m [u8],
    ) -> impl Iterator<Item = &'a Target> + use<'a, 'm> {
        let wanted = hash(merged);
        let start = self.exact.partition_point(|(hash, _)| *hash < wanted);
        let run = self.exact.iter().skip(start).take_while(move |(hash, _)| *hash == wanted);
        let targets = run.filter_map(|(_, position)| self.at(*position));
        targets.filter(move |target| target.merged() == merged)
    }

    /// The names of so many letters, more or less `spread`.
    pub(super) fn of_length(&self, length: usize, spread: usize) -> impl Iterator<Item = &Target> {
        let buckets = self.by_length.iter().skip(length.saturating_sub(spread));
        let buckets = buckets.take(length.min(spread) + spread + 1);
        buckets.flatten().filter_map(|position| self.at(*position))
    }

    fn at(&self, position: u32) -> Option<&Target> {
        self.all.get(usize::try_from(position).ok()?)
    }

    /// Whether these letters are the name of a place.
    pub(super) fn is_place(&self, plain: &[u8]) -> bool {
        self.places.contains(&hash(plain))
    }

    /// Whether these letters are the name of a place, with or without what a family puts around it.
    pub(super) fn has_place(&self, plain: &[u8]) -> bool {
        let mut tails = TAILS.iter().filter_map(|tail| plain.strip_suffix(tail.as_bytes()));
        self.is_place(plain)
            || self.is_place(plain.get(head(plain)..).unwrap_or_default())
            || tails.any(|place| self.is_place(place))
    }
}

fn hash(letters: &[u8]) -> u64 {
    sorted::hash([letters])
}

/// How many letters the word of a family takes at the beginning of a name.
pub(super) fn head(plain: &[u8]) -> usize {
    let found = HEADS.iter().find(|head| plain.starts_with(head.as_bytes()));
    found.map_or(0, |head| head.len()).min(plain.len().saturating_sub(2))
}

/// The letters of a name in prose, without accents.
fn plain_of_name(name: &str) -> Vec<u8> {
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| letter.to_ascii_lowercase()).collect();
    }
    Folded::new(name).plain.iter().map(|letter| letter & !FOREIGN).collect()
}

/// The places that an organisation is for; of a municipality also its own name.
fn place_names(organisation: &Organisation) -> impl Iterator<Item = &str> {
    let own = match organisation.kind {
        Kind::Municipality => organisation.name.strip_prefix("Gemeente "),
        Kind::Province => organisation.name.strip_prefix("Provincie "),
        _ => None,
    };
    own.into_iter().chain(organisation.places.iter().map(String::as_str))
}

/// The handle of an account, where it has one that people chose.
pub(super) fn handle_of(account: &Account) -> Option<&str> {
    account.handle.as_ref().map(crate::platform::AccountName::text)
}

/// The names of an organisation, numbered as in [`Target::item`].
pub(super) fn names_of(organisation: &Organisation) -> impl Iterator<Item = (usize, &str)> {
    let abbreviation = organisation.abbreviation.as_deref().map(|name| (1, name));
    let aliases = (2..).zip(organisation.aliases.iter().map(String::as_str));
    std::iter::once((0, organisation.name.as_str())).chain(abbreviation).chain(aliases)
}

/// The name that the owner of an account chose, and the host behind it that others have too.
pub(super) fn split(name: &str) -> (&str, &str) {
    const HOST: &str = ".bsky.social";
    if let Some(at) = name.find('@').filter(|at| *at > 0) {
        let (own, host) = name.split_at(at);
        if host.contains('.') {
            return (own, host);
        }
    }
    let at = name.len().saturating_sub(HOST.len());
    match name.split_at_checked(at) {
        Some((own, host)) if !own.is_empty() && host.eq_ignore_ascii_case(HOST) => (own, host),
        _ => (name, ""),
    }
}

/// The account of a name, where it is the handle of one.
pub(super) fn account_of(original: Original) -> Option<AccountIndex> {
    match original {
        Original::Account(index) => Some(index),
        Original::Name(_) => None,
    }
}

/// The name of an organisation that a target is.
pub(super) fn name_of(directory: &Directory, index: OrganisationIndex, item: usize) -> &str {
    let found = names_of(directory.organisation(index)).find(|(own, _)| *own == item);
    found.map_or("", |(_, name)| name)
}
