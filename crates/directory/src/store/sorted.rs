//! Looking things up in sorted tables, wherever their items are read from.

use std::ops::Range;

/// The first index of a range for which `is_before` does not hold; it holds for none behind it.
pub fn partition_point(range: Range<usize>, is_before: impl Fn(usize) -> bool) -> usize {
    let Range { mut start, mut end } = range;
    while start < end {
        let middle = start + (end - start) / 2;
        if is_before(middle) {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

/// A number for a key, the same in every version and on every machine (FNV-1a of 64 bits). Who
/// looks a key up by it compares the key as well.
pub fn hash<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> u64 {
    parts.into_iter().flatten().fold(0xcbf2_9ce4_8422_2325, |state, byte| {
        (state ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_is_not_before_is_found() {
        let items = [1, 3, 3, 7];
        for (wanted, at) in [(0, 0), (1, 0), (2, 1), (3, 1), (4, 3), (8, 4)] {
            assert_eq!(partition_point(0..items.len(), |i| items[i] < wanted), at, "{wanted}");
        }
        assert_eq!(partition_point(2..2, |_| true), 2);
    }

    #[test]
    fn hashes_are_those_of_fnv() {
        assert_eq!(hash([&b""[..]]), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash([&b"a"[..]]), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash([&b"foo"[..], b"bar"]), 0x8594_4171_f739_67e8);
    }
}
