//! A small generator of numbers: the same seed gives the same numbers on every machine.

/// `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014):
/// good enough to shuffle words, and nothing that anyone may guess at is made of it.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 where that is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let scaled = (u128::from(self.next()) * end as u128) >> 64;
        usize::try_from(scaled).unwrap_or(0)
    }

    /// Whether something that happens in so many of a hundred cases happens now.
    pub(crate) fn is_in(&mut self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }

    /// One of some.
    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// One of some, each as often as its weight says.
    pub(crate) fn weighted<'a, T>(&mut self, of: &'a [(T, usize)]) -> &'a T {
        let mut left = self.below(of.iter().map(|(_, weight)| weight).sum());
        for (it, weight) in of {
            if left < *weight {
                return it;
            }
            left -= weight;
        }
        &of[0].0
    }
}
