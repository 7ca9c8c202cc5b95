//! The listed names that others are compared with.

use super::Original;
use super::confusables::FOREIGN;
use super::edit_distance::{edit_distance, letter_mask};
use super::inflection::Words;
use super::natural::Customs;
use super::skeleton::{Skeleton, merged, of_ascii};
use crate::directory::{
    Account, AccountIndex, Directory, Kind, Lexicon, OrganisationIndex, OrganisationSummary,
};
use crate::store::sorted;

/// The [`Target::item`] of abbreviations.
pub(super) const ABBREVIATION: usize = 1;

/// A listed name.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) original: Original,
    /// Its letters as they are written, in lower case.
    pub(super) plain: Box<[u8]>,
    /// Their classes.
    pub(super) letters: Box<[u8]>,
    /// Their classes with pairs such as `rn` drawn together, where there are any.
    merged: Option<Box<[u8]>>,
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
    /// The handles by the number of letters: which letters they have, and the position.
    handles: Vec<Vec<(u64, u32)>>,
    /// The names of organisations that are compared for typos, in the same way as handles.
    names: Vec<Vec<(u64, u32)>>,
    /// Hashes of the names of places, sorted.
    places: Vec<u64>,
    /// What handles begin with and a place follows; longer ones stand before those that they begin
    /// with.
    prefixes: Vec<String>,
    /// What stands behind the place in some handles.
    suffixes: Vec<String>,
    /// What names and handles of each kind are made of.
    pub(super) customs: Customs,
    /// Words that other words are made of.
    pub(super) words: Words,
    /// The code of the country, in small letters: what stands at names that are for all of it.
    pub(super) country: Vec<u8>,
}

impl Targets {
    pub(super) fn new(directory: &Directory) -> Self {
        let kinds = &directory.lexicon.kinds;
        let mut prefixes: Vec<String> =
            kinds.iter().flat_map(|it| it.handle_prefixes.iter().cloned()).collect();
        prefixes.sort_by_key(|prefix| std::cmp::Reverse(prefix.len()));
        let suffixes = kinds.iter().flat_map(|it| it.handle_suffixes.iter().cloned()).collect();
        let words = Words::new(directory);
        let country = directory.header.country().to_ascii_lowercase().into_bytes();
        let mut targets = Self { prefixes, suffixes, words, country, ..Self::default() };
        let summaries = directory.summaries();
        let organisations = summaries.organisations();
        targets.customs = Customs::new(&directory.lexicon, &organisations);
        for it in &organisations {
            let names = place_names(&directory.lexicon, it);
            targets.places.extend(names.map(|name| hash(&plain_of_name(name))));
        }
        targets.places.sort_unstable();
        for (index, account) in directory.account_indexes().zip(summaries.accounts()) {
            if let Some(handle) = account.handle {
                targets.push(Original::Account(index), split(handle).0, 0);
            }
        }
        for (index, organisation) in directory.organisation_indexes().zip(&organisations) {
            for (item, name) in names_of(organisation) {
                targets.push(Original::Name(index), name, item);
            }
        }
        targets.exact.sort_unstable();
        targets
    }

    fn push(&mut self, original: Original, name: &str, item: usize) {
        let Some((mut plain, letters)) = skeleton_of(name) else { return };
        let Ok(position) = u32::try_from(self.all.len()) else { return };
        let is_name = matches!(original, Original::Name(_));
        if is_name {
            for letter in &mut plain {
                *letter &= !FOREIGN;
            }
        }
        let both = merged(&letters);
        self.exact.push((hash(&both), position));
        let buckets = match original {
            Original::Account(_) => Some(&mut self.handles),
            Original::Name(_) => (item != ABBREVIATION).then_some(&mut self.names),
        };
        if let Some(buckets) = buckets {
            if buckets.len() <= letters.len() {
                buckets.resize_with(letters.len() + 1, Vec::new);
            }
            if let Some(bucket) = buckets.get_mut(letters.len()) {
                bucket.push((letter_mask(&letters), position));
            }
        }
        self.all.push(Target {
            original,
            head: self.head(&plain),
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

    /// The handles that are at most so many typos away from these letters, with the typos.
    pub(super) fn close_handles<'a, 'l>(
        &'a self,
        letters: &'l [u8],
        limit: usize,
    ) -> impl Iterator<Item = (usize, &'a Target)> + use<'a, 'l> {
        self.close(&self.handles, letters, limit)
    }

    /// The names of organisations, but for abbreviations, that are at most so many typos away from these
    /// letters, with the typos.
    pub(super) fn close_names<'a, 'l>(
        &'a self,
        letters: &'l [u8],
        limit: usize,
    ) -> impl Iterator<Item = (usize, &'a Target)> + use<'a, 'l> {
        self.close(&self.names, letters, limit)
    }

    fn close<'a, 'l>(
        &'a self,
        buckets: &'a [Vec<(u64, u32)>],
        letters: &'l [u8],
        limit: usize,
    ) -> impl Iterator<Item = (usize, &'a Target)> + use<'a, 'l> {
        let first = letters.len().saturating_sub(limit);
        let buckets = buckets.iter().skip(first).take(letters.len() + limit + 1 - first);
        let own = letter_mask(letters);
        // A typo changes at most two letters of all that occur.
        let near = move |mask: u64| (mask ^ own).count_ones() as usize <= 2 * limit;
        buckets.flatten().filter(move |(mask, _)| near(*mask)).filter_map(move |(_, position)| {
            let target = self.at(*position)?;
            Some((edit_distance(letters, &target.letters, limit)?, target))
        })
    }

    /// The abbreviations of organisations.
    pub(super) fn abbreviations(&self) -> impl Iterator<Item = &Target> {
        self.all.iter().filter(|target| target.item == ABBREVIATION)
    }

    /// All names with their positions.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (u32, &Target)> {
        (0..).zip(&self.all)
    }

    pub(super) fn at(&self, position: u32) -> Option<&Target> {
        self.all.get(usize::try_from(position).ok()?)
    }

    /// Whether these letters are the name of a place.
    pub(super) fn is_place(&self, plain: &[u8]) -> bool {
        self.places.binary_search(&hash(plain)).is_ok()
    }

    /// Whether these letters are the name of a place, with or without what a family puts around it.
    pub(super) fn has_place(&self, plain: &[u8]) -> bool {
        let mut tails = self.suffixes.iter().filter_map(|tail| plain.strip_suffix(tail.as_bytes()));
        self.is_place(plain)
            || self.is_place(plain.get(self.head(plain)..).unwrap_or_default())
            || tails.any(|place| self.is_place(place))
    }

    /// How many letters the word of a family takes at the beginning of a name.
    pub(super) fn head(&self, plain: &[u8]) -> usize {
        let found = self.prefixes.iter().find(|prefix| plain.starts_with(prefix.as_bytes()));
        found.map_or(0, String::len).min(plain.len().saturating_sub(2))
    }
}

/// The plain letters of a name and their classes; `None` for numbers and for what is too long.
fn skeleton_of(name: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let (plain, letters) = if let Some(both) = of_ascii(name) {
        both
    } else {
        let Skeleton { plain, letters, rest, .. } = Skeleton::new(name);
        if !rest.is_empty() {
            return None;
        }
        (plain, letters)
    };
    let is_number = plain.iter().all(u8::is_ascii_digit);
    (!is_number).then_some((plain, letters))
}

fn hash(letters: &[u8]) -> u64 {
    sorted::hash([letters])
}

/// The letters of a name in prose, without accents.
pub(super) fn plain_of_name(name: &str) -> Vec<u8> {
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| letter.to_ascii_lowercase()).collect();
    }
    Skeleton::new(name).plain.iter().map(|letter| letter & !FOREIGN).collect()
}

/// The places that an organisation is for; of a municipality and a province also its own name.
fn place_names<'o>(
    lexicon: &Lexicon,
    organisation: &'o OrganisationSummary<'_>,
) -> impl Iterator<Item = &'o str> {
    let OrganisationSummary { kind, name, places, .. } = organisation;
    let bears_place = matches!(kind, Kind::Municipality | Kind::Province);
    let own = bears_place.then(|| lexicon.bare_name(*kind, name)).flatten();
    // People say Brabant for Noord-Brabant.
    let short = own.filter(|_| *kind == Kind::Province);
    let short = short.and_then(|name| name.rsplit('-').next());
    own.into_iter().chain(short).chain(places.iter().copied())
}

/// The handle of an account, where it has one that people chose.
pub(super) fn handle_of(account: &Account) -> Option<&str> {
    account.handle.as_ref().map(crate::platform::AccountName::text)
}

/// The names of an organisation, numbered as in [`Target::item`].
fn names_of<'o>(
    organisation: &'o OrganisationSummary<'_>,
) -> impl Iterator<Item = (usize, &'o str)> {
    let abbreviation = organisation.abbreviation.map(|name| (ABBREVIATION, name));
    let aliases = (2..).zip(organisation.aliases.iter().copied());
    std::iter::once((0, organisation.name)).chain(abbreviation).chain(aliases)
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
    let organisation = directory.organisation(index);
    let name = match item.checked_sub(ABBREVIATION + 1) {
        Some(alias) => organisation.aliases.get(alias).map(String::as_str),
        None if item == ABBREVIATION => organisation.abbreviation.as_deref(),
        None => Some(organisation.name.as_str()),
    };
    name.unwrap_or_default()
}
