//! Names of organisations that are not there: which id was meant?

use super::fields::{Context, Located, Sentence};
use super::problem::Unknown;
use crate::text::sanitise;

/// How many slips an id may differ by to be the one that was meant.
const SLIPS: usize = 3;

/// How much is spent on finding what was meant, counted in ids that are looked at: a second or two.
/// A file whose every link is broken is not broken by slips.
const BUDGET: usize = 200_000_000;

/// How many looks at an id one full comparison with it takes.
const COMPARISON: usize = 100;

/// Reports every name that was found to be none, with the id that was meant where one is near.
pub(super) fn report<'i>(context: &Context<'_>, ids: impl Iterator<Item = &'i str>) {
    let mut unknown = context.take_unknown();
    if unknown.is_empty() {
        return;
    }
    // The budget goes to the first of the file, whatever thread found which.
    unknown.sort_by_key(|unknown| unknown.id.at);
    let mut ids = Ids::new(ids, BUDGET);
    for Unknown { key, id } in unknown {
        let hint = ids.nearest(&id).map_or_else(
            || Sentence::AddOrCorrect.into(),
            |known| Sentence::DidYouMean.of([&known]),
        );
        let given = sanitise::escaped(&id.value);
        context.fault(id.at, Sentence::NoOrganisation.of([&key, &given]).and(hint));
    }
}

/// The ids that there are, each with what rules it out fast.
struct Ids<'i> {
    all: Vec<(Shape, &'i str)>,
    budget: usize,
}

impl<'i> Ids<'i> {
    fn new(ids: impl Iterator<Item = &'i str>, budget: usize) -> Self {
        Self { all: ids.map(|id| (Shape::of(id), id)).collect(), budget }
    }

    /// The id that differs by the fewest slips, the first in the alphabet of those; `None` where
    /// all differ by too many, or where the budget is spent.
    fn nearest(&mut self, given: &Located<String>) -> Option<&'i str> {
        if self.budget == 0 {
            return None;
        }
        let shape = Shape::of(&given.value);
        let near = self.all.iter().filter(|(other, _)| shape.may_be_near(*other));
        let mut compared = 0;
        let nearest = near
            .inspect(|_| compared += 1)
            .map(|(_, id)| (strsim::osa_distance(&given.value, id), *id))
            .min();
        let spent = self.all.len() + compared * COMPARISON;
        self.budget = self.budget.saturating_sub(spent);
        nearest.filter(|(slips, _)| *slips <= SLIPS).map(|(_, id)| id)
    }
}

/// The length of a text, and which characters it holds.
#[derive(Debug, Clone, Copy)]
struct Shape {
    length: usize,
    /// A bit for each letter, digit and hyphen, and one for all others.
    characters: u64,
}

impl Shape {
    fn of(text: &str) -> Self {
        let bit = |c: char| match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            '0'..='9' => 26 + u32::from(c) - u32::from('0'),
            '-' => 36,
            _ => 37,
        };
        let characters = text.chars().fold(0, |all, c| all | 1 << bit(c));
        Self { length: text.chars().count(), characters }
    }

    /// Whether a few slips can make the one of the other: each changes the length by one at the
    /// most, and brings or takes away one character.
    fn may_be_near(self, other: Self) -> bool {
        let gone = (self.characters & !other.characters).count_ones() as usize;
        let come = (other.characters & !self.characters).count_ones() as usize;
        self.length.abs_diff(other.length) <= SLIPS && gone <= SLIPS && come <= SLIPS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 6] =
        ["politie-ede", "politie-epe", "dienst-ede", "gemeente-ede", "ab", "politie-utrecht"];

    fn nearest(given: &str, budget: usize) -> Option<&'static str> {
        Ids::new(KNOWN.into_iter(), budget).nearest(&Located { value: given.to_owned(), at: 0 })
    }

    #[test]
    fn what_is_ruled_out_fast_is_not_near() {
        let given = ["politie-eed", "Politie-Ede", "dienst", "", "x", "éé", "gemente-edde", "abc"];
        for given in given.into_iter().chain(KNOWN) {
            let all = KNOWN.into_iter().map(|id| (strsim::osa_distance(given, id), id));
            let expected = all.min().filter(|(slips, _)| *slips <= SLIPS).map(|(_, id)| id);
            assert_eq!(nearest(given, BUDGET), expected, "{given}");
        }
    }

    #[test]
    fn nothing_is_looked_up_beyond_the_budget() {
        assert_eq!(nearest("politie-eed", 1), Some("politie-ede"));
        assert_eq!(nearest("politie-eed", 0), None);
    }
}
