//! Drawing by lot, the same way every time.

/// What is drawn from, as `SplitMix64` does it.
pub(super) struct Lot(u64);

impl Lot {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// One of some.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let drawn = u128::from(mixed ^ (mixed >> 31)) * of.len() as u128;
        &of[usize::try_from(drawn >> 64).unwrap()]
    }
}
