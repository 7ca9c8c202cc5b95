//! The stored index: its parts, and what they say of each organisation.
//!
//! Organisations are numbered by rank in it: what exists before what has ended, then the likelier
//! kind, the shorter name, the id. Of two hits that are equal otherwise the lower rank comes first.

use std::borrow::Cow;
use std::ops::{ControlFlow, Range};

use crate::directory::{Directory, Kind, OrganisationIndex};
use crate::search::index::encoding;
use crate::search::index::entries::Entries;
use crate::search::index::parts;
use crate::search::index::provinces::Provinces;
use crate::search::index::vocabulary::Vocabulary;
use crate::search::index::word_index::WordIndex;
use crate::store::sorted::{hash, partition_point};
use crate::store::{Part, Store};

/// The parts of a stored index.
#[derive(Debug, Default)]
pub(in crate::search) struct Tables {
    /// How many organisations there are.
    pub(in crate::search) count: u32,
    /// The rank of the first that has ended.
    pub(in crate::search) first_ended: u32,
    pub(in crate::search) word_index: WordIndex,
    pub(in crate::search) vocabulary: Vocabulary,
    pub(in crate::search) letters: Part,
    masks: Part,
    letters_at: Part,
    encoded: Part,
    encoded_at: Part,
    order: Part,
    kinds: Part,
    hosts: Part,
    ended: Part,
    pub(in crate::search) provinces: Provinces,
    /// The numbers and the letters of the words of topics.
    pub(in crate::search) topics: (Part, Part),
}

impl Tables {
    /// The index in a store; `None` where it holds none.
    pub(in crate::search) fn open(store: &Store) -> Option<Self> {
        let head = store.part(parts::HEAD);
        let (count, first_ended) = (head.u32_at(0)?, head.u32_at(1)?);
        let letters = store.part(parts::LETTERS);
        let word_index = WordIndex {
            packed: store.part(parts::POSTINGS),
            places: store.part(parts::POSTINGS_AT),
            letters: letters.clone(),
        };
        let vocabulary = Vocabulary {
            records: store.part(parts::WORDS),
            letters: store.part(parts::WORD_LETTERS),
        };
        let tables = Self {
            count,
            first_ended,
            word_index,
            vocabulary,
            letters,
            masks: store.part(parts::MASKS),
            letters_at: store.part(parts::LETTERS_AT),
            encoded: store.part(parts::ENCODED),
            encoded_at: store.part(parts::ENCODED_AT),
            order: store.part(parts::ORDER),
            kinds: store.part(parts::KINDS),
            hosts: store.part(parts::HOSTS),
            ended: store.part(parts::ENDED),
            provinces: Provinces {
                numbers: store.part(parts::PROVINCES),
                names: store.part(parts::PROVINCE_NAMES),
            },
            topics: (store.part(parts::TOPICS), store.part(parts::TOPIC_LETTERS)),
        };
        (tables.order.len() == count as usize * 4).then_some(tables)
    }

    /// The organisation of a rank.
    pub(in crate::search) fn organisation(&self, rank: u32) -> OrganisationIndex {
        OrganisationIndex(self.order.u32_at(rank as usize).unwrap_or_default())
    }

    /// The rank of an organisation.
    pub(in crate::search) fn rank(&self, organisation: OrganisationIndex) -> Option<u32> {
        let mut found = None;
        self.order.pieces(0..self.order.len(), &mut |at, bytes| {
            let ranks = bytes.as_chunks().0;
            let position =
                ranks.iter().position(|index| u32::from_le_bytes(*index) == organisation.0);
            found = position.and_then(|position| u32::try_from(at / 4 + position).ok());
            if found.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        found
    }

    /// The kinds of all organisations, by rank, as numbers for [`Tables::kind`].
    pub(in crate::search) fn kinds(&self) -> Cow<'_, [u8]> {
        self.kinds.read(0..self.kinds.len())
    }

    /// The letters and digits that each of a run of ranks holds, in 8 bytes.
    pub(in crate::search) fn masks(&self, ranks: Range<u32>) -> Cow<'_, [u8]> {
        self.masks.read(ranks.start as usize * 8..ranks.end as usize * 8)
    }

    /// The kind with a number.
    pub(in crate::search) fn kind(number: Option<&u8>) -> Kind {
        let kind = number.and_then(|&number| Kind::ALL.get(usize::from(number)));
        kind.copied().unwrap_or(Kind::Other)
    }

    /// The kind of the organisation of a rank.
    pub(in crate::search) fn kind_of(&self, rank: u32) -> Kind {
        Self::kind(self.kinds.read(rank as usize..rank as usize + 1).first())
    }

    /// Reads the texts of the organisation of a rank.
    pub(in crate::search) fn read(&self, rank: u32, entries: &mut Entries) {
        let encoded = self.encoded.read(between(&self.encoded_at, rank));
        let letters = self.letters.read(between(&self.letters_at, rank));
        encoding::read(&encoded, &letters, entries);
    }

    /// Reads what the texts of a run of ranks hold, as it is stored.
    pub(in crate::search) fn block(&self, ranks: Range<u32>) -> Block<'_> {
        let begins = |at: &Part| -> Vec<u32> {
            let bytes = at.read(ranks.start as usize * 4..(ranks.end as usize + 1) * 4);
            bytes.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
        };
        let (letters_at, encoded_at) = (begins(&self.letters_at), begins(&self.encoded_at));
        let span = |at: &[u32]| {
            let place = |place: Option<&u32>| place.copied().unwrap_or_default() as usize;
            place(at.first())..place(at.last())
        };
        Block {
            letters: self.letters.read(span(&letters_at)),
            encoded: self.encoded.read(span(&encoded_at)),
            letters_at,
            encoded_at,
        }
    }

    /// Where the letters of each rank begin, and where all end, as numbers of 4 bytes.
    pub(in crate::search) fn letters_at(&self) -> Cow<'_, [u8]> {
        self.letters_at.read(0..self.letters_at.len())
    }

    /// The organisation whose website is on this host.
    pub(in crate::search) fn by_host(
        &self,
        directory: &Directory,
        host: &str,
    ) -> Option<OrganisationIndex> {
        let host = host.strip_prefix("www.").unwrap_or(host);
        let count = self.hosts.len() / 12;
        let wanted = hash([host.as_bytes()]);
        let known = |at: usize| self.hosts.u64_at(at).unwrap_or_default();
        let first = partition_point(0..count, |at| known(at) < wanted);
        let index = |at: usize| Some(OrganisationIndex(self.hosts.u32_at(count * 2 + at)?));
        let same = (first..count).take_while(|&at| known(at) == wanted).filter_map(index);
        same.into_iter().find(|&index| {
            crate::search::index::entries::host_of(directory.organisation(index)).as_deref()
                == Some(host)
        })
    }

    /// All organisations: first those that exist, then those that have ended, each in the order
    /// of the directory.
    pub(in crate::search) fn in_order(&self) -> impl Iterator<Item = OrganisationIndex> {
        let bytes = self.ended.read(0..self.ended.len());
        let ended: Vec<u32> =
            bytes.as_chunks().0.iter().map(|it| u32::from_le_bytes(*it)).collect();
        let mut next = ended.clone().into_iter().peekable();
        let existing = (0..self.count).filter(move |index| next.next_if_eq(index).is_none());
        existing.chain(ended).map(OrganisationIndex)
    }
}

/// The stored texts of a run of ranks.
pub(in crate::search) struct Block<'t> {
    letters: Cow<'t, [u8]>,
    encoded: Cow<'t, [u8]>,
    letters_at: Vec<u32>,
    encoded_at: Vec<u32>,
}

impl Block<'_> {
    /// The letters of all texts of the organisation at a position in the run.
    pub(in crate::search) fn letters(&self, position: usize) -> &[u8] {
        cut(&self.letters, &self.letters_at, position)
    }

    /// Reads the texts of the organisation at a position in the run.
    pub(in crate::search) fn read(&self, position: usize, entries: &mut Entries) {
        encoding::read(
            cut(&self.encoded, &self.encoded_at, position),
            self.letters(position),
            entries,
        );
    }
}

/// The bytes at a position, by where each begins.
fn cut<'b>(bytes: &'b [u8], begins: &[u32], position: usize) -> &'b [u8] {
    let (Some(first), Some(begin), Some(end)) =
        (begins.first(), begins.get(position), begins.get(position + 1))
    else {
        return &[];
    };
    bytes
        .get(begin.saturating_sub(*first) as usize..end.saturating_sub(*first) as usize)
        .unwrap_or_default()
}

/// The part of something that belongs to a rank, by where each begins.
fn between(at: &Part, rank: u32) -> Range<usize> {
    let begin = at.u32_at(rank as usize).unwrap_or_default() as usize;
    let end = at.u32_at(rank as usize + 1).unwrap_or_default() as usize;
    begin..end.max(begin)
}
