//! The distinct words of a directory, for what was mistyped.

use std::ops::Range;

use crate::search::index::sorting::Postings;
use crate::search::index::word_index::Posting;
use crate::search::tokens::mask;
use crate::search::typo::{self, is_typo_candidate};
use crate::store::Part;
use crate::store::sorted::partition_point;

/// Words of fewer letters are never what a mistyped word was meant to be.
const SHORTEST: usize = 3;

/// The most words that one mistyped word is taken for.
const MOST_WORDS: usize = 512;

/// The bytes of one word in the table: its mask (8), where its letters stand among those of all
/// words, the word starts with its letters, from and to, and its length (4 each).
const RECORD: usize = 24;

/// The distinct words, sorted.
#[derive(Debug, Default)]
pub(in crate::search) struct Vocabulary {
    pub(in crate::search) records: Part,
    pub(in crate::search) letters: Part,
}

/// A word that was perhaps meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Candidate {
    /// How many typing errors lie between.
    pub(in crate::search) typos: u32,
    /// The postings that begin with its letters.
    pub(in crate::search) postings: Range<usize>,
    /// Its length in bytes.
    pub(in crate::search) length: usize,
}

struct Record {
    mask: u64,
    letters: Range<usize>,
    postings: Range<usize>,
}

impl Record {
    fn read(bytes: &[u8]) -> Option<Self> {
        let (mask, rest) = bytes.split_first_chunk()?;
        let [at, from, to, length] = *rest.as_chunks().0 else { return None };
        let number = |bytes| u32::from_le_bytes(bytes) as usize;
        let at = number(at);
        Some(Self {
            mask: u64::from_le_bytes(*mask),
            letters: at..at.checked_add(number(length))?,
            postings: number(from)..number(to),
        })
    }
}

impl Vocabulary {
    /// The words that a mistyped word may have been, the likeliest first.
    pub(in crate::search) fn near(&self, typed: &str) -> Vec<Candidate> {
        let mut letters = typed.chars();
        let (Some(first), second) = (letters.next(), letters.next()) else { return Vec::new() };
        // Hardly anyone mistypes the first letter, but for swapping the first two.
        let swapped = second.filter(|second| *second != first).map(|second| [second, first]);
        let mut near = Vec::new();
        for beginning in [Some(first.to_string()), swapped.map(String::from_iter)] {
            self.near_of(typed, &beginning.unwrap_or_default(), &mut near);
        }
        near.sort_by_key(|word| (word.typos, word.postings.start));
        near.truncate(MOST_WORDS);
        near
    }

    /// The words with this beginning that a mistyped word may have been, added to `near`.
    fn near_of(&self, typed: &str, beginning: &str, near: &mut Vec<Candidate>) {
        let range = self.range(beginning);
        let (Some(from), Some(to)) =
            (self.record(range.start), self.record(range.end.wrapping_sub(1)))
        else {
            return;
        };
        if beginning.is_empty() || range.is_empty() {
            return;
        }
        let all = self.letters.read(from.letters.start..to.letters.end);
        let mask = mask(typed);
        let allowed = typo::max_typos(typed.chars().count());
        let records = self.records.read(range.start * RECORD..range.end * RECORD);
        for record in records.chunks_exact(RECORD).filter_map(Record::read) {
            // A typing error brings in one letter at most that the word lacks.
            if (mask & !record.mask).count_ones() > allowed {
                continue;
            }
            let at = record.letters.start - from.letters.start;
            let word = all.get(at..at + record.letters.len()).map(std::str::from_utf8);
            if let Some(Ok(word)) = word
                && let Some(typos) = typo::distance(typed, word)
            {
                near.push(Candidate { typos, postings: record.postings, length: word.len() });
            }
        }
    }

    fn range(&self, beginning: &str) -> Range<usize> {
        let all = self.records.len() / RECORD;
        let first = partition_point(0..all, |at| self.word(at, |word| word < beginning.as_bytes()));
        let end = partition_point(first..all, |at| {
            self.word(at, |word| word.starts_with(beginning.as_bytes()))
        });
        first..end
    }

    fn record(&self, at: usize) -> Option<Record> {
        let at = at.checked_mul(RECORD)?;
        Record::read(&self.records.read(at..at.checked_add(RECORD)?))
    }

    fn word(&self, at: usize, is: impl FnOnce(&[u8]) -> bool) -> bool {
        self.record(at).is_some_and(|record| is(&self.letters.read(record.letters)))
    }
}

/// The words of sorted postings, as records and letters.
pub(in crate::search) fn lay_out(postings: &Postings, letters: &str) -> (Vec<u8>, Vec<u8>) {
    let word_at = |(&packed, &place): (&u64, &u32)| {
        let posting = Posting::unpack(packed);
        let is_name =
            posting.word < u8::MAX && is_typo_candidate(posting.field, posting.is_opaque_id);
        let word = letters.get(place as usize..place as usize + usize::from(posting.word));
        word.filter(|word| is_name && word.chars().count() >= SHORTEST)
    };
    let mut words: Vec<&str> = Vec::new();
    for word in postings.packed.iter().zip(&postings.places).filter_map(word_at) {
        if words.last() != Some(&word) {
            words.push(word);
        }
    }
    words.sort_unstable();
    words.dedup();
    let behind = |&place: &u32, length: usize| {
        letters.as_bytes().get(place as usize..place as usize + length).unwrap_or_default()
    };
    let (mut records, mut written) = (Vec::new(), Vec::new());
    let mut from = 0;
    for word in words {
        from += ahead(postings.places.get(from..).unwrap_or_default(), |place| {
            behind(place, word.len()) < word.as_bytes()
        });
        let to = from
            + ahead(postings.places.get(from..).unwrap_or_default(), |place| {
                behind(place, word.len()) == word.as_bytes()
            });
        records.extend(mask(word).to_le_bytes());
        for number in [written.len(), from, to, word.len()] {
            records.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
        }
        written.extend(word.as_bytes());
    }
    (records, written)
}

/// How many items at the front are so, where none behind the first that is not is so either;
/// quick where it is few.
fn ahead<T>(items: &[T], is_so: impl Fn(&T) -> bool) -> usize {
    let mut reach = 1;
    while items.get(reach - 1).is_some_and(&is_so) {
        reach *= 2;
    }
    items.get(..reach.min(items.len())).unwrap_or_default().partition_point(is_so)
}
