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
    /// The third to tenth byte of what follows.
    key: u64,
    packed: u64,
    place: u32,
}

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
        lot.extend(some.iter().zip(&*some_places).map(|(&packed, &place)| {
            let mut key = [0; 8];
            let following = rest(letters, packed, place, 2);
            key.iter_mut().zip(following).for_each(|(to, from)| *to = *from);
            Keyed { key: u64::from_be_bytes(key), packed, place }
        }));
        lot.sort_unstable_by(|a, b| {
            let behind = |it: &Keyed| rest(letters, it.packed, it.place, 10);
            (a.key.cmp(&b.key))
                .then_with(|| behind(a).cmp(behind(b)))
                .then_with(|| (rank(a.packed), a.place).cmp(&(rank(b.packed), b.place)))
        });
        for (it, (packed, place)) in lot.iter().zip(some.iter_mut().zip(some_places)) {
            (*packed, *place) = (it.packed, it.place);
        }
    }
}

/// What follows the first bytes, so many, up to the end of the text.
fn rest(letters: &[u8], packed: u64, place: u32, skip: usize) -> &[u8] {
    let behind = letters.get(place as usize + skip..).unwrap_or_default();
    let length = usize::from(Posting::unpack(packed).rest).saturating_sub(skip);
    behind.get(..length).unwrap_or(behind)
}
