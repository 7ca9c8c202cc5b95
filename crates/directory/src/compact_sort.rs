//! Sorting for lists that are short or sorted once: one routine for all of them.
//!
//! The sorting of the standard library is made anew for every type and every order, five to twenty
//! kilobytes of the program each time. This one sorts places instead of items, so that only the
//! comparison is made anew. What is sorted at every key press, or by the million, stays with the other.

use std::cmp::Ordering;

/// Stable sorts that take little room in the program.
///
/// ```
/// use officieel_directory::compact_sort::CompactSort;
///
/// let mut words = ["gemeente", "rijk", "provincie"];
/// words.compact_sort_by_key(|word| word.len());
/// assert_eq!(words, ["rijk", "gemeente", "provincie"]);
/// ```
pub trait CompactSort<T> {
    /// As [`slice::sort_by`].
    fn compact_sort_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// As [`slice::sort_by_cached_key`]: the key of each item is asked for once.
    fn compact_sort_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// As [`slice::sort`].
    fn compact_sort(&mut self)
    where
        T: Ord,
    {
        self.compact_sort_by(T::cmp);
    }
}

impl<T> CompactSort<T> for [T] {
    fn compact_sort_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let swaps = swaps(self.len(), &mut |one, other| match (self.get(one), self.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        });
        for (one, other) in swaps {
            self.swap(one, other);
        }
    }

    fn compact_sort_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let swaps = swaps(self.len(), &mut |one, other| keys.get(one).cmp(&keys.get(other)));
        for (one, other) in swaps {
            self.swap(one, other);
        }
    }
}

/// The places that change with one another, one pair after the other, until all are in order.
fn swaps(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|one, other| compare(*one, *other));
    let mut swaps = Vec::new();
    for start in 0..length {
        let mut at = start;
        // Round a circle of places that are each taken by the next.
        while let Some(from) = order.get_mut(at).map(|from| std::mem::replace(from, at))
            && from != at
            && from != start
        {
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_sort_as_the_standard_library_does(
            mut items in prop::collection::vec((0_u8..9, any::<u32>()), 0..60)
        ) {
            let mut by_key = items.clone();
            by_key.compact_sort_by_key(|(key, _)| *key);
            let mut by = items.clone();
            by.compact_sort_by(|one, other| one.0.cmp(&other.0));
            let mut whole = items.clone();
            whole.compact_sort();
            let mut whole_expected = items.clone();
            whole_expected.sort_unstable();
            prop_assert_eq!(whole, whole_expected);
            items.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&by_key, &items);
            prop_assert_eq!(&by, &items);
        }
    }
}
