//! The word index: every place at which a word of a text begins, sorted by the letters that follow it.
//!
//! What begins with given letters is then one run of neighbours, whether they begin a name, a word
//! inside it, or several words written as one. Each place is a [`Posting`], which holds all that
//! decides what a match there costs: a query of one letter meets a million of them in a large
//! directory, and reads no text of any.

use std::ops::{ControlFlow, Range};

use crate::search::answer::Field;
use crate::search::index::encoding::{FIELDS, number};
use crate::store::Part;
use crate::store::sorted::partition_point;

/// A place at which a word begins, and what is needed to weigh it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a bit of the stored form")]
pub(in crate::search) struct Posting {
    /// The rank of the organisation.
    pub(in crate::search) rank: u32,
    pub(in crate::search) field: Field,
    /// Whether the text begins here, or what follows its family word.
    pub(in crate::search) begins: bool,
    /// Whether that is behind the family word of an organisation that hardly goes without.
    pub(in crate::search) lacks_family_word: bool,
    /// Whether the text is a place of a municipality.
    pub(in crate::search) is_municipal_place: bool,
    /// Whether it is of an account that only others say is the organisation's.
    pub(in crate::search) is_unofficial: bool,
    /// Whether it is an id that a platform made up, or the address of a page.
    pub(in crate::search) is_opaque_id: bool,
    /// The length of the word, in bytes; 255 where it is longer.
    pub(in crate::search) word: u8,
    /// The length of all that follows, in bytes; 65,535 where it is longer.
    pub(in crate::search) rest: u16,
}

// A posting is one number of 64 bits, so that a run of them is read without a step between. From the
// lowest bit on:
//
//     0..32   rank           lowest, so that it is had by cutting the number off
//     32..36  field          a number of `encoding::FIELDS`, or MUNICIPAL_PLACE
//     36..40  flags          BEGINS, LACKS_FAMILY_WORD, UNOFFICIAL, OPAQUE_ID
//     40..48  word           the length of the word
//     48..64  rest           the length of all that follows
//
// Field and flags fill one byte: with one bit more, whether the match ends with what was typed, they
// are the index into a `CostTable`.

/// What stands for the field where it is a place of a municipality. It is the one fact about a kind
/// that a cost depends on, and takes no bit of its own where a number of the field is free.
const MUNICIPAL_PLACE: u8 = 15;
const BEGINS: u64 = 1 << 36;
const LACKS_FAMILY_WORD: u64 = 1 << 37;
const UNOFFICIAL: u64 = 1 << 38;
const OPAQUE_ID: u64 = 1 << 39;

impl Posting {
    /// As one number, the rank lowest.
    pub(in crate::search) fn pack(self) -> u64 {
        let flag = |is: bool, bit: u64| if is { bit } else { 0 };
        u64::from(self.rank)
            | u64::from(if self.is_municipal_place { MUNICIPAL_PLACE } else { number(self.field) })
                << 32
            | flag(self.begins, BEGINS)
            | flag(self.lacks_family_word, LACKS_FAMILY_WORD)
            | flag(self.is_unofficial, UNOFFICIAL)
            | flag(self.is_opaque_id, OPAQUE_ID)
            | u64::from(self.word) << 40
            | u64::from(self.rest) << 48
    }

    /// Whether nothing follows letters of this length at a packed word start.
    pub(in crate::search) fn is_whole(packed: u64, typed: usize) -> bool {
        usize::try_from(packed >> 48).is_ok_and(|rest| rest == typed)
    }

    /// The length of the word at a packed word start, in bytes.
    pub(in crate::search) fn word_length(packed: u64) -> usize {
        let [_, _, _, _, _, word, ..] = packed.to_le_bytes();
        usize::from(word)
    }

    pub(in crate::search) fn unpack(packed: u64) -> Self {
        let [r0, r1, r2, r3, kind, word, rest0, rest1] = packed.to_le_bytes();
        let is_municipal_place = kind & 15 == MUNICIPAL_PLACE;
        let field = FIELDS.get(usize::from(kind & 15)).copied();
        Self {
            rank: u32::from_le_bytes([r0, r1, r2, r3]),
            field: field.unwrap_or(if is_municipal_place { Field::Place } else { Field::Purpose }),
            begins: packed & BEGINS != 0,
            lacks_family_word: packed & LACKS_FAMILY_WORD != 0,
            is_municipal_place,
            is_unofficial: packed & UNOFFICIAL != 0,
            is_opaque_id: packed & OPAQUE_ID != 0,
            word,
            rest: u16::from_le_bytes([rest0, rest1]),
        }
    }
}

/// What postings cost that differ in nothing but their rank and their lengths: one entry for each value
/// of the byte of field and flags, and for both answers to whether a match ends there. It is filled
/// once a query, so that the loop over the postings only looks up.
struct CostTable<T>([T; 512]);

impl<T: Copy> CostTable<T> {
    /// `cost_of` is given a posting, and whether a word or the text ends with what was typed.
    fn new(mut cost_of: impl FnMut(&Posting, bool) -> T) -> Self {
        Self(std::array::from_fn(|index| {
            let [kind, ends, ..] = index.to_le_bytes();
            cost_of(&Posting::unpack(u64::from(kind) << 32), ends != 0)
        }))
    }

    fn of(&self, packed: u64, typed: usize) -> T {
        let [_, _, _, _, kind, word, rest0, rest1] = packed.to_le_bytes();
        let ends =
            usize::from(word) == typed || usize::from(u16::from_le_bytes([rest0, rest1])) == typed;
        let index = usize::from(kind) | usize::from(ends) << 8;
        #[expect(clippy::indexing_slicing, reason = "eight bits and one are below 512")]
        self.0[index]
    }
}

/// The rank of a packed word start.
pub(in crate::search) fn rank(packed: u64) -> u32 {
    let [r0, r1, r2, r3, ..] = packed.to_le_bytes();
    u32::from_le_bytes([r0, r1, r2, r3])
}

/// The most postings that are looked at for one word of a question; in a large directory a word may have a million.
pub(in crate::search) const MOST_LOOKED_AT: usize = 4_096;

/// The sorted word starts of a directory.
#[derive(Debug, Default)]
pub(in crate::search) struct WordIndex {
    /// [`Posting`]s, packed.
    pub(in crate::search) packed: Part,
    /// Where each stands in the letters.
    pub(in crate::search) places: Part,
    /// The letters of all texts.
    pub(in crate::search) letters: Part,
}

impl WordIndex {
    /// The word starts at which these letters follow.
    pub(in crate::search) fn range(&self, letters: &str) -> Range<usize> {
        let all = self.places.len() / 4;
        let first = partition_point(0..all, |at| {
            self.rest(at, letters.len(), |rest| rest < letters.as_bytes())
        });
        let end = partition_point(first..all, |at| {
            self.rest(at, letters.len(), |rest| rest == letters.as_bytes())
        });
        first..end
    }

    fn rest(&self, at: usize, length: usize, is: impl FnOnce(&[u8]) -> bool) -> bool {
        let place = self.places.u32_at(at).unwrap_or_default() as usize;
        is(&self.letters.read(place..place.saturating_add(length)))
    }

    /// Shows the postings of a range, one after the other.
    pub(in crate::search) fn each(&self, range: Range<usize>, mut visit: impl FnMut(Posting)) {
        self.each_packed(range, |packed| visit(Posting::unpack(packed)));
    }

    /// Shows the postings at which just these letters are all that follows, as long as `visit` wants more:
    /// they stand before those with anything behind.
    pub(in crate::search) fn each_whole(
        &self,
        letters: &str,
        visit: &mut dyn FnMut(Posting) -> ControlFlow<()>,
    ) {
        let range = self.range(letters);
        self.packed.pieces(range.start * 8..range.end * 8, &mut |_, bytes| {
            for packed in bytes.as_chunks().0 {
                let packed = u64::from_le_bytes(*packed);
                if !Posting::is_whole(packed, letters.len()) {
                    return ControlFlow::Break(());
                }
                visit(Posting::unpack(packed))?;
            }
            ControlFlow::Continue(())
        });
    }

    /// Shows the postings of a range as long as `visit` wants more.
    pub(in crate::search) fn each_until(
        &self,
        range: Range<usize>,
        visit: &mut dyn FnMut(Posting) -> ControlFlow<()>,
    ) {
        self.packed.pieces(range.start * 8..range.end * 8, &mut |_, bytes| {
            bytes
                .as_chunks()
                .0
                .iter()
                .try_for_each(|packed| visit(Posting::unpack(u64::from_le_bytes(*packed))))
        });
    }

    /// Whether a text of some fields begins with these letters, as far as anybody would look.
    pub(in crate::search) fn begins_a_text(
        &self,
        letters: &str,
        is: impl Fn(Field) -> bool,
    ) -> bool {
        let (mut is_met, mut left) = (false, MOST_LOOKED_AT);
        self.each_until(self.range(letters), &mut |posting| {
            is_met = posting.begins && is(posting.field);
            left -= 1;
            if is_met || left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        is_met
    }

    /// Shows the postings of a range as they are stored.
    fn each_packed(&self, range: Range<usize>, mut visit: impl FnMut(u64)) {
        self.packed.pieces(range.start * 8..range.end * 8, &mut |_, bytes| {
            for packed in bytes.as_chunks().0 {
                visit(u64::from_le_bytes(*packed));
            }
            ControlFlow::Continue(())
        });
    }

    /// Shows the postings of a range with what each costs letters of this length: all that
    /// decides it is looked up in a table, for there can be a million of them.
    pub(in crate::search) fn each_with_cost<T: Copy>(
        &self,
        range: Range<usize>,
        typed: usize,
        cost_of: impl FnMut(&Posting, bool) -> T,
        mut visit: impl FnMut(u64, T),
    ) {
        let table = CostTable::new(cost_of);
        self.each_packed(range, |packed| visit(packed, table.of(packed, typed)));
    }
}
