//! The order of bytes in which numbers compress well.
//!
//! A table of numbers is rows of some width. Their bytes compress better column by column: the high
//! ones, which are mostly 0, stand together then. What ascends does better still as differences, each
//! number as what it has more than the one before.

/// In which order the bytes of a part are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    /// How many bytes a row has; 1 where the bytes stand as they are.
    width: usize,
    /// Whether the rows are numbers of which the differences are stored.
    is_differences: bool,
}

/// The bit of a stored layout that says that it is differences.
const DIFFERENCES: u8 = 0x80;

impl Layout {
    /// The bytes as they are.
    pub(super) const PLAIN: Self = Self { width: 1, is_differences: false };

    /// All others: those of the tables of a directory and its index.
    pub(super) const OF_TABLES: [Self; 6] = [
        Self { width: 4, is_differences: false },
        Self { width: 4, is_differences: true },
        Self { width: 8, is_differences: false },
        Self { width: 8, is_differences: true },
        Self { width: 12, is_differences: false },
        Self { width: 24, is_differences: false },
    ];

    /// As it is stored.
    pub(super) fn to_byte(self) -> u8 {
        let width = u8::try_from(self.width).unwrap_or(1);
        if self.is_differences { width | DIFFERENCES } else { width }
    }

    /// The layout that [`Layout::to_byte`] gave.
    pub(super) fn from_byte(byte: u8) -> Option<Self> {
        [Self::PLAIN].into_iter().chain(Self::OF_TABLES).find(|layout| layout.to_byte() == byte)
    }

    /// Whether bytes of this length can be stored so.
    pub(super) fn fits(self, length: usize) -> bool {
        length.is_multiple_of(self.width)
    }

    /// The bytes in the order in which they are stored.
    pub(super) fn apply(self, bytes: &[u8]) -> Vec<u8> {
        let mut rows = bytes.to_vec();
        if self.is_differences {
            let mut before = 0;
            self.each_number(&mut rows, |number| {
                let more = number.wrapping_sub(before);
                before = number;
                more
            });
        }
        let column = |at| rows.iter().skip(at).step_by(self.width).copied();
        (0..self.width).flat_map(column).collect()
    }

    /// The bytes as they were before [`Layout::apply`].
    pub(super) fn undo(self, stored: Vec<u8>) -> Vec<u8> {
        let height = stored.len() / self.width;
        if self.width == 1 || height == 0 {
            return stored;
        }
        let mut rows = vec![0; stored.len()];
        for (at, column) in stored.chunks_exact(height).enumerate() {
            let places = rows.iter_mut().skip(at).step_by(self.width);
            places.zip(column).for_each(|(place, byte)| *place = *byte);
        }
        if self.is_differences {
            let mut sum = 0_u64;
            self.each_number(&mut rows, |more| {
                sum = sum.wrapping_add(more);
                sum
            });
        }
        rows
    }

    /// Changes each row of eight bytes at most, as a number; what does not fit into the row is cut off.
    fn each_number(self, rows: &mut [u8], mut change: impl FnMut(u64) -> u64) {
        for row in rows.chunks_exact_mut(self.width) {
            let mut number = [0; 8];
            number.iter_mut().zip(row.iter()).for_each(|(to, from)| *to = *from);
            let changed = change(u64::from_le_bytes(number)).to_le_bytes();
            row.iter_mut().zip(changed).for_each(|(to, from)| *to = from);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tables_are_stored_by_columns() {
        let numbers: Vec<u8> = [258_u32, 259, 515].iter().flat_map(|n| n.to_le_bytes()).collect();
        let [columns, differences, ..] = Layout::OF_TABLES;
        assert_eq!(columns.apply(&numbers), [2, 3, 3, 1, 1, 2, 0, 0, 0, 0, 0, 0]);
        assert_eq!(differences.apply(&numbers), [2, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
        assert!(!columns.fits(numbers.len() - 1));
    }

    proptest! {
        #[test]
        fn any_rows_come_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for layout in [Layout::PLAIN].into_iter().chain(Layout::OF_TABLES) {
                let whole = bytes.len() / layout.width * layout.width;
                prop_assert!(layout.fits(whole));
                prop_assert_eq!(layout.undo(layout.apply(&bytes[..whole])), &bytes[..whole]);
                prop_assert_eq!(Layout::from_byte(layout.to_byte()), Some(layout));
            }
        }

        #[test]
        fn no_layout_panics(byte: u8, bytes in prop::collection::vec(any::<u8>(), 0..99)) {
            if let Some(layout) = Layout::from_byte(byte) {
                prop_assert_eq!(layout.undo(bytes.clone()).len(), bytes.len());
            }
        }
    }
}
