//! Typos: how many letters must be added, dropped, replaced or swapped to get from one name to
//! another.

/// The letters and digits that stand in a name, one bit each.
pub(super) fn letter_mask(letters: &[u8]) -> u64 {
    letters.iter().fold(0, |mask, letter| mask | 1 << (letter & 63))
}

/// The number of typos between two names, where it is at most `limit`: the optimal string alignment
/// distance, in which two neighbours that change places are one typo.
pub(super) fn edit_distance(one: &[u8], other: &[u8], limit: usize) -> Option<usize> {
    let (one, other) = without_common_ends(one, other);
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.is_empty() || long.len() - short.len() > limit {
        return Some(long.len()).filter(|typos| *typos <= limit);
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
    bounded(short, long, limit)
}

/// Longer rows are not compared; no name is.
const LONGEST: usize = 127;

/// The distance row by row, as long as some way is within the limit.
fn bounded(short: &[u8], long: &[u8], limit: usize) -> Option<usize> {
    type Row = [u8; LONGEST + 1];
    let limit = u8::try_from(limit).ok()?;
    if long.len() > LONGEST {
        return None;
    }
    let mut rows: [Row; 3] = [[0; LONGEST + 1]; 3];
    let [before, last, next] = &mut rows;
    last.iter_mut().zip(0..).for_each(|(cell, at)| *cell = at);
    let (mut before, mut last, mut next) = (before, last, next);
    let mut earlier = None;
    for (at, &own) in (1..).zip(short) {
        let (mut left, mut best) = (at, at);
        if let Some(first) = next.first_mut() {
            *first = at;
        }
        let mut other_earlier = None;
        let cells = next.iter_mut().skip(1).zip(last.windows(2)).zip(long).enumerate();
        for (column, ((cell, above), &other)) in cells {
            let &[diagonal, above] = above else { continue };
            let mut value = diagonal + u8::from(own != other);
            value = value.min(above + 1).min(left + 1);
            if earlier == Some(other) && other_earlier == Some(own) {
                let swapped = column.checked_sub(1).and_then(|column| before.get(column));
                value = value.min(swapped.map_or(u8::MAX, |swapped| swapped + 1));
            }
            *cell = value;
            (left, best) = (value, best.min(value));
            other_earlier = Some(other);
        }
        if best > limit {
            return None;
        }
        earlier = Some(own);
        (before, last, next) = (last, next, before);
    }
    last.get(long.len()).filter(|typos| **typos <= limit).map(|typos| usize::from(*typos))
}

fn without_common_ends<'a>(one: &'a [u8], other: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(start..), other.get(start..));
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let cut = |letters: &'a [u8]| letters.get(..letters.len() - end).unwrap_or_default();
    (cut(one), cut(other))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn typos_are_the_optimal_string_alignment(
            one in "[abc]{0,9}", other in "[abc]{0,9}", limit in 0_usize..4,
        ) {
            let all = strsim::osa_distance(&one, &other);
            let within = Some(all).filter(|all| *all <= limit);
            prop_assert_eq!(edit_distance(one.as_bytes(), other.as_bytes(), limit), within);
        }

        #[test]
        fn long_names_are_compared_without_a_panic(
            one in prop::collection::vec(any::<u8>(), 0..300),
            other in prop::collection::vec(any::<u8>(), 0..300),
        ) {
            let one_way = edit_distance(&one, &other, 3);
            prop_assert_eq!(one_way, edit_distance(&other, &one, 3));
        }
    }
}
