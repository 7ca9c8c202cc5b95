//! Laying out the index: the folded texts of a directory in the order of rank, and sorted tables
//! over them, written once as parts of a store.

use std::collections::HashSet;
use std::io::{self, Write};

use crate::directory::lexicon::PhraseRole;
use crate::directory::{Directory, Kind, OrganisationIndex};
use crate::search::answer::Field;
use crate::search::index::encoding;
use crate::search::index::entries::{Entries, Entry, host_of};
use crate::search::index::word_index::{Posting, UnsortedPostings};
use crate::search::index::{parts, provinces, topic_words, vocabulary};
use crate::search::rank::costs::{goes_by_bare_name, kind_prior};
use crate::search::tokens::mask;
use crate::store::{Writer, sorted};

/// After so many organisations it is told how many are done.
const PROGRESS_EVERY: u32 = 1024;

/// What is gathered in one walk over the organisations.
#[derive(Default)]
struct IndexBuilder {
    letters: String,
    letters_at: Vec<u8>,
    encoded: Vec<u8>,
    encoded_at: Vec<u8>,
    kinds: Vec<u8>,
    masks: Vec<u8>,
    postings: UnsortedPostings,
}

/// Whose texts they are: its rank, its kind, and where its letters begin.
#[derive(Clone, Copy)]
struct Owner {
    rank: u32,
    kind: Kind,
    begin: u32,
}

/// Writes the index of a directory; `progress` hears what is done, of how much.
pub(in crate::search) fn write_to<W: Write>(
    directory: &Directory,
    to: &mut Writer<W>,
    progress: &dyn Fn(u64, u64),
) -> io::Result<()> {
    let order = order(directory);
    let exists = |index: &OrganisationIndex| directory.organisation(*index).ended.is_none();
    let first_ended = order.partition_point(exists);
    let head = [order.len(), first_ended].map(small);
    to.part(parts::HEAD, &bytes(head))?;
    to.part(parts::ORDER, &bytes(order.iter().map(|index| small(index.position()))))?;
    let mut indexes: Vec<u32> =
        order.iter().skip(first_ended).map(|index| small(index.position())).collect();
    indexes.sort_unstable();
    to.part(parts::ENDED, &bytes(indexes))?;
    to.part(parts::HOSTS, &hosts(directory))?;
    let (numbers, names) = provinces::lay_out(directory, &order);
    to.part(parts::PROVINCES, &numbers)?;
    to.part(parts::PROVINCE_NAMES, &names)?;
    let optional = [PhraseRole::Action, PhraseRole::Ignored];
    let optional = optional.into_iter().flat_map(|role| directory.lexicon.phrases_of(role));
    let optional: HashSet<&str> = optional.collect();
    let (numbers, letters) = topic_words::lay_out(directory, |word| optional.contains(word));
    to.part(parts::TOPICS, &numbers)?;
    to.part(parts::TOPIC_LETTERS, &letters)?;
    let mut builder = IndexBuilder::default();
    // Sorting takes half as long as gathering.
    let count = u64::from(small(order.len()));
    let total = count + count / 2;
    for (&index, rank) in order.iter().zip(0..) {
        builder.add(directory, index, rank);
        if rank % PROGRESS_EVERY == 0 {
            progress(rank.into(), total);
        }
    }
    builder.write_to(to, &|| progress(count + count / 4, total))?;
    progress(total, total);
    Ok(())
}

/// The organisations by rank: what decides between hits that are equal otherwise.
fn order(directory: &Directory) -> Vec<OrganisationIndex> {
    let mut order: Vec<_> = directory
        .organisation_indexes()
        .map(|index| {
            let it = directory.organisation(index);
            (it.ended.is_some(), kind_prior(it.kind), it.name.chars().count(), &it.id, index)
        })
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(.., index)| index).collect()
}

impl IndexBuilder {
    fn add(&mut self, directory: &Directory, index: OrganisationIndex, rank: u32) {
        let entries = Entries::new(directory, index);
        let begin = small(self.letters.len());
        self.letters_at.extend(begin.to_le_bytes());
        self.encoded_at.extend(small(self.encoded.len()).to_le_bytes());
        let kind = directory.organisation(index).kind;
        self.kinds.push(kind_number(kind));
        self.masks.extend(mask(&entries.arena).to_le_bytes());
        for entry in &entries.all {
            self.add_postings(&entries, entry, Owner { rank, kind, begin });
        }
        encoding::write(&entries, &mut self.encoded);
        self.letters.push_str(&entries.arena);
    }

    fn add_postings(&mut self, entries: &Entries, entry: &Entry, owner: Owner) {
        let Owner { rank, kind, begin } = owner;
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
            self.postings.add(rest, begin + entry.letters.start + at, posting);
        }
    }

    fn write_to<W: Write>(mut self, to: &mut Writer<W>, sorted: &dyn Fn()) -> io::Result<()> {
        self.letters_at.extend(small(self.letters.len()).to_le_bytes());
        self.encoded_at.extend(small(self.encoded.len()).to_le_bytes());
        to.part(parts::LETTERS, self.letters.as_bytes())?;
        to.part(parts::LETTERS_AT, &self.letters_at)?;
        to.part(parts::ENCODED, &self.encoded)?;
        to.part(parts::ENCODED_AT, &self.encoded_at)?;
        to.part(parts::KINDS, &self.kinds)?;
        to.part(parts::MASKS, &self.masks)?;
        let postings = self.postings.sort(&self.letters);
        sorted();
        to.begin(parts::POSTINGS)?;
        for (packed, _) in &postings {
            to.write(&packed.to_le_bytes())?;
        }
        to.end()?;
        to.begin(parts::POSTINGS_AT)?;
        for (_, place) in &postings {
            to.write(&place.to_le_bytes())?;
        }
        to.end()?;
        let (words, letters) = vocabulary::lay_out(&postings, &self.letters);
        to.part(parts::WORDS, &words)?;
        to.part(parts::WORD_LETTERS, &letters)
    }
}

fn small(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

fn bytes(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// The number of a kind in the stored form.
fn kind_number(kind: Kind) -> u8 {
    Kind::ALL.iter().zip(0..).find(|(known, _)| **known == kind).map_or(0, |(_, number)| number)
}

/// The hosts of websites, each with the first organisation that has it, sorted by hash.
fn hosts(directory: &Directory) -> Vec<u8> {
    let mut hosts: Vec<(u64, u32)> = directory
        .organisation_indexes()
        .filter_map(|index| {
            let host = host_of(directory.organisation(index))?;
            Some((sorted::hash([host.as_bytes()]), small(index.position())))
        })
        .collect();
    hosts.sort_unstable();
    let hashes = hosts.iter().flat_map(|(hash, _)| hash.to_le_bytes());
    hashes.chain(hosts.iter().flat_map(|(_, index)| index.to_le_bytes())).collect()
}
