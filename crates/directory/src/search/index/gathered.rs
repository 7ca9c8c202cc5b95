//! What the index holds of some organisations, gathered apart from all others and joined in the order of the file.
//!
//! Nothing in it depends on who stands beside whom, so that threads can gather at once, and of a large directory no
//! more need be held than what is being gathered.

use std::collections::HashMap;

use crate::directory::{Account, AccountIndex, Directory, Kind, Organisation, OrganisationIndex};
use crate::search::answer::Field;
use crate::search::index::encoding;
use crate::search::index::entries::{Entries, Entry, host_of};
use crate::search::index::word_index::Posting;
use crate::search::rank::costs::goes_by_bare_name;
use crate::search::tokens::mask;
use crate::store::sorted;

/// What the index holds of organisations that follow one another in the file.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// The letters of all texts, and how many bytes each organisation has of them.
    pub(super) letters: String,
    pub(super) letter_lengths: Vec<u32>,
    /// What the texts are, and how many bytes each organisation has of that.
    pub(super) encoded: Vec<u8>,
    pub(super) encoded_lengths: Vec<u32>,
    pub(super) kinds: Vec<u8>,
    pub(super) masks: Vec<u64>,
    /// For each organisation one more than the place of its province among the names, or 0.
    pub(super) provinces: Vec<u32>,
    pub(super) province_names: Names,
    /// The hashes of the hosts of websites, with whose they are.
    pub(super) hosts: Vec<(u64, u32)>,
    /// The postings, packed, and where each stands in the letters of its organisation.
    pub(super) packed: Vec<u64>,
    pub(super) places: Vec<u32>,
    /// The texts of the organisation that is being added.
    entries: Entries,
}

/// Different names, each with a number from 1 on.
#[derive(Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<String, u32>,
    pub(super) all: Vec<String>,
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        self.all.push(name.to_owned());
        let number = small(self.all.len());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// One organisation: where it stands, what it is, and what the index numbers it by.
#[derive(Clone, Copy)]
pub(crate) struct Owner<'d> {
    pub(crate) index: OrganisationIndex,
    pub(crate) organisation: &'d Organisation,
    pub(crate) rank: u32,
}

impl Gathered {
    /// Adds an organisation, with its accounts looked up; the words of its kind and its services are those of a
    /// directory.
    pub(crate) fn add<'d>(
        &mut self,
        directory: &'d Directory,
        owner: Owner<'d>,
        account: &dyn Fn(AccountIndex) -> &'d Account,
    ) {
        let Owner { index, organisation, rank } = owner;
        let mut entries = std::mem::take(&mut self.entries);
        entries.fill(directory, index, organisation, account);
        self.letter_lengths.push(small(entries.arena.len()));
        self.letters.push_str(&entries.arena);
        let begin = self.encoded.len();
        encoding::write(&entries, &mut self.encoded);
        self.encoded_lengths.push(small(self.encoded.len() - begin));
        self.kinds.push(kind_number(organisation.kind));
        self.masks.push(mask(&entries.arena));
        let province = organisation.province.as_deref();
        self.provinces.push(province.map_or(0, |name| self.province_names.number(name)));
        let host = host_of(organisation).map(|host| sorted::hash([host.as_bytes()]));
        self.hosts.extend(host.map(|hash| (hash, small(index.position()))));
        for entry in &entries.all {
            self.add_postings(&entries, entry, rank, organisation.kind);
        }
        self.entries = entries;
    }

    fn add_postings(&mut self, entries: &Entries, entry: &Entry, rank: u32, kind: Kind) {
        let letters = entries.letters(entry);
        let starts = entries.word_starts(entry);
        let ends = starts.iter().skip(1).copied().chain([small(letters.len())]);
        for (&at, end) in starts.iter().zip(ends) {
            let rest = letters.get(at as usize..).unwrap_or_default();
            let posting = Posting {
                rank,
                field: entry.field,
                begins: at == 0 || at == entry.bare_start,
                lacks_family_word: at != 0 && at == entry.bare_start && !goes_by_bare_name(kind),
                is_municipal_place: entry.field == Field::Place && kind == Kind::Municipality,
                is_unofficial: entry.is_unofficial,
                is_opaque_id: entry.is_opaque_id,
                word: u8::try_from(end - at).unwrap_or(u8::MAX),
                rest: u16::try_from(rest.len()).unwrap_or(u16::MAX),
            };
            self.packed.push(posting.pack());
            self.places.push(entry.letters.start + at);
        }
    }

    /// Adds what was gathered of the organisations behind these.
    pub(crate) fn append(&mut self, other: &Self) {
        self.letters.push_str(&other.letters);
        self.letter_lengths.extend(&other.letter_lengths);
        self.encoded.extend(&other.encoded);
        self.encoded_lengths.extend(&other.encoded_lengths);
        self.kinds.extend(&other.kinds);
        self.masks.extend(&other.masks);
        let names = other.province_names.all.iter();
        let numbers: Vec<u32> = names.map(|name| self.province_names.number(name)).collect();
        let number = |of: &u32| of.checked_sub(1).and_then(|at| numbers.get(at as usize).copied());
        self.provinces.extend(other.provinces.iter().map(|of| number(of).unwrap_or(0)));
        self.hosts.extend(&other.hosts);
        self.packed.extend(&other.packed);
        self.places.extend(&other.places);
    }
}

/// The number of a kind in the stored form.
fn kind_number(kind: Kind) -> u8 {
    Kind::ALL.iter().zip(0..).find(|(known, _)| **known == kind).map_or(0, |(_, number)| number)
}

pub(super) fn small(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
