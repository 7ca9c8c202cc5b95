//! Sorting word starts by the letters that follow them.
//!
//! They are dealt out by their first two bytes, and each lot is sorted with the next eight beside them: what is read
//! of the letters is mostly one place, and no more is held twice than a lot.

use std::thread;

use crate::search::index::word_index::{Posting, rank};

/// Sorted postings.
#[derive(Debug, Default)]
pub(in crate::search) struct Postings {
    /// Each packed.
    pub(in crate::search) packed: Vec<u64>,
    /// Where each stands in the letters.
    pub(in crate::search) places: Vec<u32>,
}

/// So many lots are there: one for each two bytes.
const LOTS: usize = 1 << 16;

/// Sorts postings by what follows, then by rank. They come with their places in the letters of their organisations,
/// which begin in `letters` at `begins`, by rank.
pub(in crate::search) fn sort(
    packed: Vec<u64>,
    places: Vec<u32>,
    begins: &[u32],
    letters: &str,
) -> Postings {
    let letters = letters.as_bytes();
    let place = |packed: u64, place: u32| {
        let begin = begins.get(rank(packed) as usize).copied().unwrap_or_default();
        begin.saturating_add(place)
    };
    let all = || packed.iter().zip(&places).map(|(&one, &at)| (one, place(one, at)));
    let mut ends = vec![0_usize; LOTS];
    for (_, place) in all() {
        if let Some(count) = ends.get_mut(lot(letters, place)) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for end in &mut ends {
        (*end, sum) = (sum, sum + *end);
    }
    let mut sorted = Postings { packed: vec![0; packed.len()], places: vec![0; packed.len()] };
    for (one, place) in all() {
        // Filled from its beginning on, so that each is its end when all are dealt out.
        let Some(end) = ends.get_mut(lot(letters, place)) else { continue };
        if let (Some(to), Some(at)) = (sorted.packed.get_mut(*end), sorted.places.get_mut(*end)) {
            (*to, *at) = (one, place);
        }
        *end += 1;
    }
    drop((packed, places));
    let middle = ends.partition_point(|end| *end < sorted.packed.len() / 2);
    let (low_ends, high_ends) = ends.split_at(middle);
    let begin = low_ends.last().copied().unwrap_or_default();
    let (low, high) = sorted.packed.split_at_mut(begin);
    let (low_places, high_places) = sorted.places.split_at_mut(begin);
    thread::scope(|scope| {
        scope.spawn(|| sort_lots(low_ends, 0, (low, low_places), letters));
        sort_lots(high_ends, begin, (high, high_places), letters);
    });
    sorted
}

/// The lot of a place: its first two bytes. Behind the letters of each text stands a sign that sorts before all.
fn lot(letters: &[u8], place: u32) -> usize {
    let byte = |at: usize| letters.get(at).copied().map_or(0, usize::from);
    byte(place as usize) << 8 | byte(place as usize + 1)
}

/// A word start with the letters that mostly decide its place.
#[derive(Clone, Copy)]
struct Keyed {
    /// Eight bytes of what follows, nothing but 0 behind its end.
    key: u64,
    packed: u64,
    place: u32,
}

impl Keyed {
    /// With the eight bytes behind the first, so many, as its key.
    fn new(letters: &[u8], (packed, place): (u64, u32), skip: usize) -> Self {
        let mut key = [0; KEY];
        let following = rest(letters, packed, place, skip);
        key.iter_mut().zip(following).for_each(|(to, from)| *to = *from);
        Self { key: u64::from_be_bytes(key), packed, place }
    }

    /// What decides between equal letters.
    fn standing(&self) -> (u32, u32) {
        (rank(self.packed), self.place)
    }

    /// Whether the text goes on behind its key.
    fn goes_on(&self) -> bool {
        self.key.to_be_bytes().last() != Some(&0)
    }
}

/// So many bytes are in a key.
const KEY: usize = 8;

/// Fewer word starts than this are compared by all that follows; more by key after key, which are read once each.
const FEW: usize = 16;

fn sort_lots(
    ends: &[usize],
    mut begin: usize,
    (mut packed, mut places): (&mut [u64], &mut [u32]),
    letters: &[u8],
) {
    let mut lot = Vec::new();
    for end in ends {
        let (some, behind) = packed.split_at_mut_checked(end - begin).unwrap_or_default();
        let (some_places, places_behind) =
            places.split_at_mut_checked(end - begin).unwrap_or_default();
        (packed, places, begin) = (behind, places_behind, *end);
        if some.len() < 2 {
            continue;
        }
        lot.clear();
        let all = some.iter().copied().zip(some_places.iter().copied());
        lot.extend(all.map(|one| Keyed::new(letters, one, 2)));
        sort_lot(&mut lot, letters);
        for (it, (packed, place)) in lot.iter().zip(some.iter_mut().zip(some_places)) {
            (*packed, *place) = (it.packed, it.place);
        }
    }
}

/// Sorts word starts that begin with the same two bytes, and have those behind them as keys.
fn sort_lot(lot: &mut [Keyed], letters: &[u8]) {
    let mut left = vec![(lot, 2 + KEY)];
    while let Some((some, skip)) = left.pop() {
        if some.len() < FEW {
            let behind = |it: &Keyed| rest(letters, it.packed, it.place, skip);
            some.sort_unstable_by(|a, b| {
                (a.key.cmp(&b.key))
                    .then_with(|| behind(a).cmp(behind(b)))
                    .then_with(|| a.standing().cmp(&b.standing()))
            });
            continue;
        }
        some.sort_unstable_by_key(|it| (it.key, it.standing()));
        for alike in some.chunk_by_mut(|one, next| one.key == next.key) {
            if alike.len() < 2 || !alike.first().is_some_and(Keyed::goes_on) {
                continue;
            }
            for it in &mut *alike {
                *it = Keyed::new(letters, (it.packed, it.place), skip);
            }
            left.push((alike, skip + KEY));
        }
    }
}

/// What follows the first bytes, so many, up to the end of the text.
fn rest(letters: &[u8], packed: u64, place: u32, skip: usize) -> &[u8] {
    let behind = letters.get(place as usize + skip..).unwrap_or_default();
    let length = usize::from(Posting::unpack(packed).rest).saturating_sub(skip);
    behind.get(..length).unwrap_or(behind)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::answer::Field;

    /// A word start in a text of which so much is left.
    fn posting(rank: u32, rest: usize) -> u64 {
        let rest = u16::try_from(rest).unwrap();
        Posting {
            rank,
            field: Field::Name,
            begins: false,
            lacks_family_word: false,
            is_municipal_place: false,
            is_unofficial: false,
            is_opaque_id: false,
            word: 1,
            rest,
        }
        .pack()
    }

    proptest! {
        #[test]
        fn word_starts_are_sorted_by_all_that_follows(
            texts in prop::collection::vec("[ab]{1,2}(ab){0,20}[abc]{0,2}", 1..60),
        ) {
            let (mut letters, mut begins) = (String::new(), Vec::new());
            let (mut packed, mut places, mut expected) = (Vec::new(), Vec::new(), Vec::new());
            for (text, rank) in texts.iter().zip(0..) {
                begins.push(u32::try_from(letters.len()).unwrap());
                for at in 0..text.len() {
                    packed.push(posting(rank, text.len() - at));
                    places.push(u32::try_from(at).unwrap());
                    let place = u32::try_from(letters.len() + at).unwrap();
                    expected.push((text.get(at..).unwrap(), rank, place));
                }
                letters.push_str(text);
                letters.push('\u{1}');
            }
            expected.sort_unstable();
            let sorted = sort(packed, places, &begins, &letters);
            let found: Vec<(u32, u32)> =
                sorted.packed.iter().map(|one| rank(*one)).zip(sorted.places).collect();
            let expected: Vec<(u32, u32)> =
                expected.into_iter().map(|(_, rank, place)| (rank, place)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
