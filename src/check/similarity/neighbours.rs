//! Names that are one typo apart, found without comparing each with all others.
//!
//! Whatever the typo is, one of two such names is the other without a letter, or both are the same
//! once each has lost one: names are kept by what is left of them without each of their letters.

use super::Original;
use super::edit_distance::edit_distance;
use super::targets::{ABBREVIATION, Target, Targets};

/// The handles and abbreviations of a directory, ready to be asked for those that are a typo apart.
#[derive(Debug)]
pub(super) struct Neighbours {
    handles: Chains,
    /// For themselves, because so many of them are a letter apart.
    abbreviations: Chains,
}

impl Neighbours {
    pub(super) fn new(targets: &Targets) -> Self {
        let is_handle = |target: &Target| matches!(target.original, Original::Account(_));
        let abbreviated = |target: &Target| target.item == ABBREVIATION;
        Self {
            handles: Chains::new(targets, is_handle),
            abbreviations: Chains::new(targets, abbreviated),
        }
    }

    /// The handles that are at most one typo away from these letters, in the order of their lengths
    /// and then of the directory.
    pub(super) fn handles<'a>(&self, targets: &'a Targets, letters: &[u8]) -> Vec<&'a Target> {
        let mut handles = self.handles.near(targets, letters);
        handles.sort_by_key(|target| target.letters.len());
        handles
    }

    /// The abbreviations that are at most one typo away from these letters, in the order of the directory.
    pub(super) fn abbreviations<'a>(
        &self,
        targets: &'a Targets,
        letters: &[u8],
    ) -> Vec<&'a Target> {
        self.abbreviations.near(targets, letters)
    }
}

/// Names in chains of those that have something in common.
#[derive(Debug)]
struct Chains {
    /// The first entry of each chain, counted from one; as many as a power of two.
    firsts: Vec<u32>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// Bits of the key that did not choose the chain.
    key: u32,
    /// The position of the name.
    position: u32,
    /// The next entry of the chain, counted from one; 0 at its end.
    next: u32,
}

impl Chains {
    fn new(targets: &Targets, is_meant: impl Fn(&Target) -> bool) -> Self {
        let meant = || targets.numbered().filter(|(_, target)| is_meant(target));
        let count: usize = meant().map(|(_, target)| target.letters.len() + 1).sum();
        let firsts = vec![0; count.next_power_of_two()];
        let mut chains = Self { firsts, entries: Vec::with_capacity(count) };
        for (position, target) in meant() {
            for key in keys(&target.letters) {
                chains.insert(key, position);
            }
        }
        chains
    }

    fn insert(&mut self, key: u64, position: u32) {
        let (chain, key) = self.place(key);
        let number = u32::try_from(self.entries.len() + 1);
        if let (Some(first), Ok(number)) = (self.firsts.get_mut(chain), number) {
            self.entries.push(Entry { key, position, next: *first });
            *first = number;
        }
    }

    /// The chain that holds a key, and the bits that tell it from others in it.
    fn place(&self, key: u64) -> (usize, u32) {
        let [a, b, c, d, rest @ ..] = key.to_be_bytes();
        let chain = u32::from_be_bytes([a, b, c, d]) as usize & (self.firsts.len() - 1);
        (chain, u32::from_be_bytes(rest))
    }

    /// The names that are at most one typo away, in the order of the directory.
    fn near<'a>(&self, targets: &'a Targets, letters: &[u8]) -> Vec<&'a Target> {
        let mut found: Vec<u32> = keys(letters).flat_map(|key| self.positions(key)).collect();
        found.sort_unstable();
        found.dedup();
        let near = found.into_iter().filter_map(|position| targets.at(position));
        near.filter(|target| edit_distance(letters, &target.letters, 1).is_some()).collect()
    }

    fn positions(&self, key: u64) -> impl Iterator<Item = u32> {
        let (chain, key) = self.place(key);
        let entry = |number: u32| self.entries.get(usize::try_from(number).ok()?.checked_sub(1)?);
        let first = self.firsts.get(chain).and_then(|first| entry(*first));
        let chain = std::iter::successors(first, move |it| entry(it.next));
        chain.filter(move |it| it.key == key).map(|it| it.position)
    }
}

/// Odd, and without a pattern in its bits.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Numbers for a name and for the name without each of its letters.
///
/// A name's number is a sum of its letters, each times the power of a factor that belongs to its
/// place. So each number follows from the one before it, in which the letter beside was left out.
pub(in crate::check) fn keys(letters: &[u8]) -> impl Iterator<Item = u64> {
    let whole = sum(letters);
    let first = letters.get(1..).map(sum);
    let mut power = 1_u64;
    let others = letters.windows(2).scan(first.unwrap_or_default(), move |sum, pair| {
        let [left, right] = pair else { return None };
        let change = u64::from(*left).wrapping_sub(u64::from(*right));
        *sum = sum.wrapping_add(change.wrapping_mul(power));
        power = power.wrapping_mul(FACTOR);
        // Without either of two equal neighbours it is the same.
        Some((left != right).then_some(*sum))
    });
    let all = std::iter::once(whole).chain(first).chain(others.flatten());
    // The low bits of a sum of odd products say little.
    all.map(|sum| (sum ^ (sum >> 32)).wrapping_mul(FACTOR))
}

fn sum(letters: &[u8]) -> u64 {
    let horner = |sum: u64, letter: &u8| {
        sum.wrapping_mul(FACTOR).wrapping_add(u64::from(*letter).wrapping_add(1))
    };
    letters.iter().rev().fold(0, horner)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn keys_are_those_of_the_name_without_each_letter(name in "[ab]{0,9}") {
            let without = |at: usize| [&name.as_bytes()[..at], &name.as_bytes()[at + 1..]].concat();
            let left: BTreeSet<Vec<u8>> = (0..name.len()).map(without).collect();
            let expected = left.iter().map(|it| keys(it).next().unwrap());
            let expected: BTreeSet<u64> = expected.collect();
            let found: Vec<u64> = keys(name.as_bytes()).skip(1).collect();
            prop_assert_eq!(found.len(), expected.len());
            prop_assert_eq!(found.into_iter().collect::<BTreeSet<u64>>(), expected);
        }

        #[test]
        fn names_a_typo_apart_share_a_key(one in "[abc]{0,7}", other in "[abc]{0,7}") {
            let is_near = edit_distance(one.as_bytes(), other.as_bytes(), 1).is_some();
            let of_one: BTreeSet<u64> = keys(one.as_bytes()).collect();
            let is_shared = keys(other.as_bytes()).any(|key| of_one.contains(&key));
            prop_assert!(is_shared || !is_near);
        }
    }
}
