//! Names that a label may be a slip or a disguise of, found without a look at the others: by what is left
//! of them without one letter, by what a hasty eye keeps of them, and by what they begin with.

use std::collections::HashMap;

use super::disguise::outline;
use crate::check::similarity::deletion_keys;

/// So many letters, the first ones, are never wrong in a name with two slips in it.
pub(super) const SURE: usize = 3;

/// Names by their position in a list, for labels that are near them.
#[derive(Debug, Default)]
pub(super) struct Near {
    /// Numbers of the names without each of their letters, sorted.
    one_slip: Vec<(u64, u32)>,
    /// What is left of the names in haste, sorted.
    outlines: Vec<(u64, u32)>,
    /// Long names by their first letters.
    long: HashMap<[u8; SURE], Vec<u32>>,
}

impl Near {
    /// Takes in names in their order; a long one may have two slips.
    pub(super) fn new<'a>(names: impl Iterator<Item = (&'a str, bool)>) -> Self {
        let mut near = Self::default();
        for (position, (label, is_long)) in (0..).zip(names) {
            near.one_slip.extend(keys(label).map(|key| (key, position)));
            near.outlines.push((outline(label), position));
            if let Some(first) = label.as_bytes().first_chunk().filter(|_| is_long) {
                near.long.entry(*first).or_default().push(position);
            }
        }
        near.one_slip.sort_unstable();
        near.outlines.sort_unstable();
        near
    }

    /// The positions of names that may be one slip away, and of long ones that begin alike; sorted.
    pub(super) fn slips(&self, label: &str) -> Vec<u32> {
        let mut found: Vec<u32> = keys(label).flat_map(|key| at(&self.one_slip, key)).collect();
        let first = label.as_bytes().first_chunk().and_then(|first| self.long.get(first));
        found.extend(first.into_iter().flatten());
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The positions of names that may look alike, sorted.
    pub(super) fn disguises(&self, label: &str) -> impl Iterator<Item = u32> {
        at(&self.outlines, outline(label))
    }
}

/// Numbers of a label and of what is left of it without each of its letters. Dashes are no letters.
fn keys(label: &str) -> impl Iterator<Item = u64> + use<> {
    let letters: Vec<u8> = label.bytes().filter(|&byte| byte != b'-').collect();
    deletion_keys(&letters).collect::<Vec<u64>>().into_iter()
}

/// What stands under a key in a sorted list.
fn at(sorted: &[(u64, u32)], key: u64) -> impl Iterator<Item = u32> {
    let start = sorted.partition_point(|(own, _)| *own < key);
    let rest = sorted.get(start..).unwrap_or_default();
    rest.iter().take_while(move |(own, _)| *own == key).map(|(_, position)| *position)
}

/// Words by what they begin with, to find them inside a label.
#[derive(Debug, Default)]
pub(super) struct Inside(HashMap<[u8; 3], Vec<(u32, String)>>);

impl Inside {
    /// Takes in words with their positions; those of fewer than three letters are left out.
    pub(super) fn new<'a>(words: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for (position, word) in words {
            if let (Some(first), Ok(position)) =
                (word.as_bytes().first_chunk(), u32::try_from(position))
            {
                all.entry(*first).or_default().push((position, word.to_owned()));
            }
        }
        Self(all)
    }

    /// The positions of the words that stand in any of these labels, sorted.
    pub(super) fn of<'l>(&self, labels: impl Iterator<Item = &'l str>) -> Vec<u32> {
        let mut found = Vec::new();
        for label in labels.map(str::as_bytes) {
            for (at, first) in label.windows(3).enumerate() {
                let Some(words) = <&[u8; 3]>::try_from(first).ok().and_then(|it| self.0.get(it))
                else {
                    continue;
                };
                let rest = label.get(at..).unwrap_or_default();
                let here = words.iter().filter(|(_, word)| rest.starts_with(word.as_bytes()));
                found.extend(here.map(|(position, _)| *position));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_is_found() {
        let near = Near::new(
            [("digid", false), ("vallei-veluwe", true), ("amsterdam", false)].into_iter(),
        );
        for (label, slips) in [
            ("digid", vec![0]),
            ("diggid", vec![0]),
            ("digd", vec![0]),
            ("dgiid", vec![0]),
            ("dogid", vec![0]),
            ("di-gid", vec![0]),
            ("valleiveluwe", vec![1]),
            ("valleivelwue", vec![1]),
            ("valie-veuwe", vec![1]),
            ("vakkeivekuwe", vec![]),
            ("amsterdm", vec![2]),
            ("", vec![]),
        ] {
            assert_eq!(near.slips(label), slips, "{label}");
        }
        let alike = |label| near.disguises(label).collect::<Vec<u32>>();
        assert_eq!(alike("annsterdarn"), [2]);
        assert_eq!(alike("cl1gicl"), [0]);
        assert!(alike("utrecht").is_empty());
    }

    #[test]
    fn words_are_found_inside_others() {
        let inside = Inside::new(["uwv", "digid", "it"].into_iter().enumerate());
        assert_eq!(inside.of(["mijndigid", "uwv-it"].into_iter()), [0, 1]);
        assert_eq!(inside.of(["digi", "wv", ""].into_iter()), [0; 0]);
    }
}
