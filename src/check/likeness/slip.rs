//! Slips: how many letters must be added, dropped, replaced or swapped to get from one name to
//! another.

/// The letters and digits that stand in a name, one bit each.
pub(super) fn mask(letters: &[u8]) -> u64 {
    letters.iter().fold(0, |mask, letter| mask | 1 << (letter & 63))
}

/// The number of slips between two names, where it is at most `limit`: the optimal string alignment
/// distance, in which two neighbours that change places are one slip.
pub(super) fn slips(one: &[u8], other: &[u8], limit: usize) -> Option<usize> {
    let (one, other) = without_common_ends(one, other);
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.is_empty() || long.len() - short.len() > limit {
        return Some(long.len()).filter(|slips| *slips <= limit);
    }
    if limit <= 1 {
        // Both ends differ: it is one letter for another, or two that have changed places.
        let is_one = match (short, long) {
            ([_], [_]) => true,
            ([a, b], [c, d]) => a == d && b == c,
            _ => false,
        };
        return Some(1).filter(|_| is_one && limit == 1);
    }
    Some(strsim::generic_damerau_levenshtein(short, long)).filter(|slips| *slips <= limit)
}

fn without_common_ends<'a>(one: &'a [u8], other: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(start..), other.get(start..));
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let cut = |letters: &'a [u8]| letters.get(..letters.len() - end).unwrap_or_default();
    (cut(one), cut(other))
}
